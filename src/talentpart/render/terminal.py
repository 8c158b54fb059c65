"""Text with colour, for a terminal; the words and lines are those of `text`."""

from typing import TYPE_CHECKING

from talentpart.page import Page
from talentpart.render import Options
from talentpart.render import text as plain

if TYPE_CHECKING:
    from rich.console import Console

# A style that is not named here prints as it stands.
_STYLES = {
    "title": "bold", "label": "bold cyan", "head": "bold", "fact": "bold", "mark": "dim", "weak": "yellow",
    "axis": "dim", "bar": "green", "plan": "blue", "happened": "bold green", "round": "bold magenta",
    "passed": "bold yellow", "unknown": "dim",
}  # fmt: skip


def render(page: Page, options: Options) -> str:
    """Give the page as text with colours; without colour there is no bold either, and the text is that of `text`."""
    if not options.color:
        return plain.render(page, options)
    from rich.text import Text

    console = _console()
    with console.capture() as captured:
        for line in plain.lines(page, options):
            shown = Text()
            for text, style in line:
                shown.append(text, _STYLES.get(style, ""))
            shown.rstrip()
            console.print(shown, soft_wrap=True)
    return captured.get()


def _console() -> "Console":
    """Give a console that looks at nothing outside, so that one page always makes the same text."""
    from rich.console import Console

    return Console(
        force_terminal=True, color_system="standard", no_color=False, legacy_windows=False, highlight=False,
        markup=False, emoji=False, width=80, _environ={},
    )  # fmt: skip
