"""What does not convert is told where it stands in the file, in the words of the file, to those who only ask."""

import shutil
from pathlib import Path

import pytest

from talentpart.model.load import load

BASE = Path(__file__).parents[1] / "lint" / "base"


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("events:\n  - {type: start, date: 2024}\n", 3, 25, "expected text in 'date', found a whole number"),
        (
            'events:\n  - {type: [start, end], date: "2024"}\n  - {type: end, number: x}\n',
            *(4, 25, "expected a whole number in 'number', found text"),
        ),
        (
            "events: {type: start, number: 2.0}\n",
            *(2, 31, "expected a whole number in 'number', found one with a point"),
        ),
        ("figures: {measure: trained, value: true}\n", 2, 36, "expected a number in 'value', found true or false"),
        ("names: 3\n", 2, 8, "expected text in 'names', found a whole number"),
        ("names: {txt: x}\n", 2, 8, "unknown field 'txt' in 'names'"),
        ("names: [{kind: short}]\n", 2, 9, "'text' is missing in 'names'"),
        ("events: {type: start, basis: plan}\n", 2, 30, "'plan' may not stand in 'basis'"),
        ("money: [5]\n", 2, 9, "expected text in 'money', found a whole number"),
        ("mobility: {value: [work, {a: b}]}\n", 2, 19, "expected text in 'value', found a group of fields"),
        ('status: {value: x, as_of: "2024-13"}\n', 2, 27, "no month 13"),
        ("names: [Pilot]\nnotes: {a: b}\n", 3, 8, "expected text in 'notes', found a group of fields"),
    ],
)
def test_what_does_not_convert(text: str, line: int, column: int, message: str, tmp_path: Path) -> None:
    """J7: short forms keep their places, and no word of Python is said."""
    root = tmp_path / "data"
    shutil.copytree(BASE, root)
    (root / "projects").mkdir()
    (root / "projects" / "x.yaml").write_text(f"source: report\n{text}", encoding="utf-8")
    (finding,) = [each for each in load(root, "the tests").findings if each.rule == "wrong-shape"]
    assert finding.location.path.endswith("projects/x.yaml")
    assert (finding.location.line, finding.location.column, finding.message) == (line, column, message)
