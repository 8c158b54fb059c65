"""Coverage as tables: a row for each partnership and each project, in each cell how many sources agree, or why none."""

from collections.abc import Iterable, Mapping, Sequence

from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership, Project
from talentpart.page import Column, Datum, Plain, Row, Section, Sentence, Table
from talentpart.queries.subjects import short_name
from talentpart.queries.witnesses import Witnesses
from talentpart.reports.parts.whole.coverage_facts import NOT_APPLICABLE, UNEXPLAINED, Expected, Fact
from talentpart.values import Day

# For each reason the sign of a cell, and what it means; the order is that of the report.
WHY: Mapping[str, tuple[str, str]] = {
    "not-stated": ("-s", "not stated, though the source was read whole"),
    "not-seen": ("-r", "not seen, the source being read in part"),
    "not-found": ("-f", "looked for and not found"),
    "not-published": ("-p", "kept by a body and not published"),
    "not-yet": ("-y", "not yet known"),
    UNEXPLAINED: ("-", "neither said nor explained"),
    NOT_APPLICABLE: ("x", "cannot apply"),
}
_NO_SOURCE = "0"


def table(dataset: Dataset, name: str, expected: Sequence[Expected], found: Sequence[Fact], day: Day) -> Section:
    """Give the facts of the `partnerships` or of the `projects`, a row each with how many of them are said.

    `day` is the one from which on a source is recent.
    """
    label = name.upper() if name == "projects" else "PARTNERS"
    subjects = dict.fromkeys(each.subject.id for each in found)
    if not subjects:
        whose = "project" if name == "projects" else "Talent Partnership"
        return Section(name, label, (Sentence("none", (f"No {whose} found.",)),))
    columns = (
        Column("name", label),
        *(Column(each.id, each.label) for each in expected),
        Column("said", "Said"),
    )
    rows = []
    for subject in subjects:
        own = [each for each in found if each.subject.id == subject]
        due = [each for each in own if each.due]
        said = f"{sum(each.said for each in due)} of {len(due)}"
        rows.append(Row((title(dataset, own[0].subject), *map(_cell, own), said)))
    data = tuple(datum(each, day) for each in found)
    return Section(name, label, (Table(name, columns, tuple(rows)),), rows=data)


def title(dataset: Dataset, subject: Partnership | Project) -> str:
    """Give the name of a row: the partner country, or the short name of a project."""
    if isinstance(subject, Partnership):
        return dataset.label("places", subject.country)
    return short_name(dataset, subject.id)


def legend(dataset: Dataset, found: Iterable[Fact]) -> Section | None:
    """Explain the signs that the cells use; nothing where there is no cell."""
    cells = {each.why if not each.said else _cell(each) for each in found}
    if not cells:
        return None
    texts = ["A number: how many independent sources agree on it, of several lines on the one with most."]
    texts += ["0: said, and no source is named."] if _NO_SOURCE in cells else []
    texts += ["?: on press, research or unofficial copies alone."] if any("?" in each for each in cells) else []
    texts += ["In brackets: planned, and no more."] if any("(" in each for each in cells) else []
    texts += [f"{sign}: {reason(dataset, why)}." for why, (sign, _) in WHY.items() if why in cells]
    texts.append(
        "A source that repeats another, a copy, and another version of a page are no second source; two texts of one "
        "publisher are two."
    )
    return Section("signs", "SIGNS", (Sentence("signs", (" ".join(texts),)),))


def reason(dataset: Dataset, why: str) -> str:
    """Give in words why a fact is not said; in a view as of an earlier day its reason may stand in a later source."""
    return f"{WHY[why][1]}{' by then' if why == UNEXPLAINED and dataset.left_out else ''}"


def datum(fact: Fact, day: Day) -> Datum:
    """Give a fact for machines."""
    return {
        "subject": fact.subject.id,
        "record": fact.record.id,
        "slot": fact.expected.slot.path,
        "expected": fact.due,
        "said": fact.said,
        "why": fact.why or None,
        "sources": list(fact.told.sources),
        "texts": fact.told.independent,
        "independent": fact.independent,
        "support": fact.support or None,
        "weak": fact.told.weak,
        "planned": fact.planned,
        "age": fact.age(day) if fact.told.sources else None,
        **_days("oldest", fact.told.oldest.first, fact.told.oldest.last, fact.told),
        **_days("newest", fact.told.newest.first, fact.told.newest.last, fact.told),
    }


def _days(name: str, first: str, last: str, told: Witnesses) -> dict[str, Plain]:
    """Give the day where it is known as one day, and the two between which it can be."""
    if not told.sources:
        return {name: None, f"{name}_earliest": None, f"{name}_latest": None}
    return {name: first if first == last else None, f"{name}_earliest": first or None, f"{name}_latest": last}


def _cell(fact: Fact) -> str:
    if not fact.said:
        return WHY[fact.why][0]
    text = f"{fact.independent}{'?' if fact.told.weak else ''}"
    return f"({text})" if fact.planned else text
