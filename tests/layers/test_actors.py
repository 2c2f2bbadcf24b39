"""An organisation's details come from its row, with every source that names it."""

import pytest

from geo.sources import keys_in
from geo.tables import load_table
from layers.actors import actor


def test_each_organisation_has_its_facts_and_sources():
    for row in load_table("organisations").to_dict("records"):
        detail = actor(row["org_id"])
        assert detail.name == row["name"]
        cells = detail.tables[0][1].to_numpy().ravel().tolist()
        assert any(str(row["role"])[:20] in str(cell) for cell in cells), row["org_id"]
        assert {one.key for one in detail.sources} == {row["source_key"], *keys_in(row["corroborating_sources"])}


def test_the_routes_that_name_it_are_told_by_name():
    facts = dict(actor("sinaloa").tables[0][1].to_numpy().tolist())
    assert facts["Routes that name it"].startswith("VRAEM and Upper Huallaga to Europe")
    assert facts["Link of the chain"] == "foreign buyer"


def test_an_unknown_organisation_is_named():
    with pytest.raises(KeyError, match="no organisation 'nobody'"):
        actor("nobody")
