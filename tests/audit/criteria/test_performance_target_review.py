"""The criteria for target forms that the program brings: off until named, and right."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from helpers import audit, frame_records

from generator.audit import runner
from generator.audit.criteria import rule_of
from generator.audit.rulebook import BUILT_IN, Rulebook, rulebook
from generator.diagnostics import Severity
from generator.intake import declarations
from generator.intake.relations.criteria import is_usable
from generator.model.publisher import Thresholds

SET = declarations.criteria_sets()[0]


def test_the_set_of_the_program_is_sound_and_off_until_it_is_named(tmp_path: Path) -> None:
    assert [SET.id, SET.name] == ["performance-target-review", "绩效目标审核"]
    assert all(map(is_usable, SET.criteria))
    names = {f"criterion-{one.id}" for one in SET.criteria}
    assert names.isdisjoint(BUILT_IN.pages)
    kinds = {name for one in SET.criteria for name in one.kinds}
    assert kinds <= set(audit.DECLARED.kind_named)
    assert not any(one.public or one.severity is not Severity.HINT for one in SET.criteria)
    folder = frame_records.folder(tmp_path, {})
    for enabled in (False, True):
        if enabled:
            (folder / "criteria.yml").write_text(
                "格式: 2\n启用: [绩效目标审核]\n", encoding="utf-8"
            )
        book = rulebook(declarations.of_folder(folder, tmp_path))
        assert names & set(book.manuals) == (names if enabled else set())


FORM: dict[str, Any] = {
    "标题": "示例项目绩效目标表", "评价类型": "绩效目标", "评价结论": "", "问题": "", "建议": "",
    "绩效目标": {"预期目标": "完成年度培训 20 场，覆盖 800 人；学员合格率 95% 以上；年底前办结。"},
    "资金": {"单位": "万元", "合计": {"年初预算": "9"}, "说明": "按标准测算：4500元/场 × 20。"},
    "指标": [{"名称": "产出指标", "下级": [
        {"名称": "数量指标", "下级": [{"名称": "培训场次", "指标值": "20", "计量单位": "场"}]},
        {"名称": "质量指标", "下级": [{"名称": "合格率", "指标值": "≥95%"}]},
        {"名称": "时效指标", "下级": [{"名称": "办结时间", "指标值": "12月底前"}]},
        {"名称": "成本指标", "指标值": "不适用"}]},
        {"名称": "社会效益指标", "下级": [{"名称": "业务能力提升", "指标值": "明显"}]}],
}  # fmt: skip


def set_says(changes: Mapping[str, Any]) -> list[str]:
    book = Rulebook(tuple(map(rule_of, SET.criteria)))
    found = runner.run(audit.record_of(FORM | dict(changes)), Thresholds(), book).results
    return [fault.rule.removeprefix("criterion-target-") for fault in found]


def leaf(group: str, **row: str) -> dict[str, Any]:
    rest = [
        g for g in ("数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标") if g != group
    ]
    others = [{"名称": other, "指标值": "不适用"} for other in rest]
    return {"指标": [{"名称": "产出指标", "下级": [{"名称": group, "下级": [row]}, *others]}]}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        (leaf("时效指标", 名称="培训", 指标值="及时"), ["time-without-time"]),
        (leaf("时效指标", 名称="培训", 指标值="100", 计量单位="%"), ["time-without-time"]),
        (leaf("时效指标", 名称="培训", 指标值="5", 计量单位="个工作日"), []),
        (leaf("时效指标", 名称="培训", 指标值="2023/11/30"), []),
        (leaf("数量指标", 名称="培训", 指标值="较多"), ["output-in-words"]),
        (leaf("数量指标", 名称="培训", 指标值="四场"), []),
        (leaf("数量指标", 名称="培训", 指标值="≥20"), ["figure-without-unit"]),
        (leaf("数量指标", 名称="参加本市各类业务培训的干部总人数", 指标值="9人"),
         ["name-too-long"]),
        ({"指标": [{"名称": "数量指标", "下级": [{"名称": "甲", "指标值": "2个"}] * 2}]},
         ["group-left-blank", "indicator-twice"]),
        (leaf("数量指标", 名称="甲", 指标值="2个", 其他栏={"指标值设置依据": "上级要求"}),  # type: ignore[arg-type]
         ["basis-without-document"]),
        (leaf("数量指标", 名称="甲", 指标值="2个", 其他栏={"指标值设置依据": "《某规划》"}), []),  # type: ignore[arg-type]
        ({"资金": {"单位": "万元", "合计": {"年初预算": "90"}, "说明": "按标准测算。"}},
         ["estimate-without-product"]),
        ({"绩效目标": {"预期目标": "做好培训工作。"}}, ["goal-in-one-sentence"]),
        ({"资金": {"单位": "万元", "合计": {"年初预算": "900"}},
          "指标": [{"名称": "数量指标", "指标值": "2场"}]}, ["few-rows-for-large-sum"]),
    ],
)  # fmt: skip
def test_the_set_says_what_reviewers_say(changes: dict[str, Any], expected: list[str]) -> None:
    assert sorted(set_says(changes)) == sorted(expected)
