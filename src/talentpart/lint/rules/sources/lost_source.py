"""A source does not open any more, and nothing stands in for it.

What: A source is `status: gone` and names no archived copy, while claims rest on it alone, or while it names no newer
version either; or it is `status: moved`, and neither a record of its new address (`replaced_by`) nor an archived copy
is named.

Why: A claim that stands on nothing that opens cannot be checked by anybody, however well it was read at the time.

How to mend: Look for a copy in an archive and put its address under `archived`; or name under `replaced_by` the record
of the page at its new address; or give each claim that stands on it another source that still opens.

Fine when: No copy is found anywhere and the claim is worth keeping: waive it, and say where was looked.
"""

from collections.abc import Iterator

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.model.dataset import Dataset
from talentpart.model.records import Source
from talentpart.queries.witness import Claim, by_source
from talentpart.values import Day

SEVERITY = Severity.WARNING
_PAGE = (
    'title: A page\nauthority: official\ntype: web-page\nurl: https://page.example/\nlanguage: en\npublished: "2025"\n'
    'retrieved: "2026-01-02"\nread: whole\nstatus: %s\n'
)
_FIGURE = "figures:\n  - {measure: trained, value: 9, source: %s}\n"
_ARCHIVED = "archived: https://web.archive.org/web/20250102/https://page.example/\n"
BAD = (
    Bad(
        {"sources/page.yaml": _PAGE % "gone", "projects/pilot.yaml": _FIGURE % "page"},
        at=("sources/page.yaml", 9, 9),
        message="the page is gone and no archived copy is named, so pilot.figures.trained stands on nothing that opens",
    ),
    Bad(
        {
            "sources/page.yaml": _PAGE % "gone\nreplaced_by: report",
            "projects/pilot.yaml": _FIGURE % "page" + "  - {measure: moved, value: 3, source: page}\n",
        },
        at=("sources/page.yaml", 9, 9),
        message=(
            "the page is gone and no archived copy is named, so 2 claims stand on nothing that opens; "
            "the first is pilot.figures.trained"
        ),
    ),
    Bad(
        {"sources/page.yaml": _PAGE % "gone", "projects/pilot.yaml": _FIGURE % "[page, report]"},
        at=("sources/page.yaml", 9, 9),
        message="the page is gone, and neither an archived copy nor its newer version is named",
    ),
    Bad(
        {"sources/page.yaml": _PAGE % "moved", "projects/pilot.yaml": _FIGURE % "[page, report]"},
        at=("sources/page.yaml", 9, 9),
        message="the page has moved, and where it stands now is not said",
    ),
)
GOOD = (
    Good({"sources/page.yaml": _PAGE % "gone" + _ARCHIVED, "projects/pilot.yaml": _FIGURE % "page"}),
    Good({"sources/page.yaml": _PAGE % "moved\nreplaced_by: report", "projects/pilot.yaml": _FIGURE % "page"}),
    Good(
        {
            "sources/page.yaml": _PAGE % "gone\nreplaced_by: report",
            "projects/pilot.yaml": _FIGURE % "page" + "  - {measure: trained, value: 9, source: report}\n",
        }
    ),
)


def check(dataset: Dataset, as_of: Day) -> Iterator[Fault]:  # noqa: ARG001 - every rule takes the day
    """Look at each source that is gone or has moved, and at the claims that no other source still bears."""
    lost = [each for each in dataset.all(Source) if each.status in {"gone", "moved"} and not each.archived]
    if not lost:
        return
    gone = {each.id for each in lost if each.status == "gone"}
    hanging = by_source(dataset)
    for source in lost:
        if source.status == "moved":
            if not source.replaced_by:
                message = "the page has moved, and where it stands now is not said"
                hint = "name the record of its new address under replaced_by, or a copy under archived"
                yield Fault(message, source, steps=("status",), hint=hint)
            continue
        bare = [claim for claim in hanging.get(source.id, ()) if claim.sources <= gone]
        if bare or not source.replaced_by:
            hint = "name a copy under archived; or give each claim another source that still opens"
            yield Fault(_gone(bare), source, steps=("status",), hint=hint)


def _gone(bare: list[Claim]) -> str:
    if not bare:
        return "the page is gone, and neither an archived copy nor its newer version is named"
    stands = f"{bare[0].path} stands on nothing that opens"
    if len(bare) > 1:
        stands = f"{len(bare)} claims stand on nothing that opens; the first is {bare[0].path}"
    return f"the page is gone and no archived copy is named, so {stands}"
