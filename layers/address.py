"""The address of a view: a link from the app, or its part from the `?` on; read strictly, for files and commands."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from layers.link import FILTER_PREFIX, parameters, read
from layers.offers import OFFERS, START, bare_view, filter_choices, filter_fields, followed
from layers.options import options_of
from layers.view import View

PARAMETERS = ("year", "year2", "layers", "lang", "sel", "at", "ink")
IGNORED = ("data",)  # says with which data a link was made
LONGEST = 12_000
SHOWN = 60


def address_of(view: View) -> str:
    """Give the address of a view below that of the app: `/routes?year=2016&...`."""
    page = "" if view.page == START else view.page
    return f"/{page}?{urlencode(parameters(view), safe=',:;~')}"


def view_at(address: str) -> View:
    """
    Read an address: a whole link, or its part from the page's name or the `?` on.

    Raises
    ------
    ValueError
        If any part of it cannot be used; every fault is named with what was expected.
    """
    text = address.strip()
    if not text:
        raise ValueError("the view is empty, expected a link such as /routes?year=2016 or ?year=2012&year2=2020")
    if len(text) > LONGEST:
        raise ValueError(f"the view has {len(text):,} characters, expected at most {LONGEST:,}")
    # without a question mark it is a query if it holds an equals sign, else a page
    parts = urlsplit(text if "?" in text or "=" not in text else f"?{text}")
    page = parts.path.rstrip("/").rpartition("/")[2] or START
    if page not in OFFERS:
        raise ValueError(f"the view names the page {page[:SHOWN]!r}, expected one of {', '.join(OFFERS)}")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    params = dict(pairs)
    names = [name for name, _ in pairs]
    faults = [f"{name[:SHOWN]!r} stands twice" for name in params if names.count(name) > 1]
    known = {*PARAMETERS, *IGNORED, *options_of(page)}
    faults += [
        f"{name[:SHOWN]!r} is no part of a view of {page}, expected some of {', '.join(sorted(known))}, f.LAYER.FIELD"
        for name in params
        if name not in known and not name.startswith(FILTER_PREFIX)
    ]
    view, problems = read(params, filter_fields(page), bare_view(page), filter_choices(page))
    faults += problems
    if faults:
        raise ValueError("\n".join(faults))
    return followed(view)
