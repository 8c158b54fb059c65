"""Lists of texts, each apart and in its own order, with what one list says and no other does."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Text, changed
from talentpart.page import Datum, Footnote, Part, Sentence
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.said import basis_word, bracketed, limits
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.words import capital, listed, lower

# The lists of objectives are rival accounts of one thing; lists of other topics are about different things.
_RIVALS = "objectives"
_TERMS = "definitions"


def lists(lines: Iterable[Text]) -> dict[str, list[Text]]:
    """Give the lines by the list that they stand in, those of no list last, each in the order of the record."""
    found: dict[str, list[Text]] = {}
    for line in lines:
        if line.rank != "set-aside":
            found.setdefault(line.list or "", []).append(line)
    return {name: found[name] for name in sorted(found, key=lambda each: each == "")}


def sentences(dataset: Dataset, topic: str, lines: Iterable[Text]) -> list[Sentence]:
    """Give a paragraph for each list, then one for what stands in none, then how the lists differ."""
    found = lists(lines)
    if topic == _TERMS:
        found = {name: [_led(line) for line in each] for name, each in found.items()}
    said = []
    for name, each in found.items():
        said.append(Sentence(f"{topic}-{name or 'other'}", tuple(_paragraph(dataset, name, each))))
    named = {name: each for name, each in found.items() if name}
    return [*said, *_differences(dataset, topic, named)]


def rows(topic: str, lines: Iterable[Text]) -> list[Datum]:
    """Give each text for machines."""
    return [
        {
            "topic": topic, "list": line.list, "number": line.number, "slug": line.slug, "part": line.part,
            "stage": line.stage, "activity": line.activity, "text": line.text, "as_stated": line.as_stated,
            "basis": line.basis or "stated", "certainty": line.certainty, "note": line.note,
            "sources": list(line.source),
        }
        for line in lines
        if line.rank != "set-aside"
    ]  # fmt: skip


def list_name(name: str) -> str:
    """Give the name of a list in words: `joint-work-slides` is "joint work slides"."""
    return name.replace("-", " ")


def _led(line: Text) -> Text:
    """Put the term that a text defines before it, with the words that its source prints."""
    if line.slug is None:
        return line
    term = " ".join("EU" if each == "eu" else each for each in line.slug.split("-"))
    printed = line.as_stated or ""
    if printed.casefold().startswith(term.casefold()):
        term, printed = printed, ""
    quoted = f' ("{printed}")' if printed else ""
    return changed(line, text=f"{capital(term)}{quoted}: {lower(line.text)}")


def _paragraph(dataset: Dataset, name: str, lines: Sequence[Text]) -> list[Part]:
    """Give a list: numbered sentences, or a run of words; what rests on one set of sources cites it in its heading."""
    shared = {of_lines(dataset, [line]) for line in lines}
    notes = next(iter(shared)) if len(shared) == 1 else ()
    parts: list[Part] = [*cited(capital(list_name(name)), notes), ": "] if name else []
    if not any(line.text.endswith(".") for line in lines):
        texts = [f"{line.text}{_limits(dataset, line)}" for line in lines]
        own = [() if name and notes else of_lines(dataset, [line]) for line in lines]
        items = list(zip(texts, own, strict=True))
        return [*parts, *chain(items, ", "), "."]
    seen: set[int] = set()
    for index, line in enumerate(lines):
        if index and not line.text.endswith("."):  # A phrase goes on with the sentence before it: to study, to work.
            parts[-1] = ", " if not lines[index - 1].text.endswith(".") else ": "
            parts += [line.text] if name and notes else [*cited(line.text, of_lines(dataset, [line]))]
            parts.append(".")
            continue
        again = line.number in seen and line.slug is None
        number = f"{line.number}. " if line.number and line.number not in seen else "Or: " if again else ""
        seen.update({line.number} if line.number else set())
        text = f"{line.text.rstrip('.')}{_limits(dataset, line)}"
        parts.append(f"{' ' if index else ''}{number}")
        parts += [text] if name and notes else [*cited(text, of_lines(dataset, [line]))]
        parts.append(".")
    return [each for each in parts if each != ""]


def _limits(dataset: Dataset, line: Text) -> str:
    stage = lower(dataset.label("stages", line.stage)) if line.stage else ""
    return bracketed([basis_word(line), *limits(dataset, line), stage if _says_more(line, stage) else ""])


def _says_more(line: Text, stage: str) -> bool:
    """Tell whether the stage of a text is worth a word: not where the text has it, nor with each element of an item."""
    return line.slug is None and stage not in line.text.casefold()


def _differences(dataset: Dataset, topic: str, found: dict[str, list[Text]]) -> list[Sentence]:
    """Say what one list alone prints, and in which items two lists that share most differ."""
    alone = _alone(dataset, found) if topic == _RIVALS and len(found) > 1 else []
    said = [Sentence(f"{topic}-alone", ("Printed in one list alone: ", *chain(alone), "."))] if alone else []
    for one, other in combinations(found, 2):
        mine, theirs = {line.text for line in found[one]}, {line.text for line in found[other]}
        differ = [line.text for line in (*found[one], *found[other]) if line.text not in mine & theirs]
        if differ and len(mine & theirs) > max(len(mine), len(theirs)) / 2:
            left = [f'"{text}" in {list_name(one if text in mine else other)}' for text in differ]
            names = f"{capital(list_name(one))} and {list_name(other)} are one list but for {listed(left)}"
            notes = of_lines(dataset, [*found[one], *found[other]])
            said.append(Sentence(f"{topic}-twins", (*cited(names, notes), ".")))
    return said


def _alone(dataset: Dataset, found: dict[str, list[Text]]) -> list[tuple[str, tuple[Footnote, ...]]]:
    """Give the printed words that one list has and no other."""
    items = []
    for name, lines in found.items():
        others = {line.as_stated for other, each in found.items() if other != name for line in each}
        mine = [line for line in lines if line.as_stated and line.as_stated not in others]
        if mine:
            terms = listed([f'"{line.as_stated}"' for line in mine])
            items.append((f"{terms} in {list_name(name)}", of_lines(dataset, mine)))
    return items
