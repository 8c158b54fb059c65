"""DIFFER: where sources differ on one record, what each says, what is shown, and why."""

from collections.abc import Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Line, Money, Status
from talentpart.model.records import Told
from talentpart.page import Datum, Part, Section, Sentence
from talentpart.queries.answers import Answer, answer, things
from talentpart.queries.paths import key, match
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import amount, basis_word, bracketed, count, equal, kept, limits, run
from talentpart.reports.parts.words import capital, dated, event_name, figure, lower
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
        lines = [line for pattern in conflict.field for _, line in match(record, pattern)]
        covered.update(map(id, lines))
        said = [(_said(dataset, line), of_lines(dataset, [line])) for line in lines]
        parts: list[Part] = [*run(said, ", "), ". " if said else "", "Shown: all. " if said else ""]
        sentences.append(Sentence("conflict", (*(each for each in parts if each), capital(conflict.because), ".")))
    for (name, _, _), lines in things(record, *_COMPETING).items():
        if not any(id(line) in covered for line in lines):
            found = answer(dataset, record, name, lines)
            told = agreeing or found.settled != "agreed" or any(line.rank == "set-aside" for line in lines)
            sentences += _settled(dataset, record, name, lines) if told else []
    return Section("differ", "DIFFER", tuple(sentences), rows=_rows(dataset, record)) if sentences else None


def _settled(dataset: Dataset, record: Told, name: str, lines: Sequence[Line]) -> list[Sentence]:
    """Give a sentence on a thing of which lines are left out of what is shown."""
    found = answer(dataset, record, name, lines)
    showing = equal(kept(found), lines, lambda line: _said(dataset, line))
    rest = equal(
        [line for line in lines if line.rank != "set-aside" and _said(dataset, line) not in showing],
        lines, lambda line: _said(dataset, line),
    )  # fmt: skip
    aside = [line for line in lines if line.rank == "set-aside"]
    if not rest and not aside and not found.open:
        return []
    parts: list[Part] = [f"{_thing(dataset, name, lines[0])}: "]
    parts += run([(text, of_lines(dataset, same)) for text, same in showing.items()], " or ")
    if rest:
        parts += ["; also ", *run([(text, of_lines(dataset, same)) for text, same in rest.items()])]
    for line in aside:
        parts += ["; set aside ", *cited(_said(dataset, line), of_lines(dataset, [line]))]
        parts += [f", {line.because}"] if line.because else []
    if rest or found.open:
        parts.append(f". Shown: {_why(found)}")
    return [Sentence(name, (*parts, "."))]


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
    limit = bracketed(each for each in limits(dataset, line) if not each.startswith("as of"))
    basis = basis_word(line)
    return f"{capital(words)}{limit}{f', {basis}' if basis else ''}"


def _said(dataset: Dataset, line: Line) -> str:
    match line:
        case Event():
            return dated(line, str(line.date)) if line.date else "day not stated"
        case Figure():
            of = "" if line.percent is None else f" {dataset.label('measures', line.measure)}"
            return f"{count(dataset, line)}{of}" if of else figure(dataset, line)
        case Money():
            return amount(line) or "amount not stated"
        case Status():
            return lower(dataset.label("statuses", line.value)) + (f" as of {line.as_of}" if line.as_of else "")
        case _:
            return " ".join(key(line))


def _rows(dataset: Dataset, record: Told) -> tuple[Datum, ...]:
    said = as_data(dataset, record).get("conflicts")
    return tuple(each for each in said if isinstance(each, dict)) if isinstance(said, list) else ()
