"""A route in words, from its cells; no verb that no source uses."""

from collections.abc import Mapping

import pandas as pd

from layers.amounts import period
from layers.marks import split_list
from layers.package_words import place_name, value_word
from layers.words import has_word, word


def listed(parts: tuple[str, ...], lang: str = "en") -> str:
    """Join words: `road, river and sea`; none gives ''."""
    if len(parts) < 2:
        return "".join(parts)
    return word("layers.and", lang, first=", ".join(parts[:-1]), second=parts[-1])


def market_name(slug: str, lang: str = "en") -> str:
    """Give a market as it is read."""
    return word(f"layers.filter.market.{slug}", lang)


def modes_in_words(cell: object, lang: str = "en") -> str:
    """Give modes as they are read: `road and sea`."""
    return listed(tuple(word(f"layers.filter.mode.{mode}", lang) for mode in split_list(cell)), lang)


def route_name(route: Mapping[str, object], lang: str = "en") -> str:
    """
    Name a route: `VRAEM to Bolivia, light aircraft`.

    Parameters
    ----------
    route
        One row of `routes`.
    """
    key = "layers.routes.name_unknown" if route["market"] == "not_stated" else "layers.routes.name"
    name = word(key, lang, origin=place_name(route["origin_zone"], lang), market=_target(route, lang))
    modes = modes_in_words(route["mode_classes"], lang)
    return word("layers.routes.name_by", lang, name=name, modes=modes) if modes else name


def route_in_words(route: Mapping[str, object], lang: str = "en") -> str:
    """
    Say a route in one sentence: commodity, origin, modes, exit, market and period.

    Raises
    ------
    KeyError
        If a class of the row has no word.
    """
    goods = word(f"layers.filter.commodity.{route['commodity_class']}", lang)
    parts = [word("layers.routes.start", lang, goods=goods, origin=place_name(route["origin_zone"], lang))]
    if not pd.isna(route["mode_classes"]):
        parts.append(word("layers.routes.by", lang, modes=modes_in_words(route["mode_classes"], lang)))
    if not pd.isna(route["exit_point"]):
        parts.append(word("layers.routes.exit", lang, place=place_name(route["exit_point"], lang)))
    if route["market"] == "not_stated":
        parts.append(word("layers.routes.no_market", lang))
    else:
        role = f"layers.routes.role_{route['market_role']}"
        target = _target(route, lang)
        parts.append(word(role if has_word(role, lang) else "layers.routes.to", lang, market=target))
    undated = bool(route["undated"])
    parts.append(
        word("layers.period.undated", lang)
        if undated
        else period(route["from_year"], route["until_year"], lang)
    )
    return ", ".join(parts)


def route_told(route: Mapping[str, object], lang: str = "en") -> str:
    """
    Tell a route with what is said of it: `VRAEM to Bolivia, by light aircraft: 6-10 flights a day, 2014, one source`.

    Raises
    ------
    KeyError
        If a class of the row has no word.
    """
    count = int(route["n_sources"])
    many = word("layers.routes.sources_one" if count == 1 else "layers.routes.sources_many", lang, count=count)
    when = (
        word("layers.period.undated", lang)
        if bool(route["undated"])
        else period(route["from_year"], route["until_year"], lang)
    )
    return word(
        "layers.routes.told", lang, name=route_name(route, lang), role=_role(route, lang), claim=route["claim"],
        when=when, sources=many,
    )  # fmt: skip


def _role(route: Mapping[str, object], lang: str) -> str:
    """Say of a market that buys first or lets pass that it does; a final one goes without saying."""
    transit = route["market_role"] == "first_buyer_or_transit"
    return word("layers.routes.told_transit", lang) if transit else ""


def _target(route: Mapping[str, object], lang: str) -> str:
    """Give market and countries: `Europe (Spain, Belgium)`; a market that is one country stands alone."""
    market = market_name(route["market"], lang)
    countries = tuple(value_word(one, lang) for one in split_list(route["destination_countries"]))
    if not countries or countries == (market,) or route["market"] == "domestic":
        return market
    return word("layers.routes.market_countries", lang, market=market, countries=", ".join(countries))
