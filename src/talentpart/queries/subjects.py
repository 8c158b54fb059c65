"""What a typed word stands for: names are forgiven their accents, case and hyphens, answers are exact."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from talentpart.errors import UnknownName
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Name
from talentpart.model.records import Codelist, Partnership, Roadmap
from talentpart.queries.scope import country_of, is_member_state

# A name of more characters is too long for a cell of a table.
_LONG = 50
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about: `kind` is country, member-state, sector or a kind of record; `id` its code or id."""

    kind: str
    id: str


def fold(text: str) -> str:
    """Give a text without accents and case, with one hyphen for every run of other signs; `+` is read as "plus"."""
    text = text.replace("+", " plus ")
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "-".join(_WORD.findall(text.casefold()))


def subject(dataset: Dataset, word: str) -> Subject:
    """Give what a word names: a country by its name or ISO code, a sector by its label, a record by its id or name.

    A part of a country stands for it. Raises UnknownName, with the nearest right names, when it names nothing, and
    with the choices when it names two.
    """
    folded = fold(word)
    found = [_on_place(dataset, code) for code in _codes(dataset, "places", folded)]
    found += [Subject("sector", code) for code in _codes(dataset, "sectors", folded)]
    country_ids = {partnership.id for partnership in dataset.all(Partnership)}
    for entry in dataset.entries.values():
        record = entry.record
        if isinstance(record, Codelist) or (record.id in country_ids and found):
            continue
        if folded in {fold(each) for each in (record.id, *_names(record))}:
            found.append(Subject(record.record_kind, record.id))
    found = list(dict.fromkeys(found))
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(f"{each.kind} {each.id}" for each in found)
        message = f"'{word}' names {len(found)} things: {choices}; give the id of one"
        raise UnknownName(message, near=tuple(each.id for each in found))
    nothing = _unknown_of("subject", word, _all_names(dataset))
    raise nothing


def place(dataset: Dataset, word: str) -> str:
    """Give the code of a country or place by its code, label or another name. Raises UnknownName."""
    return code(dataset, "places", word, "country or place")


def code(dataset: Dataset, codelist: str, word: str, thing: str) -> str:
    """Give the code that a word names in a codelist, by code, label or other name. Raises UnknownName."""
    found = _codes(dataset, codelist, fold(word))
    if len(found) == 1:
        return found[0]
    if found:
        message = f"'{word}' names {len(found)} of the {codelist}: {', '.join(found)}; give one"
        raise UnknownName(message, near=tuple(found))
    nothing = _unknown_of(thing, word, _code_names(dataset, codelist))
    raise nothing


def record_id(dataset: Dataset, word: str, kinds: tuple[str, ...] = ()) -> str:
    """Give the id of the record that a word names by id or by one of its names. Raises UnknownName."""
    chosen = [e.record for e in dataset.entries.values() if not kinds or e.record.record_kind in kinds]
    if any(record.id == word for record in chosen):
        return word
    folded = fold(word)
    found = [record.id for record in chosen if folded in {fold(each) for each in (record.id, *_names(record))}]
    if not found and (not kinds or "partnership" in kinds):
        codes = _codes(dataset, "places", folded)
        found = [p.id for p in dataset.all(Partnership) if p.country in codes]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"'{word}' names {len(found)} records: {', '.join(found)}; give the id of one"
        raise UnknownName(message, near=tuple(found))
    names = {each: record.id for record in chosen for each in (record.id, *_names(record))}
    nothing = _unknown_of(kinds[0] if len(kinds) == 1 else "record", word, names)
    raise nothing


def unknown(thing: str, word: str, names: Iterable[str]) -> UnknownName:
    """Give the error for a word that names nothing, with the nearest right names."""
    near = nearest(word, names)
    hint = f"; did you mean {' or '.join(repr(each) for each in near)}?" if near else ""
    return UnknownName(f"no {thing} called '{word}'{hint}", near=near)


def _unknown_of(thing: str, word: str, names: Mapping[str, str]) -> UnknownName:
    """Give the error with the nearest right names; `names` gives for each name the one by which its thing is known."""
    near = tuple(dict.fromkeys(names[each] for each in nearest(word, names, most=6)))[:3]
    hint = f"; did you mean {' or '.join(repr(each) for each in near)}?" if near else ""
    return UnknownName(f"no {thing} called '{word}'{hint}", near=near)


def nearest(word: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Give the names closest to a word, the closest first; an empty tuple when none is close."""
    import difflib

    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(fold(name), name)
    return tuple(folded[each] for each in difflib.get_close_matches(fold(word), folded, n=most, cutoff=0.7))


def roadmap_of(dataset: Dataset, partnership: Partnership) -> Roadmap | None:
    """Give the roadmap record of a partnership."""
    return next((each for each in dataset.all(Roadmap) if each.partnership == partnership.id), None)


def short_name(dataset: Dataset, name: str) -> str:
    """Give the shortest name of a record: its short name, else an official one, a description, another; else its id.

    An official name that is too long for a table gives way to a description of ours that is not.
    """
    record = dataset.get(name)
    names: tuple[Name, ...] = getattr(record, "names", ())
    for kind in ("short", "official", "description", "joint", "alias", "former"):
        if kind == "official" and (brief := _description(names)):
            return brief
        for each in names:
            if each.kind == kind:
                return each.text
    if isinstance(record, Partnership):
        return dataset.label("places", record.country)
    return name


def _description(names: Iterable[Name]) -> str:
    """Give our description where the first official name is too long for a table and the description is not."""
    official = next((each.text for each in names if each.kind == "official"), "")
    described = next((each.text for each in names if each.kind == "description"), "")
    return described if len(official) > _LONG >= len(described) else ""


def _names(record: object) -> tuple[str, ...]:
    names: tuple[Name, ...] = getattr(record, "names", ())
    return tuple(name.text for name in names if name.kind != "description")


def _on_place(dataset: Dataset, code: str) -> Subject:
    country = country_of(dataset, code)
    return Subject("member-state" if is_member_state(dataset, country) else "country", country)


def _codes(dataset: Dataset, codelist: str, folded: str) -> list[str]:
    items = dataset.codes(codelist)
    exact = [each for each in items if fold(each) == folded]
    if exact:
        return exact
    return [each for each, item in items.items() if folded in {fold(item.label), *map(fold, item.also)}]


def _code_names(dataset: Dataset, codelist: str) -> dict[str, str]:
    """Give all names of the codes of a list; a place is known by its label, what else has a code by the code."""
    known: dict[str, str] = {}
    for each, item in dataset.codes(codelist).items():
        name = item.label if codelist == "places" else each
        known.update(dict.fromkeys((each, item.label, *item.also), name))
    return known


def _all_names(dataset: Dataset) -> dict[str, str]:
    partners = {partnership.country: partnership.id for partnership in dataset.all(Partnership)}
    names = _code_names(dataset, "places") | _code_names(dataset, "sectors")
    for each, item in dataset.codes("places").items():
        if each in partners:
            names.update(dict.fromkeys((each, item.label, *item.also), partners[each]))
    for entry in dataset.entries.values():
        if not isinstance(entry.record, Codelist):
            names.update(dict.fromkeys((entry.record.id, *_names(entry.record)), entry.record.id))
    return names
