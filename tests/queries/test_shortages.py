"""Which occupations lie in a sector, by codes of ISCO-08 alone."""

from collections.abc import Callable, Mapping

import pytest

from talentpart.model.dataset import Dataset
from talentpart.queries.shortages import short_in

MakeDataset = Callable[[Mapping[str, str]], Dataset]
_SECTORS = (
    "label: Sectors\nitems:\n  - {code: works, label: works}\n"
    '  - {code: sea, label: sea, parent: works, mappings: [{scheme: isco-08, code: "62", match: %s, sure: %s}]}\n'
)
_OCCUPATIONS = (
    "label: Occupations\nitems:\n"
    '  - {code: fishers, label: fishers, mappings: [{scheme: isco-08, code: "%s", match: exact}]}\n'
)
_LIST = "source: paper\nnames: List\noccupations: [fishers]\n"


@pytest.mark.parametrize(
    ("match", "sure", "code", "found"),
    [
        ("close", "high", "6223", ["fishers"]), ("narrow", "medium", "62", ["fishers"]), ("close", "high", "6", []),
        ("related", "high", "6223", []), ("broad", "high", "6223", []), ("close", "low", "6223", []),
        ("close", "high", "7223", []),
    ],
)  # fmt: skip
def test_only_sure_codes_join(match: str, sure: str, code: str, found: list[str], make_dataset: MakeDataset) -> None:
    """An occupation lies in a sector when its code lies under one of the sector's, itself a sure and close match."""
    files = {
        "codelists/sectors.yaml": _SECTORS % (match, sure),
        "codelists/occupations.yaml": _OCCUPATIONS % code,
        "shortages/list.yaml": _LIST,
    }
    dataset = make_dataset(files)
    assert [each.code for each in short_in(dataset, "sea")] == found
    assert [each.code for each in short_in(dataset, "works")] == found
