"""SECTORS: by tier as printed, when agreed or "not stated", the printed words, and which no project names."""

from collections.abc import Sequence

from talentpart.model.lines import Sector
from talentpart.model.records import Partnership
from talentpart.page import Cited, Datum, Part, Section, Sentence
from talentpart.queries.paths import event_at
from talentpart.queries.sectors import wider
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.cite import cited, of_lines
from talentpart.reports.parts.whose import whose
from talentpart.reports.parts.words import capital, either, event_name, listed, number, places, silence

# What one side wishes for is no agreed sector.
ASKED_FOR = "asked-for"


def build(brief: Brief) -> Section | None:
    """Give the agreed sectors in the source's words, counted by printed label, and those that no project names."""
    record = brief.partnership
    if record is None:
        return None
    groups: dict[tuple[str, str], list[Sector]] = {}
    for line in record.sectors:
        if line.rank != "set-aside":
            groups.setdefault((line.tier or "", line.at or ""), []).append(line)
    sentences = [_group(brief, record, lines) for lines in groups.values()] + doubts(brief, record)
    if not sentences:
        return Section("sectors", "SECTORS", (Sentence("sectors", (untold(brief, record),)),))
    sentences.append(_unserved(brief, record))
    return Section("sectors", "SECTORS", tuple(sentences), rows=tuple(row(brief, line) for line in record.sectors))


def untold(brief: Brief, record: Partnership) -> str:
    """Say why there is no sector to show; as of an earlier day an undated list may only stand in a later source."""
    if brief.dataset.left_out and not record.sectors:
        return "Not told by this day."
    return f"{capital(silence(record, 'sectors'))}."


def printed(brief: Brief, line: Sector) -> str:
    """Give the words as the source prints them; a long form that ends in its own abbreviation gives way to it."""
    label = brief.dataset.label("sectors", line.sector)
    words = line.as_stated or label
    return label if words.endswith(f"({label})") else words


def heading(brief: Brief, record: Partnership, lines: Sequence[Sector]) -> tuple[Part, ...]:
    """Say how many sectors of one tier were agreed, counted by printed label, in which words, and when."""
    first = lines[0]
    words = list(dict.fromkeys(printed(brief, line) for line in lines))
    tier = brief.dataset.label("tiers", first.tier) if first.tier else "named"
    opened = ", open list" if record.sectors_list == "includes" else ""
    event = event_at(brief.dataset, record, first.at) if first.at else None
    if event is not None:
        agreed = f", agreed at the {event_name(brief.dataset, event)}, {event.date}"
    else:
        paths = ("sectors.at", *(f"sectors.{line.sector}.at" for line in lines))
        agreed = f", when agreed {silence(record, *paths, default='not found')}"
    notes = of_lines(brief.dataset, lines)
    if first.tier == ASKED_FOR:
        word = whose(brief.dataset, lines)
        head = f"{capital(number(len(words)))} asked for by one side, not agreed{f', {word}' if word else ''}"
        return cited(head, notes, name="count", value=len(words))
    noun = "sector" if len(words) == 1 else "sectors"
    named = f'{noun} "{tier}"' if tier.startswith("of ") else f'"{tier}" {noun}'
    head = f"{capital(number(len(words)))} {named}{opened}{agreed}"
    return cited(head, notes, name="count", value=len(words))


def doubts(brief: Brief, record: Partnership) -> list[Sentence]:
    """Give what the record remarks on the events at which sectors were agreed: a doubt that belongs beside the list."""
    events = {each: event_at(brief.dataset, record, each) for line in record.sectors if (each := line.at)}
    remarks = {event.note: event for event in events.values() if event is not None and event.note}
    return [
        Sentence("doubt", (*cited(capital(remark), of_lines(brief.dataset, [event])), "."))
        for remark, event in remarks.items()
    ]


def _group(brief: Brief, record: Partnership, lines: list[Sector]) -> Sentence:
    parts: list[Part] = [*heading(brief, record, lines), ": "]
    for index, word in enumerate(dict.fromkeys(printed(brief, line) for line in lines)):
        parts += ["" if index == 0 else " · ", Cited(word)]
    return Sentence(f"{lines[0].tier or 'sectors'}", (*parts, "."))


def _unserved(brief: Brief, record: Partnership) -> Sentence:
    """Name the agreed sectors that no project with this country names; ended projects are left aside, which is said."""
    served: set[str] = set()
    hedged: set[str] = set()
    for project in brief.projects:
        if brief.stage(project) == "ended":
            continue
        for line in project.sectors:
            if line.sector and line.rank != "set-aside" and brief.reach(project, line):
                (hedged if line.certainty else served).update(wider(brief.dataset, line.sector))
    labels: dict[str, set[str]] = {}
    for line in record.sectors:
        if line.tier != ASKED_FOR and line.rank != "set-aside":
            labels.setdefault(printed(brief, line), set()).add(line.sector or "")
    bare = [label for label, codes in labels.items() if not codes & (served | hedged)]
    likely = [label for label, codes in labels.items() if codes & hedged and not codes & served]
    country = places(brief.dataset, [brief.country])[0]
    ended = any(brief.stage(each) == "ended" for each in brief.projects)
    whose = f"found with {country}{', ended ones aside,' if ended else ''}"
    if len(bare) == len(labels):
        return Sentence("unserved", (f"No project {whose} names any of them.",), run_in=True)
    named = [label for label in labels if label not in bare]
    words = [f"{label} (likely)" if label in likely else label for label in named]
    if len(bare) <= len(named):
        text = f"No project {whose} names {either(bare)}." if bare else ""
        likely_too = f" As likely only: {listed(likely)}." if likely else ""
        text = f"{text}{likely_too}" or f"Some project {whose} names each of them."
    else:
        text = f"Projects {whose} name {listed(words)}, and none of the others."
    return Sentence("unserved", (text.strip(),), run_in=True)


def row(brief: Brief, line: Sector) -> Datum:
    """Give a sector line of the partnership for machines."""
    return {
        "sector": line.sector,
        "label": brief.dataset.label("sectors", line.sector),
        "as_stated": line.as_stated,
        "tier": line.tier,
        "at": line.at,
        "mainly": list(line.mainly),
        "certainty": line.certainty,
        "sources": list(line.source),
    }
