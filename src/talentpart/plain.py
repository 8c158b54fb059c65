"""Text from data made harmless: nothing in it can steer a terminal, hide, or change the order of what is read."""

import re
import unicodedata

# Blanks that lay out text in a file; in a value they become one space, so that a value is one line wherever it stands.
_BREAKS = re.compile("[ \t]*[\t\n\r\u2028\u2029][ \t\n\r\u2028\u2029]*")
# By this the runners of GitHub and Azure know an order, wherever it stands in a line.
_ORDER, _SPELLED_ORDER = "##[", "##\\x5b"
# Signs that are of category Cf (format) yet are printed: Arabic number signs, the Syriac abbreviation mark and kin.
_PRINTED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
# What decomposition does not turn into ASCII although people do.
_ASCII = {
    "·": ";", "\u2010": "-", "\u2011": "-", "\u2012": "-", "–": "-", "—": "-", "\u2212": "-",
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "«": '"', "»": '"',
    "…": "...", "→": "->", "←": "<-", "×": "x", "÷": "/", "≤": "<=", "≥": ">=", "≈": "about ", "•": "-",
    "€": "EUR", "£": "GBP", "§": "section ", "°": " degrees", "✓": "OK", "\u2044": "/", "✗": "x", "─": "-", "│": "|",
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ŋ": "n", "Ŋ": "N", "ħ": "h", "Ħ": "H",
    "\u02bc": "'", "\u02bf": "'", "\u02be": "'", "\u2032": "'", "\u2033": '"',
}  # fmt: skip


def safe(text: str) -> str:
    r"""Show control characters as `\x1b`, bidi, zero-width and other unseen ones as `<U+202E>`, line breaks as a space.

    What can be seen stays as it is, save the signs by which a runner of CI would take an order from the data.
    """
    if not text.isprintable():
        text = "".join(map(_visible, _BREAKS.sub(" ", text)))
    return text.replace(_ORDER, _SPELLED_ORDER) if _ORDER in text else text


def unseen(char: str) -> bool:
    """Tell whether a character acts without being seen: a control, format or surrogate character, or a line break."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char not in _PRINTED


def _visible(char: str) -> str:
    if not unseen(char):
        return char
    return f"\\x{ord(char):02x}" if ord(char) <= 0x9F else _named(char)  # noqa: PLR2004 - the last of C1


def _named(char: str) -> str:
    return f"<U+{ord(char):04X}>"


def ascii_only(text: str) -> str:
    """Spell a text in ASCII: accents go, signs become words, what has no spelling is shown as `<U+0627>`, never `?`.

    A middle dot becomes a semicolon, which stands right behind its word.
    """
    if text.isascii():
        return text
    return "".join(map(_spelled, text.replace(" · ", "; ")))


def _spelled(char: str) -> str:
    if char.isascii():
        return char
    if char in _ASCII:
        return _ASCII[char]
    if unicodedata.category(char) == "Zs":
        return " "
    bare = "".join(each for each in unicodedata.normalize("NFKD", char) if not unicodedata.combining(each))
    if bare != char:
        return "".join(map(_spelled, bare))
    return _named(char)
