"""Time whole runs of talentpart beside a two-command Typer app, as a user waits for them.

    python3 benchmarks/startup.py [--rounds 15] [--only report]

The wheel is built and installed into a fresh environment, the small app is put beside it, and the two are run in
turn. What counts is the median of the ratios of pairs: it hardly depends on the machine or on what else runs there.
Only the standard library is used; nothing is written outside a temporary folder.
"""

import argparse
import calendar
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("projects", "sources", "organisations", "instruments")
BESIDE = '''"""Two commands of no use, to measure what Typer itself takes."""
import typer

app = typer.Typer(rich_markup_mode=None)


@app.command()
def hello(name: str) -> None:
    print("hello", name)


@app.command()
def bye(name: str, loud: bool = False) -> None:
    print("bye", name, loud)
'''


@dataclass(frozen=True)
class Aim:
    """A command line, how many times the small app's time it may take, and what its answer has to hold."""

    name: str
    words: tuple[str, ...]
    most: float
    holds: str
    terminal: bool = False
    files: int = 0
    variables: Mapping[str, str] = field(default_factory=dict)


COMPLETION = {"_TALENTPART_COMPLETE": "complete_bash", "COMP_WORDS": "talentpart report egy", "COMP_CWORD": "2"}
AIMS = (
    Aim("--version", ("--version",), 1.3, "20"),
    Aim("report egypt -f json", ("report", "egypt", "-f", "json"), 2.5, '"format_version"'),
    Aim("the same, 250 files", ("report", "egypt", "-f", "json"), 3.0, '"format_version"', files=250),
    Aim("the same, 900 files", ("report", "egypt", "-f", "json"), 3.5, '"format_version"', files=900),
    Aim("report egypt, terminal", ("report", "egypt"), 3.5, "SOURCES", terminal=True),
    Aim("lint", ("lint",), 4.0, "files"),
    Aim("completion of an id", (), 1.3, "egypt", variables=COMPLETION),
)


