"""整改的总数与逐条不符。

文字写共收回多少资金、已整改几个问题，与逐条整改写的不同。

原因：总结一句话是读者最先看的，应当就是下面各条之和。

公式：正文、结论说明和意见中，同一句写有“共、合计、累计、总计”和“收回、追回、退回、追缴、清退、上
缴”等的金额，与各条整改「金额」之和（两条以上写有金额，单位不同的先换算）比较；不等于和，也不等于其
中一条、已整改各条之和的，提示。“已整改N个”“正在整改N个”“未整改N个”“长期坚持N个”与各条的状态比较，
每条只对应一个问题的才比较，一个问题有几条的看最后一条。同一句写“指出（反映、提出等）的N个问题”和两种以
上状态的个数，各状态相加多于 N，或者少于 N 而正好是逐条整改的问题数的，也提示。

依据：通行做法；总数应与明细一致。

反例：两条各收回 11.40 万元、18.00 万元，正文写“共收回资金31.40万元”。

正例：正文写“共收回资金29.40万元”。

改法：核对文字中的总数和各条的金额、状态。
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import quantities, sentence_of
from generator.audit.dossier.rectified import is_one_each, told_number
from generator.audit.dossier.rows import Text
from generator.audit.dossier.told import COUNT, counted
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.findings import State
from generator.values.lazily import lazily
from generator.values.money import Amount, Unit
from generator.values.sentences import sentences
from generator.values.text import half_width

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE, needs.RECTIFICATION)

_FIELDS = frozenset(("sections", "result"))
_TOGETHER = lazily("共|合计|累计|总计|总额")
_BACK = lazily("收回|追回|退回|追缴|清退|上缴|收缴|归还|挽回")
_OTHER = lazily("应|须|要|计划|预计|将|拟|其中|尚|未|剩|此前|以前|另")
_FOUND = lazily(
    rf"(?:指出|反映|提出|发现|查出|反馈|涉及)的?(?:问题)?(?:共|共计)?\s?{COUNT}\s?[个项条](?:主要|具体|方面)?(?:的)?问题"
)
_FEWEST = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    for text in subject.texts.every:
        if text.path[0] in _FIELDS:
            yield from _sums(subject, text)
            yield from tuple(_counts(subject, text)) or _found(subject, text)


def _sums(subject: Subject, text: Text) -> Iterator[Result]:
    item = subject.item
    given = [(e.state, a) for e in item.rectification if (a := item.amount(e.amount)) is not None]
    if len(given) < _FEWEST or not _BACK.search(text.text):
        return
    each = [amount.to(Unit.YUAN).value for _, amount in given]
    done = [a.to(Unit.YUAN).value for state, a in given if state is State.DONE]
    known = (*each, sum(each, Decimal(0)), sum(done, Decimal(0)))
    plain = half_width(text.text)
    for told in quantities(plain):
        sentence = sentence_of(plain, told.start)
        if told.unit != "元" or not _BACK.search(told.before) or _OTHER.search(told.before):
            continue
        is_total = (
            _TOGETHER.search(told.before)
            or sum(one.unit == "元" for one in quantities(sentence)) == 1
        )
        if is_total and all(abs(told.value - value) > told.half for value in known):
            unit = given[0][1].unit
            due = str(Amount(known[len(each)] / unit.yuan, unit))
            yield Result(
                text.path,
                f"文字写「{told.before}{told.said}」，各条整改的金额相加为 {due}",
                "请核对总数和各条的金额",
                told.said,
                due,
            )


def _counts(subject: Subject, text: Text) -> Iterator[Result]:
    entries = subject.item.rectification
    if not is_one_each(entries):
        return
    newest = {entry.findings[0]: entry.state for entry in entries}
    states = Counter(newest.values())
    for state in State:
        told = told_number(state, text.text)
        if told is not None and told != states[state]:
            yield Result(
                text.path,
                f"文字写{state.label} {told} 个，逐条整改中有 {states[state]} 条",
                "请核对文字和各条的状态",
                str(told),
                str(states[state]),
            )


def _found(subject: Subject, text: Text) -> Iterator[Result]:
    """How many problems were found, beside how many a sentence says are in each state."""
    entries = subject.item.rectification
    for sentence in sentences(half_width(text.text)) if is_one_each(entries) else ():
        found = _FOUND.findall(sentence)
        given = [n for state in State if (n := told_number(state, sentence)) is not None]
        if len(found) != 1 or len(given) < _FEWEST:
            continue
        every, whole = counted(found[0]), sum(given)
        listed = len({entry.findings[0] for entry in entries})
        if every and (whole > every or (whole < every and whole == listed)):
            yield Result(
                text.path,
                f"文字写指出 {every} 个问题，各种状态相加为 {whole} 个",
                "请核对问题的个数和各条的状态",
                str(every),
                str(whole),
            )
            return
