"""Which stretch of a text a place names."""

from talentpart.model.records import Source, SourcePlace
from talentpart.values import Day
from talentpart.verify.stretch import headings, stretch


def source(**places: str) -> Source:
    """Give a source with these places and their labels."""
    return Source(
        id="page", title="Page", authority="official", type="web-page", language="en", read="whole",
        retrieved=Day.parse("2026-01-01"),
        places=tuple(SourcePlace(place=name, label=label) for name, label in places.items()),
    )  # fmt: skip


def part(text: str, witness: Source, place: str) -> str:
    """Give the words of a stretch."""
    found = stretch(text, witness, place)
    assert not found.doubt
    return text[found.start : found.end]


def test_a_place_reaches_from_its_heading_to_the_next() -> None:
    """The heading belongs to its place; the last place reaches to the end."""
    text = "Start\n\nEgypt\nmet in June 2023\nMorocco\nmet in April 2023\n"
    witness = source(egypt="Egypt", morocco="Morocco")
    assert part(text, witness, "egypt") == "Egypt\nmet in June 2023\n"
    assert part(text, witness, "morocco") == "Morocco\nmet in April 2023\n"
    assert part(text, witness, "") == text


def test_a_label_inside_a_sentence_is_no_heading() -> None:
    """The line of its own is the heading, however often the words stand before it."""
    text = "With Egypt, Morocco\nand others.\nEgypt\nfirst\nMorocco is named.\nMorocco\nsecond"
    witness = source(egypt="Egypt", morocco="Morocco")
    assert part(text, witness, "egypt") == "Egypt\nfirst\nMorocco is named.\n"


def test_headings_run_into_a_page_of_one_line() -> None:
    """Without line breaks a heading is what touches its paragraph, behind the heading before it."""
    text = "With Egypt and Morocco. State of play EgyptThe first in June 2023.MoroccoThe second. Background End"
    witness = source(play="State of play", egypt="Egypt", morocco="Morocco", end="Background")
    assert part(text, witness, "egypt") == "EgyptThe first in June 2023."
    assert part(text, witness, "morocco") == "MoroccoThe second. "


def test_a_heading_may_be_broken_over_lines() -> None:
    """The cells of a table row make one label."""
    text = "DE, \n\nBE,\n\nMorocco, Tunisia\n\nTHAMM\nBE Senegal\nother"
    witness = source(thamm="DE, BE, Morocco, Tunisia", senegal="BE Senegal")
    assert part(text, witness, "thamm").endswith("THAMM\n")


def test_the_first_words_of_a_torn_heading_will_do() -> None:
    """Columns that ran into one another tear a heading; half of it, three words at least, has to stand together."""
    text = "PALIM (Pilot Project Addressing\nother column\nShortages)\ntext"
    witness = source(palim="PALIM (Pilot Project Addressing Shortages)")
    assert headings(text, witness)["palim"].torn
    assert stretch(text, witness, "palim").start == 0
    assert "palim" not in headings("PALIM (Pilot and more", witness)


def test_a_place_that_is_not_found_is_the_whole_text_and_says_so() -> None:
    """No label in the text, or no such place in the record, widens the search with a reason."""
    witness = source(ndici="Paragraph on NDICI")
    assert stretch("some text", witness, "ndici").doubt.startswith("the heading of 'ndici' is not in the text")
    assert stretch("some text", witness, "nowhere").doubt.startswith("'nowhere' is no place of the source")
    assert stretch("some text", witness, "nowhere").end == 9


def test_pages_and_articles_are_places_without_a_label() -> None:
    """A form feed ends a page; an article reaches to the next."""
    assert part("one\ftwo\fthree", source(), "p2") == "two"
    assert part("Article 1\nfirst\nArticle 2\nas in Article 1\nArticle 3\nlast", source(), "art-2") == (
        "Article 2\nas in Article 1\n"
    )
    assert stretch("one\ftwo", source(), "p3").doubt
    assert stretch("one", source(), "p1").doubt
