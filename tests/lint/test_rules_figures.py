"""One wrong day, amount or number in a full record is one finding, by the rule that says it best."""

from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.finding import Severity
from talentpart.lint import rule
from talentpart.lint.outcome import Outcome
from talentpart.lint.runner import Wanted, lint
from talentpart.model.lines import Money
from talentpart.queries.slips import slip
from talentpart.values import Amount, Day

Run = Callable[..., Outcome]

_PAGE = (
    "title: Page of {id}\nauthority: {authority}\ntype: web-page\nlanguage: en\nurl: https://example.org/{id}\n"
    'retrieved: "2026-01-02"\nread: whole\npublished: "{published}"\n'
)
_PILOT = """source: plan
events:
  - {type: announcement, basis: actual, date: "2021-03", source: result}
  - {type: signature, basis: actual, date: "2021-05", source: result}
  - {type: start, basis: actual, date: "2021-06", source: result}
  - {type: launch, basis: actual, date: "2021-09-14", source: result}
  - {type: end, basis: planned, date: "2023-05"}
  - {type: end, basis: actual, date: "2023-11", source: result}
status: {value: ended, source: result}
figures:
  - {measure: trained, basis: planned, value: 150}
  - {measure: trained, basis: actual, value: 140, source: result}
  - {measure: trained, basis: actual, value: 60, origin: "XA", source: result}
  - {measure: moved, basis: planned, value: 40, of: figures.trained.planned}
  - {measure: moved, basis: actual, value: 25, of: figures.trained.actual, source: result}
money:
  - {amount: EUR 1496448.50, source: result}
  - {amount: EUR 1500000, bound: rounded}
  - {payer: fund, amount: EUR 1400000, source: result}
  - {payer: fund, percent: 94.99, source: result}
  - {payer: agency, percent: 5.01, source: result}
corridors: [{origin: "XA", destination: flanders}]
mobility: [training, work]
sectors: [ict]
organisations:
  - {organisation: agency, role: lead}
"""
_FILES = {
    "sources/plan.yaml": _PAGE.format(id="plan", authority="official", published="2021-02"),
    "sources/result.yaml": _PAGE.format(id="result", authority="implementer", published="2024-03-01"),
    "projects/pilot.yaml": _PILOT,
}


def _found(run: Run, files: dict[str, str]) -> list[tuple[str, int, str]]:
    outcome = run(files)
    return [(each.location.path, each.location.line, each.rule) for each in outcome.findings]


def test_the_full_record_is_clean(run: Run) -> None:
    """Nothing is wrong with the record into which the faults are put."""
    assert _found(run, dict(_FILES)) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "name"),
    [
        ('date: "2023-11"', 'date: "2020-11"', 8, "end-before-start"),
        ('date: "2023-11"', 'date: "1923-11"', 8, "end-before-start"),
        ('date: "2021-06"', 'date: "2012-06"', 5, "event-out-of-order"),
        ('date: "2021-06"', 'date: "2042-06"', 5, "said-before-it-happened"),
        ('date: "2021-03"', 'date: "2022-03"', 3, "event-out-of-order"),
        ('date: "2023-11"', 'date: "2024-11"', 8, "said-before-it-happened"),
        ('date: "2023-11", source: result', 'date: "2023-11"', 8, "said-before-it-happened"),
        ('planned, date: "2023-05"', 'planned, date: "2020-05"', 7, ""),
        ('basis: planned, date: "2023-05"', 'date: "2027"', 7, "actual-in-future"),
        ('basis: actual, date: "2021-09-14", source: result', 'date: "2027"', 6, "event-out-of-order"),
        ("moved, basis: actual, value: 25", "moved, basis: actual, value: 250", 15, "part-over-whole"),
        ('value: 60, origin: "XA"', 'value: 600, origin: "XA"', 13, "part-over-whole"),
        ('value: 60, origin: "XA"', 'value: 60, origin: "XB"', 13, "outside-corridors"),
        ("moved, basis: actual, value: 25", "moved, basis: actual, value: 0.25", 15, "share-as-number"),
        ("moved, basis: actual, value: 25", "moved, basis: actual, min: 30, max: 25", 15, "odd-range"),
        ("moved, basis: actual, value: 25", "moved, basis: actual, value: 25, max: 30", 15, "not-one-value"),
        ("EUR 1496448.50", "EUR 1496.45", 18, "differing-claims-unranked"),
        ("EUR 1496448.50", "1496448.50", 17, "no-currency"),
        ("EUR 1400000", "EUR 14000000", 19, "payers-over-total"),
        ("percent: 5.01", "percent: 50.1", 21, "shares-over-100"),
        ("percent: 94.99", "percent: 0.9499", 20, "share-as-number"),
        ("bound: rounded", 'bound: about, as_of: "2021-06"', 18, "said-before-it-happened"),
        ("EUR 1500000, bound: rounded", "EUR 1496400.25, bound: about, scope: wider", 18, "false-precision"),
        ('origin: "XA", destination: flanders', 'origin: "XA", destination: "XA"', 22, "corridor-to-itself"),
        ('origin: "XA", destination: flanders', 'origin: "XB", destination: "XA"', 13, "outside-corridors"),
    ],
)  # fmt: skip
def test_one_fault_one_finding(run: Run, old: str, new: str, line: int, name: str) -> None:
    """A fault planted in one line is found once, there, though several rules could speak of it."""
    assert _PILOT.count(old) == 1
    found = _found(run, {**_FILES, "projects/pilot.yaml": _PILOT.replace(old, new)})
    assert found == ([("projects/pilot.yaml", line, name)] if name else [])


