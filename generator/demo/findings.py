"""What an evaluation found wrong, and what it recommends: each answered, none without a cause."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from generator.demo.facts import Facts
from generator.demo.lexicon import Aim, Trouble, lexicon
from generator.demo.phrases import Voice
from generator.demo.rows import MadeRow, leaves

_MOST_TARGETS = 3
_MOST_WORDS = 2
_ALWAYS_TOLD = Decimal(95)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its answer."""

    category: str
    text: str
    answer: str
    amount: Decimal | None = None


def found(facts: Facts, voice: Voice) -> list[Found]:
    """Findings of one record; none where nothing was lost and no money left over."""
    troubles = {trouble.condition: trouble for trouble in lexicon().troubles[:4]}
    told: list[Found] = []
    missed = [leaf for leaf in leaves(facts.rows) if leaf.missed or leaf.lost > 0]
    missed.sort(key=lambda leaf: -leaf.lost)
    numbers = [leaf for leaf in missed if leaf.is_numeric]
    words = [leaf for leaf in missed if isinstance(leaf.goal, Aim)]
    told += _about(troubles["未达"], numbers[: voice.dice.between(1, _MOST_TARGETS)], voice)
    told += _about(troubles["定性"], words[: voice.dice.between(1, _MOST_WORDS)], voice)
    left = facts.purse.unspent
    wanting = left > 0 and (facts.purse.execution_rate < _ALWAYS_TOLD or not told)
    if wanting or (left > 0 and voice.dice.chance(50)):
        told.append(_one(troubles["执行"], voice, left))
    purse = facts.purse
    adjusted = purse.total("initial_budget") != purse.total("adjusted_budget")
    if told and adjusted and voice.dice.chance(55):
        told.append(_one(troubles["调整"], voice))
    if told:
        general = voice.dice.sample(lexicon().troubles[4:], voice.dice.between(0, 2))
        target = voice.dice.pick(list(leaves(facts.rows)))
        told += [_one(trouble, voice, None, target) for trouble in general]
    return told


def _about(trouble: Trouble, rows: list[MadeRow], voice: Voice) -> list[Found]:
    """One finding for each row, no pattern twice."""
    findings = voice.dice.sample(trouble.findings, len(rows))
    answers = voice.dice.sample(trouble.answers, len(rows))
    return [
        _told(trouble, (finding, answer), voice, row)
        for row, finding, answer in zip(rows, findings, answers, strict=True)
    ]


def _one(
    trouble: Trouble, voice: Voice, amount: Decimal | None = None, row: MadeRow | None = None
) -> Found:
    pair = (voice.dice.pick(trouble.findings), voice.dice.pick(trouble.answers))
    return _told(trouble, pair, voice, row, amount)


def _told(
    trouble: Trouble,
    patterns: tuple[str, str],
    voice: Voice,
    row: MadeRow | None,
    amount: Decimal | None = None,
) -> Found:
    shown = {}
    if row is not None:
        shown = {"指标": row.name, "目标": row.target_shown, "完成": row.actual_shown}
    finding, answer = (voice.anew(partial(voice.say, pattern, **shown)) for pattern in patterns)
    return Found(trouble.name, finding, answer, amount)
