"""Files to import: one grid with its lines, written in each format that departments have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
import openpyxl
from docx.table import Table as WordTable
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Table as PdfTable

from generator.importers.outline import Table
from generator.importers.readers.occupancy import Spanning, placed

FORMATS = ("docx", "html", "xlsx", "pdf")
FONT = "STSong-Light"


@dataclass(frozen=True)
class Form:
    """The lines above a table, its rows, the lines below it."""

    above: Sequence[str]
    rows: Sequence[Sequence[Spanning | str]]
    below: Sequence[str] = ()

    @property
    def table(self) -> Table:
        """The grid that every reader must find."""
        return placed(
            [[c if isinstance(c, Spanning) else Spanning(c) for c in row] for row in self.rows],
            "表",
        )


Block = Form | str


def wide(text: str, columns: int) -> Spanning:
    """A cell over several columns."""
    return Spanning(text, 1, columns)


def tall(text: str, rows: int, columns: int = 1) -> Spanning:
    """A cell over several rows."""
    return Spanning(text, rows, columns)


def written(blocks: Iterable[Block], file: Path) -> Path:
    """A file of lines and forms, by its suffix."""
    listed = [Form([block], []) if isinstance(block, str) else block for block in blocks]
    {".docx": _word, ".html": _web, ".xlsx": _workbook, ".pdf": _portable}[file.suffix](
        listed, file
    )
    return file


def _word(forms: Sequence[Form], file: Path) -> None:
    document = docx.Document()
    for form in forms:
        for line in form.above:
            document.add_paragraph(line)
        if form.rows:
            grid = form.table
            _fill(document.add_table(grid.height, grid.width), grid)
        for line in form.below:
            document.add_paragraph(line)
    document.save(str(file))


def _fill(table: WordTable, grid: Table) -> None:
    table.style = "Table Grid"
    places = table._cells  # asked for once: each look at `cell` goes over the whole table
    for cell in grid.cells:
        whole = places[cell.row * grid.width + cell.column]
        if cell.rows * cell.columns > 1:
            whole = whole.merge(places[cell.last_row * grid.width + cell.last_column])
        whole.text = cell.text


def _web(forms: Sequence[Form], file: Path) -> None:
    lines = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>表</title></head><body>"]
    for form in forms:
        lines += [f"<p>{escape(line)}</p>" for line in form.above]
        if form.rows:
            lines.append("<table>")
            for row in form.rows:
                cells = (c if isinstance(c, Spanning) else Spanning(c) for c in row)
                lines.append("<tr>" + "".join(map(_td, cells)) + "</tr>")
            lines.append("</table>")
        lines += [f"<p>{escape(line)}</p>" for line in form.below]
    file.write_text("\n".join([*lines, "</body></html>"]), encoding="utf-8")


def _td(cell: Spanning) -> str:
    spans = f' rowspan="{cell.rows}" colspan="{cell.columns}"'
    return f"<td{spans}>{escape(cell.text).replace(chr(10), '<br>')}</td>"


def _workbook(forms: Sequence[Form], file: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for n, form in enumerate(forms, 1):
        sheet = book.create_sheet(f"表{n}")
        width, row = max(form.table.width, 1), 0
        for line in form.above:
            row += 1
            sheet.cell(row, 1, line)
            if width > 1:
                sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
        for cell in form.table.cells:
            top, left = row + 1 + cell.row, 1 + cell.column
            sheet.cell(top, left, cell.text or None).data_type = "s"  # `=100%` is no formula here
            if cell.rows * cell.columns > 1:
                sheet.merge_cells(
                    start_row=top, end_row=top + cell.rows - 1,
                    start_column=left, end_column=left + cell.columns - 1,
                )  # fmt: skip
        row += form.table.height
        for line in form.below:
            row += 1
            sheet.cell(row, 1, line)
    book.save(file)


def _portable(forms: Sequence[Form], file: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    text = ParagraphStyle("line", fontName=FONT, fontSize=11, leading=18, wordWrap="CJK")
    page = landscape(A4)
    story: list[PdfParagraph | PdfTable] = []
    for form in forms:
        story += [PdfParagraph(escape(line), text) for line in form.above]
        if form.rows:
            story.append(_pdf_table(form.table, page[0] - 100))
        story += [PdfParagraph(escape(line), text) for line in form.below]
    SimpleDocTemplate(
        str(file), pagesize=page, leftMargin=50, rightMargin=50, topMargin=50, bottomMargin=50,
        invariant=1,
    ).build(story)  # fmt: skip


def _pdf_table(grid: Table, width: float) -> PdfTable:
    cell_text = ParagraphStyle("cell", fontName=FONT, fontSize=8, leading=10, wordWrap="CJK")
    rows: list[list[object]] = [[""] * grid.width for _ in range(grid.height)]
    style: list[tuple[object, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    for cell in grid.cells:
        lines = escape(cell.text).replace("\n", "<br/>").replace("☑", "■")  # the font has no ☑
        rows[cell.row][cell.column] = PdfParagraph(lines, cell_text)
        if cell.rows * cell.columns > 1:
            style.append(("SPAN", (cell.column, cell.row), (cell.last_column, cell.last_row)))
    return PdfTable(rows, colWidths=[width / grid.width] * grid.width, style=style)