def test_a_source_with_a_wrong_day_is_told_once(run: Run) -> None:
    """The many lines that a source cannot have told are one finding, at the day of the source."""
    page = _FILES["sources/result.yaml"].replace("2024-03-01", "2014-03-01")
    found = _found(run, {**_FILES, "sources/result.yaml": page})
    assert found == [("sources/result.yaml", 8, "said-before-it-happened")]


def test_a_wrong_corridor_is_told_once_for_each_place(run: Run) -> None:
    """Two figures limited to one country that no corridor has are one finding, and show each other."""
    text = _PILOT.replace('value: 60, origin: "XA"', 'value: 60, origin: "XB"')
    text = text.replace("figures.trained.actual, source", 'figures.trained.actual, origin: "XB", source')
    outcome = run({**_FILES, "projects/pilot.yaml": text})
    (finding,) = outcome.findings
    assert finding.rule == "outside-corridors"
    assert [each.location.line for each in finding.related] == [15]


def test_a_wrong_roundtable_day_is_one_finding(run: Run) -> None:
    """The day of a roundtable is told where it stands, not at the sectors agreed there or at the next roundtable."""
    text = (
        'country: "XA"\nsource: report\nevents:\n'
        '  - {type: roundtable, number: 1, date: "2032-03", outcomes: [launched]}\n'
        '  - {type: roundtable, number: 2, date: "2024-03"}\n'
        "sectors:\n  - {sector: ict, as_stated: ICT, tier: priority, at: roundtable.1}\n"
        "missing: {field: member_states, why: not-stated}\n"
    )
    path = "countries/xanadu/partnership.yaml"
    assert _found(run, {path: text}) == [(path, 4, "said-before-it-happened")]
    stated = text.replace(", outcomes: [launched]", "")
    found = [each for each in _found(run, {path: stated}) if each[2] != "expected-roundtable"]
    assert found == [(path, 4, "actual-in-future")]


def test_two_meetings_from_one_place_are_not_one_claim_twice(run: Run) -> None:
    """What lacks a number or a part is asked for it, and neither called a double nor a difference."""
    meetings = "".join(f'  - {{type: meeting, date: "2022-{month}", source: result}}\n' for month in ("07", "11"))
    text = _PILOT.replace("status:", meetings + "status:")
    found = _found(run, {**_FILES, "projects/pilot.yaml": text})
    assert found == [("projects/pilot.yaml", 10, "recurring-event-unnamed")]


def test_a_slip_between_competing_lines_is_hinted_at(run: Run) -> None:
    """Where two amounts of one thing differ by thousands, the finding says so first."""
    outcome = run({**_FILES, "projects/pilot.yaml": _PILOT.replace("EUR 1496448.50", "EUR 1496.45")})
    (finding,) = outcome.findings
    assert finding.hint.startswith("one is about 1,000 times the other")


@pytest.mark.parametrize(
    ("amount", "other", "factor"),
    [("1500", "1496448.50", 1000), ("1.5", "1496448.50", 1_000_000), ("1500", "15000", 0), ("0", "1000", 0)],
)
def test_slips(amount: str, other: str, factor: int) -> None:
    """A thousand and a million times are slips, ten times is a difference, and nothing is a slip beside nothing."""
    one, two = (Money(amount=Amount.parse(f"EUR {each}")) for each in (amount, other))
    assert slip(one, two) == slip(two, one) == factor


def test_no_currency_takes_the_only_one_of_the_file(run: Run) -> None:
    """The nearest right value is offered only where the amounts of the file have one currency between them."""
    text = _PILOT.replace("EUR 1496448.50", "1496448.50")
    (finding,) = run({**_FILES, "projects/pilot.yaml": text}).findings
    assert finding.message.endswith("write EUR 1496448.50, as elsewhere in this file")
    mixed = text.replace("EUR 1400000", "CHF 1400000")
    (finding,) = run({**_FILES, "projects/pilot.yaml": mixed}).findings
    assert finding.message.endswith("write an ISO 4217 code, a space and the plain number")


def test_an_earlier_day_asked_for_only_warns(put: Callable[..., Path]) -> None:
    """As of a day before most events nothing turns into an error: rules that hang on the day are warnings."""
    outcome = lint(put(dict(_FILES)), "the tests", Day.parse("2022-06-30"), Wanted(rule.choose()))
    assert outcome.count(Severity.ERROR) == 0
    assert "actual-in-future" in {each.rule for each in outcome.findings}
