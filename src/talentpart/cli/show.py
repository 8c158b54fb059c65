"""`talentpart show ID`: one record, with its labels, its claims and their sources."""

from typing import Annotated

import typer

from talentpart.cli.complete import records
from talentpart.cli.options import Shared

Id = Annotated[str, typer.Argument(metavar="ID", help="The record's id, or a name of it.", autocompletion=records)]


def show(record: Id, shared: Shared) -> None:
    """Print one record with labels, claims and sources."""
    from talentpart.cli.options import open_whole, today
    from talentpart.cli.output import answer
    from talentpart.cli.record import page_of
    from talentpart.errors import UnknownName
    from talentpart.queries.subjects import record_id
    from talentpart.queries.told import as_of

    day = today(shared)
    whole = open_whole(shared)
    name = record_id(whole, record)
    told = as_of(whole, day)
    found = told.get(name)
    if found is None:
        message = f"nothing on '{name}' could be told as of {day}; leave --as-of out or give a later day"
        raise UnknownName(message)
    answer(page_of(told, found, day), shared)
