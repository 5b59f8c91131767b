"""A key under another name: as printed forms call the field, or in Latin letters."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.binding.walk import is_read
from generator.schema.languages import Language
from generator.schema.lexicon import Lexicon
from generator.schema.vocabulary import Term, Vocabulary
from generator.source import At, Plain
from generator.values.names import folded
from generator.values.pinyin import in_latin

_ITEMS = "items"
_SHORTEST = 4
"""Letters of a key in Latin letters below which it may be anything."""


class Synonym(NamedTuple):
    """The field that was meant, and whether no other can be."""

    term: Term
    is_sure: bool


def synonym(
    key: str, value: Plain, terms: Vocabulary, data: Mapping[str, Plain], at: At,
    language: Language, lexicon: Lexicon,
) -> Synonym | None:  # fmt: skip
    """The field of a block at an English path that is meant by a key; None where that is open."""
    free = {term.name: term for term in terms.terms.values() if term.key(language) not in data}
    found = tuple(dict.fromkeys(_in_place(key, free, at, lexicon)))
    is_told = len(found) == 1
    if not found:
        found = tuple(dict.fromkeys((*_latin(key, free), *_elsewhere(key, free, lexicon))))
        is_told = key.isascii()
    if len(found) != 1:
        return None
    term = free[found[0]]
    return Synonym(term, is_told and _fits(term, value, language))


def _in_place(key: str, free: Mapping[str, Term], at: At, lexicon: Lexicon) -> Iterator[str]:
    """Fields of this very block that forms call so."""
    way = tuple(part for part in at if isinstance(part, str) and part != _ITEMS)
    for one in lexicon.called(key):
        is_here = way == one.block or (one.is_below and way[: len(one.block)] == one.block)
        if is_here and one.field in free:
            yield one.field


def _elsewhere(key: str, free: Mapping[str, Term], lexicon: Lexicon) -> Iterator[str]:
    """Fields here whose own name forms use in place of this one elsewhere: 备注 is 说明."""
    for one in lexicon.called(key):
        yield from (name for name, term in free.items() if folded(term.label) in one.same)


def _latin(key: str, free: Mapping[str, Term]) -> Iterator[str]:
    """Fields whose name sounds as the key is spelt: zongfen."""
    plain = "".join(sign for sign in key.casefold() if sign.isalnum())
    if key.isascii() and len(plain) >= _SHORTEST:
        yield from (name for name, term in free.items() if in_latin(term.label) == plain)


def _fits(term: Term, value: Plain, language: Language) -> bool:
    """Whether a field may hold a value, as far as its kind goes."""
    if isinstance(value, list):
        return term.many
    if isinstance(value, dict):
        return term.model is not None and not term.many
    if value is None or term.many or term.model is not None or term.columns:
        return False
    if term.choice is not None:
        return term.value(value, language) is not None
    return term.prose or is_read(value, term.notation)
