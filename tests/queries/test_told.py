"""As of a day: what is told, from when, and that a later day never tells less."""

import datetime as dt
import textwrap
from collections.abc import Callable, Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talentpart.model.dataset import Dataset
from talentpart.model.records import Partnership, Project
from talentpart.queries.told import as_of
from talentpart.values import Day

MakeDataset = Callable[[Mapping[str, str]], Dataset]
EGYPT = {
    "countries/egypt/partnership.yaml": textwrap.dedent("""
        country: "EG"
        source: page-new
        events:
          - {type: start, basis: planned, date: "2022", bound: by, source: page-old}
          - {type: roundtable, number: 1, date: "2023-06", outcomes: [launched]}
          - {type: roundtable, number: 2, date: "2024-10", outcomes: [sectors-agreed]}
        sectors:
          - {sector: ict, at: roundtable.2}
          - {sector: energy}
        missing:
          - {field: member_states, why: not-stated}
    """),
    "countries/egypt/roadmap.yaml": "partnership: egypt\nsource: page-new\n",
    "projects/pilot.yaml": "source: paper\nfigures:\n  - {measure: trained, value: 3}\n",
}


def test_events_are_told_once_they_have_passed(make_dataset: MakeDataset) -> None:
    """An event of June is told from the end of June, a planned one from the day of its source."""
    dataset = make_dataset(EGYPT)
    for day, expected in (("2022-05", ["start"]), ("2023-06-29", ["start"]), ("2023-06", ["start", "roundtable"])):
        record = as_of(dataset, Day.parse(day)).find(Partnership, "egypt")
        assert record is not None
        assert [event.type for event in record.events] == expected


def test_sectors_wait_for_the_event_that_agreed_them(make_dataset: MakeDataset) -> None:
    """A sector agreed at a roundtable is told with it, one without an event from its source's day."""
    dataset = make_dataset(EGYPT)
    told = {}
    for day in ("2024-09", "2024-10", "2025-06"):
        record = as_of(dataset, Day.parse(day)).find(Partnership, "egypt")
        assert record is not None
        told[day] = [line.sector for line in record.sectors]
    assert told == {"2024-09": [], "2024-10": ["ict"], "2025-06": ["ict", "energy"]}


def test_what_is_left_out_is_counted(make_dataset: MakeDataset) -> None:
    """A view counts the lines it leaves out, and drops a record of which nothing can be told yet."""
    view = as_of(make_dataset(EGYPT), Day.parse("2024-01"))
    assert view.find(Project, "pilot") is None
    assert view.left_out == 4
    assert as_of(make_dataset(EGYPT), Day.parse("2026")).left_out == 0


def test_a_silence_is_told_with_its_source(make_dataset: MakeDataset) -> None:
    """What a page of 2025 does not state cannot be told in 2024."""
    dataset = make_dataset(EGYPT)
    for day, count in (("2024-01", 0), ("2025-06", 1)):
        record = as_of(dataset, Day.parse(day)).find(Partnership, "egypt")
        assert record is not None
        assert len(record.missing) == count


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.dates(dt.date(2020, 1, 1), dt.date(2026, 12, 31)), st.integers(0, 800))
def test_a_later_day_never_tells_fewer_events(make_dataset: MakeDataset, first: dt.date, more: int) -> None:
    """Whatever two days, the later one tells every event of the earlier."""
    dataset = make_dataset(EGYPT)
    later = first + dt.timedelta(days=more)
    counts = []
    for day in (first, later):
        record = as_of(dataset, Day.parse(day.isoformat())).find(Partnership, "egypt")
        counts.append(set(map(id, record.events)) if record else set())
    assert counts[0] <= counts[1]
