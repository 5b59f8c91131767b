"""Text as people type and paste it: what is mended, what is refused, how it is printed.

Clerks paste from Word, Excel and PDF. Three things in such text are invisible and harmful to
search; `normalise` mends them. Some characters must never reach a page; `forbidden` names them.
Everything else stays as it was typed. Nothing here knows of records or files.
"""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from generator.values.invisible import INVISIBLE, visible
from generator.values.lazily import lazily

_RADICALS = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
# U+2E80-2EF3 has no NFKC: the pairs of Unicode's Equivalent_Unified_Ideograph whose shape is the
# same; a component that looks different from its character (⺌ and 小) stays as it is.
_RADICALS |= zip(
    "⺁⺄⺅⺆⺉⺊⺎⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺭⺯⺰⺱⺲⺹⺻⺾⺿⻀"
    "⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱⻳",
    "厂乙亻冂刂卜兀尣尢巳幺彑彐忄扌攵旡日月歺母民氵氺灬爫爫丬犭王礻糹纟罓罒耂聿艹艹艹"
    "虎衤覀西见角讠贝车辶辶辶钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾齐齿龙龜龟",
    strict=True,
)
_RADICAL = lazily(f"[{''.join(_RADICALS)}]")
# A base and the signs that NFC joins to it: accents, kana marks, vowels and finals of hangul.
_MARKS = r"\u0300-\u036f\u1161-\u1175\u11a8-\u11c2\u3099\u309a"
_DECOMPOSED = lazily(f"[^{_MARKS}][{_MARKS}]+")
UNCLEAN = f"{INVISIBLE}{''.join(_RADICALS)}{_MARKS}"
"""Inside of a pattern's brackets: every sign that `normalise` looks at."""
_UNCLEAN = lazily(f"[{UNCLEAN}]")

_PLANE_ENDS = "".join(
    chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (65534, 65535)
)
_REFUSED = {
    "控制字符": r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",
    "文字方向控制符": r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "行分隔符": r"\u2028",
    "段分隔符": r"\u2029",
    "不成对的代理码": r"\ud800-\udfff",
    "不是字符的码位": rf"\ufdd0-\ufdef{_PLANE_ENDS}",
}
_KINDS = {name: lazily(f"[{signs}]") for name, signs in _REFUSED.items()}
FORBIDDEN = lazily(f"[{''.join(_REFUSED.values())}]")
"""Any one character that no content file may hold.

U+2028 and U+2029 are among them: YAML's parser takes them for line ends that no editor shows.
The private use area is not: old fonts keep rare characters of names there.
"""

_FULL_WIDTH = "０１２３４５６７８９＋－．，％（）［］　" + "".join(
    chr(code + shift) for shift in (0xFF21, 0xFF41) for code in range(26)
)
_HALVES = tuple((sign, " " if sign == "　" else chr(ord(sign) - 0xFEE0)) for sign in _FULL_WIDTH)
_HALF_WIDTH = str.maketrans(dict(_HALVES))
_WIDE = r"\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff“”‘’…—"
_WIDE_SIGN = lazily(f"[{_WIDE}]")
_WRAPPED = lazily(rf"(?<=[{_WIDE}])\n\s*(?=[{_WIDE}])")
_IS_FULL = lazily(f"[{_FULL_WIDTH}]")
_LONG = 40
"""From so many signs on, looking for each sign of the table is faster than for each of the text."""
_NEAR = 0.6
_LONGEST_SHOWN = 60
_OF_NUMBERS = "0123456789Xx -."
_BEGINNING = 6


def is_normal(text: str) -> bool:
    """Whether there is no sign in a text, or in any part of it, that `normalise` looks at."""
    return text.isascii() or not _UNCLEAN.search(text)


