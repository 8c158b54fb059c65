"""What a record's report says of who pays, who does what and what differs, on a small dataset and through the door."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.cli import main

Told = Callable[..., str]
_SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """Give a function that writes files into a copy of the sample and prints a report on it, in one line."""
    folder = tmp_path / "data"
    shutil.copytree(_SAMPLE, folder)

    def give(subject: str, *more: str, **files: str) -> str:
        for name, text in files.items():
            (folder / name.replace("__", "/").replace("_", "-")).with_suffix(".yaml").write_text(text, "utf-8")
        words = ("report", subject, *more, "--data", str(folder), "--as-of", "2025-06-01", "--width", "100")
        assert main([*words, "--format", "text"]) == 0
        return " ".join(capsys.readouterr().out.replace(str(folder), "DATA").split())

    return give


_HEAD = "source: union-page-2024\nnames:\n  - {text: Ferry, kind: short}\n"


def test_a_probable_amount_is_not_printed_as_firm(told: Told) -> None:
    """Who surely pays stands under those who do, and an amount that is only likely under its hedge."""
    lines = (
        "money:\n  - {payer: common-fund}\n"
        "  - {payer: common-fund, amount: XAU 8625000, certainty: likely, source: thinkers-2023}\n"
    )
    text = told("ferry", projects__ferry=f"{_HEAD}{lines}")
    assert "Funded by Common Fund [1]. Likely: Common Fund XAU 8,625,000 [2?]." in text


def test_a_known_amount_needs_no_weaker_word(told: Told) -> None:
    """Beside a firm amount a line that only guesses who pays says nothing more."""
    lines = (
        "money:\n  - {payer: common-fund, amount: XAU 5000000}\n"
        "  - {payer: common-fund, certainty: implied, source: agency-report-2024}\n"
    )
    text = told("ferry", projects__ferry=f"{_HEAD}{lines}")
    assert "Funded by Common Fund XAU 5 million [1]." in text
    assert "Implied" not in text


def test_two_amounts_of_two_hedges_differ_and_both_stand(told: Told) -> None:
    """Where no source settles what a payer gives, each amount stands under its hedge, and the difference is marked."""
    lines = (
        "money:\n  - {payer: common-fund, amount: XAU 5000000}\n"
        "  - {payer: common-fund, amount: XAU 6000000, certainty: likely, source: agency-report-2024}\n"
    )
    text = told("ferry", projects__ferry=f"{_HEAD}{lines}")
    assert "Funded by Common Fund XAU 5 million* [1]. Likely: Common Fund XAU 6 million* [2]." in text
    assert "Money of Common Fund: XAU 5 million [1] or XAU 6 million (likely) [2]. Shown: all" in text


def test_a_remark_on_several_bodies_stands_once(told: Told) -> None:
    """Bodies of one line share its remark; those of another line stand apart from them."""
    lines = (
        "organisations:\n"
        "  - {organisation: [nordland-agency, aurelia-ministry], role: implementer, note: since the spring}\n"
        "  - {organisation: borvia-ministry, role: implementer}\n"
    )
    text = told("ferry", projects__ferry=f"{_HEAD}{lines}")
    assert "Implementer: Nordland Agency and Ministry of Work: since the spring; Ministry of Skills [1]." in text
    assert text.count("since the spring") == 1


def test_a_share_of_the_total_without_a_payer_is_told(told: Told) -> None:
    """A percentage that no payer bears is a share of the total, with its period and prices in words."""
    text = told(
        "big-fund",
        instruments__big_fund=(
            "source: union-page-2024\nnames:\n  - {text: Big Fund}\nkind: fund\nmoney:\n"
            '  - {period: "2021/2027", prices: current, amount: XAU 79462000000}\n'
            '  - {period: "2021/2027", prices: "2018", amount: XAU 70800000000}\n'
            '  - {period: "2021/2027", part: plans, percent: 63.5}\n'
        ),
    )
    assert "Total (2021 to 2027, in current prices): XAU 79,462 million [1]." in text
    assert "Total (2021 to 2027, in prices of 2018): XAU 70.8 billion [1]." in text
    assert "Apart (plans, 2021 to 2027): 63.5 % of the total [1]." in text


def test_each_amount_apart_has_its_own_day_and_remark(told: Told) -> None:
    """Of a fund all amounts stand side by side; of a project the answer alone, without what is said of another."""
    lines = (
        "money:\n"
        '  - {part: grants, amount: XAU 55000000, as_of: "2023", note: for 56 projects}\n'
        '  - {part: grants, amount: XAU 71000000, as_of: "2024", note: for 64 projects}\n'
    )
    fund = told("fund", instruments__fund=f"source: union-page-2024\nnames:\n  - {{text: Fund}}\nkind: fund\n{lines}")
    assert (
        "Apart (grants): XAU 55 million (as of 2023) [1] (for 56 projects) beside XAU 71 million (as of 2024) [1] "
        "(for 64 projects)." in fund
    )
    assert "DIFFER" not in fund
    project = told("ferry", projects__ferry=f"{_HEAD}{lines}")
    assert "Apart (grants): XAU 71 million (as of 2024) [1]: for 64 projects." in project
    assert "also XAU 55 million (as of 2023) (for 56 projects) [1]. Shown: the first, the later state." in project


def test_the_remark_on_a_status_goes_with_it(told: Told) -> None:
    """A remark on a status that has given way stands where the difference is told, not behind the later status."""
    lines = 'status:\n  - {value: open, as_of: "2023", note: by a heading alone}\n  - {value: ended, as_of: "2024"}\n'
    text = told("ferry", projects__ferry=f"{_HEAD}{lines}")
    assert "status ended (as of 2024) [1]. Start" in text
    assert "Status: ended (as of 2024) [1]; also open (as of 2023) (by a heading alone) [1]." in text


def test_the_remark_on_a_day_stands_behind_it(told: Told) -> None:
    """Where an event is planned and reported each remark stands behind its own day."""
    lines = (
        "events:\n"
        '  - {type: end, basis: planned, date: "2023", note: as first thought}\n'
        '  - {type: end, basis: actual, date: "2024", note: after a delay}\n'
    )
    text = told("ferry", projects__ferry=f"{_HEAD}{lines}")
    assert "End: planned 2023 [1] (as first thought); reported 2024 [1] (after a delay)." in text


_MONTHS = (
    "label: What is counted\nitems:\n  - {code: moved, label: moved, unit: people}\n"
    "  - {code: duration, label: duration, unit: months}\n"
)


def test_a_difference_of_months_says_months(told: Told) -> None:
    """What lasts is given in months, and what both sides of a conflict speak of is named."""
    lines = (
        "figures:\n"
        "  - {measure: duration, value: 39, rank: preferred, because: the later page, note: as printed}\n"
        "  - {measure: duration, value: 36, source: agency-report-2024}\n"
        "  - {measure: moved, basis: planned, value: 50, note: of all trades}\n"
        "  - {measure: moved, basis: planned, value: 60, source: agency-report-2024, note: of all trades}\n"
        "conflicts:\n  - {field: figures.moved, because: nobody says which held}\n"
    )
    text = told("ferry", projects__ferry=f"{_HEAD}{lines}", codelists__measures=_MONTHS)
    assert "Duration: 39 months [1]; also 36 months [2]. Shown: the first, the later page." in text
    assert "Moved, planned: 50 [1] or 60 [2]. Shown: all. Nobody says which held." in text
    assert text.count("Moved: of all trades.") == 1
    assert "Duration, 39 months: as printed." in text


def test_a_conflict_on_the_whole_leaves_its_parts_closed(told: Told) -> None:
    """A path that names no country opens the figure of the whole, and marks no figure of one country."""
    lines = (
        "figures:\n"
        "  - {measure: moved, basis: planned, value: 1500}\n"
        '  - {measure: moved, basis: planned, value: 500, origin: "XA"}\n'
        "conflicts:\n  - {field: figures.moved, because: its parts plan more}\n"
    )
    text = told("ferry", projects__ferry=f"{_HEAD}{lines}")
    assert "moved 1,500* [1] none found moved (from Aurelia) 500 [1]" in text
    assert "Moved, planned: 1,500 [1]. Its parts plan more." in text


def test_two_calls_that_may_be_one_are_said_to_be(told: Told) -> None:
    """A fund's page and that of either call say that two calls may be one; counts have their part, day and unit."""
    calls = {
        "instruments__spring_call": (
            "source: union-page-2024\nnames:\n  - {text: Spring call, kind: description}\nkind: call\n"
            "relations:\n  - {relation: part-of, target: common-fund}\n"
            "  - {relation: same-as, target: fund-call, certainty: likely}\n"
            'figures:\n  - {measure: firms, value: 14, as_of: "2024-01"}\n'
            '  - {measure: firms, part: rejected, value: 3, as_of: "2024-01", of: figures.firms}\n'
            "  - {measure: co-financing-rate, value: 95, bound: at-most}\n"
            "money:\n  - {part: strand-a, amount: XAU 8000000}\n"
        )
    }
    said = "Spring call and First call of the fund: may be one call under two names (likely), so count it once [1]."
    fund = told("common-fund", **calls)
    assert said in fund
    assert "Firms: 14 (as of January 2024) and 3 (rejected, as of January 2024) [1]." in fund
    assert "Share of the costs paid: up to 95 % [1]." in fund
    assert "Apart (strand A): XAU 8 million [1]." in fund
    assert f"CARE {said}" in told("spring-call")
    assert f"CARE {said}" in told("fund-call")
    assert "Same as: Spring call (likely) [1]." in told("fund-call")


