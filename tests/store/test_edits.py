"""Edits put into a text: where they go, which of two counts, what they must not change, and how a file is written."""

import os
from pathlib import Path

import pytest

from talentpart.finding import Edit, Location
from talentpart.store.edits import Fix, mend, raw_of, replace_file
from talentpart.store.parse import parse


def at(line: int, column: int, end_column: int, text: str, end_line: int = 0) -> Fix:
    """Give a mend of one edit."""
    return (Edit(Location("x", line, column, end_line or line, end_column), text),)


def mended(text: str, *fixes: Fix) -> tuple[str, int, int]:
    """Give what a text becomes, how many mends were made, and how many were dropped."""
    result = mend(parse("x", text.encode()), fixes)
    return result.raw.decode(), len(result.done), len(result.dropped)


def test_only_its_bytes_change() -> None:
    """An edit changes what it covers and nothing else, whatever characters and line ends stand around it."""
    text = "# \u4e2d\U0001f600\r\na: \u00e9  \r\nb:   c\r\n"
    assert mended(text, at(3, 3, 6, " ")) == ("# \u4e2d\U0001f600\r\na: \u00e9  \r\nb: c\r\n", 1, 0)
    assert mended(text, at(2, 5, 7, "")) == ("# \u4e2d\U0001f600\r\na: \u00e9\r\nb:   c\r\n", 1, 0)


def test_the_first_of_two_counts() -> None:
    """Of two that share a character, or a place between two, the first is made and the other waits."""
    assert mended("a:    b\n", at(1, 3, 6, ""), at(1, 5, 7, " ")) == ("a: b\n", 1, 0)
    assert mended("a: b", at(1, 5, 5, "\n"), at(1, 5, 5, "\n\n")) == ("a: b\n", 1, 0)
    assert mended("a: b  ", at(1, 5, 7, ""), at(1, 7, 7, "\n")) == ("a: b\n", 2, 0)


def test_a_mend_of_many_edits_is_made_whole() -> None:
    """The edits of one mend are made together, or wait together."""
    ends = (*at(1, 5, 1, "\n", 2), *at(2, 5, 1, "\n", 3))
    assert mended("a: b\r\nc: d\r\n", ends) == ("a: b\nc: d\n", 1, 0)
    assert mended("a: b\r\nc: d\r\n", at(2, 5, 1, "", 3), ends) == ("a: b\r\nc: d", 1, 0)


def test_another_meaning_is_dropped() -> None:
    """F3: an edit after which the data differ is dropped, and the others are made."""
    assert mended("a:  b\nc:  d\n", at(1, 3, 5, ""), at(2, 3, 5, " ")) == ("a:  b\nc: d\n", 1, 1)
    assert mended("a: 1\n", at(1, 5, 5, ".0")) == ("a: 1\n", 0, 1)
    assert mended("a: [b, c]\n", at(1, 6, 7, "")) == ("a: [b, c]\n", 0, 1)


def test_values_and_names_that_are_meant_to_change() -> None:
    """F3: where an edit is itself a value or the name of a field, the data must have just that one instead."""
    assert mended("a: {b: 2024, c: 1}\n", at(1, 8, 12, '"2024"')) == ('a: {b: "2024", c: 1}\n', 1, 0)
    assert mended("ab: {bc: x}\n", at(1, 1, 3, "aa"), at(1, 6, 8, "bb"), at(1, 10, 11, '"x"')) == (
        'aa: {bb: "x"}\n', 3, 0,
    )  # fmt: skip
    assert mended("a: b\nc: d\n", at(2, 1, 2, "a")) == ("a: b\nc: d\n", 0, 1)


def test_the_byte_order_mark() -> None:
    """The mark stays until it is the mend, and is never taken for a character."""
    document = parse("x", "\ufeffa:  b\n".encode())
    assert raw_of(document) == "\ufeffa:  b\n".encode()
    assert mend(document, [at(1, 3, 5, " ")]).raw == "\ufeffa: b\n".encode()
    assert mend(document, [document.findings[0].fix]).raw == b"a:  b\n"


def test_a_file_without_data() -> None:
    """Nothing is done in a file that holds no record."""
    assert mended("- a  \n", at(1, 4, 6, "")) == ("- a  \n", 0, 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file that holds something."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    return path


def test_written_whole(file: Path) -> None:
    """A file is replaced by its new state, with its mode, and nothing is left beside it."""
    file.chmod(0o604)
    assert replace_file(file, b"new", b"old", file.parent) == ""
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o604
    assert os.listdir(file.parent) == ["a.yaml"]  # noqa: PTH208 - names alone


def test_not_written(file: Path, tmp_path: Path) -> None:
    """P12: a file that holds something else by now, is gone, or cannot be written stays, and it is said why."""
    assert replace_file(file, b"new", b"other", file.parent) == "it has changed since it was read"
    assert replace_file(tmp_path / "gone.yaml", b"new", b"", tmp_path) == "no such file or directory"
    (tmp_path / "inside").mkdir()
    link = tmp_path / "inside" / "link.yaml"
    link.symlink_to(file)
    assert replace_file(link, b"new", b"old", tmp_path / "inside") == "it is a link to outside the dataset"
    assert replace_file(link, b"new", b"old", tmp_path) == ""
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_nothing_is_left_half_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """P2: where writing fails, or is interrupted, the old file stays and nothing stands beside it."""

    def fail(*_: object) -> None:
        raise failure

    for failure in (OSError(28, "No space left on device"), KeyboardInterrupt()):
        monkeypatch.setattr(Path, "replace", fail)
        if isinstance(failure, OSError):
            assert replace_file(file, b"new", b"old", file.parent) == "no space left on device"
        else:
            with pytest.raises(KeyboardInterrupt):
                replace_file(file, b"new", b"old", file.parent)
        assert file.read_bytes() == b"old"
        assert [path.name for path in file.parent.iterdir()] == ["a.yaml"]


def test_a_file_that_may_not_be_written(file: Path) -> None:
    """A file without leave to write is left alone."""
    if os.geteuid() == 0:
        pytest.skip("root may write everything")
    file.chmod(0o400)
    assert replace_file(file, b"new", b"old", file.parent) == "it may not be written"
