"""The frame of a report on the whole record: its title with what narrows it, and no limit to its length."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from talentpart.model.dataset import Dataset
from talentpart.page import Page, Section
from talentpart.reports.parts.frame import Frame, framed
from talentpart.reports.parts.scope import Scope
from talentpart.values import Day


@dataclass(frozen=True, slots=True)
class Whole:
    """A report's name for machines and people, what its head says first, and the commands that lead on."""

    kind: str
    title: str
    opening: str
    commands: tuple[str, ...] = ()


def whole(
    dataset: Dataset, scope: Scope, as_of: Day, report: Whole, sections: Iterable[Section], notes: Iterable[str] = ()
) -> Page:
    """Give the page of a report on the whole record, or on what the filters leave of it."""
    limits = narrowed(dataset, scope)
    subject = {
        "kind": "whole",
        "id": report.kind,
        "country": scope.country or None,
        "member_state": scope.member_state or None,
        "sector": scope.sector or None,
        "from": scope.since or None,
        "to": scope.until or None,
    }
    title = f"{report.title} · {', '.join(limits) if limits else 'EU Talent Partnerships'}"
    frame = Frame(report.kind, title, subject, (report.opening,), commands=report.commands, most_lines=(0, 0))
    page = framed(dataset, as_of, frame, sections)
    return replace(page, notes=(*notes, *page.notes))


def narrowed(dataset: Dataset, scope: Scope) -> list[str]:
    """Say in words what narrows a report."""
    found = [dataset.label("places", each) for each in (scope.country, scope.member_state) if each]
    found += [dataset.label("sectors", scope.sector)] if scope.sector else []
    found += [f"from {Day.parse(scope.since)}"] if scope.since else []
    found += [f"to {Day.parse(scope.until)}"] if scope.until else []
    return found
