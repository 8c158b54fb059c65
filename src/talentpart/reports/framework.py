"""The framework: the Talent Partnerships as such, the pilots, the external dimension, and the policies round them."""

from dataclasses import replace

from talentpart.model.dataset import Dataset
from talentpart.model.lines import Name
from talentpart.model.records import Framework, Policy
from talentpart.page import Page, Section, Sentence
from talentpart.reports.parts.brief import leads
from talentpart.reports.parts.cite import of_lines
from talentpart.reports.parts.scope import Scope
from talentpart.reports.parts.whole.chain import chain
from talentpart.reports.parts.whole.framework_names import known_as
from talentpart.reports.parts.whole.framework_topics import Topic, topics
from talentpart.reports.parts.whole.page import Whole, whole
from talentpart.reports.parts.whole.policy_list import apart, care, policies
from talentpart.reports.parts.words import counted, listed
from talentpart.values import Day

ANSWERS = "whole"
# The label of what stands beside the partnerships' own framework, by its kind.
_LABELS = {"pilot-group": "PILOTS", "external-dimension": "EXTERNAL"}
_OTHER = "ALSO"


def build(dataset: Dataset, scope: Scope, as_of: Day) -> Page:
    """Give the framework of the partnerships topic by topic, what stands beside it in a section each, and policies."""
    found = sorted(
        dataset.all(Framework),
        key=lambda each: (not leads(each), [*_LABELS.values(), _OTHER].index(_label(each)), each.id),
    )
    sections: list[Section | None] = []
    for record in found:
        if record is found[0]:
            said = topics(dataset, record)
            sections += [Section(each.id, each.label, each.sentences, rows=each.rows) for each in said]
        else:
            sections.append(_beside(dataset, record))
    sections += [policies(dataset, as_of), apart(dataset, as_of), care(dataset)]
    count = len(dataset.all(Policy))
    name = known_as(dataset, found[0].id) if found else "No framework found"
    beside = [counted(len(found) - 1, "framework")] if len(found) > 1 else []
    beside += [counted(count, "policy or initiative", "policies and initiatives")] if count else []
    tail = f", and beside it {listed(beside)}" if beside else ""
    opening = f"{name}{tail}. Lists stand apart by source; no list is made of several."
    report = Whole("framework", "FRAMEWORK", opening, ("query texts", "query policies", "report lessons"))
    return whole(dataset, scope, as_of, report, [each for each in sections if each is not None])


def _label(record: Framework) -> str:
    return next((_LABELS[line.value] for line in record.kind if line.value in _LABELS), _OTHER)


def _beside(dataset: Dataset, record: Framework) -> Section:
    """Give another framework in one section, each topic with its own heading."""
    named: dict[str, list[Name]] = {}
    for line in record.names:
        if line.kind != "description":
            named.setdefault(line.text, []).append(line)
    names = [(f'"{text}"', of_lines(dataset, lines)) for text, lines in named.items()]
    lead = Sentence("names", ("Called ", *chain(names, ", "), ".")) if names else None
    found = topics(dataset, record)
    sentences = [sentence for topic in found for sentence in _headed(topic)]
    rows = tuple(row for topic in found for row in topic.rows)
    return Section(record.id, _label(record), tuple([lead, *sentences] if lead else sentences), rows=rows)


def _headed(topic: Topic) -> list[Sentence]:
    """Give the sentences of a topic, the first behind its heading."""
    first, *rest = topic.sentences
    return [replace(first, parts=(f"{topic.label}: ", *first.parts), run_in=False), *rest]
