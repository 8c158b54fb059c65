"""run.py and the tools behind it: which Pythons are turned away and how, when the environment is made anew."""

import ast
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import environment
import tasks

ROOT = Path(__file__).resolve().parents[1]
OLD = (3, 10, 13, "final", 0)


def fault() -> str:
    """Say what run.py has against this Python."""
    return str(runpy.run_path(str(ROOT / "run.py"))["fault"]())


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let `prepare` work in an empty folder, and note what it would make and install instead of doing it."""
    done: list[str] = []
    home = tmp_path / ".venv"
    monkeypatch.setattr(environment, "HOME", home)
    monkeypatch.setattr(environment, "PYTHON", home / "python")
    monkeypatch.setattr(environment, "_MARK", home / "made-by-run.txt")

    def create(folder: Path, **_: object) -> None:
        done.append("made")
        (folder / "python").touch()

    monkeypatch.setattr("venv.create", create)
    monkeypatch.setattr(environment, "_install", lambda what: done.append(what.removeprefix(str(ROOT))))
    return done


def test_any_python_3_can_read_run_py() -> None:
    """An old Python has to read the file before it can say that it is too old."""
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 4))


def test_this_python_is_fine() -> None:
    """A Python that runs these tests has nothing wrong with it."""
    assert fault() == ""


def test_an_old_python_names_a_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that is too old says so in one sentence, and names one on the path that is not."""
    monkeypatch.setattr(sys, "version_info", OLD)
    monkeypatch.setattr(subprocess, "call", lambda words, **_: 0 if words[0] == "python3.12" else 1)
    assert fault() == "talentpart needs Python 3.11 or later, this is 3.10: use `python3.12 run.py`"


def test_an_old_python_alone_says_where_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where no newer Python is on the path, the sentence says where one comes from."""
    monkeypatch.setattr(sys, "version_info", OLD)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert fault() == "talentpart needs Python 3.11 or later, this is 3.10: install one, from python.org for instance"


def test_a_python_without_pip_names_the_package_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian's plain Python has no ensurepip; the sentence names the package that brings it."""
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    assert "install python3-venv (`apt install python3-venv`)" in fault()


def test_the_environment_is_made_once(made: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The first run makes the environment and says so on stderr; later ones neither make nor say anything."""
    environment.prepare()
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    environment.prepare()
    assert made == ["made", ""]
    assert capsys.readouterr().err == ""


def test_tests_add_to_the_environment(made: list[str]) -> None:
    """What tests need is added to the environment that is there, and stays when talentpart runs again."""
    environment.prepare()
    environment.prepare("test")
    environment.prepare()
    assert made == ["made", "", "[test]"]


def test_an_interrupted_set_up_is_made_anew(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A set-up that was interrupted while it installed is not taken for done."""

    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(environment, "_install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            environment.prepare()
    environment.prepare()
    assert made == ["made", "made", ""]


def test_other_dependencies_make_it_anew(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """When pyproject.toml or the place of the checkout has changed, the environment is made anew."""
    environment.prepare()
    monkeypatch.setattr(environment, "_fingerprint", lambda: "another")
    environment.prepare()
    assert made == ["made", "", "made", ""]


def test_a_python_that_is_gone_makes_it_anew(made: list[str]) -> None:
    """When the Python behind the environment was upgraded away, the environment is made anew."""
    environment.prepare()
    environment.PYTHON.unlink()
    environment.prepare()
    assert made == ["made", "", "made", ""]


def test_an_environment_of_the_users_own_is_left_alone(made: list[str]) -> None:
    """A `.venv` that run.py did not make is not touched."""
    environment.HOME.mkdir()
    (environment.HOME / "mine").touch()
    with pytest.raises(environment.CannotPrepareError, match=r"was not made by run[.]py and is left alone"):
        environment.prepare()
    assert (environment.HOME / "mine").exists()
    assert made == []


def test_the_day_of_the_dataset_is_midnight_in_utc() -> None:
    """SOURCE_DATE_EPOCH is the day of the dataset, whatever the time zone."""
    day = int(tasks.dataset_day())
    assert day % 86400 == 0
