"""NAMES and STATE: what sources call a record, what it is, how far it is, and its days, planned beside reported."""

from collections.abc import Iterable, Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Line, Status, Word
from talentpart.model.records import Project, Told
from talentpart.page import Footnote, Part, Section, Sentence
from talentpart.queries.answers import answer, happenings, things
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import basis_word, bracketed, kept, limits, run, shown
from talentpart.reports.parts.words import BASES, capital, dated, event_name, lower, silence

# What every project should say: its first and its last day.
_EXPECTED = ("start", "end")
_WORDS = (("mobility", "Mobility"), ("target_groups", "For"), ("skill_levels", "Skill levels"))


def names(dataset: Dataset, record: Told) -> Section | None:
    """Give each name with its kind and its sources, then what others call the record by number."""
    title = short_name(dataset, record.id)
    told = [line for line in record.names if line.kind != "description"]
    sentences = []
    for line in sorted(told, key=lambda each: each.text != title):
        kind = "" if line.kind == "official" else lower(dataset.label("name-kinds", line.kind))
        text = f"{line.text}{bracketed([kind])}"
        # A remark on the one official name is on how it is printed; on any other it says how the names differ.
        only = line.kind == "official" and sum(each.kind == "official" for each in told) == 1
        note = f": {line.note}" if line.note and not only else ""
        sentences.append(Sentence("name", (*run([(f"{text}{note}", of_lines(dataset, [line]))]), ".")))
    if title not in {line.text for line in told}:
        lead = "" if told else "No name found; "
        sentences.append(Sentence("name", (f'{lead}"{title}" is our description.',), run_in=bool(told)))
    numbers = [
        (f"{capital(dataset.label('identifier-schemes', line.scheme))} {line.id}", of_lines(dataset, [line]))
        for line in record.identifiers
    ]
    if numbers:
        sentences.append(Sentence("identifiers", (*run(numbers), ".")))
    return Section("names", "NAMES", tuple(sentences))


def state(dataset: Dataset, record: Told) -> Section:
    """Say what a record is, its status, and each of its events: planned, stated and reported in one sentence."""
    kinds = f"{record.record_kind}-kinds"
    sentences = [Sentence("kind", (*_kind(dataset, kinds, record.kind), *status(dataset, record), "."))]
    sentences += events(dataset, record)
    for field, label in _WORDS:
        words = [line for line in getattr(record, field, ()) if isinstance(line, Word)]
        if words:
            items = _words(dataset, field.replace("_", "-"), words)
            sentences.append(Sentence(field, (f"{label}: ", *run(items), "."), run_in=field != _WORDS[0][0]))
    return Section("state", "STATE", tuple(sentences))


def events(dataset: Dataset, record: Told) -> list[Sentence]:
    """Give a sentence for each event; a project's start and end are always named, with why nothing is known."""
    groups: dict[tuple[str, ...], dict[str, list[Event]]] = {}
    for (_, key, basis), lines in happenings(record).items():
        groups.setdefault(key, {})[basis] = lines
    expected = _EXPECTED if isinstance(record, Project) else ()
    for each in expected:
        groups.setdefault((each,), {})
    order = sorted(groups, key=lambda key: (key == ("end",), _first(groups[key].values())))
    sentences = []
    for key in order:
        found = [line for lines in groups[key].values() for line in lines if line.rank != "set-aside"]
        if not found:
            if key[0] in expected:
                path = f"events.{key[0]}"
                sentences.append(Sentence(key[0], (f"{capital(key[0])}: {silence(record, path)}.",), run_in=True))
            continue
        name = f"{capital(event_name(dataset, found[0]))}{bracketed(limits(dataset, found[0]))}"
        several = sum(bool(lines) for lines in groups[key].values()) > 1
        said = [_when(dataset, record, word, groups[key][basis], remarks=several) for basis, word in BASES
                if groups[key].get(basis)]  # fmt: skip
        parts = [part for index, each in enumerate(said) for part in (("; ", *each) if index else each)]
        more = _outcomes(dataset, record, found, remarks=not several)
        sentences.append(Sentence(key[0], (f"{name}: ", *parts, *more, "."), run_in=bool(sentences)))
    return sentences


