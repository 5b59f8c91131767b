"""结论和建议相反。

一处建议取消、终止、不予安排，另一处建议保留、延续、安排资金。

原因：政策停不停、钱给不给，是评价最要紧的一句话；两处相反，下一步无法照办。

公式：意见、结论说明、正文、建议和结果应用里，写有建议的句子：一处说“取消、终止、停止、退出、不再
安排、不再实施、废止”，另一处说“保留、延续、继续实施、继续执行、继续安排”，都说政策、项目、资金或
到期以后怎样的；或者结论词是“不予支持、不支持、暂缓”的一类，而建议金额大于零，或有一句话建议安排多
少元。写有如果、若、否则、未……的，或者“建议”后面写有未、不再延续、子项、部分、其中、分类、办法、条
款的句子不看。

依据：通行的核对要求：同一文件前后一致。只作提示。

反例：意见写“建议政策到期后予以取消”，正文写“建议到期后保留并延续三年”。

正例：两处都写到期后取消。

改法：核对结论和建议，改为一致。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.source import At
from generator.values.lazily import lazily
from generator.values.text import shown
from generator.values.told_money import MONEY, amount_of

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.UNDIVIDED)

_PARTS = frozenset(("result", "sections", "recommendations", "uses"))
_ADVISING = "建议"
_ABOUT = lazily("政策|项目|资金|预算|到期|期满|专项")
_END = lazily(
    r"(?:予以|给予|应当?|及时|逐步|全部)?(?:取消|终止|停止(?!线)|撤销|废止|退出)(?!了?[^，,。；]{0,8}(?:资格|申报))"
    r"|不再(?:安排|实施|执行|延续|保留|继续)|不予(?:安排|支持|延续|立项)"
)
_GO_ON = lazily("(?<![不])(?:保留|延续|延长|继续(?:实施|执行|安排|支持|保留|推进))")
_BOTH = (
    ("取消", "终止", "停止", "撤销", "废止", "退出", "不再", "不予"),
    ("保留", "延续", "延长", "继续"),
)
_UNCLEAR = lazily(
    "如果|如仍|若|未|否则|子项|部分|其中|分类|条款|重复|原有|一家|个别|资格|要求|企业的|单位的|合同|岗位|旧"
)
_IF = lazily("如果|如仍|如[未无不]|若|否则|未[^，,。；;]{1,16}的[，,]")
_NOT_GO_ON = lazily("不再(?:延续|保留|继续)|不予延续")
_REFUSED = lazily("不予支持|不支持|暂缓|不予安排|不予立项|取消")
_GRANTED = lazily(rf"建议(?:安排|核定|支持)[^\d。；，,]{{0,12}}{MONEY}", re.ASCII)


def check(subject: Subject) -> Iterator[Result]:
    """At the verdict, else at what is said first."""
    prose = subject.texts.prose
    if _ADVISING not in prose.plain and not subject.item.result.amount_advised:
        return
    is_either = all(any(word in prose.plain for word in words) for words in _BOTH)
    told = [text for text in prose.within(_PARTS) if text.path[-1] != "title"] if is_either else []
    ended = next(_saying(told, _END), None)
    going_on = next(_saying(told, _GO_ON), None)
    if ended and going_on and ended[0] != going_on[0]:
        (at, one), (other_at, other) = ended, going_on
        if at[0] != "result" and other_at[0] == "result":
            at, one, other = other_at, other, one
        yield Result(
            at,
            f"文字写「{shown(one)}」，另一处写「{shown(other)}」",
            "请核对结论和建议，改为一致",
            shown(one),
            shown(other),
        )
    yield from _of_grade(subject)


def _saying(told: list[Passage], pattern: re.Pattern[str]) -> Iterator[tuple[At, str]]:
    for text in told:
        is_advice = text.path[0] in ("recommendations", "uses")
        if not pattern.search(text.plain):
            continue
        for sentence in text.sentences:
            match = pattern.search(sentence)
            if match is None or not _ABOUT.search(sentence):
                continue
            if not is_advice and _ADVISING not in sentence:
                continue
            start = max(sentence.find(_ADVISING), 0)  # what led to it is told before
            words = sentence[start:].replace(match[0], "")
            if pattern is _GO_ON and _NOT_GO_ON.search(sentence):
                continue
            if not _UNCLEAR.search(words) and not _IF.search(sentence):
                yield text.path, text.as_typed(sentence)


def _of_grade(subject: Subject) -> Iterator[Result]:
    """A verdict that grants nothing, and a sum that is to be given."""
    result = subject.item.result
    if not result.grade or not _REFUSED.fullmatch(result.grade):
        return
    advised = subject.item.amount(result.amount_advised)
    told = str(advised) if advised and advised.value else ""
    match = _GRANTED.search(result.opinion or "")
    if not told and match and amount_of(match[1], match[2]).value:
        told = match[0]
    if told:
        yield Result(
            ("result", "grade"),
            f"结论为「{result.grade}」，建议安排「{told}」",
            "请核对结论和建议，改为一致",
            result.grade,
        )
