"""The rows E1 to E5, E7 and E9: encodings, line ends, and files that are none."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.errors import TalentpartError
from talentpart.finding import Severity
from talentpart.store.folder import digest, ids, read
from talentpart.store.parse import Document

Seen = list[tuple[int, int, str, str]]
See = Callable[[str | bytes], Seen]
Form = Callable[[str | bytes], Document]


@pytest.mark.parametrize(
    ("raw", "line", "column", "message"),
    [
        pytest.param(b"name: C\xf4te\n", 1, 8, "byte 0xf4 at 1:8 is not UTF-8 (looks like Latin-1: \u00f4)", id="E1"),
        pytest.param(
            b"\xc3\xb4: 1\r\nb: \x80\n",
            2,
            4,
            "byte 0x80 at 2:4 is not UTF-8 (looks like Windows-1252: \u20ac)",
            id="E1-cp",
        ),
        pytest.param(
            b"a: \xed\xa0\x80\n", 1, 4, "byte 0xed at 1:4 is not UTF-8 (looks like Latin-1: \u00ed)", id="E1-surrogate"
        ),
        pytest.param("a: b\n".encode("utf-16"), 1, 1, "the file is UTF-16; save it as UTF-8", id="E2-16"),
        pytest.param("a: b\n".encode("utf-16-le"), 1, 2, "the file looks like UTF-16; save it as UTF-8", id="E2-16-le"),
        pytest.param(b"a: x\0\n", 1, 5, "control character U+0000 is no text; take it out", id="E3"),
        pytest.param(b"a: 1\nb: \x1b[2J\n", 2, 4, "control character U+001B is no text; take it out", id="E3-esc"),
        pytest.param("a: \x9b\n".encode(), 1, 4, "control character U+009B is no text; take it out", id="E3-c1"),
    ],
)
def test_what_is_no_text_is_not_utf8(form: Form, raw: bytes, line: int, column: int, message: str) -> None:
    """E1-E3: one finding at the first byte that is wrong, counted in characters, and nothing is parsed."""
    document = form(raw)
    assert document.data is None
    (finding,) = document.findings
    place = finding.location
    assert (place.line, place.column, finding.rule, finding.message) == (line, column, "not-utf8", message)
    assert finding.severity is Severity.ERROR


def test_a_byte_order_mark_is_a_warning_and_no_character(form: Form) -> None:
    """E2: the record is read, and columns count from behind the mark."""
    document = form(b"\xef\xbb\xbfa: NO\n")
    assert document.data == {"a": "NO"}
    mark, scalar = document.findings
    assert (mark.rule, mark.severity, mark.location.line, mark.location.column) == ("not-utf8", Severity.WARNING, 1, 1)
    assert mark.message == "the file starts with a byte order mark; save it as UTF-8 without one"
    assert (scalar.rule, scalar.location.column) == ("ambiguous-scalar", 4)


@pytest.mark.parametrize(("end", "name"), [("\r\n", "CRLF"), ("\r", "CR"), ("\n", "")])
def test_lines_are_counted_alike_whatever_ends_them(form: Form, end: str, name: str) -> None:
    """E4: a fault in the third line is in the third line, and other line ends than LF are one warning."""
    document = form(end.join(("a: 1", "", "b: NO", "")))
    found = [(each.location.line, each.rule, each.message, each.severity) for each in document.findings]
    warning = (1, "whitespace", f"lines end in {name}; end them with LF", Severity.WARNING)
    fault = (3, "ambiguous-scalar", "NO is a boolean to YAML 1.1 readers: quote it", Severity.ERROR)
    assert found == ([warning, fault] if name else [fault])
    assert str(document.locate("b")).endswith(":3:4")


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: b", 1, 5, "the file does not end with a line end; add one"),
        ("a: b  \nc: d\n", 1, 5, "blanks stand at the end of the line; take them out"),
        ("a: b\nc:\td\n", 2, 3, "a tab stands in the line; write one blank"),
        ("a: b\nc: d\t\n", 2, 5, "blanks stand at the end of the line; take them out"),
        ("a: b\n\t# comment\n", 2, 1, "a tab stands in the line; write one blank"),
    ],
)
def test_blanks_are_warnings_at_their_place(form: Form, text: str, line: int, column: int, message: str) -> None:
    """E4: none of them changes what the record means."""
    document = form(text)
    assert document.data
    found = [(each.location.line, each.location.column, each.rule, each.message) for each in document.findings]
    assert found == [(line, column, "whitespace", message)]
    assert document.findings[0].severity is Severity.WARNING


@pytest.mark.parametrize("before", ["\t", "\u4e2d", "e\u0301", "\u05d0", "\U0001f600"])
def test_columns_count_characters(form: Form, before: str) -> None:
    """E5: a tab, a wide, combining, right-to-left or astral character is one column each code point."""
    document = form(f'{{a: "{before}", b: NO}}\n')
    (finding,) = [each for each in document.findings if each.rule == "ambiguous-scalar"]
    assert finding.location.column == 12 + len(before)


def dataset(root: Path) -> Path:
    """Write a dataset of two records."""
    (root / "projects").mkdir(parents=True)
    (root / "projects" / "palim.yaml").write_text("kind: pilot\n", encoding="utf-8")
    (root / "projects" / "thamm.yaml").write_text("kind: pilot\n", encoding="utf-8")
    return root


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders, and its links need rights")
def test_a_file_that_cannot_be_read_is_a_finding_and_the_others_are_read(tmp_path: Path) -> None:
    """E7: a link to itself, a pipe, a folder and a link to nothing are one finding each, and nothing waits."""
    projects = dataset(tmp_path) / "projects"
    (projects / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(projects / "pipe.yaml")
    (projects / "folder.yaml").mkdir()
    (projects / "lost.yaml").symlink_to("nowhere")
    found = {document.id: document for document in read(tmp_path)}
    for name, why in {"pipe": "it is no file", "folder": "it is no file", "lost": "no such file or directory"}.items():
        (finding,) = found[name].findings
        path = found[name].path
        assert (str(finding.location), finding.rule, finding.message) == (
            path,
            "not-utf8",
            f"cannot read {path}: {why}",
        )
    (loop,) = found["loop"].findings
    assert (loop.rule, loop.severity) == ("not-utf8", Severity.ERROR)
    assert loop.message.startswith(f"cannot read {found['loop'].path}: ")
    assert found["palim"].data == found["thamm"].data == {"kind": "pilot"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_a_finding(tmp_path: Path) -> None:
    """E7: who may not read a file is told so."""
    file = dataset(tmp_path) / "projects" / "palim.yaml"
    file.chmod(0)
    (finding,) = [each for document in read(tmp_path) for each in document.findings]
    assert finding.message.endswith("palim.yaml: permission denied")


def test_a_file_that_vanishes_while_reading_is_a_finding(tmp_path: Path) -> None:
    """E7: a file that is deleted between looking and reading does not stop the others."""
    documents = read(dataset(tmp_path))
    (tmp_path / "projects" / "palim.yaml").unlink()
    palim, thamm = documents
    assert [each.rule for each in palim.findings] == ["not-utf8"]
    assert thamm.data == {"kind": "pilot"}


def test_folders_that_lead_to_themselves_are_read_once(tmp_path: Path) -> None:
    """E7: no folder is entered below the known ones, so a loop of links ends nowhere."""
    (dataset(tmp_path) / "projects" / "again").symlink_to(tmp_path / "projects", target_is_directory=True)
    (tmp_path / "countries").mkdir()
    (tmp_path / "countries" / "countries").symlink_to(tmp_path / "countries", target_is_directory=True)
    names = [document.name for document in read(tmp_path)]
    assert names == ["countries/countries/countries", "projects/again", "projects/palim.yaml", "projects/thamm.yaml"]


@pytest.mark.parametrize("make", ["missing", "empty", "wrong", "file"])
def test_a_folder_without_records_is_an_error(tmp_path: Path, make: str) -> None:
    """E9: a missing, empty or wrong folder is exit 3, with the command that says which dataset is used."""
    root = tmp_path / "data"
    if make == "file":
        root.write_text("a: 1\n", encoding="utf-8")
    elif make != "missing":
        root.mkdir()
    if make == "wrong":
        (root / "notes.txt").write_text("x", encoding="utf-8")
        (root / "dataset.yaml").write_text("title: x\n", encoding="utf-8")
    with pytest.raises(TalentpartError) as error:
        read(root)
    what = ", which is no folder" if make in {"missing", "file"} else ""
    assert error.value.message == f"no records under {root.as_posix()}{what}; run `talentpart info`"
    assert error.value.exit_code == 3
    assert ids(root) == []


def test_the_digest_hangs_on_paths_and_bytes_alone(tmp_path: Path) -> None:
    """Neither the place of the dataset nor the order of reading changes it; one byte does."""
    one, two = dataset(tmp_path / "one"), dataset(tmp_path / "two")
    first, second = list(read(one)), list(read(two))
    assert digest(first) == digest(reversed(second))
    (two / "projects" / "thamm.yaml").write_text("kind: scheme\n", encoding="utf-8")
    assert digest(read(two)) != digest(first)
