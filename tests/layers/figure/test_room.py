"""Labels beside symbols: the first free place, never over another label."""

from matplotlib.path import Path

from layers.figure.room import Room, beside, dots

SIZE = (40.0, 12.0)


def test_the_best_place_is_to_the_right():
    spot = Room(300, 300).spot((100, 100), 10, SIZE, "a", far=False)
    assert spot.box == (114, 94, 154, 106)
    assert spot.leader is None


def test_takes_the_next_place_where_the_best_is_taken():
    room = Room(300, 300)
    room.take((110, 90, 160, 110))
    assert room.spot((100, 100), 10, SIZE, "a", far=False).box == (46, 94, 86, 106)


def test_what_its_own_feature_has_is_no_obstacle():
    room = Room(300, 300)
    room.take((110, 90, 160, 110), "a")
    assert room.spot((100, 100), 10, SIZE, "a", far=False).box[0] == 114


def test_nothing_is_written_over_the_edge():
    assert Room(60, 30).spot((30, 15), 10, SIZE, "a", far=False) is None


def test_near_the_edge_a_label_above_or_below_moves_into_the_pane():
    room = Room(300, 300)
    room.take((0, 90, 270, 110))  # what stands left of the symbol
    left, top, right, bottom = room.spot((285, 100), 10, SIZE, "a", far=False).box
    assert right == 296 and top > 110
    assert Room(300, 300).spot((330, 100), 10, SIZE, "a", far=False) is None


def test_a_crossed_outline_is_avoided_but_no_obstacle():
    room = Room(300, 300)
    room.cover(Path([(120, 80), (120, 120)]), filled=False)
    assert room.spot((100, 100), 10, SIZE, "a", far=False).box[2] < 100
    for box in beside((100, 100), 10, SIZE):
        room.cover(Path([box[:2], box[2:]]), filled=True)
    assert room.spot((100, 100), 10, SIZE, "a", far=False) is not None


def test_where_it_is_crowded_a_line_leads_farther_off():
    room = Room(300, 300)
    room.take((60, 80, 99, 120))
    room.take((112, 80, 140, 120))
    room.take((60, 80, 140, 89))
    room.take((60, 112, 140, 120))
    assert room.spot((105, 100), 5, SIZE, "a", far=False) is None
    assert room.spot((105, 100), 5, SIZE, "a", far=True) is None  # every line would cross what is taken
    room = Room(300, 300)
    for box in beside((100, 100), 5, SIZE):
        room.take((box[0] + 15, box[1] + 4, box[0] + 25, box[1] + 8))
    spot = room.spot((100, 100), 5, SIZE, "a", far=True)
    assert spot.leader is not None
    assert all(room.is_free(dot, "a") for dot in dots(spot.leader))


def test_a_box_is_a_burden_where_it_hides_something():
    room = Room(300, 300)
    room.take((0, 0, 20, 20))
    room.cover(Path([(100, 0), (100, 300)]), filled=False)
    assert room.burden((200, 200, 240, 240)) == 0
    assert room.burden((80, 200, 120, 240)) == 1
    assert room.burden((10, 10, 40, 40)) > 1


def test_a_symbol_outside_the_pane_gets_no_line():
    room = Room(300, 300)
    room.take((0, 0, 60, 300))
    assert room.spot((-20, 100), 5, SIZE, "a", far=True) is None
