"""Where the findings go: each format to standard output or to a file, all of them written or none."""

import contextlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from talentpart.cli.options import Shared
from talentpart.errors import TalentpartError, UsageError

if TYPE_CHECKING:
    from talentpart.lint.outcome import Outcome

# What people read may follow a diff on standard output; a program would stumble over it.
FOR_PEOPLE = frozenset({"concise", "full", "statistics"})


@dataclass(frozen=True, slots=True)
class Target:
    """A format, and the file that it goes to: standard output where there is none."""

    format: str
    file: Path | None = None


def targets(formats: Sequence[str], shared: Shared, root: Path) -> tuple[Target, ...]:
    """Give the formats asked for, with their files: `NAME:FILE`, else `--output`, else standard output.

    Raises UsageError for an unknown format, for two that go to one place, and for a file inside the dataset.
    """
    from talentpart.lint.formats import belonging, load

    output = None if shared.output is None or str(shared.output) == "-" else shared.output
    asked = list(formats) or [(belonging(output.suffix) if output else None) or "full"]
    found: list[Target] = []
    for each in asked:
        name, colon, file = each.partition(":")
        load(name)
        if colon and not file:
            message = f"'{each}' names no file; write {name}:FILE, or {name} alone"
            raise UsageError(message)
        found.append(Target(name, (Path(file) if file != "-" else None) if colon else output))
    if output is not None and all(":" in each for each in asked):
        message = f"nothing is left for --output {output}, since every format has a file of its own"
        raise UsageError(message)
    _apart(found)
    for target in found:
        if target.file is not None and Path(os.path.realpath(target.file)).is_relative_to(os.path.realpath(root)):
            message = f"'{target.file}' lies inside the dataset; write the answer elsewhere"
            raise UsageError(message)
    return tuple(found)


def give(outcome: "Outcome", chosen: Sequence[Target], shared: Shared) -> None:
    """Write the findings in each format; nothing is written before everything is rendered, and files all or none.

    Raises TalentpartError where a file cannot be written.
    """
    from talentpart.cli.output import say

    texts = [(target.file, _rendered(outcome, target, shared)) for target in chosen]
    _write_files([(file, text) for file, text in texts if file is not None])
    for file, text in texts:
        if file is None:
            say(text)


def fits(text: str, shared: Shared) -> str:
    """Give a text for standard output, spelled in ASCII where that is asked for or nothing else can be printed."""
    from talentpart.plain import ascii_only

    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if shared.ascii or text.encode(encoding, "ignore").decode(encoding) != text:
        return ascii_only(text)
    return text


def _apart(found: Sequence[Target]) -> None:
    """Raise UsageError where two formats would be written to one place."""
    first: dict[str, Target] = {}
    for target in found:
        place = "" if target.file is None else os.path.realpath(target.file)
        other = first.setdefault(place, target)
        if other is not target:
            both = f"{other.format} and {target.format} would be written into one another"
            message = f"{both}; give each but one a file, {target.format}:FILE"
            if target.file is not None:
                message = f"{both} in '{target.file}'; give each a file of its own"
            raise UsageError(message)


def _rendered(outcome: "Outcome", target: Target, shared: Shared) -> str:
    from talentpart.cli.output import coloured
    from talentpart.lint.formats import load
    from talentpart.plain import ascii_only

    text = load(target.format)(outcome, color=target.file is None and coloured(shared))
    if target.file is None:
        return fits(text, shared)
    return ascii_only(text) if shared.ascii else text


def _write_files(texts: Sequence[tuple[Path, str]]) -> None:
    """Write every file beside its place first and then put all in their places."""
    waiting: list[tuple[Path, Path]] = []
    file = Path()
    try:
        for file, text in texts:
            if file.exists() and not file.is_file():
                file.write_text(text, encoding="utf-8", newline="\n")  # A device or pipe cannot be replaced.
                continue
            beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
            waiting.append((beside, file))
            with beside.open("x", encoding="utf-8", newline="\n") as opened:
                opened.write(text)
        for beside, file in waiting:
            beside.replace(file)
    except OSError as error:
        message = f"cannot write '{file}': {(error.strerror or str(error)).lower()}"
        raise TalentpartError(message) from None
    finally:
        for beside, _ in waiting:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
