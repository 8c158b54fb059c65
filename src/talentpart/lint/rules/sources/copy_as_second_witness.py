"""A copy is counted as a second witness.

What: A line names a source together with one that only repeats it (`repeats`, straight or through others), or two
copies of one text; or of two lines that say the same of one thing, one rests on copies of what the other rests on.

Why: A press release that ten papers print is one voice; counted ten times, a doubtful figure looks well founded.

How to mend: Name the first to say it alone, and leave the copy out; or mark the line of the copy as set aside, with the
reason. Where the copy adds something of its own, take `repeats` out of its record.

Fine when: Never.
"""

from collections.abc import Iterator, Mapping

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Record, Source
from talentpart.queries.answers import things
from talentpart.queries.paths import lines_of, path
from talentpart.queries.witness import MOST, original, says_same, source_ids
from talentpart.values import Day

SEVERITY = Severity.WARNING
_PAGE = (
    "title: A page\nauthority: press\ntype: web-page\nurl: https://page.example/%s\nlanguage: en\n"
    'retrieved: "2026-01-02"\nread: whole\npublished: "2025-04"\nrepeats: %s\n'
)
_COPY = {"sources/copy.yaml": _PAGE % (1, "report"), "sources/copy-of-copy.yaml": _PAGE % (2, "copy")}
_FIGURE = "figures:\n  - {measure: trained, value: 9, source: %s}\n"
_KEPT = "mobility: {value: work, source: [copy, copy-of-copy], rank: set-aside, because: both are copies}\n"
BAD = (
    Bad(
        {**_COPY, "projects/pilot.yaml": _FIGURE % "[report#table, copy-of-copy]"},
        at=("projects/pilot.yaml", 2, 57),
        message="'copy-of-copy' repeats 'report', so it is no second witness beside it; name 'report' alone",
    ),
    Bad(
        {**_COPY, "projects/pilot.yaml": _FIGURE % "copy" + "  - {measure: trained, value: 9, source: report}\n"},
        at=("projects/pilot.yaml", 2, 42),
        message="'copy' repeats 'report', which another line names for the same; it is no second witness",
    ),
    Bad(
        {
            "sources/copy.yaml": _PAGE % (1, "report"),
            "sources/other-copy.yaml": _PAGE % (2, "report"),
            "projects/pilot.yaml": _FIGURE % "[copy, other-copy]",
        },
        at=("projects/pilot.yaml", 2, 49),
        message="'copy' and 'other-copy' both repeat 'report', so they are one witness; name 'report' alone",
    ),
)
GOOD = (
    Good({**_COPY, "projects/pilot.yaml": _KEPT + _FIGURE % "copy"}),
    Good({**_COPY, "projects/pilot.yaml": _FIGURE % "copy" + "  - {measure: trained, value: 12, source: report}\n"}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Trace the sources of each line, and of the lines that say the same, to the first that said it."""
    copies = {each.id: first for each in dataset.all(Source) if (first := original(dataset, each.id)) != each.id}
    if not copies:
        return
    for entry in dataset.entries.values():
        told = False  # What the record's own sources are is said once, not of each line that has them.
        for fault in _of_record(entry.record, copies):
            if fault.line is not None or not told:
                yield fault
            told = told or fault.line is None


def _of_record(record: Record, copies: Mapping[str, str]) -> Iterator[Fault]:
    named = {line.source for _, line in lines_of(record)}
    if not any(reference.partition("#")[0] in copies for references in named for reference in references):
        return
    for (name, _, _), lines in things(record).items():
        kept = [line for line in lines if line.rank != "set-aside"]
        for line in kept:
            if copies.keys() & source_ids(line):
                yield from _within(record, line, copies) or _beside(record, name, line, kept, copies)


def _within(record: Record, line: Line, copies: Mapping[str, str]) -> list[Fault]:
    """Give the copy that one line names beside what it repeats, or beside another copy of it."""
    first: dict[str, str] = {}
    for reference in line.source:
        source = reference.partition("#")[0]
        told = copies.get(source, source)
        other = first.setdefault(told, source)
        if other == source:
            continue
        copy = source
        message = f"'{other}' and '{source}' both repeat '{told}', so they are one witness; name '{told}' alone"
        if told in {source, other}:
            copy = other if told == source else source
            message = f"'{copy}' repeats '{told}', so it is no second witness beside it; name '{told}' alone"
        word = next(each for each in line.source if each.partition("#")[0] == copy)
        steps = ("source",)
        owner = None if line.source == record.source else line
        return [Fault(message, record, owner, steps, word=word, rests_on=(source, other, told))]
    return []


def _beside(record: Record, name: str, line: Line, kept: list[Line], copies: Mapping[str, str]) -> list[Fault]:
    """Give the line whose sources all repeat those of another line that says the same."""
    mine = source_ids(line)
    told = {copies.get(each, each) for each in mine}
    for other in kept if len(kept) <= MOST else ():
        theirs = source_ids(other)
        if other is line or mine & theirs or not told <= {copies.get(each, each) for each in theirs}:
            continue
        if not mine <= copies.keys() or not says_same(line, other):
            continue
        if theirs <= copies.keys() and min(theirs) > min(mine):
            continue  # Of two copies of one text, one is told.
        source = min(mine)
        message = (
            f"'{source}' repeats '{copies[source]}', which another line names for the same; it is no second witness"
        )
        return [
            Fault(
                message, record, line, ("source",),
                related=((other, f"{path(record, name, other)} stands here too"),), rests_on=(*mine, *told),
            )
        ]  # fmt: skip
    return []
