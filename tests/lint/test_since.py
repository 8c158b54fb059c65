"""`lint --since REV` through the door, in a real checkout: what counts as changed, what is gone, what git refuses."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from talentpart.cli import main as door

BASE = Path(__file__).parent / "base"
BROKEN = "source: report\norganisations: {organisation: nobody, role: lead}\n"
Read = pytest.CaptureFixture[str]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(*words: str) -> None:
    """Run git in the current folder, as nobody in particular."""
    who = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)  # noqa: S607 - the one that --since asks


@pytest.fixture(autouse=True)
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a checkout with one commit, whose dataset has one broken record in it."""
    shutil.copytree(BASE, tmp_path / "data")
    (tmp_path / "data" / "projects").mkdir()
    (tmp_path / "data" / "projects" / "old.yaml").write_text(BROKEN, encoding="utf-8")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    monkeypatch.delenv("TALENTPART_DATA", raising=False)
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    return tmp_path / "data"


def lint(*words: str) -> int:
    """Lint for what hangs on links and codes alone."""
    return door(["lint", "-f", "concise", "--select", "unknown-reference,not-in-codelist,syntax", *words])


def paths(read: Read) -> list[str]:
    """Give the paths of the findings that were printed, and then how many files were counted."""
    lines = read.readouterr().out.splitlines()
    return [*(line.partition(":")[0] for line in lines if "[" in line), lines[-1].partition(".")[0]]


def plant(dataset: Path, name: str, text: str = BROKEN) -> None:
    """Write a record into the dataset."""
    (dataset / name).write_text(text, encoding="utf-8")


def test_nothing_changed(capsys: Read) -> None:
    """Where nothing has changed nothing is reported, and that is fine."""
    assert lint("--since", "HEAD") == 0
    assert paths(capsys) == ["no findings in 0 files"]


def test_each_way_to_change(checkout: Path, capsys: Read) -> None:
    """Committed, staged, unstaged, untracked, ignored and renamed files are reported on, and no other."""
    git("branch", "start")
    for name in ("committed", "staged", "unstaged", "kept"):
        plant(checkout, f"projects/{name}.yaml")
    git("add", ".")
    git("commit", "--quiet", "-m", "second")
    assert lint("--since", "start") == 1
    names = ["committed", "kept", "staged", "unstaged"]
    assert paths(capsys)[:-1] == [f"data/projects/{name}.yaml" for name in names]
    for name in ("staged", "unstaged"):
        plant(checkout, f"projects/{name}.yaml", BROKEN + "mobility: work\n")
        if name == "staged":
            git("add", ".")
    (checkout.parent / ".gitignore").write_text("ignored.yaml\n", encoding="utf-8")
    plant(checkout, "projects/untracked.yaml")
    plant(checkout, "projects/ignored.yaml")
    git("mv", "data/projects/old.yaml", "data/projects/renamed.yaml")
    assert lint("--since", "HEAD") == 1
    names = ["ignored", "renamed", "staged", "unstaged", "untracked"]
    assert paths(capsys) == [*(f"data/projects/{name}.yaml" for name in names), "5 findings (5 errors) in 5 of 5 files"]


def test_paths_narrow_it_down(checkout: Path, capsys: Read) -> None:
    """Paths and --since hold together: only changed files at and under the paths."""
    plant(checkout, "projects/a.yaml")
    plant(checkout, "projects/b.yaml")
    assert lint("--since", "HEAD", "data/projects/a.yaml") == 1
    assert paths(capsys) == ["data/projects/a.yaml", "1 finding (1 error) in 1 of 1 file"]
    assert lint("--since", "HEAD", "data/sources") == 0


def test_a_record_that_is_gone(checkout: Path, capsys: Read) -> None:
    """Where a file was deleted or renamed, what still names its record is reported in unchanged files too."""
    plant(checkout, "projects/user.yaml", "source: report#p4\norganisations: {organisation: agency, role: lead}\n")
    git("add", ".")
    git("commit", "--quiet", "-m", "second")
    (checkout / "organisations" / "agency.yaml").unlink()
    assert lint("--since", "HEAD") == 1
    assert "data/projects/user.yaml" in paths(capsys)[:-1]
    assert "data/projects/old.yaml" not in paths_of(checkout, capsys)
    git("checkout", "--quiet", ".")
    git("mv", "data/sources/report.yaml", "data/sources/report-2.yaml")
    assert lint("--since", "HEAD", "data/projects/user.yaml") == 1
    assert paths(capsys) == ["data/projects/user.yaml", "1 finding (1 error) in 1 of 1 file"]


