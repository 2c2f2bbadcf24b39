"""The shipped geometry: complete, valid, small, and labels that do not collide."""

import itertools

import numpy as np
import pytest
import shapely
from PIL import Image

from geo.basemap.label_boxes import Label, touch
from geo.coca import UNITS
from geo.geometry import NAMES, geometry, geometry_dir
from geo.relief import relief
from geo.sea import sea_pairs
from geo.tables import load_table

NATIONAL, THEATRES = 5.5, (7.0, 8.0, 9.0)


@pytest.mark.parametrize("name", NAMES)
def test_every_shape_is_valid_and_in_sight(name):
    frame = geometry(name)
    assert frame.is_valid.all() and not frame.is_empty.any()
    west, south, east, north = frame.total_bounds
    assert west >= -340 and east <= 180 and south >= -60 and north <= 85
    if name not in ("world", "sea_legs", "labels"):
        assert west >= -93 and east <= -30


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_small_with_unix_line_ends(name):
    content = (geometry_dir() / f"{name}.geojson").read_bytes()
    assert len(content) < 1_500_000
    assert b"\r" not in content and content.endswith(b"\n")


def test_peru_has_its_twenty_five_departments_and_they_cover_it():
    departments, countries = geometry("departments"), geometry("countries").set_index("iso2").geometry
    assert departments["name"].is_unique and len(departments) == 25
    assert {"Áncash", "Apurímac", "Callao", "Huánuco", "Junín", "Lima", "San Martín"} < set(
        departments["name"]
    )
    assert countries["PE"].symmetric_difference(departments.union_all()).area < 0.01


def test_the_region_is_there():
    assert {"PE", "BR", "BO", "CL", "EC", "CO", "AR", "PY", "PA"} < set(geometry("countries")["iso2"])


def test_asia_lies_west_of_the_pacific_too():
    world = geometry("world")
    assert world.loc[world["turn"] == -1].covers(shapely.Point(116.4 - 360, 40)).any()


def test_rivers_are_ranked_and_the_known_ones_named():
    rivers = geometry("rivers")
    assert set(rivers["rank"]) == {1, 2, 3, 4, 5}
    assert {"Amazon", "Ucayali", "Huallaga", "Apurímac", "Ene", "Madre de Dios"} < set(
        rivers["name"].dropna()
    )
    ucayali = rivers[rivers["name"] == "Ucayali"].union_all()
    assert ucayali.distance(shapely.Point(-74.55, -8.38)) < 0.1  # Pucallpa


def test_titicaca_is_the_largest_lake():
    assert geometry("lakes").geometry.iloc[0].contains(shapely.Point(-69.4, -15.8))


def mercator(lat):
    return np.arcsinh(np.tan(np.radians(lat)))


@pytest.fixture(scope="module")
def shaded():
    """Give how little clear the relief is in the mean round a place, half a degree each way."""
    found = relief()
    with Image.open(found.path) as shown:
        opaque = np.asarray(shown.convert("RGBA"))[..., 3] / 255
    rows, columns = opaque.shape
    top, bottom = mercator(found.north), mercator(found.south)

    def mean(lon, lat):
        across = [round((one - found.west) / (found.east - found.west) * columns) for one in (lon - 0.5, lon + 0.5)]
        down = [round((top - mercator(one)) / (top - bottom) * rows) for one in (lat + 0.5, lat - 0.5)]
        return opaque[slice(*down), slice(*across)].mean()

    return mean


def test_the_relief_is_small():
    assert relief().path.stat().st_size < 400_000


def test_the_andes_are_shaded_the_lowland_and_the_sea_are_not(shaded):
    assert shaded(-77.3, -9.5) > 0.2 and shaded(-72.5, -13.2) > 0.2  # Cordillera Blanca, Vilcabamba
    assert shaded(-74.5, -4.5) < 0.02 and shaded(-82, -12) == 0  # between Marañón and Amazon, the Pacific


def test_the_relief_lies_where_the_map_has_the_coast(shaded):
    # the coast of Arequipa: hills to the water's edge, a degree inland and a degree out
    assert shaded(-73.0, -15.7) > 0.1 and shaded(-73.8, -17.3) == 0


@pytest.mark.parametrize("zoom", [4.6, NATIONAL, *THEATRES])
def test_labels_do_not_touch(zoom):
    frame = geometry("labels")
    shown = [
        Label(
            row.kind,
            row.text,
            row.geometry.x,
            row.geometry.y,
            row.rank,
            row.min_zoom,
            row.max_zoom,
            row.angle,
        )
        for row in frame[(frame["min_zoom"] <= zoom) & (frame["max_zoom"] >= zoom)].itertuples()
    ]
    assert len(shown) > 15
    assert [(a.text, b.text) for a, b in itertools.combinations(shown, 2) if touch(a, b, zoom)] == []


def test_the_national_view_is_not_crowded():
    labels = geometry("labels")
    shown = labels[(labels["min_zoom"] <= NATIONAL) & (labels["max_zoom"] >= NATIONAL)]
    inside = shown[shown.within(shapely.box(-82, -19, -68, 1))]
    assert {"Lima", "Iquitos", "Cusco", "Pucallpa", "Puerto Maldonado"} < set(inside["text"])
    assert len(inside) < 26 and "department" not in set(inside["kind"])


def test_every_counted_unit_has_an_outline_and_only_the_joint_one_overlaps():
    zones = geometry("zones").set_index("zone_id")
    assert set(UNITS) <= set(zones.index)
    pairs = itertools.combinations(UNITS, 2)
    assert [pair for pair in pairs if zones.geometry[pair[0]].intersects(zones.geometry[pair[1]])] == []
    labels = shapely.points(zones["label_lon"], zones["label_lat"])
    assert shapely.covers(zones.geometry.to_numpy(), labels).all()
    assert zones["precision_note"].str.startswith("schematic").all()


def test_every_sea_leg_of_the_routes_is_stored():
    stored = geometry("sea_legs")
    known = {frozenset(pair) for pair in zip(stored["from_place_id"], stored["to_place_id"], strict=True)}
    assert {frozenset(pair) for pair in sea_pairs(load_table("route_legs"))} == known
