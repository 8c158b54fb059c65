"""What is not said of the expected facts: how much for which reason, and who could answer."""

from collections.abc import Iterable, Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership
from talentpart.page import Column, Datum, Row, Section, Sentence, Table
from talentpart.reports.parts.said import bracketed
from talentpart.reports.parts.whole.coverage_facts import NOT_APPLICABLE, Fact
from talentpart.reports.parts.whole.coverage_tables import WHY, reason, title
from talentpart.reports.parts.whole.unanswered import NOBODY, whom
from talentpart.reports.parts.words import capital

# What nobody can answer yet.
_NOT_YET = "not-yet"
# The words of a column inside a sentence, where they are not those of its head.
_WORDS = {"Lead": "lead or implementer", "Member States": "Member States"}


def missing(dataset: Dataset, found: Iterable[Fact]) -> Section:
    """Count what is not said by its reason; what cannot apply is not expected, and is counted in no total."""
    bare = [each for each in found if not each.said]
    reasons = [why for why in WHY if any(each.why == why for each in bare)]
    if not reasons:
        return Section("missing", "MISSING", (Sentence("none", ("Every expected fact is said.",)),))
    rows, data = [], list[Datum]()
    for why in reasons:
        kept = [each for each in bare if each.why == why]
        partnerships = {each.subject.id for each in kept if isinstance(each.subject, Partnership)}
        projects = {each.subject.id for each in kept} - partnerships
        rows.append(Row((reason(dataset, why), len(kept), len(partnerships), len(projects))))
        data.append({"why": why, "facts": [each.path for each in kept], "expected": why != NOT_APPLICABLE})
    columns = (
        Column("why", "MISSING"), Column("facts", "Facts", numeric=True),
        Column("partnerships", "Partnerships", numeric=True), Column("projects", "Projects", numeric=True),
    )  # fmt: skip
    return Section("missing", "MISSING", (Table("missing", columns, tuple(rows)),), rows=tuple(data))


def silent(dataset: Dataset, found: Iterable[Fact]) -> Section | None:
    """Give for each body the facts that it could tell, those with most of them first."""
    bodies: dict[str, list[Fact]] = {}
    for each in found:
        if each.due and not each.said and each.why != _NOT_YET:
            bodies.setdefault(whom(dataset, each.record, each.expected.slot.path), []).append(each)
    order = sorted(bodies, key=lambda body: (body == NOBODY, -len(bodies[body]), body))
    if not order:
        return None
    sentences = [
        Sentence("body", (f"{capital(body)} ({len(bodies[body])}): {named(dataset, bodies[body])}.",)) for body in order
    ]
    rows: list[Datum] = [
        {"ask": body, "record": each.record.id, "slot": each.expected.slot.path, "why": each.why}
        for body in order
        for each in bodies[body]
    ]
    rule = Sentence("rule", ("Who could answer, with how many of the facts that are not said:",))
    return Section("silent", "SILENT", (rule, *sentences), rows=tuple(rows))


def named(dataset: Dataset, found: Sequence[Fact]) -> str:
    """Give facts in words, those of one partnership or project together: `MATCH (start, end); Egypt (roadmap)`."""
    groups: dict[str, list[Fact]] = {}
    for each in found:
        groups.setdefault(each.subject.id, []).append(each)
    return "; ".join(
        f"{title(dataset, facts[0].subject)}{bracketed([', '.join(_word(each) for each in facts)])}"
        for facts in groups.values()
    )


def _word(fact: Fact) -> str:
    label = fact.expected.label
    return _WORDS.get(label, label.lower())
