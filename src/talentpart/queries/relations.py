"""What a record is tied to: the relations that still stand, without those that are set aside."""

from talentpart.model.lines import Relation
from talentpart.model.records import Organisation, Told

# Relations that only say that two records are named or mixed up together, and tie neither to the other.
_LOOSE = frozenset({"look-alike", "beside"})


def standing(record: Told | Organisation, *names: str) -> tuple[Relation, ...]:
    """Give the relations of a record that are not set aside, in the order of its file; with names, only those."""
    return tuple(
        line for line in record.relations if line.rank != "set-aside" and (not names or line.relation in names)
    )


def targets(record: Told | Organisation, *names: str) -> list[str]:
    """Give the ids of the records to which a record stands in one of some relations, each once."""
    return list(dict.fromkeys(line.target for line in standing(record, *names)))


def tied(record: Told | Organisation) -> list[str]:
    """Give the ids of all records that a record is tied to: never one that it is only named beside or mixed up with."""
    return list(dict.fromkeys(line.target for line in standing(record) if line.relation not in _LOOSE))
