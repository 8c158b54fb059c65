"""The saved texts of sources: a folder of files, `<source id>.txt` each."""

from collections.abc import Iterable
from pathlib import Path

from talentpart.errors import TalentpartError


def read_texts(folder: Path, sources: Iterable[str]) -> dict[str, str]:
    """Give the text of each source that has one in the folder.

    A line may end in any way; a byte order mark is no part of the text. Raises TalentpartError when the folder or a
    file cannot be read.
    """
    try:
        held = {each.name: each for each in folder.iterdir()}
    except OSError as error:
        message = f"cannot read the texts in '{folder}': {(error.strerror or str(error)).lower()}"
        raise TalentpartError(message) from None
    return {source: _text(held[f"{source}.txt"]) for source in sources if f"{source}.txt" in held}


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"cannot read '{file}': byte {error.start} is not UTF-8"
        raise TalentpartError(message) from None
    except OSError as error:
        message = f"cannot read '{file}': {(error.strerror or str(error)).lower()}"
        raise TalentpartError(message) from None
