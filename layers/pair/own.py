"""A reader's own intervention as text in the link: units by role and years, of one subject."""

from collections.abc import Mapping, Sequence

from geo.timeline import YEARS

OWN = "own"
ROLES = ("treated", "surroundings", "control")
PHASES = ("before", "after")
PART, ITEM = "~", ","


def written(key: str, chosen: Mapping[str, Sequence[object]]) -> str:
    """Write units by role and years before and after as one text; `own_choice` reads it back."""
    parts = [ITEM.join(map(str, chosen[name])) for name in (*ROLES, *PHASES)]
    return PART.join([key, *parts]) if any(parts) else ""


def own_choice(text: str, key: str) -> dict[str, list]:
    """
    Read units by role and years; nothing chosen where the text is of another subject or none at all.

    Whether the units exist and have values is for `geo.displacement.interventions.define` to say.
    """
    parts = text.split(PART)
    if len(parts) != 1 + len(ROLES) + len(PHASES) or parts[0] != key:
        return {name: [] for name in (*ROLES, *PHASES)}
    items = [[one for one in part.split(ITEM) if one] for part in parts[1:]]
    known = [str(year) for year in YEARS]
    years = [[int(one) for one in part if one in known] for part in items[len(ROLES) :]]
    return dict(zip((*ROLES, *PHASES), [*items[: len(ROLES)], *years], strict=True))
