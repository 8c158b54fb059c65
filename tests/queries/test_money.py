"""Money added up honestly: totals, payers, rivals, parents, currencies."""

import textwrap
from collections.abc import Callable, Mapping
from decimal import Decimal

from talentpart.model.dataset import Dataset
from talentpart.model.records import Project
from talentpart.queries.money import Total, add, parents_speak, planned_beside, total

MakeDataset = Callable[[Mapping[str, str]], Dataset]


def found(make: MakeDataset, text: str, country: str = "") -> Total | None:
    """Give the figure of a project written as a text."""
    dataset = make({"projects/pilot.yaml": textwrap.dedent(text)})
    record = dataset.find(Project, "pilot")
    assert record is not None
    return total(dataset, record, country)


def test_rival_totals_stay_a_range(make_dataset: MakeDataset) -> None:
    """Two official totals that differ give a range, never one of them or their sum; an unclear one is out."""
    figure = found(
        make_dataset,
        """
        source: paper
        corridors: {origin: ["EG", "MA"], destination: "DE"}
        money:
          - {amount: EUR 25000000}
          - {amount: EUR 30000000, source: page-new}
          - {amount: EUR 17600000, scope: unclear, source: news}
        """,
        "EG",
    )
    assert figure is not None
    assert (figure.low, figure.high, figure.alone, figure.summed) == (
        Decimal(25000000),
        Decimal(30000000),
        False,
        False,
    )


def test_payers_together_are_at_least(make_dataset: MakeDataset) -> None:
    """Where no total is stated the payers' amounts are added and have no upper end."""
    figure = found(
        make_dataset,
        """
        source: paper
        corridors: {origin: "EG", destination: "DE"}
        money:
          - {payer: eu, amount: EUR 2000000}
          - {payer: italy, amount: EUR 1000000}
        """,
        "EG",
    )
    assert figure is not None
    assert (figure.low, figure.high, figure.alone, figure.summed) == (Decimal(3000000), None, True, True)


def test_an_unknown_amount_is_no_zero(make_dataset: MakeDataset) -> None:
    """A project of which only the payer is known has no figure at all."""
    assert found(make_dataset, "source: paper\nmoney: {payer: eu}\n", "EG") is None


def test_a_country_share_is_its_own(make_dataset: MakeDataset) -> None:
    """An amount limited to a country is that country's alone, and no other's."""
    text = """
        source: paper
        corridors: {origin: ["EG", "MA"], destination: "DE"}
        money:
          - {amount: EUR 1000000, origin: "EG"}
        """
    figure = found(make_dataset, text, "EG")
    assert figure is not None
    assert figure.alone
    assert found(make_dataset, text, "MA") is None


def test_currencies_are_never_added(make_dataset: MakeDataset) -> None:
    """Sums stand apart by currency, each at the unit of its coarsest part."""
    euro = found(make_dataset, "source: paper\nmoney: {amount: EUR 1250000}\n")
    dollar = found(make_dataset, "source: paper\nmoney: {amount: USD 3000000}\n")
    assert euro is not None
    assert dollar is not None
    sums = add([euro, euro, dollar])
    assert sums["EUR"] == (Decimal(2500000), Decimal(2500000), Decimal(10000))
    assert sums["USD"] == (Decimal(3000000), Decimal(3000000), Decimal(1000000))


def test_a_parent_speaks_for_its_children(make_dataset: MakeDataset) -> None:
    """The money of a component, and of its components, stands inside a parent's that has a figure."""
    dataset = make_dataset(
        {
            "projects/whole.yaml": "source: paper\nmoney: {amount: EUR 5}\n",
            "projects/half.yaml": (
                "source: paper\nrelations: {relation: part-of, target: whole}\nmoney: {amount: EUR 2}\n"
            ),
            "projects/quarter.yaml": "source: paper\nrelations: {relation: part-of, target: half}\n",
        }
    )
    projects = dataset.all(Project)
    totals = {each.id: figure for each in projects if (figure := total(dataset, each)) is not None}
    assert parents_speak(projects, totals) == ("half", "quarter")
    assert parents_speak(projects, {}) == ()


def test_rival_values_are_known_as_exactly_as_the_finer(make_dataset: MakeDataset) -> None:
    """25 or 30 million are known to the million, since one of them is; an upper bound alone to its own last digit."""
    rivals = """
    source: paper
    money:
      - {amount: EUR 25000000}
      - {amount: EUR 30000000, source: page-new}
    """
    most = """
    source: paper
    money: {amount: EUR 1500000, bound: at-most}
    """
    totals = [each for each in (found(make_dataset, rivals), found(make_dataset, most)) if each is not None]
    assert [add([each])["EUR"][2] for each in totals] == [Decimal(1000000), Decimal(100000)]


def test_what_is_planned_beside_a_sum_is_not_in_it(make_dataset: MakeDataset) -> None:
    """One payer gives two, another is planned to add one: the sum is at least two, and the one stands beside it."""
    figure = found(
        make_dataset,
        """
        source: paper
        money:
          - {payer: fund, amount: EUR 2000000}
          - {payer: fund, basis: planned, amount: EUR 5000000}
          - {payer: agency, basis: planned, amount: EUR 1000000}
          - {payer: agency, basis: planned, amount: EUR 9000000, scope: wider}
        """,
    )
    assert figure is not None
    assert (figure.low, figure.high) == (Decimal(2000000), None)
    assert [(line.payer, str(line.amount)) for line in planned_beside(figure)] == [("agency", "EUR 1 million")]
