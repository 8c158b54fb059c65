"""Reports: one file each, with `build(dataset, subject, as_of) -> Page` and `ANSWERS`, the kind of subject it is on.

Found by looking in this folder; adding a report is adding a file.
"""

import importlib
import pkgutil

from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset
from talentpart.page import Page
from talentpart.queries.subjects import Subject
from talentpart.values import Day


def names() -> tuple[str, ...]:
    """Give the names of the reports, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg))


def build(dataset: Dataset, subject: Subject, as_of: Day) -> Page:
    """Give the report on a subject; raises UsageError when there is no report on subjects of its kind."""
    kinds = []
    for name in names():
        module = importlib.import_module(f"{__name__}.{name}")
        if subject.kind == module.ANSWERS:
            page: Page = module.build(dataset, subject, as_of)
            return page
        kinds.append(module.ANSWERS)
    message = f"'{subject.id}' is a {subject.kind}; `report` takes a {' or a '.join(kinds)}"
    if subject.kind != "sector":
        message += f"; `talentpart show {subject.id}` prints the record"
    raise UsageError(message)
