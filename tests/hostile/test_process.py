"""The P rows in real processes: pipes that close, Ctrl-C, encodings, colours, and the same bytes from every run."""

import io
import json
import re
import signal
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

import pytest

from talentpart.cli import main
from talentpart.lint.formats import names
from talentpart.render import names as answers

Dataset = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., tuple[int, str, str]]
Start = Callable[..., "subprocess.Popen[bytes]"]
SAMPLE = str(Path(__file__).parents[1] / "sample")
FAULTY = """\
source: report
names: [Pr\u00f3jet \u4e2d, "\u2192"]
organisations: {organisation: \u00e4gency, role: l\u0113ad}
"""
GOOD = "source: report\nmobility: work\n"
LIMIT = 60
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows neither these signals nor these devices")


def finish(process: "subprocess.Popen[bytes]") -> tuple[int, bytes, bytes]:
    """Wait for a process, and give its exit code and what it printed."""
    out, err = process.communicate(timeout=LIMIT)
    return process.returncode, out, err


def pipe(end: "IO[bytes] | None") -> "IO[bytes]":
    """Give an end of a pipe that is surely there."""
    assert end is not None
    return end


@posix
@pytest.mark.parametrize("words", [("query", "claims"), ("lint", "-f", "json", "--max-findings", "0"), ("--help",)])
def test_a_reader_that_goes_away_is_no_fault(words: tuple[str, ...], dataset: Dataset, start: Start) -> None:
    """P1: whatever was to be printed, the command ends silently, with the status of a closed pipe."""
    dataset({"projects/x.yaml": "source: report\nnotes:\n" + "  - NO\n" * 900})
    more = () if words == ("--help",) else ("--data", "data")
    process = start(*words, *more)
    pipe(process.stdout).close()
    process.wait(timeout=LIMIT)
    assert (process.returncode, pipe(process.stderr).read()) == (141, b"")


@posix
def test_an_interrupted_command_says_nothing(dataset: Dataset, start: Start) -> None:
    """P2: Ctrl-C in the midst of printing ends a command with 130, without a traceback."""
    dataset({"projects/x.yaml": "source: report\nnotes:\n" + "  - NO\n" * 900})
    process = start("lint", "--data", "data", "-f", "json")
    assert pipe(process.stdout).read(1) == b"{"  # Much more is to come than a pipe holds, so that it waits for us.
    process.send_signal(signal.SIGINT)
    code, _, err = finish(process)
    assert (code, err) == (130, b"")


def test_a_bug_is_two_lines(dataset: Dataset, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """P3, P11: what nobody foresaw exits with 70 in every command; TALENTPART_DEBUG shows where; JSON is left valid."""
    dataset({"projects/x.yaml": GOOD})

    def broken(*_: object, **__: object) -> None:
        message = "the roof\nis open \x1b[2J"
        raise RuntimeError(message)

    monkeypatch.setattr("talentpart.lint.runner.lint", broken)
    for words in (("lint",), ("lint", "-f", "json")):
        code, out, err = run(*words, "--data", "data")
        assert code == 70
        assert len(err.splitlines()) == 2
        assert err.startswith("this is a bug in talentpart: RuntimeError: the roof")
        assert "`talentpart info`" in err
        assert not out or json.loads(out)["errors"]
    monkeypatch.setenv("TALENTPART_DEBUG", "1")
    err = run("lint", "--data", "data")[2]
    assert err.startswith("Traceback")
    assert "\x1b" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_findings_that_cannot_be_written_are_said(dataset: Dataset) -> None:
    """P4: a full disk is no clean dataset: exit 3 and the reason."""
    dataset({"projects/x.yaml": GOOD})
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "talentpart", "lint", "--data", "data"]
        source = {"PYTHONPATH": str(Path(__file__).parents[2] / "src")}
        done = subprocess.run(command, env=source, stdout=full, stderr=subprocess.PIPE, check=False, timeout=LIMIT)
    assert (done.returncode, done.stderr) == (3, b"error: cannot write the answer: no space left on device\n")


def printed(words: tuple[str, ...], encoding: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, bytes]:
    """Run a command line at a standard output of some encoding, and give its exit code and the bytes."""
    raw = io.BytesIO()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, newline="\n"))
        return main(words), raw.getvalue()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
