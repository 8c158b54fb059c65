"""Text made harmless, and text spelled in ASCII."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpart.plain import ascii_only, safe, unseen


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Léo · 中 5 €", "Léo · 中 5 €"),
        ("\x1b[2J\x07\x7f\x9b", "\\x1b[2J\\x07\\x7f\\x9b"),
        ("a\u202eb\u200bc\ufeff", "a<U+202E>b<U+200B>c<U+FEFF>"),
        ("a\r\n  b\tc\u2028d", "a b c d"),
        ("\ud800\U000e0041", "<U+D800><U+E0041>"),
        ("\u0600 ب", "\u0600 ب"),
        ("a\u00a0b", "a\u00a0b"),
        ("a ##[error]b", "a ##\\x5berror]b"),
    ],
)
def test_what_acts_is_shown(text: str, shown: str) -> None:
    """Controls, bidi, zero-width and surrogates are shown by name, line breaks are a space, the rest stays."""
    assert safe(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_safe_text_is_safe_and_stays(text: str) -> None:
    """Nothing unseen is left, and making harmless twice changes nothing more."""
    once = safe(text)
    assert not [char for char in once if unseen(char)]
    assert safe(once) == once


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("EGYPT · EU", "EGYPT; EU"),
        ("Léo Łódź Straße Türkiye", "Leo Lodz Strasse Turkiye"),
        ("1\u20132 “a” \u2019 … €5 → ½", '1-2 "a" \' ... EUR5 -> 1/2'),
        ("مصر", "<U+0645><U+0635><U+0631>"),
        ("a?", "a?"),
    ],
)
def test_ascii_spells_without_question_marks(text: str, spelled: str) -> None:
    """Accents go, signs become words, other scripts are shown by their numbers."""
    assert ascii_only(text) == spelled


def test_every_character_has_a_spelling() -> None:
    """Any safe text is spelled in printable ASCII, and no question mark comes from what is none."""
    for code in range(0x80, sys.maxunicode + 1, 7):
        spelled = ascii_only(safe(chr(code)))
        assert spelled.isascii()
        assert spelled.isprintable()
        assert "?" not in spelled or 0x2047 <= code <= 0x2049 or code in {0xFE16, 0xFE56, 0xFF1F}