def normalise(text: str) -> tuple[str, tuple[str, ...]]:
    """Drop what nobody typed; say in a Chinese phrase what was changed.

    What nobody sees goes where it has no work to do, Kangxi radicals (⽬) become the characters
    they look like (目), an accent joins its letter. Full-width digits and punctuation stay.
    """
    if is_normal(text):
        return text, ()
    notes = []
    text, dropped = visible(text)
    if dropped:
        notes.append(dropped)
    if radicals := dict.fromkeys(_RADICAL.findall(text)):
        text = _RADICAL.sub(lambda match: _RADICALS[match[0]], text)
        notes.append(
            "部首字符换成了通用汉字「" + "".join(_RADICALS[sign] for sign in radicals) + "」"
        )
    composed = _DECOMPOSED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
    if composed != text:
        notes.append("分开的字母和附加符号合成了一个字")
    return composed, tuple(notes)


def forbidden(text: str) -> tuple[int, str] | None:
    """Index and Chinese name (with its code, `控制字符 U+0007`) of the first refused character."""
    found = FORBIDDEN.search(text)
    if found is None:
        return None
    name = next(name for name, signs in _KINDS.items() if signs.match(found[0]))
    return found.start(), f"{name} U+{ord(found[0]):04X}"


def is_wide(sign: str) -> bool:
    """Whether a sign is one of Chinese writing, beside which no blank parts words."""
    return _WIDE_SIGN.fullmatch(sign) is not None


def squeeze(text: str) -> str:
    """Fold any run of white space to one space, as text is printed on one line.

    A line end between Chinese signs goes without one.
    """
    if "\n" in text:
        text = _WRAPPED.sub("", text)
    return " ".join(text.split())


def shown(text: str) -> str:
    """What somebody typed, on one line and short enough to quote in a message."""
    line = squeeze(text)
    return line if len(line) <= _LONGEST_SHOWN else f"{beginning(line, _LONGEST_SHOWN - 1)}…"


def beginning(line: str, length: int) -> str:
    """So much of a longer line, or less: no number is cut far behind its beginning.

    Half of one would look like another number, and like nothing that must be hidden.
    """
    cut = line[:length]
    if line[length] not in _OF_NUMBERS:
        return cut
    number = length - len(cut.rstrip(_OF_NUMBERS))
    return cut[: length - max(0, number - _BEGINNING)]


def paragraphs(text: str) -> tuple[str, ...]:
    """Split at line ends; squeezed, empty ones left out."""
    return tuple(line for line in map(squeeze, text.splitlines()) if line)


def half_width(text: str) -> str:
    """Full-width digits, letters and the signs of numbers (＋－．，％（）［］, U+3000) as ASCII."""
    if text.isascii() or not _IS_FULL.search(text):
        return text
    if len(text) < _LONG:
        return text.translate(_HALF_WIDTH)
    for sign, plain in _HALVES:
        if sign in text:
            text = text.replace(sign, plain)
    return text


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Choose the candidate that was probably meant, None when nothing is near.

    Counts shared characters first, whatever their order (预算全年 and 全年预算), then their order;
    a whole word inside the other always counts. Of equals the first.
    """
    best, best_score = None, (0.0, 0.0)
    for candidate in candidates:
        score = _likeness(word.casefold(), candidate.casefold())
        if score > best_score:
            best, best_score = candidate, score
    return best


def near(word: str, candidates: Iterable[str], most: int) -> tuple[str, ...]:
    """The candidates that may have been meant, the likeliest first, by the measure of `nearest`."""
    scored = [(_likeness(word.casefold(), one.casefold()), one) for one in candidates]
    likely = sorted((pair for pair in scored if pair[0] > (0.0, 0.0)), key=lambda pair: pair[0])
    return tuple(dict.fromkeys(one for _, one in reversed(likely)))[:most]


def _likeness(word: str, candidate: str) -> tuple[float, float]:
    """Shared characters and shared order, each 0 to 1; (0, 0) for a pair that is not near."""
    matcher = SequenceMatcher(None, candidate, word, autojunk=False)
    shared = matcher.quick_ratio()
    shorter, longer = sorted((word, candidate), key=len)
    if len(shorter) > 1 and shorter in longer:
        shared = max(shared, _NEAR)
    return (shared, matcher.ratio()) if shared >= _NEAR else (0.0, 0.0)
