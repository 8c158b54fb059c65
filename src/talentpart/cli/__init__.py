"""The command line: the commands in the order of their help, options before or after them, errors in one place."""

import atexit
import gc
import importlib
import inspect
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Annotated, Any

import typer

from talentpart import __version__
from talentpart.cli import failure
from talentpart.cli.options import Shared
from talentpart.cli.output import ClosedPipeError, abandon, say, tell
from talentpart.errors import TalentpartError

COMMANDS = ("report", "query", "show", "lint", "rule", "fmt", "verify", "schema", "info")
# The options of pages with tables mean nothing to these.
_WITHOUT_TABLES = frozenset({"fmt", "lint", "rule", "schema"})
_TABULAR = frozenset({"table", "csv_raw", "bom"})
_COMPLETE = "_TALENTPART_COMPLETE"
_VALUED = frozenset({"--data", "-d", "--as-of", "--format", "-f", "--output", "-o", "--width"})
_FLAGS = frozenset({"--no-color", "--ascii", "--debug", "--quiet", "-q", "--verbose", "-v"})
_SHORT = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit code; nothing is raised, and only this package prints."""
    if argv is None:
        gc.disable()  # A command ends before its garbage would matter; looking for it costs 10 to 20 ms.
        atexit.register(gc.freeze)  # Nor need records be taken apart at the end: for 10,000 that takes 0.25 seconds.
    words = list(sys.argv[1:] if argv is None else argv)
    if os.environ.get(_COMPLETE):
        typer.main.get_command(app(COMMANDS)).main(args=words, prog_name="talentpart")
    words = _globals_last(words) or ["--help"]
    try:
        return _run(words)
    except (ClosedPipeError, BrokenPipeError):  # The second where Typer itself prints: the help.
        abandon()
        return failure.CLOSED_PIPE
    except KeyboardInterrupt:
        return failure.INTERRUPTED
    except TalentpartError as error:
        return failure.known(error, words)
    except Exception as error:  # noqa: BLE001 - whatever it is, the user gets two lines and not a traceback
        return failure.bug(error, words)


def app(commands: Sequence[str]) -> typer.Typer:
    """Build the command line with these commands."""
    frame = typer.Typer(
        name="talentpart", rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    )  # fmt: skip
    frame.callback()(_about)
    for name in commands:
        command = getattr(importlib.import_module(f"talentpart.cli.{name}"), name)
        frame.command(name)(_with_shared(command))
    return frame


def _run(words: Sequence[str]) -> int:
    # One command needs only its own module; all are needed for help, and for naming the nearest to a wrong one.
    command = typer.main.get_command(app((words[0],) if words[0] in COMMANDS else COMMANDS))
    try:
        with command.make_context("talentpart", list(words)) as context:
            result = command.invoke(context)
    except typer.Exit as exited:
        return exited.exit_code
    except typer.TyperException as error:
        asked = f"talentpart {words[0]}" if words[0] in COMMANDS else "talentpart"
        return failure.usage(error.format_message(), asked, words)
    return result if isinstance(result, int) else 0


def _print_version(*, asked: bool) -> None:
    if asked:
        say(f"talentpart {__version__}\n")
        raise typer.Exit


def _about(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Ask the public record of the EU's Talent Partnerships: who agreed what, who pays, what came of it.

    Options such as --data, --as-of, --format and --width stand before or after a command.
    """


def _with_shared(command: Callable[..., int | None]) -> Callable[..., int | None]:
    """Put the shared options in the place of a command's parameter `shared`, save those it has itself."""
    signature = inspect.signature(command)
    own = [each for each in signature.parameters.values() if each.name != "shared"]
    names = {each.name for each in own} | (_TABULAR if command.__name__ in _WITHOUT_TABLES else frozenset())
    added = [
        inspect.Parameter(each.name, inspect.Parameter.KEYWORD_ONLY, default=each.default, annotation=each.type)
        for each in fields(Shared)
        if each.name not in names
    ]

    def run(**given: Any) -> int | None:  # noqa: ANN401 - Typer has checked each value against its annotation
        shared = Shared(**{each.name: given.pop(each.name) for each in added})
        try:
            return command(**given, shared=shared) if "shared" in signature.parameters else command(**given)
        finally:
            if shared.debug:
                _tell_parser()

    keywords = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own]
    run.__signature__ = inspect.Signature(keywords + added)  # type: ignore[attr-defined]
    run.__annotations__ = {}
    run.__doc__ = command.__doc__
    return run


def _tell_parser() -> None:
    """Say that files were read slowly, where they were read and PyYAML was built without libyaml."""
    events = sys.modules.get("talentpart.store.events")
    if events is not None and not events.FAST:
        tell(["debug: PyYAML has no libyaml here, so files are read by its parser in Python, ten times slower"])


def _globals_last(words: Sequence[str]) -> list[str]:
    """Move shared options that stand before the command behind it, where the command reads them."""
    moved: list[str] = []
    rest = list(words)
    while rest and rest[0].startswith("-"):
        option = rest[0]
        if option in _VALUED and len(rest) > 1:
            moved += [rest.pop(0), rest.pop(0)]
        elif option in _FLAGS or {option.partition("=")[0], option[:_SHORT]} & _VALUED:
            moved.append(rest.pop(0))
        else:
            return [*words]
    return [rest[0], *moved, *rest[1:]] if rest else [*words]
