"""WHO: between which countries people move, and which organisations do what, by role and part."""

from collections.abc import Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Corridor, Role
from talentpart.model.records import Project, Told
from talentpart.page import Part, Section, Sentence
from talentpart.queries.scope import country_of, is_paired
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.cite import note as note_of
from talentpart.reports.parts.said import basis_word, bracketed, limits, run
from talentpart.reports.parts.words import capital, listed, lower, silence


def build(dataset: Dataset, record: Told) -> Section:
    """Give the corridors, if the record is a project, and then a sentence for each role."""
    sentences = corridors(dataset, record) if isinstance(record, Project) else []
    sentences += roles(dataset, record)
    return Section("who", "WHO", tuple(sentences) or (Sentence("none", ("None found.",)),))


def corridors(dataset: Dataset, project: Project) -> list[Sentence]:
    """Say from where to where people move; a list of both that pairs nobody is said to be that."""
    if not project.corridors:
        return [Sentence("corridors", (f"Countries: {silence(project, 'corridors')}.",))]
    return [
        Sentence("corridor", (*cited(_corridor(dataset, project, line), of_lines(dataset, [line])), "."))
        for line in project.corridors
    ]


def place(dataset: Dataset, code: str) -> str:
    """Name a place, with its country where it is a part of one: `Flanders (Belgium)`."""
    country = country_of(dataset, code)
    label = dataset.label("places", code)
    return label if country == code else f"{label} ({dataset.label('places', country)})"


def roles(dataset: Dataset, record: Told) -> list[Sentence]:
    """Give the organisations by role, part and hedge, in the order of the record."""
    groups: dict[str, list[Role]] = {}
    for line in record.organisations:
        if line.rank != "set-aside":
            limit = bracketed([basis_word(line), *limits(dataset, line)])
            label = f"{capital(lower(dataset.label('roles', line.role)))}{limit}"
            groups.setdefault(label, []).append(line)
    sentences = [
        Sentence("role", (f"{label}: ", *_bodies(dataset, lines), "."), run_in=bool(index))
        for index, (label, lines) in enumerate(groups.items())
    ]
    if isinstance(record, Project) and not any(line.role in {"lead", "implementer"} for line in record.organisations):
        why = silence(record, "organisations.lead", "organisations.implementer")
        sentences.append(Sentence("lead", (f"Lead and implementer: {why}.",), run_in=bool(sentences)))
    return sentences


def _bodies(dataset: Dataset, lines: Sequence[Role]) -> list[Part]:
    """Name the bodies of one role; those that share a remark and its sources stand before it together."""
    shared: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for line in lines:
        alone = "" if line.note else line.organisation  # Without a remark each stands for itself.
        shared.setdefault((line.note or alone, line.source), []).append(short_name(dataset, line.organisation))
    notes = {line.note for line in lines if line.note}
    items = [
        (f"{listed(names)}: {note}" if note in notes else listed(names), note_of(dataset, sources))
        for (note, sources), names in shared.items()
    ]
    return run(items, "; ", "; ") if notes else run(items)


def role_words(dataset: Dataset, line: Role) -> str:
    """Give a role with what limits it: `implementer (mobility)`."""
    return f"{lower(dataset.label('roles', line.role))}{bracketed([basis_word(line), *limits(dataset, line)])}"


def _corridor(dataset: Dataset, project: Project, line: Corridor) -> str:
    starts = listed(sorted(place(dataset, each) for each in line.origin)) or silence(project, "corridors.origin")
    if not line.destination:
        text = f"From {starts}; destination {silence(project, 'corridors.destination')}"
    else:
        ends = listed(sorted(place(dataset, each) for each in line.destination))
        if line.role == "listed":
            text = f"{ends} {'is' if len(line.destination) == 1 else 'are'} only listed beside {starts}"
        elif is_paired(line):
            text = f"From {starts} to {ends}"
        else:
            text = f"From {starts} to {ends}, pairs not stated"
    more = [lower(dataset.label("mobility", line.mobility))] if line.mobility else []
    more += [lower(dataset.label("corridor-roles", line.role))] if line.role and line.role != "listed" else []
    printed = f'"{line.as_stated}"' if line.as_stated else ""
    note = f"; {line.note}" if line.note else ""
    return f"{text}{bracketed([*more, printed, *limits(dataset, line)])}{note}"
