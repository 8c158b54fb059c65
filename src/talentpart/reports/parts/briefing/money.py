"""MONEY: a ladder; this country alone, shared and not split, no amount found, near but not Talent Partnership money."""

from collections.abc import Iterable
from dataclasses import replace

from talentpart.model.lines import Money
from talentpart.model.records import Project
from talentpart.page import Cited, Datum, Part, Section, Sentence
from talentpart.queries.money import Total, parents_speak, payers, wider
from talentpart.queries.scope import destinations, origins
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.sums import sum_text
from talentpart.reports.parts.words import counted, hedged, listed


def build(brief: Brief) -> Section:
    """Give each rung with how many of the projects stand on it; sums are ours, at the unit of their coarsest part."""
    totals = {p.id: t for p in brief.projects if (t := brief.total(p)) is not None}
    inside = parents_speak(brief.projects, totals)
    apart = [each for key, each in totals.items() if key not in inside]
    alone = [each for each in apart if each.alone]
    shared = [each for each in apart if not each.alone]
    nothing = [project for project in brief.projects if project.id not in totals]
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
    of_all = f"in {len(totals)} of {counted(count, 'project')}" if count > 1 else "in the one project"
    if not totals:
        why = f"{counted(count, 'project')}, no amount found" if count else "no project found"
        return Sentence(key, (f"{label}: {why}.",))
    if len(totals) == 1 and not totals[0].summed:
        return Sentence(
            key,
            (
                f"{label}: ",
                *_amounts(brief, totals[0]),
                f" {of_all} ({short_name(brief.dataset, totals[0].record.id)}{_who_pays(brief, totals[0])}).",
            ),
        )
    parts: list[Part] = [f"{label}: {sum_text(totals)} {of_all}, our sum: "]
    for index, each in enumerate(totals):
        parts += [
            "" if index == 0 else ", ",
            f"{short_name(brief.dataset, each.record.id)} ",
            *_amounts(brief, each),
            _who_pays(brief, each),
        ]
    return Sentence(key, (*parts, "."))


def _amounts(brief: Brief, found: Total) -> list[Part]:
    lines = found.answer.lines if found.answer.open or found.summed else found.answer.lines[:1]
    parts: list[Part] = ["at least " if found.summed else ""]
    for index, line in enumerate(lines):
        parts.append("" if index == 0 else (" and " if found.summed else " or "))
        text = hedged(line, str(line.amount))
        parts.append(
            Cited(
                line.amount,
                of_lines(brief.dataset, [line]),
                text=text,
                starred=found.answer.differs and not found.summed,
                name="amount",
            )
        )
    return [each for each in parts if each != ""]


def _who_pays(brief: Brief, found: Total) -> str:
    words = [] if found.summed else _payers(brief, payers(found.record))
    return f"; {'; '.join(words)}" if words else ""


def _payers(brief: Brief, lines: Iterable[Money]) -> list[str]:
    """Say who pays, and apart from them who is only implied to."""
    said = [_payer(brief, line) for line in lines if line.certainty is None]
    implied = [_payer(brief, line) for line in lines if line.certainty is not None]
    return ([f"funded by {listed(said)}"] if said else []) + ([f"implied: {listed(implied)}"] if implied else [])


def _payer(brief: Brief, line: Money) -> str:
    name = short_name(brief.dataset, line.payer or "")
    through = f" through {short_name(brief.dataset, line.through)}" if line.through else ""
    if line.percent is not None:
        return f"{name}{through} {line.percent:g} %"
    return f"{name}{through} {hedged(line, str(line.amount))}" if line.amount is not None else f"{name}{through}"


def _no_amount(brief: Brief, projects: list[Project]) -> Sentence:
    parts: list[Part] = ["No amount found: "]
    for index, project in enumerate(projects):
        parts.append("" if index == 0 else ", ")
        paying = [line for line in payers(project) if line.amount is None]
        name = short_name(brief.dataset, project.id)
        if not paying:
            parts.append(name)
            continue
        notes = note(brief.dataset, (ref for line in paying for ref in line.source))
        parts += [f"{name} (", *cited("; ".join(_payers(brief, paying)), notes), ")"]
    return Sentence("no-amount", (*(each for each in parts if each != ""), "."))


def _near(brief: Brief) -> list[Sentence]:
    found = [line for record in (brief.partnership, *brief.projects) if record is not None for line in wider(record)]
    if not found:
        return []
    parts: list[Part] = ["Not Talent Partnership money: "]
    for index, line in enumerate(found):
        what = f", {line.note}" if line.note else ""
        parts += [
            "" if index == 0 else "; ",
            Cited(line.amount, of_lines(brief.dataset, [line]), text=hedged(line, str(line.amount))),
            what,
        ]
    return [Sentence("near", (*(each for each in parts if each != ""), "."))]


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
