"""The full briefing, section by section: who names which sector, a project in two paragraphs, three sentences first."""

from collections.abc import Callable

import pytest

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


def said(text: str, heading: str, following: str) -> str:
    """Give what stands from a heading to the next, on one line."""
    return f"{heading} " + " ".join(text.split()).partition(f" {heading} ")[2].partition(f" {following} ")[0]


@pytest.mark.parametrize(
    ("country", "line"),
    [
        ("egypt", 'Six sectors "of interest", when agreed not stated.'),
        ("egypt", "transportation none found energy none found"),
        ("egypt", "Sectors with Egypt none found: THAMM Plus and German part of THAMM Plus."),
        ("morocco", "THAMM (likely, ended)"),
        ("morocco", 'THAMM ("tourism/HORECA", "tourism and hospitality", ended)'),
        ("morocco", "lorry drivers priority none found"),
        ("morocco", "; PALIM: ICT; "),
        ("morocco", "; not stated: Spain-Morocco post-graduate mobility."),
        ("tunisia", "industry, mainly electric and metallurgic THAMM OFII"),
        ("bangladesh", "ship building industry of common interest none found"),
        ("bangladesh", "nursing and caregiving asked for Supporting a Talent Partnership with Bangladesh"),
    ],
)
def test_sectors_by_project(country: str, line: str, report: Report) -> None:
    """Each agreed sector stands in its printed words beside the projects that name it; likely and none are said."""
    text = report("data", country, "--full", "--width", "200", "--no-sources")
    assert line in said(text, "SECTORS", "PROJECTS")


def test_what_is_not_agreed_is_told_project_by_project(report: Report) -> None:
    """What projects name and no side agreed to stands apart from the agreed sectors, a project named once."""
    text = said(report("data", "morocco", "--full", "--no-sources"), "SECTORS", "PROJECTS")
    agreed, _, beside = text.partition("Named by projects, and not agreed: ")
    assert "green economy sectors" not in agreed
    assert "MOVE_GREEN: green economy sectors, renewable energy" in beside
    assert beside.count("German part of THAMM: ") == 1


def test_a_project_that_has_ended_is_marked(report: Report) -> None:
    """A sector that an ended project names says so, in the project's own words."""
    text = said(report("sample", "aurelia", "--full", "--width", "80"), "SECTORS", "PROJECTS")
    assert 'BRIDGE ("metal trades", ended) [2]' in text


def test_projects_in_two_paragraphs(report: Report) -> None:
    """A project has who, where and when in one row, and planned, stated, reported and money in the next."""
    found = said(report("data", "morocco", "--full", "--width", "100", "--no-sources"), "PROJECTS", "MONEY")
    assert "From Morocco to Flanders (Belgium)." in found
    assert "Start: reported 1 March 2019. End: planned 31 August 2020; stated 30 March 2021 (from a sheet" in found
    assert "still being carried out); reported 30 April 2021." in found
    assert "Stated: 120 for training, 30 for mobility (of those trained)*" in found
    assert "Reported: 9,677 applicants, 120 trained" in found
    assert "one project under two names (probable), so count it once" in found
    assert "Wafira Pilot; status completed" in found
    assert "Spain is only listed beside Morocco" in found


def test_no_total_is_not_said_as_no_amount(report: Report) -> None:
    """Where a payer's amount is known and the whole is not, the total is what is missing; else the amount is."""
    text = said(report("data", "tunisia", "--full", "--no-sources"), "PROJECTS", "MONEY")
    assert "Total: none found. Funded by AMIF National programmes; AMIF National programmes (2021 to 2027) EUR" in text
    assert "Amount: none found. Funded by BMZ; EU; EU Trust Fund for Africa." in text


@pytest.mark.parametrize(
    ("country", "sentence"),
    [
        ("bangladesh", "One project found with Bangladesh, not known to run; four of the six agreed sectors are named"),
        ("bangladesh", "EUR 3 million for Bangladesh alone. No source read counts people from Bangladesh who moved or"),
        ("bangladesh", "roadmap expected; Member States named by press alone: Germany, Greece, Italy and Romania."),
        ("egypt", "last step: technical workshop, December 2024; roadmap not stated; no Member State named."),
        ("egypt", "three of the six agreed sectors are named by one that has not ended; at least EUR"),
        ("egypt", "To say: HOMERe: 0 of the 50 trainees."),
        ("morocco", "one pair of them may be one project under two names"),
        ("morocco", "two of the seven agreed sectors are named by one that has not ended; at least EUR 9.5 million"),
        ("morocco", "Not said whether planned or reached: PALIM: 120 for training, of these 30 for mobility*."),
        ("pakistan", "one known to run, one ended; five of the seven agreed sectors are named by one that has not"),
        ("tunisia", "three roundtables held; last step: third roundtable, 17 June 2025; roadmap endorsed June 2025*;"),
    ],
)  # fmt: skip
def test_in_short(country: str, sentence: str, report: Report) -> None:
    """Three sentences tell how far the partnership is, which projects and money there are, and what people."""
    assert sentence in said(report("data", country, "--full", "--no-sources"), "IN SHORT", "STEPS")


def test_who_says_that_projects_run_or_have_ended_stands_beside_it(report: Report) -> None:
    """The sources for running projects and those for ended ones stand each behind their own number."""
    text = said(report("data", "pakistan", "--full"), "IN SHORT", "STEPS")
    assert "one known to run [1], one ended [" in text


@pytest.mark.parametrize(
    ("sectors", "sentence"),
    [
        (
            "[{sector: ict, certainty: likely}]",
            "the one agreed sector is named by one, as likely only; no amount",
        ),
        ("[ict]", "each agreed sector is named by one; no amount found for Bórvia alone; up to XAU 1.5 million shared"),
        ("[fishing]", "the one agreed sector is not named by any; no amount found for Bórvia alone;"),
    ],
)
def test_a_likely_sector_is_said_to_be_likely(sectors: str, sentence: str, changed: Changed) -> None:
    """What a project only likely works in is counted as such, and never as surely named."""
    project = f"{ORCHARD}sectors: {sectors}\n"
    text = changed({"projects/orchard.yaml": project}, "borvia", "--full", "--no-sources")
    assert sentence in text
