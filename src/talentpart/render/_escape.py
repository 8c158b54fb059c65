"""JSON text in which nothing acts on a terminal: what cannot be seen stands as an escape, and keeps its value."""

import json

from talentpart.page import Plain
from talentpart.plain import unseen

_LAST_SHORT = 0xFFFF


def document(data: Plain, *, ascii_only: bool, indent: int | None = None) -> str:
    """Give data as JSON, refusing numbers that JSON has not."""
    separators = (",", ": ") if indent else (", ", ": ")
    text = json.dumps(
        data, ensure_ascii=ascii_only, allow_nan=False, indent=indent, separators=separators, default=_plain
    )
    if text.isascii() and "\x7f" not in text:
        return text
    # Such characters stand only inside strings; line breaks are JSON's own, since json escapes those of values.
    return "".join(_escaped(char) if char != "\n" and unseen(char) else char for char in text)


def _escaped(char: str) -> str:
    code = ord(char)
    if code <= _LAST_SHORT:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def _plain(value: object) -> object:
    """Give mappings and sequences that json does not know as those it does."""
    from collections.abc import Mapping, Sequence

    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Sequence):
        return list(value)
    message = f"{type(value).__name__} is no part of JSON"
    raise TypeError(message)
