"""The generated parts of README.md and docs/: cog calls these functions, which print Markdown.

`python3 run.py docs` writes them anew; CI fails when one is stale. Outputs are those of the real commands, given into
a pipe on the day of the dataset; help is laid out at 80 columns.
"""

import importlib
import os
import shlex
import subprocess
from collections.abc import Iterable, Iterator

from environment import ROOT, TALENTPART
from talentpart.cli import COMMANDS
from talentpart.lint import rule as rules_of
from talentpart.model.load import open_dataset
from talentpart.model.records import Codelist, Item
from tasks import dataset_day


def session(*commands: str) -> None:
    """Print commands and what they answer."""
    fence([line for command in commands for line in (f"$ {command}", *answer(command))])


def page(command: str) -> None:
    """Print what a command answers in Markdown as a part of the page, its headings a level lower."""
    lines = answer(f"{command} -f markdown")
    write("\n".join(f"#{line}" if line.startswith("#") else line for line in lines))


def help_pages() -> None:
    """Print the help of talentpart and of each of its commands."""
    for words in ("talentpart", *(f"talentpart {name}" for name in COMMANDS)):
        write(f"## `{words}`")
        fence(answer(f"{words} --help"))


def commands() -> None:
    """Print a table of the commands, each with the first sentence of its help."""
    functions = ((name, getattr(importlib.import_module(f"talentpart.cli.{name}"), name)) for name in COMMANDS)
    rows = ((f"[`{name}`](docs/cli.md#talentpart-{name})", sentence(function.__doc__)) for name, function in functions)
    table(("command", "what it does"), rows)


def formats() -> None:
    """Print tables of the formats, of answers and of findings."""
    write("Of answers:")
    table(("format", "what it gives"), described("talentpart.render"))
    write("Of what `lint` finds:")
    table(("format", "what it gives"), described("talentpart.lint.formats"))


def rules() -> None:
    """Print the manual page of every rule, by family."""
    families: dict[str, list[str]] = {}
    for name, family in rules_of.names().items():
        families.setdefault(family, []).append(name)
    for family in sorted(families):
        write(f"## {family}")
        write(summary(importlib.import_module(f"talentpart.lint.rules.{family}").__doc__))
        for name in families[family]:
            rule = rules_of.load(name)
            write(f"### {name}")
            write(f"{rule.title} A finding is {'an' if rule.severity == 'error' else 'a'} {rule.severity}.")
            for heading, text in rule.page.items():
                write(f"**{heading}**: {text}")
            write(f"**For instance**: `` {rule.bad[0].message} ``")


def data() -> None:
    """Print the data dictionary: what each kind of record holds, from the schemas' descriptions."""
    for path in sorted((ROOT / "schemas").glob("*.schema.json")):
        kind = path.name.removesuffix(".schema.json")
        write("\n".join(answer(f"talentpart schema {kind} --format markdown")))


def codelists() -> None:
    """Print every codelist with its codes, labels and definitions, and the codes of other classifications."""
    dataset = open_dataset(ROOT / "data", "data")
    for codelist in sorted(dataset.all(Codelist), key=lambda each: each.id):
        write(f"## {codelist.id}")
        write(f"{codelist.label}.")
        table(("code", "label", "definition"), ((f"`{i.code}`", i.label, explained(i)) for i in codelist.items))


def citation() -> None:
    """Print how the dataset asks to be cited."""
    write(f"> {open_dataset(ROOT / 'data', 'data').about.cite}")


def explained(item: Item) -> str:
    """Give what a code means: its definition, what it lies under, and what it is mapped to."""
    under = f"Under `{item.parent}`." if item.parent else ""
    mapped = "; ".join(f"{each.scheme} {', '.join(each.code)} ({each.match})" for each in item.mappings)
    return " ".join(part for part in (item.definition, under, f"Mapped to {mapped}." if mapped else "") if part)


def answer(command: str) -> list[str]:
    """Run a command of talentpart in the checkout and give the lines that it prints."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TALENTPART_", "PYTHON"))}
    settings = {"COLUMNS": "80", "NO_COLOR": "1", "SOURCE_DATE_EPOCH": dataset_day(), "PYTHONUTF8": "1"}
    words = [str(TALENTPART), *shlex.split(command)[1:]]
    done = subprocess.run(words, cwd=ROOT, env={**kept, **settings}, capture_output=True, encoding="utf-8", check=False)
    if done.returncode and not done.stdout and not done.stderr:
        message = f"`{command}` printed nothing and exited with {done.returncode}"
        raise RuntimeError(message)
    return [line.rstrip() for line in (done.stdout + done.stderr).strip().splitlines()]


def described(package: str) -> Iterator[tuple[str, str]]:
    """Give the modules of a package that are formats, each with the first sentence of its docstring."""
    folder = ROOT / "src" / package.replace(".", "/")
    for path in sorted(folder.glob("[a-z]*.py")):
        yield f"`{path.stem}`", summary(importlib.import_module(f"{package}.{path.stem}").__doc__)


def summary(docstring: str | None) -> str:
    """Give the first paragraph of a docstring on one line."""
    return " ".join((docstring or "").strip().split("\n\n")[0].split())


def sentence(docstring: str | None) -> str:
    """Give the first sentence of a docstring."""
    return summary(docstring).partition(". ")[0].removesuffix(".") + "."


def fence(lines: Iterable[str]) -> None:
    """Print lines as a block of text that is shown as it stands."""
    write("\n".join(("```text", *lines, "```")))


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Print a Markdown table."""
    names = list(head)
    lines = [names, ["---"] * len(names), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    write("\n".join(f"| {' | '.join(cells)} |" for cells in lines))


def write(text: str) -> None:
    """Print a paragraph, set off by an empty line."""
    print(f"\n{text}")
