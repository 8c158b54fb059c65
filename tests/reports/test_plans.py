"""AHEAD and SECTORS: plans are settled before they are told, and a wish of one side is no agreed sector."""

from collections.abc import Callable

Changed = Callable[..., str]
FILE = "projects/orchard.yaml"
ORCHARD = """source: daily-bell-2024
names: {text: ORCHARD, kind: short}
kind: programme
corridors:
  - {origin: "XB", destination: "XS"}
events:
"""


def ahead(text: str) -> str:
    """Give what stands under AHEAD."""
    return text.partition(" AHEAD ")[2].partition(" ASK ")[0]


def test_plans_that_agree_are_one(changed: Changed) -> None:
    """A month and a day in it are one plan with both sources."""
    events = """  - {type: end, basis: planned, date: "2026-06", source: union-page-2024}
  - {type: end, basis: planned, date: "2026-06-30", source: agency-report-2024}
"""
    text = ahead(changed({FILE: ORCHARD + events}, "borvia", "--no-sources"))
    assert text.count("ORCHARD: end") == 1
    assert "ORCHARD: end planned for 30 June 2026." in text


def test_a_plan_that_gave_way_is_not_told(changed: Changed) -> None:
    """Of two days the preferred one is told, with a star."""
    events = """  - {type: end, basis: planned, date: "2025-12"}
  - {type: end, basis: planned, date: "2026-05", rank: preferred, because: it runs four years}
"""
    text = ahead(changed({FILE: ORCHARD + events}, "borvia", "--no-sources"))
    assert "ORCHARD: end planned for May 2026*." in text
    assert "December 2025" not in text


def test_what_came_of_one_part_answers_no_other(changed: Changed) -> None:
    """The end of the first course says nothing of the end of the whole."""
    events = """  - {type: end, part: course, basis: actual, date: "2024-03"}
  - {type: end, basis: planned, date: "2024-10"}
"""
    text = ahead(changed({FILE: ORCHARD + events}, "borvia", "--no-sources"))
    assert "ORCHARD: end planned for October 2024: that time has passed, nothing found." in text


def test_a_status_answers_a_plan(changed: Changed) -> None:
    """A project that is said to be over did not pass its end in silence."""
    ended = ORCHARD.replace("kind: programme\n", "kind: programme\nstatus: ended\n")
    events = '  - {type: end, basis: planned, date: "2024-10"}\n'
    assert "ORCHARD" not in ahead(changed({FILE: ended + events}, "borvia"))


def test_a_wish_is_no_agreed_sector(changed: Changed) -> None:
    """What one side asks for stands apart with its source, and nobody misses a project for it."""
    text = changed({}, "aurelia").partition(" SECTORS ")[2].partition(" WHO ")[0]
    assert "One asked for by one side, not agreed, by press alone [" in text
    assert "all industry" not in text.partition("No project found")[2]


def test_an_event_of_a_wider_scope_says_so(changed: Changed) -> None:
    """What is planned beside the partnership is not told as its own."""
    partnership = """country: "XB"
source: union-page-2024
events:
  - {type: technical-meeting, basis: planned, date: "2026", place: "XN", scope: wider}
"""
    text = ahead(changed({"countries/borvia/partnership.yaml": partnership}, "borvia", "--no-sources"))
    assert "Technical meeting (more than this alone), Nordland, planned for 2026." in text
