"""`gongkai demo`: as many records as asked for, always the same, varied, without faults."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers import demo_site, showcase

from generator.cli import main
from generator.demo.city import NOTE
from generator.demo.dice import Dice
from generator.demo.lexicon import lexicon
from generator.demo.originals import pdf
from generator.intake import content
from generator.intake.content import Content
from generator.intake.records import Record
from generator.model.frames import NO_FRAME
from generator.model.fund_rows import Stage
from generator.model.funds import Funds
from generator.model.project import Scope
from generator.model.register import DepartmentKind
from generator.pages.views.base import FICTION
from generator.values.money import Amount

pytestmark = pytest.mark.slow

GOLDEN = "9b7eac658207e0df"
"""Data of 20 records of seed 1; changes only with the vocabulary, the frames or the program."""
BESIDE = frozenset(
    [
        "performance-target",
        "ex-ante-assessment",
        "monitoring",
        "rectification",
        "results-notice",
        "follow-up",
        "review",
    ]
)
"""Kinds of documents that are no evaluations of their own."""
MONEYLESS = frozenset(("rectification", "results-notice", "review"))


@pytest.fixture(scope="module")
def loaded(city: Path) -> Content:
    return content.load(city / "content", city)


@pytest.fixture(scope="module")
def records(loaded: Content) -> tuple[Record, ...]:
    assert not loaded.diagnostics
    return loaded.records


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    here = demo_site.made(tmp_path / "here", 60, 8)
    run = [sys.executable, "-m", "generator", "demo", str(tmp_path / "there")]
    program = "from generator.cli import main; main()"
    run[1:3] = ["-c", program]
    environment = os.environ | {"PYTHONHASHSEED": "5", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}
    subprocess.run(
        [*run, "--records", "60", "--seed", "8"], check=True, env=environment, cwd=showcase.ROOT
    )
    assert showcase.files_of(here) == showcase.files_of(tmp_path / "there")


def test_another_seed_gives_other_records(tmp_path: Path) -> None:
    one, other = (demo_site.made(tmp_path / str(seed), 20, seed) for seed in (1, 2))
    assert showcase.files_of(one) != showcase.files_of(other)


def test_a_small_run_is_what_it_was(tmp_path: Path) -> None:
    made = demo_site.made(tmp_path, 20, 1)
    data = {
        file.relative_to(made).as_posix(): demo_site.data_of(file)
        for file in demo_site.record_files(made)
    }
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    assert hashlib.sha256(text.encode()).hexdigest()[: len(GOLDEN)] == GOLDEN


def test_chance_is_the_same_on_every_python() -> None:
    dice = Dice(1, "键")
    assert [dice.below(1000) for _ in range(6)] == [724, 507, 281, 960, 494, 243]
    assert dice.shuffled("甲乙丙丁") == list("乙丁甲丙")


@pytest.mark.parametrize("number", [1, 7, 46])
def test_there_are_as_many_records_as_asked_for(tmp_path: Path, number: int) -> None:
    made = demo_site.made(tmp_path, number)
    assert len(demo_site.record_files(made)) == number
    assert not (made / "faults.json").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "报告.docx").touch()
    result = CliRunner().invoke(main, ["demo", str(tmp_path)])
    assert result.exit_code == 2
    assert "不是空的" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["报告.docx"]


@pytest.mark.parametrize("share", ["2", "-0.1", "一半"])
def test_a_share_is_between_nothing_and_all(tmp_path: Path, share: str) -> None:
    result = CliRunner().invoke(main, ["demo", str(tmp_path / "x"), "--faults", share])
    assert result.exit_code == 2
    assert not (tmp_path / "x").exists()


def test_check_finds_nothing(city: Path) -> None:
    arguments = ["check", "--project", str(city), "--fail-on", "warning"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output[:2000]


def test_it_builds_strictly_and_its_pages_say_it_is_invented(tmp_path: Path) -> None:
    site = showcase.build(demo_site.made(tmp_path, 12))
    pages = [site / "index.html", *site.glob("20*/**/index.html"), *site.glob("dep*/**/index.html")]
    assert len(pages) > 2 * 12
    for page in pages:
        assert FICTION in page.read_text(encoding="utf-8"), page


def test_all_kinds_of_evaluation_occur(records: tuple[Record, ...]) -> None:
    frames = {matter.frame.id for r in records for matter in r.matter.leaves}
    assert frames == {NO_FRAME.id, *lexicon().tables, "ex-ante-five", "special-bond"}
    assert {r.kind.id for r in records} == {
        "self-evaluation", "departmental-evaluation", "fiscal-evaluation", *BESIDE,
    }  # fmt: skip
    assert len({r.evaluation.scope for r in records}) == 6
    assert len({r.year for r in records}) >= 6
    assert len({r.department.region for r in records}) >= 2
    grades = Counter(r.evaluation.result.grade for r in records)
    assert {"优", "良", "中"} <= set(grades)


def test_the_city_has_all_kinds_of_department(loaded: Content) -> None:
    departments = loaded.departments
    assert {d.kind for d in departments} >= set(DepartmentKind) - {DepartmentKind.OTHER}
    assert any(d.parent for d in departments)
    assert any(d.successor and d.until for d in departments)
    assert any(d.former_names for d in departments)
    assert all(region.note == NOTE for region in loaded.regions)


def test_documents_stand_beside_the_evaluations(records: tuple[Record, ...]) -> None:
    kinds = Counter(record.kind.id for record in records)
    assert sum(kinds[kind] for kind in BESIDE) == len(records) // 12 - 1
    assert all(kinds[kind] > 1 for kind in BESIDE - {"results-notice"})
    assert kinds["results-notice"] == 1
    (bonds,) = (r for r in records if r.evaluation.scope is Scope.BOND)
    assert [matter.item.id for matter in bonds.matter.inner] == ["sewage", "parking", "workshops"]


def test_a_rectification_answers_the_year_before(records: tuple[Record, ...]) -> None:
    by_address = {record.address.rstrip("/"): record for record in records}
    for record in records:
        if record.kind.id != "rectification":
            continue
        (related,) = record.evaluation.related
        answered = by_address[str(related.record)]
        assert answered.year == record.year - 1
        assert answered.evaluation.name == record.evaluation.name
        found = {finding.id for finding in answered.evaluation.findings}
        assert found == {n for one in record.evaluation.rectification for n in one.findings}


def test_an_evaluation_and_what_stands_beside_it_agree(records: tuple[Record, ...]) -> None:
    by_address = {record.address.rstrip("/"): record for record in records}
    checked = 0
    for record in records:
        base = by_address.get(record.address.rstrip("/").removesuffix("-monitoring"))
        if record.kind.id != "monitoring" or base is None:
            continue
        funds, year = record.evaluation.funds, base.evaluation.funds
        assert funds is not None
        assert year is not None
        assert funds.amount(Stage.FORECAST_SPENT) == funds_spent(year)
        checked += 1
    assert checked > 2


def funds_spent(funds: Funds) -> object:
    rows = funds.of_sources(Stage.SPENT)
    return None if rows.given is None else Amount(rows.given, funds.unit)


def test_projects_run_over_years_with_changing_results(records: tuple[Record, ...]) -> None:
    years: dict[str, list[Record]] = {}
    for record in records:
        years.setdefault(record.id, []).append(record)
    long = [run for run in years.values() if len(run) >= 3]
    assert len(long) > 10
    for run in long:
        names = {r.evaluation.name for r in run}
        assert len(names) == 1
        budgets = [r.evaluation.funds and r.evaluation.funds.budget for r in run]
        assert all(one != next_ for one, next_ in pairwise(budgets))


def test_records_are_as_large_as_real_ones(city: Path, records: tuple[Record, ...]) -> None:
    sizes = [file.stat().st_size for file in demo_site.record_files(city)]
    assert 8_000 < sum(sizes) / len(sizes) < 12_000
    evaluations = [r for r in records if r.kind.id not in BESIDE and not r.evaluation.items]
    leaves = [len(list(r.evaluation.leaves())) for r in evaluations]
    assert max(leaves) <= 30
    assert sum(number >= 12 for number in leaves) > 0.8 * len(leaves)
    assert min(leaves) >= 5


def test_some_money_has_several_sources_and_is_carried_over(records: tuple[Record, ...]) -> None:
    with_money = [r for r in records if r.kind.id not in MONEYLESS]
    funds = [r.evaluation.funds for r in with_money if r.evaluation.funds]
    assert len(funds) == len(with_money)
    assert sum(len(f.rows) > 2 for f in funds) > 20
    assert sum(row.source == "上年结转" for f in funds for row in f.rows) > 20
    assert len({f.unit for f in funds}) == 3


def test_attachments_are_files_that_can_be_opened(records: tuple[Record, ...]) -> None:
    assert any(r.originals for r in records)
    content = pdf()
    start = int(content.rsplit(b"startxref\n", 1)[1].split()[0])
    assert content[start:].startswith(b"xref")
    table = content[start:].split(b"\n")[3:]
    for number in range(1, 7):
        offset = int(table[number - 1][:10])
        assert content[offset:].startswith(b"%d 0 obj" % number)


def test_findings_and_recommendations_answer_each_other(records: tuple[Record, ...]) -> None:
    for record in records:
        found = {finding.id for finding in record.evaluation.findings}
        answered = {n for r in record.evaluation.recommendations for n in r.findings}
        assert found == answered, record.path
        assert all(r.findings for r in record.evaluation.recommendations)


def test_nobody_s_data_are_in_it(city: Path) -> None:
    number = re.compile(r"(?<![0-9A-Za-z])\d{11,}[Xx]?(?![0-9A-Za-z])")
    for file in demo_site.record_files(city):
        assert not number.search(file.read_text(encoding="utf-8")), file


def test_words_vary_as_in_real_reports(city: Path) -> None:
    seen: set[str] = set()
    for file in demo_site.record_files(city):
        for text in demo_site.texts(demo_site.data_of(file)):
            seen.update(demo_site.bigrams(text))
    assert len(seen) > 16_000
