"""How many lines a record comes to: each is held against every other, so a record of too many would take hours."""

from collections.abc import Iterable

MOST = 1_000
# The codes of a codelist, and waivers: they are looked up and not compared, and may be many.
_LOOKED_UP = "items"


def crowd(record: dict[str, object], text: str) -> tuple[str, int] | None:
    """Give the field with the most lines, and how many a record comes to, if these are more than MOST.

    A line counts as often as the longest list in it, since it is said of each.
    """
    if text.count(",") + text.count("\n") <= MOST:
        return None  # Each line of a list is behind a comma or on a line of the file.
    counts = {name: sum(map(_several, value)) for name, value in record.items() if isinstance(value, list)}
    counts |= {name: _several(value) for name, value in record.items() if isinstance(value, dict)}
    counts.pop(_LOOKED_UP, None)
    total = sum(counts.values())
    return (max(counts, key=lambda name: counts[name]), total) if total > MOST else None


def _several(value: object) -> int:
    """Give the length of the longest list inside a value, at least one."""
    inner: Iterable[object]
    if isinstance(value, list):
        longest, inner = len(value), value
    elif isinstance(value, dict):
        longest, inner = 1, value.values()
    else:
        return 1
    return max(longest, *map(_several, inner), 1)
