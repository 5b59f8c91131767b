"""文字说的指标项数与表上不同。

文字写设了几项指标、几项完成、几项没有完成，或者复核下调了几项得分，与表上数出来的不同。

原因：项数一数就知道；不一致，多半改了表没有改文字，或者沿用了上年的文字。

公式：没有分项的文件，正文、意见和结论说明里写：（1）“下调（调低、核减、上调）N项指标得分”，各行
印有复核分，低于（高于）得分的末级指标不是 N 行的；（2）“N项指标完成（达标）”“N项指标未完成”“
未完成的指标N项”，事后的文件，有指标值的末级指标不少于 3 行，达到（没有达到）指标值的，加上比不出
来的和预算执行率，都凑不出 N 行的；（3）表上另有一栏只填“是、否”的（如“核心指标”），“N项核心
指标”与填“是”的行数比较；（4）“设置（共设）绩效指标N项”，末级指标和各级指标都不是 N 行的。写
有上年、产出、效益、满意、核心、一级、二级、其中、部门、类、等的句子，只说一部分的，不核对。

依据：同一数据前后一致，是公文核对的通行要求。只作提示。

反例：复核分低于自评得分的有两项，意见写“下调4项指标得分”。

正例：写“下调2项指标得分”。

改法：核对项数，改正文字或补上漏列的指标。
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.told import COUNT, counted
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.ALONE, needs.ROWS)

_PARTS = frozenset(("sections", "result"))
_TELLING = frozenset(("sections", "result", "objective"))
_MARK, _MARKS = "是", frozenset(("是", "否", ""))
_RAISED = frozenset(("调高", "上调", "调增"))
_REVIEWED = lazily(
    rf"(?P<how>下调|调低|调减|核减|扣减|降低|调高|上调|调增)(?:了)?\s?(?P<number>{COUNT})\s?[个项](?:指标)?的?(?:自评)?(?:得分|分值)"
)
_GROUPED = lazily("一级指标|二级指标|每项")
_OF_A_SORT = lazily(
    rf"(?<![第\d]){COUNT}\s?[个项](?:年度|绩效)?([\u4e00-\u9fff]{{1,8}}?指标)", re.ASCII
)
_FEWEST = 3
_SOME_ROWS = lazily(
    "上年|去年|上半年|产出|效益|满意|数量指标|质量|时效|成本|定量|定性|核心|共性|个性|一级|二级|其中|部门|单位|类|等"
)
"""Words of only some of the rows, or of others."""
_MET = lazily(
    rf"{COUNT}\s?[个项](?:绩效|年度|三级)?指标(?:已|均|都|全部)?(?:完成|达标|达到|实现)(?!率)"
    rf"|指标中[,，]?(?:有)?\s?{COUNT}\s?[个项](?:指标)?(?:已|均)?(?:完成|达标|达到|实现)"
)
_UNMET = lazily(
    rf"{COUNT}\s?[个项](?:绩效|年度|三级)?指标(?:未|没有)(?:能)?(?:全部|按期)?(?:完成|达标|达到|实现)"
    rf"|(?:未|没有)(?:完成|达标|达到目标|实现)(?:的)?(?:绩效|年度|三级)?指标(?:有|共)?\s?{COUNT}\s?[个项]"
)
_SET = lazily(
    rf"(?:设置|设定|共设|共有)(?:了)?(?:绩效|三级|具体)?指标(?:共|共计)?\s?{COUNT}\s?[个项条]"
    rf"|(?:设置|设定|共设)(?:了)?\s?{COUNT}\s?[个项条](?:绩效|三级|具体)?指标"
)


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each thing that is counted."""
    yield from _of_reviewed(subject)
    yield from _of_marked(subject)
    yield from _of_rows(subject)


def _of_reviewed(subject: Subject) -> Iterator[Result]:
    """How many rows a review says it has lowered, or raised."""
    points = [
        (row.indicator.review_score, row.indicator.score)
        for row in subject.leaves
        if row.indicator.review_score is not None and row.indicator.score is not None
    ]
    for text in subject.texts.prose.within(_PARTS) if points else ():
        if _GROUPED.search(text.plain):
            continue
        for match in _REVIEWED.finditer(text.plain):
            told = counted(match["number"])
            is_lower = match["how"] not in _RAISED
            changed = sum(own < given if is_lower else own > given for own, given in points)
            if told and told != changed:
                side = "低于" if is_lower else "高于"
                yield Result(
                    text.path,
                    f"文字写「{text.quoted(match)}」，表上复核分{side}得分的有 {changed} 项",
                    "请核对个数",
                    str(told),
                    str(changed),
                )
                break


def _of_marked(subject: Subject) -> Iterator[Result]:
    """How many rows a column of the form marks as of a sort: `4项核心指标`."""
    for column in subject.added:
        if not column.endswith("指标"):
            continue
        cells = [str(row.indicator.extra.get(column) or "") for row in subject.leaves]
        marked = cells.count(_MARK)
        if not marked or not _MARKS.issuperset(cells):
            continue
        for text in subject.texts.prose.with_sign(column):
            found = _OF_A_SORT.finditer(text.plain)
            match = next((one for one in found if one[2] == column), None)
            if match and text.path[0] in _TELLING and counted(match[1]) not in (0, marked):
                yield Result(
                    text.path,
                    f"文字写「{text.quoted(match)}」，表上「{column}」填“{_MARK}”的有 {marked} 项",
                    "请核对项数",
                    match[1],
                    str(marked),
                )
                return


def _of_rows(subject: Subject) -> Iterator[Result]:
    """How many rows there are, and how many came out as they were to."""
    judged = [one for one in subject.judged if one.row.indicator.is_basic]
    own = [one for one in judged if not one.is_execution]
    if len(own) < _FEWEST:
        return
    levels = Counter(row.level for row in subject.rows)
    sums = {len(judged), len(own), len(subject.leaves), *levels.values()}
    unclear = sum(one.met is None for one in judged)
    met, unmet = (sum(one.met is was for one in own) for was in (True, False))
    near = unclear + len(judged) - len(own)
    sought = (
        (_MET, range(met, met + near + 1), "达到指标值"),
        (_UNMET, range(unmet, unmet + near + 1), "没有达到指标值"),
    )
    sought = (*(sought if subject.reports_results else ()), (_SET, sorted(sums), ""))
    for text in subject.texts.prose.with_sign("指标"):
        if text.path[0] in _PARTS and text.path[-1] != "title":
            found = next(_in_text(text, sought), None)
            if found:
                yield found


def _in_text(
    text: Passage, sought: Sequence[tuple[re.Pattern[str], Sequence[int], str]]
) -> Iterator[Result]:
    for sentence in text.sentences:
        for pattern, fitting, of in sought:
            match = None if _SOME_ROWS.search(sentence) else pattern.search(sentence)
            told = counted(next(filter(None, match.groups()))) if match else 0
            if match and told and told not in fitting:
                due = str(fitting[0 if of else -1])
                yield Result(
                    text.path,
                    f"文字写「{text.as_typed(match[0])}」，表上{of or '所列'}的指标有 {due} 项",
                    "请核对项数",
                    str(told),
                    due,
                )
