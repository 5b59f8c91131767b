"""What one record will say: its money, its results, its dates; before any sentence is written."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.demo import purse as purses
from generator.demo.city import Bureau
from generator.demo.dice import Dice
from generator.demo.phrases import Voice
from generator.demo.projects import Programme, Project
from generator.demo.purse import Purse
from generator.demo.results import Results
from generator.demo.rows import MadeRow, leaves, settle, total
from generator.model.frames import Frame, RateBase
from generator.values.money import rounded

_LEAST = 1_000
_MORE = 570
"""Hundredths of 万元: two years of one project never have the same budget."""
_GROWTH = (70, 80, 90, 95, 103, 108, 115, 125, 140)
"""A year's money in per cent of the last one's."""
_LOW = Decimal(95)
"""An execution rate below this is always explained."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of a record, in their order."""

    issued: date
    reviewed: date
    approved: date
    published: date


@dataclass(slots=True)
class Facts:
    """One project in one year."""

    project: Project
    year: int
    bureau: Bureau
    purse: Purse
    rows: list[MadeRow]
    dates: Dates
    total: Decimal | None = None
    grade: str | None = None

    @property
    def key(self) -> str:
        """What all chance about this record hangs on."""
        return f"{self.project.id}/{self.year}"

    @property
    def frame(self) -> Frame:
        return self.project.frame

    @property
    def path(self) -> str:
        """Below the folder of records."""
        return f"{self.year}/{self.bureau.id}/{self.project.id}"

    @property
    def is_full(self) -> bool:
        """Nothing was lost at all."""
        return not any(leaf.lost or leaf.missed for leaf in leaves(self.rows))

    def conclude(self) -> None:
        """State the total and the grade that the rows give."""
        settle(self.rows)
        self.total = total(self.rows)
        band = None if self.total is None else self.frame.grade_of(self.total)
        self.grade = band.name if band else None

    def copy(self) -> "Facts":
        """Facts to be changed without harm to these."""
        return Facts(
            self.project, self.year, self.bureau, deepcopy(self.purse), deepcopy(self.rows),
            self.dates, self.total, self.grade,
        )  # fmt: skip


