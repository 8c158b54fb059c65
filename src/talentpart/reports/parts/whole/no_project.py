"""UNSERVED: for each partner the agreed sectors that no project with it names, those only likely apart."""

from collections.abc import Iterable

from talentpart.page import Datum, Section, Sentence
from talentpart.reports.parts.brief import Brief
from talentpart.reports.parts.whole.served import served


def build(briefs: Iterable[Brief]) -> Section:
    """Name them by their printed words, never as what no project names: only those found can be searched."""
    sentences: list[Sentence] = []
    rows: list[Datum] = []
    for brief in briefs:
        found = served(brief)
        bare = [each.label for each in found if each.bare]
        likely = [each.label for each in found if each.likely and not each.sure]
        rows.append({"country": brief.country, "agreed": len(found), "unserved": bare, "likely": likely})
        if found:
            sentences.append(
                Sentence(brief.country, (f"{brief.name}: {_text(brief.name, len(found), bare, likely)}.",))
            )
    if not sentences:
        return Section("unserved", "UNSERVED", (Sentence("none", ("No sector found.",)),))
    sentences.append(Sentence("rule", ("A project that has ended does not count; one in a narrower sector does.",)))
    return Section("unserved", "UNSERVED", tuple(sentences), rows=tuple(rows))


def _text(partner: str, count: int, bare: list[str], likely: list[str]) -> str:
    if not bare and not likely:
        return "each is named by a project"
    lead = f"no project found with {partner} names"
    if len(bare) == count:
        return f"{lead} {'it' if count == 1 else f'any of the {count}'}"
    texts = [f"{lead} {' · '.join(bare)}"] if bare else []
    texts += [f"as likely only: {' · '.join(likely)}"] if likely else []
    return "; ".join(texts)
