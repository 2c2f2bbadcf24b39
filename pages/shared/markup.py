"""Markup of frames and texts: every cell is escaped, only web addresses become links."""

import re
from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|:$~<>&])")


def plain(content: object) -> str:
    """Give a text that a label of Streamlit shows as it stands, whatever signs of Markdown it holds."""
    return MARKDOWN.sub(r"\\\1", str(content))


def text(tag: str, content: object, style: str = "") -> str:
    """Give one element whose content is plain text."""
    return f"<{tag}{f' class={style!r}' if style else ''}>{escape(str(content))}</{tag}>"


def anchor(content: object, address: object) -> str:
    """Give a link where the address is one of the web, else the plain text."""
    if isinstance(address, str) and address.startswith(("https://", "http://")):
        safe = escape(address, quote=True)
        return f'<a href="{safe}" target="_blank" rel="noopener noreferrer">{escape(str(content))}</a>'
    return escape(str(content))


def table(
    frame: pd.DataFrame,
    columns: Sequence[str],
    headings: Mapping[str, str],
    links: Mapping[str, str] | None = None,
    strong: Mapping[str, object] | None = None,
) -> str:
    """
    Give a frame as an HTML table.

    Parameters
    ----------
    frame
        Rows; missing cells are left blank.
    columns
        Columns to show, in order.
    headings
        Heading by column; a column without one keeps its name.
    links
        Column whose cells lead to the address in another column.
    strong
        A row is set in bold where each of these columns has the value given.
    """
    heads = "".join(f"<th>{escape(str(headings.get(name, name)))}</th>" for name in columns)
    lines = []
    for row in frame.to_dict("records"):
        cells = "".join(f"<td>{_cell(row, name, links or {})}</td>" for name in columns)
        bold = strong and all(row.get(name) == value for name, value in strong.items())
        lines.append(f'<tr class="nx-strong">{cells}</tr>' if bold else f"<tr>{cells}</tr>")
    return f'<table class="nx-table"><thead><tr>{heads}</tr></thead><tbody>{"".join(lines)}</tbody></table>'


def _cell(row: Mapping[str, object], name: str, links: Mapping[str, str]) -> str:
    value = row[name]
    if value is None or (not isinstance(value, str | list | tuple) and pd.isna(value)):
        return ""
    return anchor(value, row[links[name]]) if name in links else escape(str(value))
