"""The words of a briefing: counts, lists, hedges, and what is said where nothing is known."""

from collections.abc import Iterable, Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Line
from talentpart.model.records import Record
from talentpart.values import Day

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_ORDINALS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
# No article or preposition before a name has more letters.
_ARTICLE = 4
# The three bases of a claim, in the order of their columns, and the words for them.
BASES = (("planned", "planned"), ("stated", "stated"), ("actual", "reported"))
# Units that measure a thing and do not count it, with their signs.
MEASURED = {"months": "months", "percent": "%"}
_TENTH_OF_A_MILLION = 100_000
# What a reason under `missing` is called; a source must have been read whole before anything is "not stated".
SILENCE = {
    "not-stated": "not stated",
    "not-seen": "none found",
    "not-found": "none found",
    "not-published": "not published",
    "not-applicable": "not applicable",
    "not-yet": "not yet",
}


def number(count: int) -> str:
    """Give a count in a word up to twelve, else in digits with thousands set apart."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def numeral(value: float) -> str:
    """Give a number in digits with thousands set apart, and in millions where that loses nothing: `265 million`."""
    tenths = value / _TENTH_OF_A_MILLION
    if value >= _TENTH_OF_A_MILLION * 10 and tenths == int(tenths):
        return f"{tenths / 10:,.12g} million"
    return f"{value:,}"


def ordinal(count: int) -> str:
    """Give an ordinal in a word up to ten, else in digits."""
    return _ORDINALS[count] if 0 < count < len(_ORDINALS) else f"{count}th"


def counted(count: int, one: str, many: str = "") -> str:
    """Give a count with its noun."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """Join items as a sentence does: `A, B and C`."""
    return ", ".join(items[:-1]) + (" and " if len(items) > 1 else "") + items[-1] if items else ""


def either(items: Sequence[str]) -> str:
    """Join items of which any is meant: `A, B or C`."""
    return ", ".join(items[:-1]) + (" or " if len(items) > 1 else "") + items[-1] if items else ""


def capital(text: str) -> str:
    """Give a text with its first letter in upper case, the rest as it stands."""
    return text[:1].upper() + text[1:]


def silence(record: Record, *paths: str, default: str = "none found") -> str:
    """Say why a field is empty: by the record's own `missing`, else that nothing was found."""
    for each in record.missing:
        if any(field == path or path.startswith(field + ".") for field in each.field for path in paths):
            return SILENCE[each.why]
    return default


def why_silent(record: Record, *paths: str) -> tuple[str, tuple[str, ...]]:
    """Give the note and the sources of the first `missing` entry on one of these fields."""
    for each in record.missing:
        if any(field == path or path.startswith(field + ".") for field in each.field for path in paths):
            return each.note or "", each.source or record.source
    return "", ()


def hedged(line: Line, text: str) -> str:
    """Put a line's bound and hedge into words before a number or day: `about 500`, `nearly 30`, `by 2022`."""
    words = {"about": "about ", "nearly": "nearly ", "at-most": "up to ", "by": "by "}
    return f"{words.get(line.bound or '', '')}{text}{'+' if line.bound == 'at-least' else ''}"


def dated(line: Event, text: str) -> str:
    """Put an event's bound into words before its day: `about 2019`, `by the end of 2022`."""
    if line.bound == "by" and line.date is not None and line.date.precision == "year":
        return f"by the end of {text}"
    return hedged(line, text)


def figure(dataset: Dataset, line: Figure) -> str:
    """Give a figure with its bound and its measure: `250 trainees`, `400+ trained`, `about 50 % for preparation`.

    What is not reported as happened is called by its purpose, so that a plan never reads like a result.
    """
    if line.amount is not None:
        return hedged(line, str(line.amount))
    if line.percent is not None:
        count = f"{line.percent:,g} %"
    elif line.value is not None:
        count = numeral(line.value)
    else:
        low, high = line.min, line.max
        count = f"{numeral(low)} to {numeral(high)}" if low is not None and high is not None else "not stated"
    item = dataset.codes("measures").get(line.measure)
    label = dataset.label("measures", line.measure)
    if item is not None and item.unit in MEASURED and line.percent is None:
        return f"{label} of {hedged(line, count)} {MEASURED[item.unit]}"
    purpose = item.purpose if item is not None and line.basis != "actual" else None
    return f"{hedged(line, count)} {purpose or label}"


def event_name(dataset: Dataset, event: Event) -> str:
    """Name an event by its type, with its ordinal where it recurs: `first roundtable`, `technical workshop`."""
    label = dataset.label("event-types", event.type)
    label = label[:1].lower() + label[1:]
    return f"{ordinal(event.number)} {label}" if event.number else label


def lower(text: str) -> str:
    """Give a label as it stands inside a sentence: its first letter small unless an abbreviation or name follows.

    A second word in upper case makes the first a part of a name too (`Member State with a scheme`), unless that is as
    short as an article.
    """
    first, _, rest = text.partition(" ")
    is_name = rest[:1].isupper() and len(first) > _ARTICLE
    return text if text[1:2].isupper() or is_name else text[:1].lower() + text[1:]


def places(dataset: Dataset, codes: Iterable[str]) -> list[str]:
    """Give the names of countries and places, in alphabetical order."""
    return sorted({dataset.label("places", code) for code in codes})


def passed(day: Day, now: Day) -> bool:
    """Tell whether a day lies wholly before another."""
    return day.latest < now.earliest


def is_moment(day: Day) -> bool:
    """Tell whether a day is when something happened: not a stretch from one year to another, for which it lasted."""
    return day.precision != "stretch" or day.earliest[:4] == day.latest[:4]
