"""The full briefing on a country, through the door: every step, sector, project, gap and difference of its records."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentpart.cli import main
from talentpart.model.dataset import Dataset
from talentpart.model.load import open_dataset
from talentpart.model.records import Partnership, Roadmap, Told
from talentpart.queries.scope import own_projects_in
from talentpart.queries.told import as_of
from talentpart.values import Day

ROOT = Path(__file__).parents[2]
PARTNERS = ("bangladesh", "egypt", "morocco", "pakistan", "tunisia")
HEADINGS = (
    "IN SHORT", "STEPS", "SECTORS", "PROJECTS", "MONEY", "AHEAD", "NOT KNOWN, AND WHOM TO ASK", "WHERE SOURCES DIFFER",
    "SOURCES", "NEXT", "MADE",
)  # fmt: skip
SECTIONS = ("short", "steps", "sectors", "projects", "money", "ahead", "ask", "differ")
Golden = Callable[[str, str], None]
Report = Callable[..., str]
Changed = Callable[..., str]
# A project of the sample with one partner alone, to which a test adds what it is about.
ORCHARD = """source: daily-bell-2024
names: {text: Orchard scheme, kind: description}
kind: programme
corridors:
  - {origin: "XB", destination: "XS"}
organisations:
  - {organisation: borvia-ministry, role: implementer}
