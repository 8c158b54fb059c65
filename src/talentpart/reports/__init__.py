"""Reports: one file each, with `ANSWERS` and `build(dataset, scope, as_of) -> Page`; found by looking in this folder.

`ANSWERS` is the kind of subject that a report is on, after which its file is named; `whole` for a report on the whole
record, which is asked for by the name of its file. `FILTERS` names the fields of a scope that may narrow it; without
it, none may. `TAKES_OTHERS` lets further subjects follow its name, `FULL` says that there is a longer form of it, `DUE`
that it can tell what is to be done.
Adding a report is adding a file.
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
# The fields of a scope that narrow a report, and the options by which they are asked for.
_OPTIONS = {
    "country": "--country", "member_state": "--member-state", "sector": "--sector", "since": "--from", "until": "--to",
}  # fmt: skip


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
    if name in names() and _answers(name) == WHOLE:
        return Subject(WHOLE, name)
    return subject(dataset, word)


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the report that a scope asks for; raises UsageError when there is no report on subjects of its kind."""
    asked = scope.subject
    if asked.kind == WHOLE:
        return _build(asked.id, dataset, scope, as_of)
    # A report is named after the kind that it is on, so that asking for one loads no other.
    name = asked.kind.replace("-", "_")
    if name in names() and _answers(name) != WHOLE:
        return _build(name, dataset, scope, as_of)
    takes = [_article(kind) for each in names() if (kind := _answers(each)) != WHOLE]
    message = (
        f"'{asked.id}' is {_article(asked.kind)}; `report` takes {', '.join(takes[:-1])} or {takes[-1]}; "
        f"`talentpart show {asked.id}` prints the record"
    )
    raise UsageError(message)


def _article(kind: str) -> str:
    """Give a kind of subject with its article."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind.replace('-', ' ')}"


def _answers(name: str) -> str:
    return _load(name).ANSWERS


def _build(name: str, dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Build a report; raises UsageError when it is asked for a filter that it cannot use."""
    report = _load(name)
    known: tuple[str, ...] = getattr(report, "FILTERS", ())
    if scope.others and not getattr(report, "TAKES_OTHERS", False):
        message = f"the report on {scope.subject.id} takes no further subject; `report compare` takes several"
        raise UsageError(message)
    if scope.full and not getattr(report, "FULL", False):
        longer = [_article(_load(each).ANSWERS) for each in names() if getattr(_load(each), "FULL", False)]
        asked = scope.subject.id if scope.subject.kind == WHOLE else _article(scope.subject.kind)
        message = f"the report on {asked} has no full form; --full is for the report on {' or '.join(longer)}"
        raise UsageError(message)
    if scope.due and not getattr(report, "DUE", False):
        message = "--due is for `report sources`, which then lists the sources that are to be looked at"
        raise UsageError(message)
    useless = [option for field, option in _OPTIONS.items() if getattr(scope, field) and field not in known]
    if useless:
        takes = ", ".join(_OPTIONS[each] for each in known) or "no filter"
        asked = scope.subject.id if scope.subject.kind == WHOLE else f"a {scope.subject.kind}"
        message = f"{useless[0]} cannot narrow the report on {asked}, which takes {takes}"
        raise UsageError(message, near=tuple(_OPTIONS[each] for each in known))
    return report.build(dataset, scope, as_of)


def _load(name: str) -> _Report:
    return cast("_Report", importlib.import_module(f"{__name__}.{name}"))
