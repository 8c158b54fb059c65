"""What the tests of the store share: both parsers, documents from text, and the codes of a few small codelists."""

from collections.abc import Callable

import pytest

from talentpart.finding import Finding
from talentpart.store import events, schemas
from talentpart.store.parse import Document, parse

CODES: schemas.Named = {
    "places": {"EG": ["Egypt"], "MA": ["Morocco"], "BE": ["Belgium", "Kingdom of Belgium"], "flanders": ["Flanders"]},
    "sectors": {"construction": [], "ict": [], "textiles": [], "garment": [], "tourism": []},
    "event-types": {"roundtable": [], "start": [], "end": []},
    "project-kinds": {"pilot": [], "scheme": []},
    "mobility": {"training": [], "work": []},
    "measures": {"trained": [], "moved": []},
}
Seen = list[tuple[int, int, str, str]]


@pytest.fixture(params=["libyaml", "pure"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test under both parsers."""
    if request.param == "libyaml" and not events.FAST:
        pytest.skip("PyYAML was built without libyaml here")
    monkeypatch.setattr(events, "FAST", request.param == "libyaml")


@pytest.fixture
def form(_parser: None) -> Callable[[str | bytes], Document]:
    """Give a function that parses a text, under both parsers."""
    return lambda text: parse("data/projects/x.yaml", text.encode() if isinstance(text, str) else text)


@pytest.fixture
def seen(form: Callable[[str | bytes], Document]) -> Callable[[str | bytes], Seen]:
    """Give a function that says what is wrong with the form of a text: line, column, rule and message."""
    return lambda text: say(form(text).findings)


@pytest.fixture
def checked(form: Callable[[str | bytes], Document]) -> Callable[[str, str], Seen]:
    """Give a function that says all that is wrong with a text as a record of some kind."""

    def check(kind: str, text: str) -> Seen:
        document = form(text)
        document.kind, document.id = kind, "x"
        return say([*document.findings, *schemas.check(document, CODES)])

    return check


def say(findings: list[Finding]) -> Seen:
    """Give line, column, rule and message of each finding, in their order."""
    ordered = sorted(findings, key=Finding.order)
    return [(each.location.line, each.location.column, each.rule, each.message) for each in ordered]
