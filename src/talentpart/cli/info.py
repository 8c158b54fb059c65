"""`talentpart info`: which dataset, its version and day, what it holds, its licence, and how to cite it."""

from typing import TYPE_CHECKING

from talentpart.cli.options import Shared

if TYPE_CHECKING:
    from talentpart.model.dataset import Dataset
    from talentpart.page import Plain
    from talentpart.values import Day


def info(shared: Shared) -> None:
    """Print which dataset answers, its day, counts and licence."""
    from talentpart.cli.options import open_data
    from talentpart.cli.output import answer, origin
    from talentpart.page import Fact, Facts, Page, Section

    dataset, day = open_data(shared)
    data = _facts(dataset, day)
    counts = data["records"]
    held = tuple(Fact(kind, kind, str(count)) for kind, count in counts.items()) if isinstance(counts, dict) else ()
    plain = tuple(
        Fact(name, name.replace("_", " "), "; ".join(value) if isinstance(value, list) else str(value))
        for name, value in data.items()
        if not isinstance(value, dict)
    )
    sections = (
        Section("dataset", "DATASET", (Facts("dataset", plain),)),
        Section("records", "RECORDS", (Facts("records", held),)),
    )
    answer(Page("record", "info", "TALENTPART", day, origin(dataset), sections, record=data), shared)


def _facts(dataset: "Dataset", day: "Day") -> "dict[str, Plain]":
    from talentpart import __version__, tables

    about = dataset.about
    counts: dict[str, int] = {}
    for entry in dataset.entries.values():
        counts[entry.record.record_kind] = counts.get(entry.record.record_kind, 0) + 1
    conflicts = tables.rows(dataset, "conflicts", day)
    settled = conflicts.columns.index("settled")
    return {
        "title": about.title,
        "version": about.version,
        "day": about.day.text,
        "where": dataset.where,
        "sha256": dataset.sha256,
        "program": __version__,
        "claims": len(tables.rows(dataset, "claims", day).rows),
        "sources": counts.get("source", 0),
        "open_conflicts": sum(1 for row in conflicts.rows if row[settled] == "open"),
        "gaps": len(tables.rows(dataset, "gaps", day).rows),
        "licence": about.licence,
        "maintainers": [f"{each.name}, {each.contact}" for each in about.maintainers],
        "cite": about.cite,
        "records": dict(sorted(counts.items())),
    }
