"""How each problem stands: by what is said last of it, in whichever document and item."""

from pathlib import Path
from typing import Any

from helpers.reading import parsed, split
from helpers.small_site import built, pages

FORM = {"格式": "2", "指标体系": "", "资金": "", "绩效目标": "", "指标": "", "公开": "", "建议": ""}
PROBLEM = [{"编号": "w1", "内容": "台账不全"}]


def said(tmp_path: Path, records: dict[str, Any], address: str = "2023/ju/report/") -> str:
    made = built(tmp_path, {name: FORM | copied(record) for name, record in records.items()})
    assert [str(fault) for fault in made.stopping] == []
    return "".join("".join(parsed(split(pages(made)[address])[1]).itertext()).split())


def copied(value: Any) -> Any:
    """A copy whose parts are copies too: YAML would write what is shared as an anchor."""
    if isinstance(value, dict):
        return {key: copied(part) for key, part in value.items()}
    return [copied(part) for part in value] if isinstance(value, list) else value


def rectified(answered: str, state: str, day: str) -> dict[str, Any]:
    return {
        "评价类型": "整改报告",
        "问题": "",
        "评价结论": "",
        "关联": [{"关系": "整改", "记录": f"2023/ju/{answered}"}],
        "整改": [{"对应问题": ["w1"], "状态": state, "日期": day}],
    }


def test_a_document_that_answers_an_answer_says_it_last(tmp_path: Path) -> None:
    records = {
        "report": {"问题": PROBLEM},
        "first": rectified("report", "正在整改", "2024-03-01"),
        "second": rectified("first", "已整改", "2024-09-01"),
    }
    assert "台账不全整改：已整改" in said(tmp_path, records)


def test_ids_of_a_document_in_between_are_its_own(tmp_path: Path) -> None:
    records = {
        "report": {"问题": PROBLEM},
        "first": rectified("report", "正在整改", "2024-03-01")
        | {"问题": [{"编号": "w1", "内容": "别的问题"}]},
        "second": rectified("first", "已整改", "2024-09-01"),
    }
    assert "整改：" not in said(tmp_path, records)


def test_items_have_their_own_and_those_of_the_same_project(tmp_path: Path) -> None:
    own = {"整改": [{"对应问题": ["w1"], "状态": "长期坚持"}]}
    item = {"项目": {"名称": "甲"}, "问题": PROBLEM, "评价结论": {"总分": "80"}}
    listed = rectified("report", "", "") | {"项目": "", "整改": ""}
    answer = {"项目": {"名称": "甲"}, "整改": [{"对应问题": ["w1"], "状态": "未整改"}]}
    records = {
        "report": {
            "项目": "", "问题": "", "评价结论": "",
            "分项": [{"编号": "x"} | item, {"编号": "y"} | item | own, {"编号": "z"} | item],
        },
        "listed": listed | {"分项": [{"编号": "z"} | answer]},
        "single": rectified("report", "已整改", "2024-03-01")
        | {"项目": {"编号": "x", "名称": "甲"}},
    }  # fmt: skip
    page = said(tmp_path, records)
    assert [page.count(f"整改：{s}") for s in ("已整改", "长期坚持", "未整改")] == [1, 1, 1]
    assert "整改记载0条" not in said(tmp_path, records, "2023/ju/listed/")
