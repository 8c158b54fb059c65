"""What is wrong with the files as files: their form, their schema, and whether they can be put together as records."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from talentpart.finding import Finding, Location, Severity
from talentpart.lint.check import Checker
from talentpart.lint.rule import Rule
from talentpart.lint.second import Second
from talentpart.model.load import Loaded, gather
from talentpart.model.records import KINDS
from talentpart.model.wire import Answer
from talentpart.store.folder import File, opener, printable
from talentpart.store.parse import Document
from talentpart.store.schemas import codes_of

_CONVERSION = "wrong-shape"
_LIST = "codelist"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, the findings of reading, and the ids of the records of which nothing else can be judged.

    Those are records that could not be read, and codelists and records with an error of form or schema: what they
    mean, and what hangs on them, is only judged once their form is right, so that one fault is one finding.
    """

    loaded: Loaded
    findings: tuple[Finding, ...]
    unsound: frozenset[str]


def reading(
    root: Path,
    where: str,
    files: Sequence[File],
    rules: Iterable[Rule],
    instead: Mapping[str, bytes],
    helper: Second | None = None,
) -> Reading:
    """Read files below a root, and hold each against the rules that look at files and against the schema of its kind.

    `instead` is as for `load`; `helper` reads a share of them. Bad data never raises.
    """
    checked: list[Finding] = []
    with closing(_documents(root, files, rules, instead, helper, checked)) as documents:
        loaded = gather(documents, where, lean=True)
    found = [each for each in loaded.findings if each.rule != _CONVERSION] + checked
    broken = _wrong(found)
    found += [each for each in loaded.findings if each.rule == _CONVERSION and each.location.path not in broken]
    ids = {document.path: document.id for document in loaded.documents}
    unread = {document.id for document in loaded.documents if document.kind in KINDS} - loaded.dataset.entries.keys()
    unsound = unread | {ids[path] for path in broken if path in ids}
    told = tuple(replace(each, record=ids.get(each.location.path, "")) for each in (*found, *_nameless(loaded)))
    return Reading(loaded, told, frozenset(unsound - {""}))


def _documents(
    root: Path,
    files: Sequence[File],
    rules: Iterable[Rule],
    instead: Mapping[str, bytes],
    helper: Second | None,
    checked: list[Finding],
) -> Generator[Document, None, None]:
    """Give every document, codelists first; what is wrong with it beside its form is added to `checked`."""
    looking = [one for one in rules if one.look is not None]
    read_file = opener(root, instead)
    lists = [read_file(file) for file in files if file[1] == _LIST]
    checker = Checker(looking, codes_of(lists))
    by_list = [checker.check(document) for document in lists]
    checked += (each for found in by_list for each in found)
    # A list with a fault holds nobody to it: one code that is lost there is not a finding on each record that uses it.
    pairs = zip(lists, by_list, strict=True)
    checker = Checker(looking, codes_of([one for one, found in pairs if not _wrong([*one.findings, *found])]))
    mine = [file for file in files if file[1] != _LIST]
    theirs: list[File] = []
    if helper is not None:
        mine, theirs = helper.share(mine, instead)
        helper.ask(root, theirs, checker)
    yield from lists
    for file in mine:
        document = read_file(file)
        checked += checker.check(document)
        yield document
    for file, answer in zip(theirs, helper.answers(theirs) if helper else (), strict=True):
        document = read_file(file) if answer is None else _answered(file, answer, partial(read_file, file))
        checked += checker.check(document) if answer is None else answer.checked
        yield document


def _answered(file: File, answer: Answer, again: Callable[[], Document]) -> Document:
    """Give the document that the second process has read, without its text."""
    document = Document(answer.path, "", None, answer.findings)
    document.name, document.kind, document.id = printable(file[0]), *file[1:]
    document.digest, document.again = answer.digest, again
    document.forget()
    document.data = answer.data
    return document


def _nameless(loaded: Loaded) -> Iterator[Finding]:
    """Give the finding for a folder without the file that says which dataset it is; it stands at the folder."""
    if loaded.documents and not any(document.kind == "dataset" for document in loaded.documents):
        first = loaded.documents[0]
        folder = Location(first.path.removesuffix(first.name).rstrip("/") or ".")
        message = "the folder holds no dataset.yaml, which gives the title, version, day and licence of the dataset"
        hint = "`talentpart schema dataset` says what it holds"
        yield Finding(folder, "no-dataset-file", Severity.ERROR, message, hint)


def _wrong(found: Iterable[Finding]) -> frozenset[str]:
    return frozenset(each.location.path for each in found if each.severity is Severity.ERROR)
