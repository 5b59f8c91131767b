"""How the goals of a year came out: targets, actual values, scores, and why points were lost.

A target in numbers that was missed loses points in proportion, rounded as the frame rounds; one in
words gives a part of its weight. What cannot lose a visible part of its weight is met.
"""

from collections.abc import Iterable
from decimal import Decimal

from generator.demo.lexicon import HUNDRED, Aim, Goal
from generator.demo.phrases import Voice
from generator.demo.purse import Purse
from generator.demo.rows import MadeRow
from generator.demo.tables import Slot
from generator.model.frames import Frame
from generator.values.money import rounded

_PER_CENT = "%"
_DAYS, _YEAR = "天", 365
"""Nothing is open on more days than a year has."""
_ATTEMPTS = 8
_TROUBLED = 40
_BAD = 10
_VISIBLE = Decimal("0.05")
"""What is lost at least, for all to see."""
_EVIDENCE = 45
_TOO_CHEAP = Decimal(80)
"""Below this execution rate a total cost would lie far under its target."""


class Results:
    """Fills one year's table."""

    def __init__(self, frame: Frame, purse: Purse, voice: Voice, miss: int) -> None:
        self._frame, self._purse, self._voice, self._dice = frame, purse, voice, voice.dice
        self._miss = miss
        """Per cent of the goals that are missed."""
        self._evident = self._dice.chance(_EVIDENCE)
        """Whether this form has a column for evidence."""
        self._worst = 62 if miss < _TROUBLED else _BAD
        """Per cent of a target that may come out at least."""

    def rows(self, slots: Iterable[Slot]) -> list[MadeRow]:
        rows = []
        for slot in slots:
            row = MadeRow(slot.name, slot.kind, slot.goal, slot.weight)
            if slot.children:
                row.children = self.rows(slot.children)
            else:
                self._fill(row)
            rows.append(row)
        return rows

    def spoil(self, row: MadeRow) -> bool:
        """Miss a goal that was met; False where that cannot be."""
        if row.missed or row.weight is None:
            return False
        if isinstance(row.goal, Aim):
            self._fall_short(row, row.goal)
        elif isinstance(row.goal, Goal) and row.is_numeric:
            self._miss_number(row, row.goal)
        if row.missed:
            self._excuse(row)
        return row.missed

    def surpass(self, rows: Iterable[MadeRow]) -> None:
        """Let one target be surpassed: what always comes out as planned was not measured."""
        numeric = [row for row in rows if row.is_numeric]
        if any(row.actual != row.target for row in numeric):
            return
        for row in numeric:
            goal = row.goal
            if not isinstance(goal, Goal) or row.operator == "equal":
                continue
            target = int(Decimal(row.target or 0).scaleb(goal.places))
            step = target * (-9 if goal.operator == "at_most" else 9) // 100
            if step and (not _is_share(goal) or target + step <= _whole(goal)):
                row.actual = _shown(target + step, goal.places)
                return

    def _fill(self, row: MadeRow) -> None:
        goal = row.goal
        if row.kind == "文字":
            row.actual = self._voice.word(row.name)
        elif isinstance(goal, Aim):
            self._in_words(row, goal)
        elif isinstance(goal, Goal):
            self._in_numbers(row, goal)
        else:
            self._in_money(row)
        if row.missed:
            self._excuse(row)
        if self._evident:
            row.evidence = self._voice.word("佐证")

    def _excuse(self, row: MadeRow) -> None:
        aim = row.goal if isinstance(row.goal, Aim) else None
        if row.kind == "执行" and not row.reason:
            row.reason = self._voice.fresh("说明执行")
        shown = {"完成": row.actual_shown, "指标": row.name}
        row.reason = row.reason or (aim.reason if aim and aim.reason else "")
        row.reason = row.reason or self._voice.fresh("原因", **shown)
        row.measure = aim.measure if aim and aim.measure else self._voice.fresh("措施")

    def _in_words(self, row: MadeRow, aim: Aim) -> None:
        row.operator, row.target = "qualitative", self._voice.say(aim.target)
        row.actual, row.score = self._voice.say(aim.met), row.weight
        if self._dice.chance(self._miss):
            self._fall_short(row, aim)

    def _fall_short(self, row: MadeRow, aim: Aim) -> None:
        part = rounded(
            (row.weight or Decimal(0)) * self._dice.between(self._worst // 5, 18) / 20, self._places
        )
        if row.weight is not None and not 0 <= part < row.weight:
            return
        row.actual, row.missed = self._voice.say(aim.partial), True
        if row.weight is not None:
            row.score = part

    @property
    def _places(self) -> int:
        return self._frame.places

    def _in_numbers(self, row: MadeRow, goal: Goal) -> None:
        row.unit, row.operator, row.score = goal.unit, goal.operator, row.weight
        target = _round(self._dice.low_between(goal.low, goal.high), goal)
        if goal.unit == _PER_CENT and goal.high > goal.low:
            target = self._dice.between(goal.low, goal.high)
        if (
            goal.unit == _PER_CENT
            and target == 100 * 10**goal.places
            and goal.operator != "at_most"
        ):
            row.operator = "equal"
        row.target = _shown(target, goal.places)
        if goal.actual is not None:
            row.actual = _shown(self._dice.between(goal.actual[0] * 10, goal.actual[1] * 10), 1)
            return
        row.actual = _shown(self._met(target, goal, row.operator), goal.places)
        if self._dice.chance(self._miss):
            self._miss_number(row, goal)

    def _met(self, target: int, goal: Goal, operator: str) -> int:
        """An actual value as good as the target or somewhat better, in steps of its last digit."""
        if operator == "equal" or self._dice.chance(35):
            return target
        if operator == "at_most":
            return max(1, target - target * self._dice.between(0, 18) // 100)
        if _is_share(goal):
            room = min(_whole(goal) - target, target * 3 // 10)
            return target + room * self._dice.between(0, 80) // 100
        more = target + target * self._dice.between(0, 22) // 100
        return min(more, max(target, _YEAR)) if goal.unit == _DAYS else more

    def _miss_number(self, row: MadeRow, goal: Goal) -> None:
        """Find an actual value whose proportional score shows the loss; else leave it met."""
        target = int(Decimal(row.target or 0).scaleb(goal.places))
        for _ in range(_ATTEMPTS):
            percent = self._dice.between(self._worst, 98)
            if _is_share(goal):
                percent = 100 - (100 - percent) // (3 if self._worst > _BAD else 2)
            if goal.operator == "at_most":
                actual = -(-target * 100 // percent)
                ratio = Decimal(target) / actual
            else:
                actual = target * percent // 100
                ratio = Decimal(actual) / target
            if actual <= 0 or ratio >= 1:
                continue
            if row.weight is not None:
                exact = row.weight * ratio
                score = rounded(exact, self._places)
                if not 0 < score <= row.weight - _VISIBLE or abs(score - exact) * 20 > row.weight:
                    continue
                row.score = score
            row.actual, row.missed = _shown(actual, goal.places), True
            return

    def _in_money(self, row: MadeRow) -> None:
        """A row whose result follows from the fund table."""
        purse, kind = self._purse, row.kind
        row.unit, row.operator, row.target = _PER_CENT, "equal", "100"
        if kind == "总成本" and purse.execution_rate < _TOO_CHEAP:
            row.kind, kind = "结余率", "结余"
            row.name = "项目结余率"
        if kind == "总成本":
            row.unit, row.operator = _UNITS[purse.unit], "at_most"
            row.target, row.actual = (
                _plain(purse.total(stage)) for stage in ("adjusted_budget", "spent")
            )
            row.score = row.weight
            return
        if kind in ("执行", "到位"):
            rate = purse.execution_rate
            if kind == "到位":
                rate = purse.rate("received", "adjusted_budget")
            row.actual, row.missed = _plain(rounded(rate, 2)), rate < HUNDRED
            if row.weight is not None:
                row.score = rounded(row.weight * min(rate, HUNDRED) / HUNDRED, self._places)
            if kind == "到位" and row.missed:
                row.reason = self._voice.word("说明到位")
            return
        stages = ("initial_budget", "adjusted_budget")
        if kind == "结余":
            stages = ("spent", "adjusted_budget")
        difference = abs(purse.total(stages[1]) - purse.total(stages[0]))
        base = "initial_budget" if kind == "调整" else "adjusted_budget"
        share = rounded(difference * HUNDRED / purse.total(base), 1)
        row.operator, row.actual, row.score = "at_most", _plain(share), row.weight
        row.target = _plain(rounded(share * self._dice.between(100, 115) / HUNDRED, 1))


_UNITS = {"wan_yuan": "万元", "yuan": "元"}


def _whole(goal: Goal) -> int:
    """A hundred, in steps of the last digit."""
    return int(Decimal(100).scaleb(goal.places))


def _is_share(goal: Goal) -> bool:
    """A rate that cannot exceed 100, rather than a growth."""
    return goal.unit == _PER_CENT and goal.high * 2 >= _whole(goal)


def _round(number: int, goal: Goal) -> int:
    """As people set targets: two or three digits, then zeros; within the goal's range."""
    step = int("1" + "0" * max(0, len(str(abs(number))) - 2))
    return min(goal.high, max(goal.low, number - number % step)) if number else number


def _shown(number: int, places: int) -> str:
    return _plain(Decimal(number).scaleb(-places))


def _plain(number: Decimal) -> str:
    """Without zeros that say nothing."""
    whole = number.to_integral_value()
    return f"{whole if whole == number else number.normalize():f}"
