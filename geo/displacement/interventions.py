"""Interventions: what is treated, what lies round it, what is the control, and the years before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from itertools import product

import pandas as pd

from geo.displacement.findings import REFUSE, Finding
from geo.displacement.subjects import SUBJECTS, subject
from geo.tables import data_version, load_table
from geo.timeline import FIRST_YEAR, LAST_YEAR

TREATED, SURROUNDINGS, CONTROL = ROLES = ("treated", "surroundings", "control")


@dataclass(frozen=True)
class Intervention:
    """
    One intervention, set against its surroundings and a control.

    Attributes
    ----------
    key
        Its key in tables/interventions.csv; '' for a user's own.
    name
        As the table has it; '' for a user's own.
    subject
        Key of the subject that gives the values; '' where `rows` names them.
    roles
        Units by role; in a table's own a role may be empty, with the reason in `control_reason`.
    before, after
        Years; values of several years are averaged.
    rows
        Where there is no yearly subject: for each unit the rows of mining_sector_year before and after.
    reasons
        Why a unit has its role, by unit; empty for a user's own.
    choice_reason, control_reason, note, source_key
        What is said of the choice, which is ours, and the source of the intervention.
    """

    key: str
    name: str
    subject: str
    roles: Mapping[str, tuple[str, ...]]
    before: tuple[int, ...]
    after: tuple[int, ...]
    rows: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    choice_reason: str = ""
    control_reason: str = ""
    note: str = ""
    source_key: str = ""

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit, in the order of the roles."""
        return tuple(unit for role in ROLES for unit in self.roles[role])


