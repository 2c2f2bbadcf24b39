"""What speaks against a comparison: a code, its fields, and whether it is refused or said beside the result."""

from collections.abc import Mapping
from typing import NamedTuple

REFUSE, WARN = "refuse", "warn"


class Finding(NamedTuple):
    """One reason; `key` is worded in the catalogue, `fields` fill it in."""

    level: str
    key: str
    fields: Mapping[str, object] = {}


class Refused(ValueError):
    """
    Two years that may not be compared.

    Attributes
    ----------
    findings
        Every reason, each with level `refuse`.
    """

    def __init__(self, subject: str, first_year: int, second_year: int, findings: list[Finding]) -> None:
        self.findings = tuple(one for one in findings if one.level == REFUSE)
        why = "; ".join(f"{one.key} {dict(one.fields)}" if one.fields else one.key for one in self.findings)
        super().__init__(f"{subject}: {first_year} and {second_year} may not be compared: {why}")
