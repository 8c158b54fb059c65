"""The lines of a record's lists, as frozen structs: each says one thing, and who says it.

Short forms are widened before these structs are made, so a line here always has its full form: sources, origins and
destinations are tuples. `key` names the fields that say of which thing a line speaks (with scope, origin, destination
and part); `first` the field that a bare word stands for.
"""

from typing import ClassVar, Literal, TypeVar

import msgspec

from talentpart.values import Amount, Day

Basis = Literal["planned", "actual"]
Bound = Literal["about", "rounded", "nearly", "at-least", "at-most", "by"]
Scope = Literal["wider", "unclear"]
Rank = Literal["preferred", "set-aside"]
Number = int | float


class Line(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False, forbid_unknown_fields=True):
    """What any statement may carry, whatever list it stands in."""

    key: ClassVar[tuple[str, ...]] = ()
    first: ClassVar[str] = ""

    source: tuple[str, ...] = ()
    basis: Basis | None = None
    certainty: str | None = None
    bound: Bound | None = None
    origin: tuple[str, ...] = ()
    destination: tuple[str, ...] = ()
    part: str | None = None
    scope: Scope | None = None
    as_of: Day | None = None
    at: str | None = None
    as_stated: str | None = None
    rank: Rank | None = None
    because: str | None = None
    note: str | None = None


S = TypeVar("S", bound=msgspec.Struct)


def changed(struct: S, **values: object) -> S:
    """Give a line, or another small struct, with other values in some of its fields."""
    return msgspec.structs.replace(struct, **values)


class Name(Line, frozen=True, kw_only=True):
    """A name of the record, in some kind of use."""

    key, first = ("kind", "text"), "text"
    text: str
    kind: str = "official"


class Word(Line, frozen=True, kw_only=True):
    """One code said of the record: its kind, a mobility, a target group, a skill level."""

    key, first = ("value",), "value"
    value: str


class Status(Line, frozen=True, kw_only=True):
    """The status of the record by a source; earlier lines are its history."""

    key, first = (), "value"
    value: str


class Event(Line, frozen=True, kw_only=True):
    """Something that happened or is planned on a day."""

    key, first = ("type", "number"), "type"
    type: str
    number: int | None = None
    date: Day | None = None
    place: str | None = None
    level: str | None = None
    outcomes: tuple[str, ...] = ()


class Sector(Line, frozen=True, kw_only=True):
    """A sector named for the record, in the source's words."""

    key, first = ("sector",), "sector"
    sector: str | None = None
    tier: str | None = None
    mainly: tuple[str, ...] = ()


class Corridor(Line, frozen=True, kw_only=True):
    """From where to where people move; several of both means that the pairs are not stated."""

    key, first = ("role",), "origin"
    role: str | None = None
    mobility: str | None = None


class Place(Line, frozen=True, kw_only=True):
    """A Member State or partner country that the record names, and as what."""

    key, first = ("place", "role"), "place"
    place: str
    role: str | None = None


class Role(Line, frozen=True, kw_only=True):
    """An organisation and what it does for the record."""

    key, first = ("organisation", "role"), "organisation"
    organisation: str
    role: str | None = None


class Money(Line, frozen=True, kw_only=True):
    """An amount of money, or a share of the total, or only who pays."""

    key, first = ("payer", "type", "period", "prices"), "amount"
    payer: str | None = None
    through: str | None = None
    type: str | None = None
    period: str | None = None
    prices: str | None = None
    amount: Amount | None = None
    percent: Number | None = None


class Figure(Line, frozen=True, kw_only=True):
    """A count of people, months, firms or whatever its measure says."""

    key, first = ("measure", "period"), "measure"
    measure: str
    period: str | None = None
    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    amount: Amount | None = None
    percent: Number | None = None
    of: str | None = None


class Text(Line, frozen=True, kw_only=True):
    """An item of a list of texts, in our own words."""

    key, first = ("list", "number", "slug"), "text"
    text: str
    list: str | None = None
    number: int | None = None
    slug: str | None = None
    stage: str | None = None
    activity: str | None = None


class Lesson(Line, frozen=True, kw_only=True):
    """A finding, lesson, risk or recommendation, in our own words, with the projects that it comes from."""

    key, first = ("lesson",), "lesson"
    lesson: str
    text: str
    kind: str | None = None
    theme: str | None = None
    number: int | None = None
    projects: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()


class Relation(Line, frozen=True, kw_only=True):
    """How this record stands to another."""

    key, first = ("relation", "target"), "target"
    relation: str
    target: str


class Identifier(Line, frozen=True, kw_only=True):
    """What others call the record, in a scheme of theirs."""

    key, first = ("scheme", "id"), "id"
    scheme: str
    id: str
