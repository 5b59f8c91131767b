"""What a report on problems put right says of problems that another document found."""

from pathlib import Path
from typing import Any

from helpers import statistics_site
from helpers.reading import parsed, split, words

from generator.pages.rendering import Renderer
from generator.pages.views import evaluation

SELF, REVIEW = "2023/jiaotong/road-self", "2023/jiaotong/road-review"
ANSWER: dict[str, Any] = {
    "评价类型": "整改报告",
    "项目": {"编号": "road", "名称": "公路养护"},
    "关联": [{"关系": "整改", "记录": SELF}],
    "整改": [{"对应问题": ["w2", "w9"], "状态": "已整改", "情况": "台账已补齐"}],
}


def page(root: Path, changes: dict[str, Any]) -> str:
    made = statistics_site.edition(root, changes)
    [view] = [v for v in evaluation.views(made) if v.address == "2023/jiaotong/fixed/"]
    return Renderer().render(view)


def found(*texts: str) -> list[dict[str, str]]:
    return [{"编号": f"w{n}", "内容": text} for n, text in enumerate(texts, 1)]


def evaluated(**more: Any) -> dict[str, Any]:
    return {"评价类型": "单位自评", "项目": {"编号": "road", "名称": "公路养护"}} | more


def test_a_problem_of_the_evaluation_is_said_and_linked(tmp_path: Path) -> None:
    changes = {SELF: evaluated(问题=found("排水沟堵塞", "台账 <i>不全</i>"))}
    made = page(tmp_path, {"2023/jiaotong/fixed": ANSWER, **changes})
    said = " ".join(" ".join(words(parsed(split(made)[1]))).split())
    assert "问题 2 台账 <i>不全</i>" in said
    assert "排水沟堵塞" not in said
    assert '<a href="../road-self/index.html#finding-id-w2">所关联评价的问题 2</a>' in made
    assert "所关联评价的问题 w9" in said


def test_a_problem_of_which_of_two_evaluations_is_not_guessed(tmp_path: Path) -> None:
    related = [{"关系": "整改", "记录": at} for at in (SELF, REVIEW)]
    changes = {SELF: evaluated(问题=found("甲", "乙")), REVIEW: evaluated(问题=found("丙", "丁"))}
    made = page(tmp_path, {"2023/jiaotong/fixed": ANSWER | {"关联": related}, **changes})
    assert "#finding-id-w2" not in made
    assert "所关联评价的问题 w2" in " ".join(words(parsed(split(made)[1])))
