"""A sign of life on standard error while work takes longer than a second, and only where a person looks on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from talentpart.cli.options import Shared

_SECONDS = 1.0


@contextmanager
def patience(words: str, shared: Shared) -> Iterator[None]:
    """Show what is being done while it lasts, and take that away again."""
    if shared.quiet or sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    error, shown, signs = sys.stderr, f"{words} ...", []

    def show() -> None:
        signs.append(error.write(shown))
        error.flush()

    timer = Timer(_SECONDS, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if signs:
            error.write(f"\r{' ' * len(shown)}\r")
            error.flush()
