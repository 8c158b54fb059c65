"""The YAML event stream, from libyaml where it is there and from the pure parser where it is not.

Both give the same events but for a few faults, and of those the pure parser has the last word.
"""

from collections.abc import Callable
from typing import Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

CParser: Any
try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - only where PyYAML was built without libyaml
    CParser = None

FAST: bool = CParser is not None
DEEPEST = 40


class _Pure(Reader, Scanner, Parser):
    """The parser of PyYAML that is written in Python."""

    def __init__(self, text: str) -> None:
        """Start at the beginning of the text."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def fetch_plain(self) -> None:
        """Stop at a question mark between brackets at once: here it ends a plain text, and in libyaml it does not."""
        super().fetch_plain()
        if self.flow_level and self.peek() == "?":
            raise ScannerError(None, None, "expected text, but got '?'", self.get_mark())


def stream(text: str, *, pure: bool) -> Callable[[], Any]:
    """Give a function that gives the next event of the text, and raises yaml.YAMLError where the text is broken."""
    if pure or not FAST:
        return _Pure(text).get_event
    get: Callable[[], Any] = CParser(text).get_event
    return get
