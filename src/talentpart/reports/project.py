"""The report on a project: every claim on it, planned against reported, and what its sources do not say."""

from talentpart.errors import UnknownName
from talentpart.model.dataset import Dataset
from talentpart.model.records import Project
from talentpart.page import Page
from talentpart.queries.scope import origins, partnership_with
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.briefing import ahead
from talentpart.reports.parts.frame import Frame, framed
from talentpart.reports.parts.record import bodies, differ, figures, gaps, learnt, naming, paying, related, texts
from talentpart.reports.parts.record.remarks import remarks
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.sector.words import of_project
from talentpart.values import Day

ANSWERS = "project"


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the report on the project of that id; `dataset` is already a view as of the day."""
    record = dataset.find(Project, scope.subject.id)
    if record is None:
        message = f"nothing on '{scope.subject.id}' could be told as of {as_of}"
        raise UnknownName(message)
    name = short_name(dataset, record.id)
    frame = Frame(
        kind="project",
        title=f"{name} · project",
        subject={"kind": "project", "id": record.id, "name": name},
        records=(record,),
        commands=(f"show {record.id}", *_around(dataset, record)),
        most_lines=(0, 0),
    )
    sections = (
        naming.names(dataset, record), naming.state(dataset, record), of_project(dataset, record),
        bodies.build(dataset, record), figures.build(dataset, record), paying.build(dataset, record),
        texts.aims(dataset, record), texts.work(dataset, record), related.build(dataset, record),
        related.care(dataset, record), learnt.build(dataset, record.id), differ.build(dataset, record),
        ahead.of_record(dataset, record, as_of), gaps.build(dataset, record), gaps.ask(dataset, record),
        remarks(record),
    )  # fmt: skip
    return framed(dataset, as_of, frame, sections)


def _around(dataset: Dataset, record: Project) -> list[str]:
    """Give the command for the report on the country it begins in, or on the first of several."""
    for code in origins(dataset, record)[:1]:
        partnership = partnership_with(dataset, code)
        return [f"report {partnership.id if partnership else code}"]
    return []
