"""The demo's words: many, and every slot can be filled."""

import re
from collections.abc import Iterator

import pytest
from helpers import showcase

from generator.demo import city
from generator.demo.dice import Dice
from generator.demo.lexicon import Sector, lexicon

SLOT = re.compile(r"\{([^{}]*)\}")
FIGURES = {
    *("项目", "部门", "单位", "年", "率", "到位率", "得分", "满分", "等级", "指标数"),
    *("年初", "预算", "到位", "支出", "结余", "结构一", "结构二"),
    *("标准额", "补助数", "补助额", "指标", "目标", "完成"),
    *(f"{name}{n}" for name in ("指标", "目标", "完成") for n in "一二三"),
}
SECTORS = sorted(lexicon().sectors)


def patterns(sector: Sector) -> Iterator[str]:
    """Everything with slots that this sector's reports may say."""
    yield from sector.projects
    for goals in sector.goals.values():
        yield from (name for name, _ in goals)
    for words in (sector.words, lexicon().words):
        for entries in words.values():
            yield from entries
    for trouble in lexicon().troubles:
        yield from (*trouble.findings, *trouble.answers)


def test_there_are_many_words() -> None:
    assert len(SECTORS) >= 12
    assert sum(len(trouble.findings) for trouble in lexicon().troubles) >= 60
    assert sum(len(trouble.answers) for trouble in lexicon().troubles) >= 50
    assert sum(len(words) for words in lexicon().words.values()) >= 500


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_has_projects_and_indicators(sector: str) -> None:
    entry = lexicon().sectors[sector]
    assert len(entry.projects) >= 12
    assert sum(len(goals) for goals in entry.goals.values()) >= 25
    assert set(entry.goals) == {
        *("数量", "质量", "时效", "成本", "经济", "社会", "生态", "持续", "满意")
    }
    assert {"物", "事", "群", "因", "成效"} <= set(entry.words)


@pytest.mark.parametrize("sector", SECTORS)
def test_every_slot_can_be_filled(sector: str) -> None:
    entry = lexicon().sectors[sector]
    region = city.bureaus(20, Dice(1))[0][0]
    known = {
        *FIGURES,
        *city.scene(Dice(1), region),
        *city.inventors(),
        *entry.words,
        *lexicon().words,
    }
    for pattern in patterns(entry):
        slots = {slot for slot in SLOT.findall(pattern) if "|" not in slot and "~" not in slot}
        assert slots <= known, pattern


def test_no_list_of_words_hides_another() -> None:
    common = set(lexicon().words)
    assert not common & FIGURES
    for sector in lexicon().sectors.values():
        assert not common & set(sector.words), sector.id
        assert not set(sector.words) & FIGURES


WITHOUT_TABLE = {
    "special-bond": "its list prints totals only",
    "special-bond-ex-ante": "no points",
    "ex-ante-five": "words beside an evaluation, not drawn from a table",
    "foreign-loan-criteria": "no points, no grades",
    "ppp-construction": "no points, no grades",
    "ppp-operation": "no points, no grades",
    "weighted-flat-list-coefficient": "rows as in weighted-flat-list",
}


def test_every_frame_has_a_table() -> None:
    frames = {path.stem for path in (showcase.ROOT / "generator/model/frames").glob("*.yml")}
    assert set(lexicon().tables) == frames - set(WITHOUT_TABLE)
    assert set(WITHOUT_TABLE) <= frames
    for table in lexicon().tables.values():
        for plan in table.get("方案", ()):
            assert sum(map(int, plan)) == 100
            assert len(plan) == len(table["行"])
