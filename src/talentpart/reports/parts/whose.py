"""Whose word it is: said in the sentence where a thing rests on press, research, letters or copies alone."""

from collections.abc import Iterable

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.queries.answers import WEAK, is_weak
from talentpart.reports.parts.words import listed

_COPY = "an unofficial copy"
_WORDS = {"press": "press", "research": "research", "correspondence": "a letter"}


def whose(dataset: Dataset, lines: Iterable[Line]) -> str:
    """Give `by press alone` and the like for lines that no firm source bears out; nothing for any other."""
    references = [reference for line in lines for reference in line.source]
    if not is_weak(dataset, references):
        return ""
    found = [source for source in map(dataset.source, references) if source is not None]
    words = dict.fromkeys(_WORDS.get(each.authority, _COPY) if each.authority in WEAK else _COPY for each in found)
    return f"by {listed(list(words))} alone"
