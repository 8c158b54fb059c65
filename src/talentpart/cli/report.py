"""`talentpart report`: a briefing on one screen."""

from typing import Annotated

import typer

from talentpart.cli.complete import subjects
from talentpart.cli.options import Shared, open_data
from talentpart.cli.output import answer


def report(
    subject: Annotated[
        str,
        typer.Argument(
            help="A country by name or ISO code: egypt, EG, 'Arab Republic of Egypt'.", autocompletion=subjects
        ),
    ],
    shared: Shared,
    *,
    no_sources: Annotated[bool, typer.Option("--no-sources", help="Leave out footnotes and sources.")] = False,
) -> None:
    """Print a briefing on a partner country: state of play, sectors, projects, money, results, gaps.

    Example: talentpart report egypt --as-of 2024-01
    """
    from talentpart.reports import build, resolve
    from talentpart.reports.parts.scope import Scope

    dataset, day = open_data(shared)
    answer(build(dataset, Scope(resolve(dataset, subject)), day), shared, sources=not no_sources)
