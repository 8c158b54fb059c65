"""The E rows through the door: bytes that are no text, names that break a shell, and files that are none."""

import json
import os
import sys
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from talentpart.lint.formats import names

Seen = tuple[int, int, str, str]
Dataset = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., tuple[int, str, str]]
GOOD = """\
source: report
organisations: {organisation: agency, role: implementer}
missing:
  - {field: [events, money, people.planned, people.actual, corridors, sectors], why: not-stated}
"""
ROWS: Mapping[str, tuple[bytes, Seen]] = {
    "E1": (
        b"source: report\nnames: C\xf4te\n",
        (2, 9, "not-utf8", "byte 0xf4 at 2:9 is not UTF-8 (looks like Latin-1: \u00f4)"),
    ),
    "E1-cp1252": (
        b"source: report\nnotes: \x80 5\n",
        (2, 8, "not-utf8", "byte 0x80 at 2:8 is not UTF-8 (looks like Windows-1252: \u20ac)"),
    ),
    "E2": (
        b"\xef\xbb\xbf" + GOOD.encode(),
        (1, 1, "not-utf8", "the file starts with a byte order mark; save it as UTF-8 without one"),
    ),
    "E2-utf-16": (GOOD.encode("utf-16"), (1, 1, "not-utf8", "the file is UTF-16; save it as UTF-8")),
    "E2-utf-16-le": (GOOD.encode("utf-16-le"), (1, 2, "not-utf8", "the file looks like UTF-16; save it as UTF-8")),
    "E3": (b"source: rep\0ort\n", (1, 12, "not-utf8", "control character U+0000 is no text; take it out")),
    "E3-escape": (
        b'source: report\nnotes: "\x1b[2J"\n', (2, 9, "not-utf8", "control character U+001B is no text; take it out")
    ),
    "E4": (GOOD.replace("\n", "\r\n").encode(), (1, 15, "whitespace", "lines end in CRLF; end them with LF")),
    "E4-cr": (GOOD.replace("\n", "\r").encode(), (1, 15, "whitespace", "lines end in CR; end them with LF")),
    "E4-end": (GOOD[:-1].encode(), (4, 97, "whitespace", "the file does not end with a line end; add one")),
    "E4-fault": (
        GOOD.replace("role: implementer", "role: boss").replace("\n", "\n\n", 2).encode(),
        (3, 45, "not-in-codelist", "'boss' is no code of the list roles"),
    ),
    "E5": (
        'source: report\nnames: {text: "\u90e8\u0301\u05d0\U0001f600", note: NO}\n'.encode(),
        (2, 29, "ambiguous-scalar", "NO is a boolean to YAML 1.1 readers: quote it"),
    ),
}  # fmt: skip
HOSTILE = {
    "a\nb": "a b",
    "a,line=3": "a,line=3",
    "a::b": "a::b",
    "100%": "100%",
    "c d": "c d",
    "Egypt": "Egypt",
    "caf\u00e9": "caf\u00e9",
    "\u202ecod": "<U+202E>cod",
    "\x1b[2J": "\\x1b[2J",
    os.fsdecode(b"l\xe9on"): "l\\xe9on",
}
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no such names, pipes or links")


class Told(NamedTuple):
    """What lint says in JSON: its exit code, and what it found, by file below the dataset."""

    code: int
    found: dict[str, list[Seen]]


@pytest.fixture(scope="module")
def told(sweep: Callable[[Mapping[str, bytes]], Told]) -> Told:
    """Give what lint says of all rows in one dataset."""
    return sweep({row: raw for row, (raw, _) in ROWS.items()})


@pytest.mark.parametrize("row", ROWS)
def test_bytes_that_are_no_text_are_one_finding(row: str, told: Told) -> None:
    """E1-E5: one finding at the first character that is wrong, and a warning where the meaning is sound."""
    assert told.code == 1
    assert told.found[f"projects/{row.lower()}.yaml"] == [ROWS[row][1]]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_a_fault_keeps_its_line_whatever_ends_lines(end: str, dataset: Dataset, run: Run) -> None:
    """E4: behind CRLF, CR and LF the fourth line is the fourth, and is shown."""
    dataset({"projects/x.yaml": GOOD.replace("why: not-stated", "why: not-said").replace("\n", end).encode()})
    code, out, _ = run("lint", "--data", "data", "--ignore", "whitespace", "--ignore", "not-canonical")
    assert code == 1
    assert out.startswith("data/projects/x.yaml:4:86: error: 'not-said' is no ")
    assert out.splitlines()[2].endswith("^" * len("not-said"))


