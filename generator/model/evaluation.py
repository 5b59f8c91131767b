"""The content of one evaluation; knows nothing of files.

Terms follow 财预〔2020〕10号 and the forms printed with it. Every field is declared here once, with
its Chinese label (the key in a record), its English name and what to fill in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from generator.model.figures import Figure, Sum
from generator.model.frames import Band, Frame
from generator.model.funds import Funds, Rate
from generator.model.indicators import (
    POINT_PLACES,
    Indicator,
    reviews_of,
    scores_of,
    weights_of,
)
from generator.schema.fields import Day, Flag, Model, Money, Number, Slug, Whole, label
from generator.values.choices import Choice
from generator.values.text import paragraphs


class Status(Choice):
    """How far a record has come; only published ones are built."""

    DRAFT = "draft", "草稿"
    IN_REVIEW = "in_review", "审核中"
    PUBLISHED = "published", "已发布"


class EvaluationType(Choice):
    """Who evaluates (财预〔2020〕10号 art. 4)."""

    SELF_EVALUATION = "self_evaluation", "单位自评"
    DEPARTMENTAL = "departmental_evaluation", "部门评价"
    FISCAL = "fiscal_evaluation", "财政评价"


class Scope(Choice):
    """What is evaluated."""

    PROJECT = "project_expenditure", "项目支出"
    DEPARTMENT = "whole_department_expenditure", "部门整体支出"
    EARMARKED = "earmarked_fund", "专项资金"
    TRANSFER = "transfer_payment", "转移支付"
    POLICY = "policy", "政策"


class Openness(Choice):
    """How a document is disclosed (政府信息公开条例)."""

    PROACTIVE = "proactive", "主动公开"
    ON_REQUEST = "on_request", "依申请公开"
    WITHHELD = "withheld", "不予公开"


class Validity(Choice):
    """Whether a document still stands."""

    VALID = "valid", "有效"
    EXPIRED = "expired", "失效"
    REPEALED = "repealed", "废止"

    @property
    def stands(self) -> bool:
        """Whether readers may rely on the document as it is."""
        return self is Validity.VALID


class Project(Model):
    """What the money was given for; the same name and department make the same project."""

    name: Annotated[str, label("名称", "项目全称，与预算批复一致")]
    code: Annotated[str | None, label("编码", "预算一体化系统中的项目编码")] = None
    unit: Annotated[str | None, label("实施单位", "具体实施的单位，与主管部门不同时填写")] = None
    purpose: Annotated[str | None, label("用途", "一句话说明钱用来做什么，放在页面最前面")] = None


class Objective(Model):
    """What was to be reached in the year, and what was."""

    expected: Annotated[str | None, label("预期目标", "年度总体目标")] = None
    achieved: Annotated[str | None, label("完成情况", "年度总体目标的实际完成情况")] = None


class Result(Model):
    """Total and grade as the report states them."""

    total: Annotated[Number | None, label("总分", "报告写明的总分；没有写就不填", unit="分")] = None
    review_total: Annotated[
        Number | None, label("复核总分", "报告写明的复核总分；没有写就不填", unit="分")
    ] = None
    grade: Annotated[str | None, label("等级", "报告写明的等级；没有写就不填")] = None


class Finding(Model):
    """A problem the evaluation found."""

    id: Annotated[Slug, label("编号", "本记录内的编号，如 w1，供建议引用")]
    text: Annotated[str, label("内容", "发现的问题")]
    category: Annotated[str | None, label("类别", "问题类别，如 预算编制、资金使用")] = None
    amount: Annotated[Money | None, label("涉及金额", "以资金表的单位计")] = None


class Recommendation(Model):
    """What the evaluation recommends, and which findings it answers."""

    id: Annotated[Slug | None, label("编号", "本记录内的编号，如 j1，供链接使用；可不填")] = None
    findings: Annotated[tuple[str, ...], label("对应问题", "所回应问题的编号，如 [w1]")] = ()
    text: Annotated[str, label("内容", "建议")]


class Section(Model):
    """One headed part of the report's prose, numbered as printed."""

    level: Annotated[Whole, label("级别", "标题级别，1 最高", bounds=(1, 4))]
    number: Annotated[str | None, label("序号", "原文序号，如 一、 （一） 1、")] = None
    title: Annotated[str, label("标题", "标题文字，不含序号")]
    text: Annotated[str | None, label("内容", "本节文字；空行分段")] = None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return paragraphs(self.text or "")


class Disclosure(Model):
    """The metadata head a disclosure column shows."""

    index_number: Annotated[str | None, label("索引号", "信息公开索引号")] = None
    publisher: Annotated[str | None, label("发布机构", "发布本报告的机构全称")] = None
    document_number: Annotated[str | None, label("文号", "发文字号；没有可不填")] = None
    subject: Annotated[str | None, label("主题分类", "信息公开目录中的分类")] = None
    issued: Annotated[Day | None, label("成文日期", "报告落款日期")] = None
    approved: Annotated[Day | None, label("批复日期", "决算批复日期，用于核对公开时限")] = None
    published: Annotated[Day | None, label("发布日期", "首次公开的日期")] = None
    openness: Annotated[Openness | None, label("公开方式", "主动公开、依申请公开或不予公开")] = None
    validity: Annotated[Validity | None, label("效力状态", "有效、失效或废止")] = None
    contact: Annotated[str | None, label("咨询电话", "单位办公电话，不填个人号码")] = None
    secrecy_review: Annotated[str | None, label("保密审查", "审查岗位和日期")] = None


class Attachment(Model):
    """An original file, in the folder named like the record."""

    file: Annotated[str, label("文件", "文件名，放在与记录同名的文件夹中")]
    title: Annotated[str | None, label("标题", "页面上显示的名称")] = None


