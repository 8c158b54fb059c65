"""The options that mean the same for every command, and what each command begins with: the data and the day."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentpart.errors import UsageError

if TYPE_CHECKING:
    from talentpart.model.dataset import Dataset
    from talentpart.values import Day


@dataclass(frozen=True, slots=True)
class Shared:
    """What every command accepts, before or after its name.

    A command takes one parameter `shared: Shared`; the frame puts these options in its place. A parameter of the same
    name in the command itself (`format` of lint) stands instead of the one here.
    """

    data: Annotated[
        Path | None,
        typer.Option("--data", "-d", metavar="DIR", help="The folder of the dataset (or TALENTPART_DATA)."),
    ] = None
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="Tell nothing that happened after this day (2024-01, 2024-01-31)."),
    ] = None
    format: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="NAME", help="How the answer looks: text, json, csv and others."),
    ] = None
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file; its suffix picks the format."),
    ] = None
    width: Annotated[
        int | None, typer.Option("--width", metavar="COLUMNS", help="Lay the answer out to this width.")
    ] = None
    table: Annotated[
        str, typer.Option("--table", metavar="ID", help="Which table of a page to write as csv or tsv.")
    ] = ""
    csv_raw: Annotated[
        bool, typer.Option("--csv-raw", help="In csv, leave cells that begin like a formula as they are.")
    ] = False
    bom: Annotated[bool, typer.Option("--bom", help="Begin a file with a byte order mark, for old spreadsheets.")] = (
        False
    )
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour and no bold (or NO_COLOR).")] = False
    ascii: Annotated[bool, typer.Option("--ascii", help="Print ASCII characters only.")] = False
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a bug (or TALENTPART_DEBUG).")] = False
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No remarks beside the answer.")] = False
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say which dataset and day were used.")] = False


def today(shared: Shared) -> "Day":
    """Give the day as of which to answer: `--as-of`, else SOURCE_DATE_EPOCH, else today, both in UTC.

    Raises UsageError when what was given is no day.
    """
    from datetime import UTC, datetime

    from talentpart.values import Day

    given = day_of("--as-of", shared.as_of)
    if given is not None:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        now = datetime.now(UTC)
        return Day.parse(now.date().isoformat())
    try:
        return Day.parse(datetime.fromtimestamp(int(epoch), UTC).date().isoformat())
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH is '{epoch}'; it should be a number of seconds since 1970, such as 1795478400"
        raise UsageError(message) from None


def find(shared: Shared) -> tuple[Path, str]:
    """Give the folder of the dataset, and in words where it was found; raises TalentpartError when there is none."""
    from talentpart.model.load import find_data

    return find_data(shared.data, os.environ, Path.cwd())


def open_whole(shared: Shared) -> "Dataset":
    """Give the dataset with all it holds, whatever the day."""
    from talentpart.model.load import open_dataset

    root, where = find(shared)
    return open_dataset(root, where)


def open_data(shared: Shared) -> "tuple[Dataset, Day]":
    """Give the dataset as it could be told on the day that is asked for, and that day."""
    from talentpart.queries.told import as_of

    day = today(shared)
    return as_of(open_whole(shared), day), day


def day_of(option: str, text: str | None) -> "Day | None":
    """Give the day that an option names, none where it is not given. Raises UsageError when it is no day."""
    from talentpart.values import Day

    try:
        return Day.parse(text) if text else None
    except ValueError as error:
        message = f"{option} is not a day: {error}"
        raise UsageError(message) from None
