"""The frame round every page: space and quiet, from the tokens that the map uses too."""

import streamlit as st

from layers.tokens import FOCUS, INK, MUTED, PAPER, RULE, STATE

MAP_TOP_PX = 92  # height of everything above the map
TABLE_PEEK_PX = 52  # how much of the table shows below the map, so that a reader sees there is one

STYLE = f"""
<style>
.stAppHeader {{ height: 0; min-height: 0; background: transparent; }}
.stAppHeader .stAppToolbar {{ display: none; }}
.stApp [data-testid="stExpandSidebarButton"] {{ position: fixed; top: 8px; left: 8px; z-index: 999; background: {PAPER}; }}
.stMainBlockContainer {{ padding: 10px 20px 32px; max-width: none; }}
.stMainBlockContainer > .stVerticalBlock {{ gap: 8px; }}
.stApp, .stApp button, .stApp input {{ font-variant-numeric: tabular-nums; }}
section.stSidebar {{ border-right: 1px solid {RULE}; }}
section.stSidebar [data-testid="stSidebarHeader"] {{ height: 36px; padding: 8px 16px 0; margin: 0; }}
section.stSidebar [data-testid="stSidebarUserContent"] {{ padding: 4px 16px 24px; }}
section.stSidebar .stVerticalBlock {{ gap: 2px; }}
.nx-group {{ font-size: 12px; line-height: 16px; font-weight: 700; color: {MUTED}; padding: 10px 0 2px; }}
section.stSidebar label p {{ font-size: 14px; }}
.st-key-stage {{ position: relative; gap: 4px; }}
.st-key-toolbar {{ position: absolute; top: 0; right: 0; width: 500px !important; z-index: 5; }}
.st-key-toolbar .stHorizontalBlock {{ gap: 8px; justify-content: flex-end; }}
.st-key-toolbar button, .st-key-toolbar .stSelectbox > div, .st-key-toolbar [role="combobox"] {{ min-height: 34px; height: 34px; }}
.st-key-ticks {{ position: absolute; top: 46px; left: 0; width: calc(100% - 524px) !important; height: 0; z-index: 4; pointer-events: none; }}
.nx-ticks {{ position: relative; height: 16px; margin: 0 9px; font-size: 10.5px; color: {MUTED}; pointer-events: auto; }}
.nx-ticks span {{ position: absolute; transform: translateX(-50%); white-space: nowrap; }}
.nx-ticks i {{ position: absolute; width: 6px; height: 6px; top: -12px; margin-left: -3px; border-radius: 50%; background: {INK}; }}
.nx-ticks i.none {{ background: {PAPER}; border: 1px solid {MUTED}; box-sizing: border-box; }}
.nx-ticks i.break {{ width: 1px; height: 14px; top: -16px; margin-left: 0; border-radius: 0; background: transparent; border-left: 2px dotted {MUTED}; }}
.nx-ticks i.asof {{ width: 0; height: 0; top: -18px; margin-left: -4px; border-radius: 0; background: none; border: 4px solid transparent;
  border-top-color: {MUTED}; }}
.st-key-slider {{ width: calc(100% - 524px) !important; height: 62px; margin-top: -2px; padding: 0 2px; }}
.st-key-slider [data-testid="stSliderTickBar"] {{ display: none; }}
.st-key-map iframe {{ height: calc(100vh - {MAP_TOP_PX + TABLE_PEEK_PX}px) !important; min-height: 420px; display: block; }}
.st-key-map .stCustomComponentV1 {{ line-height: 0; }}
.st-key-details {{ position: fixed; right: 32px; top: {MAP_TOP_PX + 94}px; width: 400px !important; max-height: calc(100vh - {MAP_TOP_PX + 190}px);
  overflow-y: auto; z-index: 90; background: {PAPER}; border: 1px solid {RULE}; border-radius: 4px; padding: 12px 16px 16px;
  box-shadow: 0 2px 12px rgba(30, 30, 30, 0.14); gap: 8px; }}
.st-key-details h3 {{ font-size: 18px; padding: 0; }}
.st-key-details p, .st-key-details li {{ font-size: 13px; line-height: 1.4; }}
.st-key-details-close {{ position: absolute; top: 8px; right: 8px; width: auto !important; }}
.stApp :focus-visible {{ outline-color: {FOCUS}; }}
.nx-table {{ border-collapse: collapse; width: 100%; font-size: 12px; line-height: 1.35; margin: 2px 0 10px; }}
.nx-table th {{ text-align: left; font-weight: 700; color: {MUTED}; border-bottom: 1px solid {RULE}; padding: 3px 8px 3px 0; vertical-align: bottom; }}
.nx-table td {{ border-bottom: 1px solid {RULE}; padding: 3px 8px 3px 0; vertical-align: top; overflow-wrap: anywhere; min-width: 34px; }}
.nx-table .nx-strong td {{ font-weight: 700; }}
.nx-details h4, .nx-routes h4 {{ font-size: 13px; margin: 10px 0 0; padding: 0; }}
.nx-details a, .nx-routes a, .nx-cited a {{ color: {STATE}; }}
.nx-details ol {{ padding-left: 20px; margin: 2px 0; }}
h3.nx-name {{ font-size: 18px; line-height: 1.25; margin: 0; padding: 0 36px 0 0; }}
.nx-routes {{ columns: 2; column-gap: 40px; font-size: 13px; line-height: 1.4; padding-left: 24px; }}
.nx-routes li {{ break-inside: avoid; margin-bottom: 6px; }}
.nx-routes small {{ color: {MUTED}; }}
@media (max-width: 1100px) {{ .st-key-toolbar {{ position: static; width: 100% !important; }} .st-key-ticks, .st-key-slider {{ width: 100% !important; }} }}
</style>
"""


def dress() -> None:
    """Put the style on the page; the header, footer and menu of Streamlit step back."""
    st.html(STYLE)
