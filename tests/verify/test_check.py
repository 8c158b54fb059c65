"""Claims held against texts: what is found, where, how often, and what cannot be checked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.errors import UsageError
from talentpart.model.dataset import Dataset
from talentpart.verify.check import check
from talentpart.verify.result import Result, by_source, tally

Hold = Callable[..., list[Result]]
PAGE = "Intro\nEgypt\nThe first roundtable in June 2023 trained 120 people.\nMorocco\nIn April 2023 it trained 30.\n"


def test_a_value_is_found_with_its_line_and_column(hold: Hold) -> None:
    """The place is that of the first occurrence within the place that the reference names."""
    (result,) = hold("figures:\n  - {measure: trained, value: 120, source: page#egypt}", PAGE)
    assert (result.result, result.line, result.column, result.occurrences) == ("found", 3, 43, 1)
    assert (result.what, result.looked_for, result.source, result.place) == ("number", "120", "page", "egypt")
    assert result.claim_id == "project.figures.trained@page#egypt"


def test_a_text_of_one_line_has_offsets_only(hold: Hold) -> None:
    """A line number would always be 1."""
    (result,) = hold("figures:\n  - {measure: trained, value: 120}", "It trained 120 people.\n")
    assert (result.line, result.column, result.offset) == (None, None, 11)


def test_a_claim_cited_to_the_wrong_place_is_not_found(hold: Hold) -> None:
    """It is printed under another heading, and the result says where."""
    (result,) = hold("figures:\n  - {measure: trained, value: 120, source: page#morocco}", PAGE)
    assert (result.result, result.line, result.occurrences) == ("not-found", 3, 0)
    assert result.reason == "printed elsewhere in the text"


def test_an_event_is_held_by_its_day_and_its_number(hold: Hold) -> None:
    """Each value has a result of its own, under the same claim."""
    first, second = hold('events:\n  - {type: roundtable, number: 2, date: "2023-06", source: page#egypt}', PAGE)
    assert (first.what, first.looked_for, first.result) == ("day", "June 2023", "found")
    assert (second.what, second.looked_for, second.result) == ("number", "second roundtable", "not-found")
    assert tally([first, second]).not_found == 1


def test_a_value_that_recurs_is_weak_evidence(hold: Hold) -> None:
    """The same number twice is counted twice."""
    (result,) = hold("figures:\n  - {measure: trained, value: 30}", "30 here\nand 30 there")
    assert result.occurrences == 2
    assert tally([result]).repeated == 1


def test_a_claim_with_two_sources_is_held_against_each(hold: Hold) -> None:
    """One may print it and the other not; each has a claim id of its own."""
    results = hold("figures:\n  - {measure: trained, value: 30, source: [page, slides]}", "30", "40\n50")
    assert [(each.source, each.result) for each in results] == [("page", "found"), ("slides", "not-found")]
    assert len({each.claim_id for each in results}) == 2
    assert [(each.source, each.found, each.not_found) for each in by_source(results)] == [
        ("page", 1, 0), ("slides", 0, 1),
    ]  # fmt: skip


def test_a_note_explains_what_is_not_found(hold: Hold) -> None:
    """It is counted apart, with the note as the reason."""
    (result,) = hold("figures:\n  - {measure: trained, value: 6, note: our count of the rows}", PAGE)
    assert (result.result, result.reason) == ("explained", "our count of the rows")


def test_printed_words_stand_for_a_number_and_have_to_say_it(hold: Hold) -> None:
    """Five is 5; words that say another number are a fault even where they are printed."""
    line = "figures:\n  - {{measure: trained, value: {}, as_stated: five people}}"
    text = "It trained five people."
    assert [each.result for each in hold(line.format(5), text)] == ["found"]
    (result,) = hold(line.format(6), text)
    assert (result.result, result.reason) == ("not-found", "the printed words 'five people' do not say it")


def test_a_number_in_words_needs_printed_words(hold: Hold) -> None:
    """Without them only digits are looked for."""
    (result,) = hold("figures:\n  - {measure: trained, value: 5}", "It trained five people.")
    assert result.result == "not-found"


def test_a_span_of_months_may_be_printed_in_years(hold: Hold) -> None:
    """The printed words are looked for, and say the months."""
    line = "figures:\n  - {measure: duration, min: 12, max: 24, as_stated: 1-2 years}"
    assert [each.result for each in hold(line, "for a period of 1-2 years")] == ["found"]


def test_labels_stand_for_codes_without_printed_words(hold: Hold) -> None:
    """A sector or a form of mobility is looked for by its labels, a tier by its own."""
    results = hold(
        "mobility: work\nsectors:\n  - {sector: care, tier: interest}\n  - {sector: ict, as_stated: ICT services}",
        "sectors of interest: Care and ICT\nservices, with employment",
    )
    assert [(each.what, each.result) for each in results] == [
        ("mobility", "found"), ("sector", "found"), ("tier", "found"), ("words", "found"),
    ]  # fmt: skip
    (tier,) = (each for each in hold("sectors:\n  - {sector: care, tier: common-interest}", "care, of interest")
               if each.what == "tier")  # fmt: skip
    assert tier.result == "not-found"


def test_organisations_and_payers_stand_under_any_name_that_the_source_uses(hold: Hold) -> None:
    """A name that only another source uses will do, with a remark; a description of ours is looked for nowhere."""
    (own,) = hold("organisations:\n  - {organisation: agency, role: lead}", "led by AGY")
    assert (own.result, own.reason) == ("found", "")
    (other,) = hold("money:\n  - {payer: agency}", "paid by the agency")
    assert (other.result, other.reason) == ("found", "under a name that the records have from another source")
    (none,) = hold("organisations:\n  - {organisation: agency, role: lead}", "our words for it")
    assert none.result == "not-found"


def test_two_letters_are_a_member_state_in_slides_alone(hold: Hold) -> None:
    """In running text IT is information technology."""
    line = 'corridors:\n  - {{origin: "EG", destination: "IT", source: {}}}'
    in_slides = hold(line.format("slides"), "", "BE, IT Egypt\nMATCH")
    assert [(each.what, each.result) for each in in_slides] == [("origin", "found"), ("destination", "found")]
    in_page = hold(line.format("page"), "IT firms hire from Egypt")
    assert [each.result for each in in_page] == ["found", "not-found"]


def test_a_hedge_is_looked_for_beside_its_number(hold: Hold) -> None:
    """The word of the source is kept with the figure."""
    line = "figures:\n  - {measure: trained, certainty: expected, value: 250}"
    assert [each.result for each in hold(line, "is expected to support 250")] == ["found", "found"]
    assert [each.result for each in hold(line, "supports 250")] == ["found", "not-found"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("objectives:\n  - {slug: a, text: Train people.}", "own words"),
        ("names:\n  - {text: a thing, kind: description}", "own words"),
        ("money:\n  - {payer: agency, certainty: implied}", "read between the lines"),
        ("relations:\n  - {relation: look-alike, target: agency}", "a comparison of ours"),
        ("events:\n  - {type: start}", "a code of ours, with no printed words beside it"),
        ("figures:\n  - {measure: trained, value: 1, source: slides}", "there is no text of slides"),
    ],
)
def test_what_cannot_be_checked_says_why(hold: Hold, line: str, reason: str) -> None:
    """Own words, readings, codes and missing texts are neither found nor missed."""
    (result,) = hold(line, "AGY")
    assert (result.result, result.reason) == ("unchecked", reason)


def test_printed_words_of_a_text_are_looked_for(hold: Hold) -> None:
    """The words may open a sentence, and break over a line."""
    (result,) = hold("objectives:\n  - {slug: a, text: Ours., as_stated: fair recruitment}", "x\nFair recruit-\nment")
    assert (result.result, result.line) == ("found", 2)


def test_a_source_is_held_against_its_own_text(dataset_of: Callable[[str], Dataset]) -> None:
    """Its title and the headings of its places are looked for."""
    results = check(dataset_of("kind: pilot"), {"page": f"The Page\n{PAGE}"})
    itself = {each.path: each.result for each in results if each.record == "page"}
    assert itself == {
        "page.title": "found", "page.places.play": "not-found", "page.places.egypt": "found",
        "page.places.morocco": "found", "page.places.end": "not-found",
    }  # fmt: skip


def test_paths_choose_records_and_a_wrong_one_is_an_error(dataset_of: Callable[[str], Dataset], tmp_path: Path) -> None:
    """A file or a folder holds records of the dataset, or there is nothing to check."""
    dataset = dataset_of("kind: pilot")
    chosen = check(dataset, {"page": PAGE}, [tmp_path / "organisations"])
    assert {each.record for each in chosen} == {"agency"}
    with pytest.raises(UsageError, match="does not exist"):
        check(dataset, {}, [tmp_path / "nowhere"])
    with pytest.raises(UsageError, match="holds no records"):
        check(dataset, {}, [tmp_path / "dataset.yaml"])
