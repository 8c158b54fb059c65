"""`talentpart rule [NAME]`: the manual page of a rule, or the list of rules."""

from typing import Annotated

import typer

from talentpart.cli.options import Shared

Name = Annotated[str | None, typer.Argument(metavar="[NAME]", help="A rule, such as unknown-reference.")]


Format = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text or json.")]


def rule(shared: Shared, name: Name = None, format: Format = "text") -> None:  # noqa: A002 - the name of the option
    """Print the manual page of a rule: what, why, how to mend, when it is fine; without a name, the list."""
    from talentpart.cli.output import unknown_format, write
    from talentpart.lint import manual
    from talentpart.lint.rule import load, names

    rules = [load(each) for each in ([name] if name else names())]
    if format == "json":
        write(manual.as_json(rules), shared)
    elif format in {"text", "terminal"}:
        write(manual.page(rules[0], max(shared.width or 80, 40)) if name else manual.index(rules), shared)
    else:
        raise unknown_format(format, ("text", "json"))
