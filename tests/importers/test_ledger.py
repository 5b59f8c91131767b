"""Nothing of a source is lost: every sign is placed, a name of a field, left out, or listed."""

from collections import Counter
from pathlib import Path

import pytest
from helpers import import_forms, showcase
from helpers.import_sources import written
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.importers import readers
from generator.importers.drafting import draft
from generator.importers.interpreter import interpreted
from generator.importers.ledger import Gathering, Ledger, Role
from generator.importers.outline import Outline, Paragraph, Table
from generator.importers.readers.occupancy import Spanning, placed
from generator.source import At
from generator.values.names import folded

REPORT = Path(__file__).parent / "report.txt"
WORDS = st.sampled_from(
    (
        "", "项目名称", "道路养护", "一级指标", "三级指标", "年度指标值", "≥95%", "98%", "得分",
        "分值", "10", "7,00.0,77", "年初预算数", "全年执行数", "年度资金总额", "存在问题",
        "整改措施", "总分", "1.人手不足。2.资金未到位。", "一、基本情况", "（一）问题", "无", "—",
        "X", "一是慢；二是少。", "负责人：林某 电话：0555-2345678", "项目支出绩效自评表",
        "投入满分30分，自评29分：其中立项9分、管理20分",
    )
)  # fmt: skip
CELLS = st.builds(Spanning, WORDS, st.integers(1, 3), st.integers(1, 3))
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6)


def read(outline: Outline) -> Ledger:
    loaded = showcase.loaded()
    return interpreted(outline, loaded.declared, loaded.departments)[0]


def whole(outline: Outline) -> Counter[str]:
    return Counter(sign for piece in outline.pieces for sign in piece.text)


def accounted(ledger: Ledger) -> Counter[str]:
    """Every sign once, by what became of it; joining signs between two parts are nobody's."""
    fates = {
        (claim.span.piece, n)
        for claim in ledger.claims
        for n in range(claim.span.start, claim.span.end)
    }
    fates |= {(s.piece, n) for s in ledger.unplaced() for n in range(s.start, s.end)}
    return Counter(ledger.pieces[piece].text[n] for piece, n in fates)


def nothing_is_lost(outline: Outline) -> None:
    told, held_ = accounted(read(outline)), whole(outline)
    assert not [sign for sign in held_ - told if sign.isalnum()]
    assert not told - held_


@settings(max_examples=60)
@example([], [[Spanning("项目名称"), Spanning("年初预算数", 2)], [Spanning("")]])
@given(st.lists(WORDS, max_size=8), TABLES)
def test_nothing_is_lost_of_any_source(lines: list[str], rows: list[list[Spanning]]) -> None:
    blocks = [Paragraph(line, f"第{n}段") for n, line in enumerate(lines, 1) if line]
    nothing_is_lost(Outline((*blocks, placed(rows, "表1"))))


@pytest.mark.parametrize("name", import_forms.names())
def test_what_is_placed_stands_in_the_draft(name: str, tmp_path: Path) -> None:
    outline = readers.read(written(import_forms.case(name).blocks, tmp_path / "form.html"))
    nothing_is_lost(outline)
    loaded = showcase.loaded()
    ledger, found = interpreted(outline, loaded.declared, loaded.departments)
    for one in found:
        values = one.gathering.values
        own = {ledger.span(cell).piece for table in one.document.tables for cell in table.cells}
        held = folded("".join(value.text for value in values.values()))
        known = set(values) | {o.at for o in one.gathering.open}
        for claim in ledger.claims:
            if claim.span.piece not in own or claim.role is not Role.VALUE:
                continue
            if claim.at in known and claim.at[-1] in ("text", "name"):
                assert folded(ledger.text(claim.span)) in held


def test_a_number_that_cannot_be_read_is_left_open() -> None:
    rows = [
        [Spanning("项目名称"), Spanning("道路养护", 1, 2)],
        list(map(Spanning, ("资金（万元）", "年初预算数", "全年执行数"))),
        list(map(Spanning, ("年度资金总额", "7,00.0,77", "70"))),
    ]  # fmt: skip
    loaded = showcase.loaded()
    outline = Outline((Paragraph("项目支出绩效自评表", "第1段"), placed(rows, "表1")))
    _, (found,) = interpreted(outline, loaded.declared, loaded.departments)
    assert [(o.at, o.readings) for o in found.gathering.open] == [
        (("funds", "stated_total", "initial_budget"), ("7,00.0,77",))
    ]
    assert found.gathering.values[("funds", "stated_total", "spent")].text == "70"
    assert ("funds", "stated_total", "initial_budget") not in found.gathering.values


def test_an_outline_goes_to_another_process_whole() -> None:
    outline = readers.read(REPORT)
    assert Outline.of(outline.plain) == outline
    table = placed([[Spanning("甲", 2), Spanning("乙")], [Spanning("丙")]], "表1")
    assert isinstance(table, Table)
    assert Outline.of(Outline((table,), ("说明",)).plain) == Outline((table,), ("说明",))


def test_a_field_that_two_places_left_open_is_not_filled_by_a_third() -> None:
    pieces = [Paragraph(text, f"第{n}段") for n, text in enumerate(("97", "99", "95"))]
    ledger = Ledger(Outline(tuple(pieces)))
    gathering = Gathering(ledger)
    for piece in pieces:
        gathering.put(("result", "total"), piece.text, [ledger.span(piece)])
    assert ("result", "total") not in gathering.values
    assert [one.readings for one in gathering.open] == [("97", "99", "95")]


def test_a_block_that_no_record_has_takes_nothing_else_with_it() -> None:
    pieces = [Paragraph(text, f"第{n}段") for n, text in enumerate(("自评表", "道路养护", "3"))]
    ledger = Ledger(Outline(tuple(pieces)))
    gathering = Gathering(ledger)
    paths: tuple[At, ...] = (
        ("title",), ("project", "name"), ("project", "no_such_block", "rank"),
    )  # fmt: skip
    for piece, at in zip(pieces, paths, strict=True):
        gathering.put(at, piece.text, [ledger.span(piece)])
    found = draft(gathering, showcase.loaded().declared.lexicon)
    assert found.record["项目"] == {"名称": "道路养护"}
    assert [one.readings for one in found.open] == [("3",)]
