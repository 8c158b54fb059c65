"""The manual of the rules, made of their own files: a page for one, a list of all, or both as data."""

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from textwrap import TextWrapper

from talentpart.lint.rule import HEADINGS, Rule
from talentpart.page import Datum
from talentpart.plain import safe


def page(rule: Rule, width: int) -> str:
    """Give the manual page of a rule, laid out to a width in columns."""
    wrap = TextWrapper(
        width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False, break_long_words=False
    ).wrap
    lines = [f"{rule.name} ({rule.family}, {rule.severity})", rule.title, ""]
    for heading in HEADINGS:
        lines += [
            heading.upper(),
            *wrap(rule.page[heading]),
            "",
        ]
    for bad in rule.bad:
        path, line, column = bad.at
        place = f"{path}:{line}:{column}" if line else path
        lines += ["BAD", *wrap(f"{place}: {bad.message}")]
        lines += [*(f"    # without {path}" for path in bad.without), *_files(bad.files), *_texts(bad.texts), ""]
    for good in rule.good:
        lines += ["GOOD", *_files(good.files), *_texts(good.texts), ""]
    return "\n".join(lines)


def index(rules: Iterable[Rule]) -> str:
    """Give the rules by family, a line each with its severity and title."""
    ordered = sorted(rules, key=lambda each: (each.family, each.name))
    wide = max((len(each.name) for each in ordered), default=0)
    lines: list[str] = []
    for family, members in groupby(ordered, key=lambda each: each.family):
        lines += [family, *(f"  {each.name:<{wide}}  {each.severity:<7}  {each.title}" for each in members), ""]
    return "\n".join([*lines, "`talentpart rule NAME` explains one.", ""])


def as_json(rules: Iterable[Rule]) -> str:
    """Give the rules as one JSON document."""
    document = {"format_version": "1.0", "kind": "rules", "items": [_item(each) for each in rules]}
    return json.dumps(document, indent=2) + "\n"


def _item(rule: Rule) -> Datum:
    return {
        "rule": rule.name,
        "family": rule.family,
        "severity": rule.severity.value,
        "title": rule.title,
        **{heading.lower().replace(" ", "_"): rule.page[heading] for heading in HEADINGS},
    }


def _texts(texts: Mapping[str, str]) -> Iterable[str]:
    """Give the saved texts of an example, as files of the folder that `--texts` names."""
    return _files({f"{source}.txt": text for source, text in texts.items()})


def _files(files: Mapping[str, str | bytes]) -> Iterable[str]:
    for path, text in files.items():
        yield f"    # {path}"
        written = text if isinstance(text, str) else text.decode("latin-1")
        yield from (f"    {safe(line)}".replace("\u00a0", "<U+00A0>") for line in written.splitlines())
