"""A code or an identifier is not written as its scheme writes them.

What: A mapping names a code that its scheme cannot hold: of NACE a letter or digits such as `49`, `49.4` and `49.41`,
of ISCO-08 one to four digits, of the DAC list three digits or five. Or an identifier of a record does not fit the
`pattern` that the codelist of identifier schemes gives for its scheme: `COM(2022) 657`, `2023/0404(COD)`.

Why: Others find a record by these codes, and count by them; one that is miswritten is found by nobody.

How to mend: Write it as the scheme does; the finding names the nearest right form where there is one. Codes are always
quoted, since `49.10` without quotes is the number 49.1.

Fine when: Never: where a scheme has a form that its pattern does not know, mend the pattern in its codelist.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.lint.shapes import CLASSIFICATIONS, compiled, fits, has_version, nearest_form, versions
from talentpart.model.dataset import Dataset
from talentpart.model.records import Codelist, Item
from talentpart.queries.subjects import nearest
from talentpart.values import Day

SEVERITY = Severity.ERROR
_SCHEMES = "identifier-schemes"
_CARE = (
    "label: Tiers\nitems:\n  - code: priority\n    label: priority\n    mappings:\n      - {scheme: %s, match: close}\n"
)
_LISTED = 'label: Schemes\nitems:\n  - {code: com, label: COM number, pattern: "%s"}\n'
_COM = _LISTED % "COM[(][0-9]{4}[)] [0-9]+"
_NAMED = "source: report\nidentifiers:\n  - {scheme: com, id: %s}\n"
BAD = (
    Bad(
        {"codelists/tiers.yaml": _CARE % 'nace-2.1, code: ["87", "4941"]'},
        at=("codelists/tiers.yaml", 6, 41),
        message="'4941' is no code of nace-2.1; did you mean '49.41'?",
    ),
    Bad(
        {"codelists/tiers.yaml": _CARE % 'isco-08, code: "99999"'},
        at=("codelists/tiers.yaml", 6, 33),
        message="'99999' is no code of isco-08, which are 1 to 4 digits, such as 83, 833 and 8332",
    ),
    Bad(
        {"codelists/tiers.yaml": _CARE % 'nase-2, code: "87"'},
        at=("codelists/tiers.yaml", 6, 18),
        message="'nase-2' is no scheme that is known; did you mean 'nace-2'?",
    ),
    Bad(
        {"codelists/identifier-schemes.yaml": _COM, "projects/pilot.yaml": _NAMED % "COM/2022/657 final"},
        at=("projects/pilot.yaml", 3, 23),
        message="'COM/2022/657 final' is not written as a COM number is; did you mean 'COM(2022) 657'?",
    ),
    Bad(
        {"codelists/identifier-schemes.yaml": _COM, "projects/pilot.yaml": _NAMED % "Skills and Talent"},
        at=("projects/pilot.yaml", 3, 23),
        message="'Skills and Talent' is not written as a COM number is, by the pattern of com in identifier-schemes",
    ),
    Bad(
        {"codelists/identifier-schemes.yaml": _LISTED % "COM(([0-9]"},
        at=("codelists/identifier-schemes.yaml", 3, 45),
        message="this pattern cannot be used; write a short regular expression in which no group is repeated",
    ),
)
GOOD = (
    Good({"codelists/tiers.yaml": _CARE % 'nace-2, code: ["F", "87", "49.41"]'}),
    Good({"codelists/tiers.yaml": _CARE % 'dac, code: ["113", "11330"]'}),
    Good({"codelists/identifier-schemes.yaml": _COM, "projects/pilot.yaml": _NAMED % "COM(2022) 657"}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Hold the codes of all mappings, and the identifiers of all records, against the shapes of their schemes."""
    for codelist in dataset.all(Codelist):
        for index, item in enumerate(codelist.items):
            yield from _mappings(codelist, index, item)
            if item.pattern is not None and compiled(item.pattern) is None:
                message = "this pattern cannot be used; write a short regular expression in which no group is repeated"
                yield Fault(message, codelist, steps=("items", index, "pattern"))
    schemes = dataset.codes(_SCHEMES)
    for entry in dataset.entries.values():
        for line in getattr(entry.record, "identifiers", ()):
            scheme = schemes.get(line.scheme)
            message = _unlike(scheme, line.id) if scheme is not None else ""
            if message:
                yield Fault(message, entry.record, line, ("id",), rests_on=(_SCHEMES,))


def _mappings(codelist: Codelist, index: int, item: Item) -> Iterator[Fault]:
    for number, mapping in enumerate(item.mappings):
        steps = ("items", index, "mappings", number)
        if mapping.scheme not in CLASSIFICATIONS:
            near = nearest(mapping.scheme, CLASSIFICATIONS, most=1)
            if near and has_version(mapping.scheme) and not versions(mapping.scheme):
                message = f"'{mapping.scheme}' is no scheme that is known; did you mean '{near[0]}'?"
                yield Fault(message, codelist, steps=(*steps, "scheme"))
            continue
        pattern, words = CLASSIFICATIONS[mapping.scheme]
        shape = compiled(pattern)
        for code in mapping.code:
            if shape is not None and not fits(shape, code):
                near_form = nearest_form(shape, code)
                meant = f"; did you mean '{near_form}'?" if near_form else f", which are {words}"
                message = f"'{code}' is no code of {mapping.scheme}{meant}"
                yield Fault(message, codelist, steps=(*steps, "code"), word=code)


def _unlike(item: Item, text: str) -> str:
    shape = compiled(item.pattern) if item.pattern else None
    if shape is None or fits(shape, text):
        return ""
    near = nearest_form(shape, text)
    meant = f"; did you mean '{near}'?" if near else f", by the pattern of {item.code} in {_SCHEMES}"
    return f"'{text}' is not written as a {item.label} is{meant}"
