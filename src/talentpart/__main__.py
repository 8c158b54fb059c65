"""Let `python -m talentpart` do what `talentpart` does."""

import sys

from talentpart.cli import main

if __name__ == "__main__":
    sys.exit(main())
