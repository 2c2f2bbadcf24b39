"""Port loads: one line a report, rival weights of a load side by side, the added one first."""

import pytest

from layers.port_loads import port_loads, weight
from tests.layers.tables import rows


def row(kg, low=float("nan"), high=float("nan"), qualifier="exactly"):
    return {"seized_kg": kg, "seized_kg_low": low, "seized_kg_high": high, "qualifier": qualifier}


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (row(200), "200 kg"),
        (row(112, low=112, qualifier="over"), "over 112 kg"),
        (row(4000, 1000, 4000, "up_to"), "up to 4,000 kg (between 1,000 and 4,000)"),
        (row(float("nan")), "no weight given"),
    ],
)
def test_a_weight_is_hedged_as_its_source_hedges_it(cells, text):
    assert weight(cells) == text


def test_rival_weights_stand_side_by_side_the_added_one_first():
    loads = port_loads("matarani")
    assert list(loads["kg"]) == [240, 210] and list(loads["added"]) == [True, False]
    assert list(loads["slot"]) == [0, 1]


def test_slots_start_anew_each_year():
    loads = port_loads("callao")
    assert loads.groupby("year")["slot"].apply(list).to_dict() == {
        2014: [0, 1], 2015: [0, 1], 2016: [0], 2017: [0, 1, 2, 3], 2018: [0, 1], 2019: [0],
    }  # fmt: skip


def test_a_report_without_a_weight_is_kept():
    loads = port_loads("ilo")
    assert loads["kg"].isna().sum() == 1 and "no weight given" in set(loads["weight"])


def test_a_load_taken_at_no_port_stands_at_its_place():
    assert len(port_loads("huanchaco_la_libertad")) == 4
    assert port_loads("chancay").empty


def test_every_report_of_the_table_stands_at_one_spot():
    table = rows("port_seizures")
    spots = {one["port_id"] or one["place_id"] for one in table}
    assert sum(len(port_loads(spot)) for spot in spots) == len(table)
