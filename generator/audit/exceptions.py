"""What a record's own exceptions accept, and what is wrong with the exceptions themselves.

An exception speaks of a rule; of one place if it names a field, of one content if it names a value.
Personal data and marks of secrecy are accepted place by place only: there an exception is a waiver,
and one that lacks a part accepts nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from generator.audit.calendar import is_absurd, is_beyond
from generator.audit.rulebook import Rulebook
from generator.audit.waivers import waiver_line
from generator.diagnostics import Diagnostic, Severity
from generator.intake.records import Record
from generator.model.documents import ExceptionAccepted
from generator.model.evaluation import Evaluation
from generator.privacy.numbers import masked
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary
from generator.source import dotted, undotted
from generator.values.lookalikes import as_typed, told
from generator.values.text import nearest, shown

WAIVED_SINGLY = frozenset({"personal-data", "secrecy-mark"})
"""Rules whose results reach the public only where a waiver names place and content."""
NEVER_ACCEPTED = frozenset({"openness-contradicts-status"})
"""Rules that no exception accepts: a record that is published and not for the public is mended."""
INVALID = frozenset({"unknown-rule", "unknown-place", "waiver-incomplete"})
"""Faults of an exception itself, which stop a build: somebody believes that it does something."""
_NOBODY = frozenset({"", "无", "某", "某人", "某岗位", "岗位", "本岗位", "待定", "X", "XX"})
"""What stands for a post where nobody thought of one."""


def latest_date(records: Iterable[Record]) -> date:
    """The last day that a site knows of: the dates of its reports, and when a year is evaluated.

    A year is evaluated in the one after it. Dates are held against this day, never against a clock;
    days that no report can bear are not known of.
    """
    days, every = [date.min], tuple(records)
    newest = max((record.year for record in every), default=0)
    for record in every:
        head = record.head
        own = (head.issued, head.approved, head.published)
        days += [day for day in own if day and not _is_implausible(day, record.year, newest)]
        days.append(date(min(record.year + 1, date.max.year), 12, 31))
    return max(days)


def _is_implausible(day: date, year: int, newest: int) -> bool:
    return is_absurd(day, year) or is_beyond(day, newest)


def accepting(record: Record, fault: Diagnostic) -> ExceptionAccepted | None:
    """The exception of a record that speaks of a result, its place and its content."""
    return next((e for e in record.evaluation.exceptions if _meets(e, fault)), None)


def excepted(
    record: Record, found: Sequence[Diagnostic], latest: date, book: Rulebook
) -> Iterator[Diagnostic]:
    """Mark what the record accepts; say which exceptions name, lack or meet what they should not.

    `latest` is the last day that the site knows of, `latest_date`.
    """
    if not record.head.waived:
        yield from found
        return
    exceptions = _Exceptions(record, found, max(latest, latest_date([record])), book)
    for fault in found:
        accepted = exceptions.accept(fault)
        yield replace(fault, accepted=True) if accepted else fault
    yield from exceptions.faults()


@cache
def english_field(field: str) -> str:
    """The English path of a field that an exception names in either language; "" if none is so."""
    terms, typed = vocabulary(Evaluation), undotted(field)
    for language in Language:
        path = tuple(terms.english(typed, language))
        try:
            terms.term(path)
        except (KeyError, ValueError):
            continue
        return dotted(path)
    return ""


def _meets(exception: ExceptionAccepted, fault: Diagnostic) -> bool:
    """Whether an exception is about this very result, whatever else it may lack."""
    return _is_at(exception, fault) and exception.value in (None, fault.found)


def _is_at(exception: ExceptionAccepted, fault: Diagnostic) -> bool:
    """Whether it is about the rule and, if it names one, the place of this result."""
    return exception.rule == fault.rule and (
        exception.field is None or english_field(exception.field) == fault.field
    )


@dataclass(frozen=True, slots=True)
class _Exceptions:
    """The exceptions of one record, held against what was found in it."""

    record: Record
    found: Sequence[Diagnostic]
    latest: date
    book: Rulebook

    def accept(self, fault: Diagnostic) -> bool:
        return any(
            fault.rule not in NEVER_ACCEPTED
            and _meets(exception, fault)
            and not self._lack(exception)
            for exception in self.record.evaluation.exceptions
        )

    def faults(self) -> Iterator[Diagnostic]:
        """What is wrong with each, at its place."""
        for n, exception in enumerate(self.record.evaluation.exceptions):
            if self.book.may_hold(exception.rule):
                continue
            if exception.rule in NEVER_ACCEPTED or exception.rule not in self.book.manuals:
                yield self._unknown_rule(n, exception.rule)
            elif exception.field is not None and not english_field(exception.field):
                yield self._unknown_place(n, exception, exception.field)
            elif not any(_meets(exception, fault) for fault in self.found):
                yield self._idle(n, exception)
            elif lack := self._lack(exception):
                yield from self._incomplete(n, exception, lack)

    def _lack(self, exception: ExceptionAccepted) -> str:
        """What a waiver lacks, in a Chinese phrase; an ordinary exception lacks nothing."""
        if exception.rule not in WAIVED_SINGLY:
            return ""
        if exception.field is None or exception.value is None:
            return "没有写明字段和内容"
        if not self._has_post(exception):
            return f"的岗位写的是「{shown(exception.post)}」"
        if not self._is_dated(exception):
            day, year = exception.date, self.record.year
            known = (
                f"早于 {year} 年度" if day.year < year else f"晚于本站所有日期（至 {self.latest}）"
            )
            return f"的日期 {day} {known}"
        return ""

    def _has_post(self, exception: ExceptionAccepted) -> bool:
        return "".join(filter(str.isalnum, exception.post)).upper() not in _NOBODY

    def _is_dated(self, exception: ExceptionAccepted) -> bool:
        return self.record.year <= exception.date.year and exception.date <= self.latest

    def _unknown_rule(self, n: int, rule: str) -> Diagnostic:
        path = ("exceptions", n, "rule")
        if rule in self.book.pages:
            subject = "公开与否" if rule in NEVER_ACCEPTED else "文件本身"
            message = f"「{rule}」说的是{subject}，不能用例外接受"
            return self.record.form.fault(
                "unknown-rule", path, message, "请改正记录，并删去这条例外", found=rule
            )
        guess = self.book.meant(as_typed(rule))
        remedy = f"是否应为「{guess}」？" if guess else "请核对规则名"
        message = f"没有名为「{shown(rule)}」的核对规则{told(rule)}"
        return self.record.form.fault(
            "unknown-rule", path, message, remedy, found=shown(rule), expected=guess
        )

    def _unknown_place(self, n: int, exception: ExceptionAccepted, field: str) -> Diagnostic:
        concerned = [fault.spelt for fault in self.found if fault.rule == exception.rule]
        guess = nearest("".join(field.split()), concerned) or ""
        remedy = f"是否应为「{guess}」？" if guess else "请照提示中的写法填写"
        message = f"例外「{exception.rule}」写的字段「{shown(field)}」不存在"
        return self.record.form.fault(
            "unknown-place", ("exceptions", n, "field"), message, remedy,
            found=shown(field), expected=guess,
        )  # fmt: skip

    def _incomplete(self, n: int, exception: ExceptionAccepted, lack: str) -> Iterator[Diagnostic]:
        """Once for each place that it may have been meant for, with the line to paste."""
        message = f"例外「{exception.rule}」{lack}，不能用于个人信息或密级标志"
        places = [f for f in self.found if _meets(exception, f) and not self.accept(f)]
        if not places or self._is_said_above(n, exception):
            remedy = "请删去这条例外，需要的另有例外逐处写明" if places else "请删去这条例外"
            yield self.record.form.fault(
                "waiver-incomplete", ("exceptions", n, "rule"), message, remedy
            )
            return
        for fault in places:
            remedy = f"确需公开「{fault.spelt}」的，请写：{self._line(exception, fault)}"
            yield self.record.form.fault(
                "waiver-incomplete", ("exceptions", n, "rule"), message, remedy, found=fault.spelt
            )

    def _is_said_above(self, n: int, exception: ExceptionAccepted) -> bool:
        """Whether an earlier one that names no place has called forth the same lines."""
        earlier = self.record.evaluation.exceptions[:n]
        return any(e.rule == exception.rule and None in (e.field, e.value) for e in earlier)

    def _line(self, exception: ExceptionAccepted, fault: Diagnostic) -> str:
        """The waiver as it should stand in this file; what must be filled in is left blank."""
        return waiver_line(
            self.record.form, fault, reason=exception.reason, value=fault.found,
            post=exception.post if self._has_post(exception) else "",
            day=str(exception.date) if self._is_dated(exception) else "",
        )  # fmt: skip

    def _idle(self, n: int, exception: ExceptionAccepted) -> Diagnostic:
        standing = (fault for fault in self.found if not self.accept(fault))
        there = [fault.found for fault in standing if _is_at(exception, fault)]
        message, remedy = f"例外「{exception.rule}」对应的问题已不存在", "请删去这条例外"
        if exception.value is not None and masked(exception.value) in there:
            message = f"例外「{exception.rule}」写的内容没有隐去中间"
            remedy = f"请改为「{masked(exception.value)}」"
        elif there and exception.value is not None:
            message = (
                f"例外「{exception.rule}」写的内容「{exception.value}」与现在的「{there[0]}」不同"
            )
            remedy = "请核对新的内容，仍可接受的改写例外，否则删去"
        return self.record.form.fault(
            "exception-not-needed", ("exceptions", n, "rule"), message, remedy,
            found=exception.value or "", expected="、".join(there) if exception.value else "",
            severity=Severity.WARNING,
        )  # fmt: skip
