"""Text as it is searched: folded, then cut into terms.

Words are not segmented: readers expect any substring to match, and segmenters disagree. A run of
Chinese signs becomes its overlapping pairs. `theme_overrides/assets/search.js` does the same to a
query, but asks for a sign that stands alone only where there is nothing else to ask for, and for a
document number or a sum of money only as a whole.
"""

import unicodedata
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from operator import add

from generator.values.lazily import lazily
from generator.values.money import Unit

HAN = (
    r"\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufad9\U00020000-\U0003ffff"
)
"""Unicode's script Han, which a browser knows by name."""
_BRACKETS = str.maketrans("[〔【]〕】", "((()))")
_SEPARATOR = lazily(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_NO_LETTER = r"\u2180-\u2182\u2185-\u2188\u24eb-\u24ff\u2776-\u2793\u2cfd\u3248-\u324f"
"""Numbers in circles and the like: letters to Python's `\\w`, not to a browser."""
_HAN_RUN = lazily(f"[{HAN}]+")
_LETTERS = lazily(rf"(?:(?![{HAN}{_NO_LETTER}])[^\W\d_])+")
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_NUMBERS = lazily(_NUMBER)
_UNITS = {unit.label: unit for unit in Unit}
_CENT = Decimal("0.01")
_ROOM = 12
"""Digits that another unit and the cents may add."""
_WHOLE = lazily(
    r"(?=[(0-9a-z])(?:"  # the one check that most places need
    r"(?P<document>\([0-9]{4}\)[0-9]+号)"
    rf"|(?<![0-9])(?P<sum>{_NUMBER})\s*(?P<unit>{'|'.join(_UNITS)})"
    rf"|(?<![0-9])(?P<count>{_NUMBER})(?P<of>%|[{HAN}])"
    r"|(?<![a-z0-9])(?P<code>[a-z0-9]+(?:[-/][a-z0-9]+)+))"
)
"""What is one word, whatever stands in it: `〔2020〕10号`, `9.5万元`, `5人`, `98.5%`, `covid-19`.

Document numbers come here with round brackets: the text is folded before.
"""


class _Folding(dict[int, str]):
    """Each sign on its own, so that a browser can tell where in a text a hit stands."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(code)).lower().translate(_BRACKETS)
        self[code] = plain
        return plain


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Full-width signs as ASCII, lower case, one kind of brackets, no thousands separators."""
    return _SEPARATOR.sub("", text.translate(_FOLDING))


def terms(text: str, *, single: bool = False) -> set[str]:
    """The terms of a text; `single` adds each Chinese sign, for short texts such as titles.

    A document number (its year and number), a number with the sign behind it (2021年, 5人, 9.5万)
    and a code are also one term each, beside the words and numbers they consist of. A sum of money
    is the same term in every unit: 9.5万元 and 95,000.00元 are 95000元.
    """
    folded = fold(text)
    found: set[str] = set()
    for run in _HAN_RUN.findall(folded):
        found.update(map(add, run, run[1:]) if run[1:] else run)
        if single:
            found.update(run)
    others = _HAN_RUN.sub(" ", folded)
    found.update(_LETTERS.findall(others), map(_plain, _NUMBERS.findall(others)))
    for whole in _WHOLE.finditer(folded):
        match whole.lastgroup:
            case "unit":
                found.add(_yuan(whole["sum"], _UNITS[whole["unit"]]))
                found.add(_plain(whole["sum"]) + whole["unit"][0])
            case "of":
                found.add(_plain(whole["count"]) + whole["of"])
            case _:
                found.add(whole[0])
    return found


def _yuan(number: str, unit: Unit) -> str:
    """In 元 to the second decimal, half up, however many digits were typed."""
    exact = Context(prec=len(number) + _ROOM, rounding=ROUND_HALF_UP)
    rounded = exact.quantize(exact.multiply(Decimal(number), unit.yuan), _CENT)
    return _plain(f"{rounded:f}") + Unit.YUAN.label


def _plain(number: str) -> str:
    """A number without the zeros that printing adds: 9.50 is 9.5."""
    return number.rstrip("0").rstrip(".") if "." in number else number


def spread(term: str) -> int:
    """A number for a term, the same in Python and in a browser (FNV-1a over code points)."""
    value = 2166136261
    for sign in term:
        value = ((value ^ ord(sign)) * 16777619) & 0xFFFFFFFF
    return value


def all_terms(texts: Iterable[str], *, single: bool = False) -> set[str]:
    """The terms of several texts; none reaches across two of them."""
    return terms("\n".join(texts), single=single)
