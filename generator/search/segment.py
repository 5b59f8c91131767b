"""One segment of the index: where each term stands in its results, and what filters need."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat

from generator.artifacts import Artifact
from generator.catalog import Entry
from generator.search.columns import Columns, Row, counts
from generator.search.documents import Series
from generator.search.enclosing import with_originals
from generator.search.known_index import Indexed, KnownIndex, Terms
from generator.search.mending import Mended, UnfitError, mended
from generator.search.postings import Postings, Sizes
from generator.search.regions import SHARE, regions
from generator.search.script_files import FOLDER, data_of, listed, named, stem
from generator.search.terms import spread

_SHARD = 2_000
"""Bytes a shard has at most, nearly.

An everyday word asks for a dozen of them; each more is a name more in the manifest.
"""
_TERMS = "terms"


class Segment:
    """Taken together result by result.

    Where all are as they were, so is it. Where few changed, the shards of the published site are
    mended; else the terms of all are gathered.
    """

    def __init__(self, number: int, columns: Columns, known: KnownIndex) -> None:
        self._number, self._columns, self._known = number, columns, known
        self._before = known.segment(number)
        self._entries: list[Entry] = []
        self._rows: list[Row] = []
        self._reports: list[str] = []
        self._fresh: dict[int, Terms] = {}
        """The terms of results that were indexed anew, by their place."""
        self._postings: Postings | None = None
        self._scripts: Sequence[str] = ()

    @property
    def summary(self) -> Mapping[str, object]:
        """What the manifest says of it; by `check` the engine knows the columns."""
        columns, *shards = self._scripts
        check = spread(listed(self._reports))
        return {"columns": columns, "shards": listed(shards), "check": check}

    def add(self, entry: Entry, indexed: Indexed, terms: Terms | None) -> None:
        """Take one result; `terms` where it was indexed anew."""
        number = len(self._entries)
        self._entries.append(entry)
        pieces = tuple(map(len, indexed.originals))
        row = self._columns.row(entry, indexed.findings, indexed.recommendations, pieces)
        self._rows.append(row)
        self._reports.append(indexed.report)
        if terms is not None:
            self._fresh[number] = terms
        if self._postings is not None:
            self._post(self._postings, number)
        elif len(self._fresh) > (len(self._before.results) // SHARE if self._before else 0):
            self._gather()

    def finish(self) -> Iterator[Artifact]:
        """What can be said when all have been taken."""
        made_of = (self._entries, self._rows)
        if self._postings is None and not self._fresh:
            names = self._known.recall_segment(self._number, made_of) or ()
            files = {name: file for name in names if (file := self._known.file(name))}
            if names and len(files) == len(names):
                self._scripts = names
                yield from (Artifact(f"{FOLDER}{name}.js", file) for name, file in files.items())
                return
        scripts = []
        columns = self._columns.of(self._rows)
        yield (script := named("columns", [columns, listed(self._reports)]))
        scripts.append(stem(script))
        shards, sizes = self._mended() or self._gathered()
        for shard in shards:
            yield (script := named(_TERMS, shard))
            scripts.append(stem(script))
        self._scripts = scripts
        self._known.learn_segment(self._number, made_of, scripts, sizes)

    def _mended(self) -> Mended | None:
        """The shards of the published site with what changed since; None where they are unfit."""
        before = self._before
        if before is None or self._postings is not None:
            return None
        versions = map(self._known.version, self._entries)
        now = list(zip(versions, map(counts, self._rows), strict=True))
        try:
            shards = [self._shard(name) for name in before.scripts[1:]]
            changed = regions(before.results, now, self._known.terms_of, self._terms)
            made = mended(shards, before.sizes, changed)
        except UnfitError:
            return None
        return made if made.sizes.shards(_SHARD) == len(shards) else None

    def _shard(self, name: str) -> str:
        file = self._known.file(name)
        try:
            data = data_of(_TERMS, file.read_text(encoding="utf-8")) if file else None
        except (OSError, ValueError):
            data = None
        if not isinstance(data, str):
            raise UnfitError
        return data

    def _gathered(self) -> tuple[Iterator[str], Sizes]:
        postings = self._postings or self._gather()
        return postings.shards(_SHARD), postings.sizes

    def _gather(self) -> Postings:
        """Gather the terms of those taken so far, and from here on."""
        self._postings = Postings()
        for number in range(len(self._entries)):
            self._post(self._postings, number)
        return self._postings

    def _post(self, postings: Postings, number: int) -> None:
        each = zip(Series, counts(self._rows[number]), strict=True)
        series = chain.from_iterable(repeat(one, count) for one, count in each)
        for one, part in zip(series, self._terms(number), strict=True):
            postings.add(one, part)
        self._fresh.pop(number, None)

    def _terms(self, number: int) -> Terms:
        """The terms of a result that was taken."""
        entry = self._entries[number]
        known = self._fresh.get(number) or self._known.terms(entry)
        return known or with_originals(entry, self._known).terms
