"""The frame of every command: options before and after it, formats, files, exit codes, and how it ends."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import talentpart.cli
from talentpart.cli.options import Shared
from talentpart.cli.output import coloured, pick

Run = Callable[..., Any]
SAMPLE = Path(__file__).parents[1] / "sample"
SRC = Path(__file__).parents[2] / "src"


def test_no_words_print_the_help(run: Run) -> None:
    """Without a command the commands are listed, in their order."""
    outcome = run()
    assert outcome.code == 0
    places = [outcome.out.index(f"  {name} ") for name in talentpart.cli.COMMANDS]
    assert places == sorted(places)


def test_version(run: Run) -> None:
    """The version is one line."""
    assert run("--version") == (0, f"talentpart {talentpart.__version__}\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ("-f", "json", "--as-of", "2024", "query", "events"),
        ("query", "-f", "json", "events", "--as-of", "2024"),
        ("--format=json", "--as-of=2024", "query", "events"),
        ("-fjson", "query", "events", "--as-of", "2024"),
        ("-q", "-f", "json", "--no-color", "--as-of", "2024", "query", "events"),
    ],
)
def test_options_of_all_commands_stand_before_or_after(run: Run, words: tuple[str, ...]) -> None:
    """The answer is the same wherever they stand (P14)."""
    outcome = run(*words)
    assert outcome.code == 0, outcome.err
    assert outcome.out == run("query", "events", "-f", "json", "--as-of", "2024").out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("querry",), "error: no such command 'querry'. Did you mean 'query'?"),
        (("query", "events", "--formt", "json"), "error: no such option: --formt"),
        (("query", "events", "-f", "jsn"), "error: no format called 'jsn'; did you mean 'json'?"),
        (("query", "events", "--width", "5"), "error: --width is 5; it should be 40 or more"),
        (("query", "events", "--as-of", "soon"), "error: --as-of is not a day: 'soon' is no day"),
        (("query", "events", "-o", "answer.docx"), "error: no format belongs to 'answer.docx'"),
        (("--format", "json"), "error: no such option"),
    ],
)
def test_a_wrong_command_line_exits_with_two(run: Run, words: tuple[str, ...], message: str) -> None:
    """One sentence says what is wrong, and what would be right."""
    outcome = run(*words)
    assert outcome.code == 2
    assert outcome.err.startswith(message)


def test_a_wrong_source_date_epoch_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that cannot be read from the environment is an error, not today."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    outcome = run("info")
    assert outcome.code == 2
    assert "SOURCE_DATE_EPOCH is 'yesterday'; it should be a number of seconds" in outcome.err


def test_no_dataset_exits_with_three(run: Run, tmp_path: Path) -> None:
    """A folder that holds no records cannot be asked, and JSON says so too (E9, P11)."""
    outcome = run("query", "events", "-d", str(tmp_path / "nowhere"), "-f", "json")
    assert outcome.code == 3
    assert "no records under" in outcome.err
    document = json.loads(outcome.out)
    assert document["kind"] == "errors"
    assert "no records under" in document["errors"][0]["message"]


def test_unreadable_data_is_shown_before_the_sentence(run: Run, tmp_path: Path) -> None:
    """What cannot be read as a record is named with its place, and the command stops with 3."""
    folder = tmp_path / "data" / "projects"
    folder.mkdir(parents=True)
    (folder / "x.yaml").write_text("kind: [pilot\n", encoding="utf-8")
    outcome = run("query", "projects", "-d", str(tmp_path / "data"))
    assert (outcome.code, outcome.out) == (3, "")
    first, last = outcome.err.splitlines()[0], outcome.err.splitlines()[-1]
    assert "x.yaml:" in first
    assert last.startswith("error: 1 of the files under")


@pytest.mark.parametrize("debug", [(), ("--debug",)])
def test_a_bug_is_two_lines_and_a_traceback_on_request(
    run: Run, monkeypatch: pytest.MonkeyPatch, debug: tuple[str, ...]
) -> None:
    """What nobody foresaw exits with 70 and says that the program is at fault (P3)."""

    def broken(*_: object) -> None:
        message = "the roof\nis open"
        raise RuntimeError(message)

    monkeypatch.setattr("talentpart.tables.rows", broken)
    outcome = run("query", "events", *debug)
    assert outcome.code == 70
    assert outcome.err.splitlines()[-2:] == [
        "this is a bug in talentpart: RuntimeError: the roof",
        "please report it with the output of `talentpart info`; --debug shows where it happened",
    ]
    assert ("Traceback" in outcome.err) == bool(debug)


def test_an_interrupted_command_exits_with_130(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ctrl-C leaves no traceback and no half-written file (P2)."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.replace", interrupted)
    file = tmp_path / "answer.json"
    assert run("query", "events", "-o", str(file)) == (130, "", "")
    assert list(tmp_path.iterdir()) == []


def test_standard_output_that_is_closed_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a standard output the command exits with 3 (P4)."""
    monkeypatch.setattr(sys, "stdout", None)
    assert run("query", "events").code == 3


