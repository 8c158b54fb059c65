"""Waivers: findings that are known and accepted for a while, by rule and by the path of what they speak of."""

from talentpart.lint.rule import Fault
from talentpart.model.records import Waiver
from talentpart.queries.paths import match
from talentpart.values import Day


def covers(waiver: Waiver, rule: str, fault: Fault, as_of: Day) -> bool:
    """Tell whether a waiver that still holds accepts a fault: the path names its record, or its line within it."""
    if waiver.rule != rule or expired(waiver, as_of) or fault.record is None:
        return False
    record, _, rest = waiver.path.partition(".")
    if record != fault.record.id:
        return False
    if not rest or f"{fault.thing}.".startswith(f"{rest}."):
        return True
    return fault.line is not None and any(line is fault.line for _, line in match(fault.record, rest))


def covers_record(waiver: Waiver, rule: str, record: str, as_of: Day) -> bool:
    """Tell whether a waiver that still holds accepts what was found in a record's file before it was a record."""
    return waiver.rule == rule and waiver.path == record and not expired(waiver, as_of)


def expired(waiver: Waiver, as_of: Day) -> bool:
    """Tell whether the last day of a waiver has passed."""
    return waiver.until.latest < as_of.latest
