"""The years of one unit as a small picture: a bar a year, the two compared ones dark, a gap where there is no value."""

from base64 import b64encode
from collections.abc import Sequence

from geo.timeline import YEARS
from layers import tokens

WIDTH, HEIGHT, GAP = 12.0, 28.0, 2.0
SMALLEST = 1.0  # a bar of zero is a line, which no gap has


def spark(values: Sequence[float | None], first: int, last: int) -> str:
    """
    Draw the values of 2012-2020 as bars.

    Parameters
    ----------
    values
        One a year of the window; None: no value, drawn as a hollow tick on the base line, which no zero has.
    first, last
        The years compared.

    Returns
    -------
    address
        A picture (SVG) as a data address; nothing is fetched.
    """
    most = max((value for value in values if value is not None), default=0.0) or 1.0
    parts = []
    for place, (year, value) in enumerate(zip(YEARS, values, strict=True)):
        x = place * (WIDTH + GAP)
        if value is None:
            parts.append(
                f'<rect x="{x + 3:.1f}" y="{HEIGHT - 5:.1f}" width="{WIDTH - 6:.1f}" height="4" fill="none" '
                f'stroke="{tokens.NO_FIGURE}" stroke-width="1.2"/>'
            )
            continue
        height = max(SMALLEST, HEIGHT * value / most)
        fill = tokens.STATE if year in (first, last) else tokens.NO_FIGURE
        parts.append(
            f'<rect x="{x:.1f}" y="{HEIGHT - height:.1f}" width="{WIDTH:.1f}" height="{height:.1f}" fill="{fill}"/>'
        )
    across = len(YEARS) * (WIDTH + GAP) - GAP
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:.0f} {HEIGHT:.0f}">{"".join(parts)}</svg>'
    return f"data:image/svg+xml;base64,{b64encode(text.encode()).decode()}"
