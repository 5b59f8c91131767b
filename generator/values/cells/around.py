"""What stands before and behind the one figure of a cell: signs, about, changes, words."""

import re
from dataclasses import dataclass, field

from generator.values.cells.numerals import NUMERALS
from generator.values.cells.signs import (
    BEFORE,
    BEHIND,
    REACHED,
    SIGN,
    Operator,
    alternatives,
    typed,
)
from generator.values.cells.units import OF, period_of

_ABOUT = ("约为", "约", "大约", "大约为", "大概", "近", "将近", "接近", "左右", "上下")
_FILLERS = (
    "应", "须", "需", "要", "必须", "力争", "确保", "保证", "计划", "预计", "实际", "累计", "共",
    "共计", "总计", "合计", "全年", "年内", "本年", "当年", "今年", "年度", "已", "已经", "均",
    "均为", "都", "为", "是", "人民币", "¥", "￥", ":", "：", "同比", "环比", "较上年", "比上年",
    "较去年", "比去年", "较上年度", "比上年度", "较上年同期", "比上年同期", "了", "于", "-", "—",
    "约定", "全部", "平均", "总数", "将",
)  # fmt: skip
_RISES = (
    "提升", "提高", "增长", "增加", "上升", "增收", "上涨", "增产", "增幅", "升高", "增幅为", "增",
)  # fmt: skip
_FALLS = (
    "下降", "降低", "减少", "压减", "压缩", "缩短", "削减", "降幅", "减", "降", "减排", "核减",
)  # fmt: skip
_WORDS = (
    "节约", "签约", "预约", "合约", "条约", "契约", "履约", "违约", "集约", "简约", "邀约", "附近",
    "最近", "就近", "邻近", "抵达", "到达", "发达", "传达", "直达", "下达", "送达", "超声", "超市",
    "超龄", "超限", "成为", "作为", "行为", "认为", "用于", "关于", "位于", "属于", "由于", "对于",
    "新增", "递增", "倍增", "递减", "升降", "增值", "增强", "增殖", "增补", "增设", "减免", "减灾",
    "降水", "降雨", "要求", "需求", "要素", "均衡", "都市", "共享", "共同", "共建", "实际上",
    "为民", "为主", "需要", "完成后", "公共",
)  # fmt: skip
"""They hold one of the signs above, and mean something else."""
_WORD = re.compile(
    rf"(?P<sign>{SIGN})|(?P<other>{alternatives(_WORDS)})|(?P<before>{alternatives(BEFORE)})"
    rf"|(?P<about>{alternatives(_ABOUT)})"
    rf"|(?P<change>{alternatives((*_RISES, *_FALLS))})(?![率比量数值]|收入)(?P<up_to>[到至])?"
    rf"|(?P<reached>{alternatives(REACHED)})(?![率标比情时度量数])"
    rf"|(?P<filler>{alternatives(_FILLERS)})"
)
_NOTE = re.compile(r"\((?![^()]*\d)[^()]*\)")
_BEHIND_ABOUT = re.compile(r"左右|上下|[余多](?![次人])")
_NAME = re.compile(
    r"[\u4e00-\u9fff\w□()（）、/\"“”<>-]{0,30}"
    r"(?:率|度|数|量|额|费|本|比例|占比|时间|时限|长度|面积|次|里程|价|款|支出)"
)
"""Words that end as names of indicators do."""
_PLAIN = re.compile(r"[\u4e00-\u9fff]{0,12}")
_NAMED = re.compile(rf"(?:□|(?![{NUMERALS}])[\u4e00-\u9fff]){{0,20}}[A-Za-z]?")
"""Words before a figure: without numerals, but for those in names."""
_OTHER = re.compile(
    r"[不未无否没减降增升涨缩前后第每半多余几另差倍或逾等其封顶底限止上下内外]|其中|节约|节省|新增|满分|目标"
)


@dataclass(slots=True)
class Around:
    """What the words around a figure say of it."""

    sign: Operator | None = None
    reached: bool = False
    about: bool = False
    rises: bool | None = None
    """The direction of a change; None where it is none."""
    up_to: bool = False
    """Whether it is where a change ends: 提升至."""
    currency: bool = False
    periods: list[str] = field(default_factory=list)
    fault: str = ""
    """Why the cell has no one reading."""
    words: bool = False
    """Whether words stand behind the figure."""
    ambiguous: bool = False
    """Whether 》 or 《 was typed, which another sign may decide."""

    def also(self, sign: Operator) -> None:
        """Takes one more sign, which has to be the same."""
        if self.sign not in (None, sign):
            same_way = self.sign is not None and self.sign.wants_less == sign.wants_less
            self.fault = "符号有两种读法" if same_way else "符号互相矛盾"
        self.sign = sign


def before(text: str, name: str, around: Around) -> None:
    """Reads what stands before the figure, word by word; other words come first, if any."""
    text = _NOTE.sub("", text)
    position, words = 0, ""
    decided = False
    while position < len(text):
        match = _WORD.match(text, position)
        if match is None or match["other"]:
            if decided:
                around.fault = "数字前面的文字看不懂"
            words += match[0] if match else text[position]
            position = match.end() if match else position + 1
            continue
        position = match.end()
        if match["sign"]:
            _typed(match["sign"], around)
        elif match["before"]:
            around.also(BEFORE[match["before"]])
        elif match["about"]:
            around.about = True
        elif match["change"]:
            around.rises = match["change"] in _RISES
            around.up_to = bool(match["up_to"])
        elif match["reached"]:
            around.reached = True
        else:
            around.currency = around.currency or match["filler"] in ("¥", "￥", "人民币")
            continue
        decided = not match["reached"] or match["reached"].startswith("达")
    if words and not _harmless(words, name):
        around.fault = around.fault or "数字前面的文字看不懂"


def _typed(run: str, around: Around) -> None:
    sign = typed(run)
    if sign is not None:
        around.also(sign)
    elif run in ("》", "〉", "《", "〈"):
        around.ambiguous = True
        around.fault = around.fault or f"符号「{run}」有两种读法"
    else:
        around.fault = f"符号「{run}」看不懂"


def behind(text: str, around: Around) -> None:
    """Reads what stands behind the figure's unit."""
    while text:
        if match := OF.match(text):
            around.periods.append(period_of(match[1]))
        elif sign := next(((m, s) for p, s in BEHIND if (m := p.match(text))), None):
            match = sign[0]
            _behind_sign(sign[1], around)
        elif match := _BEHIND_ABOUT.match(text):
            around.about = True
        elif not (match := _NOTE.match(text)):
            break
        text = text[match.end() :]
    text = text.removesuffix("整")
    if text:
        around.words = True
        if not _PLAIN.fullmatch(text) or _OTHER.search(text):
            around.fault = around.fault or "数字后面的文字看不懂"


def _behind_sign(sign: Operator, around: Around) -> None:
    if around.ambiguous:
        around.fault, around.sign = "", sign
    else:
        around.also(sign)


def _harmless(words: str, name: str) -> bool:
    """Whether words before a figure only say what it is of."""
    if len(words) == 1 and words not in name:
        return False
    if words in name or _NAME.fullmatch(words):
        return True
    return bool(_NAMED.fullmatch(words)) and not _OTHER.search(words)


def ends_in_change(said: str) -> bool:
    """Whether words end in one that says a change: 学位增加."""
    around = Around()
    before(said[-2:], "", around)
    return around.rises is not None
