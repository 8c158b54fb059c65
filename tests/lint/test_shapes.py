"""Shapes of codes and identifiers: what fits, what was likely meant, and patterns that are never tried."""

from pathlib import Path

import pytest

from talentpart.lint.shapes import CLASSIFICATIONS, compiled, fits, has_version, nearest_form, versions
from talentpart.model.load import open_dataset

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    ("scheme", "code"),
    [("nace-2", "45.2"), ("nace-2", "U"), ("nace-2.1", "V"), ("nace-2.1", "35.12"), ("nace-2", "01"),
     ("isco-08", "0"), ("isco-08", "8332"), ("isco-08", "941"), ("dac", "113"), ("dac", "11330")],
)  # fmt: skip
def test_codes_of_a_scheme_fit(scheme: str, code: str) -> None:
    """Sections, divisions, groups and classes of the standards have their shapes."""
    shape = compiled(CLASSIFICATIONS[scheme][0])
    assert shape is not None
    assert fits(shape, code)


@pytest.mark.parametrize(
    ("scheme", "code", "meant"),
    [("nace-2", "49,41", "49.41"), ("nace-2.1", "4941", "49.41"), ("nace-2", "F49", "49"), ("nace-2", "f", "F"),
     ("nace-2", "1", "01"), ("nace-2.1", "45", ""), ("nace-2", "34", ""), ("isco-08", "83.32", "8332"),
     ("isco-08", "ISCO 8332", "8332"), ("isco-08", "99", ""), ("dac", "33 210", "33210"), ("dac", "1133", "")],
)  # fmt: skip
def test_codes_that_do_not_fit(scheme: str, code: str, meant: str) -> None:
    """The nearest right form is named where there is one; a division that the version lacks has none."""
    shape = compiled(CLASSIFICATIONS[scheme][0])
    assert shape is not None
    assert not fits(shape, code)
    assert nearest_form(shape, code) == meant


@pytest.mark.parametrize(
    ("scheme", "written", "meant"),
    [("celex", "CELEX:52022DC0657", "52022DC0657"), ("com", "COM(2022)657 final", "COM(2022) 657"),
     ("com", "com/2022/657", "COM(2022) 657"), ("procedure", "COD/2023/404", "2023/0404(COD)"),
     ("enabel", "bel 180741t", "BEL180741T")],
)  # fmt: skip
def test_patterns_of_the_real_schemes(scheme: str, written: str, meant: str) -> None:
    """The usual miswritings of identifiers lead to the form of the real codelist."""
    pattern = open_dataset(DATA, "data").codes("identifier-schemes")[scheme].pattern
    shape = compiled(pattern or "")
    assert shape is not None
    assert fits(shape, meant)
    assert nearest_form(shape, written) == meant


@pytest.mark.parametrize(
    "pattern", ["(a+)+", "(a|b)*c", "(", "a" * 300, "a*b*c*d*e", "[0-9]{99999999999999999999}", "(?:x){2,}"]
)
def test_a_pattern_that_might_take_long_is_not_taken(pattern: str) -> None:
    """Whoever writes a codelist cannot make lint hang: groups never recur, and few repetitions are open."""
    assert compiled(pattern) is None


def test_a_bracket_that_is_only_a_sign_is_no_group() -> None:
    """What stands in brackets or behind a backslash means itself."""
    assert compiled("COM[(][0-9]{4}[)] [0-9]+") is not None
    assert compiled(r"COM\([0-9]{4}\) [0-9]+") is not None


def test_schemes_and_their_versions() -> None:
    """A family without a version may mean each of its versions; one written otherwise means one."""
    assert versions("nace") == ("nace-2", "nace-2.1")
    assert versions("nace-rev-2") == ("nace-2",)
    assert versions("isco-2008") == versions("isco08") == ("isco-08",)
    assert versions("nace-2.1") == ()
    assert has_version("dac")
    assert not has_version("esco")
