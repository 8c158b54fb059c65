"""What lines say, in words: equal values once, with all their sources; what limits a value stands behind it."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Corridor, Event, Figure, Line, Money, Text
from talentpart.model.records import Record
from talentpart.page import Cited, Footnote, Part
from talentpart.queries.answers import Answer, answer
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.words import MEASURED, hedged, listed, lower, numeral, places
from talentpart.values import Day

L = TypeVar("L", bound=Line)
Words = Callable[[L], str]
_CURRENT = "current"
_BASIS = {"planned": "planned", "actual": "reported"}
_SCOPES = {"wider": "more than this alone", "unclear": "of what is not clear"}


def shown(dataset: Dataset, record: Record, name: str, lines: Sequence[L], words: Words[L]) -> list[Part]:
    """Give the answer of some lines of one thing and basis, or each value where the question is open.

    Lines that print the same words lend it their sources; `*` where sources differ.
    """
    found = answer(dataset, record, name, lines)
    parts: list[Part] = []
    for text, same in equal(kept(found), lines, words).items():
        parts += [" or "] if parts else []
        starred = found.differs and not parts
        parts.append(Cited(_value(same[0]), of_lines(dataset, same), text=text, starred=starred, name=name))
    return parts


def beside(dataset: Dataset, name: str, lines: Sequence[L], words: Words[L]) -> list[Part]:
    """Give every value of some lines of one thing, side by side: published totals, which differ by day and reach."""
    parts: list[Part] = []
    for text, same in equal(lines, lines, words).items():
        parts += [" beside "] if parts else []
        parts.append(Cited(_value(same[0]), of_lines(dataset, same), text=text, name=name))
    return parts


def kept(found: Answer[L]) -> tuple[L, ...]:
    """Give the lines of an answer that are to be shown: all where it is open, else the first."""
    return found.lines if found.open else found.lines[:1]


def equal(values: Iterable[L], lines: Iterable[L], words: Words[L]) -> dict[str, list[L]]:
    """Give each text of some values with all lines, set-aside ones left out, that print the same."""
    texts: dict[str, list[L]] = {words(each): [] for each in values}
    for line in lines:
        if line.rank != "set-aside" and words(line) in texts:
            texts[words(line)].append(line)
    return texts


def run(items: Sequence[tuple[str, tuple[Footnote, ...]]], last: str = " and ", between: str = ", ") -> list[Part]:
    """Join texts as a sentence does; neighbours on the same sources share their footnote."""
    parts: list[Part] = []
    for index, (text, notes) in enumerate(items):
        if index:
            parts.append(last if index == len(items) - 1 else between)
        same = index + 1 < len(items) and items[index + 1][1] == notes
        parts += [text] if same else cited(text, notes)
    return parts


def limits(dataset: Dataset, line: Line) -> list[str]:
    """Give what limits or weakens a line, its basis and bound aside: hedge, countries, part, reach, day."""
    return [*hedges(dataset, line), *reach(dataset, line), *([f"as of {line.as_of}"] if line.as_of else [])]


def hedges(dataset: Dataset, line: Line) -> list[str]:
    """Give the hedge of a line's source, if it has one."""
    return [lower(dataset.label("certainties", line.certainty))] if line.certainty else []


def reach(dataset: Dataset, line: Line) -> list[str]:
    """Give what a line is limited to, which makes it a thing of its own: countries, part, scope, period."""
    found = []
    if not isinstance(line, Corridor):
        # A figure limited to a country counts people from it; an event is in it; what is named or done is for it.
        word = "from" if isinstance(line, Figure) else "in" if isinstance(line, Event) else "for"
        found += [f"{word} {listed(places(dataset, line.origin))}"] if line.origin else []
        found += [f"for {listed(places(dataset, line.destination))}"] if line.destination else []
    found += [part_words(dataset, line.part)] if line.part else []
    found += [_SCOPES[line.scope]] if line.scope else []
    period = getattr(line, "period", None)
    found += [period_words(period)] if period else []
    found += [prices_words(line.prices)] if isinstance(line, Money) and line.prices else []
    return found


