"""One edit of a site, of each kind that keepers of records make."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_SCORE = re.compile(r"(?m)^( +(?:- )?得分: )(\d+)((?:\.\d+)?)$")
_PARAGRAPH = re.compile(r"(?m)^( +内容: [^|>\n]+。)$")
_ADDED = "以上情况属实。"


@dataclass(frozen=True, slots=True)
class Edit:
    """A record file and what it becomes; None where it goes."""

    name: str
    file: Path
    content: bytes | None

    def make(self) -> None:
        """Change the file, as whoever saves it does."""
        if self.content is None:
            self.file.unlink()
        else:
            self.file.write_bytes(self.content)


def edits(files: Sequence[Path]) -> tuple[Edit, ...]:
    """One edit after another, each from what the one before left.

    They are made in the middle of the list, where what follows is moved. Raises LookupError where
    no record has all that is to be changed and stands alone.
    """
    file, text = next(_fit(files), (None, ""))
    if file is None:
        raise LookupError("no record has a score and a paragraph and is named by no other")
    scored = _SCORE.sub(_other_score, text, count=1)
    worded = _PARAGRAPH.sub(rf"\g<1>{_ADDED}", scored, count=1)
    return (
        Edit("a changed score", file, scored.encode()),
        Edit("a changed paragraph", file, worded.encode()),
        Edit("a record removed mid-list", file, None),
        Edit("a record added mid-list", file, worded.encode()),
    )


def _fit(files: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Records that can be edited so, those in the middle of the list first."""
    answering = {file.stem for file in files if file.stem.count("-") > 1}
    answered = {stem.rpartition("-")[0] for stem in answering}
    middle = len(files) // 2
    for file in sorted(files, key=lambda file: abs(files.index(file) - middle)):
        if file.stem in answering or file.stem in answered or file.with_suffix("").exists():
            continue
        text = file.read_text(encoding="utf-8")
        if _SCORE.search(text) and _PARAGRAPH.search(text):
            yield file, text


def _other_score(found: re.Match[str]) -> str:
    """A point less, or one more than none."""
    before, whole, places = found.groups()
    return f"{before}{int(whole) - 1 if int(whole) else 1}{places}"
