"""整改的状态、日期与文字相反。

状态写已整改，情况却写还有没做完的；文字写全部整改完毕，而有一条没有完成；完成日期早于问题反馈的日
子，或者过了时限却写按期完成；追回的金额与情况所写不同。

原因：状态是公众最先看的一格；与文字相反，不知道问题改好了没有。

公式：（1）同一问题最新的一条状态为已整改，「情况」写有“其余（剩余、尚有、还有）……待、未、正
在、约定、将、底前……”“待追缴（收回、清退、归还）”“尚未（仍未、还未）完成（到位、追回）”一类
的话；或者「金额」少于所对应问题的「涉及金额」，情况写追回、退回、上缴，没有写核实、核减、实际应收
等；状态没有完成，而情况写全部整改到位；（2）正文或结论写“全部整改完毕、均已整改到位”一类，而同
一问题最新的一条状态是未整改或正在整改；写“完成整改N个”“整改率N%”，与已整改的条数不同；（3）
「完成日期」晚于「时限」，「情况」写“按期、按时、如期、限期内……完成”；（4）「完成日期」早于正
文写的印发评价报告、反馈问题的日子，早于「关联」中写有日期的那份报告，早于要求里写的发出通知的日
子，或者早于情况所写已经做了的月份；（5）情况写追回、退回、上缴，只写了一个金额，与「金额」不同
（写有累计、其中、连同、核减等的除外）。写有“除……外”“以前、上年、立行立改”的句子不核对。

依据：通行的核对要求：同一文件前后一致。只作提示。

反例：状态“已整改”，情况写“已追回10.6万元，其余2万元待追缴”。

正例：状态“正在整改”，情况同上。

改法：核对状态和文字，改为一致。
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.handed_over import demanded, handed_over
from generator.audit.dossier.quantities import quantities, sentence_of
from generator.audit.dossier.rectified import Last, is_one_each, last_said, told_number
from generator.audit.dossier.told import COUNT, counted
from generator.audit.dossier.told_days import ToldDay
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.findings import Rectification, State
from generator.model.items import Item
from generator.values.deadlines import deadline
from generator.values.lazily import lazily
from generator.values.money import (
    UNSIGNED,
    Amount,
    fits,
    half_digit,
    number_of,
    percentage,
    rounding,
)
from generator.values.text import half_width, shown

SEVERITY = Severity.HINT
NEEDS = (needs.RECTIFICATION,)

_LEFT = lazily(
    r"(?:其余|剩余|余下|尚有|还有|另有|仍有|尾款|差额|余款|余额)[^。；\n]{0,20}(?:[待未]|正在|没有|尚|拟|约定|承诺|将[于在]?|计划|预计|分期"
    r"|[底前]前|陆续|逐步|继续|后续)"
    r"|待[^，,。；\n]{1,14}后?(?:印发|实施|退[回还]|补缴|缴[回清]|发布|办理|完成|整改|移交)"
    r"|(?:尚|仍|还)欠|\d[\u4e00-\u9fff]{1,5}(?:正在|尚在|还在|仍在)(?:办|整|施|推|协|追|催|审|补)"
    r"|待(?:追缴|追回|收回|收缴|清退|归还|缴[回库])"
    r"|(?:尚未|仍未|还未|暂未)(?:完成|到位|追回|收回|整改|落实|办结|归还|印发|建立|清退|缴)"
)
_BEGUN = lazily(r"(?:目前|现)?(?:正在|拟|计划|准备|尚未|下一步|将[^军])[^，,。；\n]{1,14}")
"""Words of an answer that tells of nothing done."""
_DONE_SINCE = lazily("原|此前|当时|评价时|截至评价")
_ALL = lazily(
    r"(?:全部|均|都|全都)(?:已经?)?(?:完成)?整改(?:完毕|完成|到位|结束)|(?:全部|均|都)(?:已经?)?完成整改"
    r"|整改(?:工作|任务|事项)?(?:已经?|均已)?(?:全部|均)(?:完成|完毕|到位|结束)"
)
_OTHERWISE = lazily("除|以前|上年|往年|立行立改|拟|将|力争|确保|要求|预计|[底前]前")
_IN_TIME = lazily(
    "(?<![未没不])(?<!未能)(?:按期|按时|如期|[时限]限?内)[^，,。；\n]{0,6}(?:完成|整改|办结|到位)"
)
_REDUCED = lazily("核实|核减|核销|实际|扣除|抵|免|其余|经核|应[追收退缴]|认定|调整|重新")
"""Words of what need not be given back."""
_PARTLY = lazily("累计|共|合计|已于|上[期次月]|此前|另|每|连同|其中|分[期批]|罚|利息|标准")
"""Words of sums that are not this entry's, or not all of it."""
_GIVEN_BACK = lazily("追[回缴]|收[回缴]|退[回还缴]|归还|缴[回库入]|上缴|清退|补缴")
_DONE_COUNT = lazily(
    rf"(?:已(?:经)?(?:全部)?完成整改|已整改(?:完成|到位|完毕)?|完成整改|整改完成|整改到位)(?:的)?(?:问题)?\s?{COUNT}\s?[个项条]"
    rf"|{COUNT}\s?[个项条](?:问题)?(?:已经?|均已)(?:全部)?(?:完成)?整改(?:完成|到位|完毕)?"
)
_DONE_RATE = lazily(rf"整改(?:完成)?率(?:为|达到?|是)?\s?({UNSIGNED})\s?%", re.ASCII)
_PARTS = frozenset(("sections", "result"))


