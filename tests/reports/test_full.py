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
from talentpart.queries.scope import projects_in
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
    """Give the partnership with a country, its roadmap and its projects."""
    partnership = dataset.find(Partnership, country)
    roadmap = dataset.find(Roadmap, f"{country}-roadmap")
    assert partnership
    assert roadmap
    return [partnership, roadmap, *projects_in(dataset, partnership.country)]


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
    """Each event of the partnership, its roadmap and its projects is told, on its day, oldest first."""
    steps = page(report, "data", country)["steps"]
    told = {(each["subject"], each["type"], each["number"], each["basis"]) for each in steps}
    events = {
        (record.id, event.type, event.number, event.basis or "stated")
        for record in own_records(records, country)
        for event in record.events
        if event.rank != "set-aside"
    }
    assert told == events
    days = [each["date_latest"] or "9999" for each in steps]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("country", "step"),
    [
        ("bangladesh", "2023-07 technical meeting: objectives discussed [1] partnership"),
        ("egypt", "2023-06 FIRST ROUNDTABLE: launched and objectives"),
        ("egypt", "2024-12 technical workshop: commitment reaffirmed"),
        ("morocco", "2024-10 SECOND ROUNDTABLE: sectors agreed [1] partnership"),
        ("morocco", "2019-03 start [2] PALIM"),
        ("pakistan", "2024-04 SECOND ROUNDTABLE [1] partnership 2024-H2 launch [1]; after the second roundtable"),
        ("tunisia", "2025-06 THIRD ROUNDTABLE: roadmap endorsed [1] partnership"),
    ],
)
def test_steps_of_the_partners(country: str, step: str, report: Report) -> None:
    """The steps that a desk officer looks for first are there, roundtables in capitals."""
    assert step in one_line(section(report("data", country, "--full", "--width", "100"), "STEPS"))


def test_a_planned_day_that_passed_in_silence_is_said_so(report: Report) -> None:
    """The start of implementation that was due by the end of 2022 is told under STEPS and again under AHEAD."""
    text = report("data", "egypt", "--full", "--width", "80")
    for heading in ("STEPS", "AHEAD"):
        assert "by the end of 2022 start of implementation, planned [2]; that time" in section(text, heading)
    assert "No second roundtable found; the page calls roundtables annual" in one_line(
        section(report("data", "egypt", "--full", "--width", "132"), "AHEAD")
    )


def test_an_endorsement_at_a_roundtable_is_one_step_for_people(report: Report) -> None:
    """What the roundtable's own line says of the roadmap is not printed twice; a machine gets both lines."""
    assert " endorsement" not in section(report("data", "tunisia", "--full"), "STEPS")
    assert "endorsement" in {each["type"] for each in page(report, "data", "tunisia")["steps"]}


@pytest.mark.parametrize(
    ("country", "line"),
    [
        ("egypt", 'Six sectors "of interest", when agreed not stated [1].'),
        ("egypt", "transportation none found energy none found"),
        ("egypt", "Sectors with Egypt not stated: HOMERe [3][4] and THAMM [3]."),
        ("morocco", "construction priority THAMM (likely) [2]"),
        ("morocco", 'tourism priority THAMM ("tourism/HORECA", likely) [2]'),
        ("morocco", "care sector/personal care of common interest none found"),
        ("morocco", "Named by projects, and not agreed: green economy sectors (MOVE_GREEN) [2], ICT (PALIM) [2][4]."),
        ("tunisia", "industry, mainly electric and metallurgic none found"),
        ("bangladesh", "ship building industry none found"),
    ],
)
def test_sectors_by_project(country: str, line: str, report: Report) -> None:
    """Each agreed sector stands in its printed words beside the projects that name it; likely and none are said."""
    assert line in one_line(section(report("data", country, "--full", "--width", "100"), "SECTORS"))


def test_a_project_that_has_ended_is_marked(report: Report) -> None:
    """A sector that an ended project names says so, in the project's own words."""
    text = section(report("sample", "aurelia", "--full", "--width", "80"), "SECTORS")
    assert 'BRIDGE ("metal trades", ended) [2]' in text


