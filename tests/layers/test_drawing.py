"""Features and marks are kept by data version and handed out as copies."""

import pytest

from layers.drawing import features_of, marks_of


def test_a_caller_cannot_change_what_is_kept():
    features, marks = features_of("ports"), marks_of("ports")
    del features["name"]
    marks[2016].loc[:, "look"] = "broken"
    del marks[2017]
    assert "name" in features_of("ports")
    assert "broken" not in set(marks_of("ports")[2016]["look"])
    assert 2017 in marks_of("ports")


def test_a_row_more_is_a_feature_more(data_copy):
    before = len(features_of("crossings"))
    table = data_copy / "tables" / "crossings.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text(
        "\n".join([*lines[:-1], "zzz" + lines[-1][lines[-1].index(",") :], lines[-1], ""]), encoding="utf-8"
    )
    assert len(features_of("crossings")) == before + 1


def test_an_unknown_layer_is_loud():
    with pytest.raises(KeyError, match="no layer 'weather'"):
        marks_of("weather")