def test_no_encoding_stops_an_answer(encoding: str, dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """P5: people get what can be spelled, without a question mark; programs get escapes; nothing raises."""
    dataset({"projects/x.yaml": FAULTY})
    commands: list[tuple[str, ...]] = [("lint", "-f", name, "--data", "data") for name in names()]
    commands += [("query", "names", "-f", name, "--data", SAMPLE) for name in sorted(answers())]
    commands += [("report", "overview", "--data", SAMPLE), ("show", "borvia", "--data", SAMPLE)]
    for words in commands:
        code, out = printed(words, encoding, monkeypatch)
        assert (words, code) == (words, int(words[0] == "lint"))
        text = out.decode(encoding)
        assert text
        assert text.count("?") == printed(words, "utf-8", monkeypatch)[1].count(b"?")
        if words[2] == "json":
            assert json.loads(text)["format_version"]
        if words[2] == "junit":
            assert list(ET.fromstring(out).iter("failure"))  # noqa: S314 - it was written a line above


def test_a_file_is_utf_8_whatever_the_terminal_is(dataset: Dataset, start: Start) -> None:
    """P6: `-o FILE` writes UTF-8, and a byte order mark only with --bom."""
    dataset({"projects/x.yaml": FAULTY})
    for words, begins in (
        (("query", "partnerships", "-o", "names.csv", "--data", SAMPLE), b"id,"),
        (("query", "partnerships", "-o", "names.csv", "--bom", "--data", SAMPLE), b"\xef\xbb\xbfid,"),
    ):
        assert finish(start(*words, PYTHONIOENCODING="cp1252"))[0] == 0
        raw = Path("names.csv").read_bytes()
        assert raw.startswith(begins)
        assert "B\u00f3rvia" in raw.decode("utf-8-sig")
        assert b"\r" not in raw
    assert finish(start("lint", "--data", "data", "-o", "found.txt", PYTHONIOENCODING="ascii"))[0] == 1
    assert "\u00e4gency" in Path("found.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "20"}, False),
        ({"TERM": "dumb", "GITHUB_ACTIONS": "true", "COLUMNS": "0"}, False),
    ],
)
def test_colour_and_width_follow_the_environment(
    variables: dict[str, str], dataset: Dataset, start: Start, *, coloured: bool
) -> None:
    """P7: in findings, answers and help alike; without colour there is no bold either, and no line is lost."""
    dataset({"projects/x.yaml": FAULTY})
    lint = start("lint", "--data", "data", **variables)
    report = start("report", "overview", "--data", SAMPLE, **variables)
    help_ = start("--help", **variables)
    for process, code, in_colour in ((lint, 1, coloured), (report, 0, coloured), (help_, 0, False)):
        done, out, _ = finish(process)
        assert done == code
        assert (b"\x1b[" in out) is in_colour
        assert not re.search(rb"\x1b(?!\[[0-9;]*m)", out)


def test_nothing_is_asked_and_nothing_turns(dataset: Dataset, start: Start) -> None:
    """P8: away from a terminal there is no pager, no prompt and no spinner, and standard input is not read."""
    dataset({"projects/x.yaml": FAULTY})
    for words in (("lint", "--data", "data"), ("report", "overview", "--data", SAMPLE)):
        process = start(*words, PAGER="false", COLUMNS="20")
        process.wait(timeout=LIMIT)  # Its standard input is open all the while.
        _, out, err = finish(process)
        assert b"\r" not in out + err
        assert b"\x1b" not in out + err


@pytest.mark.parametrize("name", names())
def test_two_runs_of_lint_are_alike(name: str, dataset: Dataset, start: Start) -> None:
    """P9: hash seed, time zone, locale and the place of the dataset change no byte of the findings."""
    dataset({"projects/x.yaml": FAULTY, "projects/y.yaml": GOOD, "projects/z.yaml": GOOD})
    words = ("lint", "--data", "data", "-f", name)
    one = start(*words, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", PYTHONUTF8="1")
    two = start(*words, PYTHONHASHSEED="2", TZ="Pacific/Pago_Pago", PYTHONUTF8="1", LC_ALL="C")
    assert finish(one) == finish(two)


def test_the_day_of_an_answer_is_printed(dataset: Dataset, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """P9: whoever reads a report or findings by machine learns as of which day they hold."""
    dataset({"projects/x.yaml": GOOD})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert json.loads(run("lint", "--data", "data", "-f", "json")[1])["as_of"] == "2023-11-14"
    assert json.loads(run("lint", "--data", "data", "-f", "json", "--as-of", "2022-03-04")[1])["as_of"] == "2022-03-04"
    assert "14 November 2023" in run("report", "overview", "--data", SAMPLE)[1]


def test_one_order_whatever_the_locale(dataset: Dataset, start: Start) -> None:
    """P10: rows stand in the order of the code points of their folded names, whatever the locale says of letters."""
    organisation = "names: ['{}']\nkind: agency\nsource: report\n"
    labels = ("\u00c4pfel", "apfel", "Zebra", "zebu", "\u00e9tude", "Eta")
    dataset({f"organisations/o{number}.yaml": organisation.format(label) for number, label in enumerate(labels)})
    words = ("query", "names", "--columns", "text", "--sort", "text", "-f", "jsonl", "--data", "data")
    outputs = [
        finish(start(*words, LC_ALL=locale, PYTHONUTF8="1"))[1] for locale in ("C", "de_DE.UTF-8", "sv_SE.UTF-8")
    ]
    assert outputs[0] == outputs[1] == outputs[2]
    told = [json.loads(line)["text"] for line in outputs[0].splitlines()]
    told = [name for name in told if name in labels]
    assert told == sorted(labels, key=lambda label: (unicodedata.normalize("NFC", label).casefold(), label))


@pytest.mark.parametrize("words", [("lint", "nowhere.yaml"), ("lint", "--select", "nothing"), ("lint", "--data", "no")])
def test_json_is_valid_where_nothing_was_linted(words: tuple[str, ...], dataset: Dataset, start: Start) -> None:
    """P11: a program that asked for JSON gets a document with the error, whatever went wrong before."""
    dataset({})
    code, out, err = finish(start(*words, "-f", "json"))
    document = json.loads(out)
    assert code in {2, 3}
    assert document["errors"][0]["message"] in err.decode()


def test_a_missing_libyaml_is_one_line_of_debug(dataset: Dataset, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Y22: with --debug, and only then, it is said that the slower parser reads the files; the answer is the same."""
    dataset({"projects/x.yaml": FAULTY})
    fast = run("lint", "--data", "data", "-q")
    monkeypatch.setattr("talentpart.store.events.FAST", False)
    assert run("lint", "--data", "data", "-q") == fast
    code, out, err = run("lint", "--data", "data", "-q", "--debug")
    assert (code, out) == fast[:2]
    assert err == "debug: PyYAML has no libyaml here, so files are read by its parser in Python, ten times slower\n"
