"""Which files hold what: kinds and ids from paths, and what belongs nowhere."""

from pathlib import Path

import pytest

from talentpart.finding import Severity
from talentpart.store.folder import ids, read


def write(root: Path, *names: str) -> Path:
    """Write small files of some names."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("kind: pilot\n", encoding="utf-8")
    return root


def test_kind_and_id_come_from_the_path(tmp_path: Path) -> None:
    """Folder gives kind, file name gives id; a country's two files are the exception."""
    write(
        tmp_path,
        *("countries/egypt/partnership.yaml", "countries/egypt/roadmap.yaml", "dataset.yaml", "waivers.yaml"),
        *("projects/palim.yaml", "sources/ec.yaml", "codelists/roles.yaml", "organisations/giz.yaml"),
        *("instruments/mpf.yaml", "frameworks/pilots.yaml"),
    )
    found = [(document.name, document.kind, document.id) for document in read(tmp_path)]
    assert found == [
        ("codelists/roles.yaml", "codelist", "roles"),
        ("countries/egypt/partnership.yaml", "partnership", "egypt"),
        ("countries/egypt/roadmap.yaml", "roadmap", "egypt-roadmap"),
        ("dataset.yaml", "dataset", ""),
        ("frameworks/pilots.yaml", "framework", "pilots"),
        ("instruments/mpf.yaml", "instrument", "mpf"),
        ("organisations/giz.yaml", "organisation", "giz"),
        ("projects/palim.yaml", "project", "palim"),
        ("sources/ec.yaml", "source", "ec"),
        ("waivers.yaml", "waivers", ""),
    ]
    assert ids(tmp_path) == [(kind, name) for _, kind, name in found if name]


def test_only_the_kinds_that_are_asked_for_are_read(tmp_path: Path) -> None:
    """A command that needs the codelists alone reads no projects."""
    write(tmp_path, "projects/palim.yaml", "codelists/roles.yaml", "notes.txt")
    assert [document.id for document in read(tmp_path, only=("codelist",))] == ["roles"]


def test_paths_are_shown_from_where_the_user_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dataset below the current folder is shown by its path from there, any other as it was given."""
    root = write(tmp_path / "data", "projects/palim.yaml")
    monkeypatch.chdir(tmp_path)
    assert [document.path for document in read(root)] == ["data/projects/palim.yaml"]
    monkeypatch.chdir(root)
    assert [document.path for document in read(Path())] == ["projects/palim.yaml"]
    monkeypatch.chdir(root / "projects")
    assert [document.path for document in read(root)] == [(root / "projects/palim.yaml").as_posix()]


@pytest.mark.parametrize(
    ("name", "severity", "message"),
    [
        ("projects/b.yml", Severity.ERROR, "'projects/b.yml' is not read, since the names of records end in .yaml"),
        ("projects/b.YAML", Severity.ERROR, "'projects/b.YAML' is not read, since the names of records end in .yaml"),
        ("other.yaml", Severity.ERROR, "'other.yaml' belongs nowhere in a dataset, so it is not read"),
        (
            "countries/egypt/plan.yaml",
            Severity.ERROR,
            "'countries/egypt/plan.yaml' belongs nowhere in a dataset, so it is not read",
        ),
        (
            "countries/egypt.yaml",
            Severity.ERROR,
            "'countries/egypt.yaml' belongs nowhere in a dataset, so it is not read",
        ),
        (
            "projects/notes.txt",
            Severity.WARNING,
            "'projects/notes.txt' belongs nowhere in a dataset, so it is not read",
        ),
        ("pictures/a.png", Severity.WARNING, "'pictures' belongs nowhere in a dataset, so it is not read"),
    ],
)
def test_what_belongs_nowhere_is_said(tmp_path: Path, name: str, severity: Severity, message: str) -> None:
    """A file that may be taken for a record is an error, since nobody reads it; any other a warning."""
    write(tmp_path, "projects/a.yaml", name)
    (finding,) = [each for document in read(tmp_path) for each in document.findings]
    assert (finding.rule, finding.severity, finding.message) == ("stray-file", severity, message)
    assert finding.location.line == 0


def test_what_hides_behind_a_dot_is_left_alone(tmp_path: Path) -> None:
    """Editors and systems keep files of their own in any folder."""
    write(tmp_path, "projects/a.yaml", ".DS_Store", "projects/.a.yaml.swp", ".git/config")
    assert [document.name for document in read(tmp_path)] == ["projects/a.yaml"]


@pytest.mark.parametrize("name", ["Palim", "pal_im", "pa lim", "caf\u00e9", "a.b"])
def test_an_id_is_small_letters_digits_and_hyphens(tmp_path: Path, name: str) -> None:
    """E6: the file is read nevertheless, so that its other faults are found as well."""
    write(tmp_path, f"projects/{name}.yaml")
    (document,) = read(tmp_path)
    (finding,) = document.findings
    assert (finding.rule, finding.location.line) == ("file-name", 0)
    assert finding.message == f"the id '{name}' is not made of a-z, 0-9 and - alone"
    assert (document.id, document.data) == (name, {"kind": "pilot"})


def test_an_id_does_not_look_like_an_option(tmp_path: Path) -> None:
    """E6: `show -rf` would be told that there is no such option."""
    write(tmp_path, "projects/-rf.yaml")
    (finding,) = [each for document in read(tmp_path) for each in document.findings]
    message = "the id '-rf' starts with '-', so that a command would take it for an option"
    assert (finding.rule, finding.location.line, finding.message) == ("file-name", 0, message)


@pytest.mark.parametrize("name", ["con", "aux", "nul", "com1", "lpt9"])
def test_a_name_that_windows_keeps_is_no_id(tmp_path: Path, name: str) -> None:
    """E8: such a file breaks every checkout on Windows."""
    write(tmp_path, f"projects/{name}.yaml")
    (finding,) = [each for document in read(tmp_path) for each in document.findings]
    assert (finding.rule, finding.message) == (
        "reserved-id",
        f"the id '{name}' is a name that Windows keeps for a device",
    )
