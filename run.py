"""Run talentpart from a checkout; the first time, this makes `.venv` beside this file.

    python3 run.py report egypt    any command of talentpart, with its options
    python3 run.py test            the tests; what follows is handed to pytest
    python3 run.py docs            write the generated parts of README.md and docs/ anew
    python3 run.py schemas         write schemas/editor/ anew

Nothing is installed outside this folder. This file is written so that any Python 3 can read it and say
which one is needed; the work is done in tools/.
"""

import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
CANNOT = 3  # what talentpart exits with when it could not do its work


def fault() -> str:
    """Give in one sentence what keeps this Python from being used, or nothing."""
    if sys.version_info < OLDEST:
        other = next((name for name in NEWER if starts(name)), "")
        advice = "use `{} run.py`".format(other) if other else "install one, from python.org for instance"
        return "talentpart needs Python 3.11 or later, this is {}.{}: {}".format(
            sys.version_info[0], sys.version_info[1], advice
        )
    try:
        import ensurepip  # noqa: F401 - Debian leaves it out of its plain Python, and without it there is no pip
        import venv  # noqa: F401
    except ImportError:
        advice = "install python3-venv (`apt install python3-venv`), or use a Python that has venv and pip"
        return "{} cannot make a virtual environment: {}".format(sys.executable, advice)
    return ""


def starts(name: str) -> bool:
    """Tell whether a Python of this name is on the path and starts."""
    try:
        return subprocess.call([name, "-c", ""], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


if __name__ == "__main__":
    sentence = fault()
    if sentence:
        sys.stderr.write("run.py: {}\n".format(sentence))
        sys.exit(CANNOT)
    sys.path.insert(0, str(Path(__file__).resolve().parent / "tools"))
    import tasks

    sys.exit(tasks.main(sys.argv[1:]))
