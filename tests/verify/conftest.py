"""A small invented dataset with one source, and the check of a record against an invented text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.model.dataset import Dataset
from talentpart.model.load import load
from talentpart.verify.check import check
from talentpart.verify.result import Result

Hold = Callable[..., list[Result]]

FILES = {
    "dataset.yaml": (
        'title: Test\nversion: "1"\nday: "2026-01-01"\nlicence: CC0-1.0\ncite: none\n'
        "maintainers:\n  - {name: nobody, contact: nowhere}\n"
    ),
    "codelists/places.yaml": (
        "label: Places\nitems:\n"
        '  - {code: "EG", label: Egypt, also: [EGY, Arab Republic of Egypt]}\n'
        '  - {code: "MA", label: Morocco}\n'
        "  - {code: eu-member-states, label: Member States}\n"
        '  - {code: "IT", label: Italy, parent: eu-member-states}\n'
    ),
    "codelists/measures.yaml": (
        "label: Measures\nitems:\n  - {code: trained, label: trained, unit: people}\n"
        "  - {code: duration, label: duration, unit: months}\n"
    ),
    "codelists/sectors.yaml": "label: Sectors\nitems:\n  - {code: ict, label: ICT}\n  - {code: care, label: care}\n",
    "codelists/tiers.yaml": (
        "label: Tiers\nitems:\n  - {code: common-interest, label: of common interest}\n"
        "  - {code: interest, label: of interest}\n"
    ),
    "codelists/event-types.yaml": (
        "label: Events\nitems:\n  - {code: roundtable, label: roundtable}\n  - {code: start, label: start}\n"
    ),
    "codelists/mobility.yaml": "label: Mobility\nitems:\n  - {code: work, label: work, also: [employment]}\n",
    "codelists/certainties.yaml": "label: Hedges\nitems:\n  - {code: expected, label: expected}\n",
    "organisations/agency.yaml": (
        "source: page\nnames:\n  - {text: AGY, kind: short}\n"
        "  - {text: The Agency, kind: alias, source: slides}\n  - {text: our words for it, kind: description}\n"
    ),
    "sources/page.yaml": (
        "title: The page\nauthority: official\ntype: web-page\nlanguage: en\n"
        'retrieved: "2026-01-01"\nread: whole\nplaces:\n'
        "  - {place: play, label: State of play}\n  - {place: egypt, label: Egypt}\n"
        "  - {place: morocco, label: Morocco}\n  - {place: end, label: Background}\n"
    ),
    "sources/slides.yaml": (
        'title: Slides\nauthority: official\ntype: slides\nlanguage: en\nretrieved: "2026-01-01"\nread: whole\n'
    ),
}


@pytest.fixture
def dataset_of(tmp_path: Path) -> Callable[[str], Dataset]:
    """Give a function that loads the dataset with one project, whose lines are given as YAML."""

    def make(project: str) -> Dataset:
        for name, text in {**FILES, "projects/project.yaml": f"source: page\n{project}\n"}.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        loaded = load(tmp_path, "a test")
        assert [finding for finding in loaded.findings if finding.severity == "error"] == []
        return loaded.dataset

    return make


@pytest.fixture
def hold(dataset_of: Callable[[str], Dataset]) -> Hold:
    """Give a function that holds the lines of a project against the text of the page, and of the slides if given."""

    def give(project: str, text: str, slides: str | None = None) -> list[Result]:
        texts = {"page": text} | ({} if slides is None else {"slides": slides})
        return [each for each in check(dataset_of(project), texts) if each.record == "project"]

    return give
