"""Signs that nobody sees: which have no business in a text, and which belong to what is written.

The class is Unicode's: all of category Cf, what is Default_Ignorable, the fillers that show as
nothing, and what stands for an object that was not pasted with the text. A few have work to do
where they stand (they join emoji or Arabic letters, or choose the variant of a character), and
stay there.
"""

import re

from generator.values.lazily import lazily

_SEEN = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U00013438"
"""Of category Cf, and yet drawn: signs of Arabic, Syriac, Kaithi and Egyptian numbers."""
_BLANK = "\u2800\u3164\uffa0"
"""Letters by their category, a gap on the page."""
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""They turn text round; no file may hold them, and a reader refuses them by their name."""
_HIDDEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
INVISIBLE = f"{_HIDDEN}{_BLANK}"
"""Inside of a pattern's brackets: every sign that shows as nothing and does nothing."""
FORMAT = f"{INVISIBLE}{_DIRECTIONS}{_SEEN}"
"""The same with those that turn text, or show, and may part a number all the same."""

_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_JOINING = (
    "\u0620-\u06d3\u06ee-\u06ff\u0710-\u08c7\u0900-\u0dff\u1780-\u17b3\ufb50-\ufdcf\ufe70-\ufefc"
)
"""Letters of Arabic and its neighbours, and of India's scripts: joiners choose their forms."""
_CHOOSERS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_AT_WORK = "|".join(
    (
        rf"(?<=[{_EMOJI}])\ufe0f?\u200d(?=[{_EMOJI}])",
        rf"(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])",
        rf"(?<=[{_HAN}])[{_CHOOSERS}](?![{_CHOOSERS}])",
        rf"(?<=[{_EMOJI}])[\ufe0e\ufe0f](?![{_CHOOSERS}])",
        r"(?<=[0-9#*])\ufe0f(?=\u20e3)",
        "(?<=[\u1820-\u18aa])[\u180b-\u180d\u180f]",
        "(?<=[\u1100-\u115e])\u1160|\u115f(?=[\u1161-\u11a7])",
        "(?<=\U0001f3f4)[\U000e0030-\U000e007a]{1,8}\U000e007f",
    )
)
_LOOK = lazily(f"(?P<at_work>{_AT_WORK})|[{INVISIBLE}]")
_NAMES = {
    "\u00ad": "软连字符", "\u200b": "零宽空格", "\u200c": "零宽不连字", "\u200d": "零宽连字",
    "\u2060": "零宽连接符", "\ufeff": "零宽空格", "\u2800": "盲文空白", "\u3164": "谚文填充符",
    "\uffa0": "谚文填充符",
}  # fmt: skip
_NAMED = 3


def visible(text: str) -> tuple[str, str]:
    """The text without what nobody sees, and a Chinese phrase of what went; empty for nothing.

    A filler that leaves a gap becomes a blank.
    """
    gone: list[str] = []

    def seen(match: re.Match[str]) -> str:
        if match["at_work"]:
            return match[0]
        gone.append(match[0])
        return " " if match[0] in _BLANK else ""

    text = _LOOK.sub(seen, text)
    if not gone:
        return text, ""
    kinds = list(dict.fromkeys(gone))
    named = "、".join(
        f"{_NAMES.get(sign, '')} U+{ord(sign):04X}".strip() for sign in kinds[:_NAMED]
    )
    more = " 等" if len(kinds) > _NAMED else ""
    return text, f"去掉了 {len(gone)} 个看不见的字符（{named}{more}）"
