"""`talentpart lint [PATH…]`: what is wrong with the data, where, and how to mend it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentpart.cli.options import Shared

if TYPE_CHECKING:
    from talentpart.cli.targets import Target
    from talentpart.lint.fix import Mending
    from talentpart.lint.outcome import Outcome
    from talentpart.lint.runner import Wanted

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help="Report on these files and folders alone; - reads standard input."),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format", "-f", metavar="NAME[:FILE]",
        help="full, concise, json, jsonl, github, gitlab, sarif, junit, markdown or statistics, perhaps into a file; "
        "may be given more than once.",
    ),
]  # fmt: skip
Rules = Annotated[list[str] | None, typer.Option("--select", metavar="NAME", help="Only these rules or families.")]
Ignored = Annotated[list[str] | None, typer.Option("--ignore", metavar="NAME", help="Not these rules or families.")]
Most = Annotated[int, typer.Option(min=0, metavar="N", help="Findings shown of one rule in one file; 0 shows all.")]
StdinPath = Annotated[
    Path | None, typer.Option("--stdin-path", metavar="PATH", help="The file that standard input stands in for.")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="REV", help="Only what has changed since this git revision.")
]
Texts = Annotated[
    Path | None, typer.Option("--texts", metavar="DIR", help="Hold claims against saved texts, SOURCE-ID.txt each.")
]


def lint(
    shared: Shared,
    paths: Paths = None,
    format: Formats = None,  # noqa: A002 - the name of the option
    select: Rules = None,
    ignore: Ignored = None,
    max_findings: Most = 20,
    since: Since = None,
    stdin_path: StdinPath = None,
    texts: Texts = None,
    *,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is safe to mend, and show the rest.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Paths may hold no records.")] = False,
) -> int:
    """Find what is wrong with the data, where, and how to mend it.

    Links are checked against the whole dataset, whatever paths are given. Exits with 1 when there are errors, or when
    --diff shows something to change.
    """
    from talentpart.cli.options import find, today
    from talentpart.cli.patience import patience
    from talentpart.cli.stdin import stands_in
    from talentpart.cli.targets import give, targets
    from talentpart.lint.rule import choose
    from talentpart.lint.runner import Wanted
    from talentpart.lint.runner import lint as run

    wanted = Wanted(choose(select or (), ignore or ()), tuple(paths or ()), max_findings, allow_empty, texts=texts)
    from_stdin = stands_in(wanted.paths, stdin_path, "lint")
    root, where = find(shared)
    chosen = targets([*(format or ()), *(["statistics"] if statistics else ())], shared, root)
    _refuse(chosen, texts, fix=fix or diff, diff=diff, from_stdin=from_stdin, since=since)
    if from_stdin and stdin_path is not None:
        wanted = _with_stdin(wanted, root, stdin_path)
    if since is not None:
        from talentpart.lint.since import changes

        wanted = replace(wanted, since=changes(root, since))
    day = today(shared)
    if not fix and not diff:
        with patience("checking the records", shared):
            outcome = run(root, where, day, wanted)
        give(replace(outcome, strict=strict), chosen, shared)
        _offer(outcome, chosen, shared)
        return 1 if outcome.failed(strict=strict) else 0
    from talentpart.lint.fix import fix as mend

    with patience("mending the records", shared):
        mending = mend(root, where, day, wanted, write=not diff)
    if diff:
        _show(mending, shared)
    give(replace(mending.outcome, strict=strict), chosen, shared)
    _tell(mending, shared, diff=diff)
    return 1 if mending.outcome.failed(strict=strict) or mending.notes or (diff and mending.changes) else 0


def _refuse(
    chosen: "tuple[Target, ...]", texts: Path | None, *, fix: bool, diff: bool, from_stdin: bool, since: str | None
) -> None:
    """Raise UsageError for what cannot be asked for together, and for a folder of texts that is none."""
    from talentpart.cli.targets import FOR_PEOPLE
    from talentpart.errors import UsageError

    if since is not None and from_stdin:
        message = "--since asks which files have changed, and standard input is none; leave one of the two out"
        raise UsageError(message)
    if fix and from_stdin:
        message = "--fix mends files, and standard input is none; `talentpart fmt -` gives a text in canonical form"
        raise UsageError(message)
    mixed = next((each.format for each in chosen if each.file is None and each.format not in FOR_PEOPLE), "")
    if diff and mixed:
        message = f"--diff and {mixed} would be written into one another; give it a file, {mixed}:FILE"
        raise UsageError(message)
    if texts is not None and not texts.is_dir():
        message = f"there is no folder {texts}; --texts takes the folder of the saved texts"
        raise UsageError(message)


def _with_stdin(wanted: "Wanted", root: Path, path: Path) -> "Wanted":
    from talentpart.cli.stdin import name_below, read_stdin

    name = name_below(root, path)
    return replace(wanted, paths=(root / name,), instead={name: read_stdin()})


def _offer(outcome: "Outcome", chosen: "tuple[Target, ...]", shared: Shared) -> None:
    """Say on standard error how many findings a machine can mend, where a person reads them."""
    from talentpart.cli.output import remark
    from talentpart.cli.targets import FOR_PEOPLE
    from talentpart.lint.outcome import plural

    many = sum(bool(each.fix) for each in outcome.findings)
    if many and any(each.file is None and each.format in FOR_PEOPLE for each in chosen):
        remark([f"--fix mends what is safe to mend, here {plural(many, 'finding')}; --diff shows it first"], shared)


def _show(mending: "Mending", shared: Shared) -> None:
    from talentpart.cli.changes import diff
    from talentpart.cli.output import say
    from talentpart.cli.targets import fits

    for change in mending.changes:
        say(fits(diff(change.path, change.was, change.now), shared))


def _tell(mending: "Mending", shared: Shared, *, diff: bool) -> None:
    """Say on standard error how much was mended, and what went wrong."""
    from talentpart.cli.output import remark, tell
    from talentpart.lint.outcome import plural

    tell(mending.notes)
    every = mending.done + len(mending.outcome.findings)
    verb = "would mend" if diff else "mended"
    remark([f"{verb} {mending.done} of {plural(every, 'finding')} in {plural(len(mending.changes), 'file')}"], shared)
