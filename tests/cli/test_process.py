"""Whole processes: pipes that close, disks that are full, encodings, two runs alike, and what a shell completes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
import typer

from talentpart.cli.complete import subjects

SAMPLE = Path(__file__).parents[1] / "sample"
SRC = Path(__file__).parents[2] / "src"


def _environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "SYSTEMROOT"}}
    return {**kept, "PYTHONPATH": str(SRC), "TALENTPART_DATA": str(SAMPLE), "SOURCE_DATE_EPOCH": "1748736000", **more}


def _process(*words: str, **more: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "talentpart", *words]
    return subprocess.run(command, env=_environment(**more), capture_output=True, check=False, timeout=60)


def test_a_reader_that_goes_away_ends_the_command_quietly() -> None:
    """`| head -1` sees one line and no complaint, and the status is that of a closed pipe (P1)."""
    command = [sys.executable, "-m", "talentpart", "query", "claims", "-f", "jsonl"]
    with subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        errors = process.stderr.read()
        process.wait(timeout=60)
    assert (process.returncode, errors) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_said() -> None:
    """What cannot be written exits with 3 and the reason (P4)."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "talentpart", "query", "events"]
        done = subprocess.run(command, env=_environment(), stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (3, b"error: cannot write the answer: no space left on device\n")


def test_an_encoding_that_cannot_hold_the_text_gets_ascii() -> None:
    """Names lose their accents, JSON escapes them, and nothing is lost to a question mark (P5)."""
    text = _process("query", "partnerships", "--columns", "name", PYTHONIOENCODING="ascii")
    assert text.returncode == 0
    assert b"Borvia" in text.stdout
    data = _process("query", "partnerships", "-f", "json", PYTHONIOENCODING="ascii")
    assert json.loads(data.stdout)["items"][1]["name"] == "Bórvia"


def test_two_runs_are_alike_byte_for_byte() -> None:
    """Hash seed, time zone and locale change nothing (P9)."""
    for words in (("query", "claims", "-f", "json"), ("show", "bridge"), ("query", "gaps", "-f", "csv"), ("info",)):
        one = _process(*words, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", PYTHONUTF8="1")
        two = _process(*words, PYTHONHASHSEED="2", TZ="Pacific/Pago_Pago", PYTHONUTF8="1", LC_ALL="C")
        assert one.returncode == 0
        assert one.stdout == two.stdout


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("talentpart show brid", ["bridge"]),
        ("talentpart query par", ["partnerships"]),
        ("talentpart query events --organisation nord", ["nordland-agency"]),
    ],
)
def test_ids_and_tables_are_completed(line: str, expected: list[str]) -> None:
    """A begun word is completed from the names of files, without reading one."""
    words = line.split()
    more = {"_TALENTPART_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    assert _process(**more).stdout.decode().split() == expected


def test_subjects_of_a_report_are_completed() -> None:
    """Countries, projects and instruments are offered, roadmaps and organisations are not."""
    context = cast("typer.Context", SimpleNamespace(params={"data": SAMPLE}))
    assert subjects(context, "") == [
        "aurelia", "borvia", "bridge", "common-fund", "fund-call", "harbour", "harbour-quay", "orchard",
    ]  # fmt: skip
