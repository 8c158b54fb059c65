"""One thing to look for in a text: what it is, how it is said, and the forms in which it may be printed."""

from dataclasses import dataclass

from talentpart.verify.find import Case


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked for: `what` it is (day, number, name), `sought` for people, `forms` for the search.

    `others` are forms that will do where none of `forms` is found. `why` says why it cannot be looked for, `fault` why
    it cannot be found whatever the text holds, and `unprinted` why it cannot be checked where it is not found.
    """

    what: str
    sought: str
    forms: tuple[str, ...] = ()
    case: Case = "any"
    others: tuple[str, ...] = ()
    why: str = ""
    fault: str = ""
    unprinted: str = ""


def words(stated: str) -> Look:
    """Look for printed words as they stand, save that a sentence may have made the first letter a capital."""
    return Look("words", stated, (stated,), "first")


def unchecked(what: str, why: str) -> Look:
    """Say that something cannot be looked for, and why."""
    return Look(what, "", why=why)


def named(what: str, names: tuple[str, ...], others: tuple[str, ...] = ()) -> Look:
    """Look for something by any of its names; an abbreviation has to stand as it is, words may begin small."""
    if not names:
        return unchecked(what, "it has no name in print")
    return Look(what, " or ".join(names[:2]), names, "names", others)
