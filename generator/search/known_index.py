"""What is known of the index from an earlier run, whoever keeps it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from generator.catalog import Entry
from generator.search.columns import Row
from generator.search.originals import Texts
from generator.search.postings import Sizes

Terms = Sequence[Mapping[str, int]]
"""For each part of a result its terms with the best field each stands in."""


MadeOf = tuple[Sequence[Entry], Sequence[Row]]
"""The results of a segment, and the columns of each."""


class Indexed(NamedTuple):
    """What the index says of one result, but for its terms."""

    findings: int
    recommendations: int
    report: str
    """The script with what is shown of it."""
    originals: tuple[tuple[str, ...], ...]
    """The scripts with the pieces of each original in which something can be found."""

    @property
    def scripts(self) -> Iterator[str]:
        """All of them."""
        yield self.report
        for pieces in self.originals:
            yield from pieces


class KnownSegment(NamedTuple):
    """A segment as it stands in the published site."""

    scripts: Sequence[str]
    """That of columns first, then its shards."""
    sizes: Sizes
    results: Sequence[tuple[str, tuple[int, int, int]]]
    """The version of each result in their order, and of how many documents of each series it is."""


class KnownIndex(Protocol):
    """Asked for each result and segment before it is made, and told of those that were made."""

    def recall(self, entry: Entry) -> Indexed | None:
        """What was made of an entry whose record is as it was."""
        ...

    def terms(self, entry: Entry) -> Terms | None:
        """Its terms, where a segment has to be made anew."""
        ...

    def learn(self, entry: Entry, indexed: Indexed, terms: Terms) -> None: ...

    def texts(self, entry: Entry) -> Texts:
        """What was read of its originals last, of whatever version of the record."""
        ...

    def learn_texts(self, entry: Entry, texts: Texts) -> None: ...

    def recall_segment(self, number: int, made_of: MadeOf) -> Sequence[str] | None:
        """The scripts of a segment that was made of the same; the one of columns comes first."""
        ...

    def learn_segment(
        self, number: int, made_of: MadeOf, scripts: Sequence[str], sizes: Sizes
    ) -> None: ...

    def segment(self, number: int) -> KnownSegment | None:
        """A segment as it was made last, of whatever."""
        ...

    def version(self, entry: Entry) -> str:
        """The name of a result as it is now; empty where it has none."""
        ...

    def terms_of(self, version: str) -> Terms | None:
        """The terms of a result as it was."""
        ...

    def file(self, script: str) -> Path | None:
        """A script as it stands in the published site, if its content is what its name says."""
        ...


class _Nothing:
    """Of a run that begins with nothing."""

    def recall(self, entry: Entry) -> None:
        del entry

    terms = recall

    def learn(self, entry: Entry, indexed: Indexed, terms: Terms) -> None:
        del entry, indexed, terms

    def texts(self, entry: Entry) -> Texts:
        del entry
        return {}

    def learn_texts(self, entry: Entry, texts: Texts) -> None:
        del entry, texts

    def recall_segment(self, number: int, made_of: MadeOf) -> None:
        del number, made_of

    def learn_segment(
        self, number: int, made_of: MadeOf, scripts: Sequence[str], sizes: Sizes
    ) -> None:
        del number, made_of, scripts, sizes

    def segment(self, number: int) -> None:
        del number

    def version(self, entry: Entry) -> str:
        del entry
        return ""

    def terms_of(self, version: str) -> None:
        del version

    def file(self, script: str) -> None:
        del script


NOTHING_KNOWN: KnownIndex = _Nothing()
