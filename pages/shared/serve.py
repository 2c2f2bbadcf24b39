"""Serving: Streamlit's own command, told beforehand that app.py is the router."""

import sys

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.cli import main


def serve() -> None:
    """
    Run Streamlit with the arguments of this process.

    Until the first session has called `st.navigation`, Streamlit takes a folder named pages for its old kind of pages
    and answers a deep link with "Page not found"; it is told here, once for the process, that this is not so.
    """
    PagesManager.uses_pages_directory = False
    sys.exit(main(prog_name="streamlit"))


if __name__ == "__main__":
    serve()
