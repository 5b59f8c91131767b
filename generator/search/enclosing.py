"""A result for the index with what is enclosed: the text of its originals."""

from generator.catalog import Entry
from generator.search.documents import Document, document
from generator.search.known_index import KnownIndex
from generator.search.originals import pieces_of


def with_originals(entry: Entry, known: KnownIndex) -> Document:
    """What is found of it; originals that are as they were are not read again.

    They are those of the document as a whole, and not of its items.
    """
    if entry.anchor:
        return document(entry)
    originals = entry.record.originals if entry.record.original_files else ()
    found, texts = pieces_of(originals, known.texts(entry) if originals else {})
    known.learn_texts(entry, texts)
    return document(entry, found)
