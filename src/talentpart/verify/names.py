"""By which names records, places and codes of the dataset may stand in the text of a source."""

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Name
from talentpart.model.records import Partnership

_MEMBER_STATES = "eu-member-states"
_COUNTRY_CODE = 2
# Where Member States stand under their two letters; in running text IT is more often information technology.
_CODED = "slides"


def printed_names(dataset: Dataset, record_id: str, source: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names of a record that a source uses, and those that only others use; a description of ours is none.

    Where no name is from the source, all stand first.
    """
    record = dataset.get(record_id)
    names: tuple[Name, ...] = getattr(record, "names", ())
    printed = [each for each in names if each.kind != "description"]
    own = [each for each in printed if source in {reference.partition("#")[0] for reference in each.source}]
    found = tuple(dict.fromkeys(each.as_stated or each.text for each in own or printed))
    if isinstance(record, Partnership):
        found += place_names(dataset, record.country, source)
    return found, tuple(dict.fromkeys(each.text for each in printed if each.text not in found))


def place_names(dataset: Dataset, code: str, source: str) -> tuple[str, ...]:
    """Give the names of a place, and the two letters of a Member State where the source is a set of slides."""
    item = dataset.codes("places").get(code)
    if item is None:
        return (code,)
    witness = dataset.source(source)
    coded = witness is not None and witness.type == _CODED and item.parent == _MEMBER_STATES
    codes = [name for name in (code, *item.also) if coded and name.isupper() and len(name) == _COUNTRY_CODE]
    return (item.label, *codes, *(name for name in item.also if not name.isupper()))


def code_labels(dataset: Dataset, codelist: str, code: str) -> tuple[str, ...]:
    """Give the words that stand for a code: its label and its other labels, each for one and for several."""
    item = dataset.codes(codelist).get(code)
    labels = (item.label, *item.also) if item else (code.replace("-", " "),)
    found = []
    for label in labels:
        found += [label, label[:-1] if label.endswith("s") else f"{label}s"]
    return tuple(dict.fromkeys(found))
