"""Diagnostics: their order, and the four formats other programs and people read."""

import json

import pytest

from generator.diagnostics import Diagnostic, Location, Severity, count, ordered
from generator.diagnostics.formats import FORMATS, as_github, as_json, as_sarif, as_text

FAULT = Diagnostic(
    "unreadable-number",
    Severity.ERROR,
    Location("content/records/2023/ju/a.yml", 11, 35),
    "「支出」填写的「150万」不是可以识别的数字",
    "应为数字",
    "funds.rows.0.spent",
    "150万",
    "数字",
)
ODD = Diagnostic(
    "bad-file-name",
    Severity.WARNING,
    Location("content/records/评价 100%,:#.yml"),
    "第一行\n第二行，100%::x",
    "",
    accepted=True,
)
HINT = Diagnostic("text-normalised", Severity.HINT, Location("a.yml", 2, 1), "甲", "乙")
KEYS = [
    "rule", "severity", "path", "line", "column",
    "field", "message", "remedy", "found", "expected", "accepted", "spelt", "stops", "fixes",
    "waiver",
]  # fmt: skip


def test_a_line_of_text_leads_to_the_place() -> None:
    assert as_text([FAULT]) == (
        "content/records/2023/ju/a.yml:11:35: 错误: 「支出」填写的「150万」不是可以识别的数字；"
        "应为数字 [unreadable-number]\n"
    )


def test_without_a_remedy_there_is_no_semicolon() -> None:
    assert str(ODD).endswith("100%::x [bad-file-name]")


def test_the_keys_of_json_are_a_contract() -> None:
    [flat, _] = json.loads(as_json([FAULT, ODD]))
    assert list(flat) == KEYS
    assert flat["severity"] == "error"
    assert (flat["path"], flat["line"], flat["column"]) == (FAULT.location.path, 11, 35)
    assert flat["accepted"] is False


def test_github_commands_escape_what_would_end_them() -> None:
    [first, second, third] = as_github([FAULT, ODD, HINT]).splitlines()
    assert first.startswith("::error file=content/records/2023/ju/a.yml,line=11,col=35,")
    assert second == (
        "::notice file=content/records/评价 100%25%2C%3A#.yml,line=1,col=1,"
        "title=bad-file-name::【已接受】第一行%0A第二行，100%25::x"
    )
    assert third.startswith("::notice ")


def test_sarif_names_rules_places_and_levels() -> None:
    log = json.loads(as_sarif([FAULT, ODD, HINT]))
    [run] = log["runs"]
    assert log["version"] == "2.1.0"
    known = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert known == ["bad-file-name", "text-normalised", "unreadable-number"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert [bool(result["suppressions"]) for result in run["results"]] == [False, True, False]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].isascii()
    assert " " not in place["artifactLocation"]["uri"]
    assert place["region"] == {"startLine": 1, "startColumn": 1}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_say_that_nothing_is_wrong(form: str) -> None:
    said = FORMATS[form]([], {})
    assert said == "" or json.loads(said) is not None


def test_diagnostics_are_sorted_by_place_then_gravity_and_said_once() -> None:
    def at(line: int, severity: Severity, path: str = "a.yml") -> Diagnostic:
        return Diagnostic("rule", severity, Location(path, line), "甲", "乙")

    expected = [
        at(2, Severity.ERROR),
        at(2, Severity.WARNING),
        at(2, Severity.HINT),
        at(10, Severity.ERROR),
        at(1, Severity.ERROR, "b.yml"),
    ]
    assert list(ordered([*reversed(expected), expected[0]])) == expected


def test_accepted_diagnostics_are_not_counted() -> None:
    assert [count([FAULT, ODD, HINT], severity) for severity in Severity] == [1, 0, 1]


def test_every_severity_has_a_label_and_a_rank() -> None:
    assert [severity.label for severity in Severity] == ["错误", "警告", "提示"]
    assert [severity.rank for severity in Severity] == [0, 1, 2]
