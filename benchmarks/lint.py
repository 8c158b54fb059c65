"""Time `talentpart lint` on thousands of records beside other tools that check YAML, as ratios within one run.

    python3 benchmarks/lint.py [--rounds 5] [--sizes 1000 10000] [--ajv PROGRAM] [--check-jsonschema PROGRAM]

The records are copies of PALIM's under ids of their own, each group of forty with sources and organisations of its own,
beside all that `data/` holds. The other tools are taken from PATH or as given, and left out, saying so, where they are
missing. They hold only the projects against the schema; lint checks everything. Only the standard library is used, and
nothing is written outside a temporary folder.
"""

import argparse
import calendar
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
MODEL = "palim"
GROUP = 40
OURS = "talentpart lint"
TICK = 0.01
_OF_GROUP = ("sources", "organisations")


@dataclass(frozen=True)
class Rival:
    """Another tool: its name, the words behind its program, and at most how many rounds.

    `{schema}` stands for a file, `{all}` for all projects as a pattern, `{each}` for their names.
    """

    name: str
    words: str
    rounds: int = 99


# What takes minutes for 10,000 records is run once; its distance needs no median.
RIVALS = (
    Rival("ajv", "validate --spec=draft2020 -c ajv-formats --strict=false -s {schema} -d {all}"),
    Rival("check-jsonschema", "--schemafile {schema} {each}", rounds=1),
    Rival("yamllint", "-d relaxed projects", rounds=1),
)
Times = Mapping[tuple[str, int], Sequence[float]]


@dataclass(frozen=True)
class Aim:
    """What is aimed at: a number that is at most, or at least, so much."""

    name: str
    most: float
    measured: float | None
    at_least: bool = False

    def line(self) -> str:
        """Give its line of the table."""
        if self.measured is None:
            return f"{self.name:44}{self.most:>8g}{'-':>10}  not measured"
        kept = self.measured >= self.most if self.at_least else self.measured <= self.most
        return f"{self.name:44}{self.most:>8g}{self.measured:>10.2f}  {'ok' if kept else 'MISSED'}"


