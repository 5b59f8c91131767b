"""A draft as data for other programs: the record, where each value stands, what is left."""

from collections.abc import Iterable
from typing import Any

from generator.importers.importing import Imported, Source
from generator.importers.ledger import Ledger, Span
from generator.model.evaluation import Evaluation
from generator.privacy.numbers import masked
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary
from generator.source import At, dotted

_UNREAD = "0"


def as_data(source: Source, one: Imported) -> dict[str, Any]:
    """`{source, record, provenance, unplaced, notes}`; fields as the record spells them."""
    ledger = source.ledger
    provenance: dict[str, Any] = {
        _field(at): _told(ledger, value.spans, value.confidence.number)
        for at, value in one.draft.values.items()
    }
    for opened in one.draft.open:
        told = _told(ledger, opened.spans, _UNREAD)
        provenance[_field(opened.at)] = told | {
            "readings": list(opened.readings), "reason": opened.reason,
        }  # fmt: skip
    return {
        "source": {"name": source.name, "sha256": source.digest},
        "record": dict(one.draft.record),
        "provenance": provenance,
        "unplaced": [
            {"place": ledger.place(span), "text": masked(ledger.text(span).strip())}
            for span in one.unplaced
        ],
        "notes": [*source.notes, *one.notes, *one.draft.missing],
    }


def _field(at: At) -> str:
    return dotted(tuple(vocabulary(Evaluation).typed(at, Language.CHINESE)))


def _told(ledger: Ledger, spans: Iterable[Span], confidence: str) -> dict[str, Any]:
    held = tuple(dict.fromkeys(spans))
    return {
        "place": "、".join(dict.fromkeys(ledger.place(span) for span in held)),
        "text": masked("\n".join(ledger.text(span).strip() for span in held)),
        "confidence": min([float(confidence), *(ledger.certainty(span) for span in held)]),
    }
