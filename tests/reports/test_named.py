"""A country without a partnership: NAMED tells who names it and as what, the most telling first, hedges and all."""

from collections.abc import Callable

Changed = Callable[..., str]
CODES = {
    "codelists/places.yaml": '+  - {code: "XC", label: Celia, dimension: country}\n',
    "codelists/place-roles.yaml": (
        "+  - {code: candidate, label: candidate}\n  - {code: second-wave, label: second wave}\n"
    ),
}
WAVE = """+  - place: ["XB", "XC"]
    role: second-wave
    basis: planned
    source: union-page-2022
  - {place: "XC", role: candidate, as_of: "2024-05-04", source: daily-bell-2024, note: the paper alone has it}
  - {place: "XC", role: partner, source: daily-bell-2024, rank: set-aside, because: a slip}
"""
FRAMEWORK = """source: union-page-2024
names: Partnerships of the union
kind: policy-framework
organisations:
  - {organisation: nordland-agency, role: lead}
countries:
  - {place: ["XA", "XB"], role: partner}
"""
OFFICE = """source: daily-bell-2024
names: Celia Office
kind: strategy
relations:
  - {relation: look-alike, target: sample-framework, note: an office and no partnership}
events:
  - {type: launch, basis: actual, date: "2024-03-02"}
  - {type: end, basis: planned, date: "2026"}
countries:
  - {place: "XC", role: partner}
"""
CALL = """source: union-page-2024
names: Second call
kind: call
countries:
  - {place: "XC", role: surveyed, part: lot-2}
"""
FILES = CODES | {
    "frameworks/sample-framework.yaml": FRAMEWORK + WAVE.removeprefix("+"),
    "policies/celia-office.yaml": OFFICE,
    "instruments/second-call.yaml": CALL,
}


def test_who_names_the_country(changed: Changed) -> None:
    """Frameworks come first, then policies with their last step, then instruments; roles carry hedge, day, remark."""
    text = changed(FILES, "XC", "--no-sources").partition("NAMED")[2].partition("WHO ")[0]
    assert text.strip() == (
        "Partnerships of the union: candidate (as of 4 May 2024): the paper alone has it. "
        "Second wave (planned). Celia Office (launch, 2 March 2024): partner. Second call: surveyed (lot 2)."
    )


def test_the_day_of_a_policy_counts_as_an_event(changed: Changed) -> None:
    """The newest event shown is that of the policy, and CARE says that it is no partnership."""
    text = changed(FILES, "XC")
    assert "Newest event shown: 2 March 2024." in text
    assert "Celia Office is not one of the Partnerships of the union: an office and no partnership" in text


def test_a_partner_has_no_such_section(changed: Changed) -> None:
    """A country with a partnership is named by it, and needs no list of who else names it."""
    assert "NAMED" not in changed(FILES, "aurelia")


def test_nothing_names_it(changed: Changed) -> None:
    """A country that nothing names has no such section either."""
    assert "NAMED" not in changed(CODES, "XC")
