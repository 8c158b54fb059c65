"""Addresses: those that lead to one page are one, and no others."""

import pytest

from talentpart.lint.address import is_archive, page, same_address


@pytest.mark.parametrize(
    "other",
    [
        "http://page.example/news?id=7&lang=en",
        "https://www.page.example/news?lang=en&id=7",
        "https://Page.Example:443/news/?id=7&lang=en#part",
        "https://page.example/news?utm_source=a&id=7&fbclid=b&lang=en",
        "https://page.example/%6eews?id=7&lang=en",
        "https://web.archive.org/web/20240102030405/https://page.example/news?id=7&lang=en",
        "https://web.archive.org/web/2024id_/page.example/news?id=7&lang=en",
    ],
)
def test_one_page(other: str) -> None:
    """What makes no difference to where an address leads makes none here."""
    assert page(other) == page("https://page.example/news?id=7&lang=en")


@pytest.mark.parametrize(
    "other",
    [
        "https://page.example/news?id=8&lang=en",
        "https://page.example/News?id=7&lang=en",
        "https://other.page.example/news?id=7&lang=en",
        "https://page.example:8080/news?id=7&lang=en",
        "https://page.example/news/7",
        "http://[broken",
    ],
)
def test_another_page(other: str) -> None:
    """Another path, host, port or question leads elsewhere; what is no address at all is only itself."""
    assert page(other) != page("https://page.example/news?id=7&lang=en")


def test_a_copy_is_not_the_page_itself() -> None:
    """An archived copy is the page to whoever counts pages, and another address to whoever wants to open it."""
    copy = "https://web.archive.org/web/2024/https://page.example/"
    assert page(copy) == page("https://page.example")
    assert not same_address(copy, "https://page.example")
    assert same_address("http://www.page.example/", "https://page.example")


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://web.archive.org/web/2024/https://page.example/", True),
        ("https://archive.ph/AbC12", True),
        ("https://www.perma.cc/AB12-CD34", True),
        ("https://webarchive.nationalarchives.gov.uk/ukgwa/2020/https://page.example/", True),
        ("https://op.europa.eu/en/web/euwebarchive/1", True),
        ("https://page.example/", False),
        ("http://[broken", False),
    ],
)
def test_archives_are_known_by_their_names(url: str, *, known: bool) -> None:
    """An archive says so in its host or path, or is one of the few that do not."""
    assert is_archive(url) is known