def test_a_project_stands_once_under_a_fund(told: Told) -> None:
    """What several sources say of one project is one row, with each way in which it is funded."""
    lines = (
        "money:\n  - {payer: common-fund, percent: 40}\n  - {payer: common-fund, source: agency-report-2024}\n"
        "  - {payer: nordland-agency, through: common-fund, source: agency-report-2024}\n"
    )
    text = told("common-fund", projects__ferry=f"{_HEAD}{lines}")
    assert text.count("Ferry") == 1
    assert "none found said [1][2]; Nordland 40 % [1] Agency through it [2]" in text


def test_a_corridor_within_another_needs_no_warning(told: Told) -> None:
    """Of two lists of countries that pair nobody the longer one is warned of."""
    lines = (
        "corridors:\n"
        '  - {origin: ["XA", "XB"], destination: ["XN", "XS"]}\n'
        '  - {origin: ["XA", "XB"], destination: "XN", role: listed, source: agency-report-2024}\n'
    )
    text = told("ferry", projects__ferry=f"{_HEAD}{lines}")
    assert text.count("must not be said of each of") == 1


def test_a_name_too_long_for_a_table_gives_way_to_ours(told: Told) -> None:
    """A component goes by our description where its official name fills a table; its own page has both."""
    name = "Supporting the movement of people who work on water between the two shores (FERRY)"
    text = told(
        "ferry",
        projects__ferry=(
            f"source: union-page-2024\nnames:\n  - {{text: {name}}}\n"
            "  - {text: Northern part of Ferry, kind: description}\nmoney:\n  - {payer: common-fund}\n"
        ),
    )
    assert text.startswith("Northern part of Ferry · project")
    assert f'NAMES {name} [1]. "Northern part of Ferry" is our description.' in text
    assert "Northern part of Ferry" in told("common-fund")


