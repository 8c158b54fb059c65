"""RESULTS in three grades: to say, with its source named, to be ready for; a country's share of a whole as such."""

from collections.abc import Callable

Changed = Callable[..., str]
FILE = "projects/orchard.yaml"
ORCHARD = """source: daily-bell-2024
names: {text: Orchard scheme, kind: description}
kind: programme
corridors:
  - {origin: "XB", destination: "XS"}
organisations:
  - {organisation: borvia-ministry, role: implementer}
figures:
"""


def results(text: str) -> str:
    """Give what stands under RESULTS."""
    return text.partition(" RESULTS ")[2].partition(" CARE ")[0]


def test_the_three_grades(changed: Changed) -> None:
    """A firm source is said, the press with its name, what sources differ on is only kept ready."""
    figures = """  - {measure: trained, basis: actual, value: 20, source: agency-report-2024}
  - {measure: moved, basis: actual, value: 7}
  - {measure: prepared, basis: actual, value: 5, source: agency-report-2024}
  - {measure: prepared, basis: actual, value: 9, source: union-page-2024}
"""
    said = results(changed({FILE: ORCHARD + figures}, "borvia", "--no-sources"))
    assert "To say: Orchard scheme: 20 trained. With its source named: Orchard scheme: 7 moved." in said
    assert "Be ready for: Orchard scheme: 5 prepared* or 9 prepared*." in said


def test_press_beside_plans_that_differ_is_only_kept_ready(changed: Changed) -> None:
    """Where sources differ on what was planned, a figure of the press alone will be held against them."""
    figures = """  - {measure: moved, basis: planned, value: 105, source: agency-report-2024}
  - {measure: moved, basis: planned, value: 245, source: union-page-2024}
  - {measure: trained, basis: actual, value: 8}
"""
    said = results(changed({FILE: ORCHARD + figures}, "borvia", "--no-sources"))
    assert "Be ready for: Orchard scheme: 8 trained." in said


def test_nothing_is_said_as_nothing(changed: Changed) -> None:
    """Where no source counts people of the country, that is the first sentence."""
    assert results(changed({FILE: ORCHARD.replace("figures:\n", "")}, "borvia")).startswith(
        "No source read counts people from Bórvia who moved or were trained."
    )


def test_none_of_a_whole_is_told_as_none_of_it(changed: Changed) -> None:
    """Zero of fifty is this country's figure; the fifty of all are not printed under it as well."""
    figures = """  - {measure: trained, basis: actual, value: 50, source: agency-report-2024}
  - {measure: trained, basis: actual, value: 0, origin: "XB", of: figures.trained, source: agency-report-2024}
"""
    both = ORCHARD.replace('origin: "XB"', 'origin: ["XA", "XB"]')
    text = changed({FILE: both + figures}, "borvia", "--no-sources")
    assert "To say: Orchard scheme: 0 of the 50 trained." in results(text)
    assert "50 trained all" not in text
    mine = changed({FILE: both + figures}, "aurelia", "--no-sources")
    assert "Orchard scheme: 50 trained" in results(mine)
    assert "0 trained" not in results(mine).replace("50 trained", "").replace("100 trained", "")


def test_a_part_is_told_where_no_whole_is(changed: Changed) -> None:
    """A first intake that moved is a result, named as a part; beside a whole of its measure it is none of its own."""
    part = '  - {measure: moved, part: first-intake, basis: actual, value: 36, as_of: "2024-05"}\n'
    whole = "  - {measure: moved, basis: actual, value: 90}\n"
    head = (
        "source: union-page-2024\nnames:\n  - {text: Ferry, kind: short}\n"
        'corridors:\n  - {origin: "XA", destination: "XN"}\nfigures:\n'
    )
    text = changed({"projects/ferry.yaml": f"{head}{part}"}, "XA", "--width", "200")
    assert "Ferry: 36 moved (first intake, as of May 2024) [" in text
    text = changed({"projects/ferry.yaml": f"{head}{part}{whole}"}, "XA", "--width", "200")
    assert "Ferry: 90 moved [" in text
    assert "first intake" not in text.partition("RESULTS")[2].partition("CARE")[0]
