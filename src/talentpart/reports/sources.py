"""The sources: who speaks, when, how each was read and what rests on it; or which are due to be looked at, and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.page import Cell, Column, Datum, Link, Page, Part, Row, Section, Sentence, Table
from talentpart.queries.subjects import short_name
from talentpart.queries.witness import Claim, by_source
from talentpart.reports.parts.cite import describe
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.whole.due import REASONS, Due, dues, following, until
from talentpart.reports.parts.whole.page import Whole, whole
from talentpart.reports.parts.words import capital, counted, listed, number
from talentpart.values import Day

ANSWERS = "whole"
DUE = True
_LABELS = {"overdue": "OVERDUE", "soon": "SOON", "gone": "GONE", "moved": "MOVED", "unchecked": "UNREAD"}
# How many records are named of those that rest on a source.
_MOST = 8


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give all sources with what rests on each; or the month's list of those that are due."""
    if scope.due:
        page = _due_page(dataset, scope, as_of)
        return replace(page, subject={**page.subject, "due": True})
    found = dataset.all(Source)
    hanging = by_source(dataset)
    late = len(dues(dataset, as_of))
    told = f"{capital(number(late)) if late else 'None'} of them {'is' if late <= 1 else 'are'} due to be looked at."
    opening = f"{capital(counted(len(found), 'source'))}. {told}" if found else "No source found."
    sections = [_register(dataset, found, hanging), _remarks(found)] if found else []
    commands = ("report sources --due", "query sources", "query claims")
    return whole(dataset, scope, as_of, Whole("sources", "SOURCES", opening, commands), sections)


def _register(dataset: Dataset, found: Sequence[Source], hanging: Mapping[str, Sequence[Claim]]) -> Section:
    """Give a row for each source; what would be the same in every row is left to the remarks."""
    columns = [Column("id", "REGISTER"), Column("publisher", "Publisher"), Column("authority", "Who speaks"),
               Column("day", "Day")]  # fmt: skip
    lists: list[list[Cell]] = [
        [source.id, _publisher(dataset, source) or "not stated", source.authority, _short_day(source)]
        for source in found
    ]
    more: tuple[tuple[Column, Sequence[Cell]], ...] = (
        (Column("read", "Read"), [each.read for each in found] if _partly(found) else []),
        (Column("status", "Status"), [each.status or "not said" for each in found] if _stated(found) else []),
        (Column("claims", "Claims", numeric=True), [len(hanging.get(each.id, ())) for each in found]),
        (Column("alone", "Alone", numeric=True), [_alone(each, hanging) for each in found]),
        (Column("review_by", "Review by"), [_text(each.review_by) or "" for each in found] if _set(found) else []),
    )
    for column, cells in more:
        if cells:
            columns.append(column)
            for row, cell in zip(lists, cells, strict=True):
                row.append(cell)
    data = [_datum(dataset, each, len(hanging.get(each.id, ())), _alone(each, hanging)) for each in found]
    legend = (
        "Claims: lines of the records that name the source, unless set aside; alone: those that no other source bears. "
        "Day: when it was published."
    )
    table = Table("register", tuple(columns), tuple(Row(tuple(cells)) for cells in lists))
    return Section("register", "REGISTER", (table, Sentence("legend", (legend,))), rows=tuple(data))


def _alone(source: Source, hanging: Mapping[str, Sequence[Claim]]) -> int:
    return sum(claim.sources == {source.id} for claim in hanging.get(source.id, ()))


def _partly(found: Sequence[Source]) -> bool:
    return any(each.read != "whole" for each in found)


def _stated(found: Sequence[Source]) -> bool:
    return any(each.status for each in found)


def _set(found: Sequence[Source]) -> bool:
    return any(each.review_by for each in found)


def _short_day(source: Source) -> str:
    """Give the day of a source as the records write it, else the days between which it must lie."""
    if source.published:
        return source.published.text
    first = f"from {source.not_before.text}" if source.not_before else ""
    last = f"to {source.not_after.text}" if source.not_after else ""
    return " ".join(each for each in (first, last) if each) or "undated"


def _datum(dataset: Dataset, source: Source, claims: int, alone: int) -> Datum:
    return {
        "id": source.id, "title": source.title, "publisher": _publisher(dataset, source) or None,
        "authority": source.authority, "type": source.type, "url": source.url, "via": source.via,
        "published": _text(source.published), "not_before": _text(source.not_before),
        "not_after": _text(source.not_after), "retrieved": source.retrieved.text, "read": source.read,
        "status": source.status, "archived": source.archived, "replaced_by": source.replaced_by,
        "repeats": source.repeats, "review_by": _text(source.review_by), "claims": claims, "alone": alone,
    }  # fmt: skip


def _publisher(dataset: Dataset, source: Source) -> str:
    return short_name(dataset, source.publisher) if source.publisher else ""


def _text(day: Day | None) -> str | None:
    return day.text if day else None


