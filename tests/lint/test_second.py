"""Two processes share the reading of a large dataset: the answer is that of one, whatever becomes of the second."""

import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from talentpart.lint import check, second
from talentpart.lint.outcome import Outcome
from talentpart.lint.rule import choose
from talentpart.lint.runner import Wanted
from talentpart.model import wire
from talentpart.store.folder import File

Files = Mapping[str, str | bytes]
Run = Callable[..., Outcome]
FAULTY: Files = {
    "projects/a.yaml": "source: reprt\nmobility: [work, wrk]\n",
    "projects/b.yaml": 'source: report\nnote: "it is never closed\n',
    "projects/c.yaml": b"source: caf\xe9\n",
    "projects/d.yaml": "source: report\nsource: report\nevents: {type: start, date: 2024-05-01}\n",
    "projects/e.yaml": "- 1\n",
    "projects/f.yaml": "source: report\nsectors:\n  - {sector: [ict, health], as_stated: [a, b]}\n",
    "projects/g.yaml": "source: report \r\nfigures:\r\n  - {measure: trained, value: 9, rank: preferred}\r\n",
    "projects/H.yaml": "", "projects/report.yaml": "source: report\n", "organisations/i.yaml": "kind: [a, {b: c}]\n",
    "codelists/sectors.yaml": "label: Sectors\nitems: {code: ict, label: ICT}\nname: x\n", "projects/j.yml": "a: 1\n",
    "sources/k.yaml": "title: \"\ud55c\"\nread: none\nurl: 'x'\n".encode(),
}  # fmt: skip


def wanted(processes: int | None, **more: object) -> Wanted:
    """Give what is wanted, by so many processes."""
    return Wanted(choose(), processes=processes, **more)  # type: ignore[arg-type]


def told(outcome: Outcome) -> list[object]:
    """Give all that an outcome tells, with the lines that its findings stand in."""
    lines = [outcome.source_line(each.location.path, each.location.line) for each in outcome.findings]
    return [outcome.findings, lines, outcome.files, outcome.origin, outcome.notes, outcome.names]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list["subprocess.Popen[bytes]"]:
    """Give the processes that are started from now on."""
    found: list[subprocess.Popen[bytes]] = []
    original: Any = subprocess.Popen

    def start(*words: object, **more: object) -> object:
        found.append(original(*words, **more))
        return found[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    return found


def test_two_find_what_one_finds(run: Run, started: list[object]) -> None:
    """The findings, their places and order, the digest and the counts are the same, whoever has read a file."""
    alone = run(FAULTY, wanted(1))
    assert len(started) == 0
    assert len(alone.findings) > 15
    assert told(run(FAULTY, wanted(2))) == told(alone)
    assert len(started) == 1


def test_a_clean_dataset_is_clean_for_two(run: Run) -> None:
    """A second process brings no finding of its own."""
    assert run({}, wanted(2)).findings == ()


def test_what_stands_in_for_a_file_is_known_to_the_first_alone(run: Run) -> None:
    """Bytes in place of a file are linted, and not what the second process would find on the disk."""
    instead = {f"projects/{name}.yaml": b"source: reprt\nmobility: work\n" for name in "vwxyz"}
    assert told(run({}, wanted(2, instead=instead))) == told(run({}, wanted(1, instead=instead)))


@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit(3)",
        "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'0000' * 99)",
        "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(bytes([0, 0, 0, 9, 1]))",
        "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(bytes([255, 255, 255, 255, 1]))",
        "import os; os.kill(os.getpid(), 9)",
    ],
)
def test_a_second_process_that_fails_changes_nothing(run: Run, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Files without an answer are read by the first process, whether the second dies, is killed or talks nonsense."""
    alone = run(FAULTY, wanted(1))
    monkeypatch.setattr(second, "_START", program)
    assert told(run(FAULTY, wanted(2))) == told(alone)


def test_a_second_process_that_fails_midway(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it has answered before counts, and the rest is read by the first process."""
    alone = run(FAULTY, wanted(1))
    broken = "from talentpart.lint import second; old = second.give; left = [2]\n"
    broken += (
        "def give(*words): left.append(left.pop() - 1); old(*words) if left[0] >= 0 else 1 / 0\nsecond.give = give\n"
    )
    monkeypatch.setattr(second, "_START", second._START.replace("from talentpart", f"{broken}from talentpart", 1))  # noqa: SLF001 - what it runs
    assert told(run(FAULTY, wanted(2))) == told(alone)


@pytest.mark.parametrize(
    ("owner", "name", "error"),
    [
        (subprocess, "Popen", OSError(12, "no more")),
        (threading.Thread, "start", RuntimeError("can't start new thread")),
    ],
)
def test_no_process_to_be_had(
    run: Run, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, error: Exception
) -> None:
    """Where the system gives no process, or no thread to talk to it, one process does it all."""
    alone = run(FAULTY, wanted(1))

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(owner, name, refuse)
    assert told(run(FAULTY, wanted(2))) == told(alone)


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_nothing_is_left_running(
    run: Run, monkeypatch: pytest.MonkeyPatch, started: list["subprocess.Popen[bytes]"], error: type[BaseException]
) -> None:
    """Whoever stops the first process stops the second."""

    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(second, "_START", "import time; time.sleep(60)")
    monkeypatch.setattr(check.Checker, "check", stop)
    with pytest.raises(error):
        run({}, wanted(2))
    assert [each.poll() is None for each in started] == [False]


def test_when_a_second_process_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is started for many files on several cores, where it is known which Python this is."""
    monkeypatch.setattr(second, "_cores", lambda: 2)
    monkeypatch.setattr(second, "_START", "")

    def pays(files: int, processes: int | None = None) -> bool:
        with second.second(files, processes) as helper:
            return helper is not None

    assert [pays(116), pays(1000), pays(1000, 1), pays(9, 2)] == [False, True, False, True]
    monkeypatch.setattr(second, "_cores", lambda: 1)
    assert not pays(1000)
    monkeypatch.setattr(sys, "executable", "")
    assert not pays(1000, 2)


def test_each_file_is_read_once() -> None:
    """The shares hold every file once, and the second process no file for which bytes stand in."""
    files: list[File] = [(f"projects/{number:04}.yaml", "project", f"{number:04}") for number in range(1200)]
    instead = {files[500][0], files[501][0], files[502][0]}
    helper = second.Second(None)  # type: ignore[arg-type]
    for some in (files[:7], files):
        mine, theirs = helper.share(some, instead)
        assert sorted(mine + theirs) == some
        assert theirs
        assert not instead.intersection(file[0] for file in theirs)


def test_the_number_of_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked of the system in the way that the system knows."""
    assert second._cores() >= 1  # noqa: SLF001 - what a system without it is asked instead
    monkeypatch.delattr("os.sched_getaffinity", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert second._cores() == 1  # noqa: SLF001 - the same


def test_the_second_process_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it writes for a file is what reading that file gives."""
    (tmp_path / "projects").mkdir()
    (tmp_path / "projects" / "a.yaml").write_text("kind: pilot\nsector: x\n", encoding="utf-8")
    file = (b"projects/a.yaml", "project", b"a")
    asked = BytesIO(wire.work(bytes(tmp_path), (file,), {}, ("two-lists-in-a-line",)))
    given = BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=asked))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=given))
    second.main()
    given.seek(0)
    (answer,) = wire.answers(wire.taken(given))
    assert answer.data == {"kind": "pilot", "sector": "x"}
    assert [each.rule for each in answer.checked] == ["unknown-field"]
    assert answer.findings == []
