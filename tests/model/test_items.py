"""What inner items take over from the document, and what they do not."""

from typing import Any

import pytest
from helpers.audit import record_of

OUTER = {
    "格式": "2",
    "评价机构": "甲事务所",
    "机构": [{"角色": "主管部门", "名称": "示例市水利局"}],
    "指标": "",
    "项目": "",
}


@pytest.mark.parametrize(
    ("own", "evaluator", "bodies"),
    [
        ({}, "甲事务所", ["示例市水利局"]),
        ({"评价机构": "乙公司"}, "乙公司", []),
        ({"机构": [{"角色": "评价机构", "名称": "丙公司"}]}, None, ["丙公司"]),
    ],
)
def test_an_item_that_says_who_evaluates_it_takes_over_nobody(
    own: dict[str, Any], evaluator: str | None, bodies: list[str]
) -> None:
    inner = {"编号": "x", "项目": {"名称": "甲"}, **own}
    [item] = record_of({**OUTER, "分项": [inner]}).evaluation.items
    assert item.evaluator == evaluator
    assert [body.name for body in item.bodies] == bodies
