"""What the records say and the saved texts of their sources do not: a fault for each line that is not found there."""

from collections.abc import Iterator
from pathlib import Path

from talentpart.lint.rule import Fault, Step
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Record, Source
from talentpart.queries.paths import claim_ids, lines_of
from talentpart.verify.check import check
from talentpart.verify.result import Result
from talentpart.verify.texts import read_texts

# The field of a line in which a value stands, by what it is called when it is looked for, where that is another word.
_FIELDS = {
    "day": "date", "words": "as_stated", "number": "value", "name": "text", "identifier": "id", "hedge": "certainty",
}  # fmt: skip
Asked = tuple[Record, Line]


def evidence(dataset: Dataset, texts: Path) -> Iterator[Fault]:
    """Hold every claim against the texts of its sources, as far as there are texts, and give what is not found there.

    What a note on the line explains is none. Raises TalentpartError when the texts cannot be read.
    """
    held = read_texts(texts, [each.id for each in dataset.all(Source)])
    lines = _lines(dataset) if held else {}
    told: set[int] = set()
    for result in check(dataset, held) if held else ():
        if result.result != "not-found":
            continue
        if result.claim_id not in lines:
            yield from _of_source(dataset, result)
            continue
        record, line = lines[result.claim_id]
        if id(line) not in told:
            told.add(id(line))
            yield _of_line(record, line, result)


def _lines(dataset: Dataset) -> dict[str, Asked]:
    """Give each line by the identities of its claims; of two lines of one identity the first."""
    found: dict[str, Asked] = {}
    for entry in dataset.entries.values():
        for name, line in lines_of(entry.record):
            for identity in claim_ids(entry.record, name, line):
                found.setdefault(identity, (entry.record, line))
    return found


def _of_line(record: Record, line: Line, result: Result) -> Fault:
    field = _FIELDS.get(result.what, result.what.replace(" ", "_"))
    # Where an amount, a share or a span stands in place of a number, it is the one that is meant.
    if getattr(line, field, None) is None:
        field = next((each for each in ("amount", "percent", "min", line.first) if getattr(line, each, None)), "")
    steps: tuple[Step, ...] = (field,) if field in line.__struct_fields__ else ()
    return Fault(_said(result), record, line, steps, hint=_HINT, rests_on=(result.source,))


def _of_source(dataset: Dataset, result: Result) -> Iterator[Fault]:
    """Give what a source says of itself and its text does not: its title, the headings of its places."""
    source = dataset.find(Source, result.record)
    if source is None:
        return
    steps: tuple[Step, ...] = ("title",)
    if result.place:
        index = next(i for i, each in enumerate(source.places) if each.place == result.place)
        steps = ("places", index, "label")
    yield Fault(_said(result), source, steps=steps, hint="write it as the text has it")


_HINT = "correct the value or its source; or say in a note on the line how it is printed"


def _said(result: Result) -> str:
    where = f"'{result.source}#{result.place}'" if result.place else f"'{result.source}'"
    because = f"; it is {result.reason}" if result.reason.startswith("printed") else ""
    if result.reason and not because:
        because = f": {result.reason}"
    return f"the {result.what} '{result.looked_for}' is not found in the text of {where}{because}"
