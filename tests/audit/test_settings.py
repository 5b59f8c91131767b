"""A policy holds nothing but words that there are; whatever else it says is named."""

from dataclasses import replace
from pathlib import Path

import pytest
from helpers import showcase

from generator import site, source
from generator.audit.rulebook import BUILT_IN
from generator.audit.settings import unknown_words
from generator.audit.verdict import stopping
from generator.binding.filling import fill
from generator.diagnostics import Diagnostic, Location, Severity
from generator.diagnostics.manual import Manual
from generator.model.publisher import Policy, Publisher
from generator.source import Plain

SOUND = {"格式": "1", "名称": "示例市财政局", "主办单位": "示例市财政局"}
LEVELS = ("错误", "警告", "提示", "error", "warning", "hint")


def said(*words: str, **others: Plain) -> list[Diagnostic]:
    """What is said of a policy that names these words."""
    data: dict[str, Plain] = {**SOUND, "核对": {"拦截": list(words)}, **others}
    reading = source.read(source.write(data).encode(), "content/publisher.yml")
    assert reading.document is not None
    return list(unknown_words(fill(reading.document, Publisher), BUILT_IN))


def test_every_level_and_every_rule_may_be_named() -> None:
    assert said(*LEVELS, *BUILT_IN.pages) == []


@pytest.mark.parametrize("word", [*LEVELS, *BUILT_IN.pages])
def test_a_slip_in_any_word_is_named_and_the_word_offered(word: str) -> None:
    half = len(word) // 2
    slips = [f"{word[:half]} {word[half:]}", f"{word[:half]}　{word[half:]}"]
    if word not in LEVELS:
        slips.append(word.translate({ord("-"): "－"} | {n: n + 0xFEE0 for n in range(97, 123)}))
        slips += [word[:half] + word[half + 1 :], word.replace("-", "_"), word.upper()]
    slips = [slip for slip in slips if slip != word]
    found = said(*slips)
    assert [fault.expected for fault in found] == [word] * len(slips)
    for fault, slip in zip(found, slips, strict=True):
        assert fault.rule == "policy-word-unknown"
        assert f"是否应为「{word}」？" in fault.remedy
        assert slip.replace("　", " ") in fault.message


@pytest.mark.parametrize("page", BUILT_IN.pages.values(), ids=lambda page: page.rule)
def test_a_title_offers_the_rule(page: Manual) -> None:
    [fault] = said(page.title)
    assert fault.expected == page.rule


@pytest.mark.parametrize("word", ["提 醒", "重要", "全部", "8O", "错误、警告"])
def test_what_stops_nothing_is_said(word: str) -> None:
    assert [fault.rule for fault in said("警告", word)] == ["policy-word-unknown"]


def test_a_fault_elsewhere_in_the_file_hides_nothing() -> None:
    assert [fault.found for fault in said("错 误", 没有的键="甲")] == ["错 误"]
    assert said("警告", 没有的键="甲") == []


@pytest.mark.parametrize(
    ("words", "stopped"),
    [
        ([], ""), (["错误"], "E"), (["警告"], "EW"), (["提示"], "EWH"), (["hint"], "EWH"),
        (["错误", "警告"], "EW"), (["警告", "错误"], "EW"), (["some-hint"], "H"),
        (["错误", "some-hint"], "EH"),
    ],
)  # fmt: skip
def test_a_level_stops_whatever_is_graver_too(words: list[str], stopped: str) -> None:
    place = Location("content/records/2023/ju/lunch.yml")
    found = [Diagnostic(f"some-{s.value}", s, place, "甲", "乙") for s in Severity]
    taken = [replace(fault, accepted=True) for fault in found]
    stops = stopping(Policy(stops=tuple(words)), [*found, *taken])
    assert "".join(fault.severity.name[0] for fault in stops) == stopped
    assert not any(fault.accepted for fault in stops)


def publisher_of(tmp_path: Path, policy: str) -> site.Site:
    project = showcase.seed_to(tmp_path)
    with (project / "content" / "publisher.yml").open("a", encoding="utf-8") as publisher:
        publisher.write(policy)
    record = project / showcase.SEED_RECORD
    text = record.read_text(encoding="utf-8").rstrip()
    record.write_text(f"{text} #二\n", encoding="utf-8")
    return site.build(project / "content", project)


def test_an_unknown_word_stops_a_build_at_its_place(tmp_path: Path) -> None:
    made = publisher_of(tmp_path, "核对:\n  拦截: [错 误, spent-over-bugdet]\n")
    assert [(f.rule, f.field, f.expected) for f in made.stopping] == [
        ("policy-word-unknown", "policy.stops.0", "错误"),
        ("policy-word-unknown", "policy.stops.1", "spent-over-budget"),
    ]
    assert {f.location.path for f in made.stopping} == {"content/publisher.yml"}
    assert made.stopping[0].location < made.stopping[1].location


@pytest.mark.parametrize("word", ["comment-swallowed-text", "警告", "warning"])
def test_a_policy_stops_what_reading_finds_too(word: str, tmp_path: Path) -> None:
    made = publisher_of(tmp_path, f"核对:\n  拦截: [{word}]\n")
    assert "comment-swallowed-text" in {fault.rule for fault in made.stopping}


def test_without_a_policy_a_warning_of_reading_stops_nothing(tmp_path: Path) -> None:
    made = publisher_of(tmp_path, "")
    assert made.stopping == ()
    assert "comment-swallowed-text" in {fault.rule for fault in made.diagnostics}
