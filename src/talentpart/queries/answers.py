"""One answer, or an open question: what the lines on one thing come to, by the rules of RECORDS, never in silence."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Line, Status
from talentpart.model.records import Record, Source
from talentpart.queries.agree import agree, exactness
from talentpart.queries.paths import key, left_open, lines_of

L = TypeVar("L", bound=Line)
# A list, a key in it and a basis.
Thing = tuple[str, tuple[str, ...], str]
WEAK = frozenset({"press", "research", "correspondence"})


@dataclass(frozen=True, slots=True)
class Answer(Generic[L]):
    """What is known of one thing: `lines` are the values to show, the most exact first.

    `open`: the question is left open, every line is a value. `differs`: lines disagree, so a `*` is due. `settled`
    says how: alone, agreed, preferred, history, standing, open; `because` is the record's own reason where it has one.
    """

    lines: tuple[L, ...]
    open: bool
    differs: bool
    settled: str
    because: str = ""

    @property
    def best(self) -> L | None:
        """Give the line to show first, if any line is left."""
        return self.lines[0] if self.lines else None


def answer(dataset: Dataset, record: Record, name: str, lines: Iterable[L]) -> Answer[L]:
    """Settle lines that compete (one list, one key, one basis), or say that the question is open.

    Set-aside lines go; an open conflict shows all; a preferred line wins, with what agrees; else history gives way,
    then weak sources give way to firm ones; if the rest agree, the most exact is the answer.
    """
    said = [line for line in lines if line.rank != "set-aside"]
    differs = _differ(said)
    for conflict in record.conflicts:
        touched = {id(line) for pattern in conflict.field for line in left_open(record, pattern, name)}
        if any(id(line) in touched for line in said):
            return Answer(_ordered(said), open=True, differs=True, settled="open", because=conflict.because)
    preferred = [line for line in said if line.rank == "preferred"]
    if preferred:
        kept = preferred + [line for line in said if line not in preferred and all(agree(line, p) for p in preferred)]
        because = next((line.because for line in preferred if line.because), "")
        return Answer(_ordered(kept), open=_differ(preferred), differs=differs, settled="preferred", because=because)
    current = [line for line in said if not any(_gives_way(dataset, line, other) for other in said)]
    firm = [line for line in current if not is_weak(dataset, line.source)]
    rest = firm or current
    if _differ(rest):
        return Answer(_ordered(rest), open=True, differs=True, settled="open")
    settled = "agreed" if len(said) > 1 else "alone"
    if differs:
        settled = "history" if not _differ(current) else "standing"
    return Answer(_ordered(rest), open=False, differs=differs and settled == "standing", settled=settled)


def things(record: Record, *lists: str) -> dict[Thing, list[Line]]:
    """Give the lines of a record by thing: list, key and basis (`stated` where a line has none), in file order."""
    found: dict[Thing, list[Line]] = {}
    for name, line in lines_of(record):
        if not lists or name in lists:
            found.setdefault((name, key(line), line.basis or "stated"), []).append(line)
    return found


def happenings(record: Record) -> dict[Thing, list[Event]]:
    """Give the events of a record by thing; what is stated of one on days that are reported too stands with it."""
    groups = {thing: [line for line in lines if isinstance(line, Event)]
              for thing, lines in things(record, "events").items()}  # fmt: skip
    joined = dict(groups)
    for thing, lines in groups.items():
        stated = (*thing[:2], "stated")
        if thing[2] == "actual" and stated in groups and set() < _days(groups[stated]) <= _days(lines):
            joined[thing] = [*lines, *joined.pop(stated)]
    return joined


def _days(lines: Iterable[Event]) -> set[str]:
    return {line.date.text for line in lines if line.date and line.rank != "set-aside"}


def is_weak(dataset: Dataset, references: Iterable[str]) -> bool:
    """Tell whether what stands on these sources rests on press, research, correspondence or unofficial copies alone."""
    sources = [source for source in map(dataset.source, references) if source is not None]
    return bool(sources) and all(source.authority in WEAK or source.via is not None for source in sources)


def _ordered(lines: list[L]) -> tuple[L, ...]:
    return tuple(sorted(lines, key=lambda line: (line.rank != "preferred", *exactness(line), line.source)))


def _differ(lines: list[L]) -> bool:
    return any(not agree(one, other) for i, one in enumerate(lines) for other in lines[i + 1 :])


def _gives_way(dataset: Dataset, line: Line, other: Line) -> bool:
    """Tell whether a line is history beside another: an earlier state, an older version of a page, an older status."""
    if line is other:
        return False
    if line.as_of and other.as_of and line.as_of.latest < other.as_of.earliest:
        return True
    mine = [source for source in map(dataset.source, line.source) if source is not None]
    theirs = [source for source in map(dataset.source, other.source) if source is not None]
    newer = {source.id for source in theirs}
    if mine and all(source.replaced_by in newer for source in mine):
        return True
    if isinstance(line, Status) and mine and theirs:
        return max(_latest(source) for source in mine) < min(_earliest(source) for source in theirs)
    return False


def _latest(source: Source) -> str:
    """Give the latest day a source can be from; one that could be from any day is older than nothing."""
    day = source.published or source.not_after
    return day.latest if day else "9999"


def _earliest(source: Source) -> str:
    """Give the earliest day a source can be from; one that could be from any day is newer than nothing."""
    day = source.published or source.not_before
    return day.earliest if day else ""
