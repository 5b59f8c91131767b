"""A form as a Word file: choices as drop-down lists, explanations behind the table."""

import io
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell
from lxml import etree

from generator.importers.guidance import TITLE, lines
from generator.importers.handed.boxes import Box, Sheet

_UNDATED = datetime(1980, 1, 1)  # noqa: DTZ001 - a date that says nothing
_SIZE = Pt(9)
_SHADE = "F2F2F2"


def written(sheet: Sheet, name: str) -> bytes:
    """The bytes of the file."""
    document = docx.Document()
    core = document.core_properties
    core.title, core.author, core.created, core.modified = name, "", _UNDATED, _UNDATED
    _turned(document)
    table = document.add_table(sheet.height, sheet.width)
    table.style = "Table Grid"
    # Asked for once: each look at `cell` goes over the whole table.
    places = table._cells  # noqa: SLF001 -- has no other name
    for box in sheet.boxes:
        cell = places[box.row * sheet.width + box.column]
        if box.rows * box.columns > 1:
            last = (box.row + box.rows - 1) * sheet.width + box.column + box.columns - 1
            cell = cell.merge(places[last])
        _fill(cell, box)
    document.add_paragraph(TITLE, style="Heading 2")
    for line in lines(sheet.explained):
        document.add_paragraph(line)
    into = io.BytesIO()
    document.save(into)
    return into.getvalue()


def _turned(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    width, height = section.page_height, section.page_width
    section.page_width, section.page_height = width, height


def _fill(cell: _Cell, box: Box) -> None:
    first, *others = box.text.split("\n")
    paragraph = cell.paragraphs[0]
    if box.choices and not others:
        paragraph._p.append(_choice(first, box))  # noqa: SLF001 -- has no other name
    else:
        run = paragraph.add_run(first)
        run.bold, run.font.size = box.is_name, _SIZE
    for line in others:
        cell.add_paragraph().add_run(line).font.size = _SIZE
    if box.is_name:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), _SHADE)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 -- has no other name


def _choice(text: str, box: Box) -> etree._Element:
    """A drop-down list around the chosen word, or around nothing."""
    control, properties = OxmlElement("w:sdt"), OxmlElement("w:sdtPr")
    choices = OxmlElement("w:comboBox")
    for word in box.choices:
        item = OxmlElement("w:listItem")
        item.set(qn("w:displayText"), word)
        item.set(qn("w:value"), word)
        choices.append(item)
    content, run, shown = (OxmlElement(name) for name in ("w:sdtContent", "w:r", "w:t"))
    shown.text = text
    properties.append(choices)
    run.append(shown)
    content.append(run)
    control.append(properties)
    control.append(content)
    return control
