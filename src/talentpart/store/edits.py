"""Mends by machine: edits put into a file's text, held against what the file must mean then, and written whole.

Only the bytes of the edits change; comments, layout and all other lines stay as they are.
"""

import contextlib
import copy
import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from talentpart.finding import Edit
from talentpart.store.build import build
from talentpart.store.folder import read_bytes
from talentpart.store.parse import Document, parse
from talentpart.store.places import Span
from talentpart.store.text import BOM, Lines

Fix = tuple[Edit, ...]
_Stretch = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Mended:
    """What a file holds after its mends, which were done, and which were not since the file would mean another thing.

    What overlaps with an earlier mend is neither: it waits for the next look at the file.
    """

    raw: bytes
    done: tuple[Fix, ...]
    dropped: tuple[Fix, ...]


def raw_of(document: Document) -> bytes:
    """Give the bytes that a document was read from, as far as they are UTF-8."""
    mark = any(each.rule == "not-utf8" and each.fix for each in document.findings)
    return (BOM if mark else b"") + document.text.encode()


def mend(document: Document, fixes: Iterable[Fix]) -> Mended:
    """Put mends into the text of a document; of two that overlap the first counts.

    The result is parsed again: it must mean the same, save where a mend is itself a value or the name of a field.
    """
    chosen = _apart(document, fixes)
    raw = _spliced(document, chosen)
    if _means(document, raw, chosen):
        return Mended(raw, tuple(chosen), ())
    done: list[Fix] = []
    dropped: list[Fix] = []
    for fix in chosen:
        right = _means(document, _spliced(document, [*done, fix]), [*done, fix])
        (done if right else dropped).append(fix)
    return Mended(_spliced(document, done), tuple(done), tuple(dropped))


def replace_file(file: Path, raw: bytes, was: bytes, root: Path) -> str:
    """Write a file anew, whole or not at all, if it still holds what it did; say why not, or nothing.

    A link is followed, but not to what lies outside `root`.
    """
    real = Path(os.path.realpath(file))
    if not real.is_relative_to(os.path.realpath(root)):
        return "it is a link to outside the dataset"
    beside = real.with_name(f".{real.name}.{os.getpid()}.tmp")
    try:
        if read_bytes(real) != was:
            return "it has changed since it was read"
        if not os.access(real, os.W_OK):
            return "it may not be written"
        try:
            with beside.open("xb") as new:
                new.write(raw)
            beside.chmod(stat.S_IMODE(real.stat().st_mode))
            beside.replace(real)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
    except OSError as error:
        return (error.strerror or str(error)).lower()
    return ""


def _stretches(document: Document, fix: Fix) -> list[_Stretch]:
    """Give where each edit of a mend starts and ends in the bytes' text, which may begin with a byte order mark."""
    lines = Lines(document.path, document.text)
    found = []
    for edit in fix:
        place = edit.location
        start, end = lines.index(place.line, place.column), lines.index(place.end_line, place.end_column)
        found.append((start, end, edit.text))
    return found


def _is_mark(edit: Edit) -> bool:
    """Tell whether an edit takes out the byte order mark, which stands before the first column and has no place."""
    place = edit.location
    return not edit.text and (place.line, place.column, place.end_line, place.end_column) == (1, 1, 1, 1)


def _apart(document: Document, fixes: Iterable[Fix]) -> list[Fix]:
    """Give the mends that touch no character of an earlier one."""
    chosen: list[Fix] = []
    taken: list[_Stretch] = []
    for fix in fixes:
        own = _stretches(document, fix)
        if fix and not any(_overlap(one, other) for one in own for other in taken):
            chosen.append(fix)
            taken += own
    return chosen


def _overlap(one: _Stretch, other: _Stretch) -> bool:
    return one[:2] == other[:2] or (one[0] < other[1] and other[0] < one[1])


def _spliced(document: Document, fixes: Sequence[Fix]) -> bytes:
    """Give the bytes with the mends in their places."""
    raw = raw_of(document)
    if raw.startswith(BOM):
        raw = raw[len(BOM) :] if any(_is_mark(edit) for fix in fixes for edit in fix) else raw
    head = BOM if raw.startswith(BOM) else b""
    text, parts, at = document.text, [], 0
    for start, end, by in sorted(each for fix in fixes for each in _stretches(document, fix)):
        parts += [text[at:start], by]
        at = end
    return head + "".join([*parts, text[at:]]).encode()


def _means(document: Document, raw: bytes, fixes: Sequence[Fix]) -> bool:
    """Tell whether bytes mean what a document does once the mends are in its data too."""
    if document.data is None:
        return False
    now = parse(document.path, raw)
    # Not only equal: `1` is not `1.0` or `true`, and the fields stand in their order.
    return repr(now.data) == repr(_expected(document, [edit for fix in fixes for edit in fix]))


def _expected(document: Document, edits: Sequence[Edit]) -> object:
    """Give the data of a document with the values and names of fields that edits replace."""
    at: dict[Span | None, str] = {
        (e.location.line, e.location.column, e.location.end_line, e.location.end_column): e.text for e in edits
    }
    values, names = [], []
    for steps, place in document.places.values.items():
        if steps and place.value in at:
            values.append((steps, build(document.path, at[place.value]).value))
        if steps and place.key in at:
            names.append((steps, build(document.path, at[place.key]).value))
    if not values and not names:
        return document.data
    data = copy.deepcopy(document.data)
    for steps, value in values:
        _put(data, steps, value, is_name=False)
    for steps, value in reversed(names):  # What stands inside a field first, since steps lead there by its old name.
        _put(data, steps, value, is_name=True)
    return data


def _put(data: Any, steps: tuple[str | int, ...], value: object, *, is_name: bool) -> None:  # noqa: ANN401 - plain data
    """Put a value at some steps, or give the field there another name; a step that leads nowhere changes nothing."""
    holder = data
    try:
        for step in steps[:-1]:
            holder = holder[step]
        held = holder[steps[-1]]
    except (LookupError, TypeError):
        return
    if not is_name:
        holder[steps[-1]] = value
        return
    items = [
        (value if name == steps[-1] else name, held if name == steps[-1] else each) for name, each in holder.items()
    ]
    holder.clear()
    holder.update(items)
