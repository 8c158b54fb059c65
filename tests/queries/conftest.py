"""A small dataset made of texts, read as the program reads files."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from talentpart.model.dataset import Dataset
from talentpart.model.load import load

Files = Mapping[str, str]
MakeDataset = Callable[[Files], Dataset]

_ALWAYS = {
    "dataset.yaml": (
        'title: Test\nversion: "1"\nday: "2026-01-01"\nlicence: CC0-1.0\ncite: none\n'
        "maintainers:\n  - {name: nobody, contact: nowhere}\n"
    ),
    "codelists/places.yaml": (
        "label: Places\nitems:\n"
        '  - {code: "EG", label: Egypt, also: [Arab Republic of Egypt]}\n'
        '  - {code: "MA", label: Morocco}\n'
        '  - {code: "GR", label: Greece, also: ["EL", Hellas]}\n'
        '  - {code: "BE", label: Belgium}\n'
        '  - {code: "DE", label: Germany}\n'
        '  - {code: flanders, label: Flanders, parent: "BE"}\n'
    ),
    "codelists/measures.yaml": "label: Measures\nitems:\n  - {code: trained, label: trained, unit: people}\n",
    "sources/page-old.yaml": (
        "title: The page, older\nauthority: official\ntype: web-page\nlanguage: en\n"
        'not_before: "2022-04"\nretrieved: "2026-01-01"\nread: whole\nreplaced_by: page-new\n'
    ),
    "sources/page-new.yaml": (
        "title: The page\nauthority: official\ntype: web-page\nlanguage: en\n"
        'not_before: "2025-06"\nretrieved: "2026-01-01"\nread: whole\n'
    ),
    "sources/paper.yaml": (
        "title: A paper\nauthority: official\ntype: web-page\nlanguage: en\n"
        'published: "2024-03-05"\nretrieved: "2026-01-01"\nread: whole\n'
    ),
    "sources/news.yaml": (
        "title: News\nauthority: press\ntype: web-page\nlanguage: en\n"
        'published: "2023-02-01"\nretrieved: "2026-01-01"\nread: whole\n'
    ),
}


@pytest.fixture
def make_dataset(tmp_path: Path) -> MakeDataset:
    """Give a function that writes records (path and text) beside a few sources and codelists, and loads them."""

    def make(files: Files) -> Dataset:
        for path, text in {**_ALWAYS, **files}.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        loaded = load(tmp_path, "a test")
        assert [finding for finding in loaded.findings if finding.severity == "error"] == []
        return loaded.dataset

    return make
