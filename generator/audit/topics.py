"""What rules are about, for readers who look for one: told from what each needs of a document."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.audit import needs
from generator.audit.criteria import PREFIX
from generator.audit.manual import name_of
from generator.audit.needs import Need
from generator.audit.rulebook import Rulebook
from generator.diagnostics.manual import Manual


class Topic(NamedTuple):
    """What some rules are about."""

    id: str
    """Of its place on the page, the same whichever topics there are."""
    title: str
    needs: tuple[Need, ...] = ()


TOPICS = (
    Topic("money", "资金", (
        needs.FUNDS, needs.PARTS_OF_MONEY, needs.BREAKDOWNS, needs.STATED_RATES, needs.BUDGET,
        needs.INITIAL_BUDGET, needs.ADJUSTED_BUDGET, needs.RECEIVED, needs.SPENT,
        needs.FORECAST_SPENDING, needs.BALANCE, needs.PRICES, needs.RATE, needs.YEARLY,
        needs.ADVISED,
    )),
    Topic("points", "评分和等级", (
        needs.WEIGHTS, needs.SCORES, needs.SCORE_RATES, needs.ANY_POINTS, needs.VETOES,
        needs.EXECUTION_ROW, needs.EXECUTION_POINTS, needs.FRAME, needs.FULL_MARKS,
        needs.FIXED_WEIGHTS, needs.BANDS, needs.TOTAL, needs.RESULT, needs.REVIEW_SCORES,
        needs.GRADE, needs.ROW_GRADES,
    )),
    Topic("targets", "目标和完成", (
        needs.ROWS, needs.TARGETS, needs.ACTUALS, needs.WHOLE_TERM, needs.COMPLETION,
        needs.FORECASTS, needs.LIKELIHOODS, needs.LIGHTS, needs.ACHIEVEMENT, needs.SURVEYS,
    )),
    Topic("findings", "问题、建议和整改", (
        needs.FINDINGS, needs.RECOMMENDATIONS, needs.RECTIFICATION, needs.DEMANDS,
        needs.USES,
    )),
    Topic("disclosure", "公开和附件", (
        needs.PUBLICATION, needs.MAKING, needs.DATED, needs.NUMBERED, needs.APPROVAL,
        needs.ATTACHMENTS,
    )),
    Topic("report", "正文", (needs.REPORT, needs.SECTIONS)),
    Topic("documents", "几份文件之间", (needs.RELATED, needs.EARLIER)),
)  # fmt: skip
"""A rule is about the first that it needs a cell of."""
*_, _SEVERAL = TOPICS
_REST, _OWN = Topic("other", "文字和其他"), Topic("own", "本站自己的规则")


def by_topic(book: Rulebook, shown: Mapping[str, Manual]) -> Mapping[Topic, Sequence[Manual]]:
    """These manual pages below what they are about; those of a site's own rules come last."""
    of_several = {name_of(rule) for rule in book.of_several}
    named = {rule.name: _topic(rule.needs) for rule in book.checks}
    found: dict[Topic, list[Manual]] = {topic: [] for topic in (*TOPICS, _REST, _OWN)}
    for name, page in shown.items():
        is_own = name.startswith(PREFIX)
        topic = _OWN if is_own else _SEVERAL if name in of_several else named[name]
        found[topic].append(page)
    return {topic: pages for topic, pages in found.items() if pages}


def _topic(wanted: Sequence[Need]) -> Topic:
    return next((topic for topic in TOPICS if {*topic.needs} & {*wanted}), _REST)
