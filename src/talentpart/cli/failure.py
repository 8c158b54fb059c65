"""What goes wrong, said in one place: a sentence on standard error, an exit code, and JSON where it was asked for."""

import os
import sys
from collections.abc import Sequence

from talentpart.cli.output import tell
from talentpart.errors import DataError, TalentpartError

BUG = 70
INTERRUPTED = 130
CLOSED_PIPE = 141


def known(error: TalentpartError, argv: Sequence[str]) -> int:
    """Say what is wrong with the command or its data, and give the exit code."""
    lines = error.findings if isinstance(error, DataError) else ()
    tell([*lines, f"error: {error.message}"])
    _as_json(argv, error.message, near=error.near, findings=lines)
    return error.exit_code


def usage(message: str, command: str, argv: Sequence[str]) -> int:
    """Say what is wrong with the words of the command line, and where to read more; gives 2."""
    sentence = (message[:1].lower() + message[1:]).rstrip(".") if message else "the command line is wrong"
    tell([f"error: {sentence}", f"`{command} --help` says more"])
    _as_json(argv, sentence)
    return 2


def bug(error: Exception, argv: Sequence[str]) -> int:
    """Say that the program is at fault; gives 70. The traceback is shown with --debug or TALENTPART_DEBUG."""
    if "--debug" in argv or os.environ.get("TALENTPART_DEBUG"):
        import traceback

        tell("".join(traceback.format_exception(error)).splitlines())
    words = str(error).splitlines()
    tell([
        f"this is a bug in talentpart: {type(error).__name__}{': ' + words[0] if words else ''}",
        "please report it with the output of `talentpart info`; --debug shows where it happened",
    ])  # fmt: skip
    _as_json(argv, f"this is a bug in talentpart: {type(error).__name__}")
    return BUG


def asks_json(argv: Sequence[str]) -> bool:
    """Tell whether a command line, right or wrong, asks for JSON on standard output."""
    asked = ""
    for before, word in zip(("", *argv), argv, strict=False):
        if word in {"-o", "--output"} or word.startswith(("--output=", "-o")):
            return False
        if before in {"-f", "--format"}:
            asked = word
        elif word.startswith("--format="):
            asked = word.removeprefix("--format=")
        elif word.startswith("-f") and not word.startswith("--"):
            asked = word[2:]
    return asked == "json"


def _as_json(argv: Sequence[str], message: str, near: Sequence[str] = (), findings: Sequence[str] = ()) -> None:
    """Leave a valid document on standard output, so that a program that reads it learns what happened."""
    if not asks_json(argv) or sys.stdout is None:
        return
    import contextlib
    import json

    error = {"message": message, "near": list(near), "findings": list(findings)}
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.write(json.dumps({"format_version": "1.0", "kind": "errors", "errors": [error]}, indent=2) + "\n")
        sys.stdout.flush()
