"""The line that readers should hear first: short, true, and silent where nothing may be told."""

from dataclasses import replace

import pytest
from helpers import showcase

from generator import site
from generator.audit.weights import phrases
from generator.pages.parts.verdict_line import LONGEST
from generator.pages.views import evaluation
from generator.pages.views.evaluation import EvaluationView


def views(*, notes: bool = True) -> dict[str, EvaluationView]:
    loaded = showcase.loaded()
    assert loaded.publisher
    policy = loaded.publisher.policy.model_copy(update={"notes": notes})
    publisher = loaded.publisher.model_copy(update={"policy": policy})
    edition = site.edited(replace(loaded, publisher=publisher), loaded.records)
    return {view.address: view for view in evaluation.views(edition)}


@pytest.fixture(scope="module")
def told() -> dict[str, EvaluationView]:
    return views()


def test_the_heaviest_note_is_the_line(told: dict[str, EvaluationView]) -> None:
    seed = told[f"{showcase.SEED}/"]
    assert seed.verdict
    assert seed.verdict.text == "支出超过预算或到位资金（9.5万元／7万元）"
    assert seed.verdict.others == len(seed.notes) - 1 > 0


def test_a_line_is_short_and_begins_with_the_words_of_its_rule(
    told: dict[str, EvaluationView],
) -> None:
    for view in told.values():
        if view.verdict is None:
            continue
        assert len(view.verdict.text) <= LONGEST
        open_ones = [note.result for note in view.notes if not note.result.accepted]
        assert view.verdict.is_sound == (not view.notes)
        if open_ones:
            said = phrases()
            first = min(list(said).index(one.rule) for one in open_ones)
            assert view.verdict.text.startswith(list(said.values())[first][:LONGEST])
        elif view.notes:
            assert f"{len(view.notes)} 处已有说明" in view.verdict.text
        else:
            assert view.checks
            assert f"已核对 {len(view.checks.asked)} 项" in view.verdict.text


def test_only_plain_figures_speak_where_the_audit_stays_at_the_desk() -> None:
    lines = {
        address: view.verdict.text for address, view in views(notes=False).items() if view.verdict
    }
    assert lines == {
        f"{showcase.SEED}/": "支出 9.5万元 超过预算 7万元",
        "2023/shili-dangxiao/cadre-training/": "支出 48.60万元 超过预算 45.00万元",
    }
