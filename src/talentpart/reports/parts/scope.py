"""What a report is asked for: its subject, and what narrows or widens the answer."""

from dataclasses import dataclass

from talentpart.queries.subjects import Subject


@dataclass(frozen=True, slots=True)
class Scope:
    """A subject, or the whole (`Subject("whole", "timeline")`), and the options of `report`.

    `others` are further subjects (`compare egypt morocco`); `full` asks for two pages instead of one screen; the
    filters hold codes and ISO days, and are empty where nothing was asked for; `due` asks for what is to be done.
    """

    subject: Subject
    others: tuple[Subject, ...] = ()
    full: bool = False
    country: str = ""
    member_state: str = ""
    sector: str = ""
    since: str = ""
    until: str = ""
    due: bool = False
