"""Text that a program has spoilt: decoded by the wrong table, cut, or heaped with marks."""

from itertools import islice

from generator.values.lazily import lazily

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f"
)
_MOST_MARKS = 4
"""More on one sign than any language writes."""
_HEAPED = lazily(rf"[{_MARKS}]{{{_MOST_MARKS + 1},}}")
_LATIN = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_SPOILT = lazily(rf"\ufffd+|(?:锟斤拷)+|烫{{3,}}|屯{{3,}}|(?:[\u00c2-\u00f4][{_LATIN}]+){{2,}}")
"""What is left where bytes could not be read; the last is UTF-8 read as Latin letters."""
_REPLACED = lazily(r"\?{4,}|(?:&#[0-9]{4,6};){2,}|(?:\\u[0-9A-Fa-f]{4}){2,}")
"""What stands for Chinese signs that a program could not write."""
_BEGINNINGS = "".join(
    bytes((lead, behind)).decode("gb18030")
    for lead in range(0xE4, 0xEA)
    for behind in range(0x80, 0xC0)
)
"""What the first two bytes of a Chinese sign in UTF-8 look like in GBK: none of them is common."""
_FIRST_SIGNS = frozenset(
    bytes((lead, behind)).decode("gb18030", "replace")
    for lead in range(0xE2, 0xF0)
    for behind in range(0x80, 0xC0)
)
_LAST_LATIN = "\u2122"
"""No table for western languages has a sign behind it."""
_AS_GBK = lazily(rf"(?=([{_BEGINNINGS}][^\x00-\x7f]{{2}}))")
_AS_LATIN = lazily(r"[\u00a1-\u00fe]{4,}")
_BYTE_ORDER = lazily(r"ï»¿|锘[挎縱]")
_ODD = rf"\ufffd锟烫屯锘{_MARKS}\u00a1-\u00fe{_BEGINNINGS}"
SUSPECT = rf"{_ODD}?&\\"
"""Inside of a pattern's brackets: every sign that something spoilt begins with."""
_SUSPECT = lazily(rf"[{_ODD}]|\?\?|&#[0-9]|\\u[0-9A-Fa-f]")
_RUN = lazily(r"[^\x00-\x7f]+")
_HAN = lazily(r"[\u3001-\u3011\u3400-\u9fff\uff01-\uff5e“”‘’…—]+")
_QUOTED = 6
_RUNS = 40
_FEWEST_HAN = 2
_FEWEST_SIGNS = 8
"""Less is not enough to tell a mistake from what somebody meant."""
_MISTAKES = (
    ("gb18030", "utf-8", "GBK"),
    ("cp1252", "utf-8", "西文"),
    ("latin-1", "utf-8", "西文"),
    ("cp1252", "gb18030", "西文"),
    ("latin-1", "gb18030", "西文"),
)
"""By which table bytes were read, by which they were written, and what the first is called."""
_LIKE_A_KEY = 4
"""Signs of a sample that reads well in a message."""


def is_garbled_anywhere(text: str) -> bool:
    """Whether `garbled` would say something of a line of this text.

    It looks at signs that stand together, and at no line end: what it says of a part of the text,
    it says of the line.
    """
    end = 0
    while found := _SUSPECT.search(text, end):
        end = text.find("\n", found.end())
        if end < 0:
            end = len(text)
        if garbled(text[text.rfind("\n", 0, found.start()) + 1 : end]):
            return True
    return False


def garbled(text: str) -> str:
    """What is wrong with a text, in a Chinese phrase; empty when nothing is."""
    if not _SUSPECT.search(text):
        return ""
    if heap := _HEAPED.search(text):
        return f"一个字上叠加了 {len(heap[0])} 个附加符号"
    spoilt = _SPOILT.search(text) or _REPLACED.search(text) or _BYTE_ORDER.search(text)
    if spoilt:
        return f"有乱码「{spoilt[0][:_QUOTED]}」"
    for found in _AS_GBK.finditer(text):
        meant = _reread(found[1], "gb18030", "utf-8")
        if meant and _is_common(meant):
            return f"有乱码「{found[1]}」，像是「{meant}」"
    for found in _AS_LATIN.finditer(text):
        run = found[0][: len(found[0]) // 2 * 2]
        if meant := _reread(run, "latin-1", "gb2312"):
            return f"有乱码「{run[:_QUOTED]}」，像是「{meant[:_QUOTED]}」"
    return ""


def misread(text: str) -> tuple[str, str, str] | None:
    """Of a whole file read by the wrong table: a sample, what it should be, the table.

    Asks the first Chinese parts of it: as long as most of them turn into Chinese text when they are
    put back to bytes and read anew, nobody ever wrote them as they stand.
    """
    parts = [run[0] for run in islice(_RUN.finditer(text), _RUNS)]
    if 2 * sum(_is_like_a_mistake(part[0]) for part in parts) <= len(parts):
        return None
    for wrong, right, name in _MISTAKES:
        meant = [(part, read) for part in parts if (read := _reread(part, wrong, right))]
        if len(meant) * 2 > len(parts) and sum(len(read) for _, read in meant) >= _FEWEST_SIGNS:
            sample = min(meant, key=lambda pair: abs(len(pair[1]) - _LIKE_A_KEY))
            return (*sample, name)
    return None


def _is_like_a_mistake(sign: str) -> bool:
    """Whether what was read by the wrong table may begin with this sign.

    All that `_HAN` holds begins with a byte from E2 to EF and one from 80 to BF in UTF-8.
    """
    return sign <= _LAST_LATIN or sign in _FIRST_SIGNS


def _is_common(text: str) -> bool:
    """Whether all its signs are among the 3,755 of everyday use: names of villages seldom are."""
    try:
        return all(sign.encode("gb2312")[0] in _EVERYDAY for sign in text)
    except UnicodeError:
        return False


_EVERYDAY = range(0xB0, 0xD8)
"""First bytes of the first level of GB 2312."""


def _reread(part: str, wrong: str, right: str) -> str:
    """The part as it was meant; empty if it does not come out as Chinese."""
    try:
        read = part.encode(wrong).decode(right)
        read.encode("gbk" if right == "utf-8" else "gb2312")  # what nobody types is no proof
    except UnicodeError:
        return ""
    return read if _HAN.fullmatch(read) and len(read) >= _FEWEST_HAN else ""
