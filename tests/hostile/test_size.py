"""The S rows through the door: what nests deep, is long, or is many, ends in time and in few words."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

Seen = tuple[int, int, str, str]
Dataset = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., tuple[int, str, str]]
SOURCE = "source: report\n"
DEEP = "the file nests deeper than 40 levels; a record needs four"
LARGE = "the file is larger than 256 KiB; a record takes a few"
# So many KiB are a file of the greatest size that is read.
LIMIT = 256 * 1024
ROWS: Mapping[str, tuple[str, Seen]] = {
    "S2": (SOURCE + "notes: " + "[" * 3_000 + "\n", (2, 47, "too-large", DEEP)),
    "S2-30000": (SOURCE + "notes: " + "[" * 30_000 + "\n", (2, 47, "too-large", DEEP)),
    "S2-braces": (SOURCE + "notes: " + "{a: " * 30_000 + "b\n", (2, 164, "too-large", DEEP)),
    "S2-dashes": (SOURCE + "notes:\n  " + "- " * 30_000 + "b\n", (3, 81, "too-large", DEEP)),
    "S2-300000": (SOURCE + "notes: " + "[" * 300_000 + "\n", (0, 0, "too-large", LARGE)),
    "S4": (SOURCE + "notes: " + "x" * 2_000_000 + "\n", (0, 0, "too-large", LARGE)),
    "S4-lines": (SOURCE + "notes:\n" + "  - words\n" * 60_000, (0, 0, "too-large", LARGE)),
}
PADDING = "".join(f"# {number}\n" for number in range(LIMIT // 7 - 8_000))
SLOW = {
    "S4-names": "names: [" + "a, " * ((LIMIT - 10) // 3) + "]\n",
    "S4-braces": "names: {" + "a, " * ((LIMIT - 10) // 3) + "}\n",
    "S4-fields": "".join(f"f{number}: x\n" for number in range(LIMIT // 10)),
    "S4-twice": "notes: a\n" * (LIMIT // 9),
    "S4-doubt": "notes:\n" + "  - NO\n" * ((LIMIT - 7) // 7),
    "S4-tabs": "notes: a\n" + "a:\tb\n" * ((LIMIT - 9) // 5),
    "S4-odd": "notes: " + "a\u00a0" * ((LIMIT - 20) // 3) + "\n",
    "S4-colons": "notes: " + "a: " * ((LIMIT - 20) // 3) + "\n",
    "S4-quotes": "notes: '" + "''" * ((LIMIT - 20) // 2) + "'\n",
    "S4-comments": "# x\n" * (LIMIT // 4 - 10) + "notes: a\n",
    "S4-source": "source: [" + "report, " * ((LIMIT - 20) // 8) + "]\n",
    "S4-events": "source: report\nevents:\n" + "  - {type: start, date: '2024'}\n" * ((LIMIT - 40) // 33),
    "S4-figures": "source: report\nfigures:\n" + "  - {measure: trained, value: 9}\n" * ((LIMIT - 40) // 34),
    "S4-money": "source: report\nmoney:\n" + "  - {amount: EUR 5}\n" * ((LIMIT - 40) // 21),
    "S4-most-money": "source: report\nmoney:\n" + "  - {amount: EUR 5}\n" * 998 + PADDING,
    "S4-most-codes": "source: report\nsectors:\n" + "  - tourisn\n" * 998 + PADDING,
    "S4-relations": "source: report\nrelations:\n" + "  - {relation: part-of, target: x}\n" * ((LIMIT - 40) // 35),
}


class Told(NamedTuple):
    """What lint says in JSON: its exit code, and what it found, by file below the dataset."""

    code: int
    found: dict[str, list[Seen]]


@pytest.fixture(scope="module")
def told(sweep: Callable[[Mapping[str, str]], Told]) -> Told:
    """Give what lint says of all rows in one dataset."""
    return sweep({row: text for row, (text, _) in ROWS.items()})


@pytest.mark.parametrize("row", ROWS)
def test_what_is_too_large_is_one_finding(row: str, told: Told) -> None:
    """S2, S4: one finding, where the fourtieth level opens or on the file as a whole, with and without libyaml."""
    assert told.code == 1
    assert told.found[f"projects/{row.lower()}.yaml"] == [ROWS[row][1]]


@pytest.mark.parametrize("row", SLOW)
def test_no_file_up_to_the_limit_takes_long(row: str, dataset: Dataset, run: Run) -> None:
    """S4: a file of the greatest size that is read, of whatever it is full, is linted in a few seconds."""
    dataset({"projects/x.yaml": SLOW[row]})
    assert LIMIT * 0.9 < len(SLOW[row].encode()) <= LIMIT
    began = time.perf_counter()
    code, out, _ = run("lint", "--data", "data", "-f", "concise")
    assert time.perf_counter() - began < 60
    assert code in {0, 1}
    assert " in 1 of " in out


@pytest.mark.parametrize("name", ["full", "concise"])
def test_a_thousand_findings_are_a_screen(name: str, dataset: Dataset, run: Run) -> None:
    """S5: people are shown twenty of a rule in a file, and how many more there are; a program gets them all."""
    dataset({"projects/x.yaml": "source: report\nnotes:\n" + "  - NO\n" * 999})
    code, out, _ = run("lint", "--data", "data", "-f", name)
    assert code == 1
    assert len(out.splitlines()) < 100
    assert "data/projects/x.yaml: \u2026 and 979 more [ambiguous-scalar] (`--max-findings 0` shows all)" in out
    assert run("lint", "--data", "data", "-f", "json")[1].count('"ambiguous-scalar"') == 999
    assert run("lint", "--data", "data", "-f", name, "--max-findings", "0")[1].count("[ambiguous-scalar]") == 999


def test_many_records_are_linted_and_nothing_is_said_of_progress(dataset: Dataset, run: Run) -> None:
    """S6: hundreds of records come to one answer; without a terminal nothing else is printed."""
    record = "source: report\norganisations: {organisation: agency, role: implementer}\n"
    dataset({f"projects/p{number}.yaml": record for number in range(500)})
    code, out, err = run("lint", "--data", "data", "--ignore", "said-nor-missing")
    assert (code, err) == (0, "")
    assert out.startswith("no findings in ")


def test_a_hostile_word_is_no_nearest_word_for_long(dataset: Dataset, run: Run) -> None:
    """S7: the nearest right value is not looked for among words that are as long as a file."""
    dataset({"projects/x.yaml": "source: report\nsectors: " + "tourism" * 30_000 + "\n" + "k" * 900 + ": x\n"})
    began = time.perf_counter()
    code, out, _ = run("lint", "--data", "data")
    assert time.perf_counter() - began < 20
    assert code == 1
    assert "[not-in-codelist]" in out
    assert max(map(len, out.splitlines())) < 400
