"""SHARED: sectors of more than one partner, by the printed words, by our code, and by a wider sector; it says which."""

from collections.abc import Iterable

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Sector
from talentpart.page import Datum, Part, Section, Sentence
from talentpart.queries.sectors import wider
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.briefing.sectors import ASKED_FOR
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.words import listed

Named = tuple[str, Sector]
_NONE = "No sector is printed alike, coded alike or near for two partners."
_RULE = "What is shared here was read from separate lists; no source says that partners agreed it together."


def build(dataset: Dataset, briefs: Iterable[Brief]) -> Section | None:
    """Say what partners share, in three steps from what the sources print to what our codes make of it."""
    kept = list(briefs)
    named = [
        (brief.name, line)
        for brief in kept
        for line in (brief.partnership.sectors if brief.partnership else ())
        if line.tier != ASKED_FOR and line.rank != "set-aside"
    ]
    words = _groups((_words(line), each) for each in named for line in (each[1],))
    codes = _groups((each[1].sector or "", each) for each in named if each[1].sector)
    tops = _groups((wider(dataset, each[1].sector)[-1], each) for each in named if each[1].sector)
    by_code = {code: lines for code, lines in codes.items() if len({_words(line) for _, line in lines}) > 1}
    by_wider = {
        top: lines for top, lines in tops.items() if len(lines) > len(codes.get(top, ())) and len(_codes(lines)) > 1
    }
    everyone = len(kept)
    found_any = words or by_code or by_wider
    sentences = [Sentence("rule" if found_any else "none", (_RULE if found_any else _NONE,))]
    if words:
        items = [(f'"{lines[0][1].as_stated or text}" {_who(lines, everyone)}', lines) for text, lines in words.items()]
        sentences.append(Sentence("wording", ("By the printed words: ", *_run(dataset, items), ".")))
    if by_code:
        items = [(f"{dataset.label('sectors', code)} ({_each(lines)})", lines) for code, lines in by_code.items()]
        sentences.append(Sentence("code", ("By our code, in other words: ", *_run(dataset, items), ".")))
    if by_wider:
        items = [(f"{dataset.label('sectors', top)} ({_each(lines)})", lines) for top, lines in by_wider.items()]
        lead = "Near, in one wider sector, and not the same: "
        sentences.append(Sentence("wider", (lead, *_run(dataset, items), ".")))
    rows = [_datum(by, key, lines) for by, found in (("wording", words), ("code", by_code), ("wider", by_wider))
            for key, lines in found.items()]  # fmt: skip
    return Section("shared", "SHARED", tuple(sentences), rows=tuple(rows)) if len(kept) > 1 else None


def _words(line: Sector) -> str:
    return (line.as_stated or line.sector or "").casefold()


def _groups(pairs: Iterable[tuple[str, Named]]) -> dict[str, list[Named]]:
    """Group named sectors, keep what more than one partner has, and put what most have first."""
    groups: dict[str, list[Named]] = {}
    for key, each in pairs:
        if each not in groups.setdefault(key, []):
            groups[key].append(each)
    several = {key: lines for key, lines in groups.items() if len({name for name, _ in lines}) > 1}
    return dict(sorted(several.items(), key=lambda pair: (-len({name for name, _ in pair[1]}), pair[0])))


def _codes(lines: Iterable[Named]) -> set[str]:
    return {line.sector for _, line in lines if line.sector}


def _who(lines: Iterable[Named], everyone: int) -> str:
    names = sorted({name for name, _ in lines})
    return "in every list" if len(names) == everyone else f"in {listed(names)}"


def _each(lines: Iterable[Named]) -> str:
    """Give the partners behind each printed wording."""
    found: dict[str, list[str]] = {}
    for name, line in lines:
        found.setdefault(line.as_stated or line.sector or "", []).append(name)
    return "; ".join(f'"{words}" {listed(sorted(set(names)))}' for words, names in found.items())


def _run(dataset: Dataset, items: Iterable[tuple[str, list[Named]]]) -> list[Part]:
    return chain([(text, of_lines(dataset, (line for _, line in lines))) for text, lines in items])


def _datum(by: str, key: str, lines: list[Named]) -> Datum:
    return {
        "by": by,
        "key": key,
        "partners": sorted({name for name, _ in lines}),
        "as_stated": list(dict.fromkeys(line.as_stated or "" for _, line in lines)),
        "sources": list(dict.fromkeys(each for _, line in lines for each in line.source)),
    }
