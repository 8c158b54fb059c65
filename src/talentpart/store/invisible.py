"""Characters that nobody sees and that change what a file means: odd blanks, line separators, zero width, direction.

The text that is parsed has as many characters as the text that is shown, so that places are the same in both.
"""

import re
import unicodedata
from bisect import bisect_right
from typing import Any

import yaml
from yaml.events import ScalarEvent, StreamEndEvent

from talentpart.finding import Finding, Severity
from talentpart.store.events import stream
from talentpart.store.text import Lines

_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\x85\u2028\u2029"
_ZERO = "\xad\u180e\u200b\u2060-\u2064\ufeff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Joiners shape letters in Arabic, Bengali and their neighbours; after other letters they only hide.
_ODD = re.compile(
    f"[{_SPACES}]+|[{_BREAKS}{_ZERO}{_BIDI}\U000e0000-\U000e007f]|(?<![\u0600-\u0dff\u200c\u200d])[\u200c\u200d]"
)
_SPACE = re.compile(f"[{_SPACES}]")
_BLANK = {ord(each): " " for each in "\t\x85\u2028\u2029\ufeff"}
_ALL_BLANK = {**_BLANK, **{code: " " for code in range(0x3001) if _SPACE.match(chr(code))}}


def parsed_text(text: str) -> str:
    """Give the text as it goes to the parser for places: all that looks blank is blank."""
    return text if text.isascii() and "\t" not in text else text.translate(_ALL_BLANK)


def invisible(path: str, text: str) -> tuple[str, list[Finding]]:
    """Give the text to parse and what is wrong with it: odd blanks stay in quoted text and are blanks elsewhere."""
    if text.isascii():
        return parsed_text(text), []
    odd = list(_ODD.finditer(text))
    if not odd:
        return text.translate(_BLANK) if "\t" in text else text, []
    lines, findings = Lines(path, text), []
    parsed = list(parsed_text(text))
    starts, ends, styles = scalars("".join(parsed))
    for match in odd:
        start, end = match.span()
        if _SPACE.match(match[0]):
            at = bisect_right(starts, start) - 1
            inside = at >= 0 and start < ends[at]
            if inside and styles[at]:
                parsed[start:end] = match[0]
                continue
            if not inside and text.find("#", lines.starts[lines.at(start).line - 1], start) >= 0:
                continue  # A comment may hold any blank.
        findings.append(Finding(lines.at(start, end), "invisible-character", Severity.ERROR, *_words(match[0][0])))
    return "".join(parsed), findings


def _words(character: str) -> tuple[str, str]:
    name = unicodedata.name(character, "next line" if character == "\x85" else "no name").lower()
    hint = "write a blank, or quote the text" if _SPACE.match(character) else "take it out"
    return f"U+{ord(character):04X} ({name}) cannot be seen and changes what the text means", hint


def scalars(text: str) -> tuple[list[int], list[int], list[str]]:
    """Give where each text starts and ends and its style (blank: plain), as far as the file can be parsed."""
    starts, ends, styles = [], [], []
    get = stream(text, pure=True)  # It has the last word on where a text ends, and such files are few.
    event: Any = None
    try:
        while type(event) is not StreamEndEvent:
            event = get()
            kind = type(event)
            if kind is ScalarEvent:
                starts.append(event.start_mark.index)
                ends.append(event.end_mark.index)
                styles.append(event.style or "")
    except yaml.YAMLError:
        pass  # What is wrong with the rest is found when the record is built.
    return starts, ends, styles
