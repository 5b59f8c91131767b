"""What a document must have for a rule to say anything of it.

A rule names its needs; the runner asks it only where all of them are met, and lists it among what
was not checked where one is not. A need of the form unmet makes the rule one that is not about
documents of this sort; any other says which cells the document lacks.
"""

from collections.abc import Callable
from dataclasses import dataclass

from generator.audit.dossier.last_year import is_of_last_year
from generator.audit.subject import Subject
from generator.model.frames import NO_FRAME
from generator.model.fund_rows import Stage
from generator.model.kinds import Block, Timing
from generator.model.points import Counting
from generator.model.presence import Presence


@dataclass(frozen=True, slots=True, eq=False)  # each is what it is: looked up by identity
class Need:
    """Something a rule needs of a document or an item."""

    label: str
    """What is missing where it is unmet, as readers are told."""
    is_met: Callable[[Subject], bool]
    of_form: bool = False
    """Whether the rule is not about documents without it."""


def _form(label: str, is_met: Callable[[Subject], bool]) -> Need:
    return Need(label, is_met, of_form=True)


def _is_list(subject: Subject) -> bool:
    """Whether its kind tells one line of each of many items, as much as there is room for."""
    return Block.ITEMS in subject.kind.required


WHOLE = _form("整份文件", lambda subject: subject.is_whole)
"""Asked once for the document, never of the items in it."""
UNDIVIDED = _form("没有分项的文件", lambda subject: not subject.matter.inner)
"""Asked of what is evaluated, never of a document that only holds it in its items."""
ALONE = _form("没有分项的文件", lambda subject: subject.is_whole and not subject.matter.inner)
"""All the prose of the document is about the one thing evaluated."""
OVER = _form(
    "事后的文件",
    lambda subject: subject.kind.timing is Timing.AFTER and not _is_list(subject),
)
"""What it speaks of is over, and told in full: targets were met or not, money was spent or not."""
ENDED = _form("事后的文件", lambda subject: subject.kind.timing is Timing.AFTER)
"""What it speaks of is over, in full or in one line of a list."""
UNDER_WAY = _form(
    "事中或事后的文件", lambda subject: subject.kind.timing in (Timing.DURING, Timing.AFTER)
)
"""Money is being spent."""
MEASURED = _form(
    "报告结果的文件", lambda subject: subject.reports_results and not _is_list(subject)
)
"""Its actual values stand for what was reached by then, and points may follow from them."""
JUDGING = _form(
    "作出评价的文件",
    lambda subject: MEASURED.is_met(subject) or bool(subject.kind.verdicts),
)
"""Somebody gave the points there are, for what was reached or for what is planned."""
AIMING = _form("列有绩效目标的文件", lambda subject: subject.kind.timing is not Timing.RECTIFYING)
OF_SEVERAL = _form("含分项的文件", lambda subject: bool(subject.item.items))
NOT_MIDWAY = _form(
    "事前或事后的文件",
    lambda subject: subject.kind.timing in (Timing.BEFORE, Timing.AFTER) and not _is_list(subject),
)
"""What it speaks of is planned in full, or told in full."""
NOT_OVER = _form(
    "事前或事中的文件", lambda subject: subject.kind.timing in (Timing.BEFORE, Timing.DURING)
)
"""What it speaks of is to be, or is under way."""
PLANNED = _form("事前的文件", lambda subject: subject.kind.timing is Timing.BEFORE)
MID_YEAR = _form("事中的文件", lambda subject: subject.kind.timing is Timing.DURING)
FORECASTING = _form("预计能否完成的文件", lambda subject: bool(subject.kind.likelihoods))
POINTED = _form("打分的文件", lambda subject: subject.kind.has_points)
GRADED = _form("评级的文件", lambda subject: subject.kind.has_grades)
BEGUN = _form("事前以外的文件", lambda subject: subject.kind.timing is not Timing.BEFORE)
"""Not published with the budget, long after it was written."""
MUST_BE_GRADED = _form("必有等级的文件", lambda subject: subject.matter.must_be_graded)
PUBLISHED = _form("已发布的记录", lambda subject: subject.record.is_published)

FUNDS = Need("资金表", lambda subject: subject.item.funds is not None)
PARTS_OF_MONEY = Need(
    "资金表的合计行",
    lambda subject: (
        subject.item.funds is not None
        and (
            subject.item.funds.stated_total is not None
            or any(row.parts for row in subject.item.funds.all_rows)
        )
    ),
)
"""Or a row that contains others (其中), which is one total more."""
BREAKDOWNS = Need(
    "两种资金分列",
    lambda subject: subject.item.funds is not None and len(subject.item.funds.breakdowns) > 1,
)
STATED_RATES = Need("列示的到位率或执行率", lambda subject: subject.money.states_rates)
BUDGET = Need("预算数", lambda subject: subject.money.has(subject.money.budget_stage))
INITIAL_BUDGET = Need("年初预算数", lambda subject: subject.money.has(Stage.INITIAL_BUDGET))
ADJUSTED_BUDGET = Need("全年预算数", lambda subject: subject.money.has(Stage.ADJUSTED_BUDGET))
RECEIVED = Need("到位数", lambda subject: subject.money.has(Stage.RECEIVED))
SPENT = Need("支出数", lambda subject: subject.money.has(Stage.SPENT))
FORECAST_SPENDING = Need("预计支出数", lambda subject: subject.money.has(Stage.FORECAST_SPENT))
BALANCE = Need("结余数", lambda subject: subject.money.has(Stage.BALANCE))
PRICES = Need(
    "数量和单价",
    lambda subject: (
        subject.item.funds is not None and any(use.is_priced for use in subject.item.funds.by_use)
    ),
)
RATE = Need("可以计算的执行率", lambda subject: subject.money.execution_rate is not None)

