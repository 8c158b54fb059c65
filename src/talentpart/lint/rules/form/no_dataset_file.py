"""The dataset does not say what it is.

What: The folder of the dataset holds no dataset.yaml.

Why: Title, version, day, licence and how to cite stand in it; without it every report and export is of an unknown
dataset.

How to mend: Write dataset.yaml; `talentpart schema dataset` says what it holds. Where it stands elsewhere, the folder
that was given is not the dataset: give the right one with `--data`.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {},
        at=(".", 0, 0),
        message="the folder holds no dataset.yaml, which gives the title, version, day and licence of the dataset",
        without=("dataset.yaml",),
    ),
)
GOOD = (Good({}),)
