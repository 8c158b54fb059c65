"""A file held against what can be said of it alone: the rules that look at files, and the schema of its kind."""

from collections.abc import Iterable
from dataclasses import replace

from talentpart.finding import Finding
from talentpart.lint.place import finding
from talentpart.lint.rule import Rule
from talentpart.model.load import gather
from talentpart.store import schemas
from talentpart.store.parse import Document

_QUOTE = "unbalanced-quote"


class Checker:
    """The rules that look at files, and the codes of each codelist."""

    __slots__ = ("_by_kind", "_nothing", "codes", "rules")

    def __init__(self, rules: Iterable[Rule], codes: schemas.Named) -> None:
        """Take rules, of which only those count that look at files."""
        self.rules = [one for one in rules if one.look is not None]
        self.codes = codes
        self._by_kind: dict[str, schemas.Checker | None] = {}
        self._nothing = gather((), "").dataset  # Who looks at a file knows no records.

    def check(self, document: Document) -> list[Finding]:
        """Give what is wrong with a file; nothing where it holds no record that can be read."""
        if not document.holds:
            return []
        found = [
            finding(one, fault, self._nothing, document)
            for one in self.rules
            if one.look is not None
            for fault in one.look(document)
        ]
        if document.kind not in self._by_kind:
            self._by_kind[document.kind] = schemas.checker_of(document.kind, self.codes)
        by_schema = self._by_kind[document.kind]
        return _together(found, by_schema.check(document)) if by_schema else found


def _together(found: list[Finding], by_schema: list[Finding]) -> list[Finding]:
    """Give both, but of one place only what the schema says, with what is odd in its writing as the way to mend it."""
    odd = {each.location: each for each in found if each.rule == _QUOTE}
    told = [replace(each, hint=odd[each.location].message) if each.location in odd else each for each in by_schema]
    twice = {each.location for each in by_schema}
    return [*(each for each in found if each.rule != _QUOTE or each.location not in twice), *told]
