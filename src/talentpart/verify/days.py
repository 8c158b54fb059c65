"""The forms in which people print days, months, quarters, half-years, years and stretches of them, in English."""

from talentpart.values import MONTHS, Day

_HALVES = (("first", "1st"), ("second", "2nd"))
_QUARTERS = (("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"))
_SHORT = 3
_SEPTEMBER = 9
_LONGEST = 31
_DASHES = ("-", "\u2013", " - ", " \u2013 ")


def day_forms(day: Day) -> list[str]:
    """Give every form of a day, the commonest first; each keeps to the day's own precision."""
    year = day.text[:4]
    match day.precision:
        case "year":
            return [year]
        case "half":
            return _of_year(_HALVES[int(day.text[-1]) - 1], ("half", "semester"), day.text[-2:], year)
        case "quarter":
            return _of_year(_QUARTERS[int(day.text[-1]) - 1], ("quarter",), day.text[-2:], year)
        case "month":
            return _months(int(day.text[5:7]), year)
        case "day":
            return _days(int(day.text[8:]), int(day.text[5:7]), year)
        case _:
            first, _, last = day.text.partition("/")
            return _stretch(Day.parse(first), Day.parse(last))


def ending(number: int) -> str:
    """Give what makes an ordinal of a number in digits: `st`, `nd`, `rd`, `th`."""
    teens = 10 <= number % 100 < 20  # noqa: PLR2004 - the teens take th
    return "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _names(month: int) -> list[str]:
    """Give a month's name in full and cut short; September has two."""
    name = MONTHS[month - 1]
    short = [] if len(name) == _SHORT else [name[:_SHORT], f"{name[:_SHORT]}."]
    return [name, *short, *(["Sept", "Sept."] if month == _SEPTEMBER else [])]


def _of_year(ordinals: tuple[str, str], names: tuple[str, ...], code: str, year: str) -> list[str]:
    found = [f"{word} {name}{of}{year}" for name in names for word in ordinals for of in (" of ", " ", " of the year ")]
    return [*found, f"{code} {year}", f"{code}/{year}", f"{code} of {year}", f"{year} {code}", f"{year}-{code}"]


def _months(month: int, year: str) -> list[str]:
    named = [f"{name}{gap}{year}" for name in _names(month) for gap in (" ", ", ", " of ")]
    two = f"{month:02}"
    numbers = [f"{two}/{year}", f"{two}.{year}", f"{month}/{year}", f"{year}-{two}", f"{year}/{two}"]
    # A day of the month, written so that month and year do not stand together as a word.
    within = []
    for day in range(1, _LONGEST + 1):
        within += [f"{day:02}.{two}.{year}", f"{year}-{two}-{day:02}", f"{MONTHS[month - 1]} {day}, {year}"]
    return [*named, *numbers, *within]


def _days(day: int, month: int, year: str) -> list[str]:
    found = []
    for name in _names(month):
        for number in _numbers(day):
            found += [f"{number} {name} {year}", f"{number} {name}, {year}", f"{number} of {name} {year}"]
            found += [f"{name} {number}, {year}", f"{name} {number} {year}"]
    two = f"{day:02}", f"{month:02}"
    found += [f"{two[0]}{sign}{two[1]}{sign}{year}" for sign in "./-"]
    return [*found, f"{day}.{month}.{year}", f"{day}/{month}/{year}", f"{year}-{two[1]}-{two[0]}"]


def _numbers(day: int) -> list[str]:
    return list(dict.fromkeys((str(day), f"{day:02}", f"{day}{ending(day)}")))


def _stretch(first: Day, last: Day) -> list[str]:
    """Give the forms of a stretch: its two ends joined, the first without what both have in common."""
    ends = [(one, other) for one in day_forms(first)[:3] for other in day_forms(last)[:3]]
    if first.precision == last.precision == "year":
        ends.append((first.text, last.text[2:]))
    if first.text[:4] == last.text[:4] and first.precision == last.precision == "month":
        ends += [(name, f"{other} {last.text[:4]}") for name in _names(_month(first)) for other in _names(_month(last))]
    if first.text[:4] == last.text[:4] and first.precision == last.precision == "day":
        ends += _days_of_a_year(first, last)
    joins = [*_DASHES, " to ", " and ", " until ", "/"]
    return [f"{one}{join}{other}" for one, other in ends for join in joins]


def _days_of_a_year(first: Day, last: Day) -> list[tuple[str, str]]:
    year, start, end = last.text[:4], str(int(first.text[8:])), str(int(last.text[8:]))
    found = []
    for name in _names(_month(last)):
        if _month(first) == _month(last):
            found += [(start, f"{end} {name} {year}"), (f"{name} {start}", f"{end}, {year}")]
        else:
            found += [(f"{start} {each}", f"{end} {name} {year}") for each in _names(_month(first))]
    return found


def _month(day: Day) -> int:
    return int(day.text[5:7])
