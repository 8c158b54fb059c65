"""EDITIONS: which lists of shortages were read, of which day, and how much of each stands in the records."""

from collections.abc import Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Sector, Word
from talentpart.model.records import Shortages
from talentpart.page import Footnote, Part, Section, Sentence
from talentpart.queries.shortages import Short
from talentpart.queries.subjects import short_name
from talentpart.reports.parts.cite import cited, note, of_lines
from talentpart.reports.parts.said import basis_word, bracketed, limits
from talentpart.reports.parts.words import counted, figure, listed


def build(dataset: Dataset, state: str = "") -> Section:
    """Give a sentence for each edition: its name, when it came out, what it counts, what of it is recorded.

    With a Member State it is said whether an edition names anything as short there.
    """
    sentences = [_edition(dataset, each) for each in dataset.all(Shortages)]
    if not sentences:
        sentences = [Sentence("none", ("No edition of a shortage list is in the records.",))]
    elif state and not any(state in line.destination for each in dataset.all(Shortages) for line in _named(each)):
        text = f"None of them, as read, names an occupation as short in {dataset.label('places', state)} alone."
        sentences.append(Sentence("state", (text,)))
    return Section("editions", "EDITIONS", tuple(sentences))


def names(dataset: Dataset, found: Sequence[Short]) -> list[tuple[str, tuple[Footnote, ...]]]:
    """Give each occupation or sector once, in which lists of the editions it stands, with all its footnotes."""
    grouped: dict[str, list[Short]] = {}
    for each in found:
        grouped.setdefault(label(dataset, each), []).append(each)
    items = []
    for name, same in grouped.items():
        parts = list(dict.fromkeys(each.line.part.replace("-", " ") for each in same if each.line.part))
        whole = f"{name} ({listed(parts)})" if parts else name
        items.append((whole, of_lines(dataset, (each.line for each in same))))
    return items


def label(dataset: Dataset, short: Short) -> str:
    """Name what is short, a sector by its printed words, under which it may stand in several sectors of ours."""
    if isinstance(short.line, Sector):
        words = short.line.as_stated or dataset.label("sectors", short.line.sector)
        return f"{words} as a sector"
    return dataset.label("occupations", short.line.value)


def _named(edition: Shortages) -> tuple[Word | Sector, ...]:
    return (*edition.occupations, *edition.sectors)


def _edition(dataset: Dataset, edition: Shortages) -> Sentence:
    dated = [(line.date, line) for line in edition.events if line.date and line.type == "publication"]
    name = short_name(dataset, edition.id)
    parts: list[Part] = [*cited(name, note(dataset, edition.source))]
    if dated:
        day, line = dated[0]
        parts += [", ", *cited(str(day), of_lines(dataset, [line]))]
    counts = [each for each in edition.figures if each.rank != "set-aside" and each.part is None]
    for index, each in enumerate(counts):
        limit = bracketed([basis_word(each), *limits(dataset, each)])
        words = cited(f"{figure(dataset, each)}{limit}", of_lines(dataset, [each]))
        parts += [": " if index == 0 else ", ", *words]
    recorded = counted(len({each.value for each in edition.occupations}), "occupation")
    sectors = counted(len({each.as_stated or each.sector for each in edition.sectors}), "sector")
    parts += [f"; {recorded} and {sectors} of it recorded."]
    return Sentence(edition.id, tuple(parts))
