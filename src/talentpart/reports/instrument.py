"""The report on a funding instrument: who runs it, who may apply, what it funds, and which projects it funds."""

from talentpart.errors import UnknownName
from talentpart.model.dataset import Dataset
from talentpart.model.records import Instrument
from talentpart.page import Page
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.briefing import ahead
from talentpart.reports.parts.frame import Frame, framed
from talentpart.reports.parts.record import bodies, differ, figures, gaps, naming, paid_projects, paying, related, texts
from talentpart.reports.parts.record.remarks import remarks
from talentpart.reports.parts.scope import Scope
from talentpart.values import Day

ANSWERS = "instrument"


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the report on the instrument of that id; `dataset` is already a view as of the day."""
    record = dataset.find(Instrument, scope.subject.id)
    if record is None:
        message = f"nothing on '{scope.subject.id}' could be told as of {as_of}"
        raise UnknownName(message)
    name = short_name(dataset, record.id)
    frame = Frame(
        kind="instrument",
        title=f"{name} · funding instrument",
        subject={"kind": "instrument", "id": record.id, "name": name},
        opening=(paid_projects.opening(dataset, record),),
        records=(record,) if record.events else (),
        commands=(f"show {record.id}", f"query projects --instrument {record.id}"),
        most_lines=(0, 0),
    )
    sections = (
        naming.names(dataset, record), naming.state(dataset, record), bodies.build(dataset, record),
        texts.listed(dataset, "eligible", "APPLY", record.eligible), texts.work(dataset, record),
        paid_projects.calls(dataset, record), paid_projects.projects(dataset, record), paying.build(dataset, record),
        figures.build(dataset, record, "TOTALS"), paid_projects.countries(dataset, record),
        related.build(dataset, record), related.care(dataset, record), differ.build(dataset, record),
        ahead.of_record(dataset, record, as_of), gaps.build(dataset, record), gaps.ask(dataset, record),
        remarks(record),
    )  # fmt: skip
    return framed(dataset, as_of, frame, sections)
