"""The record kinds, as frozen structs; the JSON Schemas say the same to the people who write data."""

from typing import ClassVar, Literal, TypeVar

import msgspec

from talentpart.model.lines import (
    Corridor,
    Event,
    Figure,
    Identifier,
    Lesson,
    Line,
    Money,
    Name,
    Place,
    Relation,
    Role,
    Sector,
    Status,
    Text,
    Word,
)
from talentpart.values import Day


class Missing(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False, forbid_unknown_fields=True):
    """A field that the public record does not fill, and why."""

    field: tuple[str, ...]
    why: Literal["not-stated", "not-seen", "not-found", "not-published", "not-applicable", "not-yet"]
    source: tuple[str, ...] = ()
    checked: Day | None = None
    note: str | None = None


class Conflict(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False, forbid_unknown_fields=True):
    """A difference between sources that is left open on purpose."""

    field: tuple[str, ...]
    because: str


class Record(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False, forbid_unknown_fields=True):
    """What every record may hold."""

    record_kind: ClassVar[str] = ""
    lists: ClassVar[dict[str, type[Line]]] = {}

    id: str
    source: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    checked: Day | None = None
    missing: tuple[Missing, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class Told(Record, frozen=True, kw_only=True):
    """What the kinds have in common that tell a story: names, events, figures, money and the like."""

    names: tuple[Name, ...] = ()
    kind: tuple[Word, ...] = ()
    status: tuple[Status, ...] = ()
    relations: tuple[Relation, ...] = ()
    organisations: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    money: tuple[Money, ...] = ()
    objectives: tuple[Text, ...] = ()
    activities: tuple[Text, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


class Partnership(Told, frozen=True, kw_only=True):
    """A launched Talent Partnership with one partner country."""

    record_kind = "partnership"
    country: str
    sectors: tuple[Sector, ...] = ()
    sectors_list: Literal["closed", "includes"] | None = None
    member_states: tuple[Place, ...] = ()


class Roadmap(Told, frozen=True, kw_only=True):
    """The roadmap of a partnership; every partner has one, since silence is a fact."""

    record_kind = "roadmap"
    partnership: str


class Project(Told, frozen=True, kw_only=True):
    """A pilot, scheme, programme or component that moves or trains people, or prepares it."""

    record_kind = "project"
    corridors: tuple[Corridor, ...] = ()
    mobility: tuple[Word, ...] = ()
    sectors: tuple[Sector, ...] = ()
    target_groups: tuple[Word, ...] = ()
    skill_levels: tuple[Word, ...] = ()


class Instrument(Told, frozen=True, kw_only=True):
    """A fund, facility, national programme or contribution that pays."""

    record_kind = "instrument"
    countries: tuple[Place, ...] = ()
    eligible: tuple[Text, ...] = ()


class Policy(Told, frozen=True, kw_only=True):
    """A communication, strategy, regulation or partnership of another kind; one record from proposal to act."""

    record_kind = "policy"
    countries: tuple[Place, ...] = ()
    member_states: tuple[Place, ...] = ()
    sectors: tuple[Sector, ...] = ()
    target_groups: tuple[Word, ...] = ()
    skill_levels: tuple[Word, ...] = ()


class Framework(Told, frozen=True, kw_only=True):
    """The Talent Partnerships as such, the pilots as such, the external dimension."""

    record_kind = "framework"
    countries: tuple[Place, ...] = ()
    target_groups: tuple[Word, ...] = ()
    skill_levels: tuple[Word, ...] = ()
    components: tuple[Text, ...] = ()
    definitions: tuple[Text, ...] = ()
    principles: tuple[Text, ...] = ()
    key_areas: tuple[Text, ...] = ()
    policy_areas: tuple[Text, ...] = ()
    stakeholders: tuple[Text, ...] = ()
    eligible: tuple[Text, ...] = ()


class Lessons(Record, frozen=True, kw_only=True):
    """What a source, or a project, says was learnt; a figure names the lesson it belongs to as its part."""

    record_kind = "lessons"
    lessons: tuple[Lesson, ...] = ()
    figures: tuple[Figure, ...] = ()


class Shortages(Told, frozen=True, kw_only=True):
    """One edition of a report or list of occupations in short supply."""

    record_kind = "shortages"
    occupations: tuple[Word, ...] = ()
    sectors: tuple[Sector, ...] = ()
    countries: tuple[Place, ...] = ()


class Organisation(Record, frozen=True, kw_only=True):
    """A body that leads, runs, pays for or supports something in the records."""

    record_kind = "organisation"
    names: tuple[Name, ...] = ()
    kind: tuple[Word, ...] = ()
    country: str | None = None
    relations: tuple[Relation, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


R = TypeVar("R", bound=Record)


def with_lists(record: R, lists: dict[str, tuple[Line, ...] | tuple[Missing, ...]]) -> R:
    """Give a record with other lines in some of its lists, the lines being the same objects."""
    return msgspec.structs.replace(record, **lists)


class SourcePlace(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False, forbid_unknown_fields=True):
    """A part of a source that a reference may name after `#`."""

    place: str
    label: str


class Source(Record, frozen=True, kw_only=True):
    """A document that says something, with who speaks, when, and whether it still opens."""

    record_kind = "source"
    title: str
    publisher: str | None = None
    authority: Literal["legal-act", "official", "implementer", "evaluation", "research", "press", "correspondence"]
    type: str
    url: str | None = None
    via: str | None = None
    language: str
    published: Day | None = None
    not_before: Day | None = None
    not_after: Day | None = None
    dating: str | None = None
    retrieved: Day
    read: Literal["whole", "part", "title"]
    status: Literal["live", "moved", "gone"] | None = None
    archived: str | None = None
    replaced_by: str | None = None
    repeats: str | None = None
    places: tuple[SourcePlace, ...] = ()
    reuse: str | None = None
    review_by: Day | None = None


class Mapping(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False, forbid_unknown_fields=True):
    """How a code of ours matches codes of a standard scheme."""

    scheme: str
    code: tuple[str, ...]
    match: Literal["exact", "close", "narrow", "broad", "related"]
    as_set: Literal["exact", "close", "narrow", "broad", "related"] | None = None
    sure: Literal["high", "medium", "low"] | None = None
    note: str | None = None


class Item(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False, forbid_unknown_fields=True):
    """One code of a codelist, with its label and what it means."""

    code: str
    label: str
    also: tuple[str, ...] = ()
    definition: str | None = None
    parent: str | None = None
    dimension: str | None = None
    unit: str | None = None
    purpose: str | None = None
    pattern: str | None = None
    status: Literal["withdrawn"] | None = None
    mappings: tuple[Mapping, ...] = ()


class Codelist(Record, frozen=True, kw_only=True):
    """A list of the codes that a field may hold."""

    record_kind = "codelist"
    label: str
    items: tuple[Item, ...]


class Maintainer(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False, forbid_unknown_fields=True):
    """Somebody to write to."""

    name: str
    contact: str


class About(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False, forbid_unknown_fields=True):
    """What `dataset.yaml` says of the dataset as a whole; no record."""

    title: str
    version: str
    day: Day
    licence: str
    maintainers: tuple[Maintainer, ...]
    cite: str


class Waiver(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False, forbid_unknown_fields=True):
    """A finding that is known and accepted for a while, with its reason."""

    rule: str
    path: str
    because: str
    until: Day


class Waivers(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False, forbid_unknown_fields=True):
    """What `waivers.yaml` holds; no record."""

    items: tuple[Waiver, ...] = ()


RECORDS: tuple[type[Record], ...] = (
    Partnership, Roadmap, Project, Instrument, Policy, Framework, Lessons, Shortages, Organisation, Source,
    Codelist,
)  # fmt: skip
KINDS: dict[str, type[Record]] = {record.record_kind: record for record in RECORDS}
