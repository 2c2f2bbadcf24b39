"""What an intervention changed: its inputs, quotient and difference, what bounds them, and what others found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.displacement.difference import Difference, wdd
from geo.displacement.findings import WARN, Finding
from geo.displacement.inputs import AFTER, BEFORE, RATE_UNIT, inputs_of
from geo.displacement.intervals import DRAWS, SEED, TAILS
from geo.displacement.interventions import CONTROL, ROLES, SURROUNDINGS, TREATED, Intervention
from geo.displacement.quotient import Quotient, wdq
from geo.displacement.subjects import subject
from geo.tables import load_table

ALIKE = 2.0  # surroundings or a control so many times larger or smaller than the treated area are named

Pairs = Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class Estimate:
    """A value, and the middle 95 % of what rival sources allow; `low` and `high` are None where none differ."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Evaluation:
    """
    An intervention with its figures.

    Attributes
    ----------
    intervention, unit, kind
        What was evaluated; unit of the values; `amount`, `rate` or `count`.
    inputs
        What `geo.displacement.inputs` gives: one row a unit and year. Nothing else goes into the figures.
    sums
        Value before and after by role; a role without units is absent. Years are averaged, units added.
    changes
        After less before by role.
    quotient
        With its companions; None where a role is empty.
    difference
        For counts, of the treated area against the control; None otherwise or without a control.
    net
        For amounts and rates: (treated after - before) - (control after - before), in the unit of the values. It has
        no standard error: its bounds are those of rival sources, if any differ. None for counts or without a control.
    total_net
        Units saved in treated area and surroundings together against the control's course, bounded alike; None
        without a quotient.
    warnings
        What has to be said beside the result.
    findings
        Rows of intervention_findings about it; none for a user's own.
    """

    intervention: Intervention
    unit: str
    kind: str
    inputs: pd.DataFrame
    sums: Pairs
    changes: Mapping[str, Estimate]
    quotient: Quotient | None
    difference: Difference | None
    net: Estimate | None
    total_net: Estimate | None
    warnings: tuple[Finding, ...]
    findings: pd.DataFrame


def evaluate(one: Intervention, draws: int = DRAWS, seed: int = SEED) -> Evaluation:
    """
    Evaluate an intervention: WDQ with its companions, WDD for counts, changes by role with bounds.

    The formulas are those of `wdq` (Bowers and Johnson 2003) and `wdd` (Wheeler and Ratcliffe 2018). Areas have no
    counting error, so that no standard error is given for them: values are drawn evenly between the lowest and the
    highest that sources give, which bounds the dispute and not the error of a survey. A unit without a value in a
    needed year is left out of its role in both phases, with a warning; it never counts as 0.

    A fall in the treated area is no proof that the intervention caused it: surroundings are a guess, the control may
    be reached too, and a crop can move farther than any neighbour.

    Raises
    ------
    KeyError
        If a row that the table of units names does not exist.
    """
    about = subject(one.subject) if one.subject else None
    inputs, lost = inputs_of(one)
    kind = ("count" if about.kind == "count" else "amount") if about else "rate"
    sums = sums_of(inputs, inputs["value"])
    drawn = _drawn(inputs, draws, seed)
    full = all(role in sums for role in ROLES)
    quotient = wdq(sums[TREATED], sums[SURROUNDINGS], sums[CONTROL]) if full else None
    paired = TREATED in sums and CONTROL in sums
    return Evaluation(
        intervention=one,
        unit=about.unit if about else RATE_UNIT,
        kind=kind,
        inputs=inputs,
        sums=sums,
        changes={role: _bounded(lambda pairs, role=role: _change(pairs, role), sums, drawn) for role in sums},
        quotient=quotient,
        difference=_difference(one, sums) if kind == "count" and paired else None,
        net=_bounded(_net, sums, drawn) if kind != "count" and paired else None,
        total_net=_bounded(_total_net, sums, drawn) if quotient and quotient.total_net is not None else None,
        warnings=tuple(_warnings(one, inputs, lost, sums, kind)),
        findings=_findings_on(one),
    )


def sums_of(inputs: pd.DataFrame, values: np.ndarray | pd.Series) -> dict[str, tuple[float, float]]:
    """Average the years of each unit and add the units of each role: value before and after, by role."""
    weights = _weights(inputs)
    sums = dict(zip(weights.columns, np.asarray(values, dtype=float) @ weights.to_numpy(), strict=True))
    return {role: (float(sums[role, BEFORE]), float(sums[role, AFTER])) for role in ROLES if (role, BEFORE) in sums}


