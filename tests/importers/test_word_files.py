"""Word files as offices leave them: tracked changes, boxes, hidden text, printed numbers."""

import re
from pathlib import Path

import docx
import mammoth
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from helpers import import_forms
from helpers.import_sources import written
from helpers.thorough import some
from lxml import html

from generator.importers import readers
from generator.importers.outline import Outline, Paragraph, Table

W = nsdecls("w")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tracked(kind: str, text: str) -> str:
    inner = run(text) if kind == "ins" else f"<w:r><w:delText>{text}</w:delText></w:r>"
    return f'<w:{kind} w:id="1" w:author="office">{inner}</w:{kind}>'


def made(folder: Path, *bodies: str) -> Outline:
    document = docx.Document()
    body = document.element.body
    for xml in bodies:
        name = "tbl" if xml.startswith("<w:tblPr") else "p"
        body.insert(len(body) - 1, parse_xml(f"<w:{name} {W}>{xml}</w:{name}>"))
    file = folder / "made.docx"
    document.save(str(file))
    return readers.read(file)


def texts(outline: Outline) -> list[tuple[str, str]]:
    return [(b.aside, b.text) for b in outline.blocks if isinstance(b, Paragraph)]


def test_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    cell = f"<w:tc><w:p>{tracked('del', '40')}{tracked('ins', '42')}</w:p></w:tc>"
    gone = "<w:tr><w:trPr><w:del w:id='3' w:author='office'/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    outline = made(
        tmp_path,
        run("执行率") + tracked("ins", "95%") + tracked("del", "59%"),
        f"<w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr>{gone}",
    )
    assert texts(outline) == [("", "执行率95%")]
    (table,) = (block for block in outline.blocks if isinstance(block, Table))
    assert [cell.text for cell in table.cells] == ["42"]
    said = "；".join(outline.notes)
    assert "2 处修订插入" in said
    assert "2 处修订删除" in said
    assert "1 行表格在修订中被删除" in said


def test_what_nobody_sees_at_once_stands_aside(tmp_path: Path) -> None:
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"<w:txbxContent><w:p>{run('框内的话')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    outline = made(tmp_path, run("正文") + run("藏着的话", "<w:vanish/>") + box)
    assert texts(outline) == [("", "正文"), ("隐藏文字", "藏着的话"), ("文本框", "框内的话")]
    assert any("隐藏文字" in note for note in outline.notes)
    assert any("文本框" in note for note in outline.notes)


def test_headers_and_footers_stand_aside(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "示例市财政局"
    document.sections[0].footer.paragraphs[0].text = "附件3"
    document.save(str(tmp_path / "made.docx"))
    outline = readers.read(tmp_path / "made.docx")
    assert texts(outline) == [("页眉", "示例市财政局"), ("", "正文"), ("页脚", "附件3")]


@pytest.mark.parametrize(("code", "sign"), [("F0FE", "☑"), ("F0A8", "□"), ("F0FC", "√")])
def test_ticks_of_a_symbol_font_are_signs(code: str, sign: str, tmp_path: Path) -> None:
    symbol = f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'
    assert texts(made(tmp_path, symbol + run("延续项目"))) == [("", f"{sign}延续项目")]


def test_numbers_that_word_prints_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate((("chineseCounting", "%1、"), ("decimal", "（%2）")))
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, text in ((0, "概况"), (1, "背景"), (1, "资金"), (0, "问题"), (1, "人手")):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        listed = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
        properties.append(parse_xml(listed))
    document.save(str(tmp_path / "made.docx"))
    found = [text for _, text in texts(readers.read(tmp_path / "made.docx"))]
    assert found == ["一、概况", "（1）背景", "（2）资金", "二、问题", "（1）人手"]


def test_what_lies_outside_the_file_is_not_fetched_and_said(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    for kind in ("attachedTemplate", "hyperlink"):
        reltype = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
        document.part.rels.get_or_add_ext_rel(reltype, "http://127.0.0.1:9/x")
    document.save(str(tmp_path / "made.docx"))
    outline = readers.read(tmp_path / "made.docx")
    assert outline.notes == ("引用了 1 个文件之外的内容（模板、对象等），没有读取",)


def test_a_table_in_a_cell_is_one_of_its_own(tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "外"
    inner = outer.cell(0, 1).add_table(1, 1)
    inner.cell(0, 0).text = "内"
    document.save(str(tmp_path / "made.docx"))
    tables = [b for b in readers.read(tmp_path / "made.docx").blocks if isinstance(b, Table)]
    assert [[cell.text for cell in table.cells] for table in tables] == [["外", ""], ["内"]]
    assert tables[1].place == "表1内的表1"


@pytest.mark.parametrize("name", some(import_forms.names(), every=4))
def test_another_reader_of_word_finds_the_same_tables(name: str, tmp_path: Path) -> None:
    file = written(import_forms.case(name).blocks, tmp_path / "form.docx")
    ours = [block for block in readers.read(file).blocks if isinstance(block, Table)]
    with file.open("rb") as stream:
        page = html.fromstring(f"<div>{mammoth.convert_to_html(stream).value}</div>")
    theirs = page.findall(".//table")
    assert len(ours) == len(theirs)
    for table, other in zip(ours, theirs, strict=True):
        cells = [
            (
                int(td.get("rowspan", 1)),
                int(td.get("colspan", 1)),
                plain("".join(map(str, td.itertext()))),
            )
            for td in other.iter("td", "th")
        ]
        assert [(c.rows, c.columns, plain(c.text)) for c in table.cells] == cells


def plain(text: str) -> str:
    return re.sub(r"\s+", "", text)