def test_projects_in_two_paragraphs(report: Report) -> None:
    """A project has who, where and when in one row, and planned, stated, reported and money in the next."""
    found = one_line(section(report("data", "morocco", "--full", "--width", "100"), "PROJECTS"))
    assert "From Morocco to Flanders (Belgium) [2]." in found
    assert "Start: reported March 2019 [2]. End: not stated." in found
    assert "Planned: not stated. Stated: 120 for training [2], 30 for mobility (of those trained)* [2]" in found
    assert "one project under two names (probable), so count it once" in found
    assert "Wafira Pilot [2]; status launched" in found
    assert "Spain is only listed beside Morocco" in found


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
    asked = {(row["subject"], row["body"]) for row in rows if "subject" in row}
    assert asked == {
        ("partnership", "DG HOME"), ("roadmap", "DG HOME"), ("HOMERe", "University of West Bretagne"),
        ("HOMERe", "ICMPD (MPF)"), ("THAMM", "Enabel, GIZ, ILO and IOM"),
    }  # fmt: skip
    assert "Not found: next roundtable." in rows[1]["missing"]
    assert "second roundtable, outcomes" in one_line(report("data", "pakistan", "--full"))


def test_where_sources_differ(report: Report) -> None:
    """What each source says, what is shown and why; on other pages that nothing differs; look-alikes everywhere."""
    text = one_line(section(report("data", "morocco", "--full", "--width", "80"), "WHERE SOURCES DIFFER"))
    assert "PALIM: Moved: 30 [2]; prepared (for Belgium): about 50 % [4]; coached (for Morocco): about" in text
    assert "no source read says which held." in text
    assert "Not to be mixed up: the partnership with Morocco against smuggling (8 July 2022)" in text
    for country in ("bangladesh", "egypt", "pakistan", "tunisia"):
        text = one_line(section(report("data", country, "--full"), "WHERE SOURCES DIFFER"))
        assert "No open conflict found; of values that agree, the most exact is shown. Not to be mixed up: " in text


def test_values_that_agree_are_no_difference(report: Report) -> None:
    """The year 2024 beside the second half of 2024 is less exact and no difference; the project's report has it."""
    assert "also 2024" not in report("data", "pakistan", "--full")
    assert "also 2024" in report("data", "pakistan-programme")


@pytest.mark.parametrize(
    ("country", "sentence"),
    [
        ("bangladesh", "One project found with Bangladesh, not known to run; none of the six agreed sectors"),
        ("egypt", "last step: technical workshop, December 2024; roadmap not stated; no Member State named [1]."),
        ("egypt", "none of the six agreed sectors is named by one; no amount found for Egypt alone."),
        ("egypt", "No source read counts people from Egypt who moved or were trained."),
        ("morocco", "one pair of them may be one project under two names"),
        ("morocco", "two of the seven agreed sectors are named by one, as likely only"),
        ("morocco", "whether planned or reached: PALIM: 120 for training [2], of these 30 for mobility* [2]."),
        ("pakistan", "known to run [1]; none of the seven agreed sectors is named by it; EUR 3 million [1] for"),
        ("tunisia", "three roundtables held; last step: third roundtable, June 2025; roadmap endorsed June 2025;"),
    ],
)  # fmt: skip
def test_in_short(country: str, sentence: str, report: Report) -> None:
    """Three sentences tell how far the partnership is, which projects and money there are, and what people."""
    assert sentence in one_line(section(report("data", country, "--full"), "IN SHORT"))


def test_an_earlier_day_tells_an_earlier_story(capsys: pytest.CaptureFixture[str]) -> None:
    """As of January 2024 Egypt has its launch, no workshop, no sectors and no roadmap."""
    assert main(["report", "egypt", "--full", "--data", str(ROOT / "data"), "--as-of", "2024-01"]) == 0
    text = capsys.readouterr().out
    assert "workshop" not in text
    assert one_line(section(text, "SECTORS")) == "SECTORS None found."
    assert "roadmap not found; no Member State found." in one_line(text)


def test_a_country_that_is_no_partner_is_said_to_be_none(report: Report) -> None:
    """A country without a partnership gets its projects and their sectors, and the head says what it is not."""
    text = report("data", "nigeria", "--full", "--width", "80")
    assert text.startswith("NIGERIA · no EU Talent Partnership · full briefing")
    assert "Nigeria is no partner country of a Talent Partnership" in one_line(text)
    assert "nothing planned found" in section(text, "AHEAD")
    assert "Named by projects: ICT (African Digital Leaders) [1]" in one_line(section(text, "SECTORS"))


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