def check(subject: Subject) -> Iterator[Result]:
    """At the state, at the day of what was late or too early, then at the text."""
    last = tuple(last_said(subject.item.rectification))
    yield from _sums(subject.item)
    related, prose = subject.evaluation.related, subject.texts.prose
    is_dated = any(one.entry.done_on for one in last)
    handed = handed_over(prose, related, subject.year) if is_dated else None
    for one in last:
        if one.entry.state is State.DONE:
            yield from _owed(subject, one)
        elif one.entry.state and one.entry.state.is_pending:
            yield from _over(one)
        yield from _late(one)
        yield from _early(one, handed)
    texts = subject.texts.prose.within(_PARTS)
    pending = [one for one in last if one.entry.state and one.entry.state.is_pending]
    for text in texts if pending else ():
        for match in _ALL.finditer(text.plain):
            if _OTHERWISE.search(sentence_of(text.plain, match.start())):
                continue
            yield Result(
                text.path,
                f"文字写「{match[0]}」，而{pending[0].name}没有完成",
                "请核对文字和各条的状态",
                match[0],
            )
            break
    if all(one.entry.state for one in last):
        yield from _counted(subject, last)


def _owed(subject: Subject, one: Last) -> Iterator[Result]:
    """Called done, while words or money say that something is left."""
    progress = one.entry.progress or ""
    match = _LEFT.search(progress)
    told = ""
    begun = None if "已" in progress else _BEGUN.match(progress)
    if begun:
        told = f"情况写「{shown(begun[0])}」"
    elif match and not _DONE_SINCE.search(progress):
        told = f"情况写「{shown(match[0])}」"
    elif _told_back(subject.item, one.entry):
        return  # it is the sum of the cell that is in doubt
    elif (short := _short(subject.item, one.entry)) and _GIVEN_BACK.search(progress):
        told = "" if _REDUCED.search(progress) else short
    if told:
        yield Result(
            ("rectification", one.place, "state"),
            f"{one.name}的状态是“{State.DONE.label}”，{told}",
            "请核对状态和情况，改为一致",
            State.DONE.label,
        )


def _over(one: Last) -> Iterator[Result]:
    """Called open, while words say that all is done."""
    progress, state = one.entry.progress or "", one.entry.state
    match = _ALL.search(progress)
    if match and state and not _LEFT.search(progress) and not _OTHERWISE.search(progress):
        yield Result(
            ("rectification", one.place, "state"),
            f"{one.name}的状态是“{state.label}”，情况写「{shown(match[0])}」",
            "请核对状态和情况，改为一致",
            state.label,
        )


def _sums(item: Item) -> Iterator[Result]:
    """Another sum in the cell than the words of its entry say."""
    for n, entry in enumerate(item.rectification):
        if told := _told_back(item, entry):
            amount = str(item.amount(entry.amount))
            yield Result(
                ("rectification", n, "amount"),
                f"金额 {amount}，情况写「{told}」",
                "请核对金额和情况，改为一致",
                amount,
                told,
            )


def _told_back(item: Item, entry: Rectification) -> str:
    """The one sum that words say was given back, where the cell has another; else empty."""
    amount = item.amount(entry.amount)
    progress = half_width(entry.progress or "")
    if amount is None or not _GIVEN_BACK.search(progress):
        return ""
    sums = [one for one in quantities(progress) if one.unit == "元"]
    if len(sums) != 1 or _REDUCED.search(progress) or _PARTLY.search(progress):
        return ""
    worth = amount.value * amount.unit.yuan
    near = sums[0].half + half_digit(amount.value) * amount.unit.yuan
    return sums[0].said if abs(sums[0].value - worth) > near else ""


