"""缺少评分标准所要的材料而得分。

评分标准写明没有某种材料的不得分，这一行写明没有提供，却得了分。

原因：标准要的就是这份材料；没有也给分，标准就成了空话。

公式：评分标准（没有的看说明）写有“没有（未提供、缺少、无）……的不得分”，佐证、得分说明、偏差原因或
完成值写有“未提供、未提交、没有、缺少、无法提供”，两处有两个字以上的材料名称相同（报告、记录、方案、
合同、台账、制度等），而得分或复核分大于 0。写有“已补、后补、随后提供”的不报告。正文写明没有佐证的
不得分，多数行写有佐证的，没有写佐证而得分大于 0 的行也报告。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：评价按事先确定的标准计分，数据真实、有据可
查。只作提示。

反例：评分标准“以第三方检测报告为准，没有报告的不得分”，佐证写“未提供检测报告”，得 24 分。

正例：同上，得 0 分。

改法：核对材料和得分；有材料的，写入“佐证”。
"""

from collections.abc import Iterator, Sequence

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.slips import shared
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width, shown

SEVERITY = Severity.HINT
NEEDS = (needs.JUDGING, needs.POINTED, needs.ROWS, needs.SCORES)

_WANTED = lazily(
    r"(?:没有|未(?:提供|提交|出具|制定|取得|开展|建立|编制|签订)|不能提供|无法提供|缺少?"
    r"|无)([^，,。；\n]{1,14}?)(?:的)?[，,]?"
    r"(?:一律|本项|该项|此项|均)?(?:不得分|不给分|不计分|得0分|计0分|零分)"
)
_LACKING = lazily(
    r"(?:没有|未能?(?:提供|提交|出具|见|制定|取得|附|开展|建立|编制|签订)|不能提供"
    r"|无法提供|缺少?|(?<!有)无)([^，,。；\n]{1,14})"
)
_NOT_DONE = lazily(
    r"未([^，,。；\n]{2,8}?)的?[，,]?(?:一律|本项|该项|此项|均)?(?:不得分|不给分|不计分"
    r"|得0分|计0分|零分)"
)
"""`未公示的不得分`."""
_MISSING = lazily(
    r"([^，,。；\n的]{2,10})缺失的?[，,]?(?:本项|该项|此项)?(?:不得分|不给分|得0分|计0分)"
)
_NOT = lazily(r"(?:没有|未|没)([^，,。；\n]{2,8})")
_GONE = lazily(r"([^，,。；\n]{2,14})缺失")
_MADE_UP = lazily(
    "(?:没有|未)发现|不存在|没有[^，,。]{0,4}未|其余|部分|个别|已补|后补|补[交充齐]|随后"
    "|已提供|已提交"
)
_FOR_ALL = lazily(
    "(?:没有|无|未附|未提供|缺少?)(?:相应|有关)?佐证(?:材料|资料)?[^，,。；\n]{0,6}?(?:的)?[，,]?(?:一律|均)?(?:不得分|不给分|得0分|计0分)"
)
"""`没有佐证的不得分`, told of every row."""
_SHORTEST = 2


def check(subject: Subject) -> Iterator[Result]:
    """At what says that it is lacking."""
    yield from _of_report(subject)
    for row in subject.leaves:
        indicator = row.indicator
        rule = half_width(indicator.scoring_rule or indicator.explanation or "")
        if "分" not in rule:
            continue
        wanted = [*_WANTED.findall(rule), *_MISSING.findall(rule)]
        undone = _NOT_DONE.findall(rule)
        given = [p for p in (indicator.score, indicator.review_score) if p is not None]
        if not (wanted or undone) or not given or min(given) <= 0 or not indicator.is_basic:
            continue
        for field in ("evidence", "score_note", "deviation_reason", "actual"):
            text = half_width(getattr(indicator, field) or "")
            if _MADE_UP.search(text):
                continue
            lacking = [*_LACKING.findall(text), *_GONE.findall(text)]
            if _meet(wanted, lacking) or _meet(undone, _NOT.findall(text)):
                yield Result(
                    row.at(field),
                    f"{row.name}写「{shown(text)}」，按评分标准不得分，实际得 {points(min(given))}",
                    "请核对材料和得分",
                    points(min(given)),
                    points(min(given) * 0),
                )
                break


def _of_report(subject: Subject) -> Iterator[Result]:
    """Rows without evidence, by a rule that the report sets for all of them."""
    texts = subject.texts.prose.within(frozenset(("sections",)))
    if not any("佐证" in text.plain and _FOR_ALL.search(text.plain) for text in texts):
        return
    rows = [row for row in subject.leaves if row.indicator.actual and row.indicator.is_basic]
    lacking = [row for row in rows if not row.indicator.evidence]
    executing = {row.path for row in subject.execution_rows}
    for row in lacking if 2 * len(lacking) < len(rows) else ():
        score = row.indicator.score
        if score and row.path not in executing:
            yield Result(
                row.at("evidence"),
                f"{row.name}没有写佐证，按报告写明的规则不得分，实际得 {points(score)}",
                "请核对材料和得分",
                points(score),
                points(score * 0),
            )


def _meet(wanted: Sequence[str], lacking: Sequence[str]) -> bool:
    """Whether what is lacking is what a rule wants."""
    return any(len(shared(one, other)) >= _SHORTEST for one in wanted for other in lacking)
