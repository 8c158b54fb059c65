"""Names are forgiven their accents, case and slips; answers are exact."""

from collections.abc import Callable, Mapping

import pytest

from talentpart.errors import UnknownName
from talentpart.model.dataset import Dataset
from talentpart.queries.subjects import Subject, fold, place, record_id, subject

MakeDataset = Callable[[Mapping[str, str]], Dataset]
FILES = {
    "countries/egypt/partnership.yaml": 'country: "EG"\nsource: paper\n',
    "countries/egypt/roadmap.yaml": "partnership: egypt\nsource: paper\n",
    "projects/thamm.yaml": "source: paper\nnames: {text: THAMM, kind: short}\n",
    "projects/thamm-plus.yaml": "source: paper\nnames: {text: THAMM+, kind: short}\n",
    "codelists/sectors.yaml": "label: Sectors\nitems:\n  - {code: ict, label: ICT, also: [information technology]}\n",
}


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("egypt", Subject("country", "EG")),
        ("EG", Subject("country", "EG")),
        ("eg", Subject("country", "EG")),
        ("Egypt", Subject("country", "EG")),
        ("Arab Republic of Egypt", Subject("country", "EG")),
        ("EL", Subject("country", "GR")),
        ("Gréece", Subject("country", "GR")),
        ("information_technology", Subject("sector", "ict")),
        ("THAMM", Subject("project", "thamm")),
        ("thamm+", Subject("project", "thamm-plus")),
        ("egypt-roadmap", Subject("roadmap", "egypt-roadmap")),
    ],
)
def test_a_word_names_one_thing(make_dataset: MakeDataset, word: str, found: Subject) -> None:
    """Codes, labels, other names and ids all lead to the same subject, in any case and with or without accents."""
    assert subject(make_dataset(FILES), word) == found


@pytest.mark.parametrize(
    ("word", "message", "near"),
    [
        ("egpyt", "no subject called 'egpyt'; did you mean 'egypt'", "egypt"),
        ("tham", "no subject called 'tham'; did you mean 'thamm'", "thamm"),
        ("qqqqq", "no subject called 'qqqqq'", None),
    ],
)
def test_a_slip_gets_the_nearest_right_name(
    make_dataset: MakeDataset, word: str, message: str, near: str | None
) -> None:
    """A word that names nothing is refused with what comes nearest, or with nothing where nothing is near."""
    with pytest.raises(UnknownName) as caught:
        subject(make_dataset(FILES), word)
    assert caught.value.message.startswith(message)
    assert near is None or near in caught.value.near
    assert caught.value.exit_code == 2


def test_a_word_for_two_things_lists_them(make_dataset: MakeDataset) -> None:
    """A word that names a sector and a project is refused, and both are named."""
    files = {**FILES, "projects/ict.yaml": "source: paper\n"}
    with pytest.raises(UnknownName, match=r"'ict' names 2 things: sector ict, project ict; give the id of one"):
        subject(make_dataset(files), "ict")


def test_a_record_is_found_by_country_too(make_dataset: MakeDataset) -> None:
    """Where a record is asked for, the name of a partner country names its partnership."""
    dataset = make_dataset(FILES)
    assert record_id(dataset, "EG") == "egypt"
    assert record_id(dataset, "thamm") == "thamm"
    with pytest.raises(UnknownName, match="no record called 'egpyt'; did you mean 'egypt'"):
        record_id(dataset, "egpyt")


def test_places_take_other_forms_and_give_one(make_dataset: MakeDataset) -> None:
    """The EU's EL and the ISO code GR are one country, stored as ISO has it."""
    dataset = make_dataset(FILES)
    assert place(dataset, "EL") == place(dataset, "GR") == place(dataset, "hellas") == "GR"
    with pytest.raises(UnknownName, match="no country or place called 'Grece'; did you mean 'Greece'"):
        place(dataset, "Grece")


@pytest.mark.parametrize(("text", "folded"), [("Côte d'Ivoire", "cote-d-ivoire"), ("THAMM+", "thamm-plus"), ("", "")])
def test_folding(text: str, folded: str) -> None:
    """Folding drops accents and case, and keeps what tells names apart."""
    assert fold(text) == folded
