"""What to answer to a value that cannot be read and is understood all the same: the line to type.

A single sure reading is what was meant. Of several somebody must choose, and all of them are said.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.diagnostics import Fix
from generator.schema.languages import Language
from generator.schema.vocabulary import Term, Vocabulary, vocabulary
from generator.source import At, Document, Plain, scalar
from generator.values.lazily import lazily
from generator.values.lookalikes import as_typed
from generator.values.meant.meaning import Meant
from generator.values.money import Unit, parse
from generator.values.notations import Notation
from generator.values.text import half_width

_OF_WHOLE = lazily(
    r"(?P<points>\d{1,4}(?:\.\d{1,4})?)\s?分?\s?[/／]\s?(?P<whole>\d{1,4}(?:\.\d{1,4})?)\s?分?",
    re.ASCII,
)
_POINTS = frozenset(("score", "review_score", "total", "review_total"))
_WEIGHT = "weight"
_HUNDRED = "100"


class Understood(NamedTuple):
    """What to do about a text, and the lines that do it."""

    remedy: str
    fixes: tuple[Fix, ...] = ()


def understood(
    document: Document, at: At, label: str, notation: Notation, text: str, unit: str = "",
    *, required: bool = False, told: str = "",
) -> Understood:  # fmt: skip
    """Answer to the text at a path as typed, which its notation does not read.

    `told` is what else in the file tells of it.
    """
    meant = Meant((told,)) if told else notation.meant(text, unit)
    if required and "" in meant.readings:
        meant = meant._replace(readings=tuple(filter(None, meant.readings)), is_sure=False)
    is_sure = meant.is_sure and len(meant.readings) == 1
    fixes = (document.fix(at, reading or None, is_sure=is_sure) for reading in meant.readings)
    return Understood(_remedy(label, notation, meant), tuple(filter(None, fixes)))


def of_whole(document: Document, at: At, text: str, terms: Vocabulary, language: Language) -> str:
    """The points of `49.2/50`, where the row is worth 50, or a total a hundred; else nothing."""
    found = _OF_WHOLE.fullmatch(half_width(text).strip())
    blocks = tuple(_above(document.data, at, terms, language)) if found else ()
    if found is None or not blocks:
        return ""
    data, here = blocks[-1]
    term = here.by_key[language].get(str(at[-1]))
    if term is None or term.name not in _POINTS:
        return ""
    whole = _text(data, here.terms[_WEIGHT], language) if _WEIGHT in here.terms else _HUNDRED
    worth = parse(whole)
    return found["points"] if worth is not None and worth == parse(found["whole"]) else ""


def referred(document: Document, text: str) -> str:
    """The one id that an id was meant to be: the file refers to it, and nothing there has it."""
    plain = _bare(text)
    found = {one for one in _texts(document.data, in_lists=True) if _bare(one) == plain}
    found -= {text, *_texts(document.data, in_lists=False)}
    return found.pop() if len(found) == 1 else ""


def _bare(text: str) -> str:
    return "".join(as_typed(text).casefold().split())


def _texts(data: Plain, *, in_lists: bool) -> Iterator[str]:
    """Every text that stands in a list, or behind a key."""
    for value in data.values() if isinstance(data, dict) else data or ():
        if not isinstance(value, str):
            yield from _texts(value, in_lists=in_lists)
        elif isinstance(data, list) == in_lists:
            yield value


def _remedy(label: str, notation: Notation, meant: Meant) -> str:
    entries = [entry(label, reading) for reading in meant.readings]
    if meant.missing:
        left = "；原文没有写的，这一项空着" if entries else ""
        return f"没有写明{meant.missing}，应为{notation.expected}；请对照原文补全{left}"
    if not entries:
        return ""
    if len(entries) > 1:
        return f"有 {len(entries)} 种读法，请对照原文选一种：{'、'.join(entries)}"
    return (
        f"请写成{entries[0]}" if meant.is_sure else f"应为{notation.expected}；是否为{entries[0]}？"
    )


def entry(label: str, text: str) -> str:
    """An entry of a file as a message quotes it: `「得分: 38」`."""
    return f"「{label}: {scalar(text)}」" if text else f"「{label}:」"


def unit_at(document: Document, at: At, terms: Vocabulary, language: Language) -> str:
    """The unit of a number at a path as typed: its field's, or the one that the file gives it."""
    blocks = tuple(_above(document.data, at, terms, language))
    if not blocks or not isinstance(at[-1], str):
        return ""
    data, here = blocks[-1]
    term = here.by_key[language].get(at[-1])
    if term is None:
        return ""
    if term.unit:
        return term.unit
    beside = here.terms.get(f"{term.name}_unit")
    if beside is not None:
        return _text(data, beside, language)
    units = (unit for block in reversed(blocks) for unit in _units(*block, language))
    return next(units, "") if term.notation.name in _OF_MONEY else ""


_OF_MONEY = frozenset(("amount", "sum"))


def _above(
    data: Plain, at: At, terms: Vocabulary, language: Language
) -> Iterator[tuple[Mapping[str, Plain], Vocabulary]]:
    """The blocks that a value stands in, the outermost first."""
    here: Vocabulary | None = terms
    for part in at:
        if isinstance(data, Mapping) and here is not None:
            yield data, here
            term = here.by_key[language].get(str(part))
            here = vocabulary(term.model) if term and term.model else None
            data = data.get(str(part))
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return


def _units(
    data: Mapping[str, Plain], terms: Vocabulary, language: Language, *, within: bool = True
) -> Iterator[str]:
    """The units of money that a block names, or a block directly in it."""
    for term in terms.terms.values():
        inner = data.get(term.key(language))
        if term.choice is Unit and (unit := term.value(str(inner), language)):
            yield unit.label
        elif term.model is not None and isinstance(inner, Mapping) and within:
            yield from _units(inner, vocabulary(term.model), language, within=False)


def _text(data: Mapping[str, Plain], term: Term, language: Language) -> str:
    value = data.get(term.key(language))
    return value if isinstance(value, str) else ""
