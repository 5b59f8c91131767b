"""某项用途支出过多或过少而没有说明。

合计看来正常，其中一项用途、一个地区，或者名单里的一个项目，支出却远少于或多于预算，没有一个字的说
明。

原因：各项相抵，合计的执行率看不出问题；哪一项没有做、哪一项超了，要一项一项看。

公式：按用途、按地区各行（合计超过一行的）：支出 ÷ 预算（没有预算的用到位、发行）低于 70%，或者高
于100%；文件自己写明“执行率低于 N% 的应当说明”的，以 N% 为准。名单里的项目和只有发行数的，看合计，
低于 60%。这一行的说明空着，资金「说明」空着（超过预算的，没有写到调剂、追加、超支等），结论说明没
有说到原因，正文、问题和指标的原因里也没有一句话提到它并说到原因的，提示。按用途、地区的各行和其中
项低于 90%，又比合计的执行率低 8 个百分点以上的，资金「说明」、合计和各项来源的说明没有写到结余、
未支付、推迟等，全文也没有一句话提到它并这样写的，也提示。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）要求对未完成的说明原因；支出应当按预算执行
（《预算法》第十三条）。只作提示。

反例：抽样调查预算 46.00 万元，支出 51.30 万元（111.52%），全文没有说明。

正例：同上，这一行说明写“追加样本，从普查经费中调剂5.30万元”。

改法：核对数字；属实的，在这一行的“说明”中写明原因和资金去向。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundAmounts, Stage
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import percent, percentage
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.ENDED, needs.FUNDS, needs.SPENT)

_LOW, _LOW_ALONE, _WHOLE = Decimal(70), Decimal(60), Decimal(100)
_OFTEN, _BELOW_ALL = Decimal(90), Decimal(8)
"""From where on a reason is usually asked for, and how far below the whole a part stands out."""
_UNSPENT = lazily(
    r"(?:未|没有|没)(?:能)?(?:及时|全部|足额)?(?:支出|支付|付|拨|使用|用完|执行|到位|到货|完工|竣工|验收|结算|发放|到期|到付)"
    r"|结余|结转|剩余|节约|节省|[尾余]款|质保|质量保证|推迟|延[迟后期误]|[偏较]?晚|滞后|暂[停缓]|停[工止]|招标|中标|结算"
    r"|审减|退出|退回|收回|跨年|按进度|低于预算|取消|余额|分期|次年|下年"
)
_FEWER = lazily("减少|下降|少于")
"""Words of what cost less; of the whole table they tell why its budget was changed."""
_PARTED = frozenset(("by_use", "by_place"))
"""What a source gave less of is told by what came of it."""
_ONE_LEVEL = "级"
_OWN_LIMIT = lazily(
    r"(?:执行率|支出率|支付率|支出进度)(?:低于|不足|未达到?"
    r"|小于)\s?(\d{1,2})[%％][^。\n]{0,24}?(?:原因|说明)",
    re.ASCII,
)
_TELLING = lazily(
    r"因|由于|未|没有|不|减|节约|结余|推迟|延|暂|停|晚|调[剂整]|追加|增加|超|招标|中标"
    r"|结算|结转|跨年|尾款|收回|质[量保]"
)
_MORE = lazily("调[剂整增]|追加|增加|新增|超|统筹|自筹|结转|据实|多于|相互|之间")
_SENTENCE = lazily(r"[。；;！!？?\n]")
_BASES = (Stage.ADJUSTED_BUDGET, Stage.INITIAL_BUDGET, Stage.RECEIVED, Stage.ISSUED)
_PREFIX, _SHORT = 4, 2
_SAYING = frozenset(("sections", "findings", "indicators", "result", "objective", "funds"))


def check(subject: Subject) -> Iterator[Result]:
    """At the amount spent."""
    funds = subject.item.funds
    if funds is None:
        return
    own = _OWN_LIMIT.search(subject.texts.prose.plain)
    low = Decimal(own[1]) if own else _LOW
    explanation = funds.explanation or ""
    for rows, at in ((funds.by_use, "by_use"), (funds.by_place, "by_place")):
        for n, row in enumerate(rows if len(rows) > 1 else ()):
            rate, base = _rate(row)
            if rate is None or low <= rate <= _WHOLE:
                continue
            is_over = rate > _WHOLE
            told = _MORE.search(explanation) if is_over else explanation and not own
            if not (_is_said(subject, row.name) or _says(row) or told):
                yield _result(("funds", at, n, Stage.SPENT.value), f"「{row.name}」", rate, base)
    yield from _alone(subject, explanation)
    if not own and not _UNSPENT.search(explanation):
        yield from _below_all(subject)


def _below_all(subject: Subject) -> Iterator[Result]:
    """Parts that spent so much less than the whole that one asks why."""
    total = subject.item.funds.stated_total if subject.item.funds else None
    whole, _ = _rate(total) if total else (None, None)
    sources = subject.item.funds.rows if subject.item.funds else ()
    notes = [row.note for row in (*sources, *((total,) if total else ())) if row.note]
    if whole is None or any(map(_UNSPENT.search, notes)):
        return
    for row, at in subject.money.placed:
        if at[1] not in _PARTED:
            continue
        rate, base = _rate(row)
        if rate is None or not _LOW <= rate < min(_OFTEN, whole - _BELOW_ALL):
            continue
        if not _says(row) and not _is_told(subject, row.name):
            yield _result((*at, Stage.SPENT.value), f"「{row.name}」", rate, base)


def _is_told(subject: Subject, name: str) -> bool:
    """Whether a sentence names it and tells why money is left."""
    short = name[:_SHORT] if _ONE_LEVEL in name[:_SHORT] else name[:_PREFIX]
    return any(
        _UNSPENT.search(sentence) or _FEWER.search(sentence)
        for text in subject.texts.prose.with_sign(half_width(short))
        if text.path[0] in _SAYING
        for sentence in text.sentences
        if half_width(short) in sentence
    )


def _alone(subject: Subject, explanation: str) -> Iterator[Result]:
    """A project of a list, or one that has nothing but bonds: others are told elsewhere."""
    funds, result = subject.item.funds, subject.item.result
    total = funds.stated_total if funds else None
    rate, base = _rate(total) if total else (None, None)
    if rate is None or rate >= _LOW_ALONE or subject.matter.inner or not total:
        return
    if not subject.is_whole or base is Stage.ISSUED:
        notes = [explanation, total.note or ""]
        notes += filter(_TELLING.search, (result.note or "", result.opinion or ""))
        if not any(notes) and not _is_said(subject, subject.item.name) and not _says(total):
            yield _result(("funds", "stated_total", Stage.SPENT.value), "本项目", rate, base)


def _rate(row: FundAmounts) -> tuple[Decimal | None, Stage | None]:
    base = next((stage for stage in _BASES if row.at(stage) is not None), None)
    amount = row.at(base) if base else None
    spent = row.spent
    return (percentage(spent, amount) if amount and spent is not None else None), base


def _says(row: FundAmounts) -> bool:
    """Whether a row or a part of it has words of its own."""
    told: Sequence[object] = (row.note, *row.extra.values())
    done = getattr(row, "done", None) or ""
    return any(told) or bool(_TELLING.search(done)) or any(_says(part) for part in row.parts)


def _is_said(subject: Subject, name: str) -> bool:
    """Whether a sentence names it and tells why."""
    short = name[:_PREFIX] if len(name) > _PREFIX else name
    if not short or short not in subject.texts.prose.plain:
        return False
    document = () if subject.is_whole else subject.evaluation.sections
    texts = [text.text for text in subject.texts.every if text.path[0] in _SAYING]
    texts += [section.text or "" for section in document]
    return any(
        short in sentence and _TELLING.search(sentence)
        for text in texts
        for sentence in _SENTENCE.split(text)
    )


def _result(at: At, name: str, rate: Decimal, base: Stage | None) -> Result:
    label = base.label if base else ""
    return Result(
        at,
        f"{name}支出为{label}的 {percent(rate)}，没有说明",
        "请核对数字；属实的，在这一行的「说明」中写明原因和资金去向",
        percent(rate),
    )
