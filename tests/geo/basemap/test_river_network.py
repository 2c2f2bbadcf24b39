"""Stretches become a network; size is the length of river upstream."""

import numpy as np
import pytest
import shapely

from geo.basemap.river_network import length_km, network, rank_of

SEA = shapely.LineString([(0, -5), (0, 5)])
MERIDIAN_DEGREE_KM = 110.57


def edge_to(graph, lon, lat):
    return next(
        edge for *pair, edge in graph.edges(data=True) if (lon, lat) in pair and graph.degree((lon, lat)) == 1
    )


def test_a_degree_of_meridian():
    assert length_km(shapely.LineString([(0, 0), (0, 1)])) == pytest.approx(MERIDIAN_DEGREE_KM, abs=0.01)


@pytest.mark.parametrize(("km", "rank"), [(6000, 1), (5999, 2), (450, 3), (120, 4), (119.9, 5), (0, 5)])
def test_ranks(km, rank):
    assert rank_of(km) == rank


def test_two_rivers_meet_and_the_lower_one_carries_both():
    lower, left, right = [(1.0, 0.0), (2.0, 0.0)], [(2.0, 0.0), (2.0, 1.0)], [(2.0, 0.0), (2.0, -2.0)]
    graph = network([np.array(line) for line in (left, lower, right)], SEA)
    whole = sum(edge["km"] for *_, edge in graph.edges(data=True))
    assert edge_to(graph, 1.0, 0.0)["upstream_km"] == pytest.approx(whole)
    assert edge_to(graph, 2.0, 1.0)["upstream_km"] == pytest.approx(MERIDIAN_DEGREE_KM, abs=0.01)
    assert edge_to(graph, 2.0, -2.0)["upstream_km"] == pytest.approx(2 * MERIDIAN_DEGREE_KM, abs=0.02)


def test_a_line_ending_on_the_middle_of_another_cuts_it():
    graph = network([np.array([(1.0, 0.0), (3.0, 0.0)]), np.array([(2.0, 0.0), (2.0, 1.0)])], SEA)
    assert graph.degree((2.0, 0.0)) == 3


@pytest.mark.parametrize(("gap", "pieces"), [(0.03, 1), (0.06, 2)])
def test_small_gaps_are_closed_and_watersheds_are_not(gap, pieces):
    lines = [np.array([(1.0, 0.0), (2.0, 0.0)]), np.array([(2.0 + gap, 0.0), (3.0, 0.0)])]
    graph = network(lines, SEA)
    loose = sum(graph.degree(node) == 1 for node in graph)
    assert loose == 2 * pieces


def test_a_wide_river_takes_its_tributaries_and_ends_at_the_sea():
    banks = np.array([(0.5, -0.05), (4.0, -0.05), (4.0, 0.05), (0.5, 0.05), (0.5, -0.05)])
    tributary = np.array([(2.0, 0.05), (2.0, 1.0)])
    graph = network([tributary, banks], SEA)
    total = sum(edge["km"] for *_, edge in graph.edges(data=True))
    assert max(edge["upstream_km"] for *_, edge in graph.edges(data=True)) == pytest.approx(total)
    largest = max(graph.edges(data=True), key=lambda one: one[2]["upstream_km"])
    assert min(largest[0][0], largest[1][0]) < 0.7
