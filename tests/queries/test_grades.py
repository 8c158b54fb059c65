"""How a figure may be used: by who says it, and whether sources differ on it or on the plan."""

from collections.abc import Callable, Mapping

from talentpart.model.dataset import Dataset
from talentpart.model.records import Project
from talentpart.queries.grades import grade

MakeDataset = Callable[[Mapping[str, str]], Dataset]
PLANS = "  - {measure: trained, basis: planned, value: 10, source: paper}\n"
OTHER = "  - {measure: trained, basis: planned, value: 20, source: page-new}\n"


def graded(make_dataset: MakeDataset, source: str, plans: str = "", *, differs: bool = False) -> str:
    """Give the grade of one reported figure of a project with some plans."""
    text = f"source: paper\nfigures:\n  - {{measure: trained, basis: actual, value: 5, source: {source}}}\n{plans}"
    dataset = make_dataset({"projects/one.yaml": text})
    record = dataset.find(Project, "one")
    assert record is not None
    lines = [line for line in record.figures if line.basis == "actual"]
    return grade(dataset, record, lines, differs=differs)


def test_a_firm_figure_is_said(make_dataset: MakeDataset) -> None:
    """An official source that no other contradicts can be said, whatever was planned."""
    assert graded(make_dataset, "paper") == "say"
    assert graded(make_dataset, "paper", PLANS + OTHER) == "say"


def test_a_weak_figure_is_said_with_its_source(make_dataset: MakeDataset) -> None:
    """The press alone is named, where plans do not differ."""
    assert graded(make_dataset, "news") == "with-source"
    assert graded(make_dataset, "news", PLANS) == "with-source"


def test_what_is_contested_is_kept_ready(make_dataset: MakeDataset) -> None:
    """Sources that differ on it, or on the plan beside which the press will put it, make it one for questions."""
    assert graded(make_dataset, "paper", differs=True) == "ready"
    assert graded(make_dataset, "news", PLANS + OTHER) == "ready"


def test_what_is_only_read_from_a_source_is_said_with_it(make_dataset: MakeDataset) -> None:
    """A firm source that only implies a figure is named beside it."""
    assert graded(make_dataset, "paper, certainty: implied") == "with-source"
