"""The report on a sector: who agreed it in which words, which projects name it, its codes, and what nobody serves."""

from talentpart.model.dataset import Dataset
from talentpart.page import Page
from talentpart.reports.parts.frame import Frame, framed
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.sector import agreed as sector_agreed
from talentpart.reports.parts.sector import codes as sector_codes
from talentpart.reports.parts.sector import projects as sector_projects
from talentpart.values import Day

ANSWERS = "sector"


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the report on the sector of that code, with narrower ones; `dataset` is already a view as of the day."""
    code = scope.subject.id
    label = dataset.label("sectors", code)
    frame = Frame(
        kind="sector",
        title=f"{label if label.isupper() else label.upper()} · sector",
        subject={"kind": "sector", "id": code, "name": label},
        commands=(f"query sectors --sector {code}", f"query projects --sector {code}"),
        most_lines=(0, 0) if scope.full else (60, 50),
    )
    sections = (
        sector_codes.meaning(dataset, code), sector_agreed.build(dataset, code),
        sector_projects.build(dataset, code, as_of), sector_projects.unserved(dataset, code, as_of),
        sector_agreed.near(dataset, code), sector_projects.silent(dataset, code), sector_codes.build(dataset, code),
    )  # fmt: skip
    return framed(dataset, as_of, frame, sections)
