"""文字说全部完成，表里没有。

文字写各项指标全部完成、资金全部支出、没有发现问题，表里却有没达标的指标、没花完的钱、列出的问题。

原因：结论要从表里来；表里写着没做到，结论写全部做到，读者不知道信哪一个。

公式：完成情况、意见、结论说明和正文的一句话写：（1）“各项（全部、所有）指标（目标）均（全部、已）
完成（达到、达标、实现）”“全面（圆满、全部）完成……目标（任务、指标）”，而有指标的完成值没有达到指
标值，句中没有写除外、基本、大部分、未；写“N项核心（质量、时效、效益等）指标全部完成（达到）”的，
看名称属于那一类、或者那一栏填“是”的各项；写“全部按时（及时、当月等）发放（拨付、完成等）”的，看名
称里有这两个词的一项率，完成值不到 100%；（2）“资金（预算、经费）全部支出（执行、支付、使用）”“没
有结余”，而合计支出少于全年预算和到位的每一个；（3）“未发现（没有发现、不存在）问题”，而列有问题。
写有上年、计划、确保、将的句子不核对。一段文字只提示一次。

依据：通行的核对要求：结论与表格一致。只作提示。

反例：加装电梯目标 60 部、完成 57 部，意见写“各项绩效指标全部完成”。

正例：意见写“除加装电梯外，各项绩效指标全部完成”。

改法：核对结论，写明没有做到的。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import says_nothing
from generator.diagnostics import Severity
from generator.model.fund_rows import BASES, Stage
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.UNDIVIDED)

_REACHED = lazily(
    r"(?:各项|全部|所有)(?:的|年度|年初|预期|设定|绩效|考核|三级){0,4}(?:指标|目标|任务)[值]?"
    r"(?:均|全部|都|全都)?(?:已经?|得到|按时|如期)?(?:完成|达到|达标|实现|超额完成)"
    r"|(?:全面|圆满|全部)(?:地)?完成(?:了)?(?:[^，,。；\n]{0,8}(?:目标|任务|指标))"
)
_SPENT = lazily(
    r"(?:资金|预算|经费)(?:已|均|均已)?全部(?:支出|执行|支付|使用|拨付使用)(?:完毕|完成|到位)?"
    r"|(?<!上年)(?:没有|无)(?:资金)?(?:结余|结转|结转结余)(?=[，,。；]|资金|$)"
)
_FOUND = lazily("(?:未|没有|不)(?:发现|存在)(?:明显|重大|突出)?(?:的)?问题(?=[，,。；]|$)")
_BUT = lazily("除|基本|大部分|未(?!发现|存在)|个别|尚|上年|去年|计划|确保|将|力争|以外|有待|截至")
_CLASS = lazily(
    r"(?:[\d一二两三四五六七八九十]{1,3}\s?[项个])(?P<of>核心|数量|质量|时效|成本|产出|效益|社会效益|经济效益|满意度)"
    r"(?:类)?(?:绩效)?指标(?:均|全部|都|全都)(?:已经?|按时|如期)?(?:完成|达到|达标|实现)"
)
_IN_TIME = lazily(
    r"(?:全部|均|全都)(?:已|是)?(?:在)?(?P<when>按时|按期|及时|准时|如期|当月|当日|当年|当季)(?:足额|准确)?"
    r"(?P<what>发放|拨付|支付|兑付|完成|办结|到位|清运|处置|修复|上报|完工|交付)"
)
_TIMELY = ("按时", "按期", "及时", "准时", "如期")
"""Words that mean the same."""
_CLAUSE = lazily("[，,；;。]")
_APART = lazily("除(?!了)|以外|之外")
_YES, _WHOLE = "是", 100
_PARTS = frozenset(("objective", "result", "sections"))
_AIMS = frozenset(("expected", "adjusted", "whole_term", "forecast", "title"))


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    for text in subject.texts.prose.within(_PARTS):
        if text.path[-1] in _AIMS or not _SOUGHT.search(text.plain):
            continue
        for sentence in text.sentences:
            found = None if _BUT.search(sentence) else _contradicted(subject, sentence)
            found = found or _of_some(subject, sentence)
            if found:
                said, why = found
                yield Result(
                    text.path,
                    f"文字写「{text.as_typed(said)}」，而{why}",
                    "请核对结论，写明没有做到的",
                    said,
                )
                break


_SOUGHT = lazily("均|都|各项|全部|所有|全面|圆满|没有|无资金结|无结|未发现|未存在|不存在")


def _contradicted(subject: Subject, sentence: str) -> tuple[str, str] | None:
    """What a sentence says of everything, and what the tables have instead."""
    if match := _REACHED.search(sentence):
        missed = [judged.row for judged in subject.judged if judged.met is False]
        if missed:
            row = missed[0].indicator
            return match[0], (
                f"{missed[0].name}指标值 {row.target_shown}，完成值 {row.actual_shown}"
            )
    if (match := _SPENT.search(sentence)) and (left := _left(subject)):
        return match[0], left
    if match := _FOUND.search(sentence):
        listed = [one for one in subject.item.findings if not says_nothing(one.text)]
        if listed:
            return match[0], f"列有 {len(listed)} 个问题"
    return None


def _of_some(subject: Subject, sentence: str) -> tuple[str, str] | None:
    """What a clause says of all rows of one class, or of all that was to be in time."""
    for clause in _CLAUSE.split(sentence) if not _APART.search(sentence) else ():
        match = None if _BUT.search(clause) else _CLASS.search(clause)
        if match and (row := _missed_of(subject, match["of"])):
            return match[0], (
                f"{row.name}指标值 {row.indicator.target_shown}，"
                f"完成值 {row.indicator.actual_shown}"
            )
        match = None if _BUT.search(clause) else _IN_TIME.search(clause)
        if match and (row := _late(subject, clause, match["when"], match["what"])):
            return match[0], f"{row.name}完成值 {row.indicator.actual_shown}"
    return None


def _missed_of(subject: Subject, name: str) -> Row | None:
    """The first row of a class whose target was missed: below a group of its name, or ticked."""
    for judged in subject.judged:
        above, ticked = judged.row.above, judged.row.indicator.extra
        is_below = above is not None and above.indicator.name.startswith(name)
        is_ticked = any(name in column and cell == _YES for column, cell in ticked.items())
        if judged.met is False and (is_below or is_ticked):
            return judged.row
    return None


def _late(subject: Subject, clause: str, when: str, what: str) -> Row | None:
    """The row of how much was done in time, where that is not all."""
    for row in subject.leaves:
        name, number = row.indicator.name, row.indicator.actual_number
        words = _TIMELY if when in _TIMELY else (when,)
        told = next((word for word in words if word in name), "")
        thing, _, done = name.partition(told) if told else ("", "", "")
        is_of_it = done.startswith(what) and done.endswith("率") and thing in clause
        if is_of_it and row.indicator.counted_in == "%":
            return row if number is not None and number < _WHOLE else None
    return None


def _left(subject: Subject) -> str:
    """That the money was not spent, whatever it is held against; empty where any of it was."""
    shown = subject.money.shown
    spent = shown.get(Stage.SPENT)
    bases = [(base, shown[base]) for base in BASES if base in shown]
    if spent is None or not bases or any(spent.value >= base.value for _, base in bases):
        return ""
    return f"资金表支出 {spent}，{bases[0][0].label} {bases[0][1]}"