def years(project: Project, programme: Programme, seed: int) -> Iterator[Facts]:
    """The records of a project; a year begins with what the last one left over."""
    dice = Dice(seed, "years", project.id)
    carries, miss, left = dice.chance(35), _tendency(dice), 0
    amount, budget = project.size, None
    hundredths = 100 if project.unit == "wan_yuan" else Decimal("0.01")
    for year in project.years:
        bureau = programme.bureau_of(project, year)
        while True:
            voice = programme.voice(project, Dice(seed, "facts", project.id, year, amount))
            facts = _year(project, bureau, year, voice, (amount, left, miss))
            if facts.purse.total("adjusted_budget") != budget:
                break
            amount += _MORE
        budget = facts.purse.total("adjusted_budget")
        left = int(facts.purse.unspent * hundredths) if carries else 0
        miss = max(0, min(95, miss + dice.between(-12, 10)))
        amount = max(_LEAST, amount * dice.pick(_GROWTH) // 100)
        yield facts


def _tendency(dice: Dice) -> int:
    """Per cent of its goals a project usually misses."""
    low, high = dice.weighted(
        (((0, 0), 20), ((3, 12), 40), ((12, 30), 22), ((30, 55), 11), ((55, 90), 7))
    )
    return dice.between(low, high)


def _year(
    project: Project, bureau: Bureau, year: int, voice: Voice, state: tuple[int, int, int]
) -> Facts:
    amount, left, miss = state
    voice.scene |= {"部门": bureau.name, "单位": bureau.name}
    flawless = miss == 0
    purse = _purse(project, voice, amount, left, full=flawless)
    results = Results(project.frame, purse, voice, 0 if flawless else miss)
    facts = Facts(
        project, year, bureau, purse, results.rows(project.slots), _dates(year, voice.dice)
    )
    results.surpass(leaves(facts.rows))
    if facts.is_full and purse.unspent:
        # Money was left over: somewhere a report would say so.
        for leaf in voice.dice.shuffled(list(leaves(facts.rows))):
            if results.spoil(leaf):
                break
    if project.table.reviewed:
        _review(facts.rows, voice.dice)
    facts.conclude()
    return facts


def _purse(project: Project, voice: Voice, amount: int, left: int, *, full: bool) -> Purse:
    dice = voice.dice
    rows = purses.spending(dice, project.sources, amount, left, full=full)
    if project.unit == "yuan":
        for row in rows:
            for stage in purses.STAGES:
                setattr(row, stage, row.at(stage) * 10_000)
    purse = Purse(project.unit, rows)
    if project.frame.rate_base is RateBase.RECEIVED:
        purse.execution_base = "spent_by_received"
    if len(rows) > 1 or dice.chance(40):
        purse.totals = {}
    purse.arrival = Decimal(0) if dice.chance(60) else None
    purse.execution = Decimal(0) if dice.chance(75) else None
    purse.state()
    purse.explanation = _explanation(purse, voice)
    if dice.chance(30):
        purse.subsidy = _subsidy(purse, dice)
    return purse


def _explanation(purse: Purse, voice: Voice) -> str | None:
    parts = []
    if purse.is_adjusted:
        parts.append(voice.word("说明调整"))
    if purse.total("received") < purse.total("adjusted_budget"):
        parts.append(voice.word("说明到位"))
    if purse.execution_rate < _LOW:
        parts.append(voice.word("说明执行"))
    if not parts and voice.dice.chance(60):
        parts.append(voice.word("说明平常"))
    return "；".join(parts) + "。" if parts else None


def _subsidy(purse: Purse, dice: Dice) -> tuple[int, int, Decimal] | None:
    """A standard, a number, and their product, well within what was spent."""
    standard, number = dice.between(2, 40) * 100, dice.between(20, 900)
    divisor = 10_000 if purse.unit == "wan_yuan" else 1
    amount = Decimal(standard * number) / divisor
    return (standard, number, amount) if amount < purse.total("spent") else None


def _review(rows: list[MadeRow], dice: Dice) -> None:
    for leaf in leaves(rows):
        harsher = leaf.missed and (leaf.score or 0) >= 1 and dice.chance(30)
        leaf.review = leaf.score - 1 if harsher and leaf.score else leaf.score


def _dates(year: int, dice: Dice) -> Dates:
    issued = date(year + 1, 2, 1) + timedelta(dice.below(140))
    reviewed = issued + timedelta(dice.between(1, 20))
    approved = reviewed + timedelta(dice.below(40))
    return Dates(issued, reviewed, approved, approved + timedelta(dice.between(1, 19)))


def scene(facts: Facts) -> dict[str, str]:
    """Names and figures for the sentences of this record."""
    purse = facts.purse
    unit = "万元" if purse.unit == "wan_yuan" else "元"
    total = purse.totals or {stage: purse.total(stage) for stage in purses.STAGES}
    spent = total["spent"]
    part = (spent * 37 / 100).quantize(Decimal("0.01"))
    amounts = {
        "年初": total["initial_budget"],
        "预算": total["adjusted_budget"],
        "到位": total["received"],
        "支出": spent,
        "结余": purse.unspent,
        "结构一": part,
        "结构二": spent - part,
    }
    shown = {name: f"{amount.normalize():f}{unit}" for name, amount in amounts.items()}
    lines = list(leaves(facts.rows))
    chosen = [row for row in lines if row.is_numeric] or lines
    for n, word in enumerate(("一", "二", "三")):
        row = chosen[n * (len(chosen) - 1) // 2]
        shown |= {
            f"指标{word}": row.name,
            f"目标{word}": row.target_shown,
            f"完成{word}": row.actual_shown,
        }
    band = facts.grade or ""
    shown |= {
        "年": str(facts.year),
        "部门": facts.bureau.name,
        "单位": facts.project.carrier or facts.bureau.name,
        "率": f"{_percent(purse.execution_rate)}%",
        "到位率": f"{_percent(purse.rate('received', 'adjusted_budget'))}%",
        "得分": "" if facts.total is None else f"{facts.total:f}",
        "满分": "" if facts.frame.total is None else f"{facts.frame.total:f}",
        "等级": band,
        "指标数": str(len(lines)),
    }
    return shown


def _percent(number: Decimal) -> str:
    return f"{rounded(number, 2):f}"
