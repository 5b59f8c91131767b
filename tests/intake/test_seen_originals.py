"""What readers of an original's pages see of it, and nothing that its pages hide."""

from io import BytesIO
from pathlib import Path

import pytest
from helpers import office_files
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from generator.intake.originals import pdf, seen_in

MOST = 10_000
FONT = "STSong-Light"
SEEN, UNSEEN = "看得见的文字", "看不见的文字"


def said(path: Path, name: str, content: bytes) -> list[str]:
    return seen_in(office_files.original(path, name, content), MOST).split()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


HIDING = {
    "hidden": run(UNSEEN, "<w:vanish/>"),
    "white": run(UNSEEN, '<w:color w:val="FFFFFF"/>'),
    "of no size": run(UNSEEN, '<w:sz w:val="2"/>'),
    "deleted": f"<w:del>{run(UNSEEN)}</w:del>",
    "moved away": f"<w:moveFrom>{run(UNSEEN)}</w:moveFrom>",
    "an instruction": f"<w:r><w:instrText>{UNSEEN}</w:instrText></w:r>",
    "a second way to show it": f"<w:r><w:Fallback><w:t>{UNSEEN}</w:t></w:Fallback></w:r>",
    "in a hidden style": run(UNSEEN, '<w:rStyle w:val="Own"/>'),
    "in a hidden shape": f'<w:pict style="x:1; visibility: hidden">{run(UNSEEN)}</w:pict>',
}
STYLES = """<w:styles xmlns:w="w"><w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style></w:styles>"""
MAIN = 'xmlns:w="w"'


def document(body: str, styles: str = STYLES) -> bytes:
    xml = f"<w:document {MAIN}><w:body>{body}</w:body></w:document>"
    return office_files.package({"word/document.xml": xml, "word/styles.xml": styles})


@pytest.mark.parametrize("how", HIDING)
def test_what_a_document_hides_is_not_seen(tmp_path: Path, how: str) -> None:
    made = document(f"<w:p>{run(SEEN)}{HIDING[how]}</w:p><w:p>{run('末段')}</w:p>")
    assert said(tmp_path, "a.docx", made) == [SEEN, "末段"]


def test_paragraphs_in_a_hidden_style_and_hidden_rows_are_not_seen(tmp_path: Path) -> None:
    styled = f'<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr>{run(UNSEEN)}</w:p>'
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr>"
    table = row.format("", run("甲"), run("乙")) + row.format(
        "<w:hidden/>", run(UNSEEN), run(UNSEEN)
    )
    made = document(f"{styled}<w:tbl>{table}</w:tbl>")
    assert said(tmp_path, "a.docx", made) == ["甲", "乙"]


def test_notes_at_the_foot_are_seen_and_comments_and_properties_are_not(tmp_path: Path) -> None:
    made = office_files.docx(SEEN, footnotes="脚注", comments=UNSEEN, core=UNSEEN)
    assert said(tmp_path, "a.docx", made) == [SEEN, "脚注"]


def test_nothing_is_taken_of_a_document_that_hides_whatever_has_no_style(tmp_path: Path) -> None:
    usual = (
        '<w:styles xmlns:w="w"><w:docDefaults><w:rPr><w:vanish/></w:rPr></w:docDefaults></w:styles>'
    )
    assert said(tmp_path, "a.docx", document(f"<w:p>{run(SEEN)}</w:p>", usual)) == []


def test_a_style_of_tables_hides_no_signs(tmp_path: Path) -> None:
    head = '<w:tblStylePr><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr>'
    styles = (
        f'<w:styles xmlns:w="w"><w:style w:default="1" w:styleId="T">{head}</w:style></w:styles>'
    )
    assert said(tmp_path, "a.docx", document(f"<w:p>{run(SEEN)}</w:p>", styles)) == [SEEN]


def test_nothing_is_taken_of_what_is_no_sound_package(tmp_path: Path) -> None:
    kind = f"<!DOCTYPE a [<!ENTITY b '{UNSEEN}'>]>"
    declared = f"{kind}<w:document {MAIN}><w:p>{run('&b;')}</w:p></w:document>"
    for content in (
        office_files.docx(SEEN)[:-30],
        office_files.package({"word/document.xml": f"<w:document {MAIN}><w:p>"}),
        office_files.package({"word/document.xml": declared}),
        b"PK\x03\x04",
    ):
        assert said(tmp_path, "a.docx", content) == []


