"""How sure the rows behind a picture are: features by the confidence their sources deserve."""

from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd

from geo.tables import load_table
from geo.timeline import preferred
from layers.base import Behind
from layers.drawn import Drawn
from layers.figure.legend import Shapes
from layers.registry import layer

GRADES = ("A", "B", "C")


def grades_told(key: str, panes: Sequence[Shapes], years: Sequence[int]) -> str:
    """Say how many of a layer's features rest on rows of each confidence: `A 3, B 10`, '' for none."""
    counted = [graded(key, shapes[key], year) for shapes, year in zip(panes, years, strict=True)]
    present = [grade for grade in GRADES if any(counts[grade] for counts in counted)]
    return ", ".join(f"{grade} {' | '.join(f'{counts[grade]:,}' for counts in counted)}" for grade in present)


def graded(key: str, shapes: Iterable[Drawn], year: int) -> Counter[str]:
    """Count a layer's features drawn in a year by the confidence of their row, of several the weakest."""
    counts: Counter[str] = Counter()
    waiting = {shape.id for shape in shapes}
    for behind in layer(key).behind:
        if not behind.many and waiting:
            grades = _grades(behind, waiting, year)
            counts.update(grades)
            waiting -= set(grades.index)
    return counts


def _grades(behind: Behind, ids: Iterable[str], year: int) -> pd.Series:
    """Give the confidence of the rows that a table holds on features, by feature."""
    rows = load_table(behind.table)
    rows = rows[rows[behind.on].isin(list(ids))]
    if "year" in rows:
        # a feature that is still drawn without a row in the year stands on its last one
        rows = rows[rows["year"].le(year).fillna(False).astype(bool)]
        last = rows.groupby(behind.on)["year"].transform("max")
        rows = preferred(rows[rows["year"].eq(last)], behind.table, [behind.on, "year"])
    return rows.groupby(behind.on)["confidence"].max()
