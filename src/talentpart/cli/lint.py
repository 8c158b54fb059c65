"""`talentpart lint [PATH…]`: what is wrong with the data, where, and how to mend it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentpart.cli.options import Shared

if TYPE_CHECKING:
    from talentpart.lint.outcome import Outcome

Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="[PATH]...", help="Report on these files and folders alone.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format", "-f", metavar="NAME[:FILE]",
        help="full, concise, json, github or statistics, perhaps into a file; may be given more than once.",
    ),
]  # fmt: skip
Rules = Annotated[list[str] | None, typer.Option("--select", metavar="NAME", help="Only these rules or families.")]
Ignored = Annotated[list[str] | None, typer.Option("--ignore", metavar="NAME", help="Not these rules or families.")]
Most = Annotated[int, typer.Option(min=0, metavar="N", help="Findings shown of one rule in one file; 0 shows all.")]


def lint(
    shared: Shared,
    paths: Paths = None,
    format: Formats = None,  # noqa: A002 - the name of the option
    select: Rules = None,
    ignore: Ignored = None,
    max_findings: Most = 20,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Paths may hold no records.")] = False,
) -> int:
    """Find what is wrong with the data, where, and how to mend it.

    Links are checked against the whole dataset, whatever paths are given. Exits with 1 when there are errors.
    """
    from talentpart.cli.options import find, today
    from talentpart.lint.rule import choose
    from talentpart.lint.runner import Wanted
    from talentpart.lint.runner import lint as run

    targets = _targets([*(format or ()), *(["statistics"] if statistics else ())], shared)
    wanted = Wanted(choose(select or (), ignore or ()), tuple(paths or ()), max_findings, allow_empty)
    outcome = run(*find(shared), today(shared), wanted)
    for name, file in targets:
        _give(outcome, name, replace(shared, output=file))
    return 1 if outcome.failed(strict=strict) else 0


def _targets(formats: list[str], shared: Shared) -> list[tuple[str, Path | None]]:
    """Give each format with the file that it goes to; at most one goes to `--output` or standard output."""
    from talentpart.errors import UsageError
    from talentpart.lint.formats import load, names

    asked = formats or [next((n for n in names() if shared.output and shared.output.suffix == f".{n}"), "full")]
    targets: list[tuple[str, Path | None]] = []
    for each in asked:
        name, _, file = each.partition(":")
        load(name)
        targets.append((name, Path(file) if file else shared.output))
    unnamed = [each for each in asked if ":" not in each]
    if len(unnamed) > 1:
        message = (
            f"{' and '.join(unnamed)} would be written into one another; give each but one a file, {unnamed[1]}:FILE"
        )
        raise UsageError(message)
    return targets


def _give(outcome: "Outcome", name: str, shared: Shared) -> None:
    import sys

    from talentpart.cli.output import coloured, write
    from talentpart.lint.formats import load
    from talentpart.plain import ascii_only

    text = load(name)(outcome, color=shared.output is None and coloured(shared))
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if shared.ascii or (shared.output is None and text.encode(encoding, "ignore").decode(encoding) != text):
        text = ascii_only(text)
    write(text, shared)
