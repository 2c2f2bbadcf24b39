"""Faults in the data: where, what was expected, what came, what to do."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

LONGEST_SHOWN = 80  # characters of a bad cell worth printing on one line


@dataclass(frozen=True)
class Fault:
    """One fault: a place in a file, and the three things a reader needs to mend it."""

    file: str
    line: int | None
    column: str
    expected: str
    got: str
    do: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        where = f"{where} {self.column}" if self.column else where
        return f"{where}: expected {self.expected}, got {self.got}, {self.do}"

    def as_dict(self) -> dict[str, str | int | None]:
        """Return the fault as plain values, for JSON."""
        return asdict(self)

    def sort_key(self) -> tuple[str, int, str]:
        """Order faults by file, line and column."""
        return self.file, self.line or 0, self.column


class TableError(ValueError):
    """
    Data that cannot be used, with every fault found.

    Attributes
    ----------
    problems
        The faults, in the order of the files and lines.
    """

    def __init__(self, problems: Iterable[Fault]) -> None:
        self.problems = tuple(sorted(problems, key=Fault.sort_key))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def shown_path(root: Path, path: Path) -> str:
    """Name a file of the package at `root` the way a reader sees it: `data/tables/ports.csv`."""
    root, path = root.resolve(), path.resolve()
    inside = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    return f"{root.name}/{inside}"


def shown_value(value: object) -> str:
    """Quote a value on one line, shortened; an empty one reads `nothing`."""
    text = "" if value is None else str(value)
    if not text.strip():
        return "nothing" if not text else "only blanks"
    quoted = repr(text)
    return quoted if len(quoted) <= LONGEST_SHOWN else f"{quoted[:LONGEST_SHOWN]}..."
