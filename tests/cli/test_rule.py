"""`talentpart rule` through the door: the list, a page, and a slip."""

import json

import pytest

from talentpart.cli import main
from talentpart.lint.rule import names
from talentpart.plain import unseen


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name, every rule is listed under its family, with its severity and its title."""
    assert main(["rule"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines if line.startswith("  ")} == set(names())
    assert {line for line in lines if line and not line.startswith((" ", "`"))} == set(names().values())
    assert any(
        line.split(maxsplit=2)[1:] == ["error", "A reference names nothing in the dataset."] for line in lines if line
    )


@pytest.mark.parametrize("name", names())
def test_page(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The page of a rule has its four texts and its examples, no line wider than asked, and nothing that acts."""
    assert main(["rule", name, "--width", "70"]) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert lines[0].startswith(f"{name} (")
    assert [line for line in lines if line.isupper() and not line.startswith(" ")][:5] == [
        "WHAT", "WHY", "HOW TO MEND", "FINE WHEN", "BAD",
    ]  # fmt: skip
    assert all(len(line) <= 70 or line.startswith("    ") or " " not in line.strip() for line in lines[2:])
    assert not any(unseen(sign) for sign in out.replace("\n", ""))


def test_slip(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is no rule gets the nearest one, and exits with 2."""
    assert main(["rule", "end-before-strat"]) == 2
    assert "no rule called 'end-before-strat'; did you mean 'end-before-start'?" in capsys.readouterr().err


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON a rule is one object, with its texts by heading."""
    assert main(["rule", "said-twice", "-f", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["kind"] == "rules"
    item = document["items"][0]
    assert (item["rule"], item["family"], item["severity"]) == ("said-twice", "claims", "error")
    assert item["how_to_mend"].startswith("Take one out")


def test_other_formats(capsys: pytest.CaptureFixture[str]) -> None:
    """A format that a rule has no page in is refused, with those that it has."""
    assert main(["rule", "said-twice", "-f", "csv"]) == 2
    assert "there are text, json" in capsys.readouterr().err
