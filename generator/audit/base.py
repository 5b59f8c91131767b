"""What every rule is, and what it yields."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from generator.audit.needs import Need
from generator.audit.subject import Subject
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.diagnostics.manual import Manual
from generator.intake.records import Record
from generator.model.publisher import Thresholds
from generator.source import At


class Result(NamedTuple):
    """One thing a rule found: the value that is wrong, both numbers, and what to do."""

    path: At
    """English path of the value."""
    message: str
    """What is wrong, naming the row and both values; no full stop."""
    remedy: str
    found: str = ""
    expected: str = ""
    meant: str = ""
    """What should probably stand there; whoever keeps the record decides."""


class Unjudged(NamedTuple):
    """A part of what a rule looks at that it cannot judge; said in the list of what was checked."""

    reason: str
    """What is missing or has two readings, naming the rows; no full stop."""


@dataclass(frozen=True, slots=True, eq=False)  # each is what it is: looked up by identity
class Rule:
    """A rule over one document or item as it is run, whoever wrote it."""

    page: Manual
    needs: Sequence[Need]
    check: Callable[[Subject], Iterator[Result | Unjudged]]
    is_public: bool = True
    """Whether pages may repeat what it finds, and show its manual page."""

    @property
    def name(self) -> str:
        return self.page.rule


class Check(Protocol):
    """A rule of the program: a module whose docstring is its manual page."""

    __name__: str
    __doc__: str | None
    SEVERITY: Severity

    @property
    def NEEDS(self) -> Sequence[Need]:  # noqa: N802 -- a constant of the module, read only
        """What a document or item must have for the rule to be asked."""
        ...

    def check(self, subject: Subject, /) -> Iterator[Result | Unjudged]:
        """Everything this rule finds in one document or item that has all it needs."""
        ...


class BesideCheck(Protocol):
    """A rule over one document beside those it has to do with.

    These are the documents on its projects before and after it, and those that name it or are
    named by it, at any remove. Whatever else a rule looks at belongs into a `BatchCheck`.
    """

    __name__: str
    __doc__: str | None
    SEVERITY: Severity

    @property
    def NEEDS(self) -> Sequence[Need]:  # noqa: N802 -- a constant of the module, read only
        """What the document must have for the rule to say anything of it."""
        ...

    def check(self, document: Entry, catalog: Catalog, /) -> Iterator[Result]:
        """Everything this rule finds in the document; paths are those of the whole document."""
        ...


class BatchCheck(Protocol):
    """A rule over all records at once: it looks at their entries and heads, and opens few."""

    __name__: str
    __doc__: str | None
    SEVERITY: Severity

    @property
    def NEEDS(self) -> Sequence[Need]:  # noqa: N802 -- a constant of the module, read only
        """What a document must have for the rule to say anything of it."""
        ...

    def check(self, catalog: Catalog, thresholds: Thresholds, /) -> Iterator[tuple[Record, Result]]:
        """Everything this rule finds, each at the record it concerns."""
        ...