def workbook(sheet: str, *, state: str = "", styles: str = "<styleSheet/>") -> bytes:
    sheets = f'<sheets><sheet name="表" {state} id="r1"/></sheets>'
    link = 'Id="r1" Target="worksheets/sheet1.xml"'
    return office_files.package(
        {
            "xl/workbook.xml": f"<workbook>{sheets}</workbook>",
            "xl/_rels/workbook.xml.rels": f"<a><Relationship {link}/></a>",
            "xl/sharedStrings.xml": f"<sst><si><t>{SEEN}</t></si><si><t>{UNSEEN}</t></si></sst>",
            "xl/styles.xml": styles,
            "xl/worksheets/sheet1.xml": f"<worksheet>{sheet}</worksheet>",
        }
    )


def cells(*numbers: int, row: str = "", own: str = "") -> str:
    made = "".join(
        f'<c r="{"ABC"[n]}1" t="s" {own if number else ""}><v>{number}</v></c>'
        for n, number in enumerate(numbers)
    )
    return f"<row {row}>{made}</row>"


WHITE = """<styleSheet><numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts><fonts><font/>
<font><color rgb="FFFFFFFF"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/>
<xf fontId="0" numFmtId="164"/></cellXfs></styleSheet>"""


@pytest.mark.parametrize(
    "sheet",
    [
        cells(0) + cells(1, row='hidden="1"'),
        cells(0) + cells(1, row='ht="0.0"'),
        '<cols><col min="2" max="3" hidden="1"/></cols>' + cells(0, 1, 1),
        cells(0, 1, own='s="1"'),
        cells(0, 1, own='s="2"'),
    ],
)
def test_hidden_rows_columns_and_cells_of_a_workbook_are_not_seen(
    tmp_path: Path, sheet: str
) -> None:
    assert said(tmp_path, "a.xlsx", workbook(sheet, styles=WHITE)) == ["表", SEEN]


def test_cells_of_a_row_stand_in_one_line_and_hidden_sheets_in_none(tmp_path: Path) -> None:
    made = workbook(cells(0, 1) + cells(1))
    whole = seen_in(office_files.original(tmp_path, "a.xlsx", made), MOST)
    assert whole.split("\n") == ["表", f"{SEEN}　{UNSEEN}", UNSEEN]
    for state in ('state="hidden"', 'state="veryHidden"'):
        assert said(tmp_path, "a.xlsx", workbook(cells(0), state=state)) == []


