"""One pass over the YAML events of a file that both guards and builds: no anchors, no tags, nothing deep.

Nothing is ever composed that should not be, so no file can take more time or memory than its size.
"""

import re
from dataclasses import replace
from typing import Any, NamedTuple
from unicodedata import normalize

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from talentpart.finding import Edit, Finding, Location, Related, Severity
from talentpart.plain import safe
from talentpart.store import events
from talentpart.store.events import DEEPEST
from talentpart.store.scalars import LONGEST_WORD, SUSPECT, WORDS, plain, quotable
from talentpart.store.syntax import TAG, fault
from talentpart.store.text import Lines


class Built(NamedTuple):
    """What a file holds, whether it may be read, what is wrong with it, and whether a key stands twice somewhere."""

    value: object
    read: bool
    findings: list[Finding]
    repeated: bool


def build(path: str, text: str) -> Built:
    """Give what a text holds; where libyaml cannot read it, the pure parser has the last word.

    That holds for what it takes and for how it says what it does not, so that both give the same result.
    """
    try:
        return _Builder(path, text, pure=not events.FAST).outcome()
    except yaml.YAMLError:
        builder = _Builder(path, text, pure=True)
    try:
        return builder.outcome()
    except yaml.YAMLError as error:
        line, column, rule, message, hint = fault(error, text)
        where = Location(path, line + 1, column + 1, line + 1, column + 2)
        builder.findings.append(Finding(where, rule, Severity.ERROR, message, hint))
        return Built(None, read=False, findings=builder.findings, repeated=builder.repeated)


class _Refused(Exception):
    """The file must not be read further; a finding says why."""


