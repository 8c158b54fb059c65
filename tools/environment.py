"""The virtual environment of this checkout: made once, used again, made anew when what it holds has changed."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".venv"
PROGRAMS = HOME / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = PROGRAMS / f"python{SUFFIX}"
TALENTPART = PROGRAMS / f"talentpart{SUFFIX}"

_MARK = HOME / "made-by-run.txt"
_WORDS = {"": "talentpart", "test": "talentpart and what its tests need"}


class CannotPrepareError(Exception):
    """The environment could not be made; the sentence says why, and what to do."""


def prepare(extra: str = "") -> None:
    """Make sure that the environment holds talentpart, and what the extra `test` adds when it is asked for.

    A word on what is done goes to stderr, only when something is. Raises CannotPrepareError.
    """
    fingerprint = _fingerprint()
    held = _held()
    if PYTHON.exists() and fingerprint in held and (extra in held or not extra):
        return
    if HOME.exists() and not held:
        message = f"{HOME} was not made by run.py and is left alone: move it away, or use what is in it"
        raise CannotPrepareError(message)
    print(f"installing {_WORDS[extra]} into {HOME.name} (once; a minute or less) ...", file=sys.stderr)
    try:
        if not (PYTHON.exists() and fingerprint in held):
            _make()
        # Until the last line below, the environment counts as begun: a set-up that was interrupted is made anew.
        _MARK.write_text("begun\n", encoding="utf-8")
        _install(f"{ROOT}[{extra}]" if extra else str(ROOT))
        _MARK.write_text(f"{fingerprint}\n{extra}\n", encoding="utf-8")
    except OSError as error:
        message = f"cannot write {HOME}: {error.strerror or error}"
        raise CannotPrepareError(message) from error


def _held() -> list[str]:
    """Give what the mark says of the environment: its fingerprint, its extra."""
    return _MARK.read_text(encoding="utf-8").splitlines() if _MARK.is_file() else []


def _fingerprint() -> str:
    """Tell by what an environment is out of date: another place, other dependencies."""
    return hashlib.sha256(b"\0".join([os.fsencode(ROOT), (ROOT / "pyproject.toml").read_bytes()])).hexdigest()


def _make() -> None:
    if HOME.exists():
        shutil.rmtree(HOME)
    HOME.mkdir()
    _MARK.write_text("begun\n", encoding="utf-8")
    try:
        venv.create(HOME, with_pip=True, symlinks=os.name != "nt")
    except subprocess.CalledProcessError as error:
        sys.stderr.write((error.output or b"").decode(errors="replace"))
        message = f"{sys.executable} cannot make a virtual environment with pip; on Debian, install python3-venv"
        raise CannotPrepareError(message) from error


def _install(what: str) -> None:
    """Install in place, so that a change under src/ acts at once; quiet unless it fails."""
    # A user's settings for installing elsewhere (PIP_USER, PIP_TARGET, ...) must not lead out of the environment.
    elsewhere = {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV"}
    environment = {name: value for name, value in os.environ.items() if name not in elsewhere}
    command = [str(PYTHON), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", what]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        sys.stderr.write(done.stdout.decode(errors="replace"))
        message = "pip could not install what talentpart needs, as it says above; the next run tries again"
        raise CannotPrepareError(message)
