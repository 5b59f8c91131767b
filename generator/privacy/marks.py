"""Marks of secrecy and of internal papers, however they are set.

A classified paper carries its level and a star (秘密★10年); an internal one says whom it is for.
"""

from generator.privacy.closing import closed, set_close
from generator.values.lazily import lazily

_STARS = "★☆✦-❋⋆⭐⭑⭒🌟※*＊∗﹡⁎⁑⁕●"
_LEVEL = "(?:绝密|机密|秘密)级?"
_GAP = r"[\s，,、；;：:！!。．.·（）()]{0,4}"
_FORBID = "不得|请勿|切勿|严禁|禁止|不准|注意"
_SPREAD = "对?外传|对外公开|外泄|外借|扩散|翻印|复制|复印|转载|传播|保存|保密"
MARK = lazily(
    rf"(?<![非不无]){_LEVEL}\s{{0,4}}[{_STARS}](?:\s{{0,2}}(?:\d{{1,2}}\s?(?:年|个月)|长期))?"
    rf"|(?<![非不无家业守])(?:绝密|机密|秘密)(?:\d{{1,2}}年|长期)(?=[\s，。；、）)]|$)"
    rf"|(?:(?<![定分各高低同等])密\s?级|保密级别|涉密等级|秘密等级)"
    rf"\s{{0,4}}[:：—|（(\-]?\s{{0,4}}{_LEVEL}"
    rf"|[【〔〖\[]{_LEVEL}[】〕〗\]]"
    rf"|(?:内部|涉密)(?:资料|文件|材料|刊物|参考|使用|掌握|传阅){_GAP}(?:{_FORBID})(?:{_SPREAD})"
    r"|仅[供限]内部(?:使用|参考|传阅|掌握)"
    rf"|(?:工作秘密|内部事项)\s{{0,2}}[{_STARS}]"
)
"""A mark of secrecy: `机密★10年`, `密级：秘密`, `【机密】`, `内部资料，不得外传`, `工作秘密★`."""
_ALONE = lazily(
    r"(?:\A|\n)[ \t\u3000]{0,8}([绝機机秘絕絶祕]密)[ \t\u3000]{0,8}(?=\n)"
    r"|(?:\A|\n)[ \t\u3000]{0,8}([绝機机秘絕絶祕][ \t\u3000]{1,4}密)[ \t\u3000]{0,8}(?=\n|\Z|\S{2})"
)
"""A level in a line of its own, or set wide where one begins: the mark at the head of a paper."""
_SIMPLIFIED = str.maketrans(
    "絕絶機祕級內資傳擴複嚴請參閱僅準轉載發緊長開", "绝绝机秘级内资传扩复严请参阅仅准转载发紧长开"
)
HINT = lazily(r"密|[內内]\s*+部")
"""What every mark has, so that most texts need no further look."""


def marks(text: str) -> tuple[str, ...]:
    """Every mark in a text, closed up and in simplified signs; each that differs once."""
    found = [match[0] for match in MARK.finditer(set_close(text).translate(_SIMPLIFIED))]
    for match in _ALONE.finditer(closed(text).text):
        level = "".join((match[1] or match[2]).split()).translate(_SIMPLIFIED)
        found += [] if any(level in one for one in found) else [level]
    return tuple(dict.fromkeys(found))
