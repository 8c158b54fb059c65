"""`talentpart schema [KIND]`: the JSON Schema of a record kind or of an output, or the data dictionary."""

from typing import Annotated

import typer

from talentpart.cli.options import Shared

Kind = Annotated[str | None, typer.Argument(metavar="[KIND]", help="A record kind, such as project, or an output.")]


Format = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="json, or markdown for the dictionary.")]


def schema(shared: Shared, kind: Kind = None, format: Format = "json") -> None:  # noqa: A002 - the name of the option
    """Print the JSON Schema of a record kind or of an output; without a kind, the list.

    With --format markdown it is the data dictionary of a record kind.
    """
    import json

    from talentpart.cli.dictionary import dictionary
    from talentpart.cli.options import find
    from talentpart.cli.output import unknown_format, write
    from talentpart.queries.subjects import unknown
    from talentpart.store.bundle import bundle, kinds, schema_folder
    from talentpart.store.editor import editor, meanings_of
    from talentpart.store.folder import read

    outputs = sorted(
        path.name.removesuffix(".schema.json") for path in (schema_folder() / "output").glob("*.schema.json")
    )
    thing = "schema"
    if kind is None:
        write("".join(f"{each}\n" for each in (*kinds(), *(f"output/{each}" for each in outputs))), shared)
    elif kind.removeprefix("output/") in outputs and kind not in kinds():
        path = schema_folder() / "output" / f"{kind.removeprefix('output/')}.schema.json"
        write(path.read_text(encoding="utf-8"), shared)
    elif kind not in kinds():
        raise unknown(thing, kind, (*kinds(), *outputs))
    elif format == "markdown":
        write(dictionary(kind, bundle(kind)), shared)
    elif format == "json":
        whole = editor(kind, meanings_of(read(find(shared)[0], only=("codelist",))))
        write(json.dumps(whole, indent=2) + "\n", shared)
    else:
        raise unknown_format(format, ("json", "markdown"))
