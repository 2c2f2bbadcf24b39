"""A template from the browser is a file only as long as it is read, and is refused under its own name."""

from io import BytesIO

import pytest
from pptx import Presentation

from layers.build import cache_root
from layers.deck.upload import as_file, template_fault


@pytest.fixture(scope="module")
def template():
    held = BytesIO()
    Presentation().save(held)
    return held.getvalue()


def test_a_template_is_a_file_for_a_while(template):
    with as_file(template) as path:
        assert path.read_bytes() == template
        assert cache_root() in path.parents
    assert not path.exists() and not path.parent.exists()


def test_no_template_is_no_file():
    with as_file(None) as path:
        assert path is None


def test_a_template_that_can_be_used_has_no_fault(template):
    assert template_fault(template, "corporate.pptx") == ""


@pytest.mark.parametrize("cut", [0, 10, 5_000])
def test_a_damaged_template_is_named_by_its_own_name(template, cut):
    fault = template_fault(template[:cut], "corporate.pptx")
    assert "template corporate.pptx cannot be read" in fault and "expected a PowerPoint file" in fault
    assert str(cache_root()) not in fault
