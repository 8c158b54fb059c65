"""What a command would change in files, as a diff for standard output."""

import re
import sys
from collections.abc import Iterator

_LINES = re.compile("[^\n]*\n|[^\n]+\\Z")


def diff(path: str, was: bytes, now: bytes) -> str:
    """Give the difference of two states of a file as patches have it; at a terminal nothing in it can act."""
    text = "".join(_diff(path, was, now))
    if sys.stdout is not None and sys.stdout.isatty():
        from talentpart.plain import safe

        return "".join(f"{safe(line)}\n" for line in text.split("\n")[:-1])
    return text


def _diff(path: str, was: bytes, now: bytes) -> Iterator[str]:
    from difflib import unified_diff

    before, after = (_LINES.findall(each.decode()) for each in (was, now))
    name = path.lstrip("/")
    for line in unified_diff(before, after, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
