"""Search finds whatever has a name, with or without its accents."""

from geo.tables import load_table
from layers.drawing import features_of
from layers.registry import LAYERS
from layers.search import hits, plain, rank


def test_plain_takes_accents_and_case_away():
    assert plain("Marañón ÁNCASH") == "maranon ancash"


def test_everything_with_a_name_is_there():
    found = {(one.layer, one.id) for one in hits()}
    for one in LAYERS:
        assert {(one.key, key) for key in features_of(one.key)["id"]} <= found
    assert {("places", key) for key in load_table("places")["place_id"]} <= found
    assert {("organisations", key) for key in load_table("organisations")["org_id"]} <= found


def test_a_label_with_accents_can_be_typed_without():
    labels = [one.label for one in hits() if one.id == "maranon+alto_chicama"]
    assert labels and all("Marañón" in label and "maranon" in label for label in labels)


def test_grid_cells_come_after_everything_a_reader_means():
    order = [rank(one.layer) for one in hits()]
    assert order == sorted(order)
    assert hits()[-1].layer == "mining_cells"


def test_only_places_carry_a_position():
    assert all((one.lat is not None) == (one.layer == "places") for one in hits())


def test_no_two_labels_are_the_same():
    labels = [one.label for one in hits()]
    assert len(labels) == len(set(labels))
