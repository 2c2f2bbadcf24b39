"""data/README.md is the dictionary of the tables as they are."""

from geo.tables import own_data_dir
from layers.commands.dictionary import PAGE, dictionary


def test_the_page_is_current():
    folder = own_data_dir()
    page = (folder / PAGE).read_text(encoding="utf-8")
    assert page == dictionary(folder), "data/README.md is out of date: run `nexo dictionary --write`"
