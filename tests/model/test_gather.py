"""Documents put together: in any order, with or without what they hold being let go, and read again when asked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.model.load import gather, load
from talentpart.model.records import KINDS
from talentpart.model.widen import shape_of, widen
from talentpart.store.folder import listed, opener, read
from talentpart.store.parse import Document

SAMPLE = Path(__file__).parents[1] / "sample"
Reader = Callable[[Path], Document]


@pytest.fixture
def one(tmp_path: Path) -> tuple[Document, Path]:
    """Give a document, and its file."""
    file = tmp_path / "projects" / "a.yaml"
    file.parent.mkdir()
    file.write_text("kind: pilot\nnotes: [one, two]\n", encoding="utf-8")
    return opener(tmp_path)(listed(tmp_path)[0]), file


def test_the_order_of_documents_changes_nothing() -> None:
    """Records, digest, documents and findings are the same in whatever order the files come."""
    documents = list(read(SAMPLE))
    first, second = gather(documents, "here"), gather(reversed(documents), "here")
    assert first.dataset.sha256 == second.dataset.sha256
    assert list(first.dataset.entries) == list(second.dataset.entries)
    assert first.documents == second.documents
    assert first.findings == second.findings


def test_letting_go_changes_nothing() -> None:
    """A lean dataset says the same of every line, and where it stands."""
    whole, lean = load(SAMPLE, "here").dataset, gather(read(SAMPLE), "here", lean=True).dataset
    for name, entry in whole.entries.items():
        other = lean.entries[name]
        assert other.places == entry.places
        for listed_name in entry.places:
            lines = zip(getattr(entry.record, listed_name), getattr(other.record, listed_name), strict=True)
            for line, same in lines:
                assert lean.locate(other.record, same) == whole.locate(entry.record, line)


def test_what_is_let_go_is_read_again(one: tuple[Document, Path]) -> None:
    """Text, data and places come back from the file when they are asked for."""
    document, _ = one
    text, data, where = document.text, document.data, document.locate("notes", 1)
    document.forget()
    assert document.holds
    assert document.locate("notes", 1) == where
    document.forget()
    assert document.data == data
    document.forget()
    assert document.text == text


def test_a_file_that_is_gone_meanwhile(one: tuple[Document, Path]) -> None:
    """It has no text any more, and what was found in it stands at the file as a whole."""
    document, file = one
    document.forget()
    file.unlink()
    assert document.text == ""
    assert document.data is None
    assert (document.locate("notes", 1).line, document.locate().path) == (0, document.path)


def test_a_document_of_no_file_keeps_what_it_holds() -> None:
    """Nothing is let go that could not be read again."""
    document = Document("x.yaml", "a: 1\n", {"a": 1}, [])
    document.forget()
    assert (document.text, document.data) == ("a: 1\n", {"a": 1})


def test_lines_written_as_several_keep_their_places() -> None:
    """A list in one field makes several lines of one, which all stand in the same place."""
    shape = shape_of(KINDS["project"])
    data: dict[str, object] = {
        "source": "a", "sectors": [{"sector": ["ict", "health"]}, "textiles"], "mobility": "work", "activities": [],
    }  # fmt: skip
    full, places = widen(data, shape)
    assert {name: list(each) for name, each in places.items()} == {
        "sectors": [0, 0, 1], "mobility": [0], "activities": [],
    }  # fmt: skip
    assert [line["sector"] for line in full["sectors"]] == ["ict", "health", "textiles"]  # type: ignore[attr-defined]
