"""Brackets and points of recognised text, as Chinese prints them."""

import pytest

from generator.importers.readers.scans.punctuation import chinese


@pytest.mark.parametrize(
    ("recognised", "printed"),
    [
        ("项目资金（元)", "项目资金（元）"),
        ("资金（万\n元)", "资金（万\n元）"),
        ("预算数(A)", "预算数（A）"),
        ("(1)建立台账", "（1）建立台账"),
        ("自评:优,良", "自评：优，良"),
        ("产出指标(50分).", "产出指标（50分）"),
        ("监控表（2024年1一8月）", "监控表（2024年1—8月）"),
        ("未发生事故，一般事故下降12%0", "未发生事故，一般事故下降12%。"),
        ("更换灯具，年节电60万度0", "更换灯具，年节电60万度。"),
        ("1,200.50", "1,200.50"),
        ("1,200(3)", "1,200(3)"),
        ("f(x)", "f(x)"),
        ("10:30", "10:30"),
        ("完成率100", "完成率100"),
        ("共计0", "共计0"),
        ("一、二", "一、二"),
        ("第1.", "第1."),
        ("", ""),
    ],
)
def test_signs_are_as_chinese_prints_them(recognised: str, printed: str) -> None:
    assert chinese(recognised) == printed
    assert chinese(printed) == printed
