"""NOTES: what a record remarks on itself."""

from talentpart.model.records import Record
from talentpart.page import Section, Sentence


def remarks(record: Record) -> Section | None:
    """Give the notes of a record, each on a line of its own."""
    sentences = tuple(Sentence(f"note-{index}", (each,)) for index, each in enumerate(record.notes, 1))
    return Section("remarks", "NOTES", sentences) if sentences else None
