"""How many findings each rule has, the most frequent first: where to begin."""

from collections import Counter

from talentpart.lint.outcome import Outcome


def render(outcome: Outcome, *, color: bool = False) -> str:  # noqa: ARG001 - every format takes it
    """Give a line for each rule that found something, and the closing line."""
    counts = Counter((finding.rule, finding.severity) for finding in outcome.findings)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    wide = max((len(rule) for rule, _ in counts), default=0)
    lines = [
        f"{count:>6}  {severity:<7}  {rule:<{wide}}  {outcome.titles.get(rule, '')}".rstrip()
        for (rule, severity), count in rows
    ]
    return "\n".join([*lines, *outcome.ending()])
