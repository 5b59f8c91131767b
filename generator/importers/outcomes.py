"""What became of each source of a folder, as a table to take along."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from enum import Enum
from typing import Any

from generator.tables import Column, Table

_SEPARATOR = "\n"


class State(Enum):
    """How far an import came."""

    RECOGNISED = "已识别"
    DOUBTFUL = "有待定"
    NOTHING = "没有草稿"
    FAILED = "读不了"
    CHANGED = "原件改了"
    """Since its drafts were written, and nobody asked to take that over."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One source."""

    source: str
    """Its path below the folder."""
    digest: str
    """SHA-256; empty where it could not be read."""
    state: str
    """The words of a `State`."""
    drafts: tuple[str, ...] = ()
    """Their paths below the folder of drafts, without suffix."""
    values: int = 0
    open: int = 0
    missing: int = 0
    unplaced: int = 0
    errors: int = 0
    warnings: int = 0
    pages: int | None = None
    """Of a PDF, those that hold text."""
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, data: Any) -> "Outcome | None":
        """What `plain` gave; None for what is no such thing."""
        try:
            known = {one.name for one in fields(cls)}
            held = {key: value for key, value in dict(data).items() if key in known}
            lists = {key: tuple(held.get(key, ())) for key in ("drafts", "notes")}
            found = cls(**{**held, **lists})
            return found if isinstance(found.source, str) else None
        except (TypeError, ValueError):
            return None

    @property
    def plain(self) -> Mapping[str, Any]:
        """As data of a file."""
        return asdict(self)


_COLUMNS: tuple[Column[Outcome], ...] = (
    Column("source", "原件", "原件在文件夹里的位置", lambda one: one.source, width=40),
    Column(
        "state", "结果", "已识别：草稿没有待定的地方；有待定：有要人判断或补填的地方；"
        "没有草稿：空白表，或不是绩效文件；读不了：原因见说明；原件改了：加 --again 再导入",
        lambda one: one.state, width=10,
    ),
    Column("drafts", "草稿数", "写出了几份草稿", lambda one: len(one.drafts), "份", 8),
    Column(
        "places", "草稿", "草稿在草稿文件夹里的位置",
        lambda one: _SEPARATOR.join(f"{path}.yml" for path in one.drafts), width=44,
    ),
    Column("values", "填入", "填入草稿的内容", lambda one: one.values, "项", 8),
    Column("open", "待定", "读得出两种意思、没有填入的地方", lambda one: one.open, "处", 8),
    Column("missing", "还缺", "必填而原件没有的内容", lambda one: one.missing, "处", 8),
    Column("unplaced", "没有归位", "没有写进草稿的原文", lambda one: one.unplaced, "处", 8),
    Column("errors", "错误", "草稿核对出的错误", lambda one: one.errors, "处", 8),
    Column("warnings", "警告", "草稿核对出的警告", lambda one: one.warnings, "处", 8),
    Column("pages", "页数", "PDF 有文字的页数", lambda one: one.pages, "页", 8),
    Column("notes", "说明", "读不了的原因和要知道的事",
           lambda one: _SEPARATOR.join(one.notes), width=60),
)  # fmt: skip


def table(outcomes: Sequence[Outcome]) -> Table[Outcome]:
    """A row for each source."""
    return Table("导入结果", _COLUMNS, outcomes)
