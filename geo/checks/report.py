"""The report of a check: rows of each table, and every fault once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.faults import Fault


@dataclass(frozen=True)
class Report:
    """What `nexo check` found in one folder."""

    directory: str
    rows: Mapping[str, int]
    faults: tuple[Fault, ...]

    @classmethod
    def of(cls, directory: Path, rows: Mapping[str, int], faults: Iterable[Fault]) -> "Report":
        """Make a report; a fault that two checks met is kept once, in the order of files and lines."""
        return cls(
            str(directory), dict(rows), tuple(sorted(set(faults), key=lambda one: (one.sort_key(), str(one))))
        )

    @property
    def ok(self) -> bool:
        """Whether the package is free of faults."""
        return not self.faults

    def as_dict(self) -> dict[str, object]:
        """Return the report as plain values, for JSON."""
        return {
            "ok": self.ok,
            "directory": self.directory,
            "rows": dict(self.rows),
            "faults": [fault.as_dict() for fault in self.faults],
        }
