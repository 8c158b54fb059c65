"""What the public record does not say: the gaps of each record, and the body that can fill them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from talentpart import tables
from talentpart.model.dataset import Dataset
from talentpart.model.records import (
    Framework,
    Instrument,
    Lessons,
    Organisation,
    Partnership,
    Policy,
    Project,
    Record,
    Roadmap,
    Shortages,
    Source,
    Told,
)
from talentpart.page import Datum, Part, Section, Sentence
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.brief import leads
from talentpart.reports.parts.cite import note
from talentpart.reports.parts.record.gaps import field_words
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.whole.framework_names import known_as
from talentpart.reports.parts.words import SILENCE, capital, counted, listed
from talentpart.values import Day

NOBODY = "no body found"
# What is no gap: a field that cannot apply.
_NO_GAP = "not-applicable"
_ORDER: tuple[type[Record], ...] = (
    Partnership, Roadmap, Framework, Project, Instrument, Policy, Lessons, Shortages, Organisation, Source,
    Record,
)  # fmt: skip
_RUNS: dict[type[Record], tuple[tuple[str, ...], ...]] = {
    Framework: (("lead",), ("principal",), ("initiator",)),
    Project: (("lead",), ("implementer",)),
    Instrument: (("secretariat",), ("lead", "implementer"), ("funder",)),
    Policy: (("issuer",), ("proposer",), ("initiator",)),
}  # fmt: skip
_MOST_BODIES = 2
# Of what is not asked for, a longer list of names tells a reader nothing.
_MOST_NAMES = 12
_FIELDS = frozenset({"missing", "expected"})
_SILENT = "not-stated"
# Records of what others wrote: what they lack is not asked for.
_OURS = (Policy, Organisation, Source)


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that the record does not say: of which kind, why, by which sources."""

    kind: str
    record: Record
    field: str
    why: str
    sources: tuple[str, ...]
    note: str


def gaps(dataset: Dataset, as_of: Day, records: frozenset[str] | None = None) -> list[Gap]:
    """Give the rows of `query gaps` with their records, of some records alone where these are given.

    What cannot apply is no gap.
    """
    found = []
    for kind, name, field, why, _, sources, remark in tables.rows(dataset, "gaps", as_of).rows:
        record = dataset.get(str(name))
        wanted = records is None or name in records
        if record is not None and wanted and why != _NO_GAP:
            cited = tuple(sources) if isinstance(sources, list) else ()
            found.append(Gap(str(kind), record, str(field), str(why), cited, str(remark or "")))
    return found


def whom(dataset: Dataset, record: Record, field: str = "") -> str:
    """Name the body that can answer for a field of a record.

    What an instrument pays, its secretariat; the rest, those who run the record; what is left, the lead of the
    partnerships' framework.
    """
    if isinstance(record, Told):
        grant = _secretariat(dataset, record) if field.split(".", maxsplit=1)[0] == "money" else ""
        if grant:
            return grant
        for roles in _RUNS.get(type(record), ()):
            bodies = [line.organisation for line in record.organisations if line.role in roles]
            if bodies:
                return listed([short_name(dataset, each) for each in dict.fromkeys(bodies)][:_MOST_BODIES])
    publisher = _publisher(dataset, record)
    if publisher:
        return publisher
    for framework in sorted(dataset.all(Framework), key=lambda each: not leads(each)):
        bodies = [line.organisation for line in framework.organisations if line.role == "lead"]
        if bodies:
            return short_name(dataset, bodies[0])
    return NOBODY


def _secretariat(dataset: Dataset, record: Told) -> str:
    """Name the secretariat of an instrument that pays for a record by the word of a source."""
    for line in record.money:
        payer = dataset.find(Instrument, line.through or line.payer or "")
        if isinstance(record, Project) and payer is not None and line.certainty is None and line.rank != "set-aside":
            for each in payer.organisations:
                if each.role == "secretariat":
                    return short_name(dataset, each.organisation)
    return ""


def _publisher(dataset: Dataset, record: Record) -> str:
    """Name who can answer for what is no record of a story: an organisation itself, else who published the source."""
    if isinstance(record, Organisation):
        return short_name(dataset, record.id)
    source = record if isinstance(record, Source) else None
    if isinstance(record, Lessons) and record.source:
        source = dataset.source(record.source[0])
    return short_name(dataset, source.publisher) if source is not None and source.publisher else ""