class Source(Model):
    """Where the record came from."""

    name: Annotated[str | None, label("名称", "原报告标题或系统名称")] = None
    digest: Annotated[str | None, label("摘要值", "原文件的 SHA-256")] = None
    excerpt: Annotated[Flag, label("摘编", "正文为摘编改写时填 是")] = False
    note: Annotated[str | None, label("说明", "与原报告的差别")] = None


class ExceptionAccepted(Model):
    """A check result somebody has looked at and accepted."""

    rule: Annotated[str, label("规则", "规则名，如 spent-over-budget")]
    field: Annotated[
        str | None,
        label("字段", "只接受这一处，如 公开.咨询电话；不填则为整份记录。个人信息和密级标志必填"),
    ] = None
    value: Annotated[
        str | None,
        label("内容", "这一处的内容，照提示中隐去中间的写法；个人信息和密级标志必填"),
    ] = None
    reason: Annotated[str, label("理由", "为什么可以接受")]
    post: Annotated[str, label("岗位", "确认人的岗位，不写姓名")]
    date: Annotated[Day, label("日期", "确认日期")]


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade stated beside the one the total earns; `band` is what is shown."""

    stated: str | None
    computed: Band | None
    band: Band | None

    @property
    def shown(self) -> str | None:
        return self.stated or (self.computed.name if self.computed else None)

    @property
    def is_computed(self) -> bool:
        return self.stated is None and self.computed is not None

    @property
    def differs(self) -> bool:
        """Both are there and name different bands."""
        return bool(self.stated and self.computed and self.band != self.computed)


class Evaluation(Model):
    """One performance evaluation of one project in one fiscal year."""

    format: Annotated[Whole, label("格式", "文件格式的版本，现为 1")]
    status: Annotated[Status, label("状态", "草稿、审核中或已发布")]
    title: Annotated[str, label("标题", "报告全称")]
    id: Annotated[Slug | None, label("编号", "与文件名一致，可不填")] = None
    year: Annotated[Whole | None, label("年度", "与文件夹一致，可不填")] = None
    department: Annotated[Slug | None, label("部门", "部门编号，与文件夹一致，可不填")] = None
    project: Annotated[Project, label("项目", "被评价的项目")]
    evaluation_type: Annotated[EvaluationType, label("评价类型", "谁来评价")]
    scope: Annotated[Scope, label("评价对象", "评价什么")]
    frame: Annotated[str, label("指标体系", "评分所用指标体系的名称")]
    evaluator: Annotated[str | None, label("评价机构", "受托的第三方机构")] = None
    funds: Annotated[Funds | None, label("资金", "资金来源与使用")] = None
    objective: Annotated[Objective, label("绩效目标", "年度总体目标")] = Objective()
    indicators: Annotated[tuple[Indicator, ...], label("指标", "评分表")] = ()
    result: Annotated[Result, label("评价结论", "报告写明的总分和等级")] = Result()
    findings: Annotated[tuple[Finding, ...], label("问题", "存在的问题")] = ()
    recommendations: Annotated[tuple[Recommendation, ...], label("建议", "有关建议")] = ()
    sections: Annotated[tuple[Section, ...], label("正文", "报告正文")] = ()
    disclosure: Annotated[Disclosure, label("公开", "信息公开要素")] = Disclosure()
    attachments: Annotated[tuple[Attachment, ...], label("附件", "原始文件")] = ()
    source: Annotated[Source, label("来源", "记录的出处")] = Source()
    exceptions: Annotated[tuple[ExceptionAccepted, ...], label("例外", "已确认的核对结果")] = ()

    def leaves(self) -> Iterator[Indicator]:
        """All rows of the score table that have none below them."""
        for indicator in self.indicators:
            yield from indicator.leaves()

    def total(self, frame: Frame) -> Figure:
        """The total stated beside the sum of the level-1 scores."""
        return _points(scores_of(self.indicators), self.result.total, frame)

    def review_total(self, frame: Frame) -> Figure:
        """The reviewer's total stated beside the sum of the level-1 review scores."""
        return _points(reviews_of(self.indicators), self.result.review_total, frame)

    @property
    def has_points(self) -> bool:
        """Whether the report prints any weight or score, whatever its frame."""
        totals = (self.result.total, self.result.review_total)
        return any(n is not None for n in totals) or any(i.has_points for i in self.indicators)

    def full_marks(self, frame: Frame) -> Figure:
        """The frame's total, if it gives points, beside the sum of the level-1 weights."""
        return _points(weights_of(self.indicators), frame.total, frame)

    def grade(self, frame: Frame) -> Grade:
        """The grade stated beside the one earned by the total as shown."""
        score = self.total(frame).shown
        computed = None if score is None else frame.grade_of(score)
        stated = self.result.grade
        return Grade(stated, computed, frame.band_named(stated) if stated else computed)

    def execution_rate(self, frame: Frame) -> Rate | None:
        return self.funds.execution_rate(frame.rate_base) if self.funds else None

    def answers(self, finding: Finding) -> tuple[int, ...]:
        """Positions of the recommendations that answer a finding."""
        return tuple(
            n for n, answer in enumerate(self.recommendations) if finding.id in answer.findings
        )

    def answered(self, recommendation: Recommendation) -> tuple[int, ...]:
        """Positions of the findings a recommendation answers."""
        return tuple(n for n, f in enumerate(self.findings) if f.id in recommendation.findings)


def _points(summed: Sum, stated: Decimal | None, frame: Frame) -> Figure:
    """A total of points beside its sum; a frame may allow more than rounding accounts for."""
    return summed.beside(stated, exact=POINT_PLACES, least=frame.tolerance)
