"""The run of lint: read, hold against the schemas, ask each rule, take off what is waived, and put in order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from talentpart.finding import Finding, Severity
from talentpart.lint import rule
from talentpart.lint.outcome import MOST, Outcome, plural
from talentpart.lint.place import document_of, finding
from talentpart.lint.reading import Reading, reading
from talentpart.lint.rule import Fault, Rule
from talentpart.lint.scope import Scope
from talentpart.lint.second import second
from talentpart.lint.since import Changes
from talentpart.lint.waivers import covers, covers_record, expired
from talentpart.model.dataset import Dataset
from talentpart.model.load import Loaded, unhindered
from talentpart.model.records import Waiver
from talentpart.page import Origin
from talentpart.queries.subjects import nearest
from talentpart.store.folder import listed
from talentpart.values import Day

_UNUSED = "unused-waiver"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of lint: which rules, which paths (none: all), how many findings are shown, empty paths allowed.

    `since` limits it to what has changed; `instead` holds bytes that stand in for those of files, by paths below the
    root; `texts` is the folder of saved texts of sources, against which claims are held; `processes` says how many
    read the files (1, 2, None: as it pays), which changes nothing but the time.
    """

    rules: frozenset[str]
    paths: tuple[Path, ...] = ()
    most: int = MOST
    allow_empty: bool = False
    since: Changes | None = None
    instead: Mapping[str, bytes] = field(default_factory=dict)
    texts: Path | None = None
    processes: int | None = None


@unhindered()
def lint(root: Path, where: str, as_of: Day, wanted: Wanted | None = None) -> Outcome:
    """Give everything that is wrong with the dataset in a folder, as far as it is asked for.

    Links are checked against the whole dataset whatever paths are given. Bad data never raises; raises TalentpartError
    when the folder holds no records, UsageError when a path holds none.
    """
    wanted = wanted or Wanted(rule.choose())
    files = listed(root, wanted.instead)
    with second(len(files), wanted.processes) as helper:
        rules = {name: rule.load(name) for name in sorted(wanted.rules)}
        # What is held against texts is not asked for where there are none, so that no waiver of it is called unused.
        rules = {name: one for name, one in rules.items() if one.hold is None or wanted.texts is not None}
        read = reading(root, where, files, rules.values(), wanted.instead, helper)
    loaded = read.loaded
    scope = Scope.of(root, loaded.documents, wanted.paths, allow_empty=wanted.allow_empty, changes=wanted.since)
    texts = {document.path: document for document in loaded.documents}
    every = _found(loaded, as_of, rules, read, wanted.texts)
    found = [each for each in every if scope.tells(each, texts.get(each.location.path))]
    unsound = {each.path for each in loaded.documents if each.id in read.unsound and scope.holds(each.path)}
    about = loaded.dataset.about
    return Outcome(
        findings=tuple(sorted(found, key=Finding.order)),
        files=scope.count + len({each.location.path for each in found if not scope.holds(each.location.path)}),
        as_of=as_of,
        origin=Origin(about.version, about.day.text, loaded.dataset.sha256, where),
        texts=lambda path: texts[path].text if path in texts else "",
        titles={each.rule: rules[each.rule].title for each in found},
        notes=_notes(len(unsound), _broken_waivers(read)),
        most=wanted.most,
        names=_names(loaded, scope, found),
        digests={each.location.path: texts[each.location.path].digest for each in found if each.fix},
    )


def _names(loaded: Loaded, scope: Scope, found: Iterable[Finding]) -> dict[str, str]:
    """Give the path below the root of each file that was checked, and of what else there are findings on."""
    touched = {each.location.path for each in found}
    kept = (each for each in loaded.documents if each.path in touched or (each.kind and scope.holds(each.path)))
    return {each.path: each.name for each in kept}


def _notes(unsound: int, waivers: str) -> tuple[str, ...]:
    notes = []
    if unsound:
        files = plural(unsound, "file")
        notes.append(f"{files} with errors of form or schema: the other rules look there once these are mended")
    if waivers:
        notes.append(f"{waivers} has an error of form or schema, so what it accepts is found again")
    return tuple(notes)


def _broken_waivers(read: Reading) -> str:
    """Give the path of the file of waivers where it has an error, whatever is reported."""
    wrong = {each.location.path for each in read.findings if each.severity is Severity.ERROR}
    return next((each.path for each in read.loaded.documents if each.kind == "waivers" and each.path in wrong), "")


def _found(
    loaded: Loaded, as_of: Day, rules: Mapping[str, Rule], read: Reading, held: Path | None
) -> Iterator[Finding]:
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
    for one, fault in _meant(loaded, as_of, rules.values(), read.unsound, held):
        if not waived(covers(w, one.name, fault, as_of) for w in waivers):
            yield finding(one, fault, loaded.dataset, document_of(fault, loaded.dataset, files))
    if _UNUSED in rules:
        for index, waiver in enumerate(waivers):
            known = waiver.rule in rule.names()
            if index not in used and not expired(waiver, as_of) and (waiver.rule in rules or not known):
                fault = _unused(loaded.dataset, index, waiver, known=known)
                yield finding(rules[_UNUSED], fault, loaded.dataset, files["waivers"])


def _meant(
    loaded: Loaded, as_of: Day, rules: Iterable[Rule], unsound: frozenset[str], held: Path | None
) -> Iterator[tuple[Rule, Fault]]:
    """Give what the rules say of the records, unless it speaks of, or rests on, one whose form is wrong."""
    for one in rules:
        if one.whole and unsound:
            continue
        said = one.check(loaded.dataset, as_of) if one.check else ()
        if one.hold is not None and held is not None:
            said = one.hold(loaded.dataset, held)
        for fault in said:
            if not unsound.intersection(fault.rests_on) and not (fault.record and fault.record.id in unsound):
                yield one, fault


def _unused(dataset: Dataset, index: int, waiver: Waiver, *, known: bool) -> Fault:
    """Say why a waiver accepts nothing: its rule or its record does not exist, or what it accepted is mended."""
    if not known:
        return Fault(str(rule.unknown(waiver.rule)), file="waivers", steps=("items", index, "rule"))
    record = waiver.path.partition(".")[0]
    if dataset.get(record) is None:
        near = nearest(record, dataset.entries)
        hint = f"; did you mean {' or '.join(repr(each) for each in near)}?" if near else ""
        return Fault(f"no record called '{record}'{hint}", file="waivers", steps=("items", index, "path"))
    message = f"nothing is found by {waiver.rule} on '{waiver.path}' any more; take the waiver out"
    return Fault(message, file="waivers", steps=("items", index))
