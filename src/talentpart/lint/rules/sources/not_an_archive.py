"""What is named as an archived copy is none.

What: `archived` of a source is the same address as its `url`, or does not look like an address of an archive.

Why: When the page goes, its copy goes too unless somebody else keeps it.

How to mend: Save the page in an archive (the Wayback Machine, archive.today, perma.cc, the web archive of the EU) and
write the address that it gives; an unofficial copy elsewhere is a source of its own, with `via`.

Fine when: It is an archive that the rule does not know: waive it.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from talentpart.finding import Severity
from talentpart.lint.address import is_archive, same_address
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.values import Day

SEVERITY = Severity.WARNING
_PAGE = (
    "title: A page\nauthority: official\ntype: web-page\nurl: https://page.example/a\nlanguage: en\n"
    'published: "2025"\nretrieved: "2026-01-02"\nread: whole\narchived: %s\n'
)
_USED = "source: page\nmobility: work\n"
BAD = (
    Bad(
        {"sources/page.yaml": _PAGE % "http://www.page.example/a/", "projects/pilot.yaml": _USED},
        at=("sources/page.yaml", 9, 11),
        message="this is the address of the page itself, and its copy should stand in an archive",
    ),
    Bad(
        {"sources/page.yaml": _PAGE % "https://copies.example/a", "projects/pilot.yaml": _USED},
        at=("sources/page.yaml", 9, 11),
        message="copies.example is no archive that is known; name a copy in one, such as web.archive.org",
    ),
)
GOOD = (
    Good(
        {
            "sources/page.yaml": _PAGE % "https://web.archive.org/web/20250102030405/https://page.example/a",
            "projects/pilot.yaml": _USED,
        }
    ),
    Good({"sources/page.yaml": _PAGE % "https://perma.cc/AB12-CD34", "projects/pilot.yaml": _USED}),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look at the address of each archived copy."""
    for source in dataset.all(Source):
        if not source.archived:
            continue
        if source.url and same_address(source.archived, source.url):
            message = "this is the address of the page itself, and its copy should stand in an archive"
        elif not is_archive(source.archived):
            host = urlsplit(source.archived).netloc
            message = f"{host} is no archive that is known; name a copy in one, such as web.archive.org"
        else:
            continue
        yield Fault(message, source, steps=("archived",))
