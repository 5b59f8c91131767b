"""Names that no list holds, read by the words they are made up of; what is no name is none."""

import pytest
from helpers import showcase

from generator.importers.labels import Labels
from generator.importers.part import Part

NAMED = (
    (Part.INDICATORS, "财政复核评分值", "review_score"),
    (Part.INDICATORS, "抽查复核分", "review_score"),
    (Part.INDICATORS, "自评得分情况", "score"),
    (Part.INDICATORS, "考核分值", "weight"),
    (Part.INDICATORS, "年度计划指标值（A）", "target"),
    (Part.INDICATORS, "预期指标数值", "target"),
    (Part.INDICATORS, "全年实际完成数", "actual"),
    (Part.INDICATORS, "1-7月完成进展", "actual"),
    (Part.INDICATORS, "全年预计完成数", "forecast"),
    (Part.INDICATORS, "绩效目标未完成原因分析", "deviation_reason"),
    (Part.INDICATORS, "复核扣分理由", "deviation_reason"),
    (Part.INDICATORS, "后续改进措施", "corrective_action"),
    (Part.INDICATORS, "评价计分办法", "scoring_rule"),
    (Part.INDICATORS, "评估维度", "level.9"),
    (Part.INDICATORS, "考核评分（百分制）", "score_rate"),
    (Part.FUNDS, "年初批复预算金额", "initial_budget"),
    (Part.FUNDS, "调整后部门预算资金", "adjusted_budget"),
    (Part.FUNDS, "累计到位资金", "received"),
    (Part.FUNDS, "决算支出", "spent"),
    (Part.FUNDS, "预计全年支出数", "forecast_spent"),
    (Part.FUNDS, "年末结转结余资金", "balance"),
    (Part.FUNDS, "资金使用进度", "rate"),
    (Part.ITEMS, "本年实际支出", "funds.spent"),
    (Part.ITEMS, "下一步整改措施", "recommendations"),
    (Part.HEAD, "项目实施部门", "project.unit"),
    (Part.HEAD, "业务主管单位", "bodies.主管部门"),
    (Part.HEAD, "监控截止日期", "period.whole"),
    (Part.RECTIFICATION, "拟采取的整改措施", "measure"),
    (Part.PROBLEMS, "问题产生的原因", "cause"),
    (Part.SURVEYS, "收回问卷（份）", "returned"),
    (Part.INDICATORS, "评估等次", "grade"),
    (Part.INDICATORS, "检查情况", "actual"),
    (Part.ITEMS, "截至2024年底已发行债券金额", "funds.issued"),
    (Part.ITEMS, "被抽查项目", "project.name"),
    (Part.FUNDS, "截至2023年末累计支出", "spent"),
    (Part.FUNDS, "成本项", "use.name"),
    (Part.HEAD, "复核单位", "evaluator"),
    (Part.HEAD, "评审日期", "disclosure.issued"),
    (Part.HEAD, "偏差较大原因说明", "result.note"),
)
"""By part names that stand in no list, with their fields."""
OTHER = (
    (Part.INDICATORS, "项目名称"),
    (Part.INDICATORS, "供水保证率"),
    (Part.FUNDS, "预算执行情况"),
    (Part.FUNDS, "节水率"),
    (Part.ITEMS, "任务名称"),
    (Part.HEAD, "用水户满意度"),
    (Part.HEAD, "债券名称"),
    (Part.FUNDS, "计划安排"),
    (Part.INDICATORS, "项目情况"),
    (Part.ITEMS, "2024年底已完工项目"),
)
"""What is no name of a column of the part, however near it comes."""


@pytest.fixture(scope="module")
def labels() -> Labels:
    return Labels.of(showcase.loaded().declared.columns)


@pytest.mark.parametrize(("part", "name", "field"), NAMED)
def test_a_name_is_read_by_its_words(labels: Labels, part: Part, name: str, field: str) -> None:
    assert labels.field(part, name) == field


@pytest.mark.parametrize(("part", "name"), OTHER)
def test_what_is_no_name_is_none(labels: Labels, part: Part, name: str) -> None:
    assert labels.field(part, name) is None