"""


@pytest.fixture(scope="module")
def records() -> Dataset:
    """Give the real records as they can be told on the day of the tests."""
    return as_of(open_dataset(ROOT / "data", "data"), Day.parse("2026-11-24"))


def one_line(text: str) -> str:
    """Give a text without its line breaks and indents."""
    return " ".join(text.split())


def section(text: str, heading: str) -> str:
    """Give what stands from a heading to the next, line by line."""
    lines = text.splitlines()
    starts = [index for index, line in enumerate(lines) if line.startswith(HEADINGS)]
    start = next(index for index in starts if lines[index].startswith(heading))
    return "\n".join(lines[start : next((each for each in starts if each > start), len(lines))])


def part_of(text: str, heading: str, following: str) -> str:
    """Give what stands between two headings of a page on one line."""
    return text.partition(f" {heading} ")[2].partition(f" {following} ")[0]


def page(report: Report, dataset: str, country: str) -> dict[str, Any]:
    """Give the full briefing as JSON, held against the schema of reports on countries."""
    from jsonschema import Draft202012Validator
    from referencing import Registry

    found: dict[str, Any] = json.loads(report(dataset, country, "--full", "--format", "json"))
    schema = json.loads((ROOT / "schemas/output/report-country.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema, registry=Registry()).iter_errors(found)) == []
    found["dataset"]["sha256"] = "of the records"
    return found


def own_records(dataset: Dataset, country: str) -> list[Told]:
    """Give the partnership with a country, its roadmap and its projects, without those kept only beside them."""
    partnership = dataset.find(Partnership, country)
    roadmap = dataset.find(Roadmap, f"{country}-roadmap")
    assert partnership
    assert roadmap
    return [partnership, roadmap, *own_projects_in(dataset, partnership.country)]


def test_briefing_in_text(report: Report, golden: Golden) -> None:
    """The briefing reads as its golden file, in 80 columns."""
    golden("reports/sample-full.txt", report("sample", "aurelia", "--full", "--width", "80", "--format", "text"))


def test_briefing_in_json(report: Report, golden: Golden) -> None:
    """The briefing says the same to a machine, a list of rows under each section's id."""
    found = page(report, "sample", "aurelia")
    golden("reports/sample-full.json", json.dumps(found, indent=2, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("country", PARTNERS)
def test_sections_stand_in_their_order(country: str, report: Report) -> None:
    """Each partner's page has all its sections in one order, nothing gives way, and it says what it is not."""
    text = report("data", country, "--full", "--width", "80")
    starts = [line for line in text.splitlines() if line.startswith(HEADINGS)]
    assert [next(each for each in HEADINGS if line.startswith(each)) for line in starts] == list(HEADINGS)
    assert "not an official document of the European Union." in one_line(text)
    found = page(report, "data", country)
    assert [each for each in found if each in SECTIONS] == list(SECTIONS)


@pytest.mark.parametrize("country", PARTNERS)
def test_every_event_is_a_step(country: str, report: Report, records: Dataset) -> None:
    """Each event of the partnership, its roadmap and its projects is told, on its day, oldest first.

    What is stated of one on days that are reported of it too is told with them.
    """
    steps = page(report, "data", country)["steps"]
    told = {(each["subject"], each["type"], each["number"], each["part"], each["basis"]) for each in steps}
    days: dict[tuple[object, ...], set[str]] = {}
    for record in own_records(records, country):
        for event in record.events:
            if event.rank != "set-aside":
                name = (record.id, event.type, event.number, event.part)
                day = event.date.text if event.date else ""
                days.setdefault((*name, event.basis or "stated"), set()).add(day)
    told_too = {each: days.get((*each[:-1], "actual"), set()) for each in days if each[-1] == "stated"}
    joined = {each for each, reported in told_too.items() if days[each] <= reported and days[each] != {""}}
    assert joined.isdisjoint(told)
    assert told == set(days) - joined
    order = [each["date_latest"] or "9999" for each in steps]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("country", "step"),
    [
        ("bangladesh", "2023-07 technical meeting: objectives discussed partnership"),
        ("egypt", "2023-06 FIRST ROUNDTABLE: launched and objectives agreed partnership"),
        ("egypt", "2024-12 technical workshop: commitment reaffirmed"),
        ("morocco", "2024-10 SECOND ROUNDTABLE: sectors agreed partnership"),
        ("morocco", "2019-03-01 start PALIM"),
        ("pakistan", "2024-04 SECOND ROUNDTABLE partnership 2024-11-26 launch; by the Commission"),
        ("tunisia", "2025-06-17 THIRD ROUNDTABLE, Tunisia: roadmap endorsed"),
    ],
)
def test_steps_of_the_partners(country: str, step: str, report: Report) -> None:
    """The steps that a desk officer looks for first are there, roundtables in capitals."""
    text = report("data", country, "--full", "--width", "200", "--no-sources")
    assert step in one_line(section(text, "STEPS"))


def test_one_day_that_one_source_states_and_another_reports_is_one_step(changed: Changed) -> None:
    """A start that two sources give for one day, one as a report, stands once under STEPS; two days are two steps."""
    events = """events:
  - {type: start, basis: actual, date: "2023-09"}
  - {type: start, date: "2023-09", source: agency-report-2024}
  - {type: start, date: "2023-10", part: second-course}
"""
    text = part_of(changed({"projects/orchard.yaml": ORCHARD + events}, "borvia", "--full"), "STEPS", "SECTORS")
    assert text.count("2023-09 start") == 1
    assert text.count("2023-10 start (second course)") == 1


def test_a_planned_day_that_passed_in_silence_is_said_so(report: Report) -> None:
    """The start of implementation that was due by the end of 2022 is told under STEPS and again under AHEAD."""
    text = report("data", "egypt", "--full", "--width", "132", "--no-sources")
    for heading in ("STEPS", "AHEAD"):
        said = one_line(section(text, heading))
        assert "by the end of 2022 start of implementation, planned; that time has passed, nothing found" in said
    assert "No second roundtable found; the page calls roundtables annual" in one_line(section(text, "AHEAD"))


def test_an_endorsement_at_a_roundtable_is_one_step_for_people(report: Report) -> None:
    """What the roundtable's own line says of the roadmap is not printed twice; a machine gets both lines."""
    assert " endorsement" not in section(report("data", "tunisia", "--full"), "STEPS")
    assert "endorsement" in {each["type"] for each in page(report, "data", "tunisia")["steps"]}


def test_a_figure_of_several_countries_is_never_one_countrys(report: Report) -> None:
    """The 250 trainees of HOMERe are of all its partner countries together, on each country's page."""
    for country in ("egypt", "morocco", "tunisia"):
        text = one_line(report("data", country, "--full"))
        assert "250 trainees (expected, all partner countries together)" in text


def test_what_lasts_has_its_unit(report: Report) -> None:
    """A figure that counts time is printed with its unit."""
    assert "duration 12 to 24 months" in one_line(report("data", "nigeria", "--full"))


@pytest.mark.parametrize("country", PARTNERS)
def test_every_gap_is_told(country: str, report: Report, records: Dataset) -> None:
    """Each remark on a gap is printed, but of what is missing of other partner countries alone."""
    text = one_line(" ".join(row["missing"] for row in page(report, "data", country)["ask"] if "missing" in row))
    code = next(each.country for each in records.all(Partnership) if each.id == country)
    others = {each.country for each in records.all(Partnership)} - {code}
    for record in own_records(records, country):
        for gap in record.missing:
            alone = all(field.rpartition(".")[2] in others for field in gap.field)
            assert not gap.note or (gap.note in text) is not alone


def test_gaps_go_to_the_body_that_can_tell(report: Report) -> None:
    """A partnership's gaps go to its lead, a project's to those who run it, its budget to who runs the fund."""
    rows = page(report, "data", "egypt")["ask"]
    asked = {(row["subject"], row["body"]): row["missing"] for row in rows if "subject" in row}
    assert asked.keys() >= {
        ("partnership", "DG HOME"), ("roadmap", "DG HOME"), ("HOMERe", "UBO"), ("MOBILISE", "MSM"),
        ("NET-Work You", "Confcooperative Puglia"), ("NET-Work You", "ICMPD (MPF)"),
        ("THAMM", "Enabel, GIZ, ILO, IOM and OFII"),
    }  # fmt: skip
    assert "no body found" not in {body for _, body in asked}
    assert "Not found: next roundtable." in asked["partnership", "DG HOME"]
    assert "people reported" in asked["NET-Work You", "Confcooperative Puglia"]
    assert "money" not in asked["NET-Work You", "Confcooperative Puglia"]
    assert asked["NET-Work You", "ICMPD (MPF)"] == "Not found: amount of money."
    assert "second roundtable, outcomes" in one_line(report("data", "pakistan", "--full"))


def test_where_sources_differ(report: Report) -> None:
    """What each source says, what is shown and why, what is set aside and why; and on every page the look-alikes."""
    text = one_line(section(report("data", "morocco", "--full", "--no-sources"), "WHERE SOURCES DIFFER"))
    assert "PALIM: Moved: 30; moved, planned: 30; prepared (for Belgium): about 50 %; coached (for Morocco):" in text
    assert "no source read says which held." in text
    assert "Not to be mixed up: the partnership with Morocco against smuggling (8 July 2022)" in text
    for country in PARTNERS:
        text = one_line(section(report("data", country, "--full", "--no-sources"), "WHERE SOURCES DIFFER"))
        assert "Not to be mixed up: " in text
        assert "No open conflict found" not in text
    text = one_line(section(report("data", "bangladesh", "--full", "--no-sources"), "WHERE SOURCES DIFFER"))
    assert "Recruited (for Germany, Greece, Italy and Romania), planned: nothing else is said; set aside 3,000" in text


def test_no_difference_is_said_as_none(report: Report) -> None:
    """On a country of whose records no two lines differ, the page says that nothing is open."""
    text = one_line(section(report("data", "jordan", "--full"), "WHERE SOURCES DIFFER"))
    assert "No open conflict found; of values that agree, the most exact is shown." in text


def test_values_that_agree_are_no_difference(changed: Changed) -> None:
    """The year 2024 beside May of that year is less exact and no difference; the project's report has it."""
    events = """events:
  - {type: launch, basis: actual, date: "2024-05"}
  - {type: launch, basis: actual, date: "2024"}
"""
    files = {"projects/orchard.yaml": ORCHARD + events}
    assert "also 2024" not in changed(files, "borvia", "--full", "--no-sources")
    assert "also 2024" in changed(files, "orchard", "--no-sources")


def test_an_earlier_day_tells_an_earlier_story(capsys: pytest.CaptureFixture[str]) -> None:
    """As of January 2024 Egypt has its launch, no technical workshop, no sectors told by then and no roadmap."""
    assert main(["report", "egypt", "--full", "--data", str(ROOT / "data"), "--as-of", "2024-01"]) == 0
    text = capsys.readouterr().out
    assert "technical workshop" not in text
    assert one_line(section(text, "SECTORS")).startswith("SECTORS Not told by this day. Named by projects: ")
    assert "roadmap not found; no Member State found." in one_line(text)


def test_a_country_that_is_no_partner_is_said_to_be_none(report: Report) -> None:
    """A country without a partnership gets its projects and their sectors, and the head says what it is not."""
    text = report("data", "nigeria", "--full", "--width", "80", "--no-sources")
    assert text.startswith("NIGERIA · no EU Talent Partnership · full briefing")
    assert "Nigeria is no partner country of a Talent Partnership" in one_line(text)
    assert "nothing planned found" in section(text, "AHEAD")
    sectors = one_line(section(text, "SECTORS"))
    assert sectors.startswith("SECTORS Named by projects: ")
    assert "African Digital Leaders: ICT; " in sectors


@pytest.mark.parametrize("word", ["belgium", "ict", "thamm", "mpf", "compare", "timeline"])
def test_no_other_report_has_a_full_form(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for in full, any other report is refused with exit code 2 and what has a full form."""
    assert main(["report", word, "--full", "--data", str(ROOT / "data")]) == 2
    assert "has no full form; --full is for the report on a country" in capsys.readouterr().err


def test_the_short_briefing_names_the_full_one(report: Report) -> None:
    """One screen ends with the command for two pages."""
    assert "talentpart report egypt --full" in report("data", "egypt")


@pytest.mark.parametrize("width", [60, 72, 80, 100, 132, 200])
def test_every_width_is_kept(width: int, report: Report) -> None:
    """From 60 to 200 columns no line of any country's page is longer than the width."""
    for dataset, countries in (("sample", ("aurelia", "borvia")), ("data", (*PARTNERS, "nigeria", "senegal"))):
        for country in countries:
            text = report(dataset, country, "--full", "--width", str(width))
            assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("country", PARTNERS)
def test_no_code_word_is_printed(country: str, report: Report) -> None:
    """The page is in words: no code of a reason, a tier or a status stands in it."""
    text = report("data", country, "--full")
    assert [word for word in ("not-stated", "not-found", "common-interest", "same-as", "None") if word in text] == []
