"""Names that forms make up of known words: `财政复核评分值`, `调整后部门预算金额`.

`labels.yml` lists names as whole words; whoever prints a form joins the same words in other ways.
A name is read here only where each of its signs belongs to a known word.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated

from generator.binding.opening import open_form
from generator.importers.part import Part
from generator.schema.fields import Model, Whole, label
from generator.values.patterns import is_found

_FILE = Path(__file__).parent / "formed_names.yml"
_LONGEST = 24


class Words(Model):
    """Words that stand for one another in names."""

    name: Annotated[str, label("名", "式里尖括号中的名")]
    note: Annotated[str, label("说明", "是些什么词")]
    words: Annotated[str, label("词", "用竖线隔开")]


class Form(Model):
    """How the names of one field are made up."""

    part: Annotated[Part, label("部分", "在表格的哪一部分")]
    field: Annotated[str, label("字段", "填入的字段，英文路径")]
    pattern: Annotated[str, label("式", "怎样拼，正则表达式")]


class FormFile(Model):
    """formed_names.yml."""

    format: Annotated[Whole, label("格式", "文件格式的版本，现为 1")]
    words: Annotated[tuple[Words, ...], label("词", "式里用到的词")]
    forms: Annotated[tuple[Form, ...], label("构词", "每个字段一项，先写的先试")]


@lru_cache(maxsize=4096)  # a table asks for the same names again and again
def formed(part: Part, name: str) -> str | None:
    """The field of a part that a folded name is formed for; None where no words make it up."""
    if not 2 <= len(name) <= _LONGEST:  # noqa: PLR2004 -- one sign names nothing
        return None
    if not is_found(_any().get(part, _NEVER), name):
        return None  # as of nearly all texts; one look tells it
    return next((f for f, form in _forms().get(part, ()) if is_found(form, name)), None)


_NEVER = r"\z\A."


@cache
def _any() -> Mapping[Part, str]:
    """By part how the names of any of its fields are formed."""
    return {part: "|".join(form for _, form in forms) for part, forms in _forms().items()}


@cache
def _forms() -> Mapping[Part, Sequence[tuple[str, str]]]:
    """By part the fields, each with how its whole name is formed."""
    read = open_form(_FILE, _FILE.parent, FormFile).value
    found: dict[Part, list[tuple[str, str]]] = {}
    for form in read.forms if read else ():
        pattern = form.pattern
        for one in read.words if read else ():
            pattern = pattern.replace(f"<{one.name}>", f"(?:{one.words})")
        found.setdefault(form.part, []).append((form.field, rf"\A(?:{pattern})\z"))
    return found
