"""The folder of a dataset: which files hold what, and reading them one after the other without ever being stopped."""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from talentpart.errors import TalentpartError
from talentpart.finding import Finding, Location, Severity
from talentpart.store.parse import Document, parse
from talentpart.store.text import LARGEST

# Folder gives kind. A country's folder is the exception: its files give the kind.
FOLDERS = {
    "codelists": "codelist",
    "frameworks": "framework",
    "instruments": "instrument",
    "lessons": "lessons",
    "organisations": "organisation",
    "policies": "policy",
    "projects": "project",
    "shortages": "shortages",
    "sources": "source",
}
COUNTRIES = "countries"
COUNTRY_FILES = {"partnership.yaml": "partnership", "roadmap.yaml": "roadmap"}
TOP_FILES = {"dataset.yaml": "dataset", "waivers.yaml": "waivers"}
# Names that Windows keeps for devices, whatever stands after them.
RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))))

# The path below the root, the kind and the id of a file; kind and id are blank where it belongs nowhere.
File = tuple[str, str, str]

_ID = re.compile("[a-z0-9-]+")
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read(
    root: Path, only: Collection[str] | None = None, instead: Mapping[str, bytes] | None = None
) -> Iterator[Document]:
    """Give every document under a root, in the order of the paths; a file that cannot be read is one with a finding.

    `only` names the kinds to read. `instead` holds, by paths below the root, bytes that stand in for what the files
    hold, or for files that are not there yet. Raises TalentpartError when there is no such folder or no record in it.
    """
    given = opener(root, instead)
    return (given(file) for file in listed(root, instead) if only is None or file[1] in only)


def listed(root: Path, instead: Mapping[str, bytes] | None = None) -> list[File]:
    """Give every file under a root in the order of the paths; raises as `read` does."""
    files = list({each[0]: each for each in (*_files(root), *map(place_of, instead or ()))}.values())
    if not any(kind and kind not in TOP_FILES.values() for _, kind, _ in files):
        shown = f"under {_shown(root)}"
        message = f"no records {shown if root.is_dir() else f'{shown}, which is no folder'}; run `talentpart info`"
        raise TalentpartError(message)
    return sorted(files)


def opener(root: Path, instead: Mapping[str, bytes] | None = None) -> Callable[[File], Document]:
    """Give a function that reads one file; whatever it holds, the answer is a document."""
    shown = _shown(root)
    prefix = "" if shown == "." else f"{shown.rstrip('/')}/"
    below = str(root / "_")[:-1]  # A path for each file would take longer than opening it.

    def read_file(file: File) -> Document:
        name, kind, record = file
        path = printable(prefix + name)
        document = _read(below + name, path, (instead or {}).get(name)) if kind else _stray(path, name)
        document.kind, document.id, document.name = kind, record, printable(name)
        document.findings += _names(path, record)
        document.again = partial(read_file, file)
        return document

    return read_file


def place_of(name: str) -> File:
    """Give for a path below the root that path, and kind and id by it; both are blank where it belongs nowhere."""
    top, _, rest = name.partition("/")
    folder, _, last = rest.rpartition("/")
    if top in FOLDERS and not folder and rest.endswith(".yaml"):
        return name, FOLDERS[top], rest[:-5]
    if top == COUNTRIES and folder and "/" not in folder:
        return name, *_of_country(folder, last)
    return name, TOP_FILES.get(name, ""), ""


def ids(root: Path) -> list[tuple[str, str]]:
    """Give kind and id of every record under a root, from the names of the files alone; empty where there are none."""
    return [(kind, name) for _, kind, name in sorted(_files(root)) if name]


def digest(documents: Iterable[Document]) -> str:
    """Give one SHA-256 in hex for what was read: the paths below the root and the bytes, whatever their order."""
    whole = hashlib.sha256()
    for name, each in sorted((document.name, document.digest) for document in documents if document.kind):
        whole.update(f"{name}\0{each.hex()}\n".encode())
    return whole.hexdigest()


