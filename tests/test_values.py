"""Days and amounts: what they read, refuse and print."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpart.values import Amount, Day


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision", "printed"),
    [
        ("2023", "2023-01-01", "2023-12-31", "year", "2023"),
        ("2023-06", "2023-06-01", "2023-06-30", "month", "June 2023"),
        ("2024-02", "2024-02-01", "2024-02-29", "month", "February 2024"),
        ("2022-07-08", "2022-07-08", "2022-07-08", "day", "8 July 2022"),
        ("2024-H2", "2024-07-01", "2024-12-31", "half", "second half of 2024"),
        ("2024-Q3", "2024-07-01", "2024-09-30", "quarter", "third quarter of 2024"),
        ("2021/2027", "2021-01-01", "2027-12-31", "stretch", "2021 to 2027"),
        ("2024-03-04/2024-03-05", "2024-03-04", "2024-03-05", "stretch", "4 March 2024 to 5 March 2024"),
    ],
)
def test_day_keeps_its_precision(text: str, earliest: str, latest: str, precision: str, printed: str) -> None:
    """A day knows its bounds and precision, and prints no more than was written."""
    day = Day.parse(text)
    assert (day.earliest, day.latest, day.precision, str(day)) == (earliest, latest, precision, printed)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024-13-45", "no month 13"),
        ("2023-02-29", "no day 29 in February 2023"),
        ("0000-00-00", "no year 0000"),
        ("2024-H3", "no half H3"),
        ("2024-Q5", "no quarter Q5"),
        ("2024-06/2024-05", "'2024-06/2024-05' ends before it starts"),
        ("06/2024", "'06' is no day; write YYYY, YYYY-MM, YYYY-MM-DD, YYYY-H1, YYYY-Q1 or two of them with /"),
        ("2021/2022/2023", "is no day"),
        ("2024-06-08\n", "is no day"),
        ("\u0662\u0660\u0662\u0664", "is no day"),
    ],
)
def test_day_refuses_with_a_sentence(text: str, message: str) -> None:
    """A day that is none is refused with a sentence that names what is wrong."""
    with pytest.raises(ValueError, match=r".") as caught:
        Day.parse(text)
    assert message in str(caught.value)


@given(st.dates(), st.dates())
def test_days_order_with_their_bounds(one: object, other: object) -> None:
    """A day lies within its month and year, and a stretch of two days within itself only in the right order."""
    first, second = Day.parse(str(one)), Day.parse(str(other))
    month, year = Day.parse(first.text[:7]), Day.parse(first.text[:4])
    assert first.within(month)
    assert month.within(year)
    assert first.within(second) == (first == second)
    if first.text <= second.text:
        assert first.within(Day.parse(f"{first.text}/{second.text}"))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("EUR 3000000", "EUR 3 million"),
        ("EUR 17600000", "EUR 17.6 million"),
        ("EUR 20000000", "EUR 20 million"),
        ("EUR 4200000000", "EUR 4.2 billion"),
        ("EUR 79462000000", "EUR 79,462 million"),
        ("EUR 81000000000", "EUR 81 billion"),
        ("EUR 1496448.50", "EUR 1,496,448.50"),
        ("USD 750", "USD 750"),
    ],
)
def test_amount_prints_all_it_knows(text: str, printed: str) -> None:
    """An amount prints as people write it and loses no digit."""
    amount = Amount.parse(text)
    assert str(amount) == printed
    assert amount.written == text


@pytest.mark.parametrize("text", ["3000000", "EUR 3,000,000", "EUR 3M", "eur 3", "EUR  3", "EUR 3.", "EUR 1e6"])
def test_amount_refuses_other_forms(text: str) -> None:
    """An amount is a currency, one space and plain digits; everything else is refused."""
    with pytest.raises(ValueError, match="is no amount; write a currency, a space and plain digits"):
        Amount.parse(text)


@given(st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False))
def test_amount_survives_writing(number: Decimal) -> None:
    """What an amount writes, it reads back as the same amount."""
    amount = Amount("EUR", number)
    assert Amount.parse(amount.written) == amount
