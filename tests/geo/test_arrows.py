"""Broad arrows: thin where they come from, with their tip where the line ends."""

import numpy as np
import pytest
import shapely

from geo.arrows import arrow, band, barred, loop, shortened

# ten degrees along the equator, where the web map is as long as it is wide
LEVEL = np.column_stack([np.linspace(-80, -70, 11), np.zeros(11)])


def height_at(outline, lon):
    cut = outline.intersection(shapely.LineString([(lon, -5), (lon, 5)]))
    return cut.length


def test_an_arrow_ends_at_its_tip_and_starts_thin():
    outline = arrow(LEVEL, width=1.0, head=2.0)
    assert outline.is_valid
    assert outline.bounds[2] == pytest.approx(-70.0)
    assert height_at(outline, -80 + 1e-6) == pytest.approx(0.2, abs=1e-3)
    # the neck is two degrees before the tip: the shaft is 1 wide there, the head 1.5
    assert height_at(outline, -72 - 1e-6) == pytest.approx(1.0, abs=1e-3)
    assert height_at(outline, -72 + 1e-6) == pytest.approx(1.5, abs=1e-3)


def test_a_head_takes_at_most_half_the_line():
    outline = arrow(LEVEL, width=1.0, head=50.0)
    assert height_at(outline, -75 + 1e-6) == pytest.approx(0.75 * 5.0, abs=1e-2)


def test_a_band_has_no_head_and_a_bar_stands_across_the_end():
    plain, closed = band(LEVEL, 1.0), barred(LEVEL, 1.0, 2.0)
    assert height_at(plain, -70 - 1e-6) == pytest.approx(1.0, abs=1e-3)
    assert plain.area == pytest.approx(10 * (0.2 + 1.0) / 2, rel=1e-3)
    assert height_at(closed, -70.5) == pytest.approx(1.5, abs=1e-3)
    assert height_at(closed, -71) == pytest.approx(0.98, abs=0.03)


def test_a_loop_comes_back_to_its_place():
    line = loop((-70.0, 0.0), 1.0)
    assert line[-1].tolist() == [-70.0, 0.0]
    assert line[:, 1].max() == pytest.approx(2.0, abs=0.01)
    assert line[:, 0].min() == pytest.approx(-71.0, abs=0.01)
    assert arrow(line, 0.1, 0.4).is_valid


def test_a_line_is_cut_at_both_ends():
    cut = shortened(LEVEL, 0.1, 0.2)
    assert cut[0].tolist() == pytest.approx([-79.0, 0.0], abs=1e-6)
    assert cut[-1].tolist() == pytest.approx([-72.0, 0.0], abs=1e-6)


@pytest.mark.parametrize("draw", [lambda line: band(line, 1.0), lambda line: arrow(line, 1.0, 1.0)])
def test_a_line_without_direction_is_refused(draw):
    with pytest.raises(ValueError, match="a line of 2 points has no direction"):
        draw(np.array([[-75.0, -10.0], [-75.0, -10.0]]))