class _Builder:
    """One pass over the events of one text."""

    __slots__ = ("cut", "findings", "get", "lines", "lost", "path", "pure", "repeated", "text")

    def __init__(self, path: str, text: str, *, pure: bool) -> None:
        """Open the event stream; findings are kept apart until it is known which parser has the word."""
        self.path = path
        self.text = text
        self.pure = pure
        self.get = events.stream(text, pure=pure)
        self.findings: list[Finding] = []
        self.lines: Lines | None = None
        self.cut = 0  # Where the last words end that a comma in braces has cut off.
        self.lost = False
        self.repeated = False

    def outcome(self) -> Built:
        """Run through the events; raises yaml.YAMLError where the parser does."""
        try:
            return Built(self._build(), read=True, findings=self.findings, repeated=self.repeated)
        except _Refused:
            if not self.pure:
                raise yaml.YAMLError from None  # The pure parser looks further ahead, and may have stopped before.
            return Built(None, read=False, findings=self.findings, repeated=self.repeated)

    def _build(self) -> object:  # noqa: C901, PLR0912, PLR0915 - one tight loop, since each call costs a tenth of it
        get = self.get
        pure = self.pure
        question = not pure and "?" in self.text
        marked = "&" in self.text or "!" in self.text  # Else there are no anchors and no tags.
        root: list[Any] = []
        stack: list[tuple[Any, bool, bool, str | None]] = []
        container: Any = root
        mapping = flow = False
        key: str | None = None
        while True:
            event = get()
            kind = type(event)
            if kind is ScalarEvent:
                if marked and (event.anchor is not None or event.tag is not None):
                    raise self._refused(event)
                style = event.style
                value: Any = event.value
                text = value
                if style:
                    if pure and not value.isascii() and any("\ud800" <= each <= "\udfff" for each in value):
                        raise self._stop(event, "syntax", "half a surrogate pair is no character")
                    if not pure and style in "|>" and _HEADER.match(self.text, event.start_mark.index):
                        raise yaml.YAMLError  # The pure parser wants a blank before the comment.
                elif not value:
                    value = None
                elif value[0] in SUSPECT or (len(value) <= LONGEST_WORD and value in WORDS):
                    value, rule, message = plain(text)
                    if rule:
                        self._fault(event, rule, message)
                if question and flow and not style and (not text or "?" in text):
                    raise yaml.YAMLError  # There the pure parser ends the text, or has it elsewhere if it is empty.
                if not mapping:
                    container.append(value)
                elif key is None:
                    fine = value is text and text not in container and text.isascii()
                    key = text if fine else self._key(event, value, text, container)
                elif value is None and flow and not style and self._comma(event, key):
                    key = None
                else:
                    container[key] = value
                    key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if marked and (event.anchor is not None or event.tag is not None):
                    raise self._refused(event)
                made: Any = {} if kind is MappingStartEvent else []
                after = None
                if not mapping:
                    container.append(made)
                elif key is None:
                    after = self._no_text(event)
                else:
                    container[key] = made
                stack.append((container, mapping, flow, after))
                if len(stack) > DEEPEST:
                    self.findings.clear()  # What it says of the first levels is the same fault.
                    message = f"the file nests deeper than {DEEPEST} levels; a record needs four"
                    raise self._stop(event, "too-large", message)
                container, mapping, flow, key = made, kind is MappingStartEvent, bool(event.flow_style), None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                container, mapping, flow, key = stack.pop()
            elif kind is AliasEvent:
                raise self._refused(event)
            elif kind is DocumentStartEvent:
                if root:
                    raise self._several(event)
            elif kind is DocumentEndEvent:
                if event.explicit:
                    raise self._several(event)
            elif kind is StreamEndEvent:
                break
        if self.lost:
            _forget(root)
        return root[0] if root else None

    def _key(self, event: Any, value: object, text: str, container: dict[str, object]) -> str:  # noqa: ANN401
        """Give the key that an event stands for, or that of a value that belongs nowhere."""
        if not isinstance(value, str):
            what = "nothing" if value is None else text
            self._add(event, "key-not-text", f"the name of a field is text, and {what} is none", "quote it")
        key = text if text.isascii() else normalize("NFC", text)
        if key in container:
            self.repeated = self.lost = True
            return _NOWHERE
        return key

    def _no_text(self, event: Any) -> str:  # noqa: ANN401
        """Add that a list or mapping stands where the name of a field should."""
        self.lost = True
        what = "a list" if type(event) is SequenceStartEvent else "a group of fields"
        self._add(event, "key-not-text", f"the name of a field is text, and {what} is none", "quote text in brackets")
        return _NOWHERE

    def _comma(self, event: Any, key: str) -> bool:  # noqa: ANN401
        """Tell whether a key in braces has no value since a comma cut a text in two; add that if so."""
        near = max(0, event.start_mark.index - _FAR)
        before = self.text[near : event.start_mark.index].rstrip()
        if before.endswith(":") or key == _NOWHERE:
            return False
        if not self.pure:
            raise yaml.YAMLError  # After a comment libyaml has what is not written stand elsewhere.
        words = key
        at = before.rfind(words)
        if at < 0:  # Not written as it is read: in another spelling of its letters, or with escapes.
            at = max(before.rfind(sign) for sign in ",{") + 1
            at += len(before[at:]) - len(before[at:].lstrip())
            words = before[at:]
        start, end = near + at, near + at + len(words)
        self.lines = self.lines or Lines(self.path, self.text)
        where = self.lines.at(start, end)
        if self.findings and self.findings[-1].location == where:
            self.findings.pop()  # What the words would be if they were a field does not matter.
        if self.text[self.cut : start].strip(_BETWEEN):  # Else an earlier comma has cut the same text.
            message = f"a comma ends a value in braces, so '{safe(words)}' became a field without a value"
            value = len(self.text[:start].rstrip(_BETWEEN)) - 1
            cut = self.text[value] != "{"
            related = (Related(self.lines.at(value), "the comma ends this value"),) if cut else ()
            self.findings.append(Finding(where, "comma-in-braces", Severity.ERROR, message, "quote the words", related))
        self.cut = end
        return True

    def _fault(self, event: Any, rule: str, message: str) -> None:  # noqa: ANN401
        """Add what is wrong with a plain scalar."""
        hint = f'write "{event.value}"' if rule == "ambiguous-scalar" and len(event.value) < DEEPEST else ""
        if rule == "invisible-character":
            hint = "use \" or '"
        self._add(event, rule, message, hint)
        if rule == "ambiguous-scalar" and quotable(event.value):
            found = self.findings[-1]
            self.findings[-1] = replace(found, fix=(Edit(found.location, f'"{event.value}"'),))

    def _refused(self, event: Any) -> _Refused:  # noqa: ANN401
        """Add that an anchor, alias or tag stands here."""
        if type(event) is AliasEvent:
            message = f"'*{safe(str(event.anchor))}' is an alias, and records hold none"
            return self._stop(event, "anchor", message, "write the value out, or quote text that starts with '*'")
        if event.anchor is not None:
            message = f"'&{safe(event.anchor)}' is an anchor, and records hold none"
            return self._stop(event, "anchor", message, "take it out, or quote text that starts with '&'")
        # Where a tag ends is not the same in both parsers, so only its first character is shown.
        mark = event.start_mark
        where = Location(self.path, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
        self.findings.append(Finding(where, "tag", Severity.ERROR, *TAG))
        return _Refused()

    def _several(self, event: Any) -> _Refused:  # noqa: ANN401
        """Add that a second document starts, or that one is ended by hand."""
        message = "a file holds one record, and a second document starts here"
        if type(event) is DocumentEndEvent:
            message = "a file holds one record, and '...' ends a document"
        return self._stop(event, "several-documents", message, "take the marker out, or make two files")

    def _stop(self, event: Any, rule: str, message: str, hint: str = "") -> _Refused:  # noqa: ANN401
        self._add(event, rule, message, hint)
        return _Refused()

    def _add(self, event: Any, rule: str, message: str, hint: str) -> None:  # noqa: ANN401
        start, end = event.start_mark, event.end_mark
        where = Location(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        self.findings.append(Finding(where, rule, Severity.ERROR, message, hint))


_HEADER = re.compile("[|>][-+0-9]*#")
# Stands for the name of a value that belongs nowhere, since its own name is a fault.
_NOWHERE = "\0nowhere"
_FAR = 2000
# What stands between two stretches of words that commas in braces have cut.
_BETWEEN = ", \n\r\"'"


def _forget(value: Any) -> None:  # noqa: ANN401 - plain data of any shape
    """Take out the values that belong nowhere."""
    if isinstance(value, dict):
        value.pop(_NOWHERE, None)
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _forget(each)
