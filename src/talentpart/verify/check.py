"""Each claim of a dataset held against the text of its source: found, not found, or not to be checked, and why."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Record, Source
from talentpart.queries.paths import lines_of, path
from talentpart.verify.find import found, spot
from talentpart.verify.look import Look
from talentpart.verify.looks import looks
from talentpart.verify.result import Result
from talentpart.verify.stretch import Stretch, headings, stretch

OTHER_NAME = "under a name that the records have from another source"
ELSEWHERE = "printed elsewhere in the text"
NO_SOURCE = "the line names no source"
TORN = "only its first words stand together"
NO_HEADING = "the label is no heading of the text"


def check(dataset: Dataset, texts: Mapping[str, str], paths: Sequence[Path] = ()) -> list[Result]:
    """Give a result for each value that each source of each line is said to print, in the order of the records.

    `texts` are by source id; `paths` limit which records are looked at, none for all. Raises UsageError for a path that
    holds no record.
    """
    reader = _Reader(dataset, texts)
    results: list[Result] = []
    for record in chosen_records(dataset, paths):
        for name, line in lines_of(record):
            for reference in line.source or ("",):
                results += reader.line(record, name, line, reference)
        if isinstance(record, Source) and record.id in texts:
            results += _itself(record, texts[record.id])
    return results


def chosen_records(dataset: Dataset, paths: Collection[Path]) -> list[Record]:
    """Give the records whose files stand at or under the paths. Raises UsageError for a path that holds none."""
    files = {os.path.abspath(entry.document.path): entry.record for entry in dataset.entries.values()}  # noqa: PTH100
    if not paths:
        return list(files.values())
    held: set[str] = set()
    for given in paths:
        top = os.path.abspath(given)  # noqa: PTH100 - as written, links not followed
        under = {file for file in files if file == top or file.startswith(top.rstrip(os.sep) + os.sep)}
        if not under:
            lacks = "holds no records of the dataset" if os.path.lexists(given) else "does not exist"
            message = f"'{given}' {lacks}; give a file or folder of {dataset.where}"
            raise UsageError(message)
        held |= under
    return [record for file, record in files.items() if file in held]


class _Reader:
    """Holds lines against texts, and keeps which stretch of a text each reference names."""

    def __init__(self, dataset: Dataset, texts: Mapping[str, str]) -> None:
        self.dataset = dataset
        self.texts = texts
        self.stretches: dict[str, Stretch] = {}

    def line(self, record: Record, name: str, line: Line, reference: str) -> Iterator[Result]:
        """Give a result for each value of a line in the text of one of its sources."""
        source_id, _, place = reference.partition("#")
        steps = path(record, name, line)
        more = (line.as_of.text if line.as_of else "", line.as_stated or "")
        claim = f"{steps}@{reference}" + "".join(f"~{each}" for each in more if each)
        source, text = self.dataset.source(reference), self.texts.get(source_id)
        for look in looks(self.dataset, record, name, line, reference):
            result = Result(claim, record.id, steps, look.what, look.sought, source_id, place, "unchecked")
            if look.why:
                yield replace(result, reason=look.why)
            elif source is None or text is None:
                yield replace(result, reason=f"there is no text of {source_id}" if source_id else NO_SOURCE)
            else:
                if reference not in self.stretches:
                    self.stretches[reference] = stretch(text, source, place)
                yield _held(result, look, text, self.stretches[reference], line.note or "")


def _held(result: Result, look: Look, text: str, part: Stretch, note: str) -> Result:
    """Look for one thing in a stretch of a text."""
    for forms, doubt in ((look.forms, part.doubt), (look.others, OTHER_NAME)):
        if hits := found(text, forms, case=look.case, start=part.start, end=part.end):
            return _at(replace(result, result="found", occurrences=len(hits), reason=doubt), text, hits[0][0])
    if look.unprinted:
        return replace(result, reason=look.unprinted)
    reason = look.fault or part.doubt
    if elsewhere := found(text, look.forms, case=look.case):
        result = _at(result, text, elsewhere[0][0])
        reason = ELSEWHERE
    if note:
        return replace(result, result="explained", reason="; ".join(each for each in (note, reason) if each))
    return replace(result, result="not-found", reason=reason)


def _at(result: Result, text: str, offset: int) -> Result:
    """Say where in a text a value stands; a text of one line has offsets only."""
    if "\n" not in text.strip():
        return replace(result, offset=offset)
    line, column = spot(text, offset)
    return replace(result, line=line, column=column, offset=offset)


def _itself(source: Source, text: str) -> Iterator[Result]:
    """Hold what a source record says of the document itself against it: its title and the headings of its places."""
    steps = f"{source.id}.title"
    result = Result(steps, source.id, steps, "title", source.title, source.id, "", "not-found")
    hits = found(text, (source.title,))
    # A title and its subtitle stand on lines of their own, without the colon that joins them in a record.
    parts = [found(text, (each,)) for each in source.title.split(": ")]
    if not hits and all(parts):
        hits = parts[0]
    if hits:
        result = _at(replace(result, result="found", occurrences=len(hits)), text, hits[0][0])
    yield result
    heads = headings(text, source)
    for place in source.places:
        steps = f"{source.id}.places.{place.place}"
        result = Result(steps, source.id, steps, "heading", place.label, source.id, place.place, "not-found")
        head = heads.get(place.place)
        if head is None:
            yield replace(result, reason=NO_HEADING)
        else:
            result = replace(result, result="found", occurrences=1, reason=TORN if head.torn else "")
            yield _at(result, text, head.start)
