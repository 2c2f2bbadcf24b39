"""What goes into an evaluation: the values of each unit before and after, with their rivals and sources."""

import pandas as pd

from geo.displacement.findings import WARN, Finding
from geo.displacement.interventions import ROLES, Intervention
from geo.displacement.subjects import subject
from geo.tables import load_table

BEFORE, AFTER = PHASES = ("before", "after")
INPUTS = ("role", "unit", "name", "phase", "year", "value", "low", "high", "status", "series", "source_keys", "row_ids")
RATE, RATE_UNIT = "rate_ha_month", "ha/month"


def inputs_of(one: Intervention) -> tuple[pd.DataFrame, list[Finding]]:
    """
    Give the values of an intervention.

    Returns
    -------
    inputs
        One row a unit and year (of one study: a unit and period), the columns `INPUTS`: `value` is the preferred
        one, `low` and `high` bound its rivals, in the unit of the subject (`RATE_UNIT` without one).
    lost
        A warning for each unit and year without a value; such a unit is in no row.

    Raises
    ------
    KeyError
        If a row that the table of units names does not exist.
    """
    return _yearly_inputs(one) if one.subject else _stated_inputs(one)


def _yearly_inputs(one: Intervention) -> tuple[pd.DataFrame, list[Finding]]:
    """Give the inputs from a subject, and the units left out because a year lacks their value."""
    about, lost = subject(one.subject), []
    names, measured = about.names(), {year: about.measured(year) for year in (*one.before, *one.after)}
    rows = []
    for role in ROLES:
        for unit in one.roles[role]:
            without = [year for year, frame in measured.items() if unit not in frame.index]
            for year in without:
                why = str(about.missing(year).get(unit, "no_value"))
                lost.append(
                    Finding(WARN, "unit_left_out", {"unit": str(names.get(unit, unit)), "year": year, "why": why})
                )
            if without:
                continue
            for phase, years in zip(PHASES, (one.before, one.after), strict=True):
                for year in years:
                    own = measured[year].loc[unit].to_dict()
                    told = {name: own[name] for name in INPUTS if name in own}
                    rows.append(
                        {"role": role, "unit": unit, "name": names[unit], "phase": phase, "year": str(year)} | told
                    )
    return pd.DataFrame(rows, columns=list(INPUTS)), lost


def _stated_inputs(one: Intervention) -> tuple[pd.DataFrame, list[Finding]]:
    """Give the inputs from the rows named; rivals state the same sector's rate from the same month on."""
    table = load_table("mining_sector_year").set_index("row_id", drop=False)
    absent = sorted({row for pair in one.rows.values() for row in pair} - set(table.index))
    if absent:
        raise KeyError(f"intervention {one.key} names rows that mining_sector_year lacks: {', '.join(absent)}")
    names = load_table("mining_sectors").set_index("sector_id")["name"]
    rows = []
    for role in ROLES:
        for unit in one.roles[role]:
            for phase, row_id in zip(PHASES, one.rows[unit], strict=True):
                own = table.loc[row_id]
                alike = table[table["sector_id"].eq(unit) & table["period_start"].eq(own["period_start"])]
                rivals = alike[alike[RATE].notna()]
                rows.append(
                    {
                        "role": role,
                        "unit": unit,
                        "name": names[unit],
                        "phase": phase,
                        "year": f"{own['period_start']}/{own['period_end']}",
                        "value": own[RATE],
                        "low": rivals[RATE].min(),
                        "high": rivals[RATE].max(),
                        "status": "value",
                        "series": "",
                        "source_keys": tuple(dict.fromkeys([own["source_key"], *rivals["source_key"]])),
                        "row_ids": (row_id,),
                    }
                )
    return pd.DataFrame(rows, columns=list(INPUTS)), []