class Drawn:
    """A page of a PDF with one text that is seen."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.stream = BytesIO()
        self.page = Canvas(self.stream, pagesize=A4, invariant=1)
        self.page.setFont(FONT, 12)
        self.page.drawString(72, 700, SEEN)

    @property
    def said(self) -> list[str]:
        self.page.save()
        return pdf.seen(self.stream.getvalue(), MOST).split()


def test_white_clipped_invisible_and_outside_text_is_not_seen() -> None:
    drawn = Drawn()
    page = drawn.page
    page.saveState()
    page.setFillColorRGB(1, 1, 1)
    page.drawString(72, 600, UNSEEN)
    page.setFillColorCMYK(0, 0, 0, 0)
    page.drawString(72, 580, UNSEEN)
    page.restoreState()
    page.saveState()
    clip = page.beginPath()
    clip.rect(72, 100, 60, 20)
    page.clipPath(clip, stroke=0)
    page.drawString(300, 500, UNSEEN)
    page.restoreState()
    page.saveState()
    written = page.beginText(72, 400)
    written.setTextRenderMode(3)
    written.textLine(UNSEEN)
    page.drawText(written)
    page.restoreState()
    page.drawString(700, 400, UNSEEN)
    page.saveState()
    page.setFillAlpha(0)
    page.drawString(72, 300, UNSEEN)
    page.restoreState()
    page.drawString(72, 200, "末行")
    assert drawn.said == [SEEN, "末行"]


def test_what_is_painted_over_is_not_seen() -> None:
    drawn = Drawn()
    page = drawn.page
    page.drawString(72, 600, f"申请人{UNSEEN}")
    page.rect(60, 590, 300, 30, fill=1)
    page.saveState()
    page.setFillAlpha(0.4)
    page.rect(60, 690, 300, 30, fill=1)  # a marker lets through what it marks
    page.restoreState()
    page.setFillColorRGB(0.9, 0.9, 0.9)
    page.rect(60, 390, 300, 30, fill=1)
    page.setFillColorRGB(0, 0, 0)
    page.drawString(72, 400, "底纹上的字")
    assert drawn.said == [SEEN, "底纹上的字"]


def test_a_form_is_followed_and_a_picture_covers() -> None:
    drawn = Drawn()
    page = drawn.page
    page.beginForm("own")
    page.setFont(FONT, 12)
    page.drawString(0, 0, "表单中的字")
    page.endForm()
    page.saveState()
    page.translate(72, 500)
    page.doForm("own")
    page.restoreState()
    page.drawString(72, 300, UNSEEN)
    page.drawInlineImage(_dot(), 60, 290, 300, 40)
    assert drawn.said == [SEEN, "表单中的字"]


def _dot() -> object:
    from PIL import Image  # noqa: PLC0415 - reportlab brings it

    return Image.new("RGB", (2, 2))


def test_lines_that_go_on_are_one_paragraph_and_cells_stand_apart() -> None:
    drawn = Drawn()
    page = drawn.page
    long = "项目实施单位没有按照批复的方案组织滑坡监测点的布设"
    for n, line in enumerate((f"　　{long[:22]}", long[22:] + "。", "另起一段")):
        page.drawString(72, 600 - 18 * n, line)
    page.drawString(72, 400, "数量")
    page.drawString(200, 400, "质量")
    page.save()
    whole = pdf.seen(drawn.stream.getvalue(), MOST).split("\n")
    assert [line.strip("　") for line in whole] == [SEEN, f"{long}。", "另起一段", "数量　质量"]


def test_only_the_last_version_of_a_page_is_seen() -> None:
    before = office_files.pdf(UNSEEN, packed=False)
    signs = office_files.pdf(SEEN, packed=False)
    later = signs[signs.index(b"4 0 obj") : signs.index(b"7 0 obj")]
    assert pdf.seen(before + later, MOST) == SEEN
    lost = b"3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n"
    assert pdf.seen(before + lost, MOST) == ""


def test_properties_and_encrypted_files_are_not_seen() -> None:
    assert pdf.seen(office_files.pdf(SEEN, title=UNSEEN), MOST) == SEEN
    made = office_files.pdf(SEEN).replace(b"/Root 1 0 R", b"/Encrypt 9 0 R /Root 1 0 R")
    assert pdf.seen(made, MOST) == ""


def test_a_tree_without_an_end_gives_nothing() -> None:
    made = office_files.pdf(SEEN).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
    assert pdf.seen(made, MOST) == ""


def test_a_long_file_is_read_to_a_bound() -> None:
    made = office_files.pdf(*["一二三四五六七八九十"] * 60)
    assert len(pdf.seen(made, 100)) < 700


@pytest.mark.parametrize(
    "content",
    [
        b"9" * 400 + b" Tr 1 0 0 1 " + b"9" * 400 + b" 0 Tm (a) Tj",
        b"q " * 5_000 + b"(a) Tj",
        b"(a) Tj " * 3_000 + b"0 0 9 9 re f " * 3_000,
        b"0 0 0 0 0 0 Tm (a) Tj 0 0 0 0 0 0 cm (b) Tj",
        b"BI /IM true ID abc",
        b"[" * 3_000 + b"<<" * 3_000,
    ],
)
def test_hostile_content_comes_to_an_end(content: bytes) -> None:
    made = office_files.pdf(SEEN, packed=False).replace(b"72 700 Td", b"72 700 Td " + content, 1)
    assert pdf.seen(made, MOST) in ("", SEEN)


@given(st.binary(max_size=300), st.integers(0, 2_000))
def test_no_file_raises_for_its_content(junk: bytes, at: int) -> None:
    made = office_files.pdf(SEEN, packed=False)
    pdf.seen(made[:at] + junk + made[at:], MOST)
    pdf.seen(made[:at] + junk, MOST)
