"""Sources typed as text, each with the record that a right import gives, and how near one comes.

A line of cells begins with `|`; a cell `^` goes on with the one above it, `<` with the one before.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from generator.importers.readers.occupancy import Spanning
from helpers.import_sources import FORMATS, Form, written
from helpers.scan_pages import SCANS, fits, scanned

SOURCES = Path(__file__).parent.parent / "importers" / "sources"
TEXT = ("txt", "gbk", "docx", "tracked", "html", "pdf")
Facts = Counter[tuple[str, ...]]
_NAMED_BY = ("名称", "来源", "年度", "角色", "内容", "标题")
"""What tells one entry of a list from another, whatever its place."""
_NOT_COMPARED = frozenset(("格式", "状态", "正文", "编号", "其他栏"))
_IF_TOLD = frozenset(("评价对象", "指标体系", "评价类型"))
"""What follows from other fields: compared where the truth names it."""


@dataclass(frozen=True)
class Sourced:
    """One source with what is right of it."""

    name: str
    lines: Sequence[str]
    formats: Sequence[str]
    records: Sequence[Mapping[str, Any]]

    def file(self, form: str, folder: Path) -> Path:
        """The source in one of its formats; `gbk` and `tracked` are habits of text and Word.

        What is one form can also be scanned, in several ways.
        """
        if form in ("txt", "gbk"):
            file = folder / f"{self.name}-{form}.txt"
            file.write_bytes("\n".join(self.lines).encode("gb18030" if form == "gbk" else "utf-8"))
            return file
        if form in SCANS:
            (drawn,) = _forms(self.lines)
            return scanned(drawn, SCANS[form], folder / f"{self.name}.png")
        file = folder / f"{self.name}-{form}.{'docx' if form == 'tracked' else form}"
        written(_forms(self.lines), file)
        if form == "tracked":
            _track(file)
        return file

    @property
    def fits_on_a_page(self) -> bool:
        """Whether it is one form with a table that a page of A3 holds."""
        forms = _forms(self.lines)
        return len(forms) == 1 and bool(forms[0].table.cells) and fits(forms[0])


def sourced(file: str, folder: Path = SOURCES) -> Iterator[Sourced]:
    """The sources of a file."""
    text = (folder / f"{file}.yml").read_text(encoding="utf-8")
    for data in yaml.load(text, Loader=yaml.BaseLoader):
        lines = data["source"].splitlines()
        has_table = any(line.startswith("|") for line in lines)
        formats = data.get("formats") or (FORMATS if has_table else TEXT)
        yield Sourced(data["name"], lines, formats, data["records"])


def _forms(lines: Sequence[str]) -> list[Form]:
    """Lines as blocks; what stands above a table goes with it, what follows the last as well."""
    forms: list[Form] = []
    above: list[str] = []
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            cells = line.strip().removeprefix("|").removesuffix("|").split("|")
            rows.append([cell.strip().replace("\\n", "\n") for cell in cells])
            continue
        if rows:
            forms.append(Form(above, _spanning(rows)))
            above, rows = [], []
        if line:
            above.append(line)
    if above and forms:
        forms[-1] = replace(forms[-1], below=above)
    elif above:
        forms.append(Form(above, []))
    return forms


def _spanning(rows: Sequence[Sequence[str]]) -> list[list[Spanning | str]]:
    return [
        [_cell(rows, y, x) for x in range(len(row)) if row[x] not in ("^", "<")]
        for y, row in enumerate(rows)
    ]


def _cell(rows: Sequence[Sequence[str]], y: int, x: int) -> Spanning:
    tall = next((n for n in range(1, len(rows) - y) if not _goes_on(rows[y + n], x, "^")), None)
    row = rows[y]
    wide = next((n for n in range(1, len(row) - x) if row[x + n] != "<"), None)
    return Spanning(row[x], tall or len(rows) - y, wide or len(row) - x)


def _goes_on(row: Sequence[str], x: int, mark: str) -> bool:
    return x < len(row) and row[x] == mark


def _track(file: Path) -> None:
    """Every run becomes an insertion that nobody accepted, beside a deleted text."""
    import docx  # noqa: PLC0415 -- an extra
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    document = docx.Document(str(file))
    for run in list(document.element.body.iter(qn("w:r"))):
        inserted, deleted = OxmlElement("w:ins"), OxmlElement("w:del")
        gone, words = OxmlElement("w:r"), OxmlElement("w:delText")
        words.text = "删去的字"
        gone.append(words)
        deleted.append(gone)
        run.addprevious(deleted)
        run.addprevious(inserted)
        inserted.append(run)
    document.save(str(file))


def facts(record: Mapping[str, Any], truth: Mapping[str, Any]) -> Facts:
    """What a record says, each with the way to it in names; problems answered by their text."""
    said = {k: v for k, v in record.items() if k not in _IF_TOLD or k in truth}
    return Counter(_facts(said, (), _problems(record)))


def _problems(item: Mapping[str, Any]) -> dict[str, str]:
    found = item.get("问题", [])
    return {one.get("编号") or f"w{n}": one["内容"] for n, one in enumerate(found, 1)}


def _facts(
    node: Any, at: tuple[str, ...], problems: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    match node:
        case dict():
            here = _problems(node) or problems
            for key, value in node.items():
                if key == "对应问题":
                    yield from ((*at, key, here.get(one, one)) for one in value)
                elif key not in _NOT_COMPARED:
                    yield from _facts(value, (*at, key), here)
        case list():
            for n, value in enumerate(node):
                yield from _facts(value, (*at, _name(value, n)), problems)
        case _:
            yield (*at, "".join(str(node).split()))


def _name(entry: Any, number: int) -> str:
    named = entry.get("项目", entry) if isinstance(entry, dict) else {}
    name = next((str(named[key]) for key in _NAMED_BY if key in named), str(number))
    return "".join(name.split())


def trees(record: Mapping[str, Any]) -> Any:
    """The score table as a tree of names and points."""
    return [
        (
            "".join(row["名称"].split()),
            row.get("分值"),
            row.get("得分"),
            trees({"指标": row.get("下级", [])}),
        )
        for row in record.get("指标", [])
    ]


@dataclass
class Measure:
    """How near reading came to the truth, over many sources."""

    right: int = 0
    wanted: int = 0
    trees: int = 0
    trees_right: int = 0
    drafts_wrong: int = 0
    """Sources with another number of drafts."""
    invented: int = 0
    """Values that the truth does not have."""

    def take(
        self, found: Sequence[Mapping[str, Any]], right: Sequence[Mapping[str, Any]]
    ) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
        """Count one source; what was lost and what was invented."""
        lost, extra = list[tuple[str, ...]](), list[tuple[str, ...]]()
        self.drafts_wrong += len(found) != len(right)
        for n in range(max(len(found), len(right))):
            truth = right[n] if n < len(right) else {}
            record = found[n] if n < len(found) else {}
            wanted, read = facts(truth, truth), facts(record, truth)
            self.right += (wanted & read).total()
            self.wanted += wanted.total()
            self.invented += (read - wanted).total()
            lost += (wanted - read).elements()
            extra += (read - wanted).elements()
            if truth.get("指标"):
                self.trees += 1
                self.trees_right += trees(truth) == trees(record)
        return lost, extra
