"""What the tables alone decide is rebuilt as it is shipped; the rest needs the pinned downloads."""

import shutil

import geopandas as gpd
import pytest
import shapely

from geo.basemap import InputError, rebuild, rebuild_own
from geo.geometry import geometry_dir

ABOUT_300_M = 0.003  # degrees: versions of GEOS may differ a little


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """A copy whose own files were rebuilt, and what was told meanwhile."""
    folder = shutil.copytree(geometry_dir(), tmp_path_factory.mktemp("rebuilt") / "geometry")
    for name in ("zones", "sea_legs"):
        (folder / f"{name}.geojson").write_text("damaged", encoding="utf-8")
    told = {}
    rebuild_own(folder, told.__setitem__)
    return folder, told


@pytest.mark.parametrize("name", ["zones", "sea_legs"])
def test_the_shipped_files_are_what_the_tables_give(rebuilt, name):
    copy, _ = rebuilt
    made, shipped = gpd.read_file(copy / f"{name}.geojson"), gpd.read_file(geometry_dir() / f"{name}.geojson")
    made_facts, shipped_facts = made.drop(columns="geometry"), shipped.drop(columns="geometry")
    assert made_facts.to_dict("records") == shipped_facts.to_dict("records"), "run `nexo basemap`"
    apart = shapely.hausdorff_distance(made.geometry.to_numpy(), shipped.geometry.to_numpy())
    assert apart.max() < ABOUT_300_M, "run `nexo basemap`"


def test_each_file_is_told(rebuilt):
    _, told = rebuilt
    assert list(told) == ["zones.geojson", "sea_legs.geojson"] and told["zones.geojson"] == 15


def test_own_geometry_needs_the_base_map(tmp_path):
    with pytest.raises(
        FileNotFoundError, match="countries.geojson is missing: rebuild all, with both downloads"
    ):
        rebuild_own(tmp_path)


def test_other_downloads_are_refused_before_anything_is_written(tmp_path):
    with pytest.raises(InputError, match=r"(?s)--qgis .*no such file.*--hires .*no such file"):
        rebuild(tmp_path / "a.deb", tmp_path / "b.whl", tmp_path / "geometry")
    assert list(tmp_path.iterdir()) == []