def _remarks(found: Sequence[Source]) -> Section:
    """Say what a reader should know of the sources together: of which kinds, copies, versions, what is absent."""
    by_authority = Counter(each.authority for each in found)
    counts = listed([f"{number(count)} {name}" for name, count in by_authority.most_common()])
    sentences = [Sentence("authority", (f"By who speaks: {counts}.",))]
    undated = [each for each in found if each.published is None]
    if undated:
        many = "all" if len(undated) == len(found) else f"{number(len(undated))} of them"
        sentences.append(Sentence("undated", (f"Without a printed day: {many}.",)))
    for name, text, told in (
        ("whole", "Each was read whole.", _partly(found)),
        ("status", "Whether their addresses still open is not said of any.", _stated(found)),
        ("review", "For none is a day set by which to read it again.", _set(found)),
    ):
        sentences += [] if told else [Sentence(name, (text,))]
    groups = (
        ("part", "Not read whole", [each.id for each in found if each.read != "whole"]),
        ("copies", "Read in an unofficial copy", [f"{each.id} ({each.via})" for each in found if each.via]),
        ("repeats", "No second witness", [f"{each.id} repeats {each.repeats}" for each in found if each.repeats]),
        (
            "versions",
            "Older versions of a page",
            [f"{each.id}, now {each.replaced_by}" for each in found if each.replaced_by],
        ),
        ("addresses", "Without an address", [each.id for each in found if not each.url and not each.archived]),
    )
    sentences += [Sentence(name, (f"{words}: {listed(ids)}.",)) for name, words, ids in groups if ids]
    return Section("remarks", "REMARKS", tuple(sentences))


def _due_page(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    found = dues(dataset, as_of)
    last = until(as_of)
    held = counted(len(dataset.all(Source)), "source")
    if found:
        are, order = ("are", ", the most urgent first") if len(found) > 1 else ("is", "")
        opening = f"{capital(number(len(found)))} of {held} {are} to be looked at by {last}{order}."
    else:
        opening = f"Nothing is due by {last}, of {held}."
    sections = [_list(dataset, reason, [each for each in found if each.reasons[0] == reason]) for reason in REASONS]
    kept = [each for each in sections if each is not None]
    commands = ("report sources", *(f"query claims --where \"source = '{each.source.id}'\"" for each in found[:1]))
    page = Whole("sources", "SOURCES DUE", opening, commands)
    return whole(dataset, scope, as_of, page, [*kept, _after(dataset, as_of)])


def _list(dataset: Dataset, reason: str, found: Sequence[Due]) -> Section | None:
    if not found:
        return None
    sentences = tuple(Sentence(due.source.id, _words(dataset, due)) for due in found)
    return Section(reason, _LABELS[reason], sentences, rows=tuple(map(_row, found)))


def _words(dataset: Dataset, due: Due) -> tuple[Part, ...]:
    """Say of a source why it is due, what to do, and what hangs on it."""
    source = due.source
    todo = capital("; ".join(due.todo))
    head, address, tail = todo.partition(source.url or source.archived or "\0")
    told: tuple[Part, ...] = (head, Link(address, address), tail) if address else (todo,)
    name = f"{source.id} ({describe(dataset, source)}): {'; '.join(due.why)}. "
    return (name, *(each for each in told if each), f". {_hanging(due)}.")


def _hanging(due: Due) -> str:
    """Say how many claims hang on a source, in which records, and how many on it alone."""
    if not due.claims:
        return "No claim rests on it"
    records = Counter(claim.record.id for claim in due.claims).most_common()
    where = ", ".join(f"{name} ({count})" for name, count in records[:_MOST])
    where += f" and {number(len(records) - _MOST)} more records" if len(records) > _MOST + 1 else ""
    alone = len(due.alone)
    only = "all of them on it alone" if alone == len(due.claims) else f"{number(alone)} of them on it alone"
    if len(due.claims) == 1:
        only = "on it alone" if alone else "beside others"
    verb = "claim rests" if len(due.claims) == 1 else "claims rest"
    return f"{capital(number(len(due.claims)))} {verb} on it, {only}: {where}"


def _row(due: Due) -> Datum:
    alone = {id(claim.line) for claim in due.alone}
    return {
        "source": due.source.id, "reasons": list(due.reasons), "why": list(due.why), "todo": list(due.todo),
        "day": due.day, "url": due.source.url, "claims": len(due.claims), "alone": len(alone),
        "paths": [claim.path for claim in due.claims],
        "paths_alone": [claim.path for claim in due.claims if id(claim.line) in alone],
    }  # fmt: skip


def _after(dataset: Dataset, as_of: Day) -> Section:
    """Say which source comes next, and by when."""
    coming = following(dataset, as_of)
    if coming is None:
        return Section("after", "AFTER", (Sentence("none", ("No other source waits for a day.",)),))
    sources, day = coming
    are, they = ("is", "it was") if len(sources) == 1 else ("are", "they were")
    why = "" if sources[0].review_by else f", a year after {they} read"
    more = f" and {number(len(sources) - 1)} more" if len(sources) > 1 else ""
    text = f"Next {are} {sources[0].id}{more}, to be read again by {day}{why}."
    rows: list[Datum] = [{"source": each.id, "day": day.latest} for each in sources]
    return Section("after", "AFTER", (Sentence("next", (text,)),), rows=tuple(rows))
