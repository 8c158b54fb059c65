"""How a figure may be used in a talk: said, said with its source, or kept ready for a question."""

from collections.abc import Sequence
from typing import Literal

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Figure
from talentpart.model.records import Told
from talentpart.queries.answers import answer, is_weak, things

Grade = Literal["say", "with-source", "ready"]
GRADES: tuple[Grade, ...] = ("say", "with-source", "ready")
_PEOPLE = "people"


def grade(dataset: Dataset, record: Told, lines: Sequence[Figure], *, differs: bool) -> Grade:
    """Give the grade of a figure: `say` where a firm source has it and none differs, `with-source` where a weak one.

    It is `ready` where sources differ on it, and where a weak source alone has it while sources differ on what was
    planned: then it is quoted against the plan, and there is no plan to hold it against.
    """
    if differs:
        return "ready"
    if not all(is_weak(dataset, line.source) for line in lines):
        return "say"
    return "ready" if _plans_differ(dataset, record) else "with-source"


def _plans_differ(dataset: Dataset, record: Told) -> bool:
    """Tell whether sources differ on how many people are planned, on the whole of a record."""
    for (_, _, basis), lines in things(record, "figures").items():
        figures = [line for line in lines if isinstance(line, Figure)]
        first = figures[0]
        item = dataset.codes("measures").get(first.measure)
        if basis == "planned" and item is not None and item.unit == _PEOPLE and not (first.part or first.of):
            found = answer(dataset, record, "figures", figures)
            if found.open or found.differs:
                return True
    return False
