"""What is known of a partnership, as one row for machines."""

from collections.abc import Iterable

from talentpart import tables
from talentpart.page import Datum, Plain
from talentpart.queries.money import add
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing.people import people
from talentpart.reports.parts.briefing.sectors import printed
from talentpart.reports.parts.whole.questions import alone_totals, own_programmes
from talentpart.reports.parts.whole.served import served
from talentpart.reports.parts.words import BASES


def facts(brief: Brief) -> Datum:
    """Give the row of `query partnerships`, with sectors by tier, programmes, people by basis and money."""
    record = brief.partnership
    if record is None:
        return {}
    table = tables.rows(brief.dataset, "partnerships", brief.day)
    row = next(each for each in table.rows if each[0] == record.id)
    found: dict[str, Plain] = dict(zip(table.columns, row, strict=True))
    found["sectors_by_tier"] = _tiers(brief)
    found["sectors_list"] = record.sectors_list
    found["unserved"] = [each.label for each in served(brief) if each.bare]
    found["own_programmes"] = [each.id for each in own_programmes(brief)]
    found["running"] = [each.id for each in brief.projects if brief.stage(each) == "running"]
    found["people"] = [each for basis, _ in BASES for each in _people(brief, basis)]
    found["money_alone"] = [
        {"currency": currency, "value_min": float(low), "value_max": None if high is None else float(high)}
        for currency, (low, high, _) in add(alone_totals(brief)).items()
    ]
    return found


def _tiers(brief: Brief) -> dict[str, list[str]]:
    tiers: dict[str, list[str]] = {}
    for line in brief.partnership.sectors if brief.partnership else ():
        labels = tiers.setdefault(line.tier or "named", [])
        if printed(brief, line) not in labels:
            labels.append(printed(brief, line))
    return tiers


def _people(brief: Brief, basis: str) -> Iterable[Datum]:
    for project in brief.projects:
        for lines, differs, every in people(brief, project, basis):
            for line in lines:
                yield {
                    "project": project.id,
                    "measure": line.measure,
                    "part": line.part,
                    "basis": basis,
                    "value": line.value,
                    "value_min": line.min,
                    "value_max": line.max,
                    "bound": line.bound,
                    "covers": "all" if every else "alone",
                    "contested": differs,
                    "sources": list(line.source),
                }
