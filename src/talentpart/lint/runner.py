"""The run of lint: read, hold against the schemas, ask each rule, take off what is waived, and put in order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from talentpart.finding import Finding
from talentpart.lint import rule
from talentpart.lint.outcome import MOST, Outcome, plural
from talentpart.lint.place import document_of, finding
from talentpart.lint.reading import Reading, reading
from talentpart.lint.rule import Fault, Rule
from talentpart.lint.scope import Scope
from talentpart.lint.waivers import covers, covers_record, expired
from talentpart.model.load import Loaded, load
from talentpart.page import Origin
from talentpart.values import Day

_UNUSED = "unused-waiver"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of lint: which rules, which paths (none: all), how many findings are shown, empty paths allowed."""

    rules: frozenset[str]
    paths: tuple[Path, ...] = ()
    most: int = MOST
    allow_empty: bool = False


def lint(root: Path, where: str, as_of: Day, wanted: Wanted | None = None) -> Outcome:
    """Give everything that is wrong with the dataset in a folder, as far as it is asked for.

    Links are checked against the whole dataset whatever paths are given. Bad data never raises; raises TalentpartError
    when the folder holds no records, UsageError when a path holds none.
    """
    wanted = wanted or Wanted(rule.choose())
    loaded = load(root, where)
    scope = Scope.of(root, loaded.documents, wanted.paths, allow_empty=wanted.allow_empty)
    rules = {name: rule.load(name) for name in sorted(wanted.rules)}
    read = reading(loaded, rules.values())
    found = [each for each in _found(loaded, as_of, rules, read) if scope.holds(each.location.path)]
    unsound = {each.path for each in loaded.documents if each.id in read.unsound and scope.holds(each.path)}
    texts = {document.path: document for document in loaded.documents}
    about = loaded.dataset.about
    return Outcome(
        findings=tuple(sorted(found, key=Finding.order)),
        files=scope.files,
        as_of=as_of,
        origin=Origin(about.version, about.day.text, loaded.dataset.sha256, where),
        texts=lambda path: texts[path].text if path in texts else "",
        titles={each.rule: rules[each.rule].title for each in found},
        notes=_notes(len(unsound)),
        most=wanted.most,
    )


def _notes(unsound: int) -> tuple[str, ...]:
    if not unsound:
        return ()
    return (
        f"{plural(unsound, 'file')} with errors of form or schema: the other rules look there once these are mended",
    )


def _found(loaded: Loaded, as_of: Day, rules: Mapping[str, Rule], read: Reading) -> Iterator[Finding]:
    """Give the findings of the chosen rules, less what is waived; then what is wrong with the waivers themselves."""
    waivers = loaded.dataset.waivers
    used: set[int] = set()

    def waived(covering: Iterable[bool]) -> bool:
        hits = {index for index, hit in enumerate(covering) if hit}
        used.update(hits)
        return bool(hits)

    for each in read.findings:
        if each.rule in rules and not waived(covers_record(w, each.rule, each.record, as_of) for w in waivers):
            yield each
    files = {document.kind: document for document in loaded.documents}
    for one, fault in _meant(loaded, as_of, rules.values(), read.unsound):
        if not waived(covers(w, one.name, fault, as_of) for w in waivers):
            yield finding(one, fault, loaded.dataset, document_of(fault, loaded.dataset, files))
    if _UNUSED in rules:
        for index, waiver in enumerate(waivers):
            known = waiver.rule in rule.names()
            if index not in used and not expired(waiver, as_of) and (waiver.rule in rules or not known):
                fault = _unused(index, waiver.rule, waiver.path, known=known)
                yield finding(rules[_UNUSED], fault, loaded.dataset, files["waivers"])


def _meant(loaded: Loaded, as_of: Day, rules: Iterable[Rule], unsound: frozenset[str]) -> Iterator[tuple[Rule, Fault]]:
    """Give what the rules say of the records, unless it speaks of, or rests on, one whose form is wrong."""
    for one in rules:
        if one.check is None or (one.whole and unsound):
            continue
        for fault in one.check(loaded.dataset, as_of):
            if not unsound.intersection(fault.rests_on) and not (fault.record and fault.record.id in unsound):
                yield one, fault


def _unused(index: int, name: str, path: str, *, known: bool) -> Fault:
    if not known:
        message = str(rule.unknown(name))
        return Fault(message, file="waivers", steps=("items", index, "rule"))
    message = f"nothing is found by {name} on '{path}' any more; take the waiver out"
    return Fault(message, file="waivers", steps=("items", index))
