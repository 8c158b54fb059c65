"""DIFFER: where sources differ on one record, what each says, what is shown, and why."""

from collections.abc import Mapping, Sequence
from functools import partial

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Line, Money, Sector, Status
from talentpart.model.records import Instrument, Told
from talentpart.page import Datum, Part, Section, Sentence
from talentpart.queries.answers import Answer, answer, things
from talentpart.queries.paths import contested, key
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import amount, basis_word, bracketed, count, equal, hedges, kept, reach, run
from talentpart.reports.parts.words import capital, dated, event_name, lower
from talentpart.tables import as_data

_COMPETING = ("status", "events", "figures", "money")
# How a difference is settled when the record itself gives no reason.
_SETTLED = {
    "history": "the later state",
    "standing": "official and implementing bodies stand before press, research and copies",
    "agreed": "the most exact, and the others agree",
    "alone": "nothing else is left",
    "preferred": "the record prefers it",
}


def build(dataset: Dataset, record: Told, *, agreeing: bool = True) -> Section | None:
    """Give the open conflicts, each with its reason, then every other thing that is not said in one way.

    What is said less exactly and agrees with what is shown can be left out.
    """
    sentences: list[Sentence] = []
    covered: set[int] = set()
    for conflict in record.conflicts:
        found = {id(line): (name, line) for path in conflict.field for name, line in contested(record, path)}
        covered.update(found)
        sentences.append(_left_open(dataset, conflict.because, list(found.values())))
    for (name, _, _), lines in things(record, *_COMPETING).items():
        if not any(id(line) in covered for line in lines):
            told = agreeing or answer(dataset, record, name, lines).settled != "agreed"
            if told or any(line.rank == "set-aside" for line in lines):
                sentences += _settled(dataset, record, name, lines)
    return Section("differ", "DIFFER", tuple(sentences), rows=_rows(dataset, record)) if sentences else None


def _left_open(dataset: Dataset, because: str, found: Sequence[tuple[str, Line]]) -> Sentence:
    """Give what a conflict leaves open, each thing by its name with its values, and why."""
    groups: dict[str, list[Line]] = {}
    for name, line in found:
        if line.rank != "set-aside":
            groups.setdefault(_thing(dataset, name, line), []).append(line)
    parts: list[Part] = []
    count_of = 0
    for thing, lines in groups.items():
        values = equal(lines, lines, partial(_said, dataset))
        count_of += len(values)
        parts += ["; " if parts else "", f"{lower(thing) if parts else thing}: ", *_values(dataset, values, " or ")]
    for _, line in found:
        parts += _set_aside(dataset, line)
    parts += [". " if parts else "", "Shown: all. " if count_of > 1 else "", capital(because), "."]
    return Sentence("conflict", tuple(each for each in parts if each))


def _settled(dataset: Dataset, record: Told, name: str, lines: Sequence[Line]) -> list[Sentence]:
    """Give a sentence on a thing that is not said in one way; a payer may stand without an amount.

    What is published of an instrument stands side by side where it is shown, and is told here only with a reason.
    """
    lines = [line for line in lines if not isinstance(line, Money) or amount(line)]
    if not lines:
        return []
    found = answer(dataset, record, name, lines)
    words = partial(_said, dataset)
    showing = equal(kept(found), lines, words)
    rest = equal([line for line in lines if line.rank != "set-aside" and words(line) not in showing], lines, words)
    aside = any(line.rank == "set-aside" for line in lines)
    together = isinstance(record, Instrument) and (name == "figures" or (name == "money" and _whose(lines) is None))
    if not aside and (not (found.because if together else rest or found.open) or not (rest or found.open)):
        return []
    parts: list[Part] = [f"{_thing(dataset, name, lines[0])}: "]
    parts += _values(dataset, showing, " or ") or ["nothing else is said"]
    if rest:
        parts += ["; also ", *_values(dataset, rest, " and ", remarks=not together)]
    for line in lines:
        parts += _set_aside(dataset, line)
    if together and rest:
        parts.append(f". Shown: all{f', the first before the others: {found.because}' if found.because else ''}")
    elif rest or found.open:
        parts.append(f". Shown: {_why(found)}")
    return [Sentence(name, (*parts, "."))]


def _whose(lines: Sequence[Line]) -> str | None:
    """Give who pays, by the first of some lines of one thing; nothing where it is the whole, or no money."""
    return lines[0].payer if isinstance(lines[0], Money) else None


def _values(dataset: Dataset, values: Mapping[str, Sequence[Line]], last: str, *, remarks: bool = False) -> list[Part]:
    """Give values with their sources, and with the remarks on them where these stand nowhere else."""
    items = []
    for text, same in values.items():
        notes = dict.fromkeys(line.note or "" for line in same if remarks and not isinstance(line, Figure))
        items.append((f"{text}{bracketed(notes)}", of_lines(dataset, same)))
    return run(items, last)


def _set_aside(dataset: Dataset, line: Line) -> list[Part]:
    """Give what is kept and not believed, with the reason."""
    if line.rank != "set-aside":
        return []
    parts: list[Part] = ["; set aside ", *cited(_said(dataset, line), of_lines(dataset, [line]))]
    return [*parts, f", {line.because}"] if line.because else parts


def _why(found: Answer[Line]) -> str:
    if found.open:
        return "all, since no source settles it"
    first = "the first"
    return f"{first}, {found.because or _SETTLED.get(found.settled, found.settled)}"


def _thing(dataset: Dataset, name: str, line: Line) -> str:
    """Name a thing in words: `End, reported`, `Total`, `Trained (women), planned`."""
    words = name
    match line:
        case Event():
            words = event_name(dataset, line)
        case Figure():
            words = dataset.label("measures", line.measure)
        case Money():
            words = f"money of {short_name(dataset, line.payer)}" if line.payer else "total"
        case _:
            words = "status" if isinstance(line, Status) else name
    basis = basis_word(line)
    return f"{capital(words)}{bracketed(reach(dataset, line))}{f', {basis}' if basis else ''}"


def _said(dataset: Dataset, line: Line) -> str:
    """Give what a line says of its thing, with its hedge and the day for which it holds."""
    words = " ".join(key(line))
    match line:
        case Event():
            words = dated(line, str(line.date)) if line.date else "day not stated"
        case Figure():
            words = count(dataset, line)
        case Money():
            words = amount(line) or "amount not stated"
        case Status():
            words = lower(dataset.label("statuses", line.value))
        case Sector():
            words = line.as_stated or lower(dataset.label("sectors", line.sector))
    day = [f"as of {line.as_of}"] if line.as_of else []
    return f"{words}{bracketed([*hedges(dataset, line), *day])}"


def _rows(dataset: Dataset, record: Told) -> tuple[Datum, ...]:
    said = as_data(dataset, record).get("conflicts")
    return tuple(each for each in said if isinstance(each, dict)) if isinstance(said, list) else ()
