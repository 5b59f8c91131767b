"""Long lists on several pages, so that none is too much for a telephone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.pages.addresses import Link

T = TypeVar("T")
ROWS = 150
"""Of a list on one page."""


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands among those of its list."""

    number: int
    """From 1."""
    pages: Sequence[Link]
    """All of them, by their numbers."""

    @property
    def earlier(self) -> Link | None:
        return self.pages[self.number - 2] if self.number > 1 else None

    @property
    def later(self) -> Link | None:
        return self.pages[self.number] if self.number < len(self.pages) else None


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """A page of a list."""

    address: str
    rows: Sequence[T]
    pager: Pager | None
    """None where it is the only one."""

    def titled(self, title: str) -> str:
        """The title of the list, with the page's number behind the first."""
        return (
            title
            if self.pager is None or self.pager.number == 1
            else (f"{title}（第 {self.pager.number} 页）")
        )


def sheets(address: str, rows: Sequence[T]) -> Iterator[Sheet[T]]:
    """The pages of a list; the first stands at its address, the others below it."""
    starts = range(0, max(len(rows), 1), ROWS)
    links = [
        Link(str(n), address if n == 1 else f"{address}{n}/") for n in range(1, len(starts) + 1)
    ]
    for n, start in enumerate(starts, 1):
        pager = Pager(n, links) if len(links) > 1 else None
        yield Sheet(links[n - 1].address, rows[start : start + ROWS], pager)
