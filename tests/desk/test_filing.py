"""Results under the documents and departments that they are about, the worst first."""

from pathlib import Path

import pytest
from helpers import showcase

from generator import site
from generator.desk.filing import UNFILED, Desk, filed
from generator.desk.standing import Standing
from generator.diagnostics import Change, Diagnostic, Location, Severity
from generator.intake import content

STATION = "content/records/2022/shili-xiaofang/fire-station.yml"
MEALS = "content/records/2024/shili-minzheng/elderly-meals.yml"
MOBILE = "138" + "00138000"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Of three records one cannot be read in full; one file belongs to no department."""
    root = showcase.small_to(tmp_path_factory.mktemp("desk"))
    station = root / STATION
    text = station.read_text(encoding="utf-8")
    station.write_text(text.replace("状态: 已发布", "状态: 发布中"), encoding="utf-8")
    meals = root / MEALS
    text = meals.read_text(encoding="utf-8").replace("标题: ", f"标题: 电话{MOBILE}，", 1)
    meals.write_text(text, encoding="utf-8")
    (root / "content/随手.txt").write_text("甲\n", encoding="utf-8")
    return of(root)


def of(root: Path) -> Desk:
    loaded = content.load(root / "content", root)
    edition = site.edited(loaded, loaded.records)
    return filed(site.judged(loaded, edition)[0], loaded, edition.outcomes)


def test_files_are_ranked_and_what_stops_ranks_first(desk: Desk) -> None:
    ranks = [file.standing.rank for file in desk.files]
    assert ranks == sorted(ranks)
    stopped = [file.path for file in desk.files if file.standing.stops]
    assert set(stopped) == {STATION, MEALS}
    assert [file.path for file in desk.files[:2]] == stopped


def test_departments_stand_in_their_order_behind_what_belongs_to_none(desk: Desk) -> None:
    names = [drawer.name for drawer in desk.drawers]
    assert names[0] == UNFILED
    register = [department.name for department in desk.departments]
    assert names[1:] == [name for name in register if name in names]
    assert sum(len(drawer.files) for drawer in desk.drawers) == len(desk.files)


def test_a_document_bears_its_title_whether_or_not_it_can_be_read(desk: Desk) -> None:
    files = {file.path: file for file in desk.files}
    station = files[STATION]
    assert station.title == "2022年度城东消防站建设项目财政重点绩效评价报告"
    assert (station.record, station.coverage, station.year) == (None, None, 2022)
    assert files["content/随手.txt"].title == "content/随手.txt"
    assert MOBILE not in files[MEALS].title
    assert files[MEALS].coverage is not None


def test_a_sound_document_lies_on_the_desk_too(tmp_path: Path) -> None:
    desk = of(showcase.small_to(tmp_path))
    assert [file.path for file in desk.files if not file.results] == [MEALS]


def test_what_is_accepted_or_mended_is_not_open() -> None:
    def one(**changes: object) -> Diagnostic:
        place = Location("a.yml")
        return Diagnostic("a", Severity.WARNING, place, "甲", "", stops=True, **changes)  # type: ignore[arg-type]

    every = [one(), one(accepted=True), one(change=Change.MENDED), one(change=Change.NEW)]
    assert Standing.of(every) == Standing(stops=2, warnings=2, accepted=1)
    assert Standing.of(every).open == 2