def paths_of(checkout: Path, capsys: Read) -> list[str]:
    """Give the paths that are reported since the last commit."""
    assert checkout.is_dir()
    lint("--since", "HEAD")
    return paths(capsys)


def test_a_code_that_is_gone(checkout: Path, capsys: Read) -> None:
    """Where a code was taken from a codelist, what still uses it is reported in unchanged files too."""
    plant(checkout, "projects/user.yaml", "source: report\nmobility: {value: 'work'}\n")
    plant(checkout, "projects/other.yaml", "source: report\nmobility: wrok\n")
    git("add", ".")
    git("commit", "--quiet", "-m", "second")
    codes = (checkout / "codelists" / "mobility.yaml").read_text(encoding="utf-8")
    plant(checkout, "codelists/mobility.yaml", codes.replace("code: work,", "code: working,"))
    assert lint("--since", "HEAD") == 1
    assert paths(capsys) == ["data/projects/user.yaml", "1 finding (1 error) in 1 of 2 files"]


def test_names_that_git_would_quote(checkout: Path, capsys: Read) -> None:
    """File names with blanks, quotes and letters beyond ASCII are taken as they are."""
    names = ['a "b"', "c\td", "été", "x y"]
    try:
        for name in names:
            plant(checkout, f"projects/{name}.yaml", "a: [\n")
        plant(checkout, os.fsdecode(b"projects/\xff.yaml"), "a: [\n")
    except OSError:
        pytest.skip("this file system takes no such names")
    assert lint("--since", "HEAD") == 1
    assert len(paths(capsys)) == len(names) + 2


def test_from_below_and_from_outside(checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """It does not matter where the command is run, or that the dataset is reached by a link."""
    plant(checkout, "projects/a.yaml")
    monkeypatch.chdir(checkout / "projects")
    assert lint("--since", "HEAD") == 1
    assert len(paths(capsys)) == 2
    elsewhere = checkout.parent.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "link").symlink_to(checkout)
    monkeypatch.chdir(elsewhere)
    assert lint("--since", "HEAD", "--data", "link") == 1
    assert paths(capsys) == ["link/projects/a.yaml", "1 finding (1 error) in 1 of 1 file"]


def test_in_a_hook(checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """What git sets for its hooks, or a user has set for another checkout, does not lead astray."""
    plant(checkout, "projects/a.yaml")
    other = checkout.parent.parent / "other"
    other.mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=other, check=True)  # noqa: S607 - as above
    for name, value in {"GIT_DIR": other / ".git", "GIT_WORK_TREE": other, "GIT_INDEX_FILE": other / "index"}.items():
        monkeypatch.setenv(name, str(value))
    assert lint("--since", "HEAD") == 1
    assert paths(capsys)[0] == "data/projects/a.yaml"


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        ("nowhere", "git knows no revision 'nowhere' here; a shallow clone may have to fetch it first"),
        ("--output=x", "--since takes a git revision, such as main or HEAD~3, and '--output=x' is none"),
        ("", "--since takes a git revision, such as main or HEAD~3, and '' is none"),
        ("HEAD; touch x", "git knows no revision 'HEAD; touch x' here"),
        ("HEAD:data", "git knows no revision 'HEAD:data' here"),
    ],
)
def test_no_such_revision(revision: str, message: str, checkout: Path, capsys: Read) -> None:
    """A revision that git does not know, or that would be an option to it, is a fault of the command line."""
    assert lint(f"--since={revision}") == 2
    assert message in capsys.readouterr().err
    assert not (checkout.parent / "x").exists()


def test_no_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """Outside a checkout, and without git, nobody can say what has changed: exit 3."""
    away = tmp_path.parent / f"{tmp_path.name}-away"
    shutil.copytree(BASE, away)
    assert lint("--since", "HEAD", "--data", str(away)) == 3
    assert f"{away} is in no git checkout, so nobody can say what has changed in it" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    assert lint("--since", "HEAD") == 3
    assert "--since asks git what has changed, and git is not installed" in capsys.readouterr().err


def test_a_checkout_of_somebody_else(monkeypatch: pytest.MonkeyPatch, capsys: Read) -> None:
    """A checkout that git does not trust is told as such, with what to do."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert lint("--since", "HEAD") == 3
    assert (
        "data, since it belongs to somebody else; `git config --global --add safe.directory " in capsys.readouterr().err
    )
