"""MONEY of all projects: for one partner country, shared by several and not split, inside a parent, not found."""

from collections.abc import Sequence

from talentpart.model.records import Project
from talentpart.page import Datum, Part, Section, Sentence
from talentpart.queries.money import Total, payers, total
from talentpart.queries.scope import origins
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, note
from talentpart.reports.parts.record.paying import payer
from talentpart.reports.parts.sums import amounts, sum_text
from talentpart.reports.parts.whole.rungs import Ledger, Rungs, named, rungs
from talentpart.reports.parts.words import listed

_SAME = "same-as"


def build(ledger: Ledger) -> Section:
    """Give each rung with how many of the projects stand on it, the projects without an amount by name."""
    begins = {each.id: len(origins(ledger.dataset, each)) for each in ledger.projects}
    found = rungs(
        ledger, ledger.projects, lambda project: _figure(ledger, project), lambda project: begins[project.id] == 1
    )
    several = sum(begins[each.id] > 1 for each in found.others)
    if not found.projects:
        return Section("money", "MONEY", (Sentence("none", ("No project found.",)),))
    sentences = [
        _rung(ledger, "For one partner country", "alone", found.alone, len(found.own)),
        _rung(ledger, "Shared by several countries, no split found", "shared", found.shared, several),
        *_nothing(ledger, found),
    ]
    if found.inside:
        names = listed([short_name(ledger.dataset, each.id) for each in found.inside])
        sentences.append(Sentence("inside", (f"Inside a parent's figure, not added again: {names}.",)))
    sentences += _twins(ledger)
    return Section("money", "MONEY", tuple(sentences), rows=tuple(_row(ledger, each, found) for each in found.projects))


def _figure(ledger: Ledger, project: Project) -> Total | None:
    begins = origins(ledger.dataset, project)
    return total(ledger.dataset, project, begins[0]) if len(begins) == 1 else ledger.totals.get(project.id)


def _rung(ledger: Ledger, label: str, key: str, totals: Sequence[Total], projects: int) -> Sentence:
    count = f"in {len(totals)} of {projects} such project{'' if projects == 1 else 's'}"
    if not totals:
        return Sentence(key, (f"{label}: {f'none found in {projects}' if projects else 'no such project'}.",))
    if len(totals) == 1:
        name = short_name(ledger.dataset, totals[0].record.id)
        paying = _paying(ledger, totals[0].record.id)
        who = f"; {paying}" if paying and not totals[0].summed else ""
        return Sentence(key, (f"{label}: ", *amounts(ledger.dataset, totals[0]), f" {count} ({name}{who})."))
    return Sentence(key, (f"{label}: {sum_text(totals)} {count}, our sum: ", *named(ledger.dataset, totals), "."))


def _paying(ledger: Ledger, name: str) -> str:
    """Say who pays for a project, and apart from them who is only implied to."""
    lines = payers(next(each for each in ledger.projects if each.id == name))
    said = list(dict.fromkeys(payer(ledger.dataset, line) for line in lines if line.certainty is None))
    # Who pays through another is the same who pays, and whoever surely pays is not implied too.
    said = [each for each in said if not any(other.startswith(f"{each} through ") for other in said)]
    implied = [payer(ledger.dataset, line) for line in lines if line.certainty is not None]
    implied = [each for each in dict.fromkeys(implied) if not any(other.startswith(each) for other in said)]
    words = [f"funded by {listed(said)}"] if said else []
    return "; ".join([*words, f"implied: {listed(implied)}"] if implied else words)


def _nothing(ledger: Ledger, found: Rungs) -> list[Sentence]:
    """Name the projects without an amount: first those of which a source says who pays, then the others."""
    if not found.nothing:
        return []
    paid = [each for each in found.nothing if payers(each)]
    bare = [short_name(ledger.dataset, each.id) for each in found.nothing if not payers(each)]
    parts: list[Part] = [f"No amount found in {len(found.nothing)} of {len(found.projects)} projects."]
    for index, project in enumerate(paid):
        parts.append(" Who pays is said, how much is not: " if index == 0 else ", ")
        references = (each for line in payers(project) for each in line.source)
        text = f"{short_name(ledger.dataset, project.id)} ({_paying(ledger, project.id)})"
        parts += cited(text, note(ledger.dataset, references))
    parts += ["." if paid else "", f" No word on who pays: {', '.join(bare)}." if bare else ""]
    return [Sentence("no-amount", tuple(each for each in parts if each))]


def _twins(ledger: Ledger) -> list[Sentence]:
    """Say which of the counted records may be one project, so that nobody takes the count for sure."""
    told: set[frozenset[str]] = set()
    sentences: list[Sentence] = []
    ids = {each.id for each in ledger.projects}
    for project in ledger.projects:
        for line in project.relations:
            pair = frozenset((project.id, line.target))
            if line.relation == _SAME and line.target in ids and pair not in told:
                told.add(pair)
                one, other = (short_name(ledger.dataset, each) for each in (project.id, line.target))
                hedge = f"{line.certainty}, " if line.certainty else ""
                text = f"{one} and {other} are counted as two, and are held to be one ({hedge}our reading)"
                notes = note(ledger.dataset, line.source)
                sentences.append(Sentence("same", (*cited(text, notes), "."), run_in=bool(sentences)))
    return sentences


def _row(ledger: Ledger, project: Project, found: Rungs) -> Datum:
    figure = _figure(ledger, project)
    rung = "no-amount"
    if project in found.inside:
        rung = "inside-parent"
    elif figure is not None:
        rung = "alone" if figure.alone else "shared"
    return {
        "project": project.id,
        "name": short_name(ledger.dataset, project.id),
        "countries": list(origins(ledger.dataset, project)),
        "rung": rung,
        "currency": figure.currency if figure else None,
        "value_min": float(figure.low) if figure else None,
        "value_max": float(figure.high) if figure and figure.high is not None else None,
        "summed": figure.summed if figure else None,
        "contested": figure.answer.differs if figure else None,
        "payers": list(dict.fromkeys(line.payer for line in payers(project) if line.payer)),
        "sources": sorted({each for line in figure.answer.lines for each in line.source}) if figure else [],
    }
