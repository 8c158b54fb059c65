"""One version of a page stands in the records twice.

What: Two sources have one address (whatever their scheme, `www.`, fragment, trailing slash or what only counts
readers), and can be of one day: neither is said to take the place of the other, and their days do not tell them apart.

Why: What a page says once would be counted as two witnesses, and half of what hangs on it be missed at each review.

How to mend: Keep one record, let all lines name it, and take the other out. Where they are two versions of the page,
say so: `replaced_by` in the older, and in both the days between which each can have been published.

Fine when: Never: one address and version is one source, and its parts are its `places`.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.lint.twins import twins
from talentpart.model.dataset import Dataset
from talentpart.values import Day

SEVERITY = Severity.ERROR
_PAGE = (
    "title: A page\nauthority: official\ntype: web-page\nurl: %s\nlanguage: en\n"
    'retrieved: "2026-01-02"\nread: whole\n%s\n'
)
_NAMED = {"projects/pilot.yaml": "source: two\nmobility: work\n"}
BAD = (
    Bad(
        {
            "sources/one.yaml": _PAGE % ("https://page.example/a", ""),
            "sources/two.yaml": _PAGE % ("http://page.example/a", ""),
        }
        | _NAMED,
        at=("sources/one.yaml", 4, 6),
        message="this is the page of 'two'; one address and version is one source, so keep one of the two records",
    ),
    Bad(
        {
            "sources/one.yaml": _PAGE % ("https://page.example/news?id=7", 'published: "2025-02-03"'),
            "sources/two.yaml": _PAGE % ("http://www.Page.example/news/?utm_source=x&id=7#top", 'published: "2025-02"'),
        },
        at=("sources/two.yaml", 4, 6),
        message="this is the page of 'one'; one address and version is one source, so keep one of the two records",
    ),
    Bad(
        {
            "sources/one.yaml": _PAGE % ("https://page.example/a", 'not_before: "2024"'),
            "sources/two.yaml": _PAGE
            % ("https://web.archive.org/web/20250203040506/https://page.example/a", 'not_after: "2025"'),
        },
        at=("sources/two.yaml", 4, 6),
        message="this is the page of 'one'; one address and version is one source, so keep one of the two records",
    ),
)
GOOD = (
    Good(
        {
            "sources/one.yaml": _PAGE % ("https://page.example/a", 'published: "2024"'),
            "sources/two.yaml": _PAGE % ("https://page.example/a", 'published: "2025"'),
        }
    ),
    Good(
        {
            "sources/one.yaml": _PAGE % ("https://page.example/a", 'not_before: "2024"\nreplaced_by: two'),
            "sources/two.yaml": _PAGE % ("https://page.example/a", 'not_before: "2024"'),
        }
    ),
    Good(
        {
            "sources/one.yaml": _PAGE % ("https://page.example/news?id=7", 'published: "2025"'),
            "sources/two.yaml": _PAGE % ("https://page.example/news?id=8", 'published: "2025"'),
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Give each source that has a twin, in the record that fewer words name, else in the later of the two by id."""
    for source, kept in twins(dataset):
        message = (
            f"this is the page of '{kept.id}'; one address and version is one source, so keep one of the two records"
        )
        hint = "or let the older version name the newer under replaced_by"
        yield Fault(message, source, steps=("url",), hint=hint, rests_on=(kept.id,))
