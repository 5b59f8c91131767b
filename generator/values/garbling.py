"""Text that a program has spoilt: decoded by the wrong table, cut, or heaped with marks."""

import re
from itertools import islice

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f"
)
_MOST_MARKS = 4
"""More on one sign than any language writes."""
_HEAPED = re.compile(rf"[{_MARKS}]{{{_MOST_MARKS + 1},}}")
_LATIN = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_SPOILT = re.compile(rf"\ufffd+|(?:锟斤拷)+|烫{{3,}}|屯{{3,}}|(?:[\u00c2-\u00f4][{_LATIN}]+){{2,}}")
"""What is left where bytes could not be read; the last is UTF-8 read as Latin letters."""
_SUSPECT = re.compile(rf"[\ufffd锟烫屯锘{_MARKS}\u00c2-\u00f4]")
_RUN = re.compile(r"[^\x00-\x7f]+")
_HAN = re.compile(r"[\u3001-\u3011\u3400-\u9fff\uff01-\uff5e“”‘’…—]+")
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


def garbled(text: str) -> str:
    """What is wrong with a text, in a Chinese phrase; empty when nothing is."""
    if not _SUSPECT.search(text):
        return ""
    if heap := _HEAPED.search(text):
        return f"一个字上叠加了 {len(heap[0])} 个附加符号"
    if spoilt := _SPOILT.search(text):
        return f"有乱码「{spoilt[0][:6]}」"
    return ""


def misread(text: str) -> tuple[str, str, str] | None:
    """Of a whole file read by the wrong table: a sample, what it should be, the table.

    Asks the first Chinese parts of it: as long as most of them turn into Chinese text when they are
    put back to bytes and read anew, nobody ever wrote them as they stand.
    """
    parts = [run[0] for run in islice(_RUN.finditer(text), _RUNS)]
    for wrong, right, name in _MISTAKES:
        meant = [(part, read) for part in parts if (read := _reread(part, wrong, right))]
        if len(meant) * 2 > len(parts) and sum(len(read) for _, read in meant) >= _FEWEST_SIGNS:
            sample = min(meant, key=lambda pair: abs(len(pair[1]) - _LIKE_A_KEY))
            return (*sample, name)
    return None


def _reread(part: str, wrong: str, right: str) -> str:
    """The part as it was meant; empty if it does not come out as Chinese."""
    try:
        read = part.encode(wrong).decode(right)
        read.encode("gbk" if right == "utf-8" else "gb2312")  # what nobody types is no proof
    except UnicodeError:
        return ""
    return read if _HAN.fullmatch(read) and len(read) >= _FEWEST_HAN else ""
