"""How often each rule was right about documents that people had judged by hand.

The figures stand in `judged.yml` beside this module. `make judged` writes them; the documents are
with the tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.source import read_file

JUDGED = Path(__file__).parent / "judged.yml"
FEWEST = 3
"""Of how many results a share begins to say something."""


@dataclass(frozen=True, slots=True)
class Precision:
    """What a rule said of the documents, and how much of it was so."""

    documents: int
    right: int = 0
    wrong: int = 0

    @property
    def said(self) -> int:
        return self.right + self.wrong

    @property
    def is_known(self) -> bool:
        """Whether it spoke often enough for a share to mean anything."""
        return self.said >= FEWEST

    def __str__(self) -> str:
        """For the rule's manual page, with the size of the set and both figures."""
        of_all = f"在 {self.documents} 份人工评判的文件中"
        if not self.said:
            return f"{of_all}没有说过，准确程度不明。"
        told = f"{of_all}说了 {self.said} 次，{self.right} 次属实"
        return f"{told}。" if self.is_known else f"{told}；次数太少，不能说明准确程度。"


def precision(rule: str) -> Precision:
    """Of a rule of the program, over all sets of documents; of one that never spoke, none."""
    table = _table()
    figures = table["rules"].get(rule, {})
    return Precision(int(table["documents"]), **{word: int(n) for word, n in figures.items()})


@cache
def _table() -> Mapping[str, Any]:
    """The file's; without it none, since what writes it is a program that has rules too."""
    document = read_file(JUDGED, JUDGED.parent).document
    return document.data if document else {"documents": "0", "rules": {}}
