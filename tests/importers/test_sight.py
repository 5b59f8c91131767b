"""Of a PDF that is read which is seen: not what is clipped, white, or without a name."""

from collections import Counter
from pathlib import Path

import pytest
from helpers import import_forms
from helpers.import_sources import FONT, FORMATS, Form, written
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from generator.importers import readers
from generator.importers.outline import Outline

SEEN = "4,100,000.00"


def drawn(file: Path) -> Canvas:
    made = Canvas(str(file), pagesize=A4, invariant=1)
    made.setFont("Helvetica", 12)
    made.drawString(72, 700, SEEN)
    return made


def texts(outline: Outline) -> list[str]:
    return [piece.text for piece in outline.pieces]


def test_text_outside_its_clip_is_not_read_a_second_time(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    made = drawn(file)
    made.saveState()
    clip = made.beginPath()
    clip.rect(72, 100, 60, 20)
    made.clipPath(clip, stroke=0)
    made.drawString(300, 500, SEEN)
    made.restoreState()
    made.save()
    outline = readers.read(file)
    assert texts(outline) == [SEEN]
    assert outline.notes == ("第1页有 12 个字在页面上看不见，没有读取",)


def test_white_text_on_paper_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    made = drawn(file)
    made.setFillColorRGB(1, 1, 1)
    made.drawString(72, 500, "hidden")
    made.save()
    assert texts(readers.read(file)) == [SEEN]


def test_a_font_that_cannot_be_drawn_is_read_all_the_same(tmp_path: Path) -> None:
    """The page's own word counts where nothing of a font is seen: it may lack shapes here."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = tmp_path / "page.pdf"
    made = drawn(file)
    made.setFont(FONT, 12)
    made.setFillColorRGB(1, 1, 1)
    made.drawString(72, 500, "示例市园林局")
    made.save()
    assert texts(readers.read(file)) == [SEEN, "示例市园林局"]


def test_signs_are_judged_by_those_of_their_kind(tmp_path: Path) -> None:
    """A machine without Chinese letters draws the figures of a font that is not in the file."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = tmp_path / "page.pdf"
    made = Canvas(str(file), pagesize=A4, invariant=1)
    made.setFont(FONT, 12)
    for number in range(9):
        made.drawString(72, 700 - 20 * number, SEEN)
    made.setFillColorRGB(1, 1, 1)
    made.drawString(72, 500, "示例市园林局")
    made.save()
    assert texts(readers.read(file)) == [*[SEEN] * 9, "示例市园林局"]


def signs(text: str) -> Counter[str]:
    return Counter("".join(text.split()).replace("☑", "■"))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "name",
    [
        "two-forms",
        pytest.param("self-evaluation", marks=pytest.mark.promises),
        pytest.param("beside-names", marks=pytest.mark.promises),
    ],
)
def test_no_sign_of_a_source_is_lost_and_none_comes_of_nothing(
    form: str, name: str, tmp_path: Path
) -> None:
    blocks = import_forms.case(name).blocks
    printed: Counter[str] = Counter()
    for block in blocks:
        if isinstance(block, Form):
            texts = [*block.above, *(cell.text for cell in block.table.cells), *block.below]
        else:
            texts = [block]
        printed.update(sign for text in texts for sign in signs(text).elements())
    outline = readers.read(written(blocks, tmp_path / f"source.{form}"))
    asides = ("工作表名", "页码")
    read = (p.text for p in outline.pieces if getattr(p, "aside", "") not in asides)
    assert sum((signs(text) for text in read), Counter()) == printed
