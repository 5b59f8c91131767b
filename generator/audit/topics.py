"""What rules are about, for readers who look for one: told from what each needs of a document."""

from collections.abc import Mapping, Sequence

from generator.audit import needs
from generator.audit.criteria import PREFIX
from generator.audit.manual import name_of
from generator.audit.needs import Need
from generator.audit.rulebook import Rulebook
from generator.diagnostics.manual import Manual

TOPICS: Mapping[str, Sequence[Need]] = {
    "资金": (
        needs.FUNDS, needs.PARTS_OF_MONEY, needs.BREAKDOWNS, needs.STATED_RATES, needs.BUDGET,
        needs.INITIAL_BUDGET, needs.ADJUSTED_BUDGET, needs.RECEIVED, needs.SPENT,
        needs.FORECAST_SPENDING, needs.BALANCE, needs.PRICES, needs.RATE, needs.YEARLY,
        needs.ADVISED,
    ),
    "评分和等级": (
        needs.WEIGHTS, needs.SCORES, needs.SCORE_RATES, needs.ANY_POINTS, needs.VETOES,
        needs.EXECUTION_ROW, needs.EXECUTION_POINTS, needs.FRAME, needs.FULL_MARKS,
        needs.FIXED_WEIGHTS, needs.BANDS, needs.TOTAL, needs.RESULT, needs.REVIEW_SCORES,
        needs.GRADE, needs.ROW_GRADES,
    ),
    "目标和完成": (
        needs.ROWS, needs.TARGETS, needs.ACTUALS, needs.WHOLE_TERM, needs.COMPLETION,
        needs.FORECASTS, needs.LIKELIHOODS, needs.LIGHTS, needs.ACHIEVEMENT, needs.SURVEYS,
    ),
    "问题、建议和整改": (
        needs.FINDINGS, needs.RECOMMENDATIONS, needs.RECTIFICATION, needs.USES,
    ),
    "公开和附件": (
        needs.PUBLICATION, needs.MAKING, needs.DATED, needs.NUMBERED, needs.APPROVAL,
        needs.ATTACHMENTS,
    ),
    "正文": (needs.REPORT, needs.SECTIONS),
    "几份文件之间": (needs.RELATED,),
}  # fmt: skip
"""A rule is about the first that it needs a cell of."""
*_, _SEVERAL = TOPICS
_REST, _OWN = "文字和其他", "本站自己的规则"


def by_topic(book: Rulebook, shown: Mapping[str, Manual]) -> Mapping[str, Sequence[Manual]]:
    """These manual pages below what they are about; those of a site's own rules come last."""
    of_several = {name_of(rule) for rule in book.of_several}
    named = {rule.name: _topic(rule.needs) for rule in book.checks}
    found: dict[str, list[Manual]] = {title: [] for title in (*TOPICS, _REST, _OWN)}
    for name, page in shown.items():
        is_own = name.startswith(PREFIX)
        title = _OWN if is_own else _SEVERAL if name in of_several else named[name]
        found[title].append(page)
    return {title: pages for title, pages in found.items() if pages}


def _topic(wanted: Sequence[Need]) -> str:
    return next((title for title, some in TOPICS.items() if {*some} & {*wanted}), _REST)