def main() -> int:
    """Measure what is asked for and print it beside the aims; give 1 only when a command did not answer."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15, help="pairs of runs for each command (15)")
    parser.add_argument("--only", default="", help="measure only the commands whose name holds this")
    given = parser.parse_args()
    chosen = [aim for aim in AIMS if given.only in aim.name]
    failed = 0
    with tempfile.TemporaryDirectory(prefix="talentpart-bench-") as folder:
        bench = Bench(Path(folder))
        print(f"Python {sys.version.split()[0]}, {given.rounds} pairs each, {count(bench.data)} files of data")
        print(f"{'':24}{'aim':>6}{'measured':>10}{'':>9}{'ms':>7}{'beside':>8}")
        for aim in chosen:
            try:
                print(bench.row(aim, given.rounds), flush=True)
            except RuntimeError as error:
                print(f"{aim.name:24}{aim.most:>6}    {error}")
                failed = 1
    return failed


class Bench:
    """A fresh environment with talentpart and the small app, and a folder to work in."""

    def __init__(self, folder: Path) -> None:
        """Build the wheel, install it, write the small app."""
        self.folder = folder
        self.home = folder / "venv"
        venv.create(self.home, with_pip=True)
        self.programs = self.home / ("Scripts" if os.name == "nt" else "bin")
        wheels = folder / "wheels"
        self._pip("wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
        self._pip("install", *map(str, wheels.glob("talentpart-*.whl")))
        package = next(self.home.rglob("talentpart/__init__.py")).parent
        self.data = package / "data"
        (package.parent / "beside.py").write_text(BESIDE, encoding="utf-8")
        start = "import sys\nfrom beside import app\nsys.exit(app())\n"
        (self.programs / "beside-app").write_text(start, encoding="utf-8")
        compiling = [self._program("python"), "-m", "compileall", "-q", str(package.parent / "beside.py")]
        subprocess.run(compiling, check=True)

    def row(self, aim: Aim, rounds: int) -> str:
        """Measure one aim and give its line of the table."""
        words = [self._program("talentpart"), *aim.words]
        if aim.files:
            words += ["--data", str(self.grown(aim.files))]
        beside = [self._program("beside-app"), "hello", "you"]
        ours = self.run(words, aim)  # A first run of each, unmeasured, warms the disk and is held against the aim.
        self.run(beside)
        if aim.holds not in ours:
            message = f"no answer: {ours.strip().splitlines()[-1:] or 'nothing printed'}"
            raise RuntimeError(message)
        pairs = [(self.timed(words, aim), self.timed(beside)) for _ in range(rounds)]
        ratios = [own / other for own, other in pairs]
        middle = statistics.median(ratios)
        own, other = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
        verdict = "ok" if middle <= aim.most else "ABOVE"
        return f"{aim.name:24}{aim.most:>6}{middle:>10.2f}{verdict:>9}{own:>7.0f}{other:>8.0f}"

    def timed(self, words: list[str], aim: Aim | None = None) -> float:
        """Give the seconds that a whole process takes."""
        start = time.perf_counter()
        self.run(words, aim)
        return time.perf_counter() - start

    def run(self, words: list[str], aim: Aim | None = None) -> str:
        """Run a command line outside the checkout and give what it printed."""
        variables = {**self.environment(), **(aim.variables if aim else {})}
        reader = at_terminal if aim and aim.terminal else in_pipe
        return reader([str(self.programs / "python"), *words], variables, self.folder)

    def environment(self) -> dict[str, str]:
        """Give a child's environment: a user's, without what would change how Python starts or what is asked."""
        # PYTHONDONTWRITEBYTECODE above all: set, it costs half a second a start.
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TALENTPART_"))}
        return {**kept, "SOURCE_DATE_EPOCH": self.epoch(), "TERM": "xterm-256color", "COLUMNS": "100"}

    def epoch(self) -> str:
        """Give the day of the dataset, so that the answers are the same on any day."""
        lines = (self.data / "dataset.yaml").read_text(encoding="utf-8").splitlines()
        day = next(line.split('"')[1] for line in lines if line.startswith("day:"))
        return str(calendar.timegm(time.strptime(day, "%Y-%m-%d")))

    def grown(self, files: int) -> Path:
        """Give a dataset of this many files: the one in the wheel, and copies of its records under new ids."""
        target = self.folder / f"data-{files}"
        if target.exists():
            return target
        shutil.copytree(self.data, target)
        for record, name in itertools.islice(copies(self.data), files - count(target)):
            shutil.copyfile(record, target / record.parent.name / name)
        return target

    def _program(self, name: str) -> str:
        return str(self.programs / name)

    def _pip(self, *words: str) -> None:
        # Without the variable, pip compiles what it installs, as it does on a user's machine.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        command = [str(self.programs / "python"), "-m", "pip", "-qq", "--disable-pip-version-check", *words]
        subprocess.run(command, env=environment, check=True)


def copies(data: Path) -> Iterator[tuple[Path, str]]:
    """Give, without end, a record to copy and the file name of its copy."""
    records = [path for kind in COPIED for path in sorted((data / kind).glob("*.yaml"))]
    number = 1
    while records:
        for path in records:
            yield path, f"{path.stem}-copy-{number}.yaml"
        number += 1


def count(data: Path) -> int:
    """Count the files of a dataset."""
    return sum(1 for _ in data.rglob("*.yaml"))


def in_pipe(words: list[str], variables: Mapping[str, str], folder: Path) -> str:
    """Run with standard output in a pipe."""
    done = subprocess.run(words, env=variables, cwd=folder, capture_output=True, check=False)
    return (done.stdout + done.stderr).decode(errors="replace")


def at_terminal(words: list[str], variables: Mapping[str, str], folder: Path) -> str:
    """Run with standard output at a terminal of its own."""
    if os.name == "nt":
        message = "not measured: this system gives a program no terminal of its own"
        raise RuntimeError(message)
    import pty

    master, slave = pty.openpty()
    child = subprocess.Popen(words, env=variables, cwd=folder, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    printed = b"".join(_drain(master))
    child.wait()
    os.close(master)
    return printed.decode(errors="replace")


def _drain(master: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # Linux says so when the last writer is gone; other systems give an empty piece.
            return
        if not piece:
            return
        yield piece


if __name__ == "__main__":
    sys.exit(main())
