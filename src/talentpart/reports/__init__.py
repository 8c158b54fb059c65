"""Reports: one file each, with `ANSWERS` and `build(dataset, scope, as_of) -> Page`; found by looking in this folder.

`ANSWERS` is the kind of subject that a report is on; `whole` for a report on the whole record, which is then asked for
by the name of its file. Adding a report is adding a file.
"""

import importlib
import pkgutil
from typing import Protocol, cast

from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset
from talentpart.page import Page
from talentpart.queries.subjects import Subject, fold, subject
from talentpart.reports.parts.scope import Scope
from talentpart.values import Day

WHOLE = "whole"


class _Report(Protocol):
    ANSWERS: str

    def build(self, dataset: Dataset, scope: Scope, as_of: Day) -> Page:
        """Give the report; the dataset is already a view as of the day."""


def names() -> tuple[str, ...]:
    """Give the names of the reports, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg))


def resolve(dataset: Dataset, word: str) -> Subject:
    """Give what a word asks for: a report on the whole by its name, else a subject. Raises UnknownName."""
    name = fold(word).replace("-", "_")
    report = _load(name) if name in names() else None
    if report is not None and WHOLE == report.ANSWERS:
        return Subject(WHOLE, name)
    return subject(dataset, word)


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the report that a scope asks for; raises UsageError when there is no report on subjects of its kind."""
    asked = scope.subject
    if asked.kind == WHOLE:
        return _load(asked.id).build(dataset, scope, as_of)
    kinds = []
    for name in names():
        report = _load(name)
        if report.ANSWERS == asked.kind:
            return report.build(dataset, scope, as_of)
        kinds += [report.ANSWERS] if report.ANSWERS != WHOLE else []
    message = f"'{asked.id}' is a {asked.kind}; `report` takes a {' or a '.join(kinds)}"
    if asked.kind != "sector":
        message += f"; `talentpart show {asked.id}` prints the record"
    raise UsageError(message)


def _load(name: str) -> _Report:
    return cast("_Report", importlib.import_module(f"{__name__}.{name}"))
