"""Interventions, claims beside measures and literature in words: tables for page, slide and download."""

import pandas as pd

from geo.displacement.agreement import CANNOT, Span, agreement
from geo.displacement.evaluation import Estimate, Evaluation
from geo.displacement.findings import REFUSE, Finding
from geo.displacement.subjects import subject
from geo.sources import source
from geo.tables import load_table
from layers.amounts import number, period
from layers.describe import listed
from layers.words import word

SPACE = "displacement_claims"


def finding_in_words(finding: Finding, subject_key: str = "", lang: str = "en") -> str:
    """Say why an intervention is refused, or what has to be said beside it; units are named as their subject does."""
    said = {name: _field(name, value, subject_key, lang) for name, value in finding.fields.items()}
    kind = "fault" if finding.level == REFUSE else "warning"
    return word(f"{SPACE}.{kind}.{finding.key}", lang, **said)


def warnings(evaluation: Evaluation, lang: str = "en") -> list[str]:
    """Say what has to be said beside an evaluation, then how such a figure can mislead."""
    told = [finding_in_words(one, evaluation.intervention.subject, lang) for one in evaluation.warnings]
    return [*told, word(f"{SPACE}.misleads", lang)]


def quotient_in_words(evaluation: Evaluation, lang: str = "en") -> str:
    """Say what the quotient says, or why there is none."""
    quotient = evaluation.quotient
    if quotient is None:
        return word(f"{SPACE}.no_quotient.role_missing", lang)
    key = f"no_quotient.{quotient.why}" if quotient.why else f"reading.{quotient.reading}"
    return word(f"{SPACE}.{key}", lang)


def figures(evaluation: Evaluation, lang: str = "en") -> pd.DataFrame:
    """Give every figure of an evaluation: name, value, and bounds where there are any (NaN: none)."""
    quotient, difference = evaluation.quotient, evaluation.difference
    rows: list[tuple[str, float | None, float | None, float | None]] = []

    def add(key: str, value: float | None, low: float | None = None, high: float | None = None, **said: str) -> None:
        rows.append((word(f"{SPACE}.figure.{key}", lang, **said), value, low, high))

    def add_bounded(key: str, estimate: Estimate | None, **said: str) -> None:
        if estimate is not None:
            add(key, estimate.value, estimate.low, estimate.high, **said)

    for role, change in evaluation.changes.items():
        add_bounded("change", change, role=word(f"{SPACE}.role.{role}", lang))
    add_bounded("net", evaluation.net)
    if difference is not None:
        add("wdd", difference.value, difference.low, difference.high)
        add("wdd_se", difference.se)
    if quotient is not None:
        add("wdq", quotient.value)
        add("success", quotient.success)
        add("buffer", quotient.buffer)
        add("gross", quotient.gross)
        add("net_ratio", quotient.net)
    add_bounded("total_net", evaluation.total_net)
    heads = [_head(name, lang) for name in ("figure", "result", "result_low", "result_high")]
    return pd.DataFrame(rows, columns=heads).astype({head: float for head in heads[1:]})


def inputs_table(evaluation: Evaluation, lang: str = "en") -> pd.DataFrame:
    """Give what went into an evaluation, each value with its sources and why its unit has its role."""
    reasons = evaluation.intervention.reasons
    rows = [
        (
            word(f"{SPACE}.role.{row['role']}", lang),
            row["name"],
            word(f"{SPACE}.phase.{row['phase']}", lang),
            row["year"],
            row["value"],
            row["low"],
            row["high"],
            _cited(row["source_keys"]),
            reasons.get(row["unit"], ""),
        )
        for row in evaluation.inputs.to_dict("records")
    ]
    names = ("role", "unit", "phase", "year", "value", "low", "high", "source", "reason")
    return pd.DataFrame(rows, columns=[_head(name, lang, unit=evaluation.unit) for name in names])


def findings_table(evaluation: Evaluation, lang: str = "en") -> pd.DataFrame:
    """Give what others found about an intervention: studies differ in area and period and are never one series."""
    rows = [
        (
            row["study"],
            word(f"{SPACE}.direction.{row['direction']}", lang),
            row["finding"],
            _amount(row["value_before"], row["value_unit"]),
            _amount(row["value_after"], row["value_unit"]),
            period(row["from_year"], row["until_year"], lang),
            _cited((row["source_key"],)),
        )
        for row in evaluation.findings.to_dict("records")
    ]
    names = ("study", "direction", "finding", "before", "after", "period", "source")
    return pd.DataFrame(rows, columns=[_head(name, lang) for name in names])


