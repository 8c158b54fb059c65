"""What a shell offers when a word is begun: ids and tables, from the names of files alone, at once."""

import os
from pathlib import Path

import typer


def kinds(incomplete: str) -> list[str]:
    """Give the tables whose name begins so."""
    folder = Path(__file__).parents[1] / "tables"
    return sorted(each.stem for each in folder.glob("[a-z]*.py") if each.stem.startswith(incomplete))


def records(context: typer.Context, incomplete: str) -> list[str]:
    """Give the ids of the records that begin so."""
    found = _ids(_root(context.params.get("data")))
    return sorted(each for each in found if each.startswith(incomplete))


def subjects(context: typer.Context, incomplete: str) -> list[str]:
    """Give what a report can be on: the ids of countries, projects and instruments that begin so."""
    found = _ids(_root(context.params.get("data")), ("countries", "projects", "instruments"))
    return sorted(each for each in found if each.startswith(incomplete) and not each.endswith("-roadmap"))


def _root(given: object) -> Path | None:
    """Find the folder of the dataset as `model.load` does, without loading what reads it."""
    package = Path(__file__).parents[1]
    if given or os.environ.get("TALENTPART_DATA"):
        return Path(str(given or os.environ["TALENTPART_DATA"]))
    above = [folder / "data" for folder in (Path.cwd(), *Path.cwd().parents)]
    places = [*above, package / "data", package.parents[1] / "data"]
    return next((each for each in places if (each / "dataset.yaml").is_file()), None)


def _ids(root: Path | None, folders: tuple[str, ...] = ()) -> list[str]:
    found: list[str] = []
    if root is None or not root.is_dir():
        return found
    for folder in sorted(each for each in root.iterdir() if each.is_dir()):
        if folders and folder.name not in folders:
            continue
        if folder.name == "countries":
            found += [f"{each.parent.name}-roadmap" if each.stem == "roadmap" else each.parent.name
                      for each in folder.glob("*/*.yaml")]  # fmt: skip
        else:
            found += [each.stem for each in folder.glob("*.yaml")]
    return found
