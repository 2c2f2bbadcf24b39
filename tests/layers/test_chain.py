"""The chain: organisations in the order of the goods, narrowed by link and country."""

from layers.chain import LINKS, chain, countries, link_counts, link_name, narrowed
from tests.layers.tables import rows


def test_every_organisation_stands_once_with_its_sources():
    lines = chain()
    assert sorted(lines["id"]) == sorted(row["org_id"] for row in rows("organisations"))
    assert lines["sources"].map(len).ge(1).all()


def test_the_order_is_that_of_the_goods():
    first = [min(LINKS.index(link) for link in links) for links in chain()["links"]]
    assert first == sorted(first)


def test_routes_drawn_now_are_told_apart():
    sinaloa = chain({"R61b", "R01a"}).set_index("id").loc["sinaloa"]
    assert sinaloa["now"] == ("R61b",) and "R07a" in sinaloa["routes"]


def test_routes_named_hold_words_of_the_organisation():
    actors = {row["route_id"]: row["actors"].casefold() for row in rows("routes")}
    said = {"sinaloa": "sinaloa", "pcc": "pcc", "family_clans": "clan", "mexican_actors": "mexican"}
    by_id = chain().set_index("id")["routes"]
    for org, text in said.items():
        assert by_id[org] and all(text in actors[route] for route in by_id[org])


def test_a_choice_keeps_those_with_one_of_the_values():
    lines = chain()
    assert set(narrowed(lines, ["launderer"])["id"]) == {"clans_ayabaca"}
    assert set(narrowed(lines, ["trader", "launderer"])["id"]) == {"clans_ayabaca", "ferrari_network"}
    assert set(narrowed(lines, ["transporter"], ["Chile"])["id"]) == {"vilches_network"}
    assert len(narrowed(lines)) == len(lines)
    assert narrowed(lines, ["grower"]).empty


def test_counts_of_links_and_countries():
    lines = chain()
    assert list(link_counts(lines)) == list(LINKS)
    assert link_counts(lines)["grower"] == 0
    assert link_counts(lines)["protection"] == sum(row["chain_role"] == "protection" for row in rows("organisations"))
    assert next(iter(countries(lines))) == "Peru" and countries(lines)["Chile"] == 1


def test_each_link_has_a_name():
    assert all(link_name(link) for link in LINKS)