def agreement_table(lang: str = "en") -> pd.DataFrame:
    """Give every claim with its verdict, why it cannot be compared, and what was measured; `id` is the claim's key."""
    claims = load_table("displacement_claims").set_index("claim_id")
    rows = []
    for row in agreement().to_dict("records"):
        claim = claims.loc[row["claim_id"]]
        rows.append(
            (
                row["claim_id"],
                claim["claim"],
                word(f"{SPACE}.verdict.{row['verdict']}", lang),
                word(f"{SPACE}.cannot.{row['why']}", lang) if row["verdict"] == CANNOT else "",
                _measured(row, lang),
                _cited((claim["source_key"],)),
            )
        )
    names = ("claim", "verdict", "why", "measured", "source")
    return pd.DataFrame(rows, columns=["id", *(_head(name, lang) for name in names)])


def how_judged(lang: str = "en") -> str:
    """Say how claims are set against the measure."""
    return word(f"{SPACE}.how_judged", lang)


def literature_table(lang: str = "en") -> pd.DataFrame:
    """Give the findings of the literature, those for displacement first."""
    table = load_table("displacement_literature")
    order = {name: at for at, name in enumerate(("for", "against", "mixed", "doubtful_data"))}
    rows = [
        (
            word(f"{SPACE}.literature.{row['finding']}", lang),
            word(f"layers.filter.topic.{row['topic']}", lang),
            row["place"],
            "" if pd.isna(row["from_year"]) else period(row["from_year"], row["until_year"], lang),
            row["approach"],
            row["effect"],
            word(f"layers.yes_no.{str(bool(row['peer_reviewed'])).lower()}", lang),
            _cited((row["source_key"],)),
        )
        for row in table.sort_values("finding", key=lambda one: one.map(order), kind="stable").to_dict("records")
    ]
    names = ("direction", "topic", "place", "period", "approach", "effect", "reviewed", "source")
    return pd.DataFrame(rows, columns=[_head(name, lang) for name in names])


def literature_in_words(lang: str = "en") -> str:
    """Sum up the literature: how many works have findings on which side; versions of one work count once."""
    table = load_table("displacement_literature")
    counts = table.groupby("finding")["work"].nunique()
    return word(
        f"{SPACE}.literature.summary",
        lang,
        works=table["work"].nunique(),
        for_=counts.get("for", 0),
        against=counts.get("against", 0),
        mixed=counts.get("mixed", 0),
        doubtful=counts.get("doubtful_data", 0),
    )


def _measured(row: dict[str, object], lang: str) -> str:
    """Say what was measured of a claim: gains and losses by stretch of its period, then what is special."""
    if not row["spans"]:
        return ""
    about = subject(row["subject"])
    names = about.names()
    ends = {"origin": names.get(row["origin"], ""), "target": names.get(row["target"], "")}
    told = [_span(span, ends, about.unit, lang) for span in row["spans"]]
    told += [word(f"{SPACE}.{flag}", lang) for flag in ("wider", "part_of_period") if row[flag]]
    return "; ".join(told)


def _span(span: Span, names: dict[str, str], unit: str, lang: str) -> str:
    parts = []
    for end in ("origin", "target"):
        value = getattr(span, end)
        if value is not None:
            verb = "gained" if value > 0 else "lost" if value < 0 else "unchanged"
            said = {"name": names[end], "value": number(abs(value), 0), "unit": unit}
            parts.append(word(f"{SPACE}.{verb}", lang, **said))
    return word(f"{SPACE}.span", lang, first=span.first, last=span.last, parts=listed(tuple(parts), lang))


def _field(name: str, value: object, subject_key: str, lang: str) -> str:
    """Write one field of a finding: roles and phases in words, units by name, numbers short."""
    if isinstance(value, tuple | list):
        return listed(tuple(_field({"roles": "role"}.get(name, name), one, subject_key, lang) for one in value), lang)
    if name in ("role", "phase"):
        return word(f"{SPACE}.{name}.{value}", lang).lower()
    if name == "why":
        return word(f"displacement.why.{value}", lang)
    if name in ("unit", "parent", "nearest") and subject_key:
        return str(subject(subject_key).names().get(value, value))
    return number(value) if isinstance(value, float) else str(value)


def _head(name: str, lang: str, **said: str) -> str:
    return word(f"{SPACE}.column.{name}", lang, **said)


def _amount(value: object, unit: object) -> str:
    return "" if pd.isna(value) else f"{number(value)} {unit}"


def _cited(keys: tuple[str, ...]) -> str:
    return "; ".join(dict.fromkeys(source(key).short for key in keys))
