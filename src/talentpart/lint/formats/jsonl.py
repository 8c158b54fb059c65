"""The items of the JSON document, one a line: for pipes."""

import json

from talentpart.lint.formats.json import items
from talentpart.lint.outcome import Outcome

SUFFIX = ".jsonl"


def render(outcome: Outcome, *, color: bool = False) -> str:  # noqa: ARG001 - every format takes it
    """Give every finding as a line of JSON, whatever `--max-findings` says; nothing where there is none."""
    return "".join(f"{json.dumps(item, ensure_ascii=True, allow_nan=False)}\n" for item in items(outcome))
