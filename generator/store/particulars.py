"""What documents found, and how it stands: kept by the document, and by all around it."""

from collections.abc import Sequence

from generator.catalog.known_particulars import Standings
from generator.catalog.particulars import Particulars
from generator.intake.records import Record
from generator.store import plain
from generator.store.store import PARTICULARS, STANDINGS, Store


class StoredParticulars:
    """For lists of problems."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recall(self, record: Record) -> Particulars | None:
        """Of a record that is as it was."""
        if (key := self._store.digest(record.path)) is None:
            return None
        return self._store.recall(PARTICULARS, record.path, key, plain.PARTICULARS.validate_json)

    def learn(self, record: Record, particulars: Particulars) -> None:
        """What was read out of it now."""
        if key := self._store.digest(record.path):
            self._store.learn(
                PARTICULARS, record.path, key, plain.PARTICULARS.dump_json(particulars)
            )

    def recall_standings(self, record: Record, around: Sequence[Record]) -> Standings | None:
        """Of a record beside those around it."""
        key = self._store.together(other.path for other in around)
        if key is None:
            return None
        return self._store.recall(STANDINGS, record.path, key, plain.STANDINGS.validate_json)

    def learn_standings(
        self, record: Record, around: Sequence[Record], standings: Standings
    ) -> None:
        """How its problems stand now."""
        if key := self._store.together(other.path for other in around):
            self._store.learn(STANDINGS, record.path, key, plain.STANDINGS.dump_json(standings))
