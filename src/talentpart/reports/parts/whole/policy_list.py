"""POLICIES, APART and CARE: policies in order of day, partnerships of another kind apart, and what is mixed up."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from talentpart import tables
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Line, Relation, Status, Text
from talentpart.model.records import Framework, Partnership, Policy, Told
from talentpart.page import Block, Cell, Column, Datum, Footnote, Row, Section, Sentence, Table
from talentpart.queries.answers import answer
from talentpart.queries.relations import standing
from talentpart.queries.subjects import short_name
from talentpart.reports.parts import look_alike
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.said import bracketed, hedges, kept, limits
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.whole.framework_names import known_as
from talentpart.reports.parts.whole.steps import Step, remark, steps_of, when
from talentpart.reports.parts.words import event_name, listed, lower, places, silence
from talentpart.values import Day

L = TypeVar("L", bound=Line)
Item = tuple[str, tuple[Footnote, ...]]
_APART = "operational-partnership"
_PERIOD = "period-covered"
# The scheme of the numbers under which the Commission's documents are found.
_NUMBER = "com"
# What a policy does to another record, in the order in which it is told.
_DOES = ("announces", "establishes", "supports", "part-of", "supersedes", "follows", "precursor-of")


def policies(dataset: Dataset, as_of: Day) -> Section | None:
    """Give the policies and initiatives by day, each with its names and what it announces; undated ones last."""
    found = [each for each in dataset.all(Policy) if not _is_apart(each)]
    if not found:
        return None
    dated = sorted(((_first(dataset, each, as_of), each) for each in found), key=lambda pair: _order(*pair))
    rows = tuple(
        Row((_when(step, record), _name(dataset, record), _does(dataset, record, step, as_of)))
        for step, record in dated
    )
    columns = (Column("date", "POLICIES"), Column("policy", "What"), Column("does", "What it does"))
    blocks: tuple[Block, ...] = (
        Table("policies", columns, rows),
        Sentence("rule", ("Titles are by source. Not stated: the source read for it gives no day.",)),
    )
    return Section("policies", "POLICIES", blocks, rows=_rows(dataset, as_of, [record for _, record in dated]))


def apart(dataset: Dataset, as_of: Day) -> Section | None:
    """Give the partnerships of another kind, which are no Talent Partnerships, by day."""
    found = [each for each in dataset.all(Policy) if _is_apart(each)]
    if not found:
        return None
    dated = sorted(((_first(dataset, each, as_of), each) for each in found), key=lambda pair: _order(*pair))
    items = []
    for step, record in dated:
        who = listed(places(dataset, (line.place for line in record.countries))) or short_name(dataset, record.id)
        day = f" ({step.days[0]})" if step and step.days else ""
        items.append((f"{who}{day}", of_lines(dataset, step.said.lines if step else record.countries)))
    kind = dataset.label("policy-kinds", _APART).lower()
    lead = f"No Talent Partnerships, though some are with the same countries: the {kind}s with "
    aims = dict.fromkeys(line.text for record in found for line in record.objectives)
    sentences = [Sentence("apart", (lead, *chain(items, ", "), "."))]
    sentences += [Sentence("aim", (f"What they are for: {' '.join(aims)}",), run_in=True)] if aims else []
    return Section("apart", "APART", tuple(sentences), rows=_rows(dataset, as_of, [record for _, record in dated]))


def care(dataset: Dataset) -> Section | None:
    """Give the mistakes that a likeness invites, among policies and frameworks, each once."""
    notes: dict[str, list[Relation]] = {}
    for kind in (Policy, Framework):
        for record in dataset.all(kind):
            for line in standing(record, look_alike.RELATION):
                if line.note:
                    notes.setdefault(look_alike.told(dataset, record, line), []).append(line)
    sentences = tuple(
        Sentence(f"care-{index}", (*cited(text, of_lines(dataset, lines)), "."))
        for index, (text, lines) in enumerate(notes.items(), 1)
    )
    return Section("care", "CARE", sentences) if sentences else None


def _is_apart(record: Policy) -> bool:
    return any(line.value == _APART for line in record.kind)


def _first(dataset: Dataset, record: Told, as_of: Day) -> Step | None:
    """Give the first step of a policy that has a day; what it covers is no step, unless nothing else has a day."""
    found = [each for each in steps_of(dataset, record, as_of) if each.days]
    return min(found, key=lambda each: (each.line.type == _PERIOD, each.planned, each.order()), default=None)


def _order(step: Step | None, record: Policy) -> tuple[str, str]:
    return (step.days[0].earliest if step and step.days else "9999", record.id)


def _when(step: Step | None, record: Policy) -> Cell:
    if step is None:
        silent = [each for gap in record.missing for each in gap.field if each.split(".")[0] == "events"]
        return silence(record, *silent, default="not found")
    return (when(step),)


def _name(dataset: Dataset, record: Policy) -> Cell:
    """Give the kind and each title with its sources."""
    kinds = [lower(dataset.label("policy-kinds", line.value)) for line in record.kind]
    told = sorted(_standing(record.names), key=lambda line: line.text != short_name(dataset, record.id))
    items = [(line.text, of_lines(dataset, [line])) for line in told]
    numbers = [line for line in _standing(record.identifiers) if line.scheme == _NUMBER]
    items += [(line.id, of_lines(dataset, [line])) for line in numbers]
    return (*chain(items, "; also "), bracketed(kinds)) if kinds else tuple(chain(items, "; also "))


def _does(dataset: Dataset, record: Policy, step: Step | None, as_of: Day) -> Cell:
    """Give what has happened and what is planned, the status, what it does to others, and its aims and work."""
    items = _happened(dataset, record, step, as_of)
    items += [_status(dataset, line) for line in _now(dataset, record)]
    for relation in _DOES:
        lines = standing(record, relation)
        for planned in (False, True):
            same = [line for line in lines if (line.basis == "planned") is planned]
            if same:
                word = f"{'planned: ' if planned else ''}{lower(dataset.label('relations', relation))}"
                (first_of, *others) = _targets(dataset, same)
                items += [(f"{word} {first_of[0]}", first_of[1]), *others]
    items += _texts(dataset, (*record.objectives, *record.activities))
    return tuple(chain(items)) if items else "nothing more found"


def _happened(dataset: Dataset, record: Policy, first: Step | None, as_of: Day) -> list[Item]:
    """Name the steps that have a day, what has happened before what is planned; what is set aside is no step.

    A step on another day than that of the row has its own day behind it.
    """
    found = [each for each in steps_of(dataset, record, as_of) if each.days and each.line.type != _PERIOD]
    lines: dict[str, list[Event]] = {}
    for each in sorted(found, key=lambda step: (step.planned, step.order())):
        own = "" if first is None or each.days == first.days else when(each).text
        said = bracketed([own, remark(each) if each == first else ""])
        text = f"{'planned: ' if each.planned else ''}{event_name(dataset, each.line)}{said}"
        lines.setdefault(text, []).extend(each.said.lines)
    return [(text, of_lines(dataset, same)) for text, same in lines.items()]


def _now(dataset: Dataset, record: Policy) -> tuple[Status, ...]:
    """Give the status that holds by the sources, or each that they leave open."""
    lines = [line for line in _standing(record.status) if line.part is None and line.scope is None]
    return kept(answer(dataset, record, "status", lines)) if lines else ()


def _status(dataset: Dataset, line: Status) -> Item:
    word = lower(dataset.label("statuses", line.value))
    return f"status {word}{bracketed([*hedges(dataset, line), line.note or ''])}", of_lines(dataset, [line])


def _texts(dataset: Dataset, lines: Iterable[Text]) -> list[Item]:
    """Give each aim and kind of work once, with all its sources; a plan is called one."""
    texts: dict[str, list[Text]] = {}
    for line in _standing(lines):
        lead = "planned: " if line.basis == "planned" else ""
        text = f"{lead}{lower(line.text.rstrip('.'))}{bracketed(limits(dataset, line))}"
        texts.setdefault(text, []).append(line)
    return [(text, of_lines(dataset, same)) for text, same in texts.items()]


def _standing(lines: Iterable[L]) -> list[L]:
    return [line for line in lines if line.rank != "set-aside"]


def _targets(dataset: Dataset, lines: Sequence[Relation]) -> list[tuple[str, tuple[Footnote, ...]]]:
    """Give the targets of one relation, those on the same sources together: frameworks, partnerships, all others."""
    groups: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    by_target: dict[str, list[Relation]] = {}
    for line in lines:
        by_target.setdefault(f"{known_as(dataset, line.target)}{bracketed(limits(dataset, line))}", []).append(line)
    for name, same in by_target.items():
        record = dataset.get(same[0].target)
        rank = 0 if isinstance(record, Framework) else 1 if isinstance(record, Partnership) else 2
        references = tuple(dict.fromkeys(each for line in same for each in line.source))
        groups.setdefault((rank, references), []).append(name)
    found: list[tuple[str, tuple[Footnote, ...]]] = []
    for (rank, references), names in sorted(groups.items(), key=lambda pair: pair[0][0]):
        # Only a framework has partnerships that can be among it.
        alone = f"the Talent Partnership{'s' if len(names) > 1 else ''} with "
        lead = ("among them those with " if found else alone) if rank == 1 else ""
        found.append((f"{lead}{listed(names)}", note(dataset, references)))
    return found


def _rows(dataset: Dataset, as_of: Day, records: Sequence[Policy]) -> tuple[Datum, ...]:
    table = tables.rows(dataset, "policies", as_of)
    found = {str(row[0]): dict(zip(table.columns, row, strict=True)) for row in table.rows}
    return tuple(found[each.id] for each in records)
