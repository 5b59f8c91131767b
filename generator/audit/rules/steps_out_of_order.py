"""合同、付款、开工、验收的先后颠倒。

文字写的付款或记账凭证日期早于签订合同，验收早于完工，完工早于开工，或者签订合同早于中标。

原因：后一步要以前一步为凭；颠倒了，不是日期写错，就是手续后补。

公式：在同一份文件的各段文字里找写明年月日、同一分句写有“签订合同（协议）”“支付、付款、记账凭证”“开
工”“竣工、完工”“验收”“中标”的日期，贷款的“提款”“生效”和“开工”“施工许可”只写到月的也看。付款 < 最早的
签订日，验收< 开工或完工，完工 < 开工，开始服务 < 签订，签订 < 中标，签订、中标< 招标公告，基础施
工、封顶 < 开工，开工 < 取得施工许可，提款< 协定生效的，提示；布置整改的会议、方案 < 评价报告（结
果、意见）反馈的，提示；同一句先写“某日收到”（到账、到位）再写“某日下达”（拨付、分配），后一日早于前
一日的，“收到某日的……后，……随即于某日制定（提交等）”“自某日起……，于某日提交”的，也提示。开工、完工、
验收、签订每一步只写了一个日期的才比较。写有“先、后补、补签、倒签、早于、提前、预付、定金、保证金、
预计”的不核对。

依据：《政府采购法》《民法典》关于合同订立、履行的规定；会计凭证以原始凭证为依据（《会计法》第十四
条）。只作提示。

反例：4月18日签订合同；首付款的记账凭证日期为 3 月 25 日，附件为上述合同的复印件。

正例：4月18日签订合同，4月27日支付首付款。

改法：核对两个日期；手续后补的，写明。
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.instalments import too_early
from generator.audit.dossier.quantities import sentence_of
from generator.audit.dossier.told_days import ToldDay, told_days, told_months
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.source import At
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.BEGUN)

_STEPS: Mapping[str, re.Pattern[str]] = {
    "付款": re.compile("支付|付款|记账凭证|凭证日期|付清|[首尾]款"),
    "签订": re.compile(
        r"(?:签[订署定]?|订立)[^，,。；]{0,8}(?:合同|协议)|(?:合同"
        r"|协议)[^，,。；]{0,4}签[订署]|签约"
    ),
    "公告": re.compile("(?:招标|采购|磋商|询价)公告"),
    "中标": re.compile("中标|成交通知|开标|定标"),
    "许可": re.compile("施工许可"),
    "开工": re.compile("开工|动工|进场施工"),
    "服务": re.compile("(?:开始|正式|启动)(?:上门|提供|开展|实施|组织)?服务|进场服务"),
    "完工": re.compile("竣工(?!验收)|完工"),
    "验收": re.compile("验收"),
    "基础": re.compile("(?:基础|桩基|地基)(?:施工|工程)"),
    "封顶": re.compile("封顶"),
    "提款": re.compile("提款|放款|贷款支用"),
    "生效": re.compile("(?<!未)生效"),
    "布置整改": re.compile(
        "整改(?:工作)?(?:会议?|部署会|推进会|专题会)|(?:制定|印发)整改(?:工作)?方案"
    ),
    "反馈": re.compile(
        "(?:评价|评审|审计)(?:报告|结果|意见|结论)[^，,。；]{0,6}反馈|反馈(?:评价|评审)"
    ),
}
_ORDER = (
    ("付款", "签订"),
    ("签订", "中标"),
    ("签订", "公告"),
    ("中标", "公告"),
    ("基础", "开工"),
    ("封顶", "开工"),
    ("封顶", "基础"),
    ("开工", "签订"),
    ("服务", "签订"),
    ("开工", "许可"),
    ("完工", "开工"),
    ("验收", "完工"),
    ("验收", "开工"),
    ("提款", "生效"),
    ("提款", "签订"),
    ("布置整改", "反馈"),
)
"""What may not come before what."""
_COME = lazily("(?:收到|到账|到位|接到|收文)")
_DOWN = lazily("(?:[全已即]部?)?(?:下达|分解下达|转下达|转拨|拨付到?|分配)(?!的)")
"""Words behind the day on which money came, and was handed on."""
_ABOVE = lazily("省|中央|上级|部委|财政部|提前|预拨|垫|的资金")
_SINCE = lazily("[日后][^，。；]{0,3}[起后，,]")
_BEGUN, _BEGINS = lazily("[自从]$"), lazily("^起")
_GOT, _AFTER = lazily("(?:收到|接到|获得|取得)$"), lazily("后[，,]")
_THEN = lazily("^(?:[并即已才]{0,2}|[\u4e00-\u9fff]{0,8}(?:随即|随后|立即|及时|当即))于$")
_DID = lazily(
    "^(?:[全已即]部?|向[\u4e00-\u9fff]{2,8})?(?:制定|印发|提交|形成|完成|出具|报送|召开|组织|开展|上报|反馈|整改)"
)
"""From a day on, or behind what came on it; then, and what was done."""
_FOLLOWING = lazily(r"[，,]\s?([^，,。；;：:\n]{1,18})")
_APART = lazily("[。；;\n]|第[一二三四]批|其中|另")
_BY_MONTH = frozenset(("提款", "生效", "开工", "许可", "基础", "封顶"))
"""Steps that are told by the month."""
_OWNED = lazily(
    "先|补签|后补|倒签|早于|提前|预付|定金|保证金|预计|计划|前期|上一|[一二三四]期|标段"
    "|首批|分批|分项|第[一二三四](?!笔提)"
)
"""Words of an order that is told as it was, or of several of a kind."""


class _Step(NamedTuple):
    path: At
    told: ToldDay
    last: date
    """The day by which it was done: the last of a month of which no day is told."""


def check(subject: Subject) -> Iterator[Result]:
    """At the text of the step that comes too early."""
    steps: dict[str, list[_Step]] = defaultdict(list)
    for text in subject.texts.prose.with_sign("月"):
        if text.path[0] in ("recommendations", "exceptions", "disclosure"):
            continue
        plain = text.plain
        for told in told_days(plain, subject.year if plain.count("日") > 1 else None):
            sentence = sentence_of(plain, told.start)
            name = _name(told) or _next(plain, told)
            if name and not _OWNED.search(sentence):
                steps[name].append(_Step(text.path, told, told.day))
        for month, last in told_months(plain):
            sentence = sentence_of(plain, month.start)
            name = _name(month)
            if name in _BY_MONTH and not _OWNED.search(sentence):
                steps[name].append(_Step(text.path, month, last))
        yield from _handed_on(text.path, plain, subject.year)
        yield from _following(text.path, plain, subject.year)
        for one in too_early(plain):
            yield Result(
                text.path,
                f"文字写付款在{one.paid.said}，而它所等的{one.step}在{one.done.said}",
                "请核对两个日期；手续后补的，请写明",
                str(one.paid.day),
                f"不早于 {one.done.day}",
            )
    for later, former in _ORDER:
        yield from _too_early(later, former, steps)


def _handed_on(at: At, plain: str, year: int) -> Iterator[Result]:
    """Money that was handed down before it had come, both told in one sentence, in that order."""
    if not _COME.search(plain) or not _DOWN.search(plain):
        return
    days = tuple(told_days(plain, year))
    for came, down in pairwise(days):
        is_between = plain[came.start : down.start]
        if (
            down.day < came.day
            and _COME.match(came.behind)
            and _DOWN.match(down.behind)
            and not _ABOVE.search(f"{down.before}{down.behind}")
            and not _APART.search(is_between)
        ):
            yield Result(
                at,
                f"文字写{came.said}{came.behind}，{down.said}{down.behind}",
                "请核对两个日期；先行垫付、预拨的，请写明",
                str(down.day),
                f"不早于 {came.day}",
            )
            return


def _following(at: At, plain: str, year: int) -> Iterator[Result]:
    """What was done behind a day, told with one before it: `收到某日的意见后，于某日制定方案`."""
    if not _SINCE.search(plain):
        return
    for first, later in pairwise(tuple(told_days(plain, year))):
        is_between = plain[first.start + len(first.said) : later.start]
        is_since = _BEGUN.search(first.before) and _BEGINS.match(is_between)
        is_after = _GOT.search(first.before) and _AFTER.search(is_between)
        if (
            later.day < first.day
            and (is_since or is_after)
            and _THEN.search(later.before)
            and _DID.search(later.behind)
            and not _APART.search(is_between)
            and not _OWNED.search(is_between + later.behind)
        ):
            yield Result(
                at,
                f"文字写{first.before}{first.said}{first.behind}，"
                f"而后{later.before}{later.said}{later.behind}",
                "请核对两个日期",
                str(later.day),
                f"不早于 {first.day}",
            )
            return


def _name(told: ToldDay) -> str:
    """The step that a day is of: by the words behind it, else by those before it."""
    for words in (told.behind, told.before, told.before + told.behind):
        found = [name for name, pattern in _STEPS.items() if pattern.search(words)]
        if found:
            return "签订" if "签订" in found and "付款" not in found else found[0]
    return ""


def _next(plain: str, told: ToldDay) -> str:
    """`8月21日，评价报告反馈我局`: the step of a day that stands alone in front of a clause."""
    if told.before or told.behind:
        return ""
    match = _FOLLOWING.match(plain, told.start + len(told.said))
    return _name(told._replace(behind=match[1])) if match else ""


def _too_early(later: str, former: str, steps: Mapping[str, Sequence[_Step]]) -> Iterator[Result]:
    ones, others = steps.get(later, ()), steps.get(former, ())
    if not ones or not others:
        return
    if later not in ("付款", "提款") and (
        len({s.told.day for s in ones}) > 1 or len({s.told.day for s in others}) > 1
    ):
        return
    bound = min(others, key=lambda step: step.told.day).told
    early = min(ones, key=lambda step: step.last)
    if early.last < bound.day:
        yield Result(
            early.path,
            f"文字写{later}在{early.told.said}，而{former}在{bound.said}",
            "请核对两个日期；手续后补的，请写明",
            str(early.told.day),
            f"不早于 {bound.day}",
        )
