"""From a fault, which speaks of records and lines, to a finding, which stands at a place in a file."""

from collections.abc import Mapping

from talentpart.finding import Edit, Finding, Location, Related
from talentpart.lint.rule import Fault, Rule, Step
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import KINDS, Record
from talentpart.store.parse import Document


def finding(rule: Rule, fault: Fault, dataset: Dataset, document: Document) -> Finding:
    """Give the finding that a fault comes to in the file that it speaks of."""
    where = fault.where or locate(dataset, document, fault)
    return Finding(
        location=where,
        rule=rule.name,
        severity=rule.severity,
        message=fault.message,
        hint=fault.hint,
        related=tuple(
            Related(document.locate(*line_steps(dataset, fault.record, line)), message)
            for line, message in fault.related
            if fault.record is not None
        ),
        record=document.id if document.kind in KINDS else "",
        fix=() if fault.fix is None else (Edit(where, fault.fix),),
    )


def document_of(fault: Fault, dataset: Dataset, files: Mapping[str, Document]) -> Document:
    """Give the file that a fault speaks of: its record's, or the one of its kind that holds no record."""
    return dataset.entries[fault.record.id].document if fault.record is not None else files[fault.file]


def locate(dataset: Dataset, document: Document, fault: Fault) -> Location:
    """Give the place of a fault; a word that stands in a list is looked for there."""
    steps: list[Step] = []
    value: object = document.data
    start = line_steps(dataset, fault.record, fault.line) if fault.record and fault.line else ()
    for step in (*start, *fault.steps):
        # One line needs no brackets, so there may be no list to step into.
        if isinstance(step, int) and not isinstance(value, list):
            continue
        steps.append(step)
        value = _inner(value, step)
    if isinstance(value, list) and fault.word in value:
        steps.append(value.index(fault.word))
    return document.locate(*steps)


def line_steps(dataset: Dataset, record: Record | None, line: Line) -> tuple[Step, ...]:
    """Give the steps from the top of a record's file to one of its lines; a line is known by identity."""
    if record is None:
        return ()
    entry = dataset.entries[record.id]
    for name, origins in entry.places.items():
        for index, each in enumerate(getattr(record, name)):
            if each is line:
                written = (entry.document.data or {}).get(name)
                return (name, origins[index]) if isinstance(written, list) else (name,)
    return ()


def _inner(value: object, step: Step) -> object:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
