"""What a line of a record says, in words: its value with its hedges, and to what it is limited."""

from collections.abc import Iterable

from talentpart.model.dataset import Dataset
from talentpart.model.lines import (
    Corridor,
    Event,
    Figure,
    Identifier,
    Lesson,
    Line,
    Money,
    Name,
    Relation,
    Role,
    Sector,
    Text,
)
from talentpart.reports.parts.words import dated, event_name, figure, hedged
from talentpart.tables import name_of

_BASIS = {"planned": "planned", "actual": "reported"}
_KINDS = ("project-kinds", "instrument-kinds", "policy-kinds", "framework-kinds", "organisation-kinds")
_SCOPES = {"wider": "more than, or beside, this record", "unclear": "of what is not clear"}
_LISTS = {"status": ("statuses",), "member_states": ("places",), "countries": ("places",), "kind": _KINDS}


def line_words(dataset: Dataset, line: Line, name: str) -> str:
    """Give a line of a list in words, as a sentence without its full stop."""
    return ", ".join((_value(dataset, line, name), *_limits(dataset, line)))


def record_name(dataset: Dataset, name: str) -> str:
    """Give the name of the record of that id, or the id where there is none."""
    record = dataset.get(name)
    return name_of(dataset, record) if record else name


def _value(dataset: Dataset, line: Line, name: str) -> str:  # noqa: C901, PLR0911 - a case for each kind of line
    match line:
        case Event():
            when = dated(line, str(line.date)) if line.date else "day not stated"
            outcomes = [dataset.label("outcomes", each) for each in line.outcomes]
            return ", ".join((f"{event_name(dataset, line)}: {when}", *outcomes))
        case Sector():
            label = dataset.label("sectors", line.sector)
            said = line.as_stated or label
            shown = said if label.casefold() in said.casefold() else f"{said} ({label})"
            return ", ".join(each for each in (shown, dataset.label("tiers", line.tier)) if each)
        case Corridor():
            role = dataset.label("corridor-roles", line.role)
            return f"{_places(dataset, line.origin)} to {_places(dataset, line.destination)}{role and f', {role}'}"
        case Role():
            role = dataset.label("roles", line.role)
            return f"{record_name(dataset, line.organisation)}{role and f': {role}'}"
        case Money():
            return _money(dataset, line)
        case Figure():
            whole = (line.of or "").partition(".")[2].partition(".")[0]
            of_those = f", of those {dataset.label('measures', whole) or line.of}" if line.of else ""
            return f"{figure(dataset, line)}{of_those}"
        case Lesson():
            kind = dataset.label("lesson-kinds", line.kind) or "lesson"
            number = f" {line.number}" if line.number else ""
            of = f" ({', '.join(record_name(dataset, each) for each in line.projects)})" if line.projects else ""
            return f"{kind}{number}: {line.text.rstrip('.')}{of}"
        case Name() | Text():
            return line.text
        case Relation():
            return f"{dataset.label('relations', line.relation)}: {record_name(dataset, line.target)}"
        case Identifier():
            return f"{dataset.label('identifier-schemes', line.scheme)}: {line.id}"
        case _:
            code = str(getattr(line, "value", getattr(line, "place", "")))
            role = dataset.label("place-roles", getattr(line, "role", None))
            return ", ".join(each for each in (_word(dataset, name, code), role) if each)


def _places(dataset: Dataset, codes: Iterable[str]) -> str:
    return " and ".join(dataset.label("places", each) for each in codes) or "not stated"


def _word(dataset: Dataset, name: str, code: str) -> str:
    for codelist in _LISTS.get(name, (name.replace("_", "-"),)):
        if code in dataset.codes(codelist):
            return dataset.label(codelist, code)
    return code


def _money(dataset: Dataset, line: Money) -> str:
    who = " through ".join(record_name(dataset, each) for each in (line.payer, line.through) if each)
    if line.amount is not None:
        much = hedged(line, str(line.amount))
    else:
        much = hedged(line, f"{line.percent:g} %") if line.percent is not None else "amount not stated"
    return f"{who}: {much}" if who else much


def _limits(dataset: Dataset, line: Line) -> list[str]:
    """Give what limits or weakens a line, in the order in which people ask."""
    found = [_BASIS.get(line.basis or "", ""), dataset.label("certainties", line.certainty)]
    if not isinstance(line, Corridor):
        found += [f"from {_places(dataset, line.origin)}"] if line.origin else []
        found += [f"for {_places(dataset, line.destination)}"] if line.destination else []
    found += [f"part: {line.part}"] if line.part else []
    found += [_SCOPES[line.scope]] if line.scope else []
    found += [f'printed "{line.as_stated}"'] if line.as_stated and not isinstance(line, Sector) else []
    found += [f"{word} {value}" for word, value in (("at", line.at), ("as of", line.as_of)) if value]
    found += [f"{line.rank}{(line.because and f' because {line.because}') or ''}"] if line.rank else []
    return [each for each in (*found, line.note) if each]
