"""Which sectors lie in which, and which places are Member States or lie in one."""

from collections.abc import Callable, Mapping

from talentpart.model.dataset import Dataset
from talentpart.queries.scope import is_member_state
from talentpart.queries.sectors import narrower, wider
from talentpart.queries.subjects import Subject, subject

MakeDataset = Callable[[Mapping[str, str]], Dataset]
SECTORS = (
    "label: Sectors\nitems:\n  - {code: industry, label: industry}\n"
    "  - {code: metal, label: metal, parent: industry}\n  - {code: welding, label: welding, parent: metal}\n"
)
PLACES = (
    "label: Places\nitems:\n  - {code: eu-member-states, label: EU, dimension: region}\n"
    '  - {code: "BE", label: Belgium, parent: eu-member-states, dimension: country}\n'
    '  - {code: flanders, label: Flanders, parent: "BE", dimension: part}\n'
    '  - {code: "EG", label: Egypt, dimension: country}\n'
)


def test_sectors_lie_in_wider_ones_at_any_depth(make_dataset: MakeDataset) -> None:
    """Wider ones come nearest first, the sector itself before them; narrower ones stand without it."""
    dataset = make_dataset({"codelists/sectors.yaml": SECTORS})
    assert wider(dataset, "welding") == ("welding", "metal", "industry")
    assert narrower(dataset, "industry") == ("metal", "welding")
    assert wider(dataset, "unknown") == ("unknown",)


def test_a_part_of_a_member_state_stands_for_it(make_dataset: MakeDataset) -> None:
    """Belgium and Flanders name the same Member State; Egypt is a country, the region itself no state."""
    dataset = make_dataset({"codelists/places.yaml": PLACES})
    assert subject(dataset, "flanders") == subject(dataset, "BE") == Subject("member-state", "BE")
    assert subject(dataset, "egypt") == Subject("country", "EG")
    assert not is_member_state(dataset, "eu-member-states")
