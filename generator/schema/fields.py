"""The one declaration of a field: type, Chinese label, English name, unit, description.

The attribute's name is the English name. Everything that names fields (the reader of YAML files,
messages, the JSON Schema, the data dictionary) derives from what is declared here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from generator.values.choices import Choice, ticked
from generator.values.money import Quoted
from generator.values.notations import (
    COLOUR_NOTATION,
    DAY_NOTATION,
    MONEY_NOTATION,
    NUMBER_NOTATION,
    PATTERN_NOTATION,
    PERCENT_NOTATION,
    SHARE_NOTATION,
    SLUG_NOTATION,
    SUM_NOTATION,
    URL_NOTATION,
    WHOLE_NOTATION,
    Notation,
    UnreadableError,
)
from generator.values.text import shown


class Model(BaseModel):
    """Something declared by its fields; frozen, nothing beyond what is declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def model_post_init(self, _: Any) -> None:
        """Share the set of fields that were given: whole tables of rows give the same ones."""
        given = frozenset(self.__pydantic_fields_set__)
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(given, given))

    def __copy__(self) -> Self:
        """What was worked out from the fields stays behind, since a copy may have others."""
        copied = super().__copy__()
        for name in vars(copied).keys() - type(self).model_fields.keys():
            del vars(copied)[name]
        object.__setattr__(copied, "__pydantic_fields_set__", set(self.__pydantic_fields_set__))
        return copied


before_validation = model_validator(mode="before")
"""Marks the class method that completes plain data, in English names, before it is validated."""

_GIVEN: dict[frozenset[str], frozenset[str]] = {}


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which numbers a value must lie, both included."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"{self.low} 至 {self.high}"


def label(
    chinese: str, description: str, *, unit: str = "", bounds: tuple[int, int] | None = None,
    words: str = "", columns: str = "", inherited: bool = False, example: str = "",
) -> Any:  # fmt: skip
    """Chinese label, explanation for whoever fills it in, and unit and bounds where it has them.

    `example` shows what may be typed; numbers, dates and words to choose from have one anyway.

    `words` names the list in a `Lexicon` that the value comes from, or may; `columns` the place
    whose declared columns the keys of this field come from.
    """
    low, high = bounds or (None, None)
    return Field(
        title=chinese,
        description=description,
        ge=low,
        le=high,
        json_schema_extra={
            "unit": unit,
            "bounds": list(bounds or ()),
            "words": words,
            "columns": columns,
            "inherited": inherited,
            "example": example,
        },
    )


def label_of(field: FieldInfo) -> str:
    """The Chinese label a field was declared with."""
    return field.title or ""


def unit_of(field: FieldInfo) -> str:
    """The unit a field was declared with, empty for most."""
    return str(_declared(field, "unit") or "")


def words_of(field: FieldInfo) -> str:
    """The list that the values of a field come from, or may; empty for most."""
    return str(_declared(field, "words") or "")


def columns_of(field: FieldInfo) -> str:
    """The place whose columns a field holds, empty for most."""
    return str(_declared(field, "columns") or "")


def is_inherited(field: FieldInfo) -> bool:
    """Whether an inner item may leave the field to the outer one."""
    return bool(_declared(field, "inherited"))


def example_of(field: FieldInfo) -> str:
    """The example a field was declared with, empty for most."""
    return str(_declared(field, "example") or "")


def bounds_of(field: FieldInfo) -> Bounds | None:
    """The bounds a field was declared with."""
    declared = _declared(field, "bounds")
    return Bounds(*map(int, declared)) if declared else None


def _declared(field: FieldInfo, name: str) -> Any:
    extra = field.json_schema_extra
    return extra.get(name) if isinstance(extra, dict) else None


class Answer(Choice):
    """How a file writes a truth value."""

    YES = "true", "是"
    NO = "false", "否"

    @classmethod
    def meant(cls, text: str) -> Self | None:
        """The answer in the words and signs of a form."""
        plain = (ticked(text) or text).strip().casefold()
        answers = ((cls.YES, _YES), (cls.NO, _NO))
        return next((one for one, words in answers if plain in words), None) or super().meant(text)


_YES = frozenset(("yes", "y", "on", "√", "✓", "☑", "对", "是的"))
_NO = frozenset(("no", "n", "off", "×", "✗", "不", "不是"))


def _flag(value: object) -> object:
    return value is Answer.YES if isinstance(value, Answer) else value


def _read_as(notation: Notation) -> BeforeValidator:
    """A text is read by its notation; whatever is no text is left to the type."""

    def read(value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return notation.read(value)
        except UnreadableError as error:
            raise PydanticCustomError(
                error.rule,
                "{found} {expected}",
                {"found": shown(value), "expected": error.expected},
            ) from None

    return BeforeValidator(read)


Number = Annotated[Decimal, _read_as(NUMBER_NOTATION), NUMBER_NOTATION]
"""Points, quantities: any decimal number."""
Share = Annotated[InstanceOf[Decimal], _read_as(SHARE_NOTATION), SHARE_NOTATION]
"""Points or a rate, printed with or without a per-cent sign: `20`, or `20%` as a `Printed`."""
Money = Annotated[Decimal, _read_as(MONEY_NOTATION), MONEY_NOTATION]
"""An amount in the unit its table names; below zero where the form takes something back."""
QuotedSum = Annotated[Quoted, _read_as(SUM_NOTATION), SUM_NOTATION]
"""An amount outside the fund table, with its own unit or in that of the table: `3.6万元`, `40`."""
Url = Annotated[str, _read_as(URL_NOTATION), URL_NOTATION]
"""An address on the web."""
Extra = Mapping[str, str | tuple[str, ...]]
"""Columns that a form adds, by their label, each with a text or several."""
Pattern = Annotated[str, _read_as(PATTERN_NOTATION), PATTERN_NOTATION]
"""A regular expression that no text makes hang."""
Percent = Annotated[Decimal, _read_as(PERCENT_NOTATION), PERCENT_NOTATION]
"""A stated rate, written with its sign: `98.5%` is 98.5."""
Day = Annotated[date, _read_as(DAY_NOTATION), DAY_NOTATION]
"""A calendar day, `2022-07-29` or `2022年7月29日`."""
Flag = Annotated[bool, BeforeValidator(_flag)]
"""是 or 否, in a file one of `Answer`."""
HexColour = Annotated[str, _read_as(COLOUR_NOTATION), COLOUR_NOTATION]
"""A colour, `#1a5fb4`; files write it without the sign, which begins a comment there."""
Slug = Annotated[str, _read_as(SLUG_NOTATION), SLUG_NOTATION]
"""A lower-case ASCII name that may stand in an address."""
Whole = Annotated[int, _read_as(WHOLE_NOTATION), WHOLE_NOTATION]
"""A whole number."""
