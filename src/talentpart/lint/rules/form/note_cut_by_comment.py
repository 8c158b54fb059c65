"""A comment has cut off the end of a text.

What: Behind a text without quotes stands ` #` with no blank after it, as in `note: it says #skills on the page`. To
YAML all from the `#` on is a comment, and the text ends before it.

Why: Half of the sentence is lost, and nobody sees it in the file.

How to mend: Quote the text: `note: "it says #skills on the page"`. Where it is a comment, put a blank behind the `#`. A
place in a source follows its id without a blank: `source: report#table`.

Fine when: Never: a comment for people begins with `# `.
"""

import re
from collections.abc import Iterator

from talentpart.finding import Location, Severity
from talentpart.lint.rule import Bad, Fault, Good
from talentpart.lint.written import lines, texts
from talentpart.store.parse import Document

SEVERITY = Severity.WARNING
BAD = (
    Bad(
        {"projects/pilot.yaml": "source: report\nmobility:\n  - value: work\n    note: the page says #skills\n"},
        at=("projects/pilot.yaml", 4, 25),
        message="' #' begins a comment, which ends the text before it; quote the text, or put a blank behind the #",
    ),
    Bad(
        {"projects/pilot.yaml": "source: report #table\nmobility: work\n"},
        at=("projects/pilot.yaml", 1, 16),
        message="' #' begins a comment, and no place of the source is named; write report#table",
    ),
)
GOOD = (
    Good({"projects/pilot.yaml": 'source: report\nnotes: ["it says #skills"] #a comment\nmobility: work # to see\n'}),
    Good({"projects/pilot.yaml": "source: report # old\nmobility: {value: work, note: see C#4 there} #new\n"}),
)
# The sign comes first in it and what must stand before is looked up behind, since blanks are many and signs are few.
_MAY_CUT = re.compile(r"#(?<=[ \t]#)[^\s#]")
_SOURCE = re.compile(r"[ ]*(?:- )?source:[ ]+[a-z0-9-]+[ ]+#[a-z0-9-]+[ ]*")
_CUT = re.compile(r"(?<=\S)[ \t]+#[^\s#].*")


def look(document: Document) -> Iterator[Fault]:
    """Look for a comment, not set off by a blank, behind a text of several words that is not quoted."""
    cuts = {}
    if _MAY_CUT.search(document.text):
        cuts = {number: cut for number, line in enumerate(lines(document), 1) if (cut := _CUT.search(line))}
    if not cuts:
        return
    for place, text in texts(document):
        cut = cuts.get(place.end_line)
        if cut is None or cut.start() != place.end_column - 1:
            continue
        of_source = _SOURCE.fullmatch(cut.string) is not None
        if of_source or " " in text:
            column = cut.start() + len(cut[0]) - len(cut[0].lstrip()) + 1
            where = Location(document.path, place.end_line, column, place.end_line, cut.end() + 1)
            message = (
                "' #' begins a comment, which ends the text before it; quote the text, or put a blank behind the #"
            )
            if of_source:
                right = f"{text}{cut[0].strip()}"
                message = f"' #' begins a comment, and no place of the source is named; write {right}"
            yield Fault(message, where=where)
