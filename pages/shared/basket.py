"""
The reader's basket: found again by a cookie of our own, changed on what every window wrote.

A session starts with the cookies of its page, so the basket is there when the first page is drawn, after a reload too.
The token stands in no address: a link that is passed on must not hand over the sender's basket.
"""

from collections.abc import Callable

import streamlit as st

from layers.basket import Basket
from layers.basket_file import BasketError, change_basket, is_token, new_token, read_basket, set_aside
from pages.shared.deck_words import said

COOKIE = "nexo_deck"
TOKEN, MESSAGE = "basket.token", "basket.message"
# A window that was opened at the same moment may have been quicker: then its token holds, and this window starts anew,
# once. Browsers keep a cookie for 400 days at most.
SCRIPT = """<script>(() => {{
  const mine = "{token}", found = document.cookie.match(/(?:^|; ){name}=([0-9a-f]{{32}})(?:;|$)/);
  if (!found) {{
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = "{name}=" + mine + "; Path={path}; Max-Age=34560000; SameSite=Strict" + secure;
  }} else if (found[1] !== mine && !sessionStorage.getItem("{name}")) {{
    sessionStorage.setItem("{name}", "1");
    location.reload();
  }}
}})();</script>"""


def remember_basket() -> None:
    """Have the browser keep the token of the basket, where it does not know it yet."""
    if st.context.cookies.get(COOKIE) == _token():
        return
    path = f"/{(st.get_option('server.baseUrlPath') or '').strip('/')}"
    with st.container(key="remember"):
        st.html(SCRIPT.format(token=_token(), name=COOKIE, path=path), unsafe_allow_javascript=True)


def _token() -> str:
    if TOKEN not in st.session_state:
        came = st.context.cookies.get(COOKIE)
        st.session_state[TOKEN] = came if is_token(came) else new_token()
    return st.session_state[TOKEN]


def basket() -> Basket | None:
    """Give the basket; None where its file is damaged, which is said, with a way out."""
    message = st.session_state.pop(MESSAGE, None)
    if message:
        st.warning(message, icon=":material/error:")
    try:
        return read_basket(_token())
    except BasketError as error:
        st.error(said("deck.damaged", fault=error), icon=":material/error:")
        st.button(said("deck.set_aside"), key="deck.set_aside", on_click=_set_aside)
        return None


def change(make: Callable[[Basket], Basket]) -> Basket | None:
    """Change the basket; what cannot be done is said at its next drawing, and None given."""
    try:
        return change_basket(_token(), make)
    except (BasketError, ValueError, LookupError) as error:
        tell_later(said("deck.refused", fault=error))
        return None


def tell_later(message: str) -> None:
    """Say something above the basket when it is drawn next."""
    st.session_state[MESSAGE] = message


def take_message() -> str | None:
    """Give what was to be said, for a place that says it itself."""
    return st.session_state.pop(MESSAGE, None)


def _set_aside() -> None:
    path = set_aside(_token())
    if path is not None:
        tell_later(said("deck.kept", path=path))
