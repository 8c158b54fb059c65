"""NAMED: what names a country that is no partner: as a candidate, in a policy, by an instrument; what matters first."""

from collections.abc import Iterable

from talentpart.model.lines import Place
from talentpart.model.records import Framework, Instrument, Policy, Told
from talentpart.page import Part, Section, Sentence
from talentpart.queries.scope import country_of
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief, leads
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import basis_word, bracketed, limits
from talentpart.reports.parts.whole.steps import Step, steps_of
from talentpart.reports.parts.words import capital, event_name, lower

Naming = Framework | Policy | Instrument
# From what a country is said to be, the first says most about a partnership to come.
_FIRST = ("partner", "candidate", "interest", "not-launched", "second-wave", "first-wave", "pilot-office", "priority")


def build(brief: Brief) -> Section | None:
    """Give each record that names the country with its day, and as what it does, with hedge, remark and sources."""
    if brief.partnership is not None:
        return None
    sentences = tuple(_sentence(brief, each) for each in naming(brief))
    return Section("named", "NAMED", sentences) if sentences else None


def naming(brief: Brief) -> list[Naming]:
    """Give the frameworks, policies and instruments that name a country without a partnership, in this order."""
    if brief.partnership is not None or brief.side != "origin":
        return []
    dataset = brief.dataset
    frameworks = sorted(dataset.all(Framework), key=lambda each: (not leads(each), each.id))
    policies = sorted(dataset.all(Policy), key=lambda each: (_day(brief, each), each.id), reverse=True)
    found: list[Naming] = [*frameworks, *policies, *dataset.all(Instrument)]
    return [each for each in found if lines(brief, each)]


def lines(brief: Brief, record: Naming) -> list[Place]:
    """Give the lines of a record that name the country, what says most first."""
    found = [
        line
        for line in record.countries
        if country_of(brief.dataset, line.place) == brief.country and line.rank != "set-aside"
    ]
    return sorted(found, key=lambda line: _FIRST.index(line.role) if line.role in _FIRST else len(_FIRST))


def last_step(brief: Brief, record: Told) -> Step | None:
    """Give the last step of a record that has happened and has a day."""
    found = [each for each in steps_of(brief.dataset, record, brief.day) if each.days and not each.planned]
    return max(found, key=Step.order, default=None)


def _day(brief: Brief, record: Told) -> str:
    step = last_step(brief, record)
    return step.days[0].latest if step else ""


def _sentence(brief: Brief, record: Naming) -> Sentence:
    step = last_step(brief, record) if isinstance(record, Policy) else None
    when = [f"{event_name(brief.dataset, step.line)}, {step.days[0]}"] if step else []
    parts: list[Part] = [f"{short_name(brief.dataset, record.id)}{bracketed(when)}: "]
    for index, (text, same) in enumerate(_said(brief, lines(brief, record)).items()):
        parts += [". " if index else "", *cited(capital(text) if index else text, of_lines(brief.dataset, same))]
    return Sentence(record.id, (*(each for each in parts if each != ""), "."))


def _said(brief: Brief, found: Iterable[Place]) -> dict[str, list[Place]]:
    texts: dict[str, list[Place]] = {}
    for line in found:
        role = lower(brief.dataset.label("place-roles", line.role)) if line.role else "named"
        printed = f'"{line.as_stated}"' if line.as_stated else ""
        more = bracketed([printed, basis_word(line), *limits(brief.dataset, line)])
        texts.setdefault(f"{role}{more}{f': {line.note}' if line.note else ''}", []).append(line)
    return texts
