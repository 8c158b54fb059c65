"""The rows Y1 to Y22 and S1 to S4: YAML that other readers take for something else, or that ends them."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from talentpart.store.parse import Document, parse

Seen = list[tuple[int, int, str, str]]
See = Callable[[str | bytes], Seen]
Form = Callable[[str | bytes], Document]


def ambiguous(text: str, what: str) -> tuple[str, str]:
    """Give the rule and the sentence on a scalar that readers differ on."""
    return "ambiguous-scalar", f"{text} {what}: quote it"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("NO", "is a boolean to YAML 1.1 readers", id="Y1"),
        pytest.param("on", "is a boolean to YAML 1.1 readers", id="Y1-on"),
        pytest.param("yes", "is a boolean to YAML 1.1 readers", id="Y1-yes"),
        pytest.param("y", "is a boolean to YAML 1.1 readers", id="Y1-y"),
        pytest.param("True", "is a boolean to other YAML readers", id="Y1-True"),
        pytest.param("Null", "is nothing to other YAML readers", id="Y1-Null"),
        pytest.param("60:30", "is the number 3630 to YAML 1.1 readers", id="Y2"),
        pytest.param("12:30:45", "is the number 45045 to YAML 1.1 readers", id="Y2-long"),
        pytest.param("1:30.5", "is the number 90.5 to YAML 1.1 readers", id="Y2-broken"),
        pytest.param("010", "is the number 8 to YAML 1.1 readers and the number 10 to YAML 1.2 readers", id="Y3"),
        pytest.param(
            "0020", "is the number 16 to YAML 1.1 readers and the number 20 to YAML 1.2 readers", id="Y3-0020"
        ),
        pytest.param("0818", "is the number 818 to YAML 1.2 readers", id="Y3-0818"),
        pytest.param("0o17", "is the number 15 to YAML 1.2 readers", id="Y3-0o17"),
        pytest.param("0x1f", "is the number 31 to other YAML readers", id="Y3-0x1f"),
        pytest.param("+5", "is the number 5 to other YAML readers", id="Y3-plus"),
        pytest.param("5e6", "is the number 5000000 to YAML 1.2 readers", id="Y4"),
        pytest.param("1.5e6", "is the number 1500000 to YAML 1.2 readers", id="Y4-1.5e6"),
        pytest.param("1_000_000", "is the number 1000000 to YAML 1.1 readers", id="Y4-under"),
        pytest.param("2024-06-11", "is a date to YAML 1.1 readers", id="Y5"),
        pytest.param("2024-06-11 12:30:00", "is a date to YAML 1.1 readers", id="Y5-time"),
        pytest.param("2024-06", "looks like a day, and days are always quoted", id="Y5-month"),
        pytest.param("2024-H2", "looks like a day, and days are always quoted", id="Y5-half"),
        pytest.param("2024-03-04/2024-03-05", "looks like a day, and days are always quoted", id="Y5-stretch"),
        pytest.param("0b", "is a broken number to YAML 1.1 readers", id="Y7-0b"),
        pytest.param("0x_", "is a broken number to YAML 1.1 readers", id="Y7-0x_"),
        pytest.param("=", "is a default value to YAML 1.1 readers", id="Y11"),
        pytest.param("<<", "is a merge key to YAML 1.1 readers", id="Y11-merge"),
    ],
)
def test_a_scalar_that_readers_differ_on_stays_text_and_is_a_finding(form: Form, text: str, what: str) -> None:
    """Y1-Y5, Y7, Y11: the value is the text as written, and the finding says what another reader makes of it."""
    document = form(f"code: {text}\n")
    assert document.data == {"code": text}
    (finding,) = document.findings
    assert (finding.location.line, finding.location.column) == (1, 7)
    assert finding.location.end_column == 7 + len(text)
    assert (finding.rule, finding.message) == ambiguous(text, what)
    assert finding.hint == f'write "{text}"'


@pytest.mark.parametrize("text", ["1,000,000", "3 000 000", "5M", "EUR 5", "2019 report", "-x", "1.2.3", "e5", "07:30"])
def test_what_every_reader_takes_for_text_is_fine(form: Form, text: str) -> None:
    """Y4: text that only looks like a number is text to all, and none of our business before the schema."""
    document = form(f"code: {text}\n")
    assert (document.data, document.findings) == ({"code": text}, [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("2024", 2024),
        ("-3", -3),
        ("0.5", 0.5),
        ("3.10", 3.1),
        ('"3.10"', "3.10"),
        ("'no'", "no"),
        ("999999999999999", 999999999999999),
    ],
)
def test_the_json_part_of_yaml_is_read(form: Form, text: str, value: object) -> None:
    """Only true, false, null and plain decimal numbers are anything else than text."""
    document = form(f"code: {text}".rstrip() + "\n")
    assert document.data is not None
    assert (document.data["code"], type(document.data["code"])) == (value, type(value))
    assert document.findings == []


@pytest.mark.parametrize("text", ["2024-13-45", "0000-00-00", "2024-02-30"])
def test_a_day_that_does_not_exist_is_left_to_the_schema(form: Form, text: str) -> None:
    """Y6: other readers stop with an error; here it is text, of which the schema says what is wrong."""
    document = form(f"date: {text}\n")
    assert (document.data, document.findings) == ({"date": text}, [])


def test_a_number_of_five_thousand_digits_is_never_converted(form: Form) -> None:
    """Y7: a number longer than fifteen digits stays text, and the finding does not print it whole."""
    document = form("code: " + "9" * 5000 + "\n")
    assert document.data == {"code": "9" * 5000}
    (finding,) = document.findings
    many = "is a number of 5000 digits, which not every reader keeps whole"
    assert (finding.rule, finding.message) == ambiguous("9" * 24 + "...", many)


@pytest.mark.parametrize(
    ("text", "line", "column", "key", "first"),
    [
        pytest.param("a: 1\nb:\n  x: 1\n  z: 2\n  x: 3\n", 5, 3, "x", 3, id="nested"),
        pytest.param('1: a\n"1": b\n', 2, 1, "1", 1, id="number-and-text"),
        pytest.param("b: {x: 1, x: {z: 2}}\n", 1, 11, "x", 1, id="braces"),
        pytest.param("Co\u0302te: 1\nC\u00f4te: 2\n", 2, 1, "C\u00f4te", 1, id="Y9"),
    ],
)
def test_a_key_that_stands_twice_names_both_lines(
    seen: See, text: str, line: int, column: int, key: str, first: int
) -> None:
    """Y8, Y9: the second key is one finding, alike after normalisation too; the first value stays."""
    message = f"'{key}' stands twice here, in line {first} and in line {line}"
    assert seen(text) == [(line, column, "duplicate-key", message)]


def test_the_place_of_the_first_of_two_keys_is_told(form: Form) -> None:
    """Y8: the finding carries the place of the first key, and the first value is the one that counts."""
    document = form("a: 1\nb: 2\na: 3\n")
    assert document.data == {"a": 1, "b": 2}
    assert [str(each.location) for each in document.findings[0].related] == ["data/projects/x.yaml:1:1"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("true: a\n1: b\n", [(1, 1, "true"), (2, 1, "1")]),
        ("a: 1\n? [x]\n: b\n", [(2, 3, "a list")]),
        ("{a: b}: c\n", [(1, 1, "a group of fields")]),
        ("~: c\n", [(1, 1, "nothing")]),
    ],
)
def test_a_key_that_is_no_text_is_a_finding(seen: See, text: str, found: list[tuple[int, int, str]]) -> None:
    """Y8, Y10: the names of fields are text, and two that only Python takes for one do not collide."""
    told = [
        (line, column, "key-not-text", f"the name of a field is text, and {what} is none")
        for line, column, what in found
    ]
    assert seen(text) == told


@pytest.mark.parametrize("tag", ["!!python/object:os.system", "!secret", "!!set", "!!binary", "!!omap", "!", "!e!x"])
def test_a_tag_constructs_nothing(form: Form, tag: str) -> None:
    """Y12: the file is not read, and the finding stands at the first character of the tag."""
    document = form(f"a: 1\nb: {tag} x\n")
    assert document.data is None
    (finding,) = document.findings
    assert (str(finding.location), finding.rule) == ("data/projects/x.yaml:2:4", "tag")
    assert finding.message == "this is a tag, and records hold none"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\n---\nb: 2\n", 2, "a file holds one record, and a second document starts here"),
        ("---\n---\na: 1\n", 2, "a file holds one record, and a second document starts here"),
        ("a: 1\n...\n", 2, "a file holds one record, and '...' ends a document"),
    ],
)
def test_a_file_holds_one_document(seen: See, text: str, line: int, message: str) -> None:
    """Y13: readers differ on which of several documents counts, so none does."""
    assert seen(text) == [(line, 1, "several-documents", message)]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 0, "no record"),
        ("# only a comment\n", 0, "no record"),
        ("hello\n", 1, "no record"),
        ("- a\n", 1, "a list, not a record"),
    ],
)
def test_a_file_without_fields_holds_no_record(seen: See, text: str, line: int, what: str) -> None:
    """Y14: a file that is empty, all comment, one word or a list is said to hold no record."""
    message = f"file holds {what}; a record starts with the name of a field"
    assert seen(text) == [(line, line, "no-record", message)]


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        pytest.param(
            "title: Talent Partnership: Egypt\n",
            *(1, 26, "a second ': ' stands in one value", "quote text that contains ': '"),
            id="Y15",
        ),
        pytest.param("a:\n\tb: 1\n", 2, 1, "a tab stands in the indentation", "indent with blanks", id="Y16"),
        pytest.param('a: "\\ud800"\n', 1, 4, "half a surrogate pair is no character", "", id="Y19"),
        pytest.param(
            "a: b\n  c: d\n",
            *(2, 4, "this line is a field inside a value", "indent it like the fields above, or quote the text"),
            id="indented",
        ),
        pytest.param(
            'a: "x\nb: c\n',
            *(1, 4, "this quotation mark is never closed", "close it, or put the text in other quotes"),
            id="open-quote",
        ),
        pytest.param("a: @x\n", 1, 4, "a value cannot start with '@'", "quote the text", id="at"),
        pytest.param(
            "a: [x\nb: c\n",
            *(1, 4, "this '[' is not closed before line 2", "close it with ']'"),
            id="open-bracket",
        ),
        pytest.param(
            'a: "b" c\n',
            *(1, 8, "text goes on behind the quotation mark that closes it"),
            "put the whole text in quotes of the other kind",
            id="after-quote",
        ),
        pytest.param(
            'a: "\\q"\n',
            1,
            6,
            "there is no such escape in double quotes",
            "write the text in single quotes",
            id="escape",
        ),
        *(
            pytest.param(text, *place, message, hint, id=message)
            for text, place, message, hint in (
                (
                    " a: b\nc: d\n",
                    (2, 1),
                    "this stands outside the record that begins above",
                    "begin every field of a record at the start of its line, or quote the text",
                ),
                (
                    "a: - b\n",
                    (1, 4),
                    "no item of a list can begin here",
                    "put it on a line of its own, or quote text that starts with '- '",
                ),
                ("a: ? b\n", (1, 4), "no value can begin with '?' here", "quote the text"),
                (
                    "a: >- x\n",
                    (1, 7),
                    "nothing may stand behind the sign for text on several lines",
                    "begin the text on the next line, or quote it",
                ),
                ("a: b\n%c: d\n", (2, 1), "a line cannot begin with '%'", "quote the text"),
                ('a: "\\x1"\n', (1, 7), "an escape in double quotes is cut short", "write the text in single quotes"),
                (
                    "a: 'b\n---\nc'\n",
                    (1, 4),
                    "this quotation mark is not closed before '---' or '...'",
                    "close it, or put the text in other quotes",
                ),
                (
                    "a: [b,, c]\n",
                    (1, 7),
                    "a value should stand here, and ',' does",
                    "quote the text, or take the sign out",
                ),
                (
                    "a: [b,\n",
                    (2, 1),
                    "the file ends where a value should stand",
                    "close the bracket, or quote the text above",
                ),
            )
        ),
        pytest.param(
            "a: {x: who?, y: 1}\n", 1, 11, "a '?' stands in plain text between brackets", "quote the text", id="?"
        ),
    ],
)
def test_what_is_no_yaml_is_said_in_plain_words(
    form: Form, text: str, line: int, column: int, message: str, hint: str
) -> None:
    """Y15, Y16, Y19: one finding at the character that is wrong, and how to mend it."""
    document = form(text)
    assert document.data is None
    (finding,) = document.findings
    place = finding.location
    assert (place.line, place.column, finding.rule, finding.message, finding.hint) == (
        line,
        column,
        "syntax",
        message,
        hint,
    )


@pytest.mark.parametrize(
    ("text", "line", "column", "name", "data"),
    [
        pytest.param(
            "title:\xa0foo\nb: c\n", 1, 7, "U+00A0 (no-break space)", {"title": "foo", "b": "c"}, id="Y16-nbsp"
        ),
        pytest.param("a: x\xa0y\n", 1, 5, "U+00A0 (no-break space)", {"a": "x y"}, id="Y16-nbsp-inside"),
        pytest.param("a: x\u2028y\nb: c\n", 1, 5, "U+2028 (line separator)", {"a": "x y", "b": "c"}, id="Y20"),
        pytest.param('a: "x\x85y"\n', 1, 6, "U+0085 (next line)", {"a": "x y"}, id="Y20-nel"),
        pytest.param("a: x\u200b\n", 1, 5, "U+200B (zero width space)", {"a": "x\u200b"}, id="zero-width"),
        pytest.param("a: \u202ex\n", 1, 4, "U+202E (right-to-left override)", {"a": "\u202ex"}, id="bidi"),
        pytest.param("a: x # \u202e\n", 1, 8, "U+202E (right-to-left override)", {"a": "x"}, id="bidi-comment"),
        pytest.param("a: x\u200dy\n", 1, 5, "U+200D (zero width joiner)", {"a": "x\u200dy"}, id="joiner"),
    ],
)
def test_an_invisible_character_is_named(
    form: Form, text: str, line: int, column: int, name: str, data: dict[str, str]
) -> None:
    """Y16, Y20: the finding names the character and its place, and the lines below keep their numbers."""
    document = form(text)
    assert document.data == data
    (finding,) = document.findings
    assert (finding.location.line, finding.location.column, finding.rule) == (line, column, "invisible-character")
    assert finding.message == f"{name} cannot be seen and changes what the text means"


@pytest.mark.parametrize(
    "text", ['a: "3\xa0000"\n', "a: b # \xa0\n", "a: '\u202f'\n", 'a: "\u0645\u06cc\u200c\u062e"\n']
)
def test_a_blank_in_quotes_and_a_joiner_in_arabic_are_fine(form: Form, text: str) -> None:
    """Y16: what is printed so stays so where nobody can take it for something else."""
    document = form(text)
    assert document.findings == []
    assert document.data


def test_a_curly_quotation_mark_is_no_quotation_mark(seen: See) -> None:
    """Y16: the marks would stay in the text, which nobody wants."""
    message = "'\u201c' is no quotation mark to YAML and stays in the text"
    assert seen("a: \u201cfoo\u201d\n") == [(1, 4, "invisible-character", message)]


@pytest.mark.parametrize("text", [".nan", ".inf", "-.inf", "1e400"])
def test_what_json_cannot_hold_is_no_number(form: Form, text: str) -> None:
    """Y17: it stays text, so that no output ever holds NaN."""
    document = form(f"a: {text}\n")
    message = f"{text} is no number that a record can hold; write plain digits"
    assert document.data == {"a": text}
    assert [(each.rule, each.message) for each in document.findings] == [("not-a-number", message)]


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        pytest.param("a: &x 1\nb: &x 2\n", 4, "'&x' is an anchor, and records hold none", id="Y21"),
        pytest.param("a: &x [*x]\n", 4, "'&x' is an anchor, and records hold none", id="S3"),
        pytest.param("a: *x\n", 4, "'*x' is an alias, and records hold none", id="alias"),
        pytest.param("a: *important*\n", 4, "this is an alias to YAML, and records hold none", id="alias-to-nothing"),
        pytest.param(
            "a: &a [x, x]\n"
            + "".join(f"{c}: &{c} [*{p}, *{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)),
            *(4, "'&a' is an anchor, and records hold none"),
            id="S1",
        ),
    ],
)
def test_an_anchor_ends_the_reading(form: Form, text: str, column: int, message: str) -> None:
    """Y21, S1, S3: the first anchor or alias is the one finding, long before it could grow."""
    document = form(text)
    assert document.data is None
    (finding,) = document.findings
    place = finding.location
    assert (place.line, place.column, finding.rule, finding.message) == (1, column, "anchor", message)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("count", [3_000, 30_000])
def test_what_nests_deep_is_too_large(seen: See, opening: str, count: int) -> None:
    """S2: it is found on the events, in no time, and never composed."""
    start = time.perf_counter()
    (finding,) = seen("x:\n  " + (opening * count).rstrip() + "\n")
    assert time.perf_counter() - start < 20
    assert finding[2:] == ("too-large", "the file nests deeper than 40 levels; a record needs four")


@pytest.mark.parametrize("text", ["a: " + "x" * 2_000_000 + "\n", "- x\n" * 100_000, "x: " + "[" * 300_000])
def test_a_file_over_the_limit_is_not_parsed(seen: See, text: str) -> None:
    """S2, S4: it is said of the file as a whole."""
    assert seen(text) == [(0, 0, "too-large", "the file is larger than 256 KiB; a record takes a few")]


def test_a_large_honest_file_is_read(form: Form) -> None:
    """S4: a file below the limit raises no false alarm: a codelist may be long."""
    text = "items:\n" + "  - {text: A sentence of some length, number: 3}\n" * 5_000
    assert len(text) < 256 * 1024
    assert form(text).findings == []


def test_a_comma_in_braces_is_one_finding(form: Form) -> None:
    """A text cut in two by a comma is said where its second half stands, which is no field then."""
    document = form("a: {because: its page, after closure}\nb: {amount: EUR 1,000}\n")
    assert document.data == {"a": {"because": "its page"}, "b": {"amount": "EUR 1"}}
    message = "a comma ends a value in braces, so '{}' became a field without a value"
    assert [(str(each.location)[-4:], each.rule, each.message, each.hint) for each in document.findings] == [
        ("1:24", "comma-in-braces", message.format("after closure"), "quote the words"),
        ("2:19", "comma-in-braces", message.format("000"), "quote the words"),
    ]


def test_an_empty_value_in_braces_is_no_comma(form: Form) -> None:
    """A field with a colon and nothing behind it says nothing, which the schema will mind."""
    document = form("a: {b: , c: ~, d: x}\n")
    assert (document.data, document.findings) == ({"a": {"b": None, "c": None, "d": "x"}}, [])


def test_a_long_run_of_blanks_takes_no_time() -> None:
    """S7: no pattern of ours tries a run from each of its places."""
    start = time.perf_counter()
    for run in ("\t", " ", " \t", "\xa0", "\u200d"):
        parse("x.yaml", ("a: b" + run * 60_000 + "c\n").encode())
        parse("x.yaml", ("a: b" + run * 60_000).encode())
    assert time.perf_counter() - start < 20


def test_the_real_records_read_alike_with_and_without_libyaml(form: Form) -> None:
    """Y22: the sample holds no fault of form under either parser."""
    sample = Path(__file__).parents[1] / "sample"
    for file in sample.rglob("*.yaml"):
        document = form(file.read_bytes())
        assert (file.name, document.findings, bool(document.data)) == (file.name, [], True)
