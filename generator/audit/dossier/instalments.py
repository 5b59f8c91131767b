"""Payments by instalments, each of which waits for a step: `中期评估合格后付30%`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.audit.dossier.told_days import ToldDay, told_days
from generator.values.lazily import lazily

_WAITING = lazily(
    r"(?:^|[，,、；;：:。])([\u4e00-\u9fff]{2,12})后(?:再|一次性)?(?:支付|拨付|结算|付)"
)
_OUTCOME = lazily("(?:合格|通过|完成)$")
_PAID = lazily(
    r"分别于((?:[^。；;\n]{0,3}(?:20\d\d年)?\d{1,2}月\d{1,2}日){2,6})[^，,。；;\n]{0,4}(?:支付|付款|拨付|付清)",
    re.ASCII,
)
_DONE = lazily("完成|合格|通过|出具|举行|开展|验收")


class Instalment(NamedTuple):
    """One that was paid before the day of the step that it was to wait for."""

    paid: ToldDay
    step: str
    done: ToldDay


def too_early(plain: str) -> Iterator[Instalment]:
    """Those of a half-width text that tells as many days of payment as it has instalments."""
    match = _PAID.search(plain)
    if match is None:
        return
    steps = [_OUTCOME.sub("", step) for step in _WAITING.findall(plain)]
    days = tuple(told_days(plain))
    paid = [one for one in days if match.start(1) <= one.start < match.end(1)]
    if len(steps) != len(paid):
        return
    for step, pay in zip(steps, paid, strict=True):
        done = [one for one in days if _is_of(step, one)]
        if len(done) == 1 and pay.day < done[0].day:
            yield Instalment(pay, step, done[0])


def _is_of(step: str, told: ToldDay) -> bool:
    before = told.before.removesuffix("于").removesuffix("已")
    return before.endswith(step) and bool(_DONE.match(told.behind))
