"""Each rule is its file: the shape of the file, its manual page, and its examples run through the whole of lint."""

from collections.abc import Callable

import pytest

from talentpart.finding import Severity
from talentpart.lint import rule
from talentpart.lint.outcome import Outcome
from talentpart.lint.rule import HEADINGS, Bad, Good, Rule

Run = Callable[..., Outcome]
RULES = [rule.load(name) for name in rule.names()]
BAD = [pytest.param(one, bad, id=f"{one.name}-{i}") for one in RULES for i, bad in enumerate(one.bad)]
GOOD = [pytest.param(one, good, id=f"{one.name}-{i}") for one in RULES for i, good in enumerate(one.good)]


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.name)
def test_shape(one: Rule) -> None:
    """A rule has a title, a text under each heading, a severity, and at least one example of each kind."""
    assert one.title.endswith(".")
    assert list(one.page) == list(HEADINGS)
    assert all(one.page.values())
    assert isinstance(one.severity, Severity)
    assert one.bad
    assert one.good


@pytest.mark.parametrize(("one", "bad"), BAD)
def test_bad(one: Rule, bad: Bad, run: Run) -> None:
    """A planted fault gives one finding, by its rule, at its line and column, in these words, and no other error."""
    outcome = run(bad.files, texts=bad.texts, without=bad.without)
    found = [each for each in outcome.findings if each.rule == one.name or each.severity is Severity.ERROR]
    place = found[0].location if found else None
    assert [(each.rule, str(each.location), each.message) for each in found[1:]] == []
    assert place is not None
    assert (place.path, place.line, place.column) == bad.at
    assert found[0].message == bad.message
    assert found[0].rule == one.name
    assert found[0].severity is (Severity.WARNING if bad.warning else one.severity)


@pytest.mark.parametrize(("one", "good"), GOOD)
def test_good(one: Rule, good: Good, run: Run) -> None:
    """A good example gives no finding by its rule, and no error."""
    outcome = run(good.files, texts=good.texts)
    found = [each for each in outcome.findings if each.rule == one.name or each.severity is Severity.ERROR]
    assert [(each.rule, str(each.location), each.message) for each in found] == []


def test_the_base_is_clean(run: Run) -> None:
    """The dataset into which the examples are put has no findings at all."""
    assert [str(each) for each in run({}).findings] == []
