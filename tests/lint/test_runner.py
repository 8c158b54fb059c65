"""The run of lint as a whole: what is chosen, limited, waived, counted, and what one fault must not bring with it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from talentpart.errors import TalentpartError, UsageError
from talentpart.lint import runner
from talentpart.lint.outcome import Outcome
from talentpart.lint.rule import choose, names
from talentpart.lint.runner import Wanted
from talentpart.store.folder import listed
from talentpart.values import Day

Files = Mapping[str, str | bytes]
Run = Callable[..., Outcome]
AS_OF = Day.parse("2026-11-24")
PILOT = "projects/pilot.yaml"
FAULTY = "source: report\nfigures:\n  - {measure: trained, value: 9, rank: preferred}\n"


def rules(outcome: Outcome) -> list[str]:
    """Give the rules of the findings, in their order."""
    return [finding.rule for finding in outcome.findings]


def wanted(select: tuple[str, ...] = (), ignore: tuple[str, ...] = (), **more: object) -> Wanted:
    """Give what is wanted, by names of rules and families."""
    return Wanted(choose(select, ignore), **more)  # type: ignore[arg-type]


def test_select_and_ignore(run: Run) -> None:
    """Rules are chosen by name and by family, and taken out the same way."""
    assert rules(run({PILOT: FAULTY})) == ["said-nor-missing", "preferred-without-because"]
    assert rules(run({PILOT: FAULTY}, wanted(("claims",)))) == ["preferred-without-because"]
    assert rules(run({PILOT: FAULTY}, wanted(("slots,claims",), ("preferred-without-because",)))) == [
        "said-nor-missing"
    ]
    assert rules(run({PILOT: FAULTY}, wanted((), ("slots", "claims")))) == []


def test_unknown_rule() -> None:
    """A word that is no rule and no family gets the nearest right one."""
    with pytest.raises(UsageError, match="no rule called 'claim-without-sauce'; did you mean 'claim-without-source'"):
        choose(("claim-without-sauce",))


def test_strict(run: Run) -> None:
    """Warnings fail only when asked to; errors always."""
    warned = run({PILOT: FAULTY}, wanted(("slots",)))
    assert (warned.failed(strict=False), warned.failed(strict=True)) == (False, True)
    assert run({PILOT: FAULTY}).failed(strict=False)
    assert not run({}).failed(strict=True)


def test_paths(run: Run) -> None:
    """Paths limit what is reported and counted, while links are followed through the whole dataset."""
    files = {PILOT: "source: repot\n", "projects/other.yaml": "source: reprt\n"}
    outcome = run(files, wanted(("links",), paths=(Path(PILOT),)))
    assert [str(finding.location) for finding in outcome.findings] == ["projects/pilot.yaml:1:9"]
    assert outcome.files == 1
    assert run(files, wanted(("links",), paths=(Path("projects"), Path(PILOT)))).files == 2
    assert rules(run({}, wanted(paths=(Path("sources/report.yaml"),)))) == []


def test_paths_that_hold_nothing(run: Run, put: Callable[[Files], Path], tmp_path: Path) -> None:
    """A path that does not exist, lies elsewhere or holds no record is refused, the last unless it may be empty."""
    for path, message in (
        ("projects/nothing.yaml", "there is no file or folder projects/nothing.yaml"),
        (
            str(tmp_path / "elsewhere"),
            f"{tmp_path}/elsewhere is outside the dataset in .; give its dataset with --data",
        ),
    ):
        (tmp_path / "elsewhere").mkdir(exist_ok=True)
        with pytest.raises(UsageError) as raised:
            run({}, wanted(paths=(Path(path),)))
        assert raised.value.message == message
    root = put({})
    (root / "projects").mkdir()
    with pytest.raises(UsageError, match="projects holds no records; --allow-empty takes that for fine"):
        runner.lint(root, "the tests", AS_OF, wanted(paths=(Path("projects"),)))
    empty = runner.lint(root, "the tests", AS_OF, wanted(paths=(Path("projects"),), allow_empty=True))
    assert empty.closing() == "no findings in 0 files"


def test_no_dataset(tmp_path: Path) -> None:
    """E9: a folder that is missing or holds no records is no clean dataset."""
    for root in (tmp_path, tmp_path / "missing"):
        with pytest.raises(TalentpartError, match="no records under"):
            runner.lint(root, "the tests", AS_OF)


def test_waivers(run: Run) -> None:
    """A waiver takes off what its rule finds on its record, or on the line that its path names, and nothing else."""
    waiver = "items:\n  - {{rule: preferred-without-because, path: {}, because: to be settled, until: '2027'}}\n"
    only = wanted(("claims", "unused-waiver", "expired-waiver"))
    for path, expected in (
        ("pilot", []),
        ("pilot.figures.trained", []),
        ("pilot.figures", []),
        ("pilot.figures.moved", ["preferred-without-because", "unused-waiver"]),
        ("pilo", ["preferred-without-because", "unused-waiver"]),
    ):
        assert rules(run({PILOT: FAULTY, "waivers.yaml": waiver.format(path)}, only)) == expected, path


def test_waivers_that_cannot_be_read(run: Run) -> None:
    """Where the file of waivers is broken, what it accepts is found again, and the outcome says why."""
    waiver = "items:\n  - {rule: preferred-without-because, path: pilot, becuse: to be settled, until: '2027'}\n"
    outcome = run({PILOT: FAULTY, "waivers.yaml": waiver}, wanted(("claims", "schema")))
    assert rules(outcome) == ["preferred-without-because", "unknown-field"]
    assert [each for each in outcome.notes if "waivers.yaml has an error" in each and "is found again" in each]


def test_waivers_of_files(run: Run) -> None:
    """A waiver on a record also takes off what was found while its file was read."""
    waiver = "items:\n  - {rule: whitespace, path: pilot, because: from another tool, until: '2027'}\n"
    assert rules(run({PILOT: "source: report  \n", "waivers.yaml": waiver}, wanted((), ("said-nor-missing",)))) == []


def test_waivers_of_gaps(run: Run) -> None:
    """A waiver can name the one slot that a record leaves open."""
    waiver = (
        "items:\n  - {rule: said-nor-missing, path: xanadu-roadmap.status, because: being written, until: '2027'}\n"
    )
    files = {"countries/xanadu/roadmap.yaml": "partnership: xanadu\nsource: report\n", "waivers.yaml": waiver}
    assert rules(run(files)) == []


def test_a_waiver_whose_rule_is_not_run(run: Run) -> None:
    """A waiver is not called unused when its rule was not asked."""
    waiver = "items:\n  - {rule: whitespace, path: pilot, because: from another tool, until: '2027'}\n"
    assert rules(run({"waivers.yaml": waiver}, wanted((), ("form",)))) == []
    assert rules(run({"waivers.yaml": waiver})) == ["unused-waiver"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("sources/report.yaml", "title: [\n"),
        ("sources/report.yaml", "title: A report\n"),
        ("organisations/agency.yaml", "names: {text\n"),
        ("codelists/sectors.yaml", "label: Sectors\nitems: {\n"),
        ("codelists/sectors.yaml", "label: Sectors\nitems:\n  - {code: ict, label: ICT}\n  - {code: ict2}\n"),
        ("codelists/measures.yaml", ""),
        ("instruments/fund.yaml", "source: report\nnamez: [Fund]\n"),
        ("countries/xanadu/partnership.yaml", 'country: "XA"\nsource: report\nevents: {\n'),
        ("dataset.yaml", "title: x\n"),
        ("waivers.yaml", "items:\n  - {rule: x}\n"),
    ],
)
def test_one_fault_in_a_file_is_told_there_alone(run: Run, path: str, text: str) -> None:
    """What hangs on a file that cannot be read is not reported too: findings stand in that file and nowhere else."""
    project = (
        "source: report\norganisations:\n  - {organisation: agency, role: lead}\nsectors: [ict]\n"
        "money:\n  - {payer: fund}\nfigures:\n  - {measure: trained, value: 9}\nrelations:\n"
        "  - {relation: supports, target: xanadu}\n"
    )
    outcome = run({PILOT: project, path: text}, wanted((), ("said-nor-missing",)))
    assert {finding.location.path for finding in outcome.findings} == {path}


def test_shape_first(run: Run) -> None:
    """What a file means is judged once its form and shape are right, and a note says that this is still to come."""
    text = "source: report\nfigures:\n  - {measure: traned, value: 9, rank: preferred}\n"
    outcome = run({PILOT: text})
    assert rules(outcome) == ["not-in-codelist"]
    note = "1 file with errors of form or schema: the other rules look there once these are mended"
    assert outcome.notes == (note,)
    assert outcome.ending()[-2:] == [note, ""]
    assert run({PILOT: FAULTY}).notes == ()


def test_order_of_files(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order in which files are read changes no finding and no order of findings."""
    files = {PILOT: FAULTY, "projects/other.yaml": FAULTY.replace("report", "reprt"), "projects/x.yaml": "a: [\n"}
    first = run(files)

    monkeypatch.setattr("talentpart.lint.runner.listed", lambda root, instead: listed(root, instead)[::-1])
    assert run(files).findings == first.findings


def test_every_finding_has_a_rule(run: Run) -> None:
    """What the store and the model find carries the name of a rule that has a manual page."""
    files: Files = {
        PILOT: b"\xff", "projects/a.yaml": "a: &b 1\n", "projects/b.yaml": "x: NO\nx: .nan\n",
        "projects/C.yaml": "- 1\n",
        "other/d.yaml": "", "projects/con.yaml": "source: report \n", "projects/agency.yaml": "source: 1\n",
    }  # fmt: skip
    found = set(rules(run(files)))
    assert found <= set(names())
    assert len(found) > 7


def test_the_dataset_is_left_alone(run: Run, tmp_path: Path) -> None:
    """Lint writes nothing."""
    run({PILOT: FAULTY})
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    runner.lint(Path(), "the tests", AS_OF)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_a_missing_quote_is_one_finding(run: Run) -> None:
    """A code that lost its first quote is told once, as no code, with the quote as the way to mend it."""
    text = 'source: report\ncorridors:\n  - {origin: XA", destination: "XB"}\n'
    outcome = run({PILOT: text}, wanted(("form", "schema")))
    assert rules(outcome) == ["not-in-codelist"]
    assert "put the missing one at its start" in outcome.findings[0].hint
