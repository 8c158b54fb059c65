"""What the facts that are said rest on: on one source alone, on one text, on weak sources, on old ones."""

from collections.abc import Iterable, Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.page import Datum, Part, Section, Sentence
from talentpart.reports.parts.cite import cited, note
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.whole.coverage_facts import Fact
from talentpart.reports.parts.whole.coverage_silence import named
from talentpart.reports.parts.words import capital, counted, lower, number
from talentpart.values import Day

# A fact is old when its newest source is from before as many years.
_OLD_YEARS = 2
# So many sources are named for what rests on them, those with most facts first.
_MOST = 3
# How a fact that is said may be thinly founded, and the words for it.
_THIN = {
    "one-source": "on one source alone",
    "one-text": "on several sources that carry one text",
    "apart": "on several sources, no two of which say the same",
    "no-source": "on no source that is named",
}
_WEAK = "weak"
# Of these there may be too many to name: the sources are named on which most of them rest.
_MANY = frozenset({"one-source", _WEAK})


def thin(dataset: Dataset, found: Iterable[Fact]) -> Section:
    """Count the facts that rest on little, and name the sources that most of them rest on, or the facts themselves.

    Each is counted once by how many sources support it, and once more where all of them are weak.
    """
    said = [each for each in found if each.said]
    kinds = {name: (words, [each for each in said if each.support == name]) for name, words in _THIN.items()}
    kinds[_WEAK] = "on press, research or unofficial copies alone", [each for each in said if each.told.weak]
    sentences: list[Sentence] = []
    rows: list[Datum] = []
    for name, (words, kept) in kinds.items():
        if kept:
            tail = _most(dataset, kept) if name in _MANY else [f": {named(dataset, kept)}"]
            sentences.append(Sentence(name, (f"{capital(words)}: {_of(kept, said)}", *tail, ".")))
            rows.append({"kind": name, "facts": [each.path for each in kept], "of": len(said)})
    if not sentences:
        text = "No fact is said." if not said else "Each fact that is said stands on two or more independent sources."
        sentences = [Sentence("none", (text,))]
    return Section("thin", "THIN", tuple(sentences), rows=tuple(rows))


def limit(as_of: Day) -> Day:
    """Give the day before which a source is old."""
    year, rest = int(as_of.earliest[:4]), as_of.earliest[4:]
    return Day.parse(f"{max(year - _OLD_YEARS, 1):04}{'-02-28' if rest == '-02-29' else rest}")


def old(dataset: Dataset, found: Iterable[Fact], as_of: Day) -> Section:
    """Count the facts whose newest source is old, or may be since it bears no day, and the sources past review."""
    said = [each for each in found if each.told.sources]
    day = limit(as_of)
    sentences: list[Sentence] = []
    rows: list[Datum] = []
    for age, words in (("old", f"The newest source is from before {day}"),
                       ("unknown", f"The newest source bears no day, and may be from before {day}")):  # fmt: skip
        kept = [each for each in said if each.age(day) == age]
        if kept:
            sentences.append(Sentence(age, (f"{words}: {_of(kept, said)}", *_most(dataset, kept), ".")))
            rows.append({"kind": age, "facts": [each.path for each in kept], "of": len(said)})
    due = _past_review(dataset, said, as_of)
    if due:
        parts: list[Part] = []
        for each in due:
            parts += [
                "; " if parts else "",
                *cited(f"{_title(dataset, each)} by {each.review_by}", note(dataset, (each.id,))),
            ]
        lead = f"{capital(counted(len(due), 'source'))} of these to be read again: "
        sentences.append(Sentence("review", (lead, *(each for each in parts if each), ".")))
        rows += [
            {"kind": "review", "source": each.id, "review_by": each.review_by.text if each.review_by else None}
            for each in due
        ]
    if not sentences:
        text = "No fact is said." if not said else f"No fact rests on sources from before {day} alone."
        sentences = [Sentence("none", (text,))]
    return Section("old", "OLD", tuple(sentences), rows=tuple(rows))


def _past_review(dataset: Dataset, said: Iterable[Fact], as_of: Day) -> list[Source]:
    used = {name for each in said for name in each.told.sources}
    return [
        each
        for each in dataset.all(Source)
        if each.id in used and each.review_by is not None and each.review_by.latest < as_of.earliest
    ]


def _of(kept: Sequence[Fact], said: Sequence[Fact]) -> str:
    if len(kept) == len(said):
        return f"all {len(said)} facts" if len(said) > 1 else "the one fact"
    return f"{number(len(kept))} of {len(said)} facts"


def _most(dataset: Dataset, kept: Iterable[Fact]) -> list[Part]:
    """Name the sources on which most of some facts rest, with how many."""
    counts: dict[str, int] = {}
    for fact in kept:
        for name in fact.told.sources:
            counts[name] = counts.get(name, 0) + 1
    first = sorted(counts, key=lambda name: (-counts[name], name))[:_MOST]
    items = [
        (f"{_title(dataset, source)} ({counts[name]})", note(dataset, (name,)))
        for name in first
        if (source := dataset.source(name)) is not None
    ]
    return ["; most on " if len(counts) > _MOST else ": ", *chain(items, ", ")]


def _title(dataset: Dataset, source: Source) -> str:
    return f"{lower(dataset.label('source-types', source.type))} '{source.title.partition(':')[0]}'"
