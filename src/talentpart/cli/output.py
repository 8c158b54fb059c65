"""From a page to standard output or a file: the format, the width, the colour, the encoding, and what can go wrong."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from talentpart.cli.options import Shared, find
from talentpart.errors import TalentpartError, UsageError

if TYPE_CHECKING:
    from talentpart.model.dataset import Dataset
    from talentpart.page import Origin, Page
    from talentpart.render import Options

SUFFIXES = {
    ".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".tsv": "tsv", ".md": "markdown", ".txt": "text",
}  # fmt: skip
# A briefing that is not shown at a terminal is laid out as on a page; rows are left as long as they are.
_PIPE_WIDTH = 100
_NARROWEST = 40
_DELIMITED = frozenset({"csv", "tsv"})
# Only these formats hold the notes of a page of rows; for the others they go to standard error.
_HOLDS_NOTES = frozenset({"json"})


class ClosedPipeError(Exception):
    """Whoever read our output has gone; there is nobody left to tell."""


def origin(dataset: "Dataset") -> "Origin":
    """Give which dataset an answer rests on."""
    from talentpart.page import Origin

    return Origin(dataset.about.version, dataset.about.day.text, dataset.sha256, dataset.where)


def answer(page: "Page", shared: Shared, *, sources: bool = True) -> None:
    """Print a page, or write it to `--output`, in the format asked for.

    Raises UsageError for an unknown format or an output inside the data, TalentpartError when it cannot be written.
    """
    name = pick(shared)
    import talentpart.render as renderers

    if name not in renderers.names():
        raise unknown_format(name, renderers.names())
    render = renderers.load(name)
    options = renderers.Options(
        width=_width(page, shared), color=name == "terminal" and coloured(shared), ascii=shared.ascii,
        table=shared.table, csv_raw=shared.csv_raw, bom=shared.bom, sources=sources,
    )  # fmt: skip
    text = _fitting(page, render, options, shared)
    write(text, shared)
    raw = replace(options, csv_raw=True)
    if name in _DELIMITED and options != raw and text != _fitting(page, render, raw, shared):
        remark(["texts that begin like a formula stand behind a quote mark; --csv-raw leaves them as they are"], shared)
    if page.shape == "items" and name not in _HOLDS_NOTES:
        remark(page.notes, shared)
    if shared.verbose:
        remark([f"{page.origin.where}, version {page.origin.version}, as of {page.as_of}"], shared)


def pick(shared: Shared) -> str:
    """Give the name of the format: as asked for, else by the suffix of the output, else by where the output goes."""
    if shared.format is not None:
        return shared.format
    if shared.output is not None and str(shared.output) != "-":
        suffix = shared.output.suffix.lower()
        if suffix in SUFFIXES:
            return SUFFIXES[suffix]
        message = f"no format belongs to '{shared.output.name}'; end it in {', '.join(SUFFIXES)} or give --format"
        raise UsageError(message)
    return "terminal" if coloured(shared) or _is_terminal() else "text"


def unknown_format(name: str, names: Iterable[str]) -> UsageError:
    """Give the error for a format that does not exist, with the nearest one that does."""
    from talentpart.queries.subjects import nearest

    known = tuple(names)
    near = nearest(name, known, most=1)
    hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
    return UsageError(f"no format called '{name}'; {hint}", near=near or known)


def coloured(shared: Shared) -> bool:
    """Tell whether to use colour and bold: never against NO_COLOR, always for FORCE_COLOR, else at a terminal."""
    environment = os.environ
    if shared.no_color or environment.get("NO_COLOR"):
        return False
    forced = environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE")
    if forced:
        return forced != "0"
    return _is_terminal() and environment.get("TERM") != "dumb"


def remark(notes: Iterable[str], shared: Shared) -> None:
    """Print remarks that are no part of the answer on standard error, unless `--quiet`."""
    if not shared.quiet:
        tell(notes)


def tell(lines: Iterable[str]) -> None:
    """Print lines on standard error, whatever stands in them; nobody may be there to read them."""
    import contextlib

    from talentpart.plain import safe

    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            for line in lines:
                print(safe(line), file=sys.stderr)


def write(text: str, shared: Shared) -> None:
    """Write a text to `--output`, whole or not at all, else to standard output."""
    if shared.output is not None and str(shared.output) != "-":
        _write_file(text, shared.output, shared)
    else:
        say(text)


def say(text: str) -> None:
    """Write a text to standard output.

    Raises ClosedPipeError when the reader has gone, TalentpartError when standard output is closed or full.
    """
    if sys.stdout is None:
        message = "cannot write the answer: standard output is closed"
        raise TalentpartError(message)
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        abandon()
        raise ClosedPipeError from None
    except UnicodeEncodeError:
        raise
    except (OSError, ValueError) as error:
        abandon()
        message = f"cannot write the answer: {_reason(error)}"
        raise TalentpartError(message) from None


def abandon() -> None:
    """Send what is left in the buffers nowhere, so that the interpreter finds nothing to complain of when it ends."""
    import contextlib

    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _is_terminal() -> bool:
    try:
        return sys.stdout is not None and sys.stdout.isatty()
    except ValueError:
        return False


def _width(page: "Page", shared: Shared) -> int | None:
    if shared.width is not None:
        if shared.width < _NARROWEST:
            message = f"--width is {shared.width}; it should be {_NARROWEST} or more"
            raise UsageError(message)
        return shared.width
    if shared.output is None and _is_terminal():
        import shutil

        return max(shutil.get_terminal_size().columns, _NARROWEST)
    return None if page.shape == "items" else _PIPE_WIDTH


def _fitting(page: "Page", render: "Callable[[Page, Options], str]", options: "Options", shared: Shared) -> str:
    """Render, and once more in ASCII where the encoding of standard output cannot hold the text."""
    text = render(page, options)
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if shared.output is not None and str(shared.output) != "-":
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = render(page, replace(options, ascii=True))
        return text.encode(encoding, "backslashreplace").decode(encoding)
    return text


def _write_file(text: str, output: Path, shared: Shared) -> None:
    root = _root(shared)
    if root is not None and output.resolve().is_relative_to(root):
        message = f"'{output}' lies inside the dataset; write the answer elsewhere"
        raise UsageError(message)
    try:
        if output.exists() and not output.is_file():
            output.write_text(text, encoding="utf-8", newline="\n")  # A device or pipe cannot be replaced.
            return
        beside = output.with_name(f".{output.name}.{os.getpid()}.tmp")
        try:
            with beside.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            beside.replace(output)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        message = f"cannot write '{output}': {_reason(error)}"
        raise TalentpartError(message) from None


def _root(shared: Shared) -> Path | None:
    """Give the folder of the dataset; none for a command that answers without one."""
    try:
        return find(shared)[0].resolve()
    except TalentpartError:
        return None
