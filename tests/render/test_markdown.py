"""Markdown in which text from data is text: no link, heading, list or code of its own."""

import re
from dataclasses import replace

import pytest

from talentpart.page import Cited, Link, Page, Section, Sentence, parts_of
from talentpart.render import Options, load


def test_markdown_makes_no_link_of_data(blocks: Page) -> None:
    """A bracket behind a footnote mark does not turn it into a link, and text that looks like a definition is none."""
    (agreed, *_) = (part for part in parts_of(blocks.sections[0].blocks[0]) if isinstance(part, Cited))
    sentence = Sentence("s", (Cited(None, agreed.notes, text="agreed"), "(https://evil.example)"))
    head = Sentence("h", ("[1]: https://evil.example",))
    page = replace(blocks, head=(head,), sections=(Section("s", "S", (sentence,)),))
    text = load("markdown")(page, Options())
    assert "agreed [1]\\(https://evil.example)" in text
    assert "\n\\[1\\]: https://evil.example" in text


@pytest.mark.parametrize("text", ["# a", "- a", "+ a", "1. a", "12) a", "=== a", "---", "> a", "    a"])
def test_markdown_begins_nothing(text: str, blocks: Page) -> None:
    """No text begins a heading, a list, a quote, a rule or a block of code."""
    page = replace(blocks, head=(Sentence("h", (text,)),), sections=(), foot=(), notes=())
    line = load("markdown")(page, Options()).splitlines()[-1]
    assert not re.match(r"(    |[-+*] |[0-9]+[.)] |#|>|=+|-+$)", line)


def test_links_must_be_of_the_web(blocks: Page) -> None:
    """Only plain addresses of the web become links; others are printed beside their text."""
    urls = (
        "https://a.example/b",
        "HTTP://a.example",
        "javascript:alert(1)",
        "https://a.example/) [b](x",
        "file:///etc",
    )
    sentence = Sentence("s", tuple(part for url in urls for part in (Link("x", url), " ")))
    page = replace(blocks, head=(sentence,), sections=(), foot=(), notes=())
    line = load("markdown")(page, Options()).splitlines()[-1]
    assert re.findall(r"(?<!\\)\]\(([^)]*)\)", line) == ["https://a.example/b", "HTTP://a.example"]
