"""What forms call the fields of a record: the declared names, and how departments print them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from generator.binding.opening import open_form
from generator.importers.formed_names import formed
from generator.importers.part import Part
from generator.model.columns import Column, Position
from generator.model.findings import Rectification
from generator.model.fund_rows import FundAmounts
from generator.model.indicators import Indicator
from generator.model.labels import BUILT_IN_LABELS, LabelFile
from generator.model.outcome import Objective
from generator.schema.fields import Model
from generator.schema.vocabulary import vocabulary
from generator.values.names import folded

_PARTS = {part.label: part for part in Part}


class Said(NamedTuple):
    """A name as a form prints it, taken apart."""

    bare: str
    """Without brackets, numbers before it, signs of letters and the months it is of."""
    within: tuple[str, ...]
    """What stood in the brackets: a unit, points, a formula."""


_BRACKETS = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]{0,60})[)\]】〕]")
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])")
_MONTHS = re.compile(r"(?:截[至止])?(?:\d{4}年)?(?:1[-—–~至到]?)?(?:\d{1,2}|n|x)月(?:底|末|份)?")
_LETTERS = re.compile(r"[a-z](?:[/÷=×*+-][a-z0-9%]{1,4}){0,4}$")
_MARKS = re.compile(r"(?<![:：*★☆△▲#、，,。.])[:：*★☆△▲#、，,。.]++$|^[*★☆△▲#]+")
_LONGEST = 40


def said(text: str) -> Said:
    """A name taken apart; what is too long to be one stays whole."""
    plain = folded(text)
    within = tuple(_BRACKETS.findall(plain))
    if len(plain) > _LONGEST * 2:
        return Said(plain, within)
    bare = _NUMBER.sub("", _BRACKETS.sub("", plain))
    bare = _MARKS.sub("", bare)
    without = _MONTHS.sub("月", bare, count=1) if "月" in bare else bare
    return Said(_LETTERS.sub("", without) or bare, within)


@dataclass(frozen=True, slots=True)
class Labels:
    """All names by part; declared columns are read as extra ones."""

    _fields: Mapping[Part, Mapping[str, str]]

    @classmethod
    def of(cls, columns: Iterable[Column]) -> "Labels":
        """Those of the program, with the columns that a site declares."""
        fields = {part: dict(names) for part, names in _built_in().items()}
        for column in columns:
            part = _OF_POSITION[column.position]
            name = f"extra.{column.name}"
            if column.position is Position.PROJECT:
                name = f"project.{name}"
            fields[part].setdefault(folded(column.name), name)
        return cls(fields)

    def field(self, part: Part, text: str) -> str | None:
        """The field of a part that a text names."""
        names = self._fields[part]
        bare = said(text).bare
        found = names.get(folded(text).strip(":")) or names.get(bare)
        if found is None and part in _COLUMNS and (prefix := _PREFIX.match(bare)):
            found = names.get(bare[prefix.end() :])
        if found is None and part in _OF_PROBLEMS and (prefix := _FOUND.match(bare)):
            found = names.get(bare[prefix.end() :])
        if found is None and part in _COLUMNS and (joined := _JOINED.search(bare)):
            # Of reasons and measures in one column the first named is what it is read as.
            first = names.get(bare[: joined.start()])
            found = first if first in _TEXTS else None
        is_known = any(bare in names for names in self._fields.values())
        is_title = bare in self._fields[Part.BLOCK]
        if found is None and not is_title and (part in _COLUMNS or not is_known):
            found = formed(part, bare)
        if found is None and part is Part.ITEMS and not is_known:
            found = _of_one(bare)
        if (
            found == "score"
            and part is Part.INDICATORS
            and _OF_HUNDRED.search("".join(said(text).within))
        ):
            return "score_rate"
        return found

    def column(self, part: Part, text: str) -> str | None:
        """The same for a column of a head that is known to be of the part."""
        return self.field(part, text) or formed(part, said(text).bare)

    def words(self, part: Part) -> Mapping[str, str]:
        """Every name of a part with its field."""
        return self._fields[part]

    def is_any(self, text: str) -> bool:
        """Whether a text is a name of any part."""
        return any(self.field(part, text) for part in _NAMING)

    def is_column(self, text: str) -> bool:
        """Whether a text is a name of any part, or of a column of any list."""
        return self.is_any(text) or any(self.field(part, text) for part in _OF_LISTS)


_OF_LISTS = (Part.ITEMS, Part.RECTIFICATION, Part.PROBLEMS, Part.SURVEYS)
_OF_HUNDRED = re.compile("百分制|100分")
"""What says in brackets that points are told of a hundred, whatever a row is worth."""
_OF_POSITION = {
    Position.PROJECT: Part.HEAD,
    Position.FUNDS: Part.FUNDS,
    Position.INDICATORS: Part.INDICATORS,
    Position.RECTIFICATION: Part.RECTIFICATION,
}
_NAMING = (
    Part.HEAD, Part.OBJECTIVE, Part.INDICATORS, Part.FUNDS, Part.PERSONS, Part.BLOCK,
    Part.FUND_TOTAL,
)  # fmt: skip
_DECLARED: Mapping[Part, type[Model]] = {
    Part.OBJECTIVE: Objective,
    Part.INDICATORS: Indicator,
    Part.FUNDS: FundAmounts,
    Part.RECTIFICATION: Rectification,
}
_COLUMNS = frozenset((Part.OBJECTIVE, Part.INDICATORS, Part.FUNDS))
_PREFIX = re.compile(
    "本年度|本年|当年|年度|全年|本项目|项目(?!支出$)|绩效|截至目前|截止目前|单位自评|自评"
)
"""What may stand before the name of a column and says what goes without saying."""
_OF_PROBLEMS = frozenset((Part.RECTIFICATION, Part.PROBLEMS, Part.ITEMS))
_FOUND = re.compile(
    "(?:绩效)?(?:自评|评价|复核|审计|检查|监督|评审|审核|抽查)?中?所?(?:发现|指出|反馈|提出)的?(?:主要|具体)?"
)
"""What may stand before 问题 and says who found it."""
_JOINED = re.compile("及其|以及|[及和与、/]")
_TEXTS = frozenset((
    "deviation_reason", "corrective_action", "scoring_rule", "explanation", "score_note", "note",
))  # fmt: skip
"""Columns of running text, which forms may print two of in one."""
_NO_COLUMNS = frozenset(("name", "children", "extra", "counting", "findings"))


@cache
def _built_in() -> Mapping[Part, Mapping[str, str]]:
    """The names that the models declare, then those of the file; of two the file's."""
    fields: dict[Part, dict[str, str]] = {part: {} for part in Part}
    for part, model in _DECLARED.items():
        for term in vocabulary(model).terms.values():
            if term.name not in _NO_COLUMNS:
                fields[part][folded(term.label)] = term.name
    read = open_form(BUILT_IN_LABELS, BUILT_IN_LABELS.parent, LabelFile).value
    for named in read.labels if read else ():
        fields[_PARTS[named.part]].update({folded(name): named.field for name in named.names})
    # A list of projects has in columns what the form of one project has beside names.
    for name, field in fields[Part.HEAD].items():
        if field.startswith(_OF_ONE):
            fields[Part.ITEMS].setdefault(name, field)
    for name, field in fields[Part.FUNDS].items():
        if field in _AMOUNTS:
            fields[Part.ITEMS].setdefault(name, f"funds.{field}")
        if field == _PLACE:
            fields[Part.ITEMS].setdefault(name, field)
    return fields


def _of_one(name: str) -> str | None:
    """The field of a list's column by a name that the form of one project would have."""
    amount, field = formed(Part.FUNDS, name), formed(Part.HEAD, name)
    if amount in _AMOUNTS:
        return f"funds.{amount}"
    return field if field is not None and field.startswith(_OF_ONE) else None


_PLACE = "place.place"
_OF_ONE = (
    "findings", "recommendations", "uses", "project.unit", "project.code", "bodies.主管部门",
    "bodies.申报部门",
    "evaluator", "result.total", "result.review_total", "result.grade", "result.amount_advised",
)  # fmt: skip
"""Fields of a project's own form that a list of projects may have columns for."""
_AMOUNTS = frozenset((
    "initial_budget", "adjusted_budget", "received", "spent", "forecast_spent", "balance",
    "issued", "rate",
))  # fmt: skip
