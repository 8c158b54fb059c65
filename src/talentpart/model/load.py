"""From a folder of files to a dataset: find it, read it, widen the short forms, convert, and collect what is wrong."""

import gc
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from talentpart.errors import DataError, TalentpartError
from talentpart.finding import Finding, Severity
from talentpart.model.dataset import Dataset, Entry
from talentpart.model.records import KINDS, About, Waivers
from talentpart.model.widen import Shape, shapes, widen
from talentpart.store.folder import digest, read
from talentpart.store.parse import Document
from talentpart.values import Amount, Day

_STEP = re.compile(r"\.([a-z_0-9]+)|\[([0-9]+)\]")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds: the dataset of all records that could be read, every document, and what is wrong.

    `findings` are those of reading (form) and of conversion (`wrong-shape`), in no order.
    """

    dataset: Dataset
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]


def find_data(given: Path | None, environment: Mapping[str, str], here: Path) -> tuple[Path, str]:
    """Give the folder of the dataset, and in words where it was found.

    Looked for in this order: `given` (`--data`), `TALENTPART_DATA`, the nearest folder at or above `here` that holds
    `data/dataset.yaml`, the one that comes with the code. Raises TalentpartError when there is none.
    """
    if given is not None:
        return given, str(given)
    if environment.get("TALENTPART_DATA"):
        return Path(environment["TALENTPART_DATA"]), environment["TALENTPART_DATA"]
    for folder in (here, *here.parents):
        if (folder / "data" / "dataset.yaml").is_file():
            return folder / "data", os.path.relpath(folder / "data", here)
    package = Path(__file__).resolve().parents[1]
    for bundled in (package / "data", package.parents[1] / "data"):
        if (bundled / "dataset.yaml").is_file():
            return bundled, "bundled with talentpart"
    message = "no dataset found: give one with --data DIR or TALENTPART_DATA"
    raise TalentpartError(message)


def open_dataset(root: Path, where: str) -> Dataset:
    """Give the dataset in a folder, for commands that answer questions.

    Raises DataError, with the findings, when a file holds no record that can be read or a record does not convert.
    """
    loaded = load(root, where)
    errors = sorted((each for each in loaded.findings if each.severity is Severity.ERROR), key=Finding.order)
    unread = {document.path for document in loaded.documents if document.data is None}
    fatal = [each for each in errors if each.rule in _FATAL or each.location.path in unread]
    if fatal:
        message = f"{len(fatal)} of the files under {where} cannot be read as records; `talentpart lint` says more"
        lines = tuple(f"{each.location}: {each.severity}: {each.message} [{each.rule}]" for each in fatal)
        raise DataError(message, lines)
    return loaded.dataset


def load(root: Path, where: str) -> Loaded:
    """Read every file under a folder; bad data becomes findings, never an exception.

    Raises TalentpartError only when the folder holds no records at all.
    """
    enabled = gc.isenabled()
    gc.disable()  # Nothing is thrown away while loading, so looking for garbage would only cost time.
    try:
        return _load(root, where)
    finally:
        if enabled:
            gc.enable()


def _load(root: Path, where: str) -> Loaded:
    shape_of = shapes(KINDS)
    documents = tuple(read(root))
    findings = [finding for document in documents for finding in document.findings]
    entries: dict[str, Entry] = {}
    about: About | None = None
    waivers = Waivers()
    for document in documents:
        if document.data is None:
            continue
        try:
            if document.kind == "dataset":
                about = msgspec.convert(document.data, About, dec_hook=_value)
            elif document.kind == "waivers":
                waivers = msgspec.convert(document.data, Waivers, dec_hook=_value)
            elif document.kind in KINDS:
                entry = _entry(document, shape_of[document.kind])
                if entry.record.id in entries:
                    findings.append(_twice(document, entries[entry.record.id].document))
                else:
                    entries[entry.record.id] = entry
        except msgspec.ValidationError as error:
            findings.append(_unconverted(document, str(error)))
    if about is None:
        about = About(title="", version="unknown", day=Day.parse("0001-01-01"), licence="", maintainers=(), cite="")
    dataset = Dataset.of(about, where, digest(documents), entries.values(), waivers.items)
    return Loaded(dataset, documents, tuple(findings))


def _entry(document: Document, shape: Shape) -> Entry:
    full, places = widen({**(document.data or {}), "id": document.id}, shape)
    record = msgspec.convert(full, KINDS[document.kind], dec_hook=_value)
    return Entry(record, document, places)


def _value(kind: type, text: object) -> object:
    """Read the values that msgspec does not know: days and amounts."""
    if not isinstance(text, str):
        message = f"expected text, found {text!r}"
        raise ValueError(message)  # noqa: TRY004 - msgspec turns a ValueError into an error with its path
    return Amount.parse(text) if kind is Amount else Day.parse(text)


def _twice(document: Document, first: Document) -> Finding:
    message = f"the id '{document.id}' is taken by {first.path}; ids are unique in the whole dataset"
    return Finding(document.locate(), "duplicate-id", Severity.ERROR, message, record=document.id)


def _unconverted(document: Document, error: str) -> Finding:
    """Turn an error of msgspec, which ends in a path such as `$.events[3].date`, into a finding at that place."""
    message, _, path = error.partition(" - at `$")
    steps = [name or int(index) for name, index in _STEP.findall(path)]
    words = message.replace("`", "'")
    text = words[0].lower() + words[1:]
    return Finding(document.locate(*steps), "wrong-shape", Severity.ERROR, text, record=document.id)


# What these find was read otherwise than it was meant, so no figure may rest on it.
_FATAL = frozenset({"wrong-shape", "duplicate-id", "duplicate-key", "comma-in-braces"})
