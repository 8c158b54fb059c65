"""Claims held against saved texts, where these are given: one finding a line, and none where nobody asked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.errors import TalentpartError
from talentpart.lint.outcome import Outcome
from talentpart.lint.rule import choose
from talentpart.lint.runner import Wanted

Run = Callable[..., Outcome]
RULE = "evidence-not-found"
PAGE = (
    'title: A page\nauthority: official\ntype: web-page\nurl: https://page.example/\nlanguage: en\npublished: "2025"\n'
    'retrieved: "2026-01-02"\nread: whole\n'
)
WAIVER = 'items:\n  - {rule: evidence-not-found, path: pilot.figures.trained, because: a scan, until: "2027"}\n'
TWO = (
    "figures:\n  - {measure: trained, value: 90, source: page}\n"
    'money:\n  - {amount: EUR 3000000, payer: fund, period: "2024", source: page}\n'
    'events:\n  - {type: start, date: "2024-03", source: page}\n'
)  # fmt: skip


def told(outcome: Outcome) -> list[tuple[int, int, str]]:
    """Give line, column and message of what the rule found."""
    return [(f.location.line, f.location.column, f.message) for f in outcome.findings if f.rule == RULE]


def test_a_line_is_told_once(run: Run) -> None:
    """A line of which amount, payer and period are all absent is one finding, at the first of them."""
    found = told(run({"sources/page.yaml": PAGE, "projects/pilot.yaml": TWO}, texts={"page": "A page of 90 trained."}))
    assert found == [
        (4, 14, "the amount 'EUR 3 million' is not found in the text of 'page'"),
        (6, 25, "the day 'March 2024' is not found in the text of 'page'"),
    ]


def test_a_waiver_holds_with_texts_and_is_not_unused_without(run: Run) -> None:
    """Where nothing is held against texts, a waiver of what that would find is no waiver of nothing."""
    files = {"sources/page.yaml": PAGE, "projects/pilot.yaml": TWO, "waivers.yaml": WAIVER}
    with_texts = run(files, texts={"page": "A page. EUR 3 million from the Fund in 2024; it began in March 2024."})
    assert told(with_texts) == []
    assert not any(each.rule == "unused-waiver" for each in with_texts.findings)
    assert not any(each.rule == "unused-waiver" for each in run(files).findings)


def test_the_rule_can_be_left_out(run: Run) -> None:
    """With `--ignore` the texts are not looked at."""
    files = {"sources/page.yaml": PAGE, "projects/pilot.yaml": TWO}
    wanted = Wanted(choose(ignore=[RULE]))
    assert told(run(files, wanted, texts={"page": "Nothing."})) == []


def test_texts_that_cannot_be_read_are_said(run: Run, tmp_path: Path) -> None:
    """A folder that is not there is an error of the command, not a clean record."""
    with pytest.raises(TalentpartError, match="cannot read the texts"):
        run({}, Wanted(choose(), texts=tmp_path / "nowhere"))
