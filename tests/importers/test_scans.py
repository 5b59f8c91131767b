"""Scanned forms: the grid as it is drawn, the texts as they are printed, doubt where it belongs."""

from pathlib import Path
from typing import Any

import pytest
from helpers import import_forms, showcase
from helpers.import_sources import Form
from helpers.scan_pages import Scan, drawn, needed
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from generator.importers import isolated, readers
from generator.importers.drafting import draft
from generator.importers.interpreter import interpreted
from generator.importers.ledger import Confidence
from generator.importers.outline import Outline, Table, UnreadableError
from generator.importers.readers import scans
from generator.source import At

SCANS = (
    Scan(dpi=150, lean=2.7, sealed=(5, 4), noise=300),
    Scan(dpi=300, lean=-3, sealed=(11, 6)),
)
FIELDS, DOUBTED = 0.93, 0.8
"""What part of the values must be right, and of the wrong ones marked."""
_ALIKE = str.maketrans("（）：，；", "():,;")


def plain(text: str) -> str:
    """Without blanks, and without the colon behind a name, which says nothing."""
    return "".join(text.split()).translate(_ALIKE).removesuffix(":")


def grid(table: Table) -> list[tuple[int, int, int, int]]:
    """The cells by the edges that are drawn."""
    rows = sorted({edge for c in table.cells for edge in (c.row, c.row + c.rows)})
    columns = sorted({edge for c in table.cells for edge in (c.column, c.column + c.columns)})
    return sorted(
        (
            rows.index(c.row), columns.index(c.column),
            rows.index(c.row + c.rows), columns.index(c.column + c.columns),
        )
        for c in table.cells
    )  # fmt: skip


def forms() -> list[tuple[str, Form]]:
    return [
        (name, form)
        for name in ("self-evaluation", "school-safety", "monitoring")
        for form in [b for b in import_forms.case(name).blocks if isinstance(b, Form)][:1]
    ]


@pytest.mark.promises
def test_a_form_is_read_from_its_scan(tmp_path: Path) -> None:
    needed()
    texts = right = wrong = doubted = 0
    told: list[str] = []
    for n, (name, form) in enumerate(forms()):
        for how in SCANS[n % 2 :: 2] if n else SCANS:
            file = tmp_path / "scan.png"
            drawn(form, how).save(file)
            outline = readers.read(file)
            (table,) = (b for b in outline.blocks if isinstance(b, Table))
            assert grid(table) == grid(form.table), name
            printed = sorted(form.table.cells, key=lambda c: (c.row, c.column))
            for cell, wanted in zip(table.cells, printed, strict=True):
                texts += bool(wanted.text)
                if plain(cell.text) == plain(wanted.text):
                    right += bool(wanted.text)
                else:
                    wrong += 1
                    doubted += cell.is_doubtful
                    told.append(f"{name} {wanted.text!r} {cell.text!r} {cell.certainty}")
            under = [c for c, w in zip(table.cells, printed, strict=True)
                     if (w.row, w.column) == how.sealed]  # fmt: skip
            assert all(cell.is_doubtful for cell in under if cell.text)
            assert any("1 枚印章" in note for note in outline.notes) == bool(under)
    said = f"{right} of {texts} right, {doubted} of {wrong} wrong ones marked\n" + "\n".join(told)
    assert right / texts >= FIELDS, said
    assert doubted >= DOUBTED * wrong, said


@pytest.mark.promises
def test_the_draft_of_a_scan_says_how_sure_each_value_is(tmp_path: Path) -> None:
    needed()
    file = tmp_path / "scan.jpg"
    (_, form), *_ = forms()
    drawn(form, Scan(sealed=(11, 6))).save(file, quality=85)
    outline = isolated.read(file)
    loaded = showcase.loaded()
    _, (one,) = interpreted(outline, loaded.declared, loaded.departments)
    made = draft(one.gathering, loaded.declared.lexicon)
    record: Any = made.record
    assert record["项目"]["名称"] == "森林防火视频监控运维"
    sealed: At = ("indicators", 0, "children", 0, "children", 0, "target")
    assert made.values[sealed].confidence is Confidence.DOUBTFUL
    assert made.values["project", "name"].confidence is Confidence.STATED
    # Where no share of the budget is given, a dash is printed, and no value is made of it.
    assert not [v for v in made.values.values() if v.text in ("一", "—")]
    assert any("只有一横" in note for note in outline.notes)


def with_pictures(file: Path, pictures: list[Image.Image]) -> None:
    page = Canvas(str(file), invariant=1)
    page.drawString(72, 700, "Part 1: annual budget of the office, figures in 10,000 yuan;")
    for picture in pictures:
        page.showPage()
        page.drawImage(ImageReader(picture), 0, 0, 595, 842)
        page.drawString(280, 20, "- 2 -")
    page.save()


@pytest.mark.promises
def test_a_page_of_a_pdf_that_is_a_picture_is_recognised(tmp_path: Path) -> None:
    needed()
    file = tmp_path / "mixed.pdf"
    with_pictures(
        file, [drawn(Form(["示例市园林局2023年度部门预算"], [["项目名称", "行道树养护"]]), Scan())]
    )
    outline = readers.read(file)
    texts = [piece.text for piece in outline.pieces]
    assert texts[1:4] == ["示例市园林局2023年度部门预算", "项目名称", "行道树养护"]
    assert "第2页是图片，文字是识别出来的；请对照原件核对" in outline.notes


def test_without_the_extra_a_page_that_is_a_picture_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans, "is_installed", lambda: False)
    file = tmp_path / "mixed.pdf"
    with_pictures(file, [Image.new("RGB", (60, 80), "white")])
    outline: Outline = readers.read(file)
    assert outline.notes == (f"第 2 页是图片，没有读取其中的文字；{scans.NEEDED}",)


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_without_the_extra_a_picture_is_refused_with_the_remedy(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans, "is_installed", lambda: False)
    file = tmp_path / f"scan{suffix}"
    Image.new("RGB", (60, 80), "white").save(file)
    with pytest.raises(UnreadableError, match=r"gongkai\[scan\]"):
        readers.read(file)