@pytest.mark.parametrize("subject", ["funding", "XA"])
def test_an_open_amount_that_two_sources_print_alike_stands_once(told: Told, subject: str) -> None:
    """One source has 30 million in full, another rounded, a third 25: the page has two amounts, not three."""
    lines = (
        'corridors:\n  - {origin: "XA", destination: "XN"}\n'
        "money:\n  - {amount: XAU 30000000}\n  - {amount: XAU 30000000, bound: rounded, source: agency-report-2024}\n"
        "  - {amount: XAU 25000000, source: daily-bell-2024}\n"
        "conflicts:\n  - {field: money.total, because: nobody says which held}\n"
    )
    text = told(subject, projects__ferry=f"{_HEAD}{lines}")
    assert re.search(r"Ferry XAU 25 million\* \[\d\?\] or XAU 30 million\* \[\d\]\[\d\]", text)


def test_an_open_figure_that_two_sources_print_alike_stands_once(told: Told) -> None:
    """Two sources have 105, a third 245: the page has two figures, the one on both its sources."""
    lines = (
        'corridors:\n  - {origin: "XA", destination: "XN"}\n'
        "figures:\n  - {measure: moved, basis: planned, value: 105}\n"
        "  - {measure: moved, basis: planned, value: 105, source: agency-report-2024, note: later}\n"
        "  - {measure: moved, basis: planned, value: 245, source: daily-bell-2024}\n"
        "conflicts:\n  - {field: figures.moved.planned, because: nobody says which held}\n"
    )
    text = told("XA", projects__ferry=f"{_HEAD}{lines}")
    row = text.partition("PROJECTS")[2].partition("BRIDGE")[0]
    assert (row.count("105"), row.count("245")) == (1, 1)
