"""Countries and departments out of the package; land beyond the region coarse, Asia twice."""

import geopandas as gpd
import pytest
import shapely

from geo.basemap.natural_earth import GPKG, read_layers, region_countries, world_land
from tests.geo.basemap.packages import write_deb


@pytest.fixture
def countries():
    """Peru, a France in two pieces, a Fiji across the antimeridian and a China."""
    france = shapely.MultiPolygon([shapely.box(-54, 2, -52, 5), shapely.box(-4, 43, 8, 50)])
    fiji = shapely.MultiPolygon([shapely.box(177, -19, 180, -16), shapely.box(-180, -19, -179, -16)])
    shapes = {
        "PE": shapely.box(-81, -18, -69, 0),
        "FR": france,
        "FJ": fiji,
        "CN": shapely.box(80, 22, 120, 45),
    }
    shapes["AQ"] = shapely.box(-180, -90, 180, -70)
    shapes["BS"] = shapely.box(-78.4, 24, -78, 24.2)
    return gpd.GeoDataFrame(
        {"iso2": list(shapes), "name": list(shapes)}, geometry=list(shapes.values()), crs=4326
    )


def test_layers_are_read_and_lima_is_one(tmp_path, countries):
    path = tmp_path / "map.gpkg"
    countries.rename(columns={"iso2": "iso_a2", "name": "NAME"}).to_file(path, layer="countries")
    names, codes = ["Lima", "Lima Province", "Ica", "Acre"], ["PER", "PER", "PER", "BRA"]
    boxes = [shapely.box(k, 0, k + 1, 1) for k in range(4)]
    provinces = gpd.GeoDataFrame({"name": names, "adm0_a3": codes}, geometry=boxes, crs=4326)
    provinces.to_file(path, layer="states_provinces")
    package = write_deb(tmp_path / "a.deb", {GPKG: path.read_bytes()})
    found, departments = read_layers(package)
    assert found["iso2"].tolist() == ["AQ", "BS", "CN", "FJ", "FR", "PE"]
    assert departments["name"].tolist() == ["Ica", "Lima"]
    assert departments.geometry.iloc[1].bounds == (0, 0, 2, 1)


def test_the_region_holds_whole_pieces_only(countries):
    region = region_countries(countries)
    assert region["iso2"].tolist() == ["PE", "FR"]
    assert region.geometry.iloc[1].bounds == (-54, 2, -52, 5)


def test_the_world_holds_the_rest_once_and_asia_again_to_the_west(countries):
    world = world_land(countries)
    west = world[world["turn"] == -1].set_index("iso2").geometry
    once = world[world["turn"] == 0].set_index("iso2").geometry
    assert sorted(once.index) == ["BS", "CN", "FJ", "FR"]
    assert once["FR"].bounds == (-4, 43, 8, 50)
    assert sorted(west.index) == ["CN", "FJ"]
    assert west["CN"].bounds == (-280, 22, -240, 45)
    assert west["FJ"].bounds == (-183, -19, -180, -16)
