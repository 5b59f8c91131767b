"""What a value looks like on a page: the boundary between text and markup.

Every string that reaches a template is text. `printed` turns it into Markdown that shows exactly
that text, whether it stands in a paragraph, a heading, a cell of an HTML table or an attribute, so
that no template has to remember to escape. What passes as it stands is `Markup` made by our own
functions and `Prose` from hand-written pages.

A site prints the same short texts again and again (names of rows, points, addresses), so these are
escaped once. What is kept is bounded.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup

from generator.pages.views.base import Prose
from generator.values.choices import Choice
from generator.values.money import Amount
from generator.values.money import printed as number
from generator.values.text import FORBIDDEN, squeeze

# ASCII punctuation acts somewhere in Markdown or HTML. A comma, a slash and a per-cent sign never
# do; a point or hyphen inside a word or number does not.
_ACTIVE = re.compile(r"[!\"#$&'()*+:;<=>?@\[\\\]^_`{|}~]|(?<![0-9A-Za-z])[.-]|[.-](?![0-9A-Za-z])")
_ENTITIES = {sign: f"&#{ord(sign)};" for sign in map(chr, range(33, 127)) if not sign.isalnum()}
_KEPT = 1 << 15
_SHORT = 40


def escape(text: str) -> Markup:
    """Markdown and HTML that shows this text on one line and can do nothing else."""
    if not text.isprintable() or "  " in text or text[:1] == " " or text[-1:] == " ":
        text = squeeze(FORBIDDEN.sub("", text))
    return str.__new__(Markup, _ACTIVE.sub(_entity, text))


def verbatim(text: str) -> Markup:
    """The same of several lines, for what is to be copied: blanks and line ends stay."""
    lines = (_ACTIVE.sub(_entity, FORBIDDEN.sub("", line)) for line in text.splitlines())
    return str.__new__(Markup, "\n".join(lines))


def _entity(sign: re.Match[str]) -> str:
    return _ENTITIES[sign[0]]


_escape_short = lru_cache(_KEPT)(escape)


def _text(value: str) -> Markup:
    return _escape_short(value) if len(value) <= _SHORT else escape(value)


@lru_cache(_KEPT)
def _digits(spelt: str) -> Markup:
    """By its spelling: 9.5 and 9.50 are equal and are printed differently."""
    return escape(number(Decimal(spelt)))


def _as_it_stands(value: str) -> Markup:
    return value if isinstance(value, Markup) else str.__new__(Markup, value)


def _written(value: object) -> Markup:
    return _escape_short(str(value))


_PRINTERS: dict[type, Callable[..., Markup]] = {
    Prose: _as_it_stands,
    Decimal: lambda value: _digits(str(value)),
    int: _written,
    date: _written,
    Amount: _written,
}


def printed(value: object) -> Markup:
    """What a value looks like on a page; raises TypeError for what may not be printed."""
    kind = value.__class__
    if kind is Markup:  # a page prints a thousand values, and most are of these two kinds
        return value  # type: ignore[return-value]
    if kind is str:
        return _text(value)  # type: ignore[arg-type]
    printer = _PRINTERS.get(kind)
    return _other(value) if printer is None else printer(value)


def _other(value: object) -> Markup:
    """A value of a class derived from one that is known."""
    match value:
        case Choice():
            return _text(value.label)
        case Markup() | Prose():
            return _as_it_stands(value)
        case str():
            return _text(str(value))
        case Decimal():
            return escape(number(value))
        case Amount() | int() | date():
            return _written(value)
        case _:
            raise TypeError(f"a template prints a {type(value).__name__}")
