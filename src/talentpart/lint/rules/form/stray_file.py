"""A file or folder belongs to no kind of record.

What: The folder of the dataset holds something that is not read: a folder of another name, a file that ends in .yml,
a backup. What does not look like a record is only a warning.

Why: Whoever put it there thinks that it counts.

How to mend: Move it to the folder of its kind and end its name in .yaml; or move it out of the dataset.

Fine when: Never.
"""

from talentpart.finding import Severity
from talentpart.lint.rule import Bad, Good

SEVERITY = Severity.ERROR
BAD = (
    Bad(
        {"projects/pilot.yml": "source: report\n"},
        at=("projects/pilot.yml", 0, 0),
        message="'projects/pilot.yml' is not read, since the names of records end in .yaml",
    ),
    Bad(
        {"project/pilot.yaml": "source: report\n"},
        at=("project", 0, 0),
        message="'project' belongs nowhere in a dataset, so it is not read",
        warning=True,
    ),
)
GOOD = (Good({"projects/pilot.yaml": "source: report\n"}),)