@posix
@pytest.mark.parametrize("name", names())
def test_no_name_of_a_file_breaks_a_format(name: str, dataset: Dataset, run: Run) -> None:
    """E6: no name gives orders, ends a line or leaves the encoding, in any format."""
    root = dataset({"projects/good.yaml": GOOD})
    for hostile in HOSTILE:
        try:
            (root / "projects" / f"{hostile}.yaml").write_text(GOOD, encoding="utf-8")
        except OSError:
            pytest.skip("this file system takes no such names")
    code, out, err = run("lint", "--data", "data", "-f", name, "--max-findings", "0", "-q")
    assert (code, err) == (1, "")
    assert out.encode("utf-8")
    assert not [sign for sign in out if sign != "\n" and unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
    assert not any(line.startswith(("::", "##[")) for line in out.splitlines()) or name == "github"
    if name in {"concise", "github"}:
        lines = [line for line in out.splitlines() if "file-name" in line]
        assert len(lines) == len(HOSTILE) + ("`talentpart rule file-name` explains." in out)
    if name == "concise":
        for shown in HOSTILE.values():
            message = f"error: the id '{shown}' is not made of a-z, 0-9 and - alone [file-name]"
            assert f"data/projects/{shown}.yaml: {message}" in out


@posix
def test_json_gives_the_name_of_a_file_back(dataset: Dataset, run: Run) -> None:
    """E6: a program can open the file by the path that it gets, whatever is in it, save bytes that are no UTF-8."""
    root = dataset({})
    (root / "projects").mkdir()
    hostile = ["a\nb", "a,line=3::c", "100%25", "\u202ecod"]
    for each in hostile:
        (root / "projects" / f"{each}.yaml").write_text(GOOD, encoding="utf-8")
    _, out, _ = run("lint", "--data", "data", "-f", "json")
    assert {Path(item["path"]).stem for item in json.loads(out)["items"]} == set(hostile)
    assert all(Path(item["path"]).is_file() for item in json.loads(out)["items"])


@posix
def test_what_is_no_file_is_told_and_the_others_are_checked(dataset: Dataset, run: Run) -> None:
    """E7: a link to itself, to nothing, a pipe and a folder are one error each; nothing waits, the rest is checked."""
    root = dataset({"projects/good.yaml": GOOD, "projects/other.yaml": GOOD.replace("report", "repport")})
    projects = root / "projects"
    (projects / "loop.yaml").symlink_to("loop.yaml")
    (projects / "lost.yaml").symlink_to("nowhere")
    (projects / "again.yaml").symlink_to(projects)
    os.mkfifo(projects / "pipe.yaml")
    (projects / "folder.yaml").mkdir()
    code, out, _ = run("lint", "--data", "data", "-f", "concise")
    found = dict(line.split(": error: ") for line in out.splitlines() if ": error: " in line)
    assert code == 1
    assert found.pop("data/projects/other.yaml:1:9").endswith("[unknown-reference]")
    assert sorted(found) == [f"data/projects/{name}.yaml" for name in ("again", "folder", "loop", "lost", "pipe")]
    assert all(message.startswith("cannot read data/projects/") for message in found.values())
    code, out, err = run("query", "projects", "--data", "data")
    assert (code, out) == (3, "")
    assert len(err.splitlines()) == 6


@posix
def test_two_names_that_are_one_elsewhere_are_told(dataset: Dataset, run: Run) -> None:
    """E8: names that differ in case, and names of devices, break checkouts on other systems and are errors here."""
    root = dataset({f"projects/{name}.yaml": GOOD for name in ("egypt", "con", "aux")})
    (root / "projects" / "Egypt.yaml").write_text(GOOD, encoding="utf-8")
    if len(list((root / "projects").iterdir())) == 3:
        pytest.skip("to this file system the two names are one")
    _, out, _ = run("lint", "--data", "data", "-f", "concise")
    assert [line.rpartition(" ")[2] for line in out.splitlines()[:3]] == [
        "[file-name]",
        "[reserved-id]",
        "[reserved-id]",
    ]
    assert out.startswith("data/projects/Egypt.yaml: error: the id 'Egypt' is not made of a-z, 0-9 and - alone")


def test_one_id_for_two_records_is_told_at_the_second(dataset: Dataset, run: Run) -> None:
    """E8: ids are unique over all kinds; the finding names the first."""
    dataset({"projects/agency.yaml": GOOD})
    code, out, _ = run("lint", "--data", "data", "-f", "concise")
    assert code == 1
    assert out.splitlines()[0] == (
        "data/projects/agency.yaml:1:1: error: the id 'agency' is taken by data/organisations/agency.yaml; "
        "ids are unique in the whole dataset [duplicate-id]"
    )
