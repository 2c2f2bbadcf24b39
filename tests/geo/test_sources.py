"""Sources are cited from the registry; a key it lacks is an error."""

import pandas as pd
import pytest

from geo.sources import keys_in, source, sources
from tests.packages import SmallPackage


def test_a_citation_is_made_from_the_row(small: SmallPackage):
    one = source("unodc_2016")
    assert one.short == "UNODC (2016)"
    assert one.full == "UNODC (2016-07). Coca survey. https://example.org/a"


def test_a_short_name_stands_for_a_long_publisher(small: SmallPackage):
    small.replace("tables/sources.csv", "Coca falls,,Andina", "Coca falls,AP,Associated Press of Peru")
    assert source("press_2013").short == "AP (2013)"
    assert source("press_2013").full.startswith("Associated Press of Peru (2013)")


def test_a_source_without_publisher_or_date_still_has_a_citation(small: SmallPackage):
    small.replace("tables/sources.csv", "Andina,,2013,", ",R. Ellis,,about 2013")
    assert source("press_2013").short == "R. Ellis (n.d.)"
    assert source("press_2013").full.startswith("R. Ellis (about 2013). Coca falls")


def test_sources_come_in_file_order(small: SmallPackage):
    assert list(sources()) == ["unodc_2016", "press_2013"]


def test_an_unknown_key_says_where_to_add_it(small: SmallPackage):
    with pytest.raises(KeyError, match="no source 'x' among the 2 of tables/sources.csv; add its row there"):
        source("x")


@pytest.mark.parametrize(
    ("cell", "keys"), [("a; b;", ("a", "b")), ("", ()), (None, ()), (float("nan"), ()), (pd.NA, ())]
)
def test_a_list_cell_gives_its_keys(cell: object, keys: tuple[str, ...]):
    assert keys_in(cell) == keys
