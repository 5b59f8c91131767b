"""A message that knows what was meant says it in every format, as the line will stand."""

import json

from generator.diagnostics import Diagnostic, Fix, Location, Severity
from generator.diagnostics.fix import between
from generator.diagnostics.formats import as_github, as_json, as_sarif, as_text

PATH = "content/records/2023/ju/a.yml"
SURE = between(3, "  - {名称: 甲, 得分: 38分}", "  - {名称: 甲, 得分: 38}")
OPEN = (
    between(5, "备注: 教学楼 #2", "备注: 教学楼 # 2", is_sure=False),
    between(5, "备注: 教学楼 #2", '备注: "教学楼 #2"', is_sure=False),
)


def fault(*fixes: Fix) -> Diagnostic:
    place = Location(PATH, fixes[0].line)
    return Diagnostic("rule", Severity.ERROR, place, "甲", "乙", fixes=fixes)


def test_a_fix_is_the_piece_that_differs() -> None:
    assert (SURE.column, SURE.end, SURE.text) == (19, 20, "")
    [first, second] = OPEN
    assert (first.column, first.end, first.text) == (10, 10, " ")
    assert (second.column, second.end, second.text) == (5, 11, '"教学楼 #2"')


def test_only_one_sure_reading_may_be_made_without_asking() -> None:
    assert fault(SURE).fix == SURE
    assert fault(*OPEN).fix is None
    assert fault(OPEN[0]).fix is None


def test_text_shows_the_line_as_it_will_stand() -> None:
    assert as_text([fault(SURE), fault(*OPEN)]) == (
        f"{PATH}:3:1: 错误: 甲；乙 [rule]\n    改为：- {{名称: 甲, 得分: 38}}\n"
        f"{PATH}:5:1: 错误: 甲；乙 [rule]\n    可改为：备注: 教学楼 # 2\n"
        '    可改为：备注: "教学楼 #2"\n'
    )


def test_where_only_the_indentation_changes_the_blanks_are_told() -> None:
    shifted = between(3, "   用途: 甲", "  用途: 甲")
    assert as_text([fault(shifted)]).endswith("    改为：用途: 甲（前面空 2 格）\n")


def test_github_shows_it_below_the_message() -> None:
    assert as_github([fault(SURE)]).endswith("甲；乙%0A改为：- {名称: 甲, 得分: 38}\n")


def test_json_and_sarif_give_the_place_and_what_to_put_there() -> None:
    [flat] = json.loads(as_json([fault(SURE)]))
    assert flat["fixes"] == [
        {
            "line": 3, "column": 19, "end": 20, "text": "",
            "result": "  - {名称: 甲, 得分: 38}", "is_sure": True,
        }
    ]  # fmt: skip
    [result] = json.loads(as_sarif([fault(*OPEN)]))["runs"][0]["results"]
    [_, second] = result["fixes"]
    [change] = second["artifactChanges"]
    assert change["artifactLocation"] == {"uri": PATH}
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 5, "endLine": 5, "endColumn": 11},
            "insertedContent": {"text": '"教学楼 #2"'},
        }
    ]
    [without] = json.loads(as_sarif([Diagnostic("r", Severity.HINT, Location(PATH), "甲", "乙")]))[
        "runs"
    ][0]["results"]
    assert "fixes" not in without


def test_a_line_with_the_number_of_a_person_is_not_repeated() -> None:
    typed = "内容：联系人身份证号11010519491231002X"
    secret = between(2, typed, typed.replace("：", ": ", 1))
    assert fault(secret).fixes == ()
