"""Golden files: whole outputs kept beside the tests, rewritten with `pytest --update-golden`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A law holds or not, however slow the machine is; speed belongs to the benchmarks.
settings.register_profile("talentpart", deadline=None)
settings.load_profile("talentpart")
_FOLDER = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites the golden files instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files under tests/golden")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Give a function that holds a text against the golden file of that name (`render/blocks.csv`), byte by byte."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(name: str, text: str) -> None:
        path = _FOLDER / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            return
        if not path.exists():
            pytest.fail(f"there is no golden file '{name}'; write it with --update-golden")
        assert text == path.read_bytes().decode(), f"differs from tests/golden/{name}; rewrite it with --update-golden"

    return compare
