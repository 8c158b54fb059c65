"""MONEY: a ladder; this country alone, shared and not split, no amount found, near but not Talent Partnership money."""

from collections.abc import Iterable
from dataclasses import replace

from talentpart.model.lines import Money
from talentpart.model.records import Instrument, Project, Told
from talentpart.page import Cited, Datum, Footnote, Part, Section, Sentence
from talentpart.queries.money import Total, parents_speak, payers, total, wider
from talentpart.queries.relations import targets
from talentpart.queries.scope import destinations, origins
from talentpart.queries.subjects import short_name
from talentpart.reports.parts import look_alike
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import note, of_lines
from talentpart.reports.parts.said import bracketed, run
from talentpart.reports.parts.sums import amounts, sum_text
from talentpart.reports.parts.words import counted, hedged, listed, lower


def build(brief: Brief) -> Section:
    """Give each rung with how many of the projects stand on it; sums are ours, at the unit of their coarsest part."""
    totals = {p.id: t for p in brief.projects if (t := brief.total(p)) is not None}
    inside = parents_speak(brief.projects, totals)
    apart = [each for key, each in totals.items() if key not in inside]
    alone = [each for each in apart if each.alone]
    shared = [each for each in apart if not each.alone]
    nothing = [project for project in brief.projects if project.id not in totals and project.id not in inside]
    own = [project for project in brief.projects if _is_own(brief, project)]
    others = len(brief.projects) - len(own)
    sentences = [_rung(brief, f"For {brief.name} alone", "alone", alone, len(own))]
    if others:
        label = "Shared with others, no split found" if shared else "Shared with others"
        sentences.append(replace(_rung(brief, label, "shared", shared, others), run_in=not shared and not alone))
    if nothing:
        sentences.append(_no_amount(brief, nothing))
    if inside:
        names = listed([short_name(brief.dataset, each) for each in inside])
        sentences.append(Sentence("inside", (f"Inside a parent's figure, not added again: {names}.",)))
    sentences += _near(brief)
    rows = tuple(_row(rung, each) for rung, group in (("alone", alone), ("shared", shared)) for each in group)
    return Section("money", "MONEY", tuple(sentences), rows=rows)


def _is_own(brief: Brief, project: Project) -> bool:
    """Tell whether a project is for this country alone, by where its corridors begin (or end, for a Member State)."""
    ends = origins if brief.side == "origin" else destinations
    return set(ends(brief.dataset, project)) == {brief.country}


def _rung(brief: Brief, label: str, key: str, totals: list[Total], count: int) -> Sentence:
    of_all = f"in {len(totals)} of {count} projects" if count > 1 else "in the one project"
    if not totals:
        why = f"{counted(count, 'project')}, no amount to add" if count else "no project found"
        return Sentence(key, (f"{label}: {why}.",))
    if len(totals) == 1 and not totals[0].summed:
        return Sentence(
            key,
            (
                f"{label}: ",
                *amounts(brief.dataset, totals[0]),
                f" {of_all} ({short_name(brief.dataset, totals[0].record.id)}{_who_pays(brief, totals[0])}).",
            ),
        )
    parts: list[Part] = [f"{label}: {sum_text(totals)} {of_all}, our sum: "]
    for index, each in enumerate(totals):
        parts += [
            "" if index == 0 else ", ",
            f"{short_name(brief.dataset, each.record.id)} ",
            *amounts(brief.dataset, each),
            _shares(brief, each),
        ]
    return Sentence(key, (*parts, "."))


def _who_pays(brief: Brief, found: Total) -> str:
    words = [] if found.summed else _payers(brief, payers(found.record))
    return f"; {'; '.join(words)}" if words else ""


def _shares(brief: Brief, found: Total) -> str:
    """Give the shares that payers bear of one part of a sum; who pays the rest is told in the project's report."""
    lines = [line for line in payers(found.record) if line.percent is not None and line.certainty is None]
    return bracketed([_payer(brief, line) for line in lines])


def _payers(brief: Brief, lines: Iterable[Money]) -> list[str]:
    """Say who pays, and apart from them who is only implied to."""
    said = _each(brief, [line for line in lines if line.certainty is None])
    # One who surely pays needs no weaker word that it pays.
    sure = {(line.payer, line.through) for line in lines if line.certainty is None}
    unsure = [line for line in lines if line.certainty is not None]
    implied = _each(
        brief, [line for line in unsure if line.amount is not None or (line.payer, line.through) not in sure]
    )
    return ([f"funded by {listed(said)}"] if said else []) + ([f"implied: {listed(implied)}"] if implied else [])


