"""Every hostile file among good ones: it is one error, in no time, and the files beside it are read as ever."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.finding import Severity
from talentpart.store import events, schemas
from talentpart.store.folder import read
from talentpart.store.parse import Document

GOOD = b'kind: pilot\nevents:\n  - {type: start, date: "2023"}\n'
BOMB = b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 121))
ROWS: dict[str, tuple[bytes, str]] = {
    "Y1": (b"notes: NO\n", "ambiguous-scalar"),
    "Y2": (b"notes: 60:30\n", "ambiguous-scalar"),
    "Y3": (b"notes: 010\n", "ambiguous-scalar"),
    "Y4": (b"money:\n  - amount: 1,000,000\n", "bad-format"),
    "Y4-braces": (b"money: {amount: 1,000,000}\n", "comma-in-braces"),
    "Y5": (b"checked: 2024-06-11\n", "ambiguous-scalar"),
    "Y5-year": (b"checked: 2024\n", "ambiguous-scalar"),
    "Y6": (b"checked: 2024-13-45\n", "bad-format"),
    "Y7": (b"notes: 0x_\n", "ambiguous-scalar"),
    "Y8": (b"kind: pilot\nkind: pilot\n", "duplicate-key"),
    "Y9": ("C\u00f4te: 1\nCo\u0302te: 2\n".encode(), "duplicate-key"),
    "Y10": (b"? [kind]\n: pilot\n", "key-not-text"),
    "Y11": (b"notes: =\n", "ambiguous-scalar"),
    "Y12": (b"notes: !!python/object/apply:os.abort []\n", "tag"),
    "Y13": (b"kind: pilot\n---\nkind: pilot\n", "several-documents"),
    "Y14": (b"# nothing\n", "no-record"),
    "Y15": (b"notes: Talent Partnership: Egypt\n", "syntax"),
    "Y16": ("kind:\xa0pilot\n".encode(), "invisible-character"),
    "Y17": (b"figures: {measure: moved, value: .nan}\n", "not-a-number"),
    "Y18": (b"notes: 3.10\n", "wrong-type"),
    "Y19": (b'notes: "\\ud800"\n', "syntax"),
    "Y20": ("notes: a\u2028b\n".encode(), "invisible-character"),
    "Y21": (b"notes: &a x\nkind: &a pilot\n", "anchor"),
    "S1": (BOMB, "anchor"),
    "S2": (b"notes: " + b"[" * 30_000 + b"\n", "too-large"),
    "S2-long": (b"notes: " + b"[" * 300_000 + b"\n", "too-large"),
    "S3": (b"notes: &a [*a]\n", "anchor"),
    "S4": (b"notes: " + b"x" * 2_000_000 + b"\n", "too-large"),
    "S4-lines": (b"notes:\n" + b"- words\n" * 60_000, "too-large"),
    "E1": (b"names: C\xf4te\n", "not-utf8"),
    "E2": ("kind: pilot\n".encode("utf-16"), "not-utf8"),
    "E3": (b"kind: pi\0lot\n", "not-utf8"),
    "E3-esc": (b'notes: "\x1b[2J"\n', "not-utf8"),
    "X2": (b'({}).constructor.constructor("return process.exit(9)")()\n', "no-record"),
    "X2-python": (b"__import__('os').abort()\n", "no-record"),
    "X2-field": (b'? "__class__"\n: {"__init__": "${7*7}"}\n', "unknown-field"),
}


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def _both(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test under both parsers."""
    if request.param == "libyaml" and not events.FAST:
        pytest.skip("PyYAML was built without libyaml here")
    monkeypatch.setattr(events, "FAST", request.param == "libyaml")


@pytest.fixture
def between(tmp_path: Path) -> Callable[[bytes], list[Document]]:
    """Give a function that reads a dataset in which a file stands between two good ones."""

    def give(raw: bytes) -> list[Document]:
        folder = tmp_path / "projects"
        folder.mkdir()
        for name, each in (("a", GOOD), ("b", raw), ("c", GOOD)):
            (folder / f"{name}.yaml").write_bytes(each)
        return list(read(tmp_path))

    return give


def errors(document: Document) -> list[tuple[str, str]]:
    """Give path and rule of each error in a document, of form and of schema."""
    found = [*document.findings, *schemas.check(document, {})]
    return [(each.location.path, each.rule) for each in found if each.severity is Severity.ERROR]


@pytest.mark.parametrize("row", ROWS)
def test_a_hostile_file_is_one_error_and_its_neighbours_are_read(
    row: str, between: Callable[[bytes], list[Document]]
) -> None:
    """One error by its rule, within seconds; the files before and after it have their data and no finding."""
    raw, rule = ROWS[row]
    start = time.perf_counter()
    first, hostile, last = between(raw)
    assert errors(hostile) == [(hostile.path, rule)]
    assert time.perf_counter() - start < 5
    for neighbour in (first, last):
        assert neighbour.data == {"kind": "pilot", "events": [{"type": "start", "date": "2023"}]}
        assert (neighbour.findings, errors(neighbour)) == ([], [])


def test_a_file_that_may_not_be_opened_is_one_error(
    between: Callable[[bytes], list[Document]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E7: a file whose rights keep it shut, or whose disk fails, is told by the system's own reason."""
    between(GOOD)
    real = os.open

    def shut(file: str, flags: int) -> int:
        if Path(file).name == "b.yaml":
            raise PermissionError(13, "Permission denied")
        return real(file, flags)

    monkeypatch.setattr(os, "open", shut)
    first, hostile, last = read(tmp_path)
    (finding,) = hostile.findings
    assert (finding.rule, finding.location.line) == ("not-utf8", 0)
    assert finding.message == f"cannot read {hostile.path}: permission denied"
    assert first.data == last.data


def test_what_looks_like_a_program_stays_text(between: Callable[[bytes], list[Document]]) -> None:
    """X2: no value is ever evaluated, whatever language it is written in."""
    _, hostile, _ = between(b"notes:\n  - \"__import__('os').abort()\"\n  - '{{7*7}}'\n  - '=1+1'\n  - ${HOME}\n")
    assert hostile.data == {"notes": ["__import__('os').abort()", "{{7*7}}", "=1+1", "${HOME}"]}
    assert hostile.findings == []