def period_words(period: str) -> str:
    """Give a period as people write it: `2021 to 2027`, `January 2020 to December 2024`."""
    try:
        return str(Day.parse(period))
    except ValueError:  # Its text is free, so that it may be no day.
        return period.replace("/", " to ")


def prices_words(prices: str) -> str:
    """Say in the prices of which year an amount is counted: `in prices of 2018`, `in current prices`."""
    return "in current prices" if prices == _CURRENT else f"in prices of {prices}"


def part_words(dataset: Dataset, part: str) -> str:
    """Give the part that a line speaks of in words; a record, a sector or a place in it goes by its name.

    A letter alone numbers a strand or a lot, and is a capital.
    """
    if part in dataset.codes("sectors"):
        return lower(dataset.label("sectors", part))
    words = part.split("-")
    found: list[str] = []
    while words:
        # The longest run of pieces that names something: `north-africa-contracted` is North Africa, contracted.
        size = next((n for n in range(len(words), 0, -1) if _name(dataset, "-".join(words[:n]))), 1)
        piece, words = "-".join(words[:size]), words[size:]
        found.append(_name(dataset, piece) or (piece.upper() if len(piece) == 1 else piece))
    return " ".join(found)


def _name(dataset: Dataset, code: str) -> str:
    """Give the name of a place or a record, nothing for any other word."""
    if code in dataset.codes("places"):
        return dataset.label("places", code)
    return short_name(dataset, code) if dataset.get(code) else ""


def bracketed(words: Iterable[str]) -> str:
    """Give words in brackets behind what they limit, nothing where there are none."""
    kept_words = [each for each in words if each]
    return f" ({', '.join(kept_words)})" if kept_words else ""


def basis_word(line: Line) -> str:
    """Say whether a line is a plan or a report; nothing where its source does not."""
    return _BASIS.get(line.basis or "", "")


def amount(line: Money) -> str:
    """Give an amount with its bound, or the share that a payer bears."""
    if line.amount is not None:
        return hedged(line, str(line.amount))
    return hedged(line, f"{line.percent:g} %") if line.percent is not None else ""


def count(dataset: Dataset, line: Figure, *, units: bool = True) -> str:
    """Give a figure without its measure: `about 500`, `12 to 24 months`, `50 %`; people go without saying.

    Without `units` what is counted goes without saying too, and what measures stays.
    """
    if line.amount is not None:
        return hedged(line, str(line.amount))
    if line.percent is not None:
        return hedged(line, f"{line.percent:,g} %")
    low, high = line.min, line.max
    if line.value is not None:
        number = numeral(line.value)
    elif low is not None and high is not None:
        number = f"{numeral(low)} to {numeral(high)}"
    else:
        number = f"at least {numeral(low)}" if low is not None else f"up to {numeral(high)}" if high is not None else ""
    item = dataset.codes("measures").get(line.measure)
    unit = item.unit if item and item.unit not in {None, "people", line.measure} else ""
    unit = MEASURED.get(unit or "", unit if units else "")
    return f"{hedged(line, number)}{f' {unit}' if unit else ''}" if number else "not stated"


def sentence_of(dataset: Dataset, line: Text) -> list[Part]:
    """Give a text as a sentence with its footnotes before the full stop, and what it is limited to."""
    known = line.stage or ""  # A part called like its stage needs no second mention.
    words = [basis_word(line), *(each for each in limits(dataset, line) if each != known)]
    return [*cited(f"{line.text.rstrip('.')}{bracketed(words)}", of_lines(dataset, [line])), "."]


def _value(line: Line) -> str | int | float | None:
    if isinstance(line, Figure) and line.amount is None:
        return line.value if line.percent is None else None
    return None