class Unusable(ValueError):
    """
    An intervention that cannot be evaluated.

    Attributes
    ----------
    findings
        Every reason, each with level `refuse`; `key` is worded in the catalogue.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        told = "; ".join(f"{one.key} {dict(one.fields)}" if one.fields else one.key for one in self.findings)
        super().__init__(f"the intervention cannot be evaluated: {told}")


def interventions() -> tuple[Intervention, ...]:
    """
    Return the interventions of tables/interventions.csv, in file order.

    Raises
    ------
    TableError
        If a table cannot be read.
    """
    return _interventions(data_version())


def intervention(key: str) -> Intervention:
    """
    Return one of them.

    Raises
    ------
    KeyError
        If there is none of that key.
    """
    for one in interventions():
        if one.key == key:
            return one
    raise KeyError(f"no intervention {key!r}; there are {', '.join(one.key for one in interventions())}")


def define(
    treated: Iterable[str],
    surroundings: Iterable[str],
    control: Iterable[str],
    before: Iterable[int],
    after: Iterable[int],
    subject_key: str,
) -> Intervention:
    """
    Define an intervention of one's own.

    Parameters
    ----------
    treated, surroundings, control
        Units of the subject, each in one role.
    before, after
        Years, all of `before` earlier than all of `after`; values of several years are averaged.
    subject_key
        Key of a subject.

    Raises
    ------
    Unusable
        With every reason at once: `unknown_subject`, `role_empty`, `unknown_unit`, `two_roles`, `parent_and_child`,
        `years_empty`, `outside_window`, `not_before`, `no_value` (with the unit, the year and why: not reported is
        no value, never 0), and what the subject itself refuses, such as a stock against an increment. A break of
        the series between the years is no reason: the evaluation warns of it.
    """
    roles = {
        role: tuple(dict.fromkeys(units)) for role, units in zip(ROLES, (treated, surroundings, control), strict=True)
    }
    one = Intervention("", "", subject_key, roles, tuple(sorted(set(before))), tuple(sorted(set(after))))
    refused = faults(one)
    if refused:
        raise Unusable(refused)
    return one


def faults(one: Intervention) -> list[Finding]:
    """List why an intervention with a subject cannot be evaluated; see `define`."""
    if one.subject not in {known.key for known in SUBJECTS}:
        known = tuple(known.key for known in SUBJECTS)
        return [Finding(REFUSE, "unknown_subject", {"subject": one.subject, "known": known})]
    empty = [Finding(REFUSE, "role_empty", {"role": role}) for role in ROLES if not one.roles[role]]
    wrong = _year_faults(one)
    found = [*empty, *_unit_faults(one), *wrong]
    return found if wrong else [*found, *_value_faults(one)]


def _unit_faults(one: Intervention) -> list[Finding]:
    known, held, found = _known_units(one.subject), parents(one.subject), []
    for unit in dict.fromkeys(one.units):
        roles = tuple(role for role in ROLES if unit in one.roles[role])
        if len(roles) > 1:
            found.append(Finding(REFUSE, "two_roles", {"unit": unit, "roles": roles}))
        inside = [other for other in dict.fromkeys(one.units) if other in ancestors(unit, held)]
        found += [Finding(REFUSE, "parent_and_child", {"unit": unit, "parent": other}) for other in inside]
        if unit not in known:
            near = tuple(get_close_matches(unit, known, n=3)) or ancestors(unit, held)[-1:]
            found.append(Finding(REFUSE, "unknown_unit", {"unit": unit, "nearest": near}))
    return found


def _year_faults(one: Intervention) -> list[Finding]:
    phases = {"before": one.before, "after": one.after}
    found = [Finding(REFUSE, "years_empty", {"phase": phase}) for phase, years in phases.items() if not years]
    outside = tuple(year for years in phases.values() for year in years if not FIRST_YEAR <= year <= LAST_YEAR)
    if outside:
        found.append(Finding(REFUSE, "outside_window", {"years": outside, "first": FIRST_YEAR, "last": LAST_YEAR}))
    if one.before and one.after and max(one.before) >= min(one.after):
        found.append(Finding(REFUSE, "not_before", {"last": max(one.before), "first": min(one.after)}))
    return found


def _value_faults(one: Intervention) -> list[Finding]:
    """List units without a value in a year, and years that the subject itself does not let stand together."""
    about, known = subject(one.subject), _known_units(one.subject)
    found = []
    for year in (*one.before, *one.after):
        values, why = about.values(year), about.missing(year)
        for unit in dict.fromkeys(one.units):
            if unit in known and unit not in values.index:
                fields = {"unit": unit, "year": year, "why": str(why.get(unit, "no_value"))}
                found.append(Finding(REFUSE, "no_value", fields))
    for first, second in product(one.before, one.after):
        found += [own for own in about.checks(first, second) if own.level == REFUSE and own not in found]
    return found


def _known_units(key: str) -> list[str]:
    """Name the units of a subject that have a value in some year."""
    about = subject(key)
    return list(dict.fromkeys(unit for year in about.years() for unit in about.values(year).index))


def parents(key: str) -> dict[str, str]:
    """Give the zone that each part belongs to; other subjects have no parts."""
    if key != "coca_zones":
        return {}
    rows = pd.concat([load_table(name)[["zone_id", "parent_zone"]] for name in ("coca_zones", "coca_zone_year")])
    rows = rows.dropna()
    return dict(zip(rows["zone_id"], rows["parent_zone"], strict=True))


def ancestors(unit: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    """Name the zones that hold a part, the nearest first."""
    found: list[str] = []
    while unit in parents and parents[unit] not in found:
        unit = parents[unit]
        found.append(unit)
    return tuple(found)


@lru_cache(maxsize=2)
def _interventions(version: str) -> tuple[Intervention, ...]:
    units = load_table("intervention_units")
    return tuple(
        _from_row(row, units[units["intervention_id"].eq(row["intervention_id"])])
        for row in load_table("interventions").to_dict("records")
    )


def _from_row(row: dict[str, object], units: pd.DataFrame) -> Intervention:
    def text(cell: object) -> str:
        return "" if pd.isna(cell) else str(cell)

    stated = units[units["before_row"].notna()]
    return Intervention(
        key=row["intervention_id"],
        name=row["name"],
        subject=text(row["subject"]),
        roles={role: tuple(units.loc[units["role"].eq(role), "unit_id"]) for role in ROLES},
        before=tuple(range(row["before_from"], row["before_until"] + 1)),
        after=tuple(range(row["after_from"], row["after_until"] + 1)),
        rows={
            unit: (before, after)
            for unit, before, after in zip(stated["unit_id"], stated["before_row"], stated["after_row"], strict=True)
        },
        reasons=dict(zip(units["unit_id"], units["reason"], strict=True)),
        choice_reason=row["choice_reason"],
        control_reason=row["control_reason"],
        note=text(row["note"]),
        source_key=row["source_key"],
    )
