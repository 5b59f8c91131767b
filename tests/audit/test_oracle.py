"""An oracle in fractions recomputes every sum, rate and grade from the files as typed.

It shares no code with the model: it reads YAML as text, adds fractions, and looks for the result on
the page as rendered.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import pytest
from helpers import demo_site, showcase, tables
from helpers.oracle import money, number, summed
from helpers.thorough import THOROUGH

from generator import site
from generator.catalog import Catalog, Entry
from generator.intake import content
from generator.intake.records import Record
from generator.model.frames import BUILT_IN
from generator.pages.edition import Edition
from generator.pages.rendering import Renderer
from generator.pages.views.evaluation import views

FRAMES = {
    data["名称"]: data
    for folder in (BUILT_IN, showcase.PROJECT / "content" / "frames")
    for file in folder.glob("*.yml")
    for data in [tables.typed(file)]
}
DEMO_RECORDS = 1_000 if THOROUGH else 300
SHOWN = tuple((showcase.PROJECT / "content" / "records").glob("*/*/*.yml"))


def frame_of(data: dict[str, Any]) -> Mapping[str, Any]:
    """None of the rules of a frame where the file names none."""
    return FRAMES[data["指标体系"]] if "指标体系" in data else {}


def rate(data: dict[str, Any], frame: Mapping[str, Any]) -> Fraction | None:
    """Spent in per cent of its base: the one stated, else the frame's, else what there is."""
    funds = data.get("资金", {})
    stated = funds.get("报告列示", {}).get("执行率", {}).get("口径")
    by_received = stated == "支出/到位" if stated else frame.get("执行率口径") == "到位"
    budgets = ("全年预算", "年初预算")
    bases = [*budgets] if stated else [*budgets, "到位", "发行"]
    if by_received and (stated or money(funds, *budgets) is not None):
        bases = ["到位"]
    base = money(funds, *bases)
    spent = money(funds, "支出")
    return spent / base * 100 if spent is not None and base else None


def grade(score: Fraction | None, frame: Mapping[str, Any]) -> str | None:
    bands = [
        (Fraction(band["起点"]), band["名称"]) for band in frame.get("等级", []) if "起点" in band
    ]
    return next((n for start, n in bands if score is not None and score >= start), None)


def percent(value: Fraction) -> str:
    """Half up to hundredths, by whole numbers alone."""
    hundredths = (value * 100 * 2 + 1) // 2
    whole, rest = divmod(hundredths, 100)
    return f"{whole:,}" + (f".{rest:02d}".rstrip("0") if rest else "") + "%"


def exact(fraction: Fraction | None, value: object) -> bool:
    """Equal, as far as a decimal of 28 digits can be."""
    if fraction is None or value is None:
        return fraction is None and value is None
    return abs(fraction - Fraction(str(value))) <= abs(fraction) / 10**25


@pytest.fixture(scope="module")
def catalog(edition: Edition) -> Catalog:
    return edition.catalog


@pytest.fixture(scope="module", params=["showcase", pytest.param("demo", marks=pytest.mark.slow)])
def edition(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    root = showcase.PROJECT
    if request.param == "demo":
        root = demo_site.made(tmp_path_factory.mktemp("oracle"), DEMO_RECORDS, seed=11)
    loaded = content.load(root / "content", root)
    made = site.edited(loaded, loaded.records)
    assert len(loaded.records) == (DEMO_RECORDS if request.param == "demo" else len(SHOWN))
    assert len(made.catalog.entries) == sum(map(items_in, loaded.records))
    return made


def items_in(record: Record) -> int:
    """How many things a file is about."""
    items = record.form.document.data.get("分项")
    return len(items) if isinstance(items, list) else 1


def typed(catalog: Catalog) -> Iterator[tuple[Entry, dict[str, Any]]]:
    """Every entry with its part of the file, and what that takes over from the whole."""
    for entry in catalog.entries:
        data: dict[str, Any] = dict(entry.record.form.document.data)
        for item in data.get("分项", []):
            if entry.anchor == f"item-{item['编号']}":
                data = {"指标体系": data.get("指标体系"), **item}
                break
        yield entry, {key: value for key, value in data.items() if value is not None}


def test_the_model_agrees_with_the_oracle(catalog: Catalog) -> None:
    for entry, data in typed(catalog):
        frame, where = frame_of(data), entry.record.path
        total = summed(data.get("指标", []), "得分")
        assert exact(total, entry.total.computed), where
        found = entry.execution_rate.figure.computed if entry.execution_rate else None
        assert exact(rate(data, frame), found), where
        stated = number(data.get("评价结论", {}).get("总分"))
        earned = entry.grade.computed.name if entry.grade.computed else None
        assert earned == grade(total if stated is None else stated, frame), where


def test_every_level_agrees_with_the_oracle(catalog: Catalog) -> None:
    for entry, data in typed(catalog):
        rows = list(zip(data.get("指标", []), entry.matter.item.indicators, strict=True))
        while rows:
            row, indicator = rows.pop()
            below = row.get("下级", [])
            assert exact(summed(below, "得分"), indicator.scores.computed), entry.record.path
            assert exact(summed(below, "分值"), indicator.weights.computed), entry.record.path
            rows += zip(below, indicator.children, strict=True)


def test_the_pages_agree_with_the_oracle(edition: Edition) -> None:
    renderer = Renderer()
    pages = {view.address: renderer.render(view) for view in views(edition)}
    for entry, data in typed(edition.catalog):
        frame, page = frame_of(data), pages[entry.address]
        where = f"{entry.address}#{entry.anchor}"
        computed = rate(data, frame)
        if computed is not None:
            assert f'<td class="gk-number">{percent(computed)}</td>' in page.replace(
                " gk-differs", ""
            ), where
        stated = data.get("评价结论", {})
        total = summed(data.get("指标", []), "得分")
        if "总分" not in stated and total is not None:
            assert "计算值" in page, where
        name = stated.get("等级") or grade(number(stated.get("总分")) or total, frame)
        if name:
            assert f">{name}</span>" in page, where


def test_no_rounding_crosses_a_boundary() -> None:
    for frame in FRAMES.values():
        for band in frame.get("等级", []):
            start = Fraction(band.get("起点", 0))
            if start:
                below = start - Fraction(1, 10**6)
                assert grade(below, frame) != band["名称"]
                assert grade(start, frame) == band["名称"]
