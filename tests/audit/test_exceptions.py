"""What a record may accept of what was found in it, and what is said of exceptions that miss."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from helpers import audit, showcase

from generator import site, source
from generator.audit import runner
from generator.audit.exceptions import WAIVED_SINGLY, excepted, latest_date
from generator.audit.rulebook import BUILT_IN
from generator.audit.verdict import public, stopping
from generator.binding.opening import open_form
from generator.binding.standard import standard
from generator.diagnostics import Diagnostic
from generator.diagnostics.formats import as_json
from generator.diagnostics.reading import READING
from generator.intake.records import Record
from generator.model.evaluation import Evaluation
from generator.model.publisher import Policy, Thresholds
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary
from generator.source import Plain

LATEST = date(2024, 12, 31)
FOUND = {
    "personal-data": ("142" + "13145678", "142" + "98765431"),
    "secrecy-mark": ("机密★长期", "秘密★1年"),
}
"""Two different contents of each rule that is waived place by place."""
RULES = sorted(FOUND)


def test_every_rule_that_is_waived_singly_is_tried() -> None:
    assert set(RULES) == WAIVED_SINGLY


def waiver(rule: str, **changes: str) -> dict[str, str]:
    whole = {"规则": rule, "理由": "已请示", "岗位": "科长", "日期": "2024-09-20"} | changes
    return {key: value for key, value in whole.items() if value}


def record_with(exceptions: list[dict[str, str]], *texts: str, **changes: Any) -> Record:
    """The sound record with these texts for findings."""
    findings = [{"编号": f"w{n}", "内容": text} for n, text in enumerate(texts, 1)]
    return audit.record_of({"问题": findings, "例外": exceptions} | changes)


def judged(record: Record, *rules: str, latest: date = LATEST) -> list[Diagnostic]:
    """What these rules find in it, and every word on its exceptions."""
    found = [fault for fault in runner.run(record, Thresholds()).results if fault.rule in rules]
    return list(excepted(record, found, latest, BUILT_IN))


def accepted(faults: list[Diagnostic], rule: str) -> list[bool]:
    return [fault.accepted for fault in faults if fault.rule == rule]


def said(faults: list[Diagnostic], rule: str) -> list[Diagnostic]:
    """The words on the exceptions."""
    return [fault for fault in faults if fault.rule != rule]


def pasted(fault: Diagnostic) -> dict[str, str]:
    """The exception that a message tells to write, as a file would hold it."""
    line = fault.remedy.partition("请写：")[2]
    reading = source.read(f"例外:\n  {line}\n".encode(), "a.yml")
    assert reading.document is not None, line
    data: Any = reading.document.data
    [exception] = data["例外"]
    return dict(exception)


@pytest.mark.parametrize("rule", RULES)
class TestWaivers:
    """Personal data and marks of secrecy: one place, one content, one waiver."""

    def whole(self, rule: str, place: int = 0, text: int = 0) -> dict[str, str]:
        [fault] = judged(record_with([], FOUND[rule][text]), rule)
        return waiver(rule, 字段=f"问题.{place}.内容", 内容=fault.found)

    def test_it_covers_its_place_and_is_no_finding_itself(self, rule: str) -> None:
        faults = judged(record_with([self.whole(rule)], FOUND[rule][0]), *RULES)
        assert [(fault.rule, fault.accepted) for fault in faults] == [(rule, True)]

    def test_it_covers_no_other_place(self, rule: str) -> None:
        one, two = FOUND[rule]
        assert accepted(judged(record_with([self.whole(rule)], one, two), rule), rule) == [
            True,
            False,
        ]
        assert accepted(judged(record_with([self.whole(rule)], one, one), rule), rule) == [
            True,
            False,
        ]

    def test_it_covers_no_other_content(self, rule: str) -> None:
        faults = judged(record_with([self.whole(rule)], FOUND[rule][1]), rule)
        assert accepted(faults, rule) == [False]
        [word] = said(faults, rule)
        now = faults[0].found
        assert word.rule == "exception-not-needed"
        assert word.expected == now
        assert now in word.message
        assert self.whole(rule)["内容"] in word.message

    def test_it_covers_no_other_content_of_the_same_place(self, rule: str) -> None:
        """Neither behind the content that it names nor before it."""
        for text in ("，".join(FOUND[rule]), "，".join(reversed(FOUND[rule]))):
            faults = judged(record_with([self.whole(rule)], text), rule)
            assert False in accepted(faults, rule)
            every = [fault.found for fault in faults if fault.rule == rule]
            whole = [waiver(rule, 字段="问题.0.内容", 内容=found) for found in every]
            faults = judged(record_with(whole, text), rule)
            assert [fault.accepted for fault in faults] == [True] * len(every)

    def test_two_places_take_two(self, rule: str) -> None:
        one, two = FOUND[rule]
        both = [self.whole(rule), self.whole(rule, 1, 1)]
        faults = judged(record_with(both, one, two), rule)
        assert [fault.accepted for fault in faults] == [True, True]

    @pytest.mark.parametrize("lacking", [{"字段": ""}, {"内容": ""}, {"字段": "", "内容": ""}])
    def test_an_old_one_stops_and_prints_what_to_paste_for_each_place(
        self, rule: str, lacking: dict[str, str]
    ) -> None:
        one, two = FOUND[rule]
        old = {k: v for k, v in (self.whole(rule) | lacking).items() if v}
        places = (one, two) if "字段" in lacking and "内容" in lacking else (one,)
        faults = judged(record_with([old], *places), rule)
        assert accepted(faults, rule) == [False] * len(places)
        words = said(faults, rule)
        assert {word.rule for word in words} == {"waiver-incomplete"}
        assert set(words) <= set(stopping(Policy(), faults))
        lines = [pasted(word) for word in words]
        assert len(lines) == len(places)
        mended = judged(record_with(lines, *places), rule)
        assert [(f.rule, f.accepted) for f in mended] == [(rule, True)] * len(places)

    def test_an_old_one_that_meets_nothing_need_only_go(self, rule: str) -> None:
        [word] = judged(record_with([waiver(rule)], "甲"), rule)
        assert word.rule == "exception-not-needed"
        assert word not in stopping(Policy(), [word])

    def test_an_old_one_beside_whole_ones_is_to_go(self, rule: str) -> None:
        faults = judged(record_with([waiver(rule), self.whole(rule)], FOUND[rule][0]), rule)
        assert accepted(faults, rule) == [True]
        [word] = said(faults, rule)
        assert word.rule == "waiver-incomplete"
        assert word.remedy == "请删去这条例外"

    def test_of_two_old_ones_the_lines_are_printed_once(self, rule: str) -> None:
        faults = judged(record_with([waiver(rule), waiver(rule)], *FOUND[rule]), rule)
        words = said(faults, rule)
        assert [word.field for word in words] == [
            "exceptions.0.rule",
            "exceptions.0.rule",
            "exceptions.1.rule",
        ]
        assert "请删去这条例外" in words[-1].remedy

    @pytest.mark.parametrize("post", ["无", "-", "—", "/", "XX", "xx", "某岗位", "（ ）", "***"])
    def test_one_without_a_post_does_not_count(self, rule: str, post: str) -> None:
        whole = self.whole(rule) | {"岗位": post}
        faults = judged(record_with([whole], FOUND[rule][0]), rule)
        assert accepted(faults, rule) == [False]
        [word] = said(faults, rule)
        assert word.rule == "waiver-incomplete"
        assert post in word.message
        assert pasted(word) == whole | {"岗位": ""}

    @pytest.mark.parametrize(
        ("day", "counts"),
        [
            ("2022-12-31", False),
            ("2023-01-01", True),
            ("2024-12-31", True),
            ("2025-01-01", False),
            ("2099-01-01", False),
            ("2222-02-22", False),
            ("9999-12-31", False),
        ],
    )
    def test_one_dated_beyond_what_the_site_knows_does_not_count(
        self, rule: str, day: str, *, counts: bool
    ) -> None:
        whole = self.whole(rule) | {"日期": day}
        faults = judged(record_with([whole], FOUND[rule][0]), rule)
        assert accepted(faults, rule) == [counts]
        for word in said(faults, rule):
            assert word.rule == "waiver-incomplete"
            assert day in word.message
            assert pasted(word) == whole | {"日期": ""}
        assert len(said(faults, rule)) == (not counts)

    def test_the_line_is_in_the_language_of_the_file(self, rule: str, tmp_path: Path) -> None:
        record = record_with([waiver(rule)], FOUND[rule][0])
        file = tmp_path / "a.yml"
        file.write_text(source.write(record.form.document.data), encoding="utf-8")
        chinese = open_form(file, tmp_path, Evaluation, audit.DECLARED.lexicon)
        english = standard(chinese, file.read_bytes(), Language.ENGLISH)
        file.write_text(english, encoding="utf-8")
        form = open_form(file, tmp_path, Evaluation, audit.DECLARED.lexicon)
        assert form.language is Language.ENGLISH
        translated = Record(
            record.id,
            record.year,
            record.department,
            record.evaluation,
            record.matter,
            (),
            (),
            form,
        )
        [word] = said(judged(translated, rule), rule)
        assert f"field: findings.0.text, value: {FOUND[rule][0][:2]}" in word.remedy
        assert "rule" in word.remedy.partition("请写：")[2]

    @pytest.mark.parametrize("field", ["问题.0.内容", "findings.0.text"])
    def test_its_place_may_be_named_in_either_language(self, rule: str, field: str) -> None:
        whole = self.whole(rule) | {"字段": field}
        assert [f.accepted for f in judged(record_with([whole], FOUND[rule][0]), rule)] == [True]


def test_a_number_beyond_those_a_message_shows_is_not_covered() -> None:
    numbers = [f"1421314567{n}" for n in range(5)]
    [five] = judged(record_with([], "、".join(numbers)), "personal-data")
    assert "等 5 处" in five.message
    whole = waiver("personal-data", 字段="问题.0.内容", 内容=five.found)
    same = judged(record_with([whole], "、".join(numbers)), "personal-data")
    assert accepted(same, "personal-data") == [True]
    other = [*numbers[:4], "14213140000"]
    assert accepted(
        judged(record_with([whole], "、".join(other)), "personal-data"), "personal-data"
    ) == [False]


def test_a_second_number_that_is_hidden_alike_is_not_covered() -> None:
    [one] = judged(record_with([], "14211115678"), "personal-data")
    whole = waiver("personal-data", 字段="问题.0.内容", 内容=one.found)
    faults = judged(record_with([whole], "14211115678、14299995678"), "personal-data")
    assert accepted(faults, "personal-data") == [False]


def test_a_number_typed_in_full_into_the_waiver_is_hidden_and_said() -> None:
    number = FOUND["personal-data"][0]
    whole = waiver("personal-data", 字段="问题.0.内容", 内容=number)
    faults = judged(record_with([whole], number), "personal-data")
    assert accepted(faults, "personal-data") == [False, False]
    [word] = said(faults, "personal-data")
    assert word.remedy == f"请改为「{faults[0].found}」"
    assert number not in "".join(map(str, faults))


class TestOrdinary:
    """Other rules: for the whole record, or for the place that is named."""

    def test_without_a_field_it_covers_the_record(self) -> None:
        record = record_with([waiver("total-missing")], 评价结论="")
        assert [f.accepted for f in judged(record, "total-missing")] == [True]

    def test_with_a_field_it_covers_that_place(self) -> None:
        texts = ("邮箱 a@example.com", "邮箱 b@example.com")
        rule = "personal-data-suspected"
        for field, expected in (("问题.1.内容", [False, True]), ("", [True, True])):
            record = record_with([waiver(rule, 字段=field)], *texts)
            assert accepted(judged(record, rule), rule) == expected


@pytest.mark.parametrize("page", READING, ids=lambda page: page.rule)
def test_a_rule_of_reading_is_known_and_cannot_be_accepted(page: Any) -> None:
    [word] = judged(record_with([waiver(page.rule)]))
    assert (word.rule, word.field) == ("unknown-rule", "exceptions.0.rule")
    assert "说的是文件本身" in word.message
    assert word in stopping(Policy(), [word])


@pytest.mark.parametrize("name", sorted(BUILT_IN.manuals))
def test_a_slip_in_a_rule_is_said_and_the_rule_offered(name: str) -> None:
    half = len(name) // 2
    for slip in (f"{name[:half]} {name[half:]}", f"{name[:half]}　{name[half:]}", name.upper()):
        [word] = judged(record_with([waiver(slip)]))
        assert (word.rule, word.expected) == ("unknown-rule", name)
        assert f"是否应为「{name}」？" in word.remedy


@pytest.mark.parametrize(
    "field",
    ["问 题.0.内容", "问题.0.內容", "问题.0", "问题 .0.内容", "问题0.内容", "问题.0.内容.1字"],
)
def test_a_slip_in_a_field_is_said_and_the_field_offered(field: str) -> None:
    record = record_with([waiver("secrecy-mark", 字段=field, 内容="机密★长期")], "机密★长期")
    faults = judged(record, "secrecy-mark")
    assert accepted(faults, "secrecy-mark") == [False]
    [word] = said(faults, "secrecy-mark")
    if field == "问题.0":  # a block there is, where nothing was found
        assert word.rule == "exception-not-needed"
    else:
        assert (word.rule, word.expected) == ("unknown-place", "问题.0.内容")
        assert word in stopping(Policy(), [word])


def test_json_carries_the_field_as_an_exception_names_it() -> None:
    [fault] = judged(record_with([], FOUND["secrecy-mark"][0]), "secrecy-mark")
    assert (fault.field, fault.spelt) == ("findings.0.text", "问题.0.内容")
    assert '"spelt": "问题.0.内容"' in as_json([fault])
    assert vocabulary(Evaluation).term(("findings", 0, "text")).label == "内容"


def test_the_last_day_a_site_knows_is_that_of_its_reports_or_of_its_last_evaluation() -> None:
    plain = record_with([])
    assert latest_date([plain]) == LATEST
    late = record_with([], 公开={"发布机构": "示例市财政局", "发布日期": "2026-03-01"})
    assert latest_date([plain, late]) == date(2026, 3, 1)
    assert latest_date([]) == date.min


@pytest.mark.parametrize("never", ["2099-03-01", "9999-12-31", "2042-03-01"])
def test_a_day_that_no_report_can_bear_is_not_known_of(never: str) -> None:
    plain = record_with([])
    wrong = record_with([], 公开={"发布机构": "示例市财政局", "发布日期": never})
    assert latest_date([plain, wrong]) == LATEST


@pytest.mark.parametrize("suspected", ["提示", "警告"])
def test_public_pages_repeat_neither_suspicions_nor_words_on_exceptions(
    suspected: str, tmp_path: Path
) -> None:
    project = showcase.seed_to(tmp_path)
    with (project / "content" / "publisher.yml").open("a", encoding="utf-8") as publisher:
        publisher.write(f"核对:\n  疑似个人信息: {suspected}\n")
    record = project / showcase.SEED_RECORD
    text = record.read_text(encoding="utf-8").replace("在职39人", "在职39人，信箱 ab@example.com")
    exceptions: list[Plain] = [
        dict(waiver("rate-mismatch", 理由="并不需要")),
        dict(waiver("spent-over-budget", 理由="在别处", 字段="标题", 日期="2022-08-01")),
    ]
    record.write_text(text + source.write({"例外": exceptions}), encoding="utf-8")
    made = site.build(project / "content", project)
    rules = {fault.rule for fault in made.diagnostics}
    assert rules >= {"personal-data-suspected", "exception-not-needed", "spent-over-budget"}
    pages = {a.uri: str(a.content) for a in made.pages if a.uri != "rules/index.md"}
    public = "".join(pages.values())
    assert "135.71%" in public
    for never in ("ab***@", "可能有个人信息", "exception-not-needed", "并不需要", "在别处"):
        assert never not in public


def test_what_is_not_for_the_public_is_accepted_by_no_exception() -> None:
    rule = "openness-contradicts-status"
    for openness in ("不予公开", "依申请公开"):
        whole = waiver(rule, 字段="公开.公开方式", 内容=openness)
        record = audit.record_of({"公开": {"公开方式": openness}, "例外": [whole]})
        found = list(
            excepted(
                record, runner.run(record, Thresholds()).results, latest_date([record]), BUILT_IN
            )
        )
        [fault] = [f for f in found if f.rule == rule]
        assert not fault.accepted
        [word] = [f for f in found if f.rule == "unknown-rule"]
        assert "不能用例外接受" in word.message
        assert {fault, word} <= set(stopping(Policy(), found))
        assert fault not in public(found, BUILT_IN)
