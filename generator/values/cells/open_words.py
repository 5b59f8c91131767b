"""Words around a figure that are no signs: whether they leave what it says as it is."""

from generator.values.cells import words
from generator.values.cells.numerals import NUMERALS
from generator.values.cells.signs import alternatives
from generator.values.lazily import lazily

_HARMLESS = lazily(alternatives(words.HARMLESS))
_ALTERING_WORD = alternatives(words.ALTERING)
_NAME = lazily(
    r"[\u4e00-\u9fff\w□()（）、/\"“”<>-]{0,30}"
    r"(?:率|度|数|量|额|费|本|比例|占比|时间|时限|长度|面积|次|里程|价|款|支出)"
)
"""Words that end as names of indicators do."""
_OPEN = lazily(rf"(?:[□○]|(?![{NUMERALS}])[\u4e00-\u9fffA-Za-z“”/·-]){{0,20}}:?")
"""Words without numerals."""
_OPEN_BEHIND = lazily(rf"(?:[□○]|(?![{NUMERALS}])[\u4e00-\u9fff“”]){{0,8}}")
_ALTERING = lazily(
    rf"[不未没否勿减降增升涨缩前后第每半多余几剩另差倍或逾约近超隔]|无(?!$)|以[上下内]|{_ALTERING_WORD}"
)
_COMPARED = lazily(
    r"(?:(?:上年|去年|往年|同期|基数|预算|计划|标准|定额|合同|概算|估算|基准)[度的数价]{0,2}|控制[数价])$"
    r"|平均值?$|均值$"
)
"""What the figure is held against: 超过预算10%."""
_ALTERING_BESIDE = lazily(
    r"^[对按由把因给让]|[各上下内外]$"
    r"|首[年批期次轮]|^□{2,4}[年批期轮]"
)
_ENUMERATED = lazily(r"[^、]{1,12}(?:、[^、]{1,12}){1,4}等[^、]{0,6}")
"""Things whose number is told together: 计算机、打印机等."""
_ALTERING_BEHIND = lazily(
    r"[不未没无否减降增升涨缩前后半多余几另差倍或逾起外超]|[以之][上下内]|左右|[高低少大小]于|[较比]|封顶|限止"
    rf"|^[·/*×-]|^[至到](?![位场达岗校户货账款])|^[级制度届代之型号]|{_ALTERING_WORD}"
)
_NEGATIONS = ("不", "未", "无", "没")
_PLACED = lazily(r"[\u4e00-\u9fff](?:[之以])?[内外上下](?=[\u4e00-\u9fff])|[县市省乡镇]级及?以上")
"""Where something is: 社区内, 校园内."""
_DONE_TO = lazily(r"改造|工程|行动|项目|培训|建设|完成|活动|服务|质量|水平")
_SHARE = lazily(r"率|度|比例|占比")


def are_harmless_behind(said: str) -> bool:
    """Whether words behind a figure leave it as it is."""
    rest = _HARMLESS.sub("○", said)
    if said.startswith(_NEGATIONS) or _ALTERING_BEHIND.search(rest):
        return False
    return bool(_OPEN_BEHIND.fullmatch(rest))


def are_harmless_apart(said: str) -> bool:
    """Whether a clause before the one with the figure is as good as not there: 按时完成."""
    rest = _PLACED.sub("", _HARMLESS.sub("○", f"{said}○"))
    return len(said) <= _SHORT and not _ALTERING.search(rest)


def are_harmless(said: str, name: str, *, follow_sign: bool) -> bool:
    """Whether words before a figure, or before its sign, only say what it is of."""
    if said in name:
        return True
    compared = _COMPARED.search(said)
    if len(said) == 1 or (compared and (follow_sign or compared[0] == said)):
        return False
    if are_a_name(said, name):
        return True
    rest = _PLACED.sub("", _HARMLESS.sub("○", said))
    if _ENUMERATED.fullmatch(rest):
        rest = rest.replace("、", "")
    if rest.endswith("的") and "占" not in rest:
        return False
    if _ALTERING_BESIDE.search(rest) or _ALTERING.search(rest):
        return False
    return bool(_OPEN.fullmatch(rest))


def are_a_name(said: str, name: str) -> bool:
    """Whether words are those of the indicator, or end as names of indicators do."""
    if said in words.ALTERING:
        return False
    return said in name or bool(_NAME.fullmatch(said))


_SHORT = 8
"""Signs of a clause that only says how."""


def follow_harmlessly(said: str, change: str) -> bool:
    """Whether words behind one of a change are what changes: 增加床位, 提高产量."""
    if said in words.VERBS or not said:
        return said != "改造"
    if change in words.TAKES_OBJECT:
        return not (_DONE_TO.search(said) or _SHARE.search(said))
    return said.endswith(words.YIELDS)
