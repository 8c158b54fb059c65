"""What the records come to, for the tables: a record's events by key, its status, its first and last day."""

from dataclasses import dataclass

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Status
from talentpart.model.records import Told
from talentpart.queries.agree import agree
from talentpart.queries.answers import Answer, answer
from talentpart.queries.paths import key

_BASES = ("actual", None, "planned")


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of a record: all lines of one key and of the basis that speaks first; `said` settles its day."""

    key: tuple[str, ...]
    lines: tuple[Event, ...]
    said: Answer[Event]

    @property
    def witnesses(self) -> tuple[Event, ...]:
        """Give the lines that agree with what is shown; all of them where the question is open."""
        return tuple(each for each in self.lines if self.said.open or agree(each, self.line))

    @property
    def line(self) -> Event:
        """Give the line to show, which has the day where any line has one."""
        return next((each for each in self.said.lines if each.date), self.said.lines[0])

    @property
    def planned(self) -> bool:
        """Tell whether nothing but a plan is known."""
        return self.line.basis == "planned"


def happenings(dataset: Dataset, record: Told) -> list[Happening]:
    """Give the events of a record in the order of its file; what is reported speaks before what is planned."""
    groups: dict[tuple[str, ...], list[Event]] = {}
    for line in record.events:
        if line.rank != "set-aside":
            groups.setdefault(key(line), []).append(line)
    found = []
    for name, lines in groups.items():
        first = next(basis for basis in _BASES if any(line.basis == basis for line in lines))
        speaking = tuple(line for line in lines if line.basis == first)
        found.append(Happening(name, speaking, answer(dataset, record, "events", speaking)))
    return found


def status(dataset: Dataset, record: Told) -> Answer[Status] | None:
    """Give the status of a record as a whole, where any source states one."""
    lines = [line for line in record.status if not key(line)]
    return answer(dataset, record, "status", lines) if lines else None


def status_value(dataset: Dataset, record: Told) -> str | None:
    """Give the code of a record's status; several that the sources leave open are joined by a slash."""
    found = status(dataset, record)
    if found is None or found.best is None:
        return None
    if not found.open:
        return found.best.value
    return "/".join(dict.fromkeys(line.value for line in found.lines))