def _kind(dataset: Dataset, codelist: str, lines: Sequence[Word]) -> list[Part]:
    if not lines:
        return ["Kind: not found"]
    items = _words(dataset, codelist, lines)
    return [*run([(capital(items[0][0]), items[0][1]), *items[1:]])]


def status(dataset: Dataset, record: Told) -> list[Part]:
    """Say behind a semicolon how far a record is, by whose word; of a project also that nothing is known of it."""
    if not record.status and not isinstance(record, Project):
        why = silence(record, "status", default="")
        return [f"; status {why.replace('none', 'not')}"] if why else []
    if not record.status:
        return [f"; status {silence(record, 'status', default='not found')}"]
    parts: list[Part] = []
    for lines in things(record, "status").values():
        told = [line for line in lines if isinstance(line, Status) and line.rank != "set-aside"]
        if told:
            words = shown(dataset, record, "status", told, lambda line: _state_words(dataset, line))
            parts += ["; status " if not parts else ", ", *words]
            # A remark on a status that has given way is told with it, under DIFFER.
            remarks = dict.fromkeys(line.note for line in kept(answer(dataset, record, "status", told)) if line.note)
            parts += [f", {each}" for each in remarks if each]
    return parts


def _state_words(dataset: Dataset, line: Status) -> str:
    printed = f'"{line.as_stated}"' if line.as_stated else ""
    return f"{lower(dataset.label('statuses', line.value))}{bracketed([printed, *limits(dataset, line)])}"


def _words(dataset: Dataset, codelist: str, lines: Sequence[Word]) -> list[tuple[str, tuple[Footnote, ...]]]:
    """Give each word once, by its label and with what limits it, on all the sources that say it.

    The printed words stand behind it, unless one of its sources has no other words than the label.
    """
    groups: dict[tuple[str, ...], list[Word]] = {}
    for line in lines:
        groups.setdefault((line.value, basis_word(line), *limits(dataset, line)), []).append(line)
    items = []
    for (value, *limit), same in groups.items():
        label = lower(dataset.label(codelist, value))
        others = [line.as_stated or "" for line in same if (line.as_stated or "").casefold() != label.casefold()]
        quoted = [f'"{each}"' for each in dict.fromkeys(others)] if all(others) and len(others) == len(same) else []
        items.append((f"{label}{bracketed([*quoted, *limit])}", of_lines(dataset, same)))
    return items


def _when(dataset: Dataset, record: Told, word: str, lines: list[Event], *, remarks: bool) -> list[Part]:
    """Give the day of an event on one basis, and the remarks on it, where it has days on others too."""
    told = [line for line in lines if line.rank != "set-aside"]
    if not told:
        return []
    with_day = [line for line in told if line.date]
    notes = bracketed(_remarks(dataset, record, told)) if remarks else ""
    if not with_day:
        return [f"{word}, ", *cited("day not stated", of_lines(dataset, told)), *([notes] if notes else [])]
    said = shown(dataset, record, "events", with_day, lambda line: dated(line, str(line.date)))
    return [f"{word} ", *said, *([notes] if notes else [])]


def _remarks(dataset: Dataset, record: Told, lines: list[Event]) -> list[str]:
    """Give the remarks on what is shown of an event; one on a day that has given way is told with it, under DIFFER."""
    with_day = [line for line in lines if line.date]
    values = kept(answer(dataset, record, "events", with_day)) if with_day else ()
    told = {str(line.date) for line in values}
    return list(dict.fromkeys(line.note for line in lines if line.note and (not line.date or str(line.date) in told)))


def _outcomes(dataset: Dataset, record: Told, lines: list[Event], *, remarks: bool) -> list[Part]:
    codes = dict.fromkeys(code for line in lines for code in line.outcomes)
    words = [lower(dataset.label("outcomes", code)) for code in codes]
    words += _remarks(dataset, record, lines) if remarks else []
    return [f"; {'; '.join(words)}"] if words else []


def _first(groups: Iterable[Sequence[Line]]) -> str:
    days = [line.date.earliest for lines in groups for line in lines if isinstance(line, Event) and line.date]
    return min(days, default="9999")
