"""The day on which problems were handed over to those who must put them right."""

from collections.abc import Iterator, Sequence

from generator.audit.dossier.prose import Prose
from generator.audit.dossier.quantities import sentence_of
from generator.audit.dossier.told_days import ToldDay, told_days
from generator.model.documents import Related
from generator.model.findings import Rectification
from generator.values.lazily import lazily

_HANDED = lazily("印发|反馈|下达|通报|收到|送达|发出|下发|交办|移交|移送")
_OF_IT = lazily("评价报告|评价意见|评价结果|整改通知|整改意见|问题清单|反馈意见|反馈问题|通知|问题")
_PARTS = frozenset(("sections", "result"))
_BEHIND = 24


def handed_over(prose: Prose, related: Sequence[Related], year: int) -> ToldDay | None:
    """As prose tells it, else the day of the report that is answered, as its name has it."""
    for text in prose.within(_PARTS):
        for one in told_days(text.plain, year) if _HANDED.search(text.plain) else ():
            words = sentence_of(text.plain, one.start)
            behind = words[words.find(one.said) :]
            if _HANDED.search(behind) and _OF_IT.search(behind):
                return one
    for answered in related:
        named = tuple(told_days(answered.name or ""))
        if len(named) == 1 and "年" in named[0].said:
            return named[0]
    return None


def demanded(entry: Rectification) -> ToldDay | None:
    """The day on which one of them was handed over, as its own entry tells it."""
    return next(_demanded(entry), None)


def _demanded(entry: Rectification) -> Iterator[ToldDay]:
    for text in (entry.demand, entry.measure):
        for one in told_days(text or ""):
            if _HANDED.search(one.behind[:_BEHIND]) and _OF_IT.search(one.behind[:_BEHIND]):
                yield one
