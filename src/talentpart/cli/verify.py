"""`talentpart verify [PATH…] --texts DIR`: whether what the records say is printed in their sources, and where."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentpart.cli.options import Shared

if TYPE_CHECKING:
    from talentpart.verify.result import Result

Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="[PATH]...", help="Check the records of these files and folders alone.")
]
Texts = Annotated[
    Path, typer.Option("--texts", metavar="DIR", help="The folder of the saved texts, SOURCE-ID.txt each.")
]
# Formats for machines get every value; people get the counts and what was not found.
_ROWS = frozenset({"json", "jsonl", "csv", "tsv"})


def verify(
    shared: Shared,
    texts: Texts,
    paths: Paths = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Show every value, also those found.")] = False,
) -> int:
    """Hold each claim against the saved text of its source.

    Exits with 1 when something is not found that no note explains.
    """
    from talentpart.cli.options import open_whole, today
    from talentpart.cli.output import answer, origin, pick
    from talentpart.model.records import Source
    from talentpart.verify import account
    from talentpart.verify.check import check
    from talentpart.verify.texts import read_texts

    day, dataset = today(shared), open_whole(shared)
    held = read_texts(texts, [each.id for each in dataset.all(Source)])
    results = check(dataset, held, paths or ())
    _any(results, held, texts)
    if pick(shared) in _ROWS:
        page = account.items(results, day, origin(dataset))
    else:
        page = account.told(results, day, origin(dataset), every=every)
    answer(page, shared)
    return 1 if any(each.result == "not-found" for each in results) else 0


def _any(results: "list[Result]", held: dict[str, str], texts: Path) -> None:
    """Raise UsageError where there is no claim to check, or no text to check one against."""
    from talentpart.errors import UsageError

    cited = sorted({each.source for each in results if each.source})
    if not cited:
        message = "nothing to check: the records chosen say nothing by a source"
        raise UsageError(message)
    if not held.keys() & set(cited):
        message = f"'{texts}' has no text of a source that is cited; it should hold {cited[0]}.txt or its like"
        raise UsageError(message)