def _files(root: Path) -> Iterator[File]:
    """Give path below the root, kind and id of each file; a file without a kind belongs nowhere."""
    for entry in _entries(root):
        if entry.name in FOLDERS and _is_folder(entry):
            for each in _entries(Path(entry)):
                kind = FOLDERS[entry.name] if each.name.endswith(".yaml") else ""
                yield f"{entry.name}/{each.name}", kind, each.name[:-5] if kind else ""
        elif entry.name == COUNTRIES and _is_folder(entry):
            for country in _entries(Path(entry)):
                yield from _country(country)
        else:
            yield entry.name, TOP_FILES.get(entry.name, ""), ""


def _country(country: "os.DirEntry[str]") -> Iterator[File]:
    if not _is_folder(country):
        yield f"{COUNTRIES}/{country.name}", "", ""
        return
    for each in _entries(Path(country)):
        yield f"{COUNTRIES}/{country.name}/{each.name}", *_of_country(country.name, each.name)


def _of_country(country: str, name: str) -> tuple[str, str]:
    """Give kind and id of a file in the folder of a country."""
    kind = COUNTRY_FILES.get(name, "")
    return kind, {"partnership": country, "roadmap": f"{country}-roadmap"}.get(kind, "")


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    """List a folder, without what hides behind a dot; nothing where it cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return []


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # A link that leads to itself.
        return False


def read_bytes(file: Path | str) -> bytes:
    """Give what a file holds, one byte more than the largest at most. Raises OSError, also for what is no file."""
    # Opened without blocking, since a pipe would wait for somebody to write.
    descriptor = os.open(file, _FLAGS)
    try:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, "it is no file")
        raw = piece = os.read(descriptor, min(about.st_size, LARGEST) + 1)
        while piece and len(raw) <= LARGEST:
            piece = os.read(descriptor, LARGEST + 1 - len(raw))
            raw += piece
        return raw
    finally:
        os.close(descriptor)


def _read(file: str, path: str, instead: bytes | None) -> Document:
    try:
        raw = read_bytes(file) if instead is None else instead
    except OSError as error:
        return _unread(path, (error.strerror or "no reason given").lower())
    document = parse(path, raw)
    document.digest = hashlib.sha256(raw).digest()
    return document


def _unread(path: str, why: str) -> Document:
    message = f"cannot read {path}: {why}"
    return Document(path, "", None, [Finding(Location(path), "not-utf8", Severity.ERROR, message)])


def _stray(path: str, name: str) -> Document:
    """Give a document for what belongs nowhere: an error when somebody may take it for a record, else a warning."""
    top, _, rest = name.partition("/")
    like_a_record = name.lower().endswith((".yaml", ".yml"))
    message = f"'{name}' belongs nowhere in a dataset, so it is not read"
    hint = f"records stand in {', '.join([COUNTRIES, *FOLDERS])}"
    if like_a_record and not name.endswith(".yaml") and (top in FOLDERS or top == COUNTRIES):
        message, hint = f"'{name}' is not read, since the names of records end in .yaml", "rename it"
    elif top == COUNTRIES and rest:
        hint = f"the folder of a country holds {' and '.join(COUNTRY_FILES)}"
    severity = Severity.ERROR if like_a_record else Severity.WARNING
    return Document(path, "", None, [Finding(Location(path), "stray-file", severity, printable(message), hint)])


def _names(path: str, record: str) -> list[Finding]:
    findings = []
    if record and not _ID.fullmatch(record):
        message = f"the id '{printable(record)}' is not made of a-z, 0-9 and - alone"
        findings.append(Finding(Location(path), "file-name", Severity.ERROR, message, "rename the file"))
    elif record.startswith("-"):
        message = f"the id '{record}' starts with '-', so that a command would take it for an option"
        findings.append(Finding(Location(path), "file-name", Severity.ERROR, message, "rename the file"))
    if record.partition(".")[0].lower() in RESERVED:
        message = f"the id '{printable(record)}' is a name that Windows keeps for a device"
        findings.append(Finding(Location(path), "reserved-id", Severity.ERROR, message, "rename the file"))
    return findings


def printable(name: str) -> str:
    """Show bytes of a name that are no UTF-8 by their codes, since no output could take them."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _shown(root: Path) -> str:
    """Show a path as seen from here where it lies below, else as it was given."""
    try:
        return root.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return root.as_posix()
