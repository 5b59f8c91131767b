"""文字说的个数与所列的不符。

文字写评价了几个项目、发现几个问题、提出几条建议，与所列的个数不同。

原因：个数一数就知道；不一致，多半漏列了一条，或者沿用了上次的文字。

公式：正文、意见和结论说明的一句话写：（1）“评价（通报、涉及）N个项目（政策）”，文件的分项不是N个；“
对（涉及）N个部门的M个项目”，各分项的实施单位不是N个；（2）“发现（存在、反映）问题N个”“N个（方面的）
问题”，所列问题不是 N 个；（3）“提出建议N条”“N条建议”，所列建议不是 N 条。指标的项数由rows-counted-o
therwise 核对。没有列问题，而正文只有一段标题写“问题”，用“（一）（二）”逐条写的，“以上（上述、针对）
N个问题”与那一段的条数比较；一段文字写“N个（方面）问题（措施、建议、经验、做法、原因）”，紧接着用“一
是、二是”逐条写的，与条数比较。写“下属单位N个，分别是甲、乙和丙。”的，与所列的个数比较（“和、及”前后
算一个、两个都可以）；“N个，即甲、乙”（最后一个前有“和、及”的，后面还有别的分句也算）“分别由甲、乙”“
包括N个部分：甲、乙”也算。“甲、乙和丙四个方面（环节、领域等）”“甲局、乙局六个部门（单位、乡镇、村
等）”也这样比。整改报告只看问题，“反馈问题N个”也算。同一段文字同一种个数写了两个以上、不相同的，来源
注明不全的，写有其中、上年、整改、类、典型、主要、每的，没有列出的，不核对。

依据：同一数据前后一致，是公文核对的通行要求。只作提示。

反例：列有两个问题，正文写“发现问题3个”。

正例：写“发现问题2个”。

改法：核对个数，补上漏列的。
"""

import re
from collections.abc import Iterator, Mapping

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.arithmetic.lists import lists
from generator.audit.dossier.told import COUNT, counted
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import shown

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)

