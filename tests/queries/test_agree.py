"""When two lines say the same: days, numbers and words, with their bounds."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpart.model.lines import Bound, Event, Figure, Money, Status
from talentpart.queries.agree import agree, bounds, exactness
from talentpart.values import Amount, Day

BOUNDS = (None, "about", "rounded", "nearly", "at-least", "at-most")


def people(value: float, bound: str | None = None) -> Figure:
    """Give a figure of people trained."""
    return Figure(measure="trained", value=value, bound=cast("Bound | None", bound))


def start(text: str, bound: str | None = None) -> Event:
    """Give a start on a day."""
    return Event(type="start", date=Day.parse(text), bound=cast("Bound | None", bound))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (people(120), people(120), True),
        (people(120), people(60), False),
        (people(496, None), people(500, "about"), True),
        (people(440, None), people(500, "about"), False),
        (people(1_500_000, "rounded"), people(1_496_448.5), True),
        (people(410), people(400, "at-least"), True),
        (people(390), people(400, "at-least"), False),
        (people(41), people(50, "at-most"), True),
        (people(29), people(30, "nearly"), True),
        (people(31), people(30, "nearly"), False),
        (Figure(measure="trained", min=30, max=50), people(40), True),
        (Figure(measure="trained", percent=50), people(60), True),
        (start("2023-06"), start("2023-06-08"), True),
        (start("2023-06"), start("2023"), True),
        (start("2023-06"), start("2023-07"), False),
        (start("2022", "by"), start("2021-11"), True),
        (start("2022", "by"), start("2023-01"), False),
        (Status(value="running"), Status(value="ended"), False),
        (Money(amount=Amount.parse("EUR 3")), Money(amount=Amount.parse("USD 3")), False),
    ],
)
def test_agreement_is_symmetric_and_as_the_rules_say(one: Figure, other: Figure, *, same: bool) -> None:
    """Each pair agrees or not, whichever is asked first."""
    assert agree(one, other) is same
    assert agree(other, one) is same


@given(st.integers(0, 10**7), st.sampled_from(BOUNDS), st.integers(0, 10**7), st.sampled_from(BOUNDS))
def test_agreement_of_numbers_is_symmetric(a: int, first: str | None, b: int, second: str | None) -> None:
    """For any two figures the order of asking changes nothing, and each agrees with itself."""
    one, other = people(a, first), people(b, second)
    assert agree(one, other) == agree(other, one)
    assert agree(one, one)


@given(st.integers(0, 10**7), st.sampled_from(BOUNDS))
def test_bounds_hold_the_number_itself(value: int, bound: str | None) -> None:
    """A number lies within the bounds that it is read with, and an exact one stands before a bounded one."""
    low, high = bounds(people(value, bound))
    assert low is not None
    assert low <= value
    assert high is None or value <= high
    if bound is not None:
        assert exactness(people(value)) < exactness(people(value, bound))
