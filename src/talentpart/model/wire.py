"""What two processes that share the reading of a dataset tell each other: the work, and an answer for each file."""

from collections.abc import Iterable, Iterator
from typing import IO, BinaryIO

import msgspec

from talentpart.finding import Finding
from talentpart.store.schemas import Named

_LENGTH = 4


class Work(msgspec.Struct, frozen=True):
    """Which files to read, and what to hold them against: the codes of each codelist with their names, and some rules.

    Names of files are bytes, since they need not be text.
    """

    root: bytes
    files: tuple[tuple[bytes, str, bytes], ...]
    codes: dict[str, dict[str, tuple[str, ...]]]
    rules: tuple[str, ...]


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """What a file holds: its data, the digest of its bytes, what is wrong with its form, and what else is."""

    path: str
    data: dict[str, object] | None
    digest: bytes
    findings: list[Finding]
    checked: list[Finding]


def work(root: bytes, files: tuple[tuple[bytes, str, bytes], ...], codes: Named, rules: tuple[str, ...]) -> bytes:
    """Give the bytes of some work."""
    named = {name: {code: tuple(names) for code, names in each.items()} for name, each in codes.items()}
    return msgspec.msgpack.encode(Work(root, files, named, rules))


def read_work(written: bytes) -> Work:
    """Give the work that some bytes stand for."""
    return msgspec.msgpack.decode(written, type=Work)


def give(answer: Answer, out: BinaryIO) -> None:
    """Write one answer behind those that are written."""
    written = msgspec.msgpack.encode(answer)
    out.write(len(written).to_bytes(_LENGTH, "big"))
    out.write(written)


def taken(out: IO[bytes]) -> Iterator[bytes]:
    """Give the bytes of the answers one by one, as they are written."""
    while length := int.from_bytes(out.read(_LENGTH), "big"):
        yield out.read(length)


def answers(written: Iterable[bytes]) -> Iterator[Answer]:
    """Give the answers one by one, as far as they can be read."""
    decoder = msgspec.msgpack.Decoder(Answer)
    for each in written:
        try:
            yield decoder.decode(each)
        except msgspec.MsgspecError:
            return
