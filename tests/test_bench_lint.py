"""The benchmark of lint: what it generates is clean, and its table says what is kept and what is missed."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from talentpart.lint.rule import choose
from talentpart.lint.runner import Wanted, lint
from talentpart.values import Day

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """Give the benchmark as a module."""
    import sys

    spec = spec_from_file_location("bench_lint", ROOT / "benchmarks" / "lint.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # Where dataclasses look up the names in annotations.
    spec.loader.exec_module(module)
    return module


def test_what_is_generated_is_clean(bench: ModuleType, tmp_path: Path) -> None:
    """Three copies of a project, with sources and organisations of their own, bring no finding."""
    target = tmp_path / "data"
    bench.grow(ROOT / "data", target, 3)
    made = {path.relative_to(target).as_posix() for path in target.rglob("*.yaml")}
    made -= {path.relative_to(ROOT / "data").as_posix() for path in (ROOT / "data").rglob("*.yaml")}
    assert {"projects/palim-0.yaml", "projects/palim-2.yaml", "sources/icmpd-brief-crossroads-0.yaml"} <= made
    outcome = lint(target, "the benchmark", Day.parse("2026-11-24"), Wanted(choose()))
    assert [each for each in outcome.findings if outcome.names[each.location.path] in made] == []


def test_each_record_is_its_own(bench: ModuleType, tmp_path: Path) -> None:
    """No two copies say the same, and the second group rests on other sources than the first."""
    bench.grow(ROOT / "data", tmp_path / "data", bench.GROUP + 1)
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "data" / "projects").glob("palim-*.yaml")]
    assert len(set(texts)) == bench.GROUP + 1
    assert sum("icmpd-brief-crossroads-1#" in text for text in texts) == 1


def test_the_table(bench: ModuleType) -> None:
    """It gives medians and memory by size, each aim beside what was measured, and a dash for what was not."""
    times = {
        ("talentpart lint", 1000): [1.2, 1.0, 0.9], ("talentpart lint", 10000): [8.0], ("ajv", 1000): [1.1],
        ("ajv", 10000): [3.0],
    }  # fmt: skip
    assert (
        "\n".join(bench.table(times, {1000: 90.4, 10000: 240}))
        == """\
                                                 1,000    10,000
talentpart lint, seconds                          1.00      8.00
ajv, seconds                                      1.10      3.00
talentpart lint, MB at most                         90       240

                                                 aim  measured
check-jsonschema at 10,000, times lint            20         -  not measured
lint at 1,000, times ajv                           1      0.91  ok
lint at 10,000, times ajv                        2.5      2.67  MISSED
memory of lint at 10,000, MB                     300    240.00  ok
lint at 10,000, times lint at 1,000               11      8.00  ok"""
    )
