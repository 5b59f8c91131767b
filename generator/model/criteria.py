"""What a bureau's reviewers look for in forms, as data: their own list, renewed every year.

A site's list is `content/criteria.yml`. Sets that others may take over lie in `criteria/*.yml`
beside this module; each is off until a site names it (启用).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from generator.diagnostics import Severity
from generator.model.conditions import Condition
from generator.model.evaluation import Evaluation
from generator.model.indicators import Indicator
from generator.schema.fields import Flag, Model, Slug, Whole, label
from generator.schema.languages import Language
from generator.schema.vocabulary import Term, vocabulary
from generator.values.choices import Choice

BUILT_IN_CRITERIA = Path(__file__).parent / "criteria"


class Gravity(Choice):
    """How much weighs what a criterion finds."""

    ERROR = "error", "错误"
    WARNING = "warning", "警告"
    HINT = "hint", "提示"


class Way(Choice):
    """Who judges."""

    AUTOMATIC = "automatic", "自动"
    BY_HAND = "by_hand", "人工"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a criterion looks, in English names: a text of each row, or one of the document."""

    path: tuple[str, ...]
    of_rows: bool = False


class Criterion(Model):
    """One thing to look for."""

    id: Annotated[Slug, label("编号", "英文编号；规则名是 criterion-编号")]
    title: Annotated[
        str, label("标题", "一句话说明找的是什么", example="满意度指标没有写明调查对象")
    ]
    kinds: Annotated[
        tuple[str, ...], label("适用", "哪几类文件，不填则各类都查", words="kinds")
    ] = ()
    groups: Annotated[
        tuple[str, ...], label("指标", "只看这些指标下面的行，如 时效指标；不填则看全部")
    ] = ()
    field: Annotated[
        str | None,
        label("字段", "看哪一栏：指标表的，如 指标值；或文件的，如 绩效目标.预期目标"),
    ] = None
    condition: Annotated[Condition, label("条件", "怎样算有问题；写几项的，须同时符合")] = (
        Condition()
    )
    problem: Annotated[
        str,
        label(
            "问题",
            "结果中怎样说这个问题；方式为人工时，请人回答什么",
            example="满意度指标没有写明向谁调查",
        ),
    ]
    advice: Annotated[str, label("建议", "结果中建议怎样修改", example="写明调查对象和方式")]
    source: Annotated[str, label("依据", "出自哪个办法或清单", example="本局绩效目标审核清单")]
    gravity: Annotated[Gravity, label("级别", "错误、警告或提示")] = Gravity.HINT
    public: Annotated[Flag, label("公开", "错误和警告是否显示在公开页面")] = False
    way: Annotated[Way, label("方式", "自动判断，或由人判断（只把问题列入结果）")] = Way.AUTOMATIC

    @property
    def severity(self) -> Severity:
        return Severity(self.gravity.value)

    @property
    def cell(self) -> Cell | None:
        """Where it looks; None where no field is named, or none that there is."""
        return cell_named(self.field) if self.field is not None else None

    def is_about(self, kind: str) -> bool:
        return not self.kinds or kind in self.kinds


class Criteria(Model):
    """criteria.yml: a bureau's own criteria, and the sets it takes over."""

    format: Annotated[Whole, label("格式", "文件格式的版本，现为 2", example="2")]
    enabled: Annotated[
        tuple[str, ...], label("启用", "程序所带的要点，按名称", words="criteria")
    ] = ()
    criteria: Annotated[tuple[Criterion, ...], label("要点", "本单位的审核要点，每条一项")] = ()


class CriteriaSet(Model):
    """Criteria that a site may take over as they are."""

    format: Annotated[Whole, label("格式", "文件格式的版本，现为 2")]
    id: Annotated[Slug, label("编号", "英文编号，与文件名一致")]
    name: Annotated[str, label("名称", "启用时填写的名称")]
    description: Annotated[str, label("说明", "这些要点找的是什么")]
    criteria: Annotated[tuple[Criterion, ...], label("要点", "每条一项")]


@cache
def cell_named(typed: str) -> Cell | None:
    """The text that is meant by a field as somebody typed it, in either language; None for none.

    A single word is looked for among the columns of the table of indicators first.
    """
    parts = tuple(part.strip() for part in typed.split("."))
    for language in Language:
        rows = vocabulary(Evaluation).terms["indicators"].key(language)
        in_row = parts[1:] if parts[0] == rows else parts
        path = _path(Indicator, in_row, language)
        if path is not None:
            return Cell(path, of_rows=True)
        path = _path(Evaluation, parts, language)
        if path is not None:
            return Cell(path)
    return None


_NEVER = frozenset({"indicators", "children", "items", "exceptions"})
"""Lists that are looked through row by row, or item by item, or are about the results."""


def cells(language: Language) -> Iterator[str]:
    """How a file of a language names the texts of a row, then those of the document."""
    for term in vocabulary(Indicator).terms.values():
        if _is_text(term):
            yield term.key(language)
    for block in vocabulary(Evaluation).terms.values():
        if _is_text(block) or _is_prose(block):
            yield block.key(language)
        elif block.model is not None:
            for term in vocabulary(block.model).terms.values():
                if _is_text(term):
                    yield f"{block.key(language)}.{term.key(language)}"


def _path(model: type[Model], parts: tuple[str, ...], language: Language) -> tuple[str, ...] | None:
    """The English path of a text below a model; a list of blocks is all the texts in it."""
    if not parts:
        return None
    term = vocabulary(model).by_key[language].get(parts[0])
    if term is None:
        return None
    further = parts[1:]
    if not further:
        return (term.name,) if _is_text(term) or _is_prose(term) else None
    if term.columns:
        return (term.name, *further) if len(further) == 1 else None
    if term.model is None or term.many:
        return None
    below = _path(term.model, further, language)
    return None if below is None else (term.name, *below)


def _is_text(term: Term) -> bool:
    return term.prose and not term.many and not term.listed


def _is_prose(term: Term) -> bool:
    """Whether it is a list of blocks whose texts are searched together."""
    return term.many and term.model is not None and term.name not in _NEVER
