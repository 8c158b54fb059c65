"""What a rule is: one file in `rules/<family>/`, whose docstring is its manual page and whose examples are its tests.

`rules/links/unknown_reference.py` is the rule `unknown-reference` of the family `links`. It holds `SEVERITY`, `BAD`
and `GOOD`, and `check(dataset, as_of)` where it looks at the records, `look(document)` where it looks at one file as
written, `hold(dataset, texts)` where it holds them against the saved texts of their sources; a rule that is found while
reading, by the schemas or by the runner has none of these. A rule says only what is wrong and where; the runner adds
the rest.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import cast

from talentpart.errors import UsageError
from talentpart.finding import Location, Severity
from talentpart.model.dataset import Dataset
from talentpart.model.lines import Line
from talentpart.model.records import Record
from talentpart.queries.subjects import nearest
from talentpart.store.parse import Document
from talentpart.values import Day

HEADINGS = ("What", "Why", "How to mend", "Fine when")
Step = str | int


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule says is wrong: the sentence, and the place as a record, one of its lines, and steps into it.

    `steps` start at the line, or at the top of the file where there is no line; `word` is the one meant where the
    value found there is a list. `file` is the kind of file where that is no record (`waivers`). `related` are other
    lines of the record with what stands there. `thing` is the path within the record of what has no line (`money`),
    for waivers. `rests_on` are ids of records that the sentence rests on: it is not
    said while one of them cannot be read. `where` is the place itself where a rule knows it; `fix` is the text that
    mends the fault when it takes the place of what stands there.
    """

    message: str
    record: Record | None = None
    line: Line | None = None
    steps: tuple[Step, ...] = ()
    word: str = ""
    hint: str = ""
    file: str = ""
    related: tuple[tuple[Line, str], ...] = ()
    thing: str = ""
    rests_on: tuple[str, ...] = ()
    where: Location | None = None
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Good:
    """Files, by path within a dataset, about which the rule says nothing; `texts` are those of sources, by id."""

    files: Mapping[str, str | bytes]
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bad:
    """Files in which the rule finds one thing: its path, line and column, and the message word for word.

    `warning` says that this finding is only a warning though the rule's are errors; `texts` are saved texts of sources,
    by their ids; `without` names files that the dataset lacks.
    """

    files: Mapping[str, str | bytes]
    at: tuple[str, int, int]
    message: str
    warning: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()


Check = Callable[[Dataset, Day], Iterator[Fault]]
Look = Callable[[Document], Iterator[Fault]]
Hold = Callable[[Dataset, Path], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as loaded: what its file says, by name and family; `page` holds its text under each heading.

    `whole` says that it can only speak when every file could be read: what is unused, say.
    """

    name: str
    family: str
    title: str
    page: Mapping[str, str]
    severity: Severity
    bad: tuple[Bad, ...]
    good: tuple[Good, ...]
    check: Check | None
    look: Look | None
    hold: Hold | None
    whole: bool


@cache
def names() -> Mapping[str, str]:
    """Give the family of every rule by the rule's name, as the folder `rules/` holds them."""
    folder = Path(__file__).parent / "rules"
    files = sorted(file for file in folder.glob("*/*.py") if not file.name.startswith("_"))
    return {file.stem.replace("_", "-"): file.parent.name for file in files}


def load(name: str) -> Rule:
    """Give the rule of that name. Raises UsageError, with the nearest names, when there is none."""
    family = names().get(name)
    if family is None:
        raise unknown(name, names())
    module = import_module(f"talentpart.lint.rules.{family}.{name.replace('-', '_')}")
    title, page = _page(module.__doc__ or "")
    return Rule(
        name=name,
        family=family,
        title=title,
        page=page,
        severity=cast("Severity", module.SEVERITY),
        bad=cast("tuple[Bad, ...]", module.BAD),
        good=cast("tuple[Good, ...]", module.GOOD),
        check=cast("Check | None", getattr(module, "check", None)),
        look=cast("Look | None", getattr(module, "look", None)),
        hold=cast("Hold | None", getattr(module, "hold", None)),
        whole=bool(getattr(module, "WHOLE", False)),
    )


def choose(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> frozenset[str]:
    """Give the names of the rules that are chosen by names or families: all, or those selected, less those ignored.

    Raises UsageError, with the nearest right names, for a word that is neither.
    """
    chosen = _named(select) or frozenset(names())
    return chosen - _named(ignore)


def _named(words: Iterable[str]) -> frozenset[str]:
    families = set(names().values())
    found: set[str] = set()
    for word in (name.strip() for listed in words for name in listed.split(",")):
        if word in families:
            found |= {name for name, family in names().items() if family == word}
        elif word in names():
            found.add(word)
        else:
            raise unknown(word, [*names(), *sorted(families)])
    return frozenset(found)


def unknown(word: str, known: Iterable[str] = ()) -> UsageError:
    """Give the error for a word that is no rule or family, with the nearest right ones."""
    near = nearest(word, known or names())
    hint = f"; did you mean {' or '.join(repr(each) for each in near)}?" if near else "; `talentpart rule` lists them"
    return UsageError(f"no rule called '{word}'{hint}", near=near)


def _page(docstring: str) -> tuple[str, dict[str, str]]:
    """Read a manual page: its first line is the title, and each paragraph begins with its heading and a colon."""
    title, *paragraphs = docstring.strip().split("\n\n")
    page: dict[str, str] = {}
    heading = ""
    for paragraph in paragraphs:
        first, colon, rest = paragraph.partition(":")
        if colon and first in HEADINGS:
            heading, text = first, rest
        else:
            text = paragraph
        page[heading] = " ".join([*page.get(heading, "").split(), *text.split()])
    return title, page
