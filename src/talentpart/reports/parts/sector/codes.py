"""SECTOR and CODES: what our code means, which lie in it, and how standard classifications match it."""

from talentpart.model.dataset import Dataset
from talentpart.model.records import Mapping
from talentpart.page import Block, Column, Datum, Row, Section, Sentence, Table
from talentpart.queries.sectors import narrower, wider
from talentpart.reports.parts.words import capital, listed

_SCHEMES = {"nace-2": "NACE Rev. 2", "nace-2.1": "NACE Rev. 2.1", "isco-08": "ISCO-08"}
# What classifies aid, not work, is for exports alone: machines get it, readers do not.
_UNSHOWN = frozenset({"dac"})
_COUNTED = frozenset({"exact", "close", "narrow"})


def meaning(dataset: Dataset, code: str) -> Section:
    """Give the definition, the wider and narrower sectors, and other names; the code is ours, never a source's."""
    item = dataset.codes("sectors")[code]
    text = f"{item.definition} " if item.definition else ""
    dimension = item.dimension or ""
    what = f" for {'an' if dimension[0] in 'aeiou' else 'a'} {dimension}" if dimension else ""
    text += f"Our code{what}; the words of each partner stand below."
    above, below = wider(dataset, code)[1:], narrower(dataset, code)
    labels = [dataset.label("sectors", each) for each in above]
    more = f" Lies in {listed(labels)}." if labels else ""
    inside = [dataset.label("sectors", each) for each in below]
    more += f" Taken along, narrower: {listed(inside)}." if inside else ""
    row: Datum = {
        "code": code,
        "label": item.label,
        "also": list(item.also),
        "definition": item.definition,
        "dimension": item.dimension,
        "wider": list(above),
        "narrower": list(below),
    }
    return Section("sector", "SECTOR", (Sentence("meaning", (capital(text) + more,)),), rows=(row,))


def build(dataset: Dataset, code: str) -> Section | None:
    """Give the matching codes of each classification, the sector's own and then, by name, those of narrower ones.

    What is only related, wider or unsure is never counted as the sector; the table says so row by row.
    """
    codes = (code, *narrower(dataset, code))
    rows: list[Row] = []
    data: list[Datum] = []
    for each in codes:
        item = dataset.codes("sectors")[each]
        for scheme in dict.fromkeys(mapping.scheme for mapping in item.mappings):
            lead = f"- {item.label}, " if each != code else ""
            for index, mapping in enumerate(m for m in item.mappings if m.scheme == scheme):
                name = f"{lead}{_SCHEMES.get(scheme, scheme)}" if index == 0 else ""
                cells = (name, " ".join(mapping.code), _match(mapping), mapping.note or "")
                if scheme not in _UNSHOWN:
                    rows.append(Row(cells, give_way=1 if each != code else 0))
                data.append(_datum(each, mapping))
    if not rows:
        return None
    columns = (Column("scheme", "CODES"), Column("code", "Code"), Column("match", "Match"), Column("note", ""))
    text = "Match: what the code there is to ours. Broad, related or unsure matches must not be counted as this sector."
    blocks: tuple[Block, ...] = (Table("codes", columns, tuple(rows)), Sentence("match", (text,)))
    return Section("codes", "CODES", blocks, rows=tuple(data))


def _match(mapping: Mapping) -> str:
    """Say how codes match, alone and together, how sure we are, and whether they may be counted as the sector."""
    together = f", together {mapping.as_set}" if mapping.as_set and mapping.as_set != mapping.match else ""
    sure = f", {mapping.sure} certainty" if mapping.sure else ""
    return f"{mapping.match}{together}{sure}"


def _datum(code: str, mapping: Mapping) -> Datum:
    return {
        "sector": code,
        "scheme": mapping.scheme,
        "code": list(mapping.code),
        "match": mapping.match,
        "as_set": mapping.as_set,
        "sure": mapping.sure,
        "counted": mapping.match in _COUNTED and mapping.sure != "low",
        "note": mapping.note,
    }
