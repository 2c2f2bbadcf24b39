"""Numbers, shares and periods as they are read."""

import pandas as pd
import pytest

from layers.amounts import dates, number, period, share_change


@pytest.mark.parametrize(
    ("value", "text"),
    [(27994, "27,994"), (0.75, "0.75"), (12.5, "12.5"), (2112.32, "2,112"), (0, "0"), (-3.25, "−3.25")],
)
def test_number_has_separators_and_no_false_digits(value, text):
    assert number(value) == text


def test_number_keeps_the_decimals_asked_for():
    assert number(2.5, 2) == "2.50"


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [(27994, 26028, "+7.6 %"), (19167, 19900, "−3.7 %"), (100, 100, "±0.0 %"), (231, 11, "+2,000.0 %")],
)
def test_share_change_carries_its_sign(now, before, text):
    assert share_change(now, before) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (2014, 2015, "2014–2015"),
        (2014, 2014, "2014"),
        (2008, pd.NA, "since 2008"),
        (pd.NA, 2011, "until 2011"),
        (pd.NA, pd.NA, "undated"),
    ],
)
def test_period_says_an_open_end_in_words(start, end, text):
    assert period(start, end) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2018-02", "2018-06", "Feb–Jun 2018"),
        ("2013", "2015", "2013–2015"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2015-07-29", "2015-09-16", "29 Jul–16 Sep 2015"),
        ("2015-12-29", "2016-12-29", "29 Dec 2015–29 Dec 2016"),
        ("2012-08-07", "2012-08-08", "7–8 Aug 2012"),
        ("2016", "2017-01-07", "2016–7 Jan 2017"),
        ("2018-02", None, "since Feb 2018"),
        (None, "2016-10", "until Oct 2016"),
        ("2013-10-08", "2013-10-08", "8 Oct 2013"),
        ("2019-03", "2020-11", "Mar 2019–Nov 2020"),
    ],
)
def test_dates_are_as_exact_as_the_source(start, end, text):
    assert dates(start, end) == text
