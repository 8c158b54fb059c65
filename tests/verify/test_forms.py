"""The forms in which values are printed, and that each stands alone where it is found."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from talentpart.values import Amount, Day
from talentpart.verify.find import GAP, found
from talentpart.verify.forms import Ordinal, Percent, Printed, Span, forms, in_words


def printed(value: Printed, text: str) -> bool:
    """Tell whether a value stands in a text in one of its forms."""
    return bool(found(text, forms(value)))


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2023-06", "met in June 2023 where"),
        ("2023-06", "met on 8 June 2023"),
        ("2023-06", "met on 08.06.2023"),
        ("2023-06", "met on June 8, 2023"),
        ("2023-06", "in 06/2023."),
        ("2022-07-08", "Morocco (8 July 2022)"),
        ("2022-07-08", "the 8th of July 2022"),
        ("2022-07-08", "July 8th, 2022"),
        ("2023-03-16", "16 MARCH 2023"),
        ("2019-01-01", "started on 01.01.2019. Then"),
        ("2019-01-01", "started on 2019-01-01"),
        ("2024-H2", "launched in the second half of 2024 and"),
        ("2024-H2", "H2 2024"),
        ("2024-Q3", "in the third quarter of 2024"),
        ("2022", "to start by end of 2022."),
        ("2019-05", "signed at the end of May 2019,"),
        ("2017/2019", "during 2017-2019."),
        ("2017/2019", "from 2017 to 2019"),
        ("2021/2027", "the years 2021-27"),
        ("2024-03-04/2024-03-05", "on 4-5 March 2024"),
        ("2024-03-04/2024-03-05", "on 4 and 5 March 2024"),
        ("2024-03-31/2024-04-01", "from 31 March to 1 April 2024"),
        ("2024-03/2024-05", "March to May 2024"),
    ],
)
def test_a_day_is_found_as_people_print_it(day: str, text: str) -> None:
    """Months, days, halves, quarters, years and stretches each have their forms."""
    assert printed(Day.parse(day), text)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2023-06", "June 2024"),
        ("2023-06", "July 2023"),
        ("2022-07-08", "18 July 2022"),
        ("2022-07-08", "8 July 2023"),
        ("2022-07-08", "July 2022"),
        ("2022-07-08", "07/08/2022"),
        ("2024-H2", "first half of 2024"),
        ("2024-H2", "July 2024"),
        ("2020", "COM(2020) 241"),
        ("2017", "during 2017-2019"),
        ("2017/2019", "2017 and then 2019"),
        ("2024-03-04/2024-03-05", "on 14-5 March 2024"),
    ],
)
def test_a_day_is_not_found_in_another_nor_more_exactly_than_it_is_printed(day: str, text: str) -> None:
    """Another month is no month of this one, and a half-year is no month."""
    assert not printed(Day.parse(day), text)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("EUR 3000000", "worth EUR 3 million was"),
        ("EUR 3000000", "worth 3 million euros"),
        ("EUR 3000000", "€3m"),
        ("EUR 3000000", "EUR\u00a03\u00a0000\u00a0000"),
        ("EUR 330000000", "€330 million in profits"),
        ("EUR 17600000", "17.6 million EUR"),
        ("EUR 17600000", "17,6 million euros"),
        ("EUR 1496448.50", "1,496,448.50"),
        ("EUR 1496448.50", "EUR 1.496.448,50"),
        ("EUR 1496448.50", "€ 1496448.5"),
        ("EUR 1200000000", "EUR 1.2 billion"),
        ("EUR 250000", "EUR 250,000"),
    ],
)
def test_an_amount_is_found_as_people_print_it(amount: str, text: str) -> None:
    """In full with any sign between the thousands, or in millions, before or after its currency."""
    assert printed(Amount.parse(amount), text)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("EUR 3000000", "EUR 30 million"),
        ("EUR 3000000", "EUR 3.5 million"),
        ("EUR 3000000", "EUR 3 billion"),
        ("EUR 3000000", "USD 3 million"),
        ("EUR 3000000", "3 million people"),
        ("EUR 3", "EUR 3 million"),
        ("EUR 30000", "USD 30,000"),
        ("EUR 30000", "30,000 $"),
        ("EUR 1496448.50", "EUR 1,496,448.51"),
        ("EUR 1000000", "EUR 11,000,000"),
    ],
)
def test_an_amount_is_not_found_in_another(amount: str, text: str) -> None:
    """Neither in a larger number, nor in another currency, nor in a count of something else."""
    assert not printed(Amount.parse(amount), text)


@pytest.mark.parametrize("text", ["120 ICT experts", "(120)", "120, of whom", "about 120.", "partners.120 people"])
def test_a_count_is_found_where_it_stands_alone(text: str) -> None:
    """Signs beside a number are no part of it."""
    assert printed(Decimal(120), text)


@pytest.mark.parametrize(
    "text",
    ["1200", "1,120", "1 120 people", "120,5", "120.5", "120 000", "120 million", "120 %", "€120", "COVID-120",
     "120-130", "P120", "120th", "1/120", "120 EUR"],
)  # fmt: skip
def test_a_count_is_not_found_in_something_else(text: str) -> None:
    """A piece of a longer number, money, a share, an ordinal, a span or a code is no count."""
    assert not printed(Decimal(120), text)


def test_a_day_of_a_month_is_no_count() -> None:
    """The 4 of 4 November counts nothing."""
    assert not printed(Decimal(4), "launched on 4 November 2022")
    assert printed(Decimal(4), "4 pilots")


def test_shares_spans_and_ordinals_have_their_forms() -> None:
    """Half is fifty percent, months may be printed as years, and words may stand between an ordinal and its thing."""
    assert printed(Percent(Decimal("94.99")), "pays 94.99% of it")
    assert printed(Percent(Decimal(50)), "approximately half of them")
    assert not printed(Percent(Decimal(5)), "15 %")
    assert printed(Span(Decimal(12), Decimal(24), "months"), "for 1-2 years")
    assert printed(Span(Decimal(36), Decimal(60), "months"), "Three-to-five years")
    assert not printed(Span(Decimal(12), Decimal(24), "people"), "for 1-2 years")
    assert printed(Ordinal(2, "roundtable"), "During the second Talent Partnership Roundtable in")
    assert printed(Ordinal(2, "roundtable"), "the 2nd Roundtable")
    assert not printed(Ordinal(2, "roundtable"), "the second. A roundtable")
    assert (in_words(Decimal(5)), in_words(Decimal("5.5"))) == (("five",), ())


YEARS = st.integers(2000, 2049)
DAYS = st.one_of(
    YEARS.map(str),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds("{0[0]}/{0[1]}".format, st.tuples(YEARS, YEARS).filter(lambda pair: pair[0] < pair[1])),
).map(Day.parse)
NUMBERS = (
    st.decimals(1, 2_000_000_000, places=0) | st.decimals(1, 100_000, places=2) | st.integers(1, 3_000).map(Decimal)
)
AMOUNTS = st.builds(Amount, st.sampled_from(["EUR", "USD", "GBP", "TND"]), NUMBERS)
PERCENTS = st.builds(Percent, st.decimals(1, 100, places=2) | st.integers(1, 100).map(Decimal))
ORDINALS = st.builds(Ordinal, st.integers(1, 40), st.just("roundtable"))
VALUES = st.one_of(DAYS, NUMBERS, AMOUNTS, PERCENTS, ORDINALS)


def sentence(form: str) -> str:
    """Print a form in a sentence, with words where some may stand between."""
    return f"It is said that {form.replace(GAP, ' Talent Partnership ')} was meant."


@given(value=VALUES, data=st.data())
def test_a_value_printed_in_one_of_its_forms_is_found_once(value: Printed, data: st.DataObject) -> None:
    """Whatever form is printed, it is found, as one occurrence."""
    text = sentence(data.draw(st.sampled_from(forms(value))))
    assert len(found(text, forms(value))) == 1


@given(
    pair=st.one_of(*(st.tuples(each, each) for each in (DAYS, NUMBERS, AMOUNTS, PERCENTS, ORDINALS))), data=st.data()
)
def test_another_value_is_not_found(pair: tuple[Printed, Printed], data: st.DataObject) -> None:
    """A value is not found where another of its kind (and a day of its precision) is printed."""
    value, other = pair
    assume(value != other)
    if isinstance(value, Day) and isinstance(other, Day):
        assume(value.precision == other.precision)
    # A long number without its currency may be of any.
    named = [
        form
        for form in forms(other)
        if not isinstance(other, Amount) or not form[0].isdigit() or not form[-1].isdigit()
    ]
    assert not found(sentence(data.draw(st.sampled_from(named))), forms(value))