ROWS = Need("指标", lambda subject: bool(subject.rows))
ROW_GRADES = Need("各项的等级", lambda subject: subject.gives("grade"))
WEIGHTS = Need("分值", lambda subject: subject.gives("weight"))
SCORES = Need("得分", lambda subject: subject.gives("score") or subject.gives("review_score"))
SCORE_RATES = Need("得分率", lambda subject: subject.gives("score_rate"))
ANY_POINTS = Need(
    "得分",
    lambda subject: (
        SCORES.is_met(subject)
        or subject.item.result.total is not None
        or subject.item.result.review_total is not None
    ),
)
"""In a row or as a total that stands alone."""
VETOES = Need(
    "否决指标",
    lambda subject: any(row.indicator.counting is Counting.VETO for row in subject.rows),
)
TARGETS = Need("指标值", lambda subject: subject.gives("target"))
ACTUALS = Need("完成值", lambda subject: subject.gives("actual"))
EXECUTION_ROW = Need("预算执行指标", lambda subject: bool(subject.execution_rows))
EXECUTION_POINTS = Need(
    "预算执行指标",
    lambda subject: (
        bool(subject.execution_rows)
        or (subject.item.funds is not None and subject.item.funds.points_row.score is not None)
    ),
)
"""In a row of indicators, or in the fund table."""
FRAME = Need("写明的指标体系", lambda subject: subject.frame is not NO_FRAME)
FULL_MARKS = Need("满分", lambda subject: subject.frame.total is not None)
FIXED_WEIGHTS = Need("规定分值的指标体系", lambda subject: bool(subject.frame.fixed_weights))
BANDS = Need("规定等级的指标体系", lambda subject: bool(subject.frame.bands))
TOTAL = Need("总分", lambda subject: subject.total.shown is not None)
RESULT = Need("写明的总分或等级", lambda subject: subject.states_result)
WHOLE_TERM = Need("实施期指标值一栏", lambda subject: subject.adds_column("实施期指标值"))
REVIEW_SCORES = Need("复核分", lambda subject: subject.gives("review_score"))
RELATED = Need("所关联的文件", lambda subject: bool(subject.evaluation.related))
YEARLY = Need(
    "分年度的资金", lambda subject: bool(subject.item.funds and subject.item.funds.by_year)
)
EARLIER = Need(
    "分年度的资金或上年完成值一栏",
    lambda subject: YEARLY.is_met(subject) or any(map(is_of_last_year, subject.added)),
)
"""Figures of years that documents of their own tell of too."""
LIGHTS = Need("预警一栏", lambda subject: subject.adds_column("预警"))
USES = Need("结果应用", lambda subject: bool(subject.item.uses))
COMPLETION = Need("完成率一栏", lambda subject: subject.adds_column("完成率"))
GRADE = Need("写明的等级", lambda subject: subject.item.result.grade is not None)
"""A grade that the report states."""

SURVEYS = Need("调查", lambda subject: bool(subject.item.surveys))
ADVISED = Need("建议金额", lambda subject: subject.item.result.amount_advised is not None)
FORECASTS = Need("预计完成值", lambda subject: subject.gives("forecast"))
LIKELIHOODS = Need("可能性", lambda subject: subject.gives("likelihood"))
RECTIFICATION = Need("整改", lambda subject: bool(subject.item.rectification))
ACHIEVEMENT = Need("完成情况", lambda subject: bool(subject.item.objective.achieved))
FINDINGS = Need("列出的问题", lambda subject: bool(subject.item.findings))
DEMANDS = Need(
    "整改或列出的建议",
    lambda subject: bool(subject.item.rectification or subject.item.recommendations),
)
"""What is asked of somebody, about a problem."""
RECOMMENDATIONS = Need("列出的建议", lambda subject: bool(subject.item.recommendations))
REPORT = Need(
    "报告正文",
    lambda subject: bool(subject.evaluation.sections) or subject.kind.grades is Presence.ALWAYS,
)
"""A report whose outline has problems and advice: it has prose, or is one that always has both."""
SECTIONS = Need("报告正文", lambda subject: bool(subject.evaluation.sections))
ATTACHMENTS = Need("附件的文件", lambda subject: bool(subject.record.originals))
PUBLICATION = Need("发布日期", lambda subject: subject.evaluation.disclosure.published is not None)
MAKING = Need("成文日期", lambda subject: subject.evaluation.disclosure.issued is not None)
DATED = Need(
    "成文日期或发布日期",
    lambda subject: bool(
        subject.evaluation.disclosure.issued or subject.evaluation.disclosure.published
    ),
)
NUMBERED = Need(
    "文号或索引号",
    lambda subject: bool(
        subject.evaluation.disclosure.document_number or subject.evaluation.disclosure.index_number
    ),
)
APPROVAL = Need("批复日期", lambda subject: subject.evaluation.disclosure.approved is not None)

HELD_AGAINST_POINTS = (MEASURED, POINTED, ROWS, TARGETS, ACTUALS, WEIGHTS, SCORES)
"""What rules need that hold the points of a row against how far its target was reached."""