def ask(dataset: Dataset, found: Iterable[Gap]) -> Section | None:
    """Give for each body what it can answer, record by record, those with most to answer first."""
    bodies: dict[str, dict[str, list[Gap]]] = {}
    for gap in found:
        if gap.kind in _FIELDS and not isinstance(gap.record, _OURS):
            body = whom(dataset, gap.record, gap.field)
            bodies.setdefault(body, {}).setdefault(gap.record.id, []).append(gap)
    sentences, data = [], []
    for body in sorted(bodies, key=lambda each: (each == NOBODY, -sum(map(len, bodies[each].values())), each)):
        sentences.append(Sentence("body", (f"{body.upper() if body != NOBODY else 'No body found to ask'}",)))
        for gaps_ in sorted(bodies[body].values(), key=_order):
            lead = f"{_name(dataset, gaps_[0].record)}: "
            sentences.append(Sentence(gaps_[0].record.id, (lead, *_said(dataset, gaps_), ".")))
            data += [_datum(body, gap) for gap in gaps_]
    if not sentences:
        return None
    rule = Sentence("rule", ("Not stated in the source read for it, unless another reason is given.",))
    return Section("ask", "ASK", (rule, *sentences), rows=tuple(data))


def also(dataset: Dataset, found: Iterable[Gap]) -> Section | None:
    """Give what is not said of policies, bodies and sources, field by field: nobody needs to be asked for it."""
    fields: dict[str, dict[str, str]] = {}
    data = []
    for gap in found:
        if gap.kind in _FIELDS and isinstance(gap.record, _OURS):
            (words,) = field_words(dataset, [gap.field])
            fields.setdefault(words, {})[gap.record.id] = _name(dataset, gap.record)
            data.append(_datum("", gap))
    sentences = [
        Sentence("field", (f"{capital(_proper(words))}: {_some(names)}.",))
        for words, names in sorted(fields.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]
    if not sentences:
        return None
    lead = Sentence("rule", ("Of policies, bodies and sources, by what is not said.",))
    return Section("also", "ALSO", (lead, *sentences), rows=tuple(data))


def _some(names: Mapping[str, str]) -> str:
    """Name records by their ids' names, or where a page would be full of them count them: `query gaps` lists them."""
    few = len(names) <= _MOST_NAMES
    return "; ".join(dict.fromkeys(names.values())) if few else counted(len(names), "record")


def _order(found: Sequence[Gap]) -> tuple[int, str]:
    record = found[0].record
    return next(index for index, kind in enumerate(_ORDER) if isinstance(record, kind)), record.id


def _name(dataset: Dataset, record: Record) -> str:
    if isinstance(record, Roadmap):
        return f"{short_name(dataset, record.partnership)}, roadmap"
    if isinstance(record, Lessons):
        return "lessons"
    return record.title.partition(":")[0] if isinstance(record, Source) else known_as(dataset, record.id)


def _said(dataset: Dataset, found: Sequence[Gap]) -> list[Part]:
    """Give the fields, with a reason where it is another than silence; what was read for them stands behind."""
    reasons: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for gap in found:
        sources = tuple(sorted({each.partition("#")[0] for each in gap.sources}))
        reasons.setdefault((gap.why if gap.kind == "missing" else "", sources), []).append(gap.field)
    items = []
    for (why, sources), fields in reasons.items():
        words = "; ".join(_proper(each) for each in field_words(dataset, fields))
        reason = "" if why == _SILENT else f"{SILENCE.get(why, 'not found')}: "
        items.append((f"{reason}{words}", note(dataset, sources)))
    return chain(items)


def _proper(words: str) -> str:
    return words.replace("member states", "Member States").replace("url", "address")


def _datum(body: str, gap: Gap) -> Datum:
    return {
        "ask": body,
        "kind": gap.kind,
        "record_kind": gap.record.record_kind,
        "record": gap.record.id,
        "field": gap.field,
        "why": gap.why,
        "note": gap.note or None,
        "sources": list(gap.sources),
    }
