"""When a criterion speaks: conditions in plain words, all of which must be met."""

import re
from collections.abc import Iterator
from typing import Annotated

from generator.schema.fields import Flag, Model, Pattern, QuotedSum, Whole, label
from generator.schema.vocabulary import vocabulary
from generator.values import patterns

_FIGURE = re.compile("[0-9０-９〇零一二两三四五六七八九十百千万亿半]")


class Condition(Model):
    """What is asked of a text, of the rows around it and of the whole table."""

    blank: Annotated[Flag, label("为空", "没有填写")] = False
    contains: Annotated[tuple[str, ...], label("含有", "含有其中一个词", example="及时")] = ()
    lacks: Annotated[tuple[str, ...], label("不含", "这些词一个也没有")] = ()
    begins: Annotated[tuple[str, ...], label("开头是", "以其中一个词开头")] = ()
    ends: Annotated[tuple[str, ...], label("结尾是", "以其中一个词结尾")] = ()
    longer_than: Annotated[
        Whole | None, label("长于", "超过这个字数，空格不计", unit="字", bounds=(1, 100_000))
    ] = None
    without_figure: Annotated[Flag, label("没有数字", "没有数字，汉字的数字也没有")] = False
    matches: Annotated[
        Pattern | None, label("符合样式", "有一处符合这个正则表达式（RE2 的写法）")
    ] = None
    mismatches: Annotated[
        Pattern | None, label("不符合样式", "没有一处符合这个正则表达式（RE2 的写法）")
    ] = None
    same_as: Annotated[str | None, label("与字段相同", "与同一行或同一文件的另一栏相同")] = None
    repeated: Annotated[Flag, label("重复", "与前面一行的这一栏相同")] = False
    groups_missing: Annotated[
        tuple[str, ...], label("缺少分组", "指标表里没有其中一组，如 数量指标")
    ] = ()
    fewer_rows_than: Annotated[
        Whole | None,
        label("行数少于", "指标少于这个行数，不适用的不计", unit="行", bounds=(1, 1_000)),
    ] = None
    funds_at_least: Annotated[
        QuotedSum | None, label("资金不少于", "预算达到这个金额，写明单位，如 500万元")
    ] = None

    @property
    def asks_text(self) -> bool:
        """Whether anything is asked of a text."""
        return self.blank or self.asks_filled

    @property
    def asks_filled(self) -> bool:
        """Whether anything is asked of a text that is there."""
        return self.seeks or bool(
            self.lacks or self.longer_than or self.without_figure or self.mismatches
            or self.same_as or self.repeated
        )  # fmt: skip

    @property
    def seeks(self) -> bool:
        """Whether it looks for something that stands in a text, rather than for what does not."""
        return bool(self.contains or self.begins or self.ends or self.matches)

    @property
    def asks_table(self) -> bool:
        """Whether anything is asked of the rows as a whole, or of the money."""
        return bool(self.groups_missing or self.fewer_rows_than or self.funds_at_least)

    def is_met_by(self, text: str) -> bool:
        """Whether a text is so, whatever stands beside it; nothing but 为空 speaks of none."""
        if not text.strip():
            return self.blank
        return not self.blank and all(self._answers(text))

    def _answers(self, text: str) -> Iterator[bool]:
        if self.contains:
            yield any(word in text for word in self.contains)
        if self.lacks:
            yield not any(word in text for word in self.lacks)
        if self.begins:
            yield text.startswith(self.begins)
        if self.ends:
            yield text.endswith(self.ends)
        if self.longer_than is not None:
            yield len("".join(text.split())) > self.longer_than
        if self.without_figure:
            yield not _FIGURE.search(text)
        if self.matches is not None:
            yield patterns.is_found(self.matches, text)
        if self.mismatches is not None:
            yield not patterns.is_found(self.mismatches, text)

    @property
    def said(self) -> str:
        """All conditions as a manual page says them."""
        return "，且".join(self._said())

    def _said(self) -> Iterator[str]:
        for term in vocabulary(type(self)).terms.values():
            value = getattr(self, term.name)
            if value is True:
                yield term.label
            elif isinstance(value, tuple) and value:
                yield f"{term.label} {'、'.join(value)}"
            elif value:
                yield f"{term.label} {value}{term.unit}"
