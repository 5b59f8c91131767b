"""A text where a list or a block should stand: in which shape it was meant."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from generator import source
from generator.diagnostics import Fix
from generator.schema.languages import Language
from generator.schema.vocabulary import Term, vocabulary
from generator.source import At, Document, scalar
from generator.values.cells.numerals import chinese
from generator.values.lazily import lazily
from generator.values.lookalikes import as_typed
from generator.values.meant.meaning import says_none, says_nothing
from generator.values.notations import is_slug

_BETWEEN = re.compile(
    r"\s*[、，,；;]\s*|\s+(?:[和与及]\s+)?|(?<=[a-zA-Z0-9])[和与及/](?=[a-zA-Z])", re.ASCII
)
_BRACED = lazily(r"[｛{](?P<inside>[^｛｝{}\n]{1,2000})[｝}]")
_ENDS = lazily(r"\s{0,4}[，,、；;]\s{0,4}(?=[^\s，,、；;:：]{1,20}\s?[:：])")
_PAIR = lazily(r"(?P<key>[^\s，,、；;:：]{1,20})\s?[:：]\s{0,4}(?P<value>.{0,2000})")
_AROUND = "[]【】()（）「」《》\"'“” "

_ALL = lazily("(?:以上|上述|前述)?(?:全部|所有|各项|各个)的?问题|(?:以上|上述|前述)问题|全部|所有")
_NUMBERED = lazily(r"(?:第|问题)(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:[个项条]?问题)?")

FINDINGS = "findings"
"""The field of a file's problems, and of those that name some of them by their ids."""


class Shape(NamedTuple):
    """What should stand behind the key, as YAML, and whether nothing else can be meant."""

    text: str
    is_sure: bool = True


def shapes(
    term: Term, value: str, language: Language, indent: int, names: Collection[str] = ()
) -> tuple[Shape, ...]:
    """The ways in which a text may be meant; a block below the key has so many blanks before it.

    `names` are the ids of the file's problems: a list of such ids holds nothing else.
    """
    if says_nothing(value) or says_none(value):
        return (Shape("", not term.required),)
    if term.model is None and term.many and term.name == FINDINGS:
        return tuple(_named(value, names))
    if term.model is None:
        return tuple(_lists(value)) if term.many else ()
    return tuple(_blocks(term, value, language, indent))


def braced(term: Term, value: str, language: Language) -> str | None:
    """Names and values in the braces, colons and commas of an input method, as YAML writes them.

    Empty where not all of the names are known; None where the text stands in no braces.
    """
    found = _BRACED.fullmatch(value.strip()) if term.model else None
    if found is None or term.model is None:
        return None
    pairs = [_PAIR.fullmatch(piece.strip()) for piece in _ENDS.split(found["inside"].strip())]
    known = vocabulary(term.model).by_key[language]
    entries = [
        f"{pair['key']}: {scalar(pair['value'].strip(), in_brackets=True)}"
        for pair in pairs
        if pair and pair["key"] in known
    ]
    keys = {pair["key"] for pair in pairs if pair}
    return f"{{{', '.join(entries)}}}" if len(keys) == len(entries) == len(pairs) else ""


def fixes(document: Document, at: At, found: tuple[Shape, ...]) -> tuple[Fix, ...]:
    """What puts them there; only one that is alone may be sure."""
    made = (
        document.raw_fix(at, shape.text, is_sure=shape.is_sure and len(found) == 1)
        for shape in found
    )
    return tuple(filter(None, made))


def remedy(label: str, found: tuple[Shape, ...]) -> str:
    """What to type."""
    entries = [f"「{label}: {shape.text}".rstrip() + "」" for shape in found]
    if any("\n" in one for one in entries):
        return f"请另起一行，缩进两个空格写「{found[0].text.strip()}」" if len(found) == 1 else ""
    return f"请写成{entries[0]}" if len(entries) == 1 else f"请选一种写法：{'、'.join(entries)}"


def parts(value: str) -> tuple[str, ...]:
    """The parts of an enumeration: `w1、w2`, `[w1，w2]`, `w1 和 w2`."""
    plain = value.strip().strip(_AROUND)
    return tuple(part.strip(_AROUND) for part in _BETWEEN.split(plain) if part.strip(_AROUND))


def bracketed(words: tuple[str, ...]) -> str:
    """A list in brackets."""
    return f"[{', '.join(scalar(word, in_brackets=True) for word in words)}]"


def _named(value: str, names: Collection[str]) -> Iterator[Shape]:
    """Ids, where every part of the text is one: `除w1外` and `1、2` name none."""
    if told := told_in_words(value, tuple(names)):
        yield Shape(bracketed(told))
        return
    known = {name.casefold() for name in names}
    words = parts(value)
    if words and all(as_typed(word).casefold() in known for word in words):
        yield Shape(bracketed(words))


def told_in_words(value: str, names: Sequence[str]) -> tuple[str, ...]:
    """Ids of problems told by their numbers, or all of them: `问题一、问题二`, `以上全部问题`.

    A number is that of the id and of its place alike, else it may mean either.
    """
    if names and _ALL.fullmatch(value.strip(_AROUND)):
        return tuple(names)
    numbers = [_NUMBERED.fullmatch(word) for word in parts(value)]
    if not numbers or not all(numbers):
        return ()
    places = [numeral_of(found["number"]) for found in numbers if found]
    told = [names[place - 1] for place in places if place and place <= len(names)]
    same = all(name.endswith(str(place)) for name, place in zip(told, places, strict=False))
    return tuple(dict.fromkeys(told)) if len(told) == len(places) and same else ()


def numeral_of(text: str) -> int:
    """A whole number in digits or numerals; nought where it is none."""
    found = text if text.isascii() else chinese(text)
    return int(found) if found else 0


def _lists(value: str) -> Iterator[Shape]:
    words = parts(value)
    if len(words) > 1:
        yield Shape(bracketed(words), is_sure=all(is_slug(word.lower()) for word in words))
        if all(is_slug(word.lower()) for word in words):
            return
    yield Shape(bracketed((value.strip() if len(words) != 1 else words[0],)))


def _blocks(term: Term, value: str, language: Language, indent: int) -> Iterator[Shape]:
    """An entry that was typed behind the key, or the one text that such a block must have."""
    terms = vocabulary(term.model) if term.model else None
    if terms is None:
        return
    dash = "- " if term.many else ""
    if (inline := braced(term, value, language)) is not None:
        if inline:
            yield Shape(f"\n{' ' * indent}{dash}{inline}" if term.many else inline)
        return
    slip = source.slip_in(value)
    key, colon, _ = (slip.mend or "").removeprefix("- ").partition(": ") if slip else ("", "", "")
    if slip and slip.mend and colon:
        line = slip.mend.removeprefix("- ")
        yield Shape(f"\n{' ' * indent}{dash}{line}", key in terms.by_key[language])
        return
    required = [one for one in terms.terms.values() if one.required]
    if len(required) == 1 and required[0].prose:
        pair = f"{required[0].key(language)}: {scalar(value.strip())}"
        yield Shape(f"\n{' ' * indent}{dash}{pair}")
