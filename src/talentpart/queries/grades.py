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
    """Give the grade of a figure: `say` where a firm source says it and none differs.

    It is `with-source` where a weak source alone has it, or where it is only read from what a firm one says, and
    `ready` where sources differ on it, and where a weak source alone has it while sources differ on what was
    planned: then it is quoted against the plan, and there is no plan to hold it against.
    """
    if differs:
        return "ready"
    firm = [line for line in lines if not is_weak(dataset, line.source)]
    if firm:
        return "say" if any(line.certainty is None for line in firm) else "with-source"
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
