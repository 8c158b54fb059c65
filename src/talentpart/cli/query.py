"""`talentpart query KIND`: rows of one kind, chosen by filters, arranged, counted."""

from typing import Annotated

import typer

from talentpart.cli.complete import kinds, records
from talentpart.cli.options import Shared

Kind = Annotated[str, typer.Argument(metavar="KIND", help="The table: projects, events, money.", autocompletion=kinds)]
Words = list[str]


def query(
    kind: Kind,
    shared: Shared,
    country: Annotated[Words, typer.Option(metavar="NAME", help="Of this partner country.")] = [],  # noqa: B006
    member_state: Annotated[Words, typer.Option(metavar="NAME", help="With this Member State.")] = [],  # noqa: B006
    sector: Annotated[Words, typer.Option(metavar="NAME", help="Of this sector, narrower ones along.")] = [],  # noqa: B006
    exact: Annotated[bool, typer.Option("--exact", help="Leave narrower sectors out.")] = False,
    instrument: Annotated[
        Words, typer.Option(metavar="ID", help="Paid by this instrument.", autocompletion=records)
    ] = [],  # noqa: B006
    organisation: Annotated[
        Words, typer.Option(metavar="ID", help="With this organisation.", autocompletion=records)
    ] = [],  # noqa: B006
    status: Annotated[Words, typer.Option(metavar="CODE", help="In this status.")] = [],  # noqa: B006
    kind_: Annotated[Words, typer.Option("--kind", metavar="CODE", help="Of this kind or type.")] = [],  # noqa: B006
    basis: Annotated[Words, typer.Option(metavar="CODE", help="planned, actual or stated.")] = [],  # noqa: B006
    since: Annotated[str | None, typer.Option("--from", metavar="DAY", help="Not before this day.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Not after this day.")] = None,
    where: Annotated[Words, typer.Option(metavar="SQL", help='A condition, such as "amount > 1000000".')] = [],  # noqa: B006
    columns: Annotated[str, typer.Option(metavar="A,B", help="Only these columns.")] = "",
    sort: Annotated[str, typer.Option(metavar="A,-B", help="In the order of these columns.")] = "",
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="At most this many rows.")] = None,
    count: Annotated[bool, typer.Option("--count", help="Only how many rows there are.")] = False,
    group_by: Annotated[str, typer.Option(metavar="A,B", help="How many rows for each value.")] = "",
) -> None:
    """Print rows of one kind. Filters may repeat (any of) and combine (all of)."""
    from talentpart import tables
    from talentpart.cli.options import day_of, open_data
    from talentpart.cli.output import answer
    from talentpart.cli.rows import arranged, empty, page_of
    from talentpart.sql import matching

    tables.load(kind)
    filters = tables.Filters(
        {
            "country": tuple(country), "member_state": tuple(member_state), "sector": tuple(sector),
            "instrument": tuple(instrument), "organisation": tuple(organisation), "status": tuple(status),
            "kind": tuple(kind_), "basis": tuple(basis),
        },
        day_of("--from", since), day_of("--to", until), exact,
    )  # fmt: skip
    dataset, day = open_data(shared)
    table = tables.rows(dataset, kind, day)
    chosen, why = tables.keep(dataset, table, filters)
    for condition in where:
        chosen = matching(chosen, condition)
    notes = empty(table, why) if not chosen.rows else []
    chosen, more = arranged(chosen, group_by=group_by, sort=sort, count=count, limit=limit, columns=columns)
    answer(page_of(dataset, day, chosen, notes + more), shared)
