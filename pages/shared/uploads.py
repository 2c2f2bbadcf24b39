"""A template and a logo of the reader's own: checked when they come, never kept."""

import streamlit as st

from pages.shared.deck_words import said

MEGABYTES = {"template": 50, "logo": 2}


def logo(key: str) -> bytes | None:
    """Draw the box for a logo; gives it if it can be used, else says why not."""
    came = st.file_uploader(
        said("upload.logo"), type="png", key=f"{key}.logo", help=said("upload.logo_hint"),
        max_upload_size=MEGABYTES["logo"],
    )  # fmt: skip
    if came is None:
        return None
    from layers.figure.dress import LOGO_BYTES, LOGO_PX, logo_fault

    data = came.getvalue()
    fault = logo_fault(data)
    if not fault:
        return data
    told = said("upload.logo_fault", fault=fault, bytes=f"{LOGO_BYTES:,}", px=f"{LOGO_PX:,}")
    _leave_out(came.name, told)
    return None


def template(key: str) -> bytes | None:
    """Draw the box for a template; gives it if it can be used, else says why not."""
    came = st.file_uploader(
        said("upload.template"), type="pptx", key=f"{key}.template", help=said("upload.template_hint"),
        max_upload_size=MEGABYTES["template"],
    )  # fmt: skip
    if came is None:
        return None
    from layers.deck.upload import template_fault

    data = came.getvalue()
    fault = template_fault(data, came.name)
    if not fault:
        return data
    _leave_out(came.name, fault)
    return None


def _leave_out(name: str, fault: str) -> None:
    st.error(said("upload.left_out", name=name, fault=fault), icon=":material/error:")
