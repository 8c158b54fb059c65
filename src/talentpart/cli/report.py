"""`talentpart report`: a briefing on one screen, or a report on the whole record."""

from typing import Annotated

import typer

from talentpart.cli.complete import subjects
from talentpart.cli.options import Shared, day_of, open_data
from talentpart.cli.output import answer
from talentpart.errors import UsageError


def report(
    subject: Annotated[
        str,
        typer.Argument(
            help="A country (egypt, EG), a Member State, a sector, a project or an instrument, by name or code; or a "
            "report on the whole: overview, compare, sectors, matching, funding, timeline, gaps, coverage, lessons, "
            "framework, sources.",
            autocompletion=subjects,
        ),
    ],
    shared: Shared,
    others: Annotated[
        list[str] | None,
        typer.Argument(help="With compare: which partnerships to set side by side.", autocompletion=subjects),
    ] = None,
    *,
    country: Annotated[str, typer.Option(metavar="NAME", help="Only what concerns this partner country.")] = "",
    member_state: Annotated[str, typer.Option(metavar="NAME", help="Only what concerns this Member State.")] = "",
    sector: Annotated[str, typer.Option(metavar="NAME", help="Only this sector and narrower ones.")] = "",
    since: Annotated[str | None, typer.Option("--from", metavar="DAY", help="Nothing before this day.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Nothing after this day.")] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Of a country two pages: every step, gap and difference.")
    ] = False,
    due: Annotated[
        bool, typer.Option("--due", help="Of sources those to look at this month, and what hangs on them.")
    ] = False,
    no_sources: Annotated[bool, typer.Option("--no-sources", help="Leave out footnotes and sources.")] = False,
) -> None:
    """Print a briefing on a partner country, or a report on the whole record, which options may narrow.

    Example: talentpart report egypt --as-of 2024-01
    """
    from talentpart.queries.subjects import code, place
    from talentpart.reports import build, resolve
    from talentpart.reports.parts.scope import Scope

    first, last = day_of("--from", since), day_of("--to", until)
    if first and last and last.latest < first.earliest:
        message = f"--to is {last}, before --from, {first}; it should be the later day"
        raise UsageError(message)
    dataset, day = open_data(shared)
    scope = Scope(
        resolve(dataset, subject),
        others=tuple(resolve(dataset, each) for each in others or ()),
        full=full,
        country=place(dataset, country) if country else "",
        member_state=place(dataset, member_state) if member_state else "",
        sector=code(dataset, "sectors", sector, "sector") if sector else "",
        since=first.earliest if first else "",
        until=last.latest if last else "",
        due=due,
    )
    answer(build(dataset, scope, day), shared, sources=not no_sources)