def _short(item: Item, entry: Rectification) -> str:
    """That less was given back than the findings are about; empty where that is not told."""
    if sum(not {*one.findings}.isdisjoint(entry.findings) for one in item.rectification) > 1:
        return ""
    amount = item.amount(entry.amount)
    found = [item.amount(one.amount) for one in item.findings if one.id in entry.findings]
    known = [one for one in found if one is not None]
    if amount is None or not known or len(known) < len(entry.findings):
        return ""
    due = sum((one.to(amount.unit).value for one in known), Decimal(0))
    is_short = due - amount.value > rounding((amount, *known), amount.unit)
    return f"金额 {amount}，问题涉及 {Amount(due, amount.unit)}" if is_short else ""


def _counted(subject: Subject, last: Sequence[Last]) -> Iterator[Result]:
    """How many are said to be done, against the states.

    Where each entry is one problem, rectified-sum-differs holds a number told once against them.
    """
    is_one = is_one_each(subject.item.rectification)
    done, every = _problems(one for one in last if one.entry.state is State.DONE), _problems(last)
    shares = [percentage(Decimal(a), Decimal(b)) for a, b in zip(done, every, strict=True)]
    due = [one for one in shares if one is not None]
    for text in subject.texts.prose.within(_PARTS):
        is_held = is_one and told_number(State.DONE, text.plain) is not None
        for sentence in text.sentences:
            if "整改" not in sentence or _OTHERWISE.search(sentence):
                continue
            told = () if is_held else _DONE_COUNT.findall(sentence)
            counts = {counted(one or other) for one, other in told} - {0}
            rates = [number_of(number) for number in _DONE_RATE.findall(sentence)]
            said = ""
            if len(counts) == 1 and counts.isdisjoint(done) and max(every) >= max(counts):
                said = f"{counts.pop()} 个"
            elif len(rates) == 1 and not any(fits(rates[0], one) for one in due):
                said = f"{rates[0]}%"
            if said:
                yield Result(
                    text.path,
                    f"文字写完成整改 {said}，状态是已整改的有 {done[-1]} 个，共 {every[-1]} 个",
                    "请核对文字和各条的状态",
                    said,
                    str(done[-1]),
                )
                break


def _problems(entries: Iterable[Last]) -> tuple[int, int]:
    """How many entries there are, and how many problems these name."""
    listed = tuple(entries)
    return len(listed), sum(max(len(one.entry.findings), 1) for one in listed)


def _early(one: Last, handed: ToldDay | None) -> Iterator[Result]:
    """Done before there was anything to be put right, or before what its own words tell."""
    done = one.entry.done_on
    if done is None:
        return
    own = demanded(one.entry)
    if handed and done < handed.day:
        told = f"问题{handed.said}才反馈"
    elif own and done < own.day:
        told = f"{own.said}才提出要求"
    elif month := _after(one.entry, done):
        told = f"情况写「{month}」"
    else:
        return
    yield Result(
        ("rectification", one.place, "done_on"),
        f"{one.name}的完成日期是 {done}，{told}",
        "请核对完成日期和情况",
        str(done),
    )


def _after(entry: Rectification, done: date) -> str:
    """A day or month behind the one on which all was done; empty where there is none."""
    progress = half_width(entry.progress or "")
    for match in _MONTH.finditer(progress):
        year = int(match[1] or done.year)
        before, behind = progress[: match.start()], progress[match.end() :]
        is_planned = _PLANNED.search(before[-_REACH:]) or _PLANNED.search(behind[:_REACH])
        if not is_planned and (year, int(match[2])) > (done.year, done.month):
            return match[0]
    return ""


_MONTH = lazily(r"(?:(20\d\d)年)?(?<!\d)(1[0-2]|[1-9])月(?!内|均|度)", re.ASCII)
_PLANNED = lazily("[底前]前|前|拟|将|计划|预计|约定|承诺|至|到|每年|原|上年|去年|起")
_REACH = 8


def _late(one: Last) -> Iterator[Result]:
    due, done = deadline(one.entry.due or ""), one.entry.done_on
    match = _IN_TIME.search(one.entry.progress or "")
    if match and due and done and done > due:
        yield Result(
            ("rectification", one.place, "done_on"),
            f"{one.name}的时限是 {due}，完成日期是 {done}，情况写「{shown(match[0])}」",
            "请核对时限、完成日期和情况",
            str(done),
            str(due),
        )