def _each(brief: Brief, lines: list[Money]) -> list[str]:
    """Name each payer once: with its share where one is said, else with its amount, else alone."""
    best: dict[str, Money] = {}
    for line in sorted(lines, key=lambda each: (each.percent is None, each.amount is None)):
        best.setdefault(line.payer or "", line)
    return [_payer(brief, each) for each in lines if best[each.payer or ""] is each]


def _payer(brief: Brief, line: Money) -> str:
    name = short_name(brief.dataset, line.payer or "")
    through = f" through {short_name(brief.dataset, line.through)}" if line.through else ""
    if line.percent is not None:
        return f"{name}{through} {line.percent:g} %"
    return f"{name}{through} {hedged(line, str(line.amount))}" if line.amount is not None else f"{name}{through}"


def _no_amount(brief: Brief, projects: list[Project]) -> Sentence:
    """Name the projects of which no amount is found; who pays for each is told in its own report."""
    groups: dict[str, list[Project]] = {}
    for project in projects:
        lines = payers(project)
        said = " (who pays is said)" if any(line.certainty is None for line in lines) else ""
        groups.setdefault(said or (" (who pays is implied)" if lines else ""), []).append(project)
    parts: list[Part] = ["No amount found: "]
    for index, (words, each) in enumerate(sorted(groups.items(), key=lambda pair: not pair[0])):
        items = [(short_name(brief.dataset, one.id), _payer_notes(brief, one)) for one in each]
        parts += ["; " if index else "", *run(items), words]
    return Sentence("no-amount", (*(each for each in parts if each != ""), "."))


def _payer_notes(brief: Brief, project: Project) -> tuple[Footnote, ...]:
    """Give the source that says who pays for a project, of several the first."""
    return note(brief.dataset, (reference for line in payers(project)[:1] for reference in line.source[:1]))


def _near(brief: Brief) -> list[Sentence]:
    """Give the amounts that are no Talent Partnership money: wider ones, of projects beside, of look-alikes."""
    items = [
        (line, f"{_named(brief, record)}{line.note or ''}".strip(", "))
        for record in (brief.partnership, *brief.projects)
        if record is not None
        for line in wider(record)
    ]
    for record in (*brief.beside, *_mixed_up(brief)):
        found = total(brief.dataset, record)
        items += [(line, _what(brief, record)) for line in (found.answer.lines[:1] if found else ())]
    if not items:
        return []
    parts: list[Part] = ["Not Talent Partnership money: "]
    for index, (line, what) in enumerate(items):
        amount = hedged(line, str(line.amount))
        told = what.startswith(amount)  # A name that has the amount in it says it once.
        cell = Cited(line.amount, of_lines(brief.dataset, [line]), text=what if told else amount)
        parts += ["; " if index else "", "" if told or not what else f"{what}: ", cell]
    return [Sentence("near", (*(each for each in parts if each != ""), "."))]


def _named(brief: Brief, record: Told) -> str:
    """Give the name of a project before what is remarked on an amount that stands near it."""
    return "" if record is brief.partnership else f"{short_name(brief.dataset, record.id)}, "


def _mixed_up(brief: Brief) -> list[Instrument]:
    """Give the instruments that the records say are easily taken for this partnership's money."""
    record = brief.partnership
    if record is None:
        return []
    named = [brief.dataset.find(Instrument, each) for each in targets(record, look_alike.RELATION)]
    return [each for each in named if each is not None]


def _what(brief: Brief, record: Told) -> str:
    """Name a record with its kind, where the kind says why it is beside the others."""
    kinds = [lower(brief.dataset.label("project-kinds", line.value)) for line in record.kind]
    return f"{short_name(brief.dataset, record.id)}{bracketed(kinds if isinstance(record, Project) else [])}"


def _row(rung: str, found: Total) -> Datum:
    return {
        "rung": rung,
        "project": found.record.id,
        "currency": found.currency,
        "value_min": float(found.low),
        "value_max": None if found.high is None else float(found.high),
        "summed": found.summed,
        "contested": found.answer.differs,
        "sources": sorted({each for line in found.answer.lines for each in line.source}),
    }
