"""Numbers as they are read: separators, signs, shares, periods."""

import pandas as pd

from layers.words import word

MINUS = "\N{MINUS SIGN}"


def number(value: float, decimals: int | None = None) -> str:
    """
    Write a number with thousands separators.

    Parameters
    ----------
    value
        Any finite number.
    decimals
        Digits after the point; without it: none from 100 on, else as many as are needed, at most 2.
    """
    if decimals is None:
        whole = abs(value) >= 100 or float(value).is_integer()
        text = f"{value:,.0f}" if whole else f"{value:,.2f}".rstrip("0").rstrip(".")
    else:
        text = f"{value:,.{decimals}f}"
    return text.replace("-", MINUS)


def share_change(now: float, before: float) -> str:
    """Write a relative change with its sign, as `+7.6 %`; `before` must not be 0."""
    change = round(100 * (now / before - 1), 1)
    sign = "+" if change > 0 else MINUS if change < 0 else "±"
    return f"{sign}{abs(change):,.1f} %"


def period(from_year: object, until_year: object, lang: str = "en") -> str:
    """Write a span of years; an open or missing end is said in words."""
    start = None if pd.isna(from_year) else int(from_year)
    end = None if pd.isna(until_year) else int(until_year)
    if start is None and end is None:
        return word("layers.period.undated", lang)
    if start is None:
        return word("layers.period.until", lang, year=end)
    if end is None:
        return word("layers.period.since", lang, year=start)
    return str(start) if start == end else word("layers.period.span", lang, start=start, end=end)


def dates(start: object, end: object, lang: str = "en") -> str:
    """
    Write a period from ISO texts of a year, month or day: `Feb-Jun 2018`, `7-8 Aug 2012`, `2013-2015`.

    A missing start or end is said in words.
    """
    if pd.isna(end):
        return word("layers.period.since", lang, year=_date(str(start), lang))
    if pd.isna(start):
        return word("layers.period.until", lang, year=_date(str(end), lang))
    first, last = str(start), str(end)
    if first[:4] == last[:4] and first[4:] == "-01-01" and last[4:] == "-12-31":
        return first[:4]
    if first == last:
        return _date(first, lang)
    begins, ends = _date(first, lang).split(), _date(last, lang).split()
    while len(first) == len(last) and begins[-1] == ends[len(begins) - 1]:
        begins.pop()  # the month or year that both share is said once
    return word("layers.period.span", lang, start=" ".join(begins), end=" ".join(ends))


def _date(text: str, lang: str) -> str:
    parts = text.split("-")
    if len(parts) == 1:
        return text
    month = word(f"layers.month.{int(parts[1])}", lang)
    return " ".join(([str(int(parts[2]))] if len(parts) > 2 else []) + [month, parts[0]])
