"""The catalog: groups, totals and neighbours, whatever order the files came in."""

import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from helpers.showcase import GOLDEN, files_of
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import artifacts, site
from generator.catalog import Catalog, Figures
from generator.intake import content
from generator.intake.content import Content
from generator.intake.records import Record
from generator.values.money import Unit

LOADED = content.load(GOLDEN / "content", GOLDEN)
PUBLISHED = tuple(record for record in LOADED.records if record.is_published)


def catalog(records: tuple[Record, ...] = PUBLISHED) -> Catalog:
    assert LOADED.publisher is not None
    return Catalog(LOADED.regions, LOADED.departments, records)


def text_of(loaded: Content) -> list[tuple[str, str | bytes | Path]]:
    return [(a.uri, a.content) for a in site.publish(loaded).artifacts]


AS_LOADED = text_of(LOADED)


@given(st.permutations(LOADED.records))
@settings(max_examples=10)
@pytest.mark.slow
def test_the_order_of_records_is_irrelevant(records: list[Record]) -> None:
    assert text_of(replace(LOADED, records=tuple(records))) == AS_LOADED


def test_the_order_files_were_written_in_is_irrelevant(tmp_path: Path) -> None:
    files = sorted(path for path in (GOLDEN / "content").rglob("*") if path.is_file())
    Random(7).shuffle(files)
    for file in files:
        copy = tmp_path / file.relative_to(GOLDEN)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    artifacts.write(site.build(tmp_path / "content", tmp_path).artifacts, tmp_path / "out")
    artifacts.write(site.build(GOLDEN / "content", GOLDEN).artifacts, tmp_path / "expected")
    assert files_of(tmp_path / "out") == files_of(tmp_path / "expected")


def test_newest_years_come_first_then_regions_and_departments_in_their_order() -> None:
    assert [entry.record.address for entry in catalog().entries] == [
        "2023/jiaoyu-tiyu-ju/school-lunch/",
        "2022/jiaoyu-tiyu-ju/school-lunch/",
        "2022/di-yi-xiaoxue/bare/",
        "2022/xincheng-shuili-ju/river/",
        "2022/xincheng-shuili-ju/transfer/",
        "2021/jiaoyu-ju/school-lunch/",
    ]


def test_a_department_without_evaluations_is_not_listed() -> None:
    assert "xincheng-danganguan" not in {d.id for d in catalog().departments}


def test_money_is_added_within_a_region_and_in_one_unit() -> None:
    summaries = {region.id: summary for region, summary in catalog().by_region(catalog().entries)}
    assert str(summaries["shili"].figures.budget) == "4,635.06789万元"
    assert str(summaries["shili-xincheng"].figures.spent) == "40.0万元"
    assert sum(summary.count.documents for summary in summaries.values()) == len(PUBLISHED)


def test_a_summary_of_nothing_has_no_money() -> None:
    nothing = Figures(())
    assert (nothing.count, nothing.budget, nothing.spent, nothing.grades) == (0, None, None, ())


def test_grades_are_counted_as_shown_the_most_frequent_first() -> None:
    grades = [dict(summary.figures.grades) for _, summary in catalog().by_region(catalog().entries)]
    assert grades == [{"优秀": 2, "优": 1}, {"中": 1, "良": 1}]
    assert list(grades[0]) == ["优秀", "优"]


def moved(record: Record, year: int, department: str) -> Record:
    departments = {d.id: d for d in LOADED.departments}
    return replace(record, year=year, department=departments[department])


LUNCH = next(r for r in PUBLISHED if r.address == "2022/jiaoyu-tiyu-ju/school-lunch/")
RUNS = {
    "a project goes on through a successor": (
        [(2021, "jiaoyu-ju"), (2022, "jiaoyu-tiyu-ju"), (2023, "jiaoyu-tiyu-ju")],
        [(None, 2022), (2021, 2023), (2022, None)],
    ),
    "a year may be left out": (
        [(2019, "jiaoyu-ju"), (2023, "jiaoyu-ju")],
        [(None, 2023), (2019, None)],
    ),
    "another department's project of the same id is another project": (
        [(2021, "di-yi-xiaoxue"), (2022, "jiaoyu-ju")],
        [(None, None), (None, None)],
    ),
    "two merged departments' projects of one year are not each other's past": (
        [(2021, "jiaoyu-ju"), (2021, "jiaoyu-tiyu-ju")],
        [(None, None), (None, None)],
    ),
}


@pytest.mark.parametrize("run", RUNS)
def test_neighbours_are_the_same_project_in_other_years(run: str) -> None:
    places, expected = RUNS[run]
    records = tuple(moved(LUNCH, *place) for place in places)
    found = catalog(records)
    entries = {entry.record.address: entry for entry in found.entries}
    years = [
        tuple(n and n.record.year for n in found.neighbours(entries[record.address]))
        for record in records
    ]
    assert years == expected


def test_a_circle_of_successors_ends() -> None:
    assert LOADED.publisher is not None
    circle = tuple(
        department.model_copy(update={"successor": successor})
        for department, successor in zip(
            LOADED.departments,
            [*(d.id for d in LOADED.departments[1:]), LOADED.departments[0].id],
            strict=True,
        )
    )
    found = Catalog(LOADED.regions, circle, PUBLISHED)
    assert [found.neighbours(entry) for entry in found.entries]


def test_amounts_of_entries_keep_their_unit() -> None:
    units = {entry.budget.unit for entry in catalog().entries if entry.budget}
    assert units == set(Unit)
