"""From a folder of files to a dataset: find it, read it, widen the short forms, convert, and collect what is wrong."""

import gc
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from talentpart.errors import DataError, TalentpartError
from talentpart.finding import Finding, Severity
from talentpart.model.dataset import Dataset, Entry
from talentpart.model.records import KINDS, About, Waivers
from talentpart.model.unconverted import unconverted
from talentpart.model.widen import Shape, shape_of, widen
from talentpart.store.folder import digest, read
from talentpart.store.parse import Document
from talentpart.values import Amount, Day


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
    unread = {document.path for document in loaded.documents if not document.holds}
    fatal = [each for each in errors if each.rule in _FATAL or each.location.path in unread]
    if fatal:
        message = f"{len(fatal)} of the files under {where} cannot be read as records; `talentpart lint` says more"
        lines = tuple(f"{each.location}: {each.severity}: {each.message} [{each.rule}]" for each in fatal)
        raise DataError(message, lines)
    return loaded.dataset


def load(root: Path, where: str, instead: Mapping[str, bytes] | None = None) -> Loaded:
    """Read every file under a folder; bad data becomes findings, never an exception.

    `instead` holds bytes that stand in for those of files, by their paths below the folder. Raises TalentpartError only
    when the folder holds no records at all.
    """
    with unhindered():
        return gather(read(root, instead=instead), where)


@contextmanager
def unhindered() -> Iterator[None]:
    """Look for no garbage meanwhile: nothing is thrown away while loading, so it would only cost time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def gather(documents: Iterable[Document], where: str, *, lean: bool = False) -> Loaded:
    """Put documents together as a dataset, whatever order they come in; `lean` lets what they hold go at once."""
    kept: list[Document] = []
    found: list[Finding] = []
    entries: list[Entry] = []
    about: About | None = None
    waivers = Waivers()
    for document in documents:
        kept.append(document)
        try:
            meant = _meant(document) if document.holds else None
        except msgspec.ValidationError as error:
            found.append(unconverted(document, str(error), _shape(document.kind)))
            meant = None
        if isinstance(meant, Entry):
            entries.append(meant)
        elif isinstance(meant, About):
            about = meant
        elif isinstance(meant, Waivers):
            waivers = meant
        if lean:
            document.forget()
    kept.sort(key=_by_name)
    single: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda each: _by_name(each.document)):
        first = single.setdefault(entry.record.id, entry)
        if first is not entry:
            found.append(_twice(entry.document, first.document))
    if about is None:
        about = About(title="", version="unknown", day=Day.parse("0001-01-01"), licence="", maintainers=(), cite="")
    dataset = Dataset.of(about, where, digest(kept), single.values(), waivers.items)
    return Loaded(dataset, tuple(kept), (*(finding for document in kept for finding in document.findings), *found))


def _by_name(document: Document) -> str:
    return document.name


def _shape(kind: str) -> Shape | None:
    return shape_of(KINDS[kind]) if kind in KINDS else None


def _meant(document: Document) -> Entry | About | Waivers | None:
    """Give what a document holds. Raises msgspec.ValidationError when its data do not convert."""
    if document.kind == "dataset":
        return msgspec.convert(document.data, About, dec_hook=_value)
    if document.kind == "waivers":
        return msgspec.convert(document.data, Waivers, dec_hook=_value)
    shape = _shape(document.kind)
    return _entry(document, shape) if shape else None


def _entry(document: Document, shape: Shape) -> Entry:
    full, places = widen({**(document.data or {}), "id": document.id}, shape)
    record = msgspec.convert(full, KINDS[document.kind], dec_hook=_value)
    return Entry(record, document, places)


def _value(kind: type, text: object) -> object:
    """Read the values that msgspec does not know: days and amounts."""
    if not isinstance(text, str):
        message = f"expected `str`, got `{type(text).__name__}`"
        raise ValueError(message)  # noqa: TRY004 - msgspec turns a ValueError into an error with its path
    return Amount.parse(text) if kind is Amount else Day.parse(text)


def _twice(document: Document, first: Document) -> Finding:
    message = f"the id '{document.id}' is taken by {first.path}; ids are unique in the whole dataset"
    return Finding(document.locate(), "duplicate-id", Severity.ERROR, message, record=document.id)


# What these find was read otherwise than it was meant, so no figure may rest on it.
_FATAL = frozenset({"wrong-shape", "duplicate-id", "duplicate-key", "comma-in-braces"})
