"""The gaps: what the public record does not say, how much of it, and whom to ask."""

from collections.abc import Sequence

from talentpart import tables
from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership, Project, Roadmap, Told
from talentpart.page import Column, Datum, Page, Part, Row, Section, Sentence, Table
from talentpart.queries.paths import lines_of
from talentpart.queries.scope import is_beside, projects_in
from talentpart.queries.slots import EXPECTED, Slot, fills
from talentpart.queries.subjects import roadmap_of, short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, note
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.whole import no_project
from talentpart.reports.parts.whole.page import Whole, whole
from talentpart.reports.parts.whole.steps import owner, plans, steps, what, when
from talentpart.reports.parts.whole.unanswered import Gap, also, ask, gaps
from talentpart.reports.parts.words import capital, counted, listed, silence, why_silent
from talentpart.values import Day

ANSWERS = "whole"
FILTERS = ("country", "member_state", "sector")
_REASONS = {
    "not-stated": "not stated, though the source was read whole",
    "not-seen": "not seen, the source being read in part",
    "not-found": "looked for and not found",
    "not-published": "kept by a body and not published",
    "not-yet": "not yet known",
}
_KINDS = {
    "expected": "should be there and is not",
    "passed": "a planned day that passed in silence",
    "computed": "follows from other records",
}
# What a project should say beside its people, and the words for a project that does not.
_WANTED = (
    ("figures.actual", "Without a reported number of people"),
    ("figures.planned", "Without a planned number of people"),
    ("money", "Without an amount or a payer"),
    ("organisations.implementer", "Without a lead or implementer"),
    ("events.start", "Without a start"),
    ("events.end", "Without an end"),
    ("sectors", "Without a sector"),
)


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the gaps of all records, or of those that a country, a Member State or a sector leaves."""
    records, remarks = _records(dataset, scope, as_of)
    found = gaps(dataset, as_of, records)
    partnerships = [each for each in dataset.all(Partnership) if records is None or each.id in records]
    projects = [each for each in dataset.all(Project) if records is None or each.id in records]
    if scope.country and not (scope.member_state or scope.sector):
        # A record without a gap is in no row, and still counts among those that say what they should.
        partnerships = [each for each in dataset.all(Partnership) if each.country == scope.country]
        projects = list(projects_in(dataset, scope.country))
    briefs = sorted((Brief.of(dataset, each.country, as_of) for each in partnerships), key=lambda each: each.name)
    sections = [
        _count(found), _roadmaps(dataset, partnerships), no_project.build(briefs), _projects(dataset, projects),
        _passed(dataset, as_of, records), ask(dataset, found), also(dataset, found),
    ]  # fmt: skip
    fields = sum(each.kind == "missing" for each in found)
    opening = (
        f"{capital(counted(len(found), 'gap'))} in {counted(len({each.record.id for each in found}), 'record')}, "
        f"{fields} of them fields that a record admits it cannot fill. Silence is neither a zero nor a no."
    )
    country = f" --country {scope.country}" if scope.country else ""
    report = Whole("gaps", "GAPS", opening, (f"query gaps{country}", f"query conflicts{country}"))
    return whole(dataset, scope, as_of, report, [each for each in sections if each is not None], remarks)


def _records(dataset: Dataset, scope: Scope, as_of: Day) -> tuple[frozenset[str] | None, list[str]]:
    """Give the records that the filters of `query gaps` leave."""
    asked = {"country": scope.country, "member_state": scope.member_state, "sector": scope.sector}
    words = {name: (word,) for name, word in asked.items() if word}
    if not words:
        return None, []
    kept, remarks = tables.keep(dataset, tables.rows(dataset, "gaps", as_of), tables.Filters(words))
    return frozenset(str(row[1]) for row in kept.rows), remarks


def _count(found: Sequence[Gap]) -> Section:
    groups: dict[str, list[Gap]] = {}
    for gap in found:
        name = _REASONS.get(gap.why, "no reason given") if gap.kind == "missing" else _KINDS[gap.kind]
        groups.setdefault(name, []).append(gap)
    order = [each for each in (*_REASONS.values(), "no reason given", *_KINDS.values()) if each in groups]
    rows = tuple(Row((name, len(groups[name]), len({each.record.id for each in groups[name]}))) for name in order)
    if not rows:
        return Section("count", "COUNT", (Sentence("none", ("No gap found.",)),))
    numbers = (Column("gaps", "Gaps", numeric=True), Column("records", "Records", numeric=True))
    return Section("count", "COUNT", (Table("count", (Column("kind", "COUNT"), *numbers), rows),))


def _roadmaps(dataset: Dataset, partnerships: Sequence[Partnership]) -> Section | None:
    """Name the partnerships whose roadmap has no status, by the reason, with what was read for it."""
    groups: dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]] = {}
    rows = []
    for each in partnerships:
        roadmap = roadmap_of(dataset, each)
        if roadmap is not None and roadmap.status:
            continue
        why = silence(roadmap, "status", default="not found") if roadmap else "not found"
        remark, references = why_silent(roadmap, "status") if roadmap else ("", ())
        groups.setdefault((why, remark), []).append((dataset.label("places", each.country), references))
        rows.append({"partnership": each.id, "why": why, "note": remark or None, "sources": list(references)})
    sentences = []
    for (why, remark), members in groups.items():
        notes = note(dataset, (each.partition("#")[0] for _, references in members for each in references))
        names = ", ".join(sorted(name for name, _ in members))
        text = f"Status {why}: {names}{f'; {remark}' if remark else ''}"
        sentences.append(Sentence("status", (*cited(text, notes), ".")))
    if not sentences:
        return None
    return Section("roadmaps", "ROADMAP", tuple(sentences), rows=tuple(rows))


def _projects(dataset: Dataset, projects: Sequence[Project]) -> Section:
    """Name the projects that do not say what every project should; those kept only beside the others need not."""
    projects = [each for each in projects if not is_beside(dataset, each)]
    if not projects:
        return Section("projects", "PROJECTS", (Sentence("none", ("No project found.",)),))
    slots = {slot.path: slot for slot in EXPECTED["project"]}
    sentences: list[Sentence] = []
    rows: list[Datum] = []
    for path, words in _WANTED:
        bare = [each for each in projects if not _says(dataset, each, slots[path])]
        rows.append({"field": path, "projects": [each.id for each in bare], "of": len(projects)})
        if bare:
            sentences.append(Sentence(path, (f"{words}: {_which(dataset, bare, projects)}.",)))
    if not sentences:
        sentences = [Sentence("none", ("Each project says what every project should.",))]
    return Section("projects", "PROJECTS", tuple(sentences), rows=tuple(rows))


def _which(dataset: Dataset, bare: Sequence[Project], projects: Sequence[Project]) -> str:
    """Name some of the projects, or where they are more than half those that are left."""
    if len(bare) == len(projects) > 1:
        return f"all {len(projects)}"
    count = f"{len(bare)} of {len(projects)}"
    if len(bare) > len(projects) / 2 > 1:
        rest = [short_name(dataset, each.id) for each in projects if each not in bare]
        return f"{count}, all but {listed(rest)}"
    return f"{count}, {listed([short_name(dataset, each.id) for each in bare])}"


def _says(dataset: Dataset, project: Project, slot: Slot) -> bool:
    return any(fills(dataset, slot, name, line) for name, line in lines_of(project))


def _passed(dataset: Dataset, as_of: Day, records: frozenset[str] | None) -> Section:
    """Give the planned days that passed while no source says what came of them, the oldest first."""
    found = [each for each in steps(dataset, as_of) if each.silent and (records is None or each.record.id in records)]
    if not found:
        return Section("passed", "PASSED", (Sentence("none", ("No planned day passed in silence.",)),))
    rows = []
    for same in plans(sorted(found, key=lambda each: each.order())):
        names = [_whose(dataset, step.record) for step in same]
        bare = min(same, key=lambda step: step.line.part is not None)
        rows.append(Row((when(bare), _bare(what(dataset, bare)), ", ".join(dict.fromkeys(names)))))
    columns = (Column("date", "PASSED"), Column("what", "Step"), Column("whose", "Whose"))
    said = Sentence("rule", ("Planned; that time has passed, and nothing was found on what came of it.",))
    return Section("passed", "PASSED", (Table("passed", columns, tuple(rows)), said))


def _whose(dataset: Dataset, record: Told) -> str:
    """Name the record of a step by itself: a roadmap with its country."""
    if isinstance(record, Partnership):
        return dataset.label("places", record.country)
    if isinstance(record, Roadmap):
        return f"roadmap with {short_name(dataset, record.partnership)}"
    return owner(dataset, record)


def _bare(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Give a silent step without the words that it has passed, which are said once below."""
    return parts[:-1] if isinstance(parts[-1], str) else parts