def _weights(inputs: pd.DataFrame) -> pd.DataFrame:
    """Give what each input counts in the sum of a role and phase: one over the number of years of its unit."""
    years = inputs.groupby(["role", "phase", "unit"])["role"].transform("size")
    columns = list(dict.fromkeys(zip(inputs["role"], inputs["phase"], strict=True)))
    own = [inputs["role"].eq(role) & inputs["phase"].eq(phase) for role, phase in columns]
    return pd.DataFrame({column: mask / years for column, mask in zip(columns, own, strict=True)}, index=inputs.index)


def _drawn(inputs: pd.DataFrame, draws: int, seed: int) -> list[Pairs]:
    """Draw the sums by role many times; nothing where no two sources differ."""
    low, high = inputs["low"].to_numpy(float), inputs["high"].to_numpy(float)
    if not (high > low).any():
        return []
    weights = _weights(inputs)
    picked = np.random.default_rng(seed).uniform(low, high, size=(draws, len(inputs))) @ weights.to_numpy()
    at = {column: place for place, column in enumerate(weights.columns)}
    roles = [role for role in ROLES if (role, BEFORE) in at]
    return [{role: (row[at[role, BEFORE]], row[at[role, AFTER]]) for role in roles} for row in picked.tolist()]


def _bounded(statistic: Callable[[Pairs], float], sums: Pairs, drawn: list[Pairs]) -> Estimate:
    """Bound a statistic by the draws; no bounds where it does not vary."""
    value, found = statistic(sums), [statistic(pairs) for pairs in drawn]
    if not found or max(found) == min(found):
        return Estimate(value, None, None)
    low, high = (float(one) for one in np.percentile(found, TAILS))
    return Estimate(value, min(low, value), max(high, value))


def _change(pairs: Pairs, role: str) -> float:
    return pairs[role][1] - pairs[role][0]


def _net(pairs: Pairs) -> float:
    return _change(pairs, TREATED) - _change(pairs, CONTROL)


def _total_net(pairs: Pairs) -> float:
    return float(wdq(*(pairs[role] for role in ROLES)).total_net)


def _difference(one: Intervention, sums: Pairs) -> Difference | None:
    """Test counts; averaged years are no counts any more."""
    pairs = sums[TREATED], sums[CONTROL]
    return wdd(*pairs) if len(one.before) == len(one.after) == 1 and any(map(any, pairs)) else None


def _warnings(one: Intervention, inputs: pd.DataFrame, lost: list[Finding], sums: Pairs, kind: str) -> list[Finding]:
    found = list(lost)
    if one.subject:
        for year in subject(one.subject).breaks(min(one.before), max(one.after)):
            found.append(Finding(WARN, "series_break", {"year": year}))
    for status in ("bound", "estimate", "part_year"):
        for row in inputs[inputs["status"].eq(status)].to_dict("records"):
            found.append(Finding(WARN, f"input_{status}", {"unit": row["name"], "year": row["year"]}))
    found += [Finding(WARN, "role_missing", {"role": role}) for role in ROLES if role not in sums]
    found += _unlike(sums)
    if not (inputs["high"] > inputs["low"]).any():
        found.append(Finding(WARN, "no_rivals"))
    if kind != "count":
        found.append(Finding(WARN, "no_standard_error"))
    elif len(one.before) > 1 or len(one.after) > 1:
        found.append(Finding(WARN, "averaged_counts"))
    return found


def _unlike(sums: Pairs) -> list[Finding]:
    """Name surroundings that dwarf the treated area, and a control that is no match for it."""
    treated, found = sums.get(TREATED, (0.0, 0.0))[0], []
    if not treated:
        return found
    around, control = (sums.get(role, (0.0, 0.0))[0] / treated for role in (SURROUNDINGS, CONTROL))
    if around > ALIKE:
        found.append(Finding(WARN, "surroundings_larger", {"ratio": around}))
    if control and not 1 / ALIKE <= control <= ALIKE:
        found.append(Finding(WARN, "control_unlike", {"ratio": control}))
    return found


def _findings_on(one: Intervention) -> pd.DataFrame:
    table = load_table("intervention_findings")
    return table[table["intervention_id"].eq(one.key)].reset_index(drop=True)
