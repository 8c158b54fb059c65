"""Finding in texts: white space is one, hyphens at line ends join, no letter is ignored, and places are named right."""

import pytest

from talentpart.verify.find import Case, found, spot


@pytest.mark.parametrize(
    "text",
    ["circular mobility", "circular\nmobility", "circular\u00a0mobility", "circular \n\n  mobility",
     "cir-\ncular mobility", "circular mobil-  \n  ity", "circular mobil\u00adity", "(circular mobility)"],
)  # fmt: skip
def test_words_are_found_over_breaks(text: str) -> None:
    """Line breaks, no-break spaces and the hyphens that a line end put in make no difference."""
    assert found(text, ["circular mobility"], case="first")


@pytest.mark.parametrize("text", ["circularmobility", "circular mobilit", "circular mobil ity", "circular x mobility"])
def test_no_letter_is_ignored(text: str) -> None:
    """A letter more or less, or a word in between, is something else."""
    assert not found(text, ["circular mobility"])


def test_a_hyphen_of_the_words_may_stand_at_the_end_of_a_line() -> None:
    """What is printed with a hyphen is found with it, broken or not, and not without."""
    assert found("the pre-\ndeparture course", ["pre-departure"])
    assert found("the pre-departure course", ["pre-departure"])
    assert not found("the predeparture course", ["pre-departure"])


def test_a_word_ends_where_a_heading_runs_into_the_text() -> None:
    """Pages saved without line breaks join a heading to its paragraph; a piece of a word is still none."""
    assert found("of playEgyptThe partnership", ["Egypt"], case="exact")
    assert found("on mobilityCommunication on skills", ["Communication on skills"], case="exact")
    assert not found("Egyptian", ["Egypt"], case="exact")
    assert not found("HOMERe", ["HOMER"], case="exact")


@pytest.mark.parametrize(
    ("case", "text", "there"),
    [("exact", "Enabel", True), ("exact", "ENABEL", False), ("first", "enabel", True), ("any", "ENABEL", True),
     ("names", "enabel", False)],
)  # fmt: skip
def test_case_counts_as_far_as_it_is_asked_for(case: Case, text: str, *, there: bool) -> None:
    """A name has to stand as printed, a printed word may open a sentence, a label may stand in any case."""
    assert bool(found(text, ["Enabel"], case=case)) is there


def test_names_of_several_words_may_begin_small_where_abbreviations_may_not() -> None:
    """Pilot Projects are found as pilot projects; IT is not it."""
    assert found("the pilot projects", ["Pilot Projects"], case="names")
    assert not found("it is", ["IT"], case="names")


def test_what_overlaps_is_one_occurrence_and_what_recurs_is_counted() -> None:
    """Forms of one value that match the same words count once."""
    assert len(found("8 July 2022 and again July 2022", ["8 July 2022", "July 2022"])) == 2


def test_a_search_keeps_to_its_stretch() -> None:
    """Nothing before its start or behind its end is found."""
    text = "120 here, 120 there"
    assert found(text, ["120"], start=5, end=len(text)) == [(10, 13)]
    assert found(text, ["120"], end=5) == [(0, 3)]


def test_a_place_is_a_line_and_a_column() -> None:
    """Both count from 1, in characters."""
    assert spot("añ\n120", 3) == (2, 1)
    assert spot("añ 120", 3) == (1, 4)
