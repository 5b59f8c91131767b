"""The parts of a form, each with names of its own."""

from generator.values.choices import Choice


class Part(Choice):
    """The part of a form that a name belongs to."""

    HEAD = "head", "表头"
    OBJECTIVE = "objective", "目标"
    INDICATORS = "indicators", "指标"
    FUNDS = "funds", "资金"
    RECTIFICATION = "rectification", "整改"
    ITEMS = "items", "分项"
    PERSONS = "persons", "人员"
    BLOCK = "block", "块名"
    TOTAL = "total", "合计"
    FUND_TOTAL = "fund_total", "资金合计"
    KIND = "kind", "类型"
    OTHER = "other", "别的文件"
    MANDATE = "mandate", "评价主体"
    NARRATIVE = "narrative", "项目说明"
    SURVEYS = "surveys", "调查"
    PROBLEMS = "problems", "问题"
    PAGE = "page", "网页"
