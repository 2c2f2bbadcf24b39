"""Long texts on several lines, none wider than there is room for."""

from layers.figure.faces import width_of, writable

ELLIPSIS = "…"


def wrapped(text: str, face: str, size: float, width: float, most: int | None = None) -> list[str]:
    """
    Break a text into lines at its spaces; a word too long for a line is broken where the line ends.

    Parameters
    ----------
    text
        Any text; its own line breaks count as spaces.
    face, size
        How it will be written.
    width
        Room for a line, in the unit of `size`.
    most
        Number of lines at most: what does not fit is cut and an ellipsis says so.
    """
    lines: list[str] = []
    line = ""
    for word in writable(text).split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, face, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, face, size, width)
        lines += full
    lines = lines + [line] if line else lines
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], cut(f"{lines[most - 1]}{ELLIPSIS}", face, size, width)]
    return lines


def _broken(word: str, face: str, size: float, width: float) -> list[str]:
    """Cut one word into pieces that fit, each of at least one sign."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and width_of(pieces[-1] + sign, face, size) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def cut(text: str, face: str, size: float, width: float) -> str:
    """Give as much of a text as fits on a line, with an ellipsis where it was cut."""
    if width_of(text, face, size) <= width:
        return text
    kept = text.rstrip(ELLIPSIS)
    while kept and width_of(kept + ELLIPSIS, face, size) > width:
        kept = kept[:-1].rstrip()
    return kept + ELLIPSIS


def fitted(
    text: str, face: str, sizes: tuple[float, ...], width: float, lines: int
) -> tuple[list[str], float]:
    """Give a text at the first of the sizes at which it takes at most `lines`; at the last it is cut."""
    for size in sizes:
        broken = wrapped(text, face, size, width)
        if len(broken) <= lines:
            return broken, size
    return wrapped(text, face, sizes[-1], width, lines), sizes[-1]