_TOLD: Mapping[str, re.Pattern[str]] = {
    "项目": re.compile(
        rf"(?:共?评价|共?复核|共涉及|共通报|通报)(?:了)?\s?{COUNT}\s?个(?:重点)?(?:项目|政策)"
    ),
    "部门": re.compile(
        rf"(?:对|涉及|覆盖)(?:了|全市|全县|市级|县级|区级)?\s?{COUNT}\s?个(?:市级|预算|主管)?(?:部门|单位)的?\s?\d{{1,3}}\s?个"
    ),
    "问题": re.compile(
        rf"(?:发现|存在|反映|查出|指出|反馈|移交|提出|列出)(?:了|的)?问题(?:共|共计)?\s?{COUNT}\s?[个项条]"
        rf"|(?:发现|存在|反映|查出|指出|反馈|移交|提出|列出)(?:了)?\s?{COUNT}\s?[个项条](?:方面)?(?:的)?问题"
        rf"|问题清单(?:所列|列出|中|共列|共)?的?\s?{COUNT}\s?[个项条]"
    ),
    "建议": re.compile(
        rf"提出(?:了)?(?:改进|整改|管理)?建议(?:共|共计)?\s?{COUNT}\s?[个项条]"
        rf"|提出(?:了)?\s?{COUNT}\s?[个项条](?:改进|整改|管理)?建议"
    ),
}
_BACK = lazily(rf"(?:以上|上述|前述)(?:的)?\s?{COUNT}\s?[个项条](?:方面)?(?:的)?问题")
_ENTRY = lazily(r"[（(]([一二三四五六七八九十])[）)]")
_FINDINGS = "问题"
_SOUGHT = lazily(rf"{COUNT}\s?[个项条]")
_COLLECTED = lazily(r"[二两三四五六七八九十\d]\s?(?:个|大|类|种|家|所)[\u4e00-\u9fff]", re.ASCII)
_PARTS = frozenset(("sections", "result"))
_OTHERWISE = lazily("其中|上年|去年|整改|类|典型|主要|[每各]|等(?!方面|环节|领域)")


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each thing that is counted."""
    item = subject.item
    listed = {
        "项目": len(item.items),
        "问题": len(item.findings),
        "建议": len(item.recommendations),
    }
    if subject.evaluation.source.incomplete:
        return
    yield from _of_lists(subject)
    yield from _of_names(subject)
    yield from _of_clauses(subject)
    if item.rectification:
        listed = {"问题": len(item.findings)}
    elif not item.findings:
        yield from _of_prose(subject)
    units = [one.project.unit for one in item.items if one.project and one.project.unit]
    if len(units) == len(item.items):
        listed["部门"] = len(set(units))
    for text in subject.texts.prose.within(_PARTS) if any(listed.values()) else ():
        if text.path[-1] == "title" or not _SOUGHT.search(text.plain):
            continue
        for of, number in listed.items():
            told = {
                counted(next(filter(None, match.groups())))
                for sentence in text.sentences
                if not _OTHERWISE.search(sentence)
                for match in _TOLD[of].finditer(sentence)
            }
            if number and len(told) == 1 and number not in told:
                said = f"{of} {told.pop()} 个"
                yield Result(
                    text.path,
                    f"文字写{said}，所列的有 {number} 个",
                    "请核对个数，补上漏列的",
                    said,
                    str(number),
                )


def _of_clauses(subject: Subject) -> Iterator[Result]:
    """Of a list that ends in its number: `资金、质量和管护三个方面`."""
    for text in subject.texts.prose.within(_PARTS):
        if "、" in text.plain and _COLLECTED.search(text.plain):
            for one in lists(text.plain):
                yield Result(
                    text.path,
                    f"文字写「{text.as_typed(one.said.strip())}」，列出的是 {one.number} 个",
                    "请核对个数，补上漏写的",
                    one.told,
                    str(one.number),
                )


def _of_prose(subject: Subject) -> Iterator[Result]:
    """Of findings that only prose lists: what it says of their number behind them."""
    sections = subject.evaluation.sections
    lists = [set(_ENTRY.findall(one.text or "")) for one in sections if _FINDINGS in one.title]
    if len(lists) != 1 or not lists[0]:
        return
    [entries] = lists
    for text in subject.texts.prose.within(_PARTS):
        told = {counted(number) for number in _BACK.findall(text.plain)}
        if len(told) == 1 and len(entries) not in told:
            said = f"问题 {told.pop()} 个"
            yield Result(
                text.path,
                f"文字写{said}，正文所列的有 {len(entries)} 个",
                "请核对个数，补上漏列的",
                said,
                str(len(entries)),
            )


def _of_lists(subject: Subject) -> Iterator[Result]:
    """What a text says of its own list: `三个方面的问题：一是……二是……`."""
    for text in subject.texts.prose.with_sign("一是"):
        told = list(_OWN_LIST.finditer(text.plain))
        ordinals = [_ORDINALS.index(sign) + 1 for sign in _ORDINAL.findall(text.plain)]
        is_one_list = ordinals == list(range(1, len(ordinals) + 1))
        if len(told) != 1 or not is_one_list or len(ordinals) <= 1:
            continue
        first = text.plain.find("一是")
        number = counted(told[0][1])
        if not 0 <= first - told[0].end() <= _NEAR or number in (0, len(ordinals)):
            continue
        yield Result(
            text.path,
            f"文字写「{text.as_typed(told[0][0])}」，后面逐条写了 {len(ordinals)} 条",
            "请核对个数，补上漏写的",
            told[0][1],
            str(len(ordinals)),
        )


def _of_names(subject: Subject) -> Iterator[Result]:
    """What a text names one by one: `下属单位5个，分别是甲、乙、丙和丁。`."""
    for text in (
        *subject.texts.prose.with_sign("分别"),
        *subject.texts.prose.with_sign("即"),
        *subject.texts.prose.with_sign("依次"),
        *subject.texts.prose.with_sign("："),
    ):
        for match in _NAMED.finditer(text.plain):
            number = counted(match[2])
            names = _BRACKETED.sub("", match["names"]).rstrip("）)")
            before = text.plain[max(0, match.start() - _NEAR) : match.start()]
            if _UNSURE.search(names) or _OTHERWISE.search(before + match["words"]):
                continue
            behind = text.plain[match.end() :]
            is_open = behind.startswith(("，", ",")) and not _GOES_ON.match(behind)
            if is_open and not _AND.search(names.rpartition("、")[2]):
                continue  # the list may go on behind the comma
            fewest = names.count("、") + 1
            most = fewest + len(_AND.findall(names))
            if most == 1 or not number or fewest <= number <= most:
                continue
            yield Result(
                text.path,
                f"文字写「{shown(text.quoted(match))}」，后面写了 {most} 个",
                "请核对个数，补上漏写的",
                match["told"],
                str(most),
            )


_GOING_ON = "[，,](?:[合共总]计|共|均|都|全部|并|已|占|涉及|覆盖|投资)"
_NAMED = lazily(
    rf"(?<![第\d.每])(?P<told>{COUNT}\s?[个家所项名处类种支条座位期场镇村](?P<words>[^，,。；;、：:\d的每各]{{0,12}}))"
    r"[，,：:（(]?\s?(?:分别(?:是|为|有|由)?|即|依次[是为]|(?<=部分|方面|环节|模块|阶段|领域|板块|子项)(?=[：:]))[：:]?(?P<names>[^。；;\n：:，,]{4,240})(?=[。；;\n）)]|$"
    rf"|{_GOING_ON}|[，,])"
)
_BRACKETED = lazily("[（(][^（）()]{0,60}[）)]|[“《][^“”《》]{0,60}[”》]")
_UNSURE = lazily("[0-9等（(）)]|分别|以及其|若干")
"""What counts or measures, or leaves out."""
_GOES_ON = lazily(_GOING_ON)
_AND = lazily("以及|[和及与]")
_OWN_LIST = lazily(
    rf"(?<!以上)(?<!上述)(?<!前述)(?<!针对){COUNT}\s?(?:个|项|条|点|类|大)?(?:方面)?(?:的)?"
    r"(?:问题|不足|建议|措施|经验|做法|原因|困难|成效|亮点|改进)"
)
_ORDINALS = "一二三四五六七八九十"
_ORDINAL = lazily(f"([{_ORDINALS}])是(?![否])")
_NEAR = 8
