"""Independent witnesses: one text counts once, whoever carries it; and the days between which sources can be from."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure
from talentpart.model.records import Project
from talentpart.queries.witnesses import Between, behind, between, texts, witnesses

MakeDataset = Callable[[Mapping[str, str]], Dataset]
_SOURCE = 'title: %s\nauthority: %s\ntype: web-page\nlanguage: en\nretrieved: "2026-01-01"\nread: whole\n'


def source(title: str, more: str = "", authority: str = "official") -> str:
    """Give the text of a source with these further lines."""
    return _SOURCE % (title, authority) + "".join(f"{each}\n" for each in more.split("; ") if each)


FILES = {
    "sources/first.yaml": source("A release", 'published: "2024-02-01"'),
    "sources/second.yaml": source("A reprint", "repeats: first"),
    "sources/third.yaml": source("A reprint of it", "repeats: second", "press"),
    "sources/fourth.yaml": source("Another reprint", "repeats: first"),
    "sources/turn.yaml": source("One of a circle", "repeats: return"),
    "sources/return.yaml": source("The other of it", "repeats: turn"),
    "sources/slides.yaml": source("Some Slides", 'publisher: A body; published: "2024-05"'),
    "sources/mirror.yaml": source("Some slides", 'via: copies.example; published: "2024-05-02"'),
    "sources/mirror-too.yaml": source("some slides", "via: mirrors.example; publisher: A body"),
    "sources/mirror-of-other.yaml": source("Some slides", "via: copies.example; publisher: Another body"),
    "sources/mirror-of-later.yaml": source("Some slides", 'via: copies.example; published: "2025"'),
    "sources/namesake.yaml": source("Some slides", "publisher: A body"),
    "sources/page.yaml": source("A page", "url: https://page.example/a"),
    "sources/page-copied.yaml": source("Page (copy)", "via: page.example; url: https://page.example/a"),
}


@pytest.mark.parametrize(
    ("references", "groups"),
    [
        ("first#p1 first#p2", "first"),
        ("first paper", "first | paper"),
        ("first third", "first third"),
        ("third fourth", "third fourth"),
        ("third paper fourth", "third fourth | paper"),
        ("turn return", "turn return"),
        ("turn first", "turn | first"),
        ("page-old page-new", "page-old page-new"),
        ("slides mirror mirror-too", "slides mirror mirror-too"),
        ("mirror mirror-too", "mirror mirror-too"),
        ("slides mirror-of-other", "slides | mirror-of-other"),
        ("slides mirror-of-later", "slides | mirror-of-later"),
        ("slides namesake", "slides | namesake"),
        ("page page-copied", "page page-copied"),
        ("nowhere", ""),
        ("", ""),
    ],
)
def test_one_text_is_one_witness(make_dataset: MakeDataset, references: str, groups: str) -> None:
    """A repeat, a repeat of a repeat, a copy and a version of a page join what they carry; a namesake does not."""
    expected = tuple(tuple(each.split()) for each in groups.split(" | ") if each)
    assert texts(make_dataset(FILES), references.split()) == expected


def test_a_chain_joins_two_that_do_not_meet(make_dataset: MakeDataset) -> None:
    """Two copies with differing days are apart, and become one beside the undated copy that is of both."""
    dataset = make_dataset(FILES)
    assert len(texts(dataset, ["mirror", "mirror-of-later"])) == 2
    assert texts(dataset, ["mirror", "mirror-of-later", "mirror-too"]) == (("mirror", "mirror-of-later", "mirror-too"),)


def test_witnesses_of_lines(make_dataset: MakeDataset) -> None:
    """Of lines together: all their sources, the texts that these carry, whether all are weak, and their days."""
    lines = "figures:\n  - {measure: trained, value: 9, source: [first, news]}\n  - {measure: trained, source: third}\n"
    dataset = make_dataset({**FILES, "projects/pilot.yaml": lines})
    project = dataset.find(Project, "pilot")
    assert project is not None
    found = witnesses(dataset, project.figures)
    assert (found.sources, found.texts) == (("first", "news", "third"), (("first", "third"), ("news",)))
    assert (found.independent, found.weak) == (2, False)
    assert (found.oldest, found.newest) == (Between("", "2023-02-01"), Between("2024-02-01", "2026-01-01"))
    assert witnesses(dataset, project.figures[1:]).weak


def test_nobody_stands_behind_nothing(make_dataset: MakeDataset) -> None:
    """Without a source there is no witness, no day, and nothing weak."""
    found = witnesses(make_dataset({}), [Figure(measure="trained")])
    assert (found.sources, found.independent, found.weak) == ((), 0, False)
    assert found.newest == Between("", "9999")


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("first", Between("2024-02-01", "2024-02-01")),
        ("slides", Between("2024-05-01", "2024-05-31")),
        ("page-new", Between("2025-06-01", "2026-01-01")),
        ("page", Between("", "2026-01-01")),
    ],
)
def test_days_of_a_source(make_dataset: MakeDataset, name: str, days: Between) -> None:
    """A source is of its day, or between its bounds, and never later than it was read."""
    found = make_dataset(FILES).source(name)
    assert found is not None
    assert between(found) == days


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[int | None]], Dataset]:
    """Give a function that makes five sources, each of which repeats the one of a number, or none."""
    from talentpart.model.load import load

    folder = tmp_path_factory.mktemp("links")
    about = 'title: T\nversion: "1"\nday: "2026-01-01"\nlicence: CC0-1.0\ncite: none\nmaintainers:\n'
    (folder / "sources").mkdir()
    (folder / "dataset.yaml").write_text(f"{about}  - {{name: a, contact: b}}\n", encoding="utf-8")

    def make(repeats: list[int | None]) -> Dataset:
        for index, other in enumerate(repeats):
            more = "" if other is None else f"repeats: s{other}"
            (folder / "sources" / f"s{index}.yaml").write_text(source(f"Text {index}", more), encoding="utf-8")
        return load(folder, "a test").dataset

    return make


@given(repeats=st.lists(st.none() | st.integers(0, 4), min_size=5, max_size=5), order=st.permutations(range(5)))
def test_order_changes_no_count(
    links: Callable[[list[int | None]], Dataset], repeats: list[int | None], order: list[int]
) -> None:
    """However sources repeat one another, in circles too, each stands in one text, whatever order they are named in."""
    dataset = links(repeats)
    names = [f"s{each}" for each in order]
    found = texts(dataset, names)
    assert sorted(name for group in found for name in group) == sorted(names)
    assert {frozenset(group) for group in found} == {frozenset(group) for group in texts(dataset, sorted(names))}
    assert behind(dataset, names).independent == len(found)
