"""Two records can be mixed up, and neither says that they are two.

What: Two projects, instruments or policies bear one short name; or they state the same amount as theirs and something
happened to both in the same month; and no relation joins them, and no note on the name or amount tells them apart.

Why: Two grants of EUR 3 million to one country in one month are soon taken for one, or one for two, and a sum is wrong.

How to mend: Say how they stand to each other under `relations`: `look-alike` with a note on how to tell them apart,
`same-as`, `part-of`, `follows`; or put the note on the amount or the name.

Fine when: Never: a relation or a note costs a line.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line, Money, Name
from talentpart.model.records import Instrument, Policy, Project, Told
from talentpart.queries.subjects import fold
from talentpart.values import Day

SEVERITY = Severity.WARNING
_GRANT = 'source: report\nevents:\n  - {type: start, date: "%s"}\nmoney:\n  - {amount: EUR 3000000%s}\n'
_NAMED = "source: report\nnames:\n  - {kind: short, text: %s}\n"
_ALIKE = "relations:\n  - {relation: part-of, target: one}\n"
BAD = (
    Bad(
        {"projects/one.yaml": _GRANT % ("2020-07", ""), "projects/two.yaml": _GRANT % ("2020-07-14", "")},
        at=("projects/two.yaml", 5, 14),
        message="EUR 3 million and July 2020 are those of 'one' too, and nothing says that they are two",
    ),
    Bad(
        {"projects/one.yaml": _NAMED % "THAMM", "projects/two.yaml": _NAMED % "Thamm"},
        at=("projects/two.yaml", 3, 25),
        message="the name 'Thamm' is that of 'one' too, and nothing says that they are two",
    ),
)
GOOD = (
    Good({"projects/one.yaml": _GRANT % ("2020-07", ""), "projects/two.yaml": _GRANT % ("2020", "")}),
    Good({"projects/one.yaml": _GRANT % ("2020-07", ""), "projects/two.yaml": _GRANT % ("2020-07", "") + _ALIKE}),
    Good(
        {
            "projects/one.yaml": _GRANT % ("2020-07", ""),
            "projects/two.yaml": _GRANT % ("2020-07", ", note: another grant than one"),
        }
    ),
)
_KINDS = (Project, Instrument, Policy)
_SHORT = frozenset({"short", "alias"})
_EXACT = frozenset({"day", "month"})
_HINT = "say under relations how they stand to each other, or tell them apart in a note"
# What two records have in common, and the record and line that has it.
_Shared = dict[tuple[str, ...], list[tuple[Told, Line]]]


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Gather names, and amounts by month, and give each pair of records once, in the later of the two by id."""
    kept = [entry.record for entry in dataset.entries.values() if isinstance(entry.record, _KINDS)]
    joined = {(each.id, line.target) for each in kept for line in each.relations}
    names: _Shared = {}
    amounts: _Shared = {}
    for each in kept:
        for name in each.names:
            if name.kind in _SHORT and not name.note:
                names.setdefault((fold(name.text),), []).append((each, name))
        for money, month in _grants(each):
            amounts.setdefault((money.amount.written if money.amount else "", month), []).append((each, money))
    told: set[frozenset[str]] = set()
    for shared in (names, amounts):
        for what, bearers in shared.items():
            first, _ = bearers[0]
            for record, line in bearers[1:]:
                pair = frozenset((first.id, record.id))
                if len(pair) > 1 and pair not in told and not joined & {(first.id, record.id), (record.id, first.id)}:
                    told.add(pair)
                    yield _fault(what, first, record, line)


def _grants(record: Told) -> Iterator[tuple[Money, str]]:
    """Give each amount that is the record's own, with each month in which something happened to the record."""
    months = {
        line.date.text[:7]
        for line in record.events
        if line.date is not None and line.date.precision in _EXACT and line.rank != "set-aside"
    }
    for line in record.money:
        whole = line.amount is not None and not (line.scope or line.part or line.note or line.origin)
        if whole and line.rank != "set-aside":
            for month in sorted(months):
                yield line, month


def _fault(what: tuple[str, ...], first: Told, record: Told, line: Line) -> Fault:
    field = "text" if isinstance(line, Name) else "amount"
    shared = f"the name '{line.text}' is that" if isinstance(line, Name) else ""
    if isinstance(line, Money):
        shared = f"{line.amount} and {Day.parse(what[1])} are those"
    message = f"{shared} of '{first.id}' too, and nothing says that they are two"
    return Fault(message, record, line, (field,), hint=_HINT, rests_on=(first.id,))
