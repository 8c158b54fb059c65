"""One record as plain data: every list with its lines in full, labels beside codes, flat days, numbers, sources."""

from collections.abc import Iterator, Mapping, Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Event, Figure, Line, Money
from talentpart.model.records import Record
from talentpart.queries.paths import lines_of, path
from talentpart.tables import conflicts
from talentpart.tables._cells import basis, flat, name_of, number, numbers
from talentpart.values import Amount, Day

Plain = str | int | float | bool | None | Sequence["Plain"] | Mapping[str, "Plain"]
Data = dict[str, Plain]

# Which codelist gives the label of a code, by list and field, else by field alone.
_CODELISTS = {
    "names.kind": "name-kinds", "status.value": "statuses", "events.type": "event-types", "events.outcomes": "outcomes",
    "events.level": "levels", "sectors.sector": "sectors", "sectors.mainly": "sectors", "sectors.tier": "tiers",
    "corridors.role": "corridor-roles", "corridors.mobility": "mobility", "mobility.value": "mobility",
    "member_states.role": "place-roles", "countries.role": "place-roles", "organisations.role": "roles",
    "money.type": "money-types", "figures.measure": "measures", "relations.relation": "relations",
    "identifiers.scheme": "identifier-schemes", "target_groups.value": "target-groups",
    "skill_levels.value": "skill-levels", "lessons.kind": "lesson-kinds", "lessons.theme": "lesson-themes",
    "lessons.sectors": "sectors", "certainty": "certainties", "stage": "stages", "activity": "activity-types",
    "place": "places", "country": "places", "origin": "places", "destination": "places",
}  # fmt: skip
_KINDS = {
    "project": "project-kinds", "instrument": "instrument-kinds", "policy": "policy-kinds",
    "framework": "framework-kinds", "organisation": "organisation-kinds",
}  # fmt: skip
_RECORDS = frozenset({"organisation", "payer", "through", "target", "publisher", "partnership"})


def as_data(dataset: Dataset, record: Record) -> Data:
    """Give a record as plain data; what its lines leave open stands under `conflicts`, with how it is settled."""
    data: Data = {"id": record.id, "record_kind": record.record_kind, "name": name_of(dataset, record)}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name in {"id", "conflicts"} or value is None or value == ():
            continue
        if isinstance(value, tuple) and isinstance(value[0], Line):
            data[name] = [_line(dataset, record, name, line) for line in value]
        else:
            data.update(_field(dataset, record, "", name, value))
    data.setdefault("missing", [])
    data["conflicts"] = [
        dict(zip(conflicts.COLUMNS[1:], row[1:], strict=True)) for row in conflicts.of_record(dataset, record)
    ]
    return data


def cited_sources(record: Record) -> list[str]:
    """Give the ids of the sources of a record and of its lines, in the order in which they are cited."""
    references = [*record.source, *(each for _, line in lines_of(record) for each in line.source)]
    references += [each for missing in record.missing for each in missing.source]
    return list(dict.fromkeys(each.partition("#")[0] for each in references))


def _line(dataset: Dataset, record: Record, name: str, line: Line) -> Data:
    """Give a line: its own fields always, those that any line may carry where they say something."""
    data: Data = {"path": path(record, name, line)}
    shared = Line.__struct_fields__
    for field in line.__struct_fields__:
        if field not in shared:
            data.update(_field(dataset, record, name, field, getattr(line, field)))
    if isinstance(line, Money | Figure):
        data["value_min"], data["value_max"] = numbers(line)
    if isinstance(line, Event):
        data.setdefault("date", None)
    data["basis"] = basis(line)
    for field in shared:
        value = getattr(line, field)
        if field not in {"basis", "source"} and value not in (None, ()):
            data.update(_field(dataset, record, name, field, value))
    data["source"] = list(line.source)
    return data


def _field(dataset: Dataset, record: Record, name: str, field: str, value: object) -> Iterator[tuple[str, Plain]]:
    """Give a field as one or more plain ones: a day flat, an amount as number and currency, a code with its label."""
    match value:
        case Day():
            suffixes = ("", "_earliest", "_latest", "_precision")
            yield from zip((f"{field}{each}" for each in suffixes), flat(value), strict=True)
        case Amount():
            yield field, number(value.number)
            yield "currency", value.currency
            yield "text", value.written
        case bool() | int() | float() | None:
            yield field, value
        case str():
            yield field, value
            label = _label(dataset, record, name, field, value)
            if label is not None:
                yield f"{field}_label", label
        case tuple():
            yield field, [_inner(dataset, record, each) for each in value]
            labels = [_label(dataset, record, name, field, each) for each in value if isinstance(each, str)]
            if labels and all(each is not None for each in labels):
                yield f"{field}_labels", labels
        case _:
            yield field, str(value)


def _inner(dataset: Dataset, record: Record, value: object) -> Plain:
    """Give a member of a tuple: a text as it is, a small struct as an object of its fields."""
    if isinstance(value, str):
        return value
    data: Data = {}
    for field in getattr(value, "__struct_fields__", ()):
        data.update(_field(dataset, record, "", field, getattr(value, field)))
    return data


def _label(dataset: Dataset, record: Record, name: str, field: str, code: str) -> str | None:
    """Give the label of a code, or the name of the record that an id names; nothing where neither is known."""
    if field in _RECORDS:
        other = dataset.get(code)
        return name_of(dataset, other) if other else None
    codelist = _KINDS.get(record.record_kind) if name == "kind" else None
    codelist = codelist or _CODELISTS.get(f"{name}.{field}") or _CODELISTS.get(field)
    item = dataset.codes(codelist).get(code) if codelist else None
    return item.label if item else None
