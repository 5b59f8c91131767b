"""The audit beside what a careful auditor said by hand of 116 documents.

Each set was written without sight of the rules. What the audit said of it the first time is told in
judged/README.md; rules were mended by it since, and the bounds below hold what was reached.
"""

import pytest
import yaml
from helpers import judged

from generator.audit.rulebook import BUILT_IN


@pytest.fixture(scope="module", params=judged.SETS)
def told(request: pytest.FixtureRequest) -> judged.Judgement:
    return judged.judge(request.param)


def test_what_is_said_is_right(told: judged.Judgement) -> None:
    right, said = told.precision
    assert said > 30
    assert right / said >= 0.95, [str(result) for _, result in told.false]


def test_what_is_wrong_is_seen(told: judged.Judgement) -> None:
    found, every = told.recall
    assert every > 40
    assert found / every >= 0.85, told.missed


def test_sound_documents_are_found_sound(told: judged.Judgement) -> None:
    loud = {name for name, result in told.false if result.severity != "hint"}
    assert not loud & told.sound
    assert len(told.sound) >= 5


def test_every_rule_is_held_against_some_word() -> None:
    assert set(BUILT_IN.manuals) <= set(judged.WORDS)


@pytest.mark.parametrize("name", judged.SETS)
def test_no_word_makes_up_more_than_a_quarter_of_the_faults(name: str) -> None:
    files = sorted((judged.FOLDER / name).glob("*.yml"))
    faults = [
        fault["what"]
        for file in files
        for fault in yaml.safe_load(file.read_text(encoding="utf-8")).get("faults") or ()
    ]
    assert len(files) >= 20
    assert max(map(faults.count, set(faults))) * 4 <= len(faults)
