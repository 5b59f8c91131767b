"""What is evaluated: a project, over which time, and which bodies have a part in it."""

from typing import Annotated

from generator.schema.fields import Day, Extra, Model, Slug, label
from generator.values.choices import Choice


class Scope(Choice):
    """What is evaluated."""

    PROJECT = "project_expenditure", "项目支出"
    DEPARTMENT = "whole_department_expenditure", "部门整体支出"
    EARMARKED = "earmarked_fund", "专项资金"
    TRANSFER = "transfer_payment", "转移支付"
    POLICY = "policy", "政策"
    BOND = "special_bond", "专项债券"
    PPP = "ppp_project", "PPP项目"
    PURCHASE = "government_purchase", "政府购买服务"
    INVESTMENT = "investment_fund", "政府投资基金"

    @property
    def is_whole_department(self) -> bool:
        """Whether the money is a whole department's, which holds that of its projects."""
        return self is Scope.DEPARTMENT


class Project(Model):
    """What the money was given for; the same id and department make the same project."""

    id: Annotated[
        Slug | None, label("编号", "同一项目各年度、各类文件相同；不填则用记录或分项的编号")
    ] = None
    name: Annotated[str, label("名称", "项目全称，与预算批复一致", example="图书馆夜间开放")]
    code: Annotated[
        str | None, label("编码", "预算一体化系统中的项目编码", example="430000230015")
    ] = None
    unit: Annotated[
        str | None,
        label("实施单位", "具体实施的单位，与主管部门不同时填写", example="示例市图书馆"),
    ] = None
    purpose: Annotated[
        str | None,
        label(
            "用途",
            "一句话说明钱用来做什么，放在页面最前面",
            example="图书馆晚间延长开放的人员和水电",
        ),
    ] = None
    extra: Annotated[Extra, label("其他栏", "原表另有的栏目", columns="project")] = {}


class Period(Model):
    """The time a document speaks of, where it is not the calendar year."""

    start: Annotated[Day | None, label("自", "起始日期；累计数不填")] = None
    end: Annotated[Day | None, label("至", "截止日期")] = None

    @property
    def said(self) -> str:
        """As pages say it; empty where it holds no date."""
        if self.start is None:
            return f"截至 {self.end}" if self.end else ""
        return f"{self.start} 至 {self.end}" if self.end else f"自 {self.start} 起"

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it begins."""
        return self.start is not None and self.end is not None and self.end < self.start

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years it reaches over; none where its beginning is not printed."""
        if self.start is None or self.end is None:
            return ()
        return tuple(range(self.start.year, self.end.year + 1))


class Body(Model):
    """A body with a part in the evaluation; never a person."""

    role: Annotated[
        str, label("角色", "主管部门、财政部门、填报单位、委托方、评价机构等", example="主管部门")
    ]
    name: Annotated[str, label("名称", "机构全称", example="示例市文化和旅游局")]
    code: Annotated[str | None, label("代码", "预算单位代码", example="207001")] = None
