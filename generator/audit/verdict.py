"""What becomes of results: what a record's exceptions accept, what stops a build."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator import source
from generator.audit.registry import names
from generator.binding.filling import dotted, undotted
from generator.diagnostics import Diagnostic, Severity
from generator.intake.records import Record
from generator.model.evaluation import ExceptionAccepted
from generator.model.publisher import Policy, Suspicion
from generator.source import Layout
from generator.values.lookalikes import as_typed, told
from generator.values.text import nearest

ALWAYS_STOPS = frozenset({"personal-data", "secrecy-mark"})
"""Rules whose results never reach the public unless the record waives them one by one."""
SUSPECTED = "personal-data-suspected"
"""What may be quite ordinary: the publisher's policy says what it does."""
NOT_PUBLIC = ALWAYS_STOPS | {SUSPECTED}
"""Rules whose results no public page repeats."""
_INVALID = frozenset({"unknown-rule", "waiver-incomplete"})
"""Faults of an exception itself."""
_NO_POST = frozenset({"无", "-", "—", "/", "X", "XX", "某", "某岗位", "岗位"})
_LATER = 3
"""Years after the last fiscal year of a site in which somebody may still accept a result."""
STOPPABLE = {
    word: severity
    for severity in (Severity.ERROR, Severity.WARNING)
    for word in (severity.label, severity.value)
}
"""The gravities that a policy may name, by their words in either language; a hint stops nothing."""


def excepted(
    record: Record, found: tuple[Diagnostic, ...], newest: int | None = None
) -> Iterator[Diagnostic]:
    """Mark what the record accepts; report exceptions that name no rule, lack a part, meet nothing.

    `newest` is the last fiscal year of the site: dates are held against it, never against a clock.
    """
    exceptions = record.evaluation.exceptions
    last = max(newest or record.year, record.year) + _LATER
    for fault in found:
        yield replace(fault, accepted=any(_accepts(e, fault, record, last) for e in exceptions))
    known = set(names())
    for n, exception in enumerate(exceptions):
        path = ("exceptions", n, "rule")
        rule = exception.rule
        concerned = [fault for fault in found if fault.rule == rule]
        if rule not in known:
            guess = nearest(as_typed(rule), known)
            remedy = f"是否应为「{guess}」？" if guess else "请核对规则名"
            yield record.form.fault(
                "unknown-rule", path, f"没有名为「{rule}」的核对规则{told(rule)}", remedy,
                found=rule, expected=guess or "",
            )  # fmt: skip
        elif not any(_concerns(exception, fault, record) for fault in concerned):
            yield record.form.fault(
                "exception-not-needed", path,
                f"例外「{rule}」对应的问题已不存在", "请删去这条例外",
                severity=Severity.WARNING,
            )  # fmt: skip
        elif rule in ALWAYS_STOPS and (lack := _lack(exception, last)):
            lines = "；".join(
                _line(fault, record)
                for fault in concerned
                if not any(_accepts(other, fault, record, last) for other in exceptions)
            )
            yield record.form.fault(
                "waiver-incomplete", path,
                f"例外「{rule}」{lack}，不能用于个人信息或密级标志",
                f"确需公开的，逐处写明：{lines}" if lines else "请补全这条例外",
            )  # fmt: skip


def _concerns(exception: ExceptionAccepted, fault: Diagnostic, record: Record) -> bool:
    """Whether an exception speaks of this result: of its rule and, if it names one, its place."""
    if exception.rule != fault.rule:
        return False
    places = (fault.field, _spelt(fault, record))
    return exception.field is None or exception.field.replace(" ", "") in places


def _accepts(exception: ExceptionAccepted, fault: Diagnostic, record: Record, last: int) -> bool:
    """Personal data and secrecy marks are accepted at one place, with one content, only."""
    if not _concerns(exception, fault, record):
        return False
    if fault.rule in ALWAYS_STOPS:
        return not _lack(exception, last) and exception.value == fault.found
    return exception.value is None or exception.value == fault.found


def _lack(exception: ExceptionAccepted, last: int) -> str:
    """What a waiver for personal data or a secrecy mark lacks, in a Chinese phrase."""
    if exception.field is None or exception.value is None:
        return "没有写明字段和内容"
    if exception.post.strip() in _NO_POST:
        return f"的岗位写的是「{exception.post}」"
    if not _is_plausible(exception.date, last):
        return f"的日期 {exception.date} 不合理"
    return ""


def _is_plausible(day: date, last: int) -> bool:
    return _FIRST <= day.year <= last


_FIRST = 2008
"""The year in which 政府信息公开条例 came into force: nobody waived anything before."""


def _spelt(fault: Diagnostic, record: Record) -> str:
    """The field of a result as the record's own language spells it."""
    return dotted(record.form.typed(undotted(fault.field)))


def _line(fault: Diagnostic, record: Record) -> str:
    """The exception to paste, with the record's own keys, on one line."""
    parts = {
        "rule": fault.rule, "field": _spelt(fault, record), "value": fault.found,
        "reason": "为什么可以公开", "post": "确认人的岗位", "date": "确认日期",
    }  # fmt: skip
    typed = {
        str(record.form.typed(("exceptions", 0, key))[-1]): text for key, text in parts.items()
    }
    return (
        source.write({"": [dict(typed)]}, Layout(inline=frozenset({("", 0)})))
        .splitlines()[1]
        .strip()
    )


def weighed(policy: Policy, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Results with the gravity that the publisher gives to what may point at a person."""
    hint = policy.suspected is Suspicion.HINT
    severity = Severity.HINT if hint else Severity.WARNING
    return tuple(
        replace(fault, severity=severity) if fault.rule == SUSPECTED else fault for fault in found
    )


def stopping(policy: Policy, results: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those results that must stop a build under this policy."""
    chosen = set(policy.stops)
    gravities = {STOPPABLE[word] for word in chosen if word in STOPPABLE}
    always = ALWAYS_STOPS | _INVALID
    if policy.suspected is Suspicion.STOP:
        always |= {SUSPECTED}
    return tuple(
        fault
        for fault in results
        if not fault.accepted
        and (fault.rule in always or fault.rule in chosen or fault.severity in gravities)
    )
