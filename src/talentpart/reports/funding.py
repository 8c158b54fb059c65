"""Funding: the money ladder over all projects, by country, payer, Member State, year and body that runs them."""

from dataclasses import replace

from talentpart.model.dataset import Dataset
from talentpart.model.records import Instrument, Project
from talentpart.page import Page, Section, Sentence
from talentpart.queries.money import Total, payers, total
from talentpart.queries.scope import Side, country_of, date_of, destinations, is_beside, origins
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.sums import sum_text
from talentpart.reports.parts.whole import ladder, published
from talentpart.reports.parts.whole.bearers import Bearer, names_of, table
from talentpart.reports.parts.whole.chosen import records
from talentpart.reports.parts.whole.page import Whole, whole
from talentpart.reports.parts.whole.rungs import (
    Ledger,
    paid_by,
)
from talentpart.reports.parts.words import listed
from talentpart.values import Day

ANSWERS = "whole"
FILTERS = ("country", "member_state", "sector")

_RUN = ("lead", "implementer")
_BEGUN = ("start", "launch")
_UNKNOWN = "not known"
_CALL = "call"


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the ladder as a whole, then by each bearer, then published totals side by side, then what is left out."""
    kept, remarks = records(dataset, "projects", scope, as_of)
    chosen = [each for each in dataset.all(Project) if kept is None or each.id in kept]
    ledger = Ledger.of(dataset, (each for each in chosen if not is_beside(dataset, each)))
    beside = Ledger.of(dataset, (each for each in chosen if is_beside(dataset, each)))
    narrowed = bool(scope.country or scope.member_state or scope.sector)
    sections = [ladder.build(ledger)]
    if ledger.projects:
        sections += [_countries(ledger), _payers(ledger), _states(ledger), _years(ledger), _bodies(ledger)]
    if narrowed:
        remarks = [*remarks, "published totals are of whole instruments, so a narrowed report leaves them out"]
    else:
        sections.append(published.build(dataset, _sum(ledger)))
    sections += published.near(ledger, beside, everything=not narrowed)
    out = published.left_out(ledger)
    sections += [out] if out else []
    report = Whole("funding", "FUNDING", _opening(ledger), ("query money", "query gaps"))
    return whole(dataset, scope, as_of, report, sections, remarks)


def _opening(ledger: Ledger) -> str:
    if not ledger.projects:
        return "No project found."
    if not ledger.totals:
        return f"No amount is found in any of {len(ledger.projects)} projects."
    bare = len(ledger.projects) - len(ledger.totals)
    some = f"An amount is found in {len(ledger.totals)} of {len(ledger.projects)} projects"
    rule = "Sums are ours, and a parent is never added to its part."
    within = sum(key in ledger.inside for key in ledger.totals)
    together = " together" if len(ledger.totals) - within > 1 else ""
    inside = f", of which {within} {'stands' if within == 1 else 'stand'} inside a parent's figure" if within else ""
    return f"{some}{inside}: {_sum(ledger)}{together}; no amount found in {bare}. {rule}"


def _sum(ledger: Ledger) -> str:
    """Give the sum of all projects in words, a parent's amount without its parts'."""
    return sum_text(each for key, each in ledger.totals.items() if key not in ledger.inside)


def _countries(ledger: Ledger) -> Section:
    dataset = ledger.dataset
    held = {each.id: origins(dataset, each) for each in ledger.projects}
    bearers = _places(ledger, held, "origin")
    bare = [each for each in ledger.projects if not held[each.id]]
    more = [Sentence("none", (f"No partner country found: {names_of(ledger, bare)}.",))] if bare else []
    return table(ledger, ("countries", "COUNTRY", "country"), bearers, "of its countries", more)


def _states(ledger: Ledger) -> Section:
    """Put money under Member States; one that a project only lists beside others is not credited with it."""
    dataset = ledger.dataset
    held = {
        each.id: tuple(dict.fromkeys(country_of(dataset, place) for corridor in each.corridors
                                     if corridor.role != "listed" for place in corridor.destination))
        for each in ledger.projects
    }  # fmt: skip
    more = []
    listing = [each for each in ledger.projects if not held[each.id] and destinations(dataset, each)]
    if listing:
        ends = {each.id: [dataset.label("places", d) for d in destinations(dataset, each)] for each in listing}
        names = [f"{short_name(dataset, name)} ({listed(places)})" for name, places in ends.items()]
        more.append(Sentence("listed", (f"Only listed, so under none: {', '.join(names)}.",)))
    bare = [each for each in ledger.projects if not destinations(dataset, each)]
    if bare:
        more.append(Sentence("none", (f"No Member State found: {names_of(ledger, bare)}.",)))
    return table(
        ledger, ("member_states", "MEMBER STATE", "member_state"), _places(ledger, held, "destination"),
        "of its Member States", more,
    )  # fmt: skip


def _places(ledger: Ledger, held: dict[str, tuple[str, ...]], side: Side) -> list[Bearer]:
    dataset = ledger.dataset
    ends = origins if side == "origin" else destinations
    codes = {code for places in held.values() for code in places}
    return [
        Bearer(
            code, dataset.label("places", code), [each for each in ledger.projects if code in held[each.id]],
            lambda project, code=code: total(dataset, project, code, side),  # type: ignore[misc]
            own=lambda project, code=code: set(ends(dataset, project)) == {code},  # type: ignore[misc]
        )
        for code in sorted(codes, key=lambda code: dataset.label("places", code))
    ]  # fmt: skip


def _payers(ledger: Ledger) -> Section:
    """Put money under those who pay, instruments before bodies; what is only implied is counted as such."""
    dataset = ledger.dataset
    held: dict[str, list[Project]] = {}
    implied: dict[str, set[str]] = {}
    paying: dict[str, set[str]] = {}
    for project in ledger.projects:
        lines = [(each, line) for line in payers(project) for each in (line.payer, line.through) if each]
        for payer in dict.fromkeys(each for each, _ in lines):
            held.setdefault(payer, []).append(project)
            if all(line.certainty for each, line in lines if each == payer):
                implied.setdefault(payer, set()).add(project.id)
            paying.setdefault(project.id, set()).add(payer)
    order = sorted(held, key=lambda each: (dataset.find(Instrument, each) is None, short_name(dataset, each)))
    bearers = [
        Bearer(
            payer, short_name(dataset, payer), held[payer],
            lambda project, payer=payer: paid_by(ledger, project, payer),  # type: ignore[misc]
            f"{len(held[payer])}, {len(implied[payer])} implied" if payer in implied else "",
            lambda project, payer=payer: paying[project.id] == {payer},  # type: ignore[misc]
            lambda project, payer=payer: project.id in implied.get(payer, ()),  # type: ignore[misc]
        )
        for payer in order
    ]  # fmt: skip
    bare = [each for each in ledger.projects if not payers(each)]
    more = published.shares(ledger)
    more += [Sentence("none", (f"No payer found: {names_of(ledger, bare)}.",))] if bare else []
    known = [each for each in dataset.all(Instrument) if not any(kind.value == _CALL for kind in each.kind)]
    idle = [each for each in known if each.id not in held]
    if idle:
        names = ", ".join(short_name(dataset, each.id) for each in idle)
        more.append(Sentence("idle", (f"Named as payer by none of these projects: {names}.",)))
    return table(ledger, ("payers", "WHO PAYS", "payer"), bearers, "that pays for it", more)


def _bodies(ledger: Ledger) -> Section:
    """Put money under the bodies that lead or implement projects; with several of them it is shared."""
    dataset = ledger.dataset
    held: dict[str, list[Project]] = {}
    count: dict[str, int] = {}
    for project in ledger.projects:
        bodies = dict.fromkeys(line.organisation for line in project.organisations if line.role in _RUN)
        count[project.id] = len(bodies)
        for each in bodies:
            held.setdefault(each, []).append(project)

    def figure(project: Project) -> Total | None:
        found = ledger.totals.get(project.id)
        return replace(found, alone=count[project.id] == 1) if found else None

    bearers = [
        Bearer(each, short_name(dataset, each), held[each], figure, own=lambda project: count[project.id] == 1)
        for each in sorted(held, key=lambda each: short_name(dataset, each))
    ]
    bare = [each for each in ledger.projects if not count[each.id]]
    more = [Sentence("none", (f"No lead or implementer found: {names_of(ledger, bare)}.",))] if bare else []
    return table(ledger, ("bodies", "RUN BY", "organisation"), bearers, "that runs it", more)


def _years(ledger: Ledger) -> Section:
    """Put money under the year in which a project begins; what it costs a year is said by nobody."""
    held: dict[str, list[Project]] = {}
    for project in ledger.projects:
        held.setdefault(_year(ledger.dataset, project), []).append(project)

    def figure(project: Project) -> Total | None:
        found = ledger.totals.get(project.id)
        return replace(found, alone=True) if found else None

    bearers = [Bearer(year, year, held[year], figure) for year in sorted(held)]
    told = "The year is that of the start, else of the launch; an amount is for all years of a project and not split."
    return table(ledger, ("years", "BEGUN IN", "year"), bearers, "", [Sentence("years", (told,))])


def _year(dataset: Dataset, project: Project) -> str:
    for event_type in _BEGUN:
        found = date_of(dataset, project, event_type)
        days = [line.date for line in (found.lines if found.open else found.lines[:1]) if line.date] if found else []
        if days:
            years = {each[:4] for day in days for each in (day.earliest, day.latest)}
            return years.pop() if len(years) == 1 else _UNKNOWN
    return _UNKNOWN
