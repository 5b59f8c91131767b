"""What each room asks of the store, in its own words, and tells it."""

from collections.abc import Sequence
from pathlib import Path

from generator.audit.base import Result
from generator.audit.rulebook import Rulebook
from generator.audit.runner import Outcome
from generator.catalog.entries import Entry
from generator.diagnostics import Diagnostic
from generator.intake.declarations import Declarations
from generator.intake.known_files import KnownFile
from generator.intake.records import Record
from generator.search import INDEX, name_by
from generator.search.columns import counts
from generator.search.known_index import Indexed, KnownSegment, MadeOf, Terms
from generator.search.originals import Texts
from generator.search.postings import Sizes
from generator.source import dotted
from generator.store import plain
from generator.store.database import Row
from generator.store.seen import Seen
from generator.store.store import (
    BATCH,
    BESIDE,
    ENTRIES,
    FILES,
    ORIGINALS,
    OUTCOMES,
    REPORTS,
    SEGMENTS,
    TERMS,
    Store,
)
from generator.values.digest import digest_of


class StoredFiles:
    """For reading: what stood in each record's file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recall(self, path: str, digest: bytes) -> KnownFile | None:
        """What was read when the file had this digest."""
        known = self._store.recall(FILES, path, digest, plain.FILE.validate_json)
        if known is not None:
            self._store.know(path, _with_originals(digest, known))
        return known

    def learn(self, path: str, digest: bytes, known: KnownFile) -> None:
        """What was read of it now."""
        self._store.know(path, _with_originals(digest, known))
        self._store.learn(FILES, path, digest, plain.FILE.dump_json(known))


class StoredEntries:
    """For the catalog: the entries of each record, with what they name."""

    def __init__(self, store: Store, declared: Declarations) -> None:
        self._store = store
        self._frames = {frame.id: frame for frame in declared.frames}
        self._kinds = {kind.id: kind for kind in declared.kinds}

    def recall(self, record: Record) -> tuple[Entry, ...] | None:
        """The entries of a record that is as it was."""
        if (key := self._store.digest(record.path)) is None:
            return None
        return self._store.recall(
            ENTRIES, record.path, key,
            lambda data: plain.entries_from(data, record, self._frames, self._kinds),
        )  # fmt: skip

    def learn(self, record: Record, entries: tuple[Entry, ...]) -> None:
        """Entries that were filled in."""
        if key := self._store.digest(record.path):
            self._store.learn(ENTRIES, record.path, key, plain.plain_entries(entries))


class StoredOutcomes:
    """For the audit: what the rules of a site said of each record."""

    def __init__(self, store: Store, book: Rulebook) -> None:
        self._store = store
        self._rules = book.names

    def recall(self, record: Record) -> Outcome | None:
        """Of a record by itself."""
        if (key := self._store.digest(record.path)) is None:
            return None
        return self._store.recall(
            OUTCOMES, record.path, key, lambda data: plain.outcome_from(data, self._rules)
        )

    def learn(self, record: Record, outcome: Outcome) -> None:
        """What they say of it now."""
        if key := self._store.digest(record.path):
            self._store.learn(OUTCOMES, record.path, key, plain.plain_outcome(outcome))

    def recall_beside(
        self, record: Record, around: Sequence[Record]
    ) -> tuple[Diagnostic, ...] | None:
        """Of a record beside those around it."""
        key = self._store.together(other.path for other in around)
        if key is None:
            return None
        return self._store.recall(BESIDE, record.path, key, plain.RESULTS.validate_json)

    def learn_beside(
        self, record: Record, around: Sequence[Record], found: tuple[Diagnostic, ...]
    ) -> None:
        """What they say of it now."""
        if key := self._store.together(other.path for other in around):
            self._store.learn(BESIDE, record.path, key, plain.RESULTS.dump_json(found))

    def recall_fault(self, record: Record, rule: str, result: Result) -> Diagnostic | None:
        """A result of a rule over all records, said of a record that is as it was."""
        if (key := self._said(record, result)) is None:
            return None
        said = self._store.recall(
            BATCH, _of_rule(record, rule, result), key, plain.RESULTS.validate_json
        )
        return said[0] if said else None

    def learn_fault(self, record: Record, rule: str, result: Result, fault: Diagnostic) -> None:
        """What it says now."""
        if key := self._said(record, result):
            said = plain.RESULTS.dump_json((fault,))
            self._store.learn(BATCH, _of_rule(record, rule, result), key, said)

    def _said(self, record: Record, result: Result) -> bytes | None:
        digest = self._store.digest(record.path)
        return digest and digest_of(digest, repr(result).encode(errors="surrogatepass"))


class StoredIndex:
    """For search: what the index holds of each result, and the scripts of the published site."""

    def __init__(self, store: Store, site: Path, seen: Seen) -> None:
        self._store, self._seen = store, seen
        self._folder = site / INDEX
        self._replaced: dict[str, Row | None] = {}
        """Terms that were kept of results, where others came in their place."""

    def recall(self, entry: Entry) -> Indexed | None:
        """What was made of an entry whose record is as it was."""
        if (key := self._store.digest(entry.record.path)) is None:
            return None
        return self._store.recall(REPORTS, _result(entry), key, plain.INDEXED.validate_json)

    def terms(self, entry: Entry) -> Terms | None:
        """Its terms."""
        if (key := self._store.digest(entry.record.path)) is None:
            return None
        return self._store.recall(TERMS, _result(entry), key, plain.terms_from)

    def learn(self, entry: Entry, indexed: Indexed, terms: Terms) -> None:
        """What is made of it now."""
        if key := self._store.digest(entry.record.path):
            name = _result(entry)
            self._replaced.setdefault(name, self._store.last(TERMS, name))
            self._store.learn(REPORTS, _result(entry), key, plain.INDEXED.dump_json(indexed))
            self._store.learn(TERMS, _result(entry), key, plain.plain_terms(terms))

    def texts(self, entry: Entry) -> Texts:
        """What was read of its originals last, by their digests."""
        row = self._store.last(ORIGINALS, _result(entry))
        try:
            return plain.TEXTS.validate_json(row[1]) if row else {}
        except ValueError:
            return {}

    def learn_texts(self, entry: Entry, texts: Texts) -> None:
        """What was read of them now; nothing stays of those that are gone."""
        name, key = _result(entry), self._store.digest(entry.record.path)
        if key and (texts or self._store.last(ORIGINALS, name)):
            self._store.learn(ORIGINALS, name, key, plain.TEXTS.dump_json(dict(texts)))

    def recall_segment(self, number: int, made_of: MadeOf) -> Sequence[str] | None:
        """The scripts of a segment that was made of the same."""
        if (key := self._segment(made_of)) is None:
            return None
        known = self._store.recall(SEGMENTS, str(number), key, plain.SEGMENT.validate_json)
        return known and known.scripts

    def learn_segment(
        self, number: int, made_of: MadeOf, scripts: Sequence[str], sizes: Sizes
    ) -> None:
        """The scripts that were made."""
        if key := self._segment(made_of):
            pairs = zip(*made_of, strict=True)
            results = [(self.version(entry), counts(row)) for entry, row in pairs]
            made = KnownSegment(tuple(scripts), sizes, tuple(results))
            self._store.learn(SEGMENTS, str(number), key, plain.SEGMENT.dump_json(made))

    def segment(self, number: int) -> KnownSegment | None:
        """A segment as it was made last."""
        row = self._store.last(SEGMENTS, str(number))
        try:
            return row and plain.SEGMENT.validate_json(row[1])
        except ValueError:
            return None

    def version(self, entry: Entry) -> str:
        """The name of a result with the digest of its record."""
        digest = self._store.digest(entry.record.path)
        return f"{digest.hex()} {_result(entry)}" if digest else ""

    def terms_of(self, version: str) -> Terms | None:
        """The terms of a result as it was, unless others are known by now."""
        digest, _, name = version.partition(" ")
        row = self._replaced.get(name) or self._store.last(TERMS, name)
        try:
            return plain.terms_from(row[1]) if row and row[0].hex() == digest else None
        except ValueError:
            return None

    def file(self, script: str) -> Path | None:
        """A script of the published site, if its content is what its name says."""
        file = self._folder / f"{script}.js"
        digest = self._seen.digest(file)
        return file if digest is not None and name_by(digest) == script else None

    def _segment(self, made_of: MadeOf) -> bytes | None:
        entries, rows = made_of
        results = [_result(entry) for entry in entries]
        key = self._store.together(entry.record.path for entry in entries)
        return key and digest_of(key, repr(results).encode(), repr(rows).encode())


def _of_rule(record: Record, rule: str, result: Result) -> str:
    """The name of what a rule says of one place of a record."""
    return f"{record.path}#{rule}#{dotted(result.path)}"


def _result(entry: Entry) -> str:
    """The name of one result: its document's file, and where on its page it stands."""
    return f"{entry.record.path}#{entry.anchor}"


def _with_originals(digest: bytes, known: KnownFile) -> bytes:
    """A record's file and the originals beside it."""
    named = (f"{name} {was}".encode() for name, was in sorted(known.originals.items()))
    return digest_of(digest, *named)
