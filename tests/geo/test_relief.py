"""The relief is found with its edges, missed without complaint, and refused where nobody knows its place."""

import pytest

from geo.faults import TableError
from geo.relief import PICTURE, PLACE, read_edges, relief


def test_the_shipped_relief_lies_round_peru():
    found = relief()
    assert found.path.name == PICTURE
    assert found.west < -82 and found.east > -68 and found.south < -19 and found.north > 1


def test_a_package_without_one_has_none(data_copy):
    (data_copy / "geometry" / PICTURE).unlink()
    assert relief() is None


@pytest.mark.parametrize(
    ("held", "got"),
    [
        (None, "got no such file"),
        ("[", "got "),
        ('{"west": -92, "south": -36, "east": -30}', "'north'"),
        ('{"west": "far", "south": -36, "east": -30, "north": 14}', "far"),
        ('{"west": -30, "south": -36, "east": -92, "north": 14}', "got west -30, south -36, east -92, north 14"),
        ('{"west": -92, "south": -36, "east": -30, "north": 90}', "north 90"),
    ],
)
def test_a_picture_that_lies_nowhere_is_refused(data_copy, held, got):
    place = data_copy / "geometry" / PLACE
    place.unlink() if held is None else place.write_text(held, encoding="utf-8")
    expected = "data/geometry/relief.json: expected west, south, east, north in degrees"
    for read in (relief, lambda: read_edges(place)):
        with pytest.raises(TableError, match=expected) as caught:
            read()
        assert got in str(caught.value) and "nexo basemap --relief" in str(caught.value)
