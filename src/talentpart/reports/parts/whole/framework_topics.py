"""What a framework says, topic by topic: status and days, aims, groups, parts, work, method, terms, who, money."""

from collections.abc import Iterable
from dataclasses import dataclass

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure, Money, Status, Text, Word
from talentpart.model.records import Framework
from talentpart.page import Datum, Footnote, Sentence
from talentpart.queries.subjects import short_name
from talentpart.queries.told import source_day
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.record.gaps import field_words
from talentpart.reports.parts.record.naming import events
from talentpart.reports.parts.said import amount, basis_word, bracketed, count, limits
from talentpart.reports.parts.whole import text_lists
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.words import SILENCE, capital, listed, lower, places

_TEXTS = (
    ("objectives", "AIMS"), ("components", "PARTS"), ("activities", "WORK"), ("principles", "METHOD"),
    ("definitions", "TERMS"), ("key_areas", "AREAS"), ("policy_areas", "POLICY"), ("stakeholders", "PARTIES"),
    ("eligible", "ELIGIBLE"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of a framework: its id, its label of at most eight letters, its sentences, its rows for machines."""

    id: str
    label: str
    sentences: tuple[Sentence, ...]
    rows: tuple[Datum, ...] = ()


def topics(dataset: Dataset, record: Framework) -> list[Topic]:
    """Give the topics of which a framework says something, in a fixed order."""
    found = [Topic("state", "STATE", tuple(_state(dataset, record)))]
    for name, label in _TEXTS:
        lines: tuple[Text, ...] = getattr(record, name)
        said = text_lists.sentences(dataset, name, lines)
        found.append(Topic(name, label, tuple(said), tuple(text_lists.rows(name, lines))))
        if name == "objectives":
            found.append(Topic("groups", "GROUPS", tuple(_groups(dataset, record))))
    found += [
        Topic("who", "WHO", tuple(_who(dataset, record))),
        Topic("figures", "FIGURES", tuple(_figures(dataset, record))),
        Topic("money", "MONEY", tuple(_money(dataset, record))),
        Topic("open", "OPEN", tuple(Sentence("open", (f"{capital(each.because)}.",)) for each in record.conflicts)),
        Topic("gaps", "GAPS", tuple(_gaps(dataset, record))),
        Topic("remarks", "REMARKS", tuple(Sentence("note", (f"{each.rstrip('.')}.",)) for each in record.notes)),
    ]
    return [each for each in found if each.sentences]


def _state(dataset: Dataset, record: Framework) -> Iterable[Sentence]:
    """Give the status by each source, the oldest source first, and then the days."""
    lines = sorted((each for each in record.status if each.rank != "set-aside"), key=lambda each: _day(dataset, each))
    if lines:
        items = [(_status(dataset, line), of_lines(dataset, [line])) for line in lines]
        lead = "Status by source, the oldest source first: " if len(lines) > 1 else "Status: "
        yield Sentence("status", (lead, *chain(items), "."))
    yield from events(dataset, record)


def _day(dataset: Dataset, line: Status) -> str:
    return min((source_day(each) for each in map(dataset.source, line.source) if each is not None), default="")


def _status(dataset: Dataset, line: Status) -> str:
    printed = f'"{line.as_stated}"' if line.as_stated else ""
    more = bracketed([printed, *limits(dataset, line), line.note or ""])
    return f"{lower(dataset.label('statuses', line.value))}{more}"


def _groups(dataset: Dataset, record: Framework) -> Iterable[Sentence]:
    """Give the groups that each source names; sources are not merged."""
    by_source: dict[tuple[Footnote, ...], list[str]] = {}
    for name, codelist in (("target_groups", "target-groups"), ("skill_levels", "skill-levels")):
        words: tuple[Word, ...] = getattr(record, name)
        for line in (each for each in words if each.rank != "set-aside"):
            label = lower(dataset.label(codelist, line.value))
            printed = f'"{line.as_stated}"' if line.as_stated and line.as_stated.casefold() != label.casefold() else ""
            text = f"{label}{bracketed([printed, basis_word(line), *limits(dataset, line), line.note or ''])}"
            by_source.setdefault(of_lines(dataset, [line]), []).append(text)
    items = [(listed(texts), notes) for notes, texts in by_source.items()]
    if items:
        tail = ". Each source has its own, and they are not merged." if len(items) > 1 else "."
        yield Sentence("groups", ("For ", *chain(items), tail))


def _who(dataset: Dataset, record: Framework) -> Iterable[Sentence]:
    yield from _roles(dataset, record)
    groups: dict[tuple[str, str, tuple[Footnote, ...]], list[str]] = {}
    remarks: dict[str, str] = {}
    for line in (each for each in record.countries if each.rank != "set-aside"):
        label = capital(lower(dataset.label("place-roles", line.role))) if line.role else "Named"
        more = bracketed([f'"{line.as_stated}"' if line.as_stated else "", basis_word(line), *limits(dataset, line)])
        groups.setdefault((label, more, of_lines(dataset, [line])), []).append(line.place)
        if line.note:
            remarks[label + more] = line.note
    for (label, more, notes), codes in groups.items():
        remark = f", {remarks[label + more]}" if label + more in remarks else ""
        text = f"{label}{more}: {listed(places(dataset, codes))}{remark}"
        yield Sentence("countries", (*cited(text, notes), "."))


def _roles(dataset: Dataset, record: Framework) -> Iterable[Sentence]:
    """Give the bodies by role; those of one role and remark share the remark."""
    groups: dict[tuple[str, str, tuple[Footnote, ...]], list[str]] = {}
    for line in record.organisations:
        if line.rank != "set-aside":
            role = capital(lower(dataset.label("roles", line.role)))
            label = f"{role}{bracketed([basis_word(line), *limits(dataset, line)])}"
            key = (label, line.note or "", of_lines(dataset, [line]))
            groups.setdefault(key, []).append(short_name(dataset, line.organisation))
    for (label, remark, notes), names in groups.items():
        text = f"{label}: {listed(names)}{f'; {remark}' if remark else ''}"
        yield Sentence("role", (*cited(text, notes), "."))


def _figures(dataset: Dataset, record: Framework) -> Iterable[Sentence]:
    for line in record.figures:
        if line.rank != "set-aside":
            yield Sentence(line.measure, (*cited(_figure(dataset, line), of_lines(dataset, [line])), "."))


def _figure(dataset: Dataset, line: Figure) -> str:
    label = capital(dataset.label("measures", line.measure))
    item = dataset.codes("measures").get(line.measure)
    said = count(dataset, line)
    if item and item.unit and item.unit in label.casefold():  # "Roundtables per year: 1 roundtables" says it twice.
        said = said.removesuffix(f" {item.unit}")
    printed = f'"{line.as_stated}"' if line.as_stated else ""
    remark = f"; {line.note}" if line.note else ""
    return f"{label}: {said}{bracketed([printed, basis_word(line), *limits(dataset, line)])}{remark}"


def _money(dataset: Dataset, record: Framework) -> Iterable[Sentence]:
    """Give who pays by each source, an amount where there is one; amounts are never added."""
    for line in record.money:
        if line.rank != "set-aside":
            yield Sentence("money", (*cited(_payer(dataset, line), of_lines(dataset, [line])), "."))


def _payer(dataset: Dataset, line: Money) -> str:
    payer = short_name(dataset, line.payer) if line.payer else "Total"
    through = f" through {short_name(dataset, line.through)}" if line.through else ""
    said = amount(line) or "amount not stated"
    printed = f'"{line.as_stated}"' if line.as_stated else ""
    remark = f"; {line.note}" if line.note else ""
    return f"{payer}{through}: {said}{bracketed([printed, basis_word(line), *limits(dataset, line)])}{remark}"


def _gaps(dataset: Dataset, record: Framework) -> Iterable[Sentence]:
    for gap in record.missing:
        fields = listed(field_words(dataset, gap.field))
        text = f"{capital(SILENCE[gap.why])}: {fields}{f'; {gap.note}' if gap.note else ''}"
        yield Sentence("missing", (*cited(text, note(dataset, gap.source or record.source)), "."), run_in=False)