@pytest.mark.usefixtures("environment")
@pytest.mark.parametrize(
    ("variables", "terminal", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"CLICOLOR_FORCE": "1"}, False, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        ({"GITHUB_ACTIONS": "true"}, False, False),
    ],
)
def test_colour_is_decided_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], *, expected: bool, terminal: bool
) -> None:
    """NO_COLOR wins, FORCE_COLOR comes next, then whether a terminal is there (P7)."""
    monkeypatch.delenv("TERM", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    assert coloured(Shared()) is expected
    assert coloured(Shared(no_color=True)) is False


@pytest.mark.parametrize("columns", ["0", "20", "-5", "wide", "100000"])
def test_a_strange_width_of_the_terminal_breaks_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """COLUMNS may be anything; an answer comes all the same, with no escape codes in a pipe (P7)."""
    monkeypatch.setenv("COLUMNS", columns)
    for words in (("show", "bridge"), ("query", "events"), ("query", "--help")):
        outcome = run(*words)
        assert outcome.code == 0
        assert "\x1b" not in outcome.out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert run("show", "bridge").code == 0


def test_a_pipe_gets_text_and_tables_neither_cut_nor_wrapped(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pipe a table is as wide as its cells, whatever the terminal; there is no pager and no prompt (P8)."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert pick(Shared()) == "text"
    lines = run("query", "claims").out.splitlines()
    assert len(lines) == 2 + len(run("query", "claims", "-f", "jsonl").out.splitlines())
    assert max(len(line) for line in lines) > 200


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.json", "{"), ("a.jsonl", '{"'), ("a.csv", "id,"), ("a.tsv", "id\t"), ("a.md", "|"), ("a.txt", "id ")],
)
def test_the_suffix_of_a_file_picks_the_format(run: Run, tmp_path: Path, name: str, begins: str) -> None:
    """A file is written whole, in UTF-8, in the format that its suffix names, and nothing is printed."""
    file = tmp_path / name
    assert run("query", "partnerships", "-o", str(file)) == (0, "", "")
    text = file.read_bytes().decode("utf-8")
    assert text.lstrip("# \n").startswith(begins) or begins in text[:80]
    assert "Bórvia" in text
    assert "\r" not in text
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_file_inside_the_dataset_is_not_overwritten(run: Run) -> None:
    """An answer is never written among the records (X11)."""
    outcome = run("query", "events", "-o", str(SAMPLE / "projects" / "bridge.yaml"), "-f", "text")
    assert outcome.code == 2
    assert "lies inside the dataset" in outcome.err
    assert (SAMPLE / "projects" / "bridge.yaml").read_text(encoding="utf-8").startswith("# yaml-language-server")


def test_a_file_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    """A folder that does not exist, or is in the way, exits with 3 and leaves nothing behind (X11)."""
    for target in (tmp_path / "none" / "a.json", tmp_path):
        outcome = run("query", "events", "-o", str(target), "-f", "json")
        assert outcome.code == 3
        assert outcome.err.startswith("error: cannot write '")
    assert list(tmp_path.iterdir()) == []


def test_control_characters_in_words_do_not_reach_the_terminal(run: Run) -> None:
    """What was typed is repeated harmlessly (X3)."""
    outcome = run("show", "\x1b]0;pwned\x07\u202e")
    assert outcome.code == 2
    assert "\x1b" not in outcome.err
    assert "\u202e" not in outcome.err
