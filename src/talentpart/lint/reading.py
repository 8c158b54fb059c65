"""What is wrong with the files as files: their form, their schema, and whether they can be put together as records."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from talentpart.finding import Finding, Severity
from talentpart.lint.place import finding
from talentpart.lint.rule import Rule
from talentpart.model.load import Loaded
from talentpart.model.records import KINDS
from talentpart.store import schemas
from talentpart.store.parse import Document

_CONVERSION = "wrong-shape"


@dataclass(frozen=True, slots=True)
class Reading:
    """The findings of reading, and the ids of the records of which nothing else can be judged.

    Those are records that could not be read, and codelists and records with an error of form or schema: what they
    mean, and what hangs on them, is only judged once their form is right, so that one fault is one finding.
    """

    findings: tuple[Finding, ...]
    unsound: frozenset[str]


def reading(loaded: Loaded, rules: Iterable[Rule]) -> Reading:
    """Hold every file against the rules that look at files, and against the schema of its kind."""
    looking = [one for one in rules if one.look is not None]
    lists = [document for document in loaded.documents if document.kind == "codelist"]
    found = [each for each in loaded.findings if each.rule != _CONVERSION]
    found += _checked(loaded, lists, looking, lists)
    broken = _wrong(found)
    # A list with a fault holds nobody to it: one code that is lost there is not a finding on each record that uses it.
    sound = [document for document in lists if document.path not in broken]
    others = [document for document in loaded.documents if document.kind != "codelist"]
    found += _checked(loaded, others, looking, sound)
    broken = _wrong(found)
    found += [each for each in loaded.findings if each.rule == _CONVERSION and each.location.path not in broken]
    ids = {document.path: document.id for document in loaded.documents}
    unread = {document.id for document in loaded.documents if document.kind in KINDS} - loaded.dataset.entries.keys()
    unsound = unread | {ids[path] for path in broken if path in ids}
    return Reading(
        tuple(replace(each, record=ids.get(each.location.path, "")) for each in found), frozenset(unsound - {""})
    )


def _checked(
    loaded: Loaded, documents: Iterable[Document], looking: Collection[Rule], lists: Iterable[Document]
) -> Iterator[Finding]:
    codes = schemas.codes_of(lists)
    for document in documents:
        if document.data is None:
            continue
        for one in looking:
            if one.look is not None:
                yield from (finding(one, fault, loaded.dataset, document) for fault in one.look(document))
        yield from schemas.check(document, codes)


def _wrong(found: Iterable[Finding]) -> frozenset[str]:
    return frozenset(each.location.path for each in found if each.severity is Severity.ERROR)
