"""What findings look like: each file here is a format with `render(outcome, color=…) -> str`, found by its name.

A format that belongs to files of its own says so: `SUFFIX = ".sarif"`.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from talentpart.errors import UsageError
from talentpart.lint.outcome import Outcome
from talentpart.queries.subjects import nearest


class Render(Protocol):
    """What a format does: an outcome in, text out."""

    def __call__(self, outcome: Outcome, *, color: bool = False) -> str:
        """Give the outcome as text that ends in a newline; `color` only where people look at a terminal."""


@cache
def names() -> tuple[str, ...]:
    """Give the names of the formats, as this folder holds them."""
    return tuple(sorted(file.stem for file in Path(__file__).parent.glob("*.py") if not file.name.startswith("_")))


def load(name: str) -> Render:
    """Give the format of that name. Raises UsageError, with the nearest right name, when there is none."""
    if name not in names():
        near = nearest(name, names())
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names())}"
        message = f"lint has no format '{name}'; {hint}"
        raise UsageError(message, near=near)
    return cast("Render", import_module(f"{__name__}.{name}").render)


def belonging(suffix: str) -> str | None:
    """Give the name of the format whose files end in a suffix (`.xml`), as its own file says; none where none does."""
    found = (name for name in names() if getattr(import_module(f"{__name__}.{name}"), "SUFFIX", "") == suffix.lower())
    return next(found, None) if suffix else None
