"""Projects that are kept only beside the others: in no count and no sum, near but not the partnerships' money."""

from collections.abc import Callable

Changed = Callable[..., str]
KINDS = "+  - {code: national, label: national project, dimension: beside}\n"
QUARRY = """source: daily-bell-2024
names: {text: QUARRY, kind: short}
kind: national
relations:
  - {relation: follows, target: aurelia}
corridors:
  - {origin: "XA", destination: "XN"}
events:
  - {type: start, basis: actual, date: "2023"}
figures:
  - {measure: moved, basis: actual, value: 9999}
money:
  - {amount: XAU 77000000}
"""
FILES = {"codelists/project-kinds.yaml": KINDS, "projects/quarry.yaml": QUARRY}


def test_a_country_counts_none_of_them(changed: Changed) -> None:
    """On the page of a country one is in MONEY alone, as near but not Talent Partnership money."""
    text = changed(FILES, "aurelia")
    assert "Not Talent Partnership money: " in text
    assert "XAU 77 million [" in text
    assert "QUARRY (national project)" in text.partition(" MONEY ")[2].partition(" RESULTS ")[0]
    assert "9,999" not in text
    assert "in 1 of 2 projects" in text


def test_the_overview_names_them_and_counts_none(changed: Changed) -> None:
    """The overview says which projects are in no number on the page."""
    text = changed(FILES, "overview")
    assert "Four projects: " in text
    assert "Kept beside them, and in no number on this page: QUARRY." in text
    assert "9,999" not in text
    assert "77" not in text.partition("MONEY")[2].partition("NEWEST")[0]


def test_a_member_state_counts_none_of_them(changed: Changed) -> None:
    """The page of a Member State has its two projects as before, and the amount apart."""
    text = changed(FILES, "nordland")
    assert text.partition("as of 1 June 2025 ")[2].startswith("Two projects with a stated corridor to Nordland")
    assert "QUARRY" not in text.partition("PROJECTS")[2].partition(" MONEY ")[0]


def test_one_that_only_names_the_partnership_is_near_it(changed: Changed) -> None:
    """A project without corridors belongs beside the partnership that it stands in relation to."""
    without = QUARRY.replace('corridors:\n  - {origin: "XA", destination: "XN"}\n', "")
    assert "QUARRY (national project)" in changed(FILES | {"projects/quarry.yaml": without}, "aurelia")
    assert "QUARRY" not in changed(FILES | {"projects/quarry.yaml": without}, "borvia")


def test_the_money_of_a_look_alike_is_near(changed: Changed) -> None:
    """A fund that the record warns of is named with its amount as no money of the partnership, the amount once."""
    relation = "+relations:\n  - {relation: look-alike, target: big-fund, note: the big fund is another}\n"
    fund = (
        "source: union-page-2024\nnames: XAU 5 million of the big fund\nkind: fund\nmoney:\n  - {amount: XAU 5000000}\n"
    )
    text = changed({"countries/aurelia/partnership.yaml": relation, "instruments/big-fund.yaml": fund}, "aurelia")
    near = text.partition("Not Talent Partnership money: ")[2]
    assert "XAU 5 million of the big fund [" in near
    assert near.count("XAU 5 million") == 1
