"""`talentpart fmt [PATH…]`: files in canonical form, with their comments, and never with another meaning."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentpart.cli.options import Shared

if TYPE_CHECKING:
    from talentpart.store.parse import Document

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help="These files and folders alone; - reads standard input."),
]
StdinPath = Annotated[
    Path | None, typer.Option("--stdin-path", metavar="PATH", help="The file that standard input stands in for.")
]


def fmt(
    shared: Shared,
    paths: Paths = None,
    stdin_path: StdinPath = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if something would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and write nothing.")] = False,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Paths may hold no records.")] = False,
) -> int:
    """Write files in canonical form; comments stay, and no file changes its meaning.

    Canonical form is: quoted days and places, LF, one final line end, no tabs or trailing blanks, one blank behind :
    and a comma; nothing else. A file whose form only a person can mend is named and left as it is. Exits with 1 for
    such a file, and with --check or --diff when something would change.
    """
    from talentpart.cli.options import find
    from talentpart.cli.stdin import stands_in
    from talentpart.errors import UsageError
    from talentpart.lint.scope import Scope
    from talentpart.store.folder import read

    if shared.format is not None or shared.output is not None:
        message = "fmt writes the files themselves, so it takes neither --format nor --output"
        raise UsageError(message)
    given = tuple(paths or ())
    from_stdin = stands_in(given, stdin_path, "fmt")
    root, _ = find(shared)
    if from_stdin and stdin_path is not None:
        return _stdin(root, stdin_path, shared, check=check, diff=diff)
    documents = list(read(root))
    scope = Scope.of(root, documents, given, allow_empty=allow_empty)
    chosen = [each for each in documents if each.kind and scope.holds(each.path)]
    done = [_one(document, root, shared, write=not (check or diff), show=diff) for document in chosen]
    _tell(done, shared, written=not (check or diff))
    return 1 if _FAILED in done or (_CHANGED in done and (check or diff)) else 0


_SAME, _CHANGED, _FAILED = "same", "changed", "failed"


def _one(document: "Document", root: Path, shared: Shared, *, write: bool, show: bool) -> str:
    """Format one file, and say what became of it."""
    from talentpart.cli.changes import diff
    from talentpart.cli.output import say, tell
    from talentpart.cli.targets import fits
    from talentpart.store.edits import raw_of, replace_file
    from talentpart.store.format import formatted

    made = formatted(document)
    for each in made.stuck:
        tell([f"{each.location}: {each.severity}: {each.message} [{each.rule}]"])
    if made.stuck:
        return _FAILED
    was = raw_of(document)
    for fix in made.dropped:
        tell([f"{fix[0].location}: canonical form would change what the file means here; this is a bug in talentpart"])
    failed = bool(made.dropped)
    if made.raw == was:
        return _FAILED if failed else _SAME
    if show:
        say(fits(diff(document.path, was, made.raw), shared))
    elif not write:
        tell([f"{document.path} is not in canonical form"])
    why = replace_file(root / document.name, made.raw, was, root) if write else ""
    if why:
        tell([f"{document.path} was not written: {why}"])
    return _FAILED if why or failed else _CHANGED


def _stdin(root: Path, path: Path, shared: Shared, *, check: bool, diff: bool) -> int:
    """Give the canonical form of standard input on standard output, or of --check and --diff what they ask for."""
    from talentpart.cli.output import say, tell
    from talentpart.cli.stdin import name_below, read_stdin
    from talentpart.store.folder import place_of, printable
    from talentpart.store.format import formatted
    from talentpart.store.parse import parse

    name = name_below(root, path)
    document = parse(printable(str(path)), read_stdin())
    document.name, document.kind, document.id = place_of(name)
    if check or diff:
        return 0 if _one(document, root, shared, write=False, show=diff) == _SAME else 1
    made = formatted(document)
    for each in made.stuck:
        tell([f"{each.location}: {each.severity}: {each.message} [{each.rule}]"])
    if made.stuck:
        return 1
    say(made.raw.decode())
    return 0


def _tell(done: list[str], shared: Shared, *, written: bool) -> None:
    """Say on standard error how many files are in canonical form now, or are not."""
    from talentpart.cli.output import remark
    from talentpart.lint.outcome import plural

    changed, failed = done.count(_CHANGED), done.count(_FAILED)
    every = plural(len(done), "file")
    if changed:
        said = f"{changed} of {every} {'written' if written else 'not'} in canonical form"
    else:
        said = f"{plural(len(done) - failed, 'file')} in canonical form"
    remark([f"{said}, {failed} left for you to mend" if failed else said], shared)