def main() -> int:
    """Measure, print the times and the aims; give 1 only when lint did not find the records clean."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="runs of each, in turn (5)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000], help="how many records (1000 10000)")
    for rival in RIVALS:
        parser.add_argument(f"--{rival.name}", metavar="PROGRAM", help=f"the program of {rival.name}, if not on PATH")
    given = parser.parse_args()
    programs = {rival.name: found(getattr(given, rival.name.replace("-", "_")) or rival.name) for rival in RIVALS}
    with tempfile.TemporaryDirectory(prefix="talentpart-bench-") as folder:
        bench = Bench(Path(folder), {name: program for name, program in programs.items() if program})
        print(f"Python {sys.version.split()[0]}, {given.rounds} rounds, {os.cpu_count()} cores")
        for name in (name for name, program in programs.items() if not program):
            print(f"{name} is not on PATH, and is left out; name it with --{name} PROGRAM")
        try:
            times, peaks = bench.measured(given.sizes, given.rounds)
        except RuntimeError as error:
            print(error)
            return 1
    print("\n".join(table(times, peaks)))
    return 0


def found(program: str) -> str | None:
    """Give the whole path of a program that is on PATH or stands where it says; None where there is none."""
    path = shutil.which(program)
    return os.path.abspath(path) if path else None  # noqa: PTH100 - a link to a program stays a link


def grow(data: Path, target: Path, records: int) -> None:
    """Write a dataset: all that `data` holds, and so many copies of one project, with what they rest on."""
    shutil.copytree(data, target)
    text = (data / "projects" / f"{MODEL}.yaml").read_text(encoding="utf-8")
    shared = {
        path.stem: path
        for kind in _OF_GROUP
        for path in sorted((data / kind).glob("*.yaml"))
        if re.search(rf"(?<![\w-]){path.stem}(?![\w-])", text)
    }
    for group in range(-(-records // GROUP)):
        for name, path in shared.items():
            written = _renamed(path.read_text(encoding="utf-8"), shared, group)
            _write(target / path.parent.name / f"{name}-{group}.yaml", _varied(written, group))
    for number in range(records):
        written = _renamed(text, shared, number // GROUP)
        _write(target / "projects" / f"{MODEL}-{number}.yaml", _varied(written, number))


def table(times: Times, peaks: Mapping[int, float]) -> Iterator[str]:
    """Give the lines of both tables: the median seconds of each program, and the aims beside what was measured."""
    sizes = sorted(peaks)
    middle = {place: statistics.median(each) for place, each in times.items()}
    yield f"{'':44}" + "".join(f"{size:>10,}" for size in sizes)
    for name in dict.fromkeys(name for name, _ in times):
        seconds = (middle.get((name, size)) for size in sizes)
        yield f"{f'{name}, seconds':44}" + "".join(f"{'-' if each is None else f'{each:.2f}':>10}" for each in seconds)
    yield f"{f'{OURS}, MB at most':44}" + "".join(
        f"{peaks[size]:>10.0f}" if peaks[size] else f"{'-':>10}" for size in sizes
    )
    yield ""
    small, large = sizes[0], sizes[-1]
    yield f"{'':44}{'aim':>8}{'measured':>10}"
    slow = _ratio(middle, "check-jsonschema", OURS, large)
    aims = (
        Aim(f"check-jsonschema at {large:,}, times lint", 20, slow, at_least=True),
        Aim(f"lint at {small:,}, times ajv", 1, _ratio(middle, OURS, "ajv", small)),
        Aim(f"lint at {large:,}, times ajv", 2.5, _ratio(middle, OURS, "ajv", large)),
        Aim(f"memory of lint at {large:,}, MB", 300, peaks[large] or None),
        Aim(f"lint at {large:,}, times lint at {small:,}", 11, middle[OURS, large] / middle[OURS, small]),
    )
    yield from (aim.line() for aim in aims)


class Bench:
    """A fresh environment with talentpart, the other programs, and a folder to work in."""

    def __init__(self, folder: Path, programs: Mapping[str, str]) -> None:
        """Build the wheel, install it, and have it give the schema that the others need."""
        self.folder = folder
        self.programs = programs
        home = folder / "venv"
        venv.create(home, with_pip=True)
        self.python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
        wheels = folder / "wheels"
        self._pip("wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
        self._pip("install", *map(str, wheels.glob("talentpart-*.whl")))
        self.ours = (str(self.python), "-m", "talentpart", "lint", "--data", ".")
        asked = [str(self.python), "-m", "talentpart", "schema", "project"]
        schema = subprocess.run(asked, cwd=folder, env=environment(), check=True, capture_output=True).stdout
        self.schema = folder / "project.schema.json"
        self.schema.write_bytes(schema)

    def measured(self, sizes: Sequence[int], rounds: int) -> tuple[Times, Mapping[int, float]]:
        """Give the seconds of each run by program and size, and for each size the megabytes of lint at most."""
        times: dict[tuple[str, int], list[float]] = {}
        peaks: dict[int, float] = {}
        for size in sizes:
            data = self.folder / f"data-{size}"
            grow(DATA, data, size)
            peaks[size] = self.peak(data)
            for number in range(rounds):
                times.setdefault((OURS, size), []).append(self.timed(self.ours, data))
                for rival in RIVALS:
                    if rival.name in self.programs and number < rival.rounds:
                        times.setdefault((rival.name, size), []).append(self.timed(self.command(rival, data), data))
        return times, peaks

    def command(self, rival: Rival, data: Path) -> tuple[str, ...]:
        """Give the command line of another program."""
        words = [self.programs[rival.name]]
        for word in rival.words.split():
            if word == "{each}":
                words += sorted(f"projects/{path.name}" for path in (data / "projects").glob("*.yaml"))
            else:
                words.append(word.format(schema=self.schema, all="projects/*.yaml"))
        return tuple(words)

    def timed(self, words: Sequence[str], data: Path) -> float:
        """Give the seconds that a whole process takes."""
        start = time.perf_counter()
        subprocess.run(words, cwd=data, env=environment(), check=False, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    def peak(self, data: Path) -> float:
        """Give how many megabytes lint and what it starts take together at most, 0 where the system does not tell.

        Raises RuntimeError when lint does not find the records clean.
        """
        with tempfile.TemporaryFile() as out:
            process = subprocess.Popen(self.ours, cwd=data, env=environment(), stdout=out, stderr=out)
            most = 0
            while process.poll() is None:
                most = max(most, sum(map(_resident, (process.pid, *_children(process.pid)))))
                time.sleep(TICK)
            out.seek(0)
            said = out.read().decode(errors="replace").strip()
        if "no findings in" not in said:
            message = f"lint is to find the records clean: {said.splitlines()[-1:] or 'nothing printed'}"
            raise RuntimeError(message)
        return most / 1e6

    def _pip(self, *words: str) -> None:
        # Without the variable, pip compiles what it installs, as it does on a user's machine.
        command = [str(self.python), "-m", "pip", "-qq", "--disable-pip-version-check", *words]
        subprocess.run(command, env=environment(), check=True)


def environment() -> dict[str, str]:
    """Give a child's environment: a user's, on the day of the dataset, without what changes how Python starts."""
    lines = (DATA / "dataset.yaml").read_text(encoding="utf-8").splitlines()
    day = next(line.split('"')[1] for line in lines if line.startswith("day:"))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TALENTPART_"))}
    return {**kept, "SOURCE_DATE_EPOCH": str(calendar.timegm(time.strptime(day, "%Y-%m-%d")))}


def _ratio(middle: Mapping[tuple[str, int], float], one: str, other: str, size: int) -> float | None:
    first, second = middle.get((one, size)), middle.get((other, size))
    return None if first is None or second is None else first / second


def _renamed(text: str, names: Mapping[str, Path], group: int) -> str:
    # The name of a scheme may be that of an organisation, and stays.
    return re.sub(rf"(?<!scheme: )(?<![\w-])({'|'.join(names)})(?![\w-])", rf"\1-{group}", text)


def _varied(text: str, number: int) -> str:
    """Put a number into what is told in words, so that no two records say it alike; an address gets one too."""
    text = re.sub(r"""((?:text|note|because|as_stated|title|label): (?:>-\s+)?["']?\w+)""", rf"\1 {number}", text)
    # Two projects of one month with one sum are taken for one, unless a note tells them apart.
    text = text.replace("- {amount: ", f"- {{note: sum {number}, amount: ")
    return re.sub(r"^(url: \S+)", rf"\1?copy={number}", text, flags=re.MULTILINE)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _resident(process: int) -> int:
    """Give the bytes of memory that a process holds now; none where the system does not tell or it has ended."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _children(process: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
    except OSError:
        return []


if __name__ == "__main__":
    sys.exit(main())
