"""A summary in Markdown, for the page of a CI job or a comment on a change: counts, rules, then findings by file."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from talentpart.finding import Finding
from talentpart.lint.outcome import More, Outcome, plural
from talentpart.plain import safe

SUFFIX = ".md"
# A comment is refused where it is longer than 65,536 characters.
_ROOM = 60_000
_MARKUP = re.compile(r"[\\`*_\[\]|~$#]")
# What begins a list, rule or heading where a line begins with it.
_OPENING = re.compile(r"^(?:(?=[-+=])|([0-9]{1,9})(?=[.)]))")
# What becomes a person who is told, another change, or a picture: `@name`, `#12`, `!12`, `:name:`.
_ACTING = re.compile(r"[@#!](?=\w)|:(?=[\w+-]+:)")
_PARTED = r"\g<0><!-- -->"


def render(outcome: Outcome, *, color: bool = False) -> str:  # noqa: ARG001 - every format takes it
    """Give the summary; `--max-findings 0` shows everything, however long."""
    chunks = [["## talentpart lint"], [outcome.closing()], list(_rules(outcome))]
    chunks += _files(outcome, _ROOM - sum(len(line) + 1 for chunk in chunks for line in chunk))
    chunks.append([f"- {_opening(note)}" for note in outcome.notes])
    return "\n\n".join("\n".join(chunk) for chunk in chunks if chunk) + "\n"


def _rules(outcome: Outcome) -> Iterator[str]:
    counts = Counter((finding.rule, finding.severity) for finding in outcome.findings)
    if counts:
        yield from ("| Count | Severity | Rule | What it says |", "| ---: | --- | --- | --- |")
    for (rule, severity), count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        title = outcome.titles.get(rule, "").replace("|", r"\|")  # Our own words, perhaps with code in them.
        yield f"| {count} | {severity} | `{rule}` | {title} |"


def _files(outcome: Outcome, room: int) -> Iterator[list[str]]:
    """Give a heading and a list for each file, as far as there is room."""
    shown = [(path, list(group)) for path, group in groupby(outcome.shown(), key=_path)]
    for number, (path, group) in enumerate(shown):
        heading, points = f"### {_text(path)}", [_point(each) for each in group]
        room -= sum(len(line) + 2 for line in (heading, *points))
        if room < 0 and outcome.most:
            rest = plural(len(shown) - number, "file")
            yield [f"... and {rest} more (`--max-findings 0` shows all)"]
            return
        yield [heading]
        yield points


def _path(each: Finding | More) -> str:
    return each.location.path if isinstance(each, Finding) else each.path


def _point(each: Finding | More) -> str:
    if isinstance(each, More):
        return f"- ... and {each.count} more of `{each.rule}` (`--max-findings 0` shows all)"
    place = each.location
    where = f"{place.line}:{place.column}: " if place.line else ""
    lines = [f"- {where}**{each.severity}**: {_text(each.message)} (`{each.rule}`)"]
    lines += [f"  - {_opening(each.hint)}"] if each.hint else []
    for other in each.related:
        there = other.location
        inside = f"line {there.line}" if there.path == place.path else _text(str(there))
        lines.append(f"  - {inside}: {_text(other.message)}")
    return "\n".join(lines)


def _text(text: str) -> str:
    """Give a text in one line in which nothing is markup, and nothing calls anybody."""
    clean = safe(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\g<0>", _ACTING.sub(_PARTED, clean))


def _opening(text: str) -> str:
    """Give a text that may begin a line."""
    return _OPENING.sub(r"\1\\", _text(text))
