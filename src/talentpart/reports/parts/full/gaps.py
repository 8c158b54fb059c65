"""NOT KNOWN, AND WHOM TO ASK: each gap of the records on a country with its reason, by the body that can fill it."""

from collections.abc import Iterator
from itertools import zip_longest

from talentpart.model.lines import changed
from talentpart.model.records import Framework, Missing, Project, Told, with_lists
from talentpart.page import Cited, Column, Part, Row, Section, Sentence, Table
from talentpart.queries.scope import origins
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import Brief, leads
from talentpart.reports.parts.briefing.state import RECURRING
from talentpart.reports.parts.record import gaps
from talentpart.reports.parts.whole.steps import owner
from talentpart.reports.parts.whom import budget_body
from talentpart.reports.parts.words import listed, passed

_LABEL = "NOT KNOWN, AND WHOM TO ASK"


def build(brief: Brief) -> Section:
    """Give a row for each record with the body that can fill its gaps; what one body can tell stands together."""
    found: dict[str, list[tuple[Told, tuple[Part, ...]]]] = {}
    for record in (brief.partnership, brief.roadmap, *brief.projects):
        if record is not None:
            for body, parts in _missing(brief, record).items():
                found.setdefault(body, []).append((record, parts))
    if not found:
        return Section("ask", _LABEL, (Sentence("none", ("No gap found.",)),))
    rows = tuple(
        Row((Cited(body), Cited(owner(brief.dataset, record)), parts))
        for body, each in found.items()
        for record, parts in each
    )
    columns = (Column("body", "Ask"), Column("subject", "On"), Column("missing", "What is not known"))
    lead = "What the sources read do not say, or what was not found in them, by the body that can tell."
    return Section("ask", _LABEL, (Sentence("lead", (lead,)), Table("ask", columns, rows)))


def _missing(brief: Brief, record: Told) -> dict[str, tuple[Part, ...]]:
    """Give the gaps of a record by the body to ask, each with its reason and remark, in one paragraph a body."""
    missing = tuple(_of_country(brief, record))
    section = gaps.build(brief.dataset, with_lists(record, {"missing": missing}))
    sentences = [each for each in section.blocks if isinstance(each, Sentence)] if section else []
    body = _body(brief, record)
    payer = budget_body(brief.dataset, record) or body
    found: dict[str, list[Part]] = {}
    if record is brief.partnership and _none_next(brief):
        found[body] = ["Not found: next roundtable."]
    # A sentence for each gap stands first, in the order of the gaps; what is only unsaid follows.
    for gap, each in zip_longest(missing, sentences):
        parts = found.setdefault(payer if gap is not None and _is_money(gap) else body, [])
        parts += [" ", *each.parts] if parts else each.parts
    return {name: tuple(parts) for name, parts in found.items()}


def _is_money(gap: Missing) -> bool:
    return all(each.partition(".")[0] == "money" for each in gap.field)


def _of_country(brief: Brief, record: Told) -> Iterator[Missing]:
    """Give the gaps of a record without what another partner country alone misses; money apart if asked elsewhere."""
    others = set(origins(brief.dataset, record)) - {brief.country} if isinstance(record, Project) else set[str]()
    for gap in record.missing:
        fields = [each for each in gap.field if each.rpartition(".")[2] not in others]
        money = [each for each in fields if each.partition(".")[0] == "money"]
        split = bool(budget_body(brief.dataset, record))
        for some in ([each for each in fields if each not in money], money) if split else (fields,):
            if some:
                yield changed(gap, field=tuple(some))


def _none_next(brief: Brief) -> bool:
    """Tell whether no coming roundtable is planned on a known day."""
    events = brief.partnership.events if brief.partnership else ()
    return not any(
        each.type == RECURRING and each.basis == "planned" and each.date and not passed(each.date, brief.day)
        for each in events
    )


def _body(brief: Brief, record: Told) -> str:
    """Name who can tell: those who lead a record, else who carries it out, else who leads the partnerships as such."""
    leading = next((each for each in brief.dataset.all(Framework) if leads(each)), None)
    for owning in (record, brief.framework, leading):
        for role in ("lead", "implementer"):
            names = [
                short_name(brief.dataset, line.organisation)
                for line in (owning.organisations if owning else ())
                if line.role == role and line.rank != "set-aside"
            ]
            if names:
                return listed(list(dict.fromkeys(names)))
    return "no body found"
