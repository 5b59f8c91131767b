"""Documents beside the evaluations: targets, monitoring forms, reviews and others.

One in twelve documents of a larger demo is such a one. They agree with the evaluations that they
stand beside, until a fault is planted in one of them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from generator.demo.facts import Facts
from generator.demo.heads import Companion, amount, days, disclosure
from generator.demo.lexicon import Aim, Goal
from generator.demo.lists import bonds, notice
from generator.demo.projects import YEARS, Programme
from generator.demo.purse import Purse
from generator.demo.revisits import follow_up, is_scored, review
from generator.demo.rows import MadeRow, leaves
from generator.model.frames import Frame
from generator.source import Plain

SHARE = 12
"""Of so many documents, one is no evaluation."""
_LISTS = 2
_LISTED = 4
_ROUND = (
    "monitoring",
    "rectification",
    "performance_target",
    "ex_ante_assessment",
    "follow_up",
    "review",
)
_IN_AUGUST = (8, 6)
_IN_FEBRUARY = (2, 8)
_FOLLOWED = (2, 20)
_REVIEWED = (11, 8)


@dataclass(slots=True)
class Companions:
    """Makes as many as are wanted while the evaluations go by."""

    programme: Programme
    wanted: int
    evaluations: int
    _made: int = 0
    _of_kind: Counter[str] = field(default_factory=Counter)
    _seen: int = 0
    _by_year: dict[int, list[Facts]] = field(default_factory=dict)
    _bonds_due: bool = True
    _notice_due: bool = True

    def beside(
        self, facts: Facts, data: Mapping[str, Plain], *, is_sound: bool
    ) -> Iterator[Companion]:
        """What comes after an evaluation, if anything is due; a sound one may be reviewed."""
        self._seen += 1
        if self._made * self.evaluations >= self.wanted * self._seen:
            return
        self._made += 1
        yield self._next(facts, data, is_sound=is_sound)

    def _list_due(self, facts: Facts) -> Companion | None:
        """One of the lists, each of which a larger demo has once."""
        if self.wanted <= _LISTS:
            return None
        if self._bonds_due:
            self._bonds_due = False
            return bonds(facts)
        same_year = self._by_year.setdefault(facts.year, [])
        if facts.total is not None and facts.grade:
            same_year.append(facts)
        if self._notice_due and len(same_year) == _LISTED:
            self._notice_due = False
            return notice(same_year)
        return None

    def _next(self, facts: Facts, data: Mapping[str, Plain], *, is_sound: bool) -> Companion:
        if listed := self._list_due(facts):
            return listed
        # Whichever kind was made least so far, of those that such an evaluation can have beside it.
        fitting = [kind for kind in _ROUND if self._fits(kind, facts, data, is_sound=is_sound)]
        kind = min(fitting, key=lambda kind: self._of_kind[kind])
        self._of_kind[kind] += 1
        return self._of(kind, facts, data)

    def _fits(self, kind: str, facts: Facts, data: Mapping[str, Plain], *, is_sound: bool) -> bool:
        if kind == "rectification":
            return bool(data.get("findings")) and facts.year < YEARS[-1]
        if kind == "review":
            return is_sound and is_scored(facts, data)
        return is_sound or kind != "follow_up"

    def _of(self, kind: str, facts: Facts, data: Mapping[str, Plain]) -> Companion:
        match kind:
            case "rectification":
                return _rectification(facts, data, self.programme)
            case "review":
                return _review(facts, data)
            case "ex_ante_assessment":
                return _assessment(facts, self.programme.frame("ex-ante-five"))
        return _PLAIN[kind](facts)


def _base(facts: Facts, kind: str, title: str, dates: tuple[date, date]) -> dict[str, Plain]:
    """What every document beside an evaluation says of its project and of itself."""
    project = facts.project
    about: dict[str, Plain] = {"id": project.id, "name": project.name, "code": project.code}
    if project.carrier:
        about["unit"] = project.carrier
    return {
        "format": "2",
        "status": "published",
        "title": title,
        "project": about,
        "evaluation_type": kind,
        "scope": project.scope,
        "disclosure": disclosure(facts, dates),
    }


def _path(facts: Facts, kind: str) -> str:
    return f"{facts.path}-{kind}"


def _target(facts: Facts) -> Companion:
    title = f"{facts.year}年度{facts.bureau.name}{facts.project.name}绩效目标表"
    data = _base(facts, "performance_target", title, days(facts.year, _IN_FEBRUARY))
    rows: list[Plain] = [
        {"source": row.source, "initial_budget": amount(row.at("initial_budget"))}
        for row in facts.purse.rows
    ]
    data["funds"] = {"unit": facts.purse.unit, "rows": rows}
    data["objective"] = {"expected": f"{facts.project.name}按计划实施，各项指标达到预期。"}
    data["indicators"] = [_aim(row) for row in _goals(facts)]
    return Companion(_path(facts, "target"), data)


def _assessment(facts: Facts, frame: Frame) -> Companion:
    """What was said of a project before it got its money: whether, and how much of it."""
    title = f"{facts.year}年度{facts.bureau.name}{facts.project.name}事前绩效评估报告"
    data = _base(facts, "ex_ante_assessment", title, days(facts.year, _IN_FEBRUARY))
    purse = facts.purse
    applied = purse.total("initial_budget")
    advised = min(applied, purse.total("adjusted_budget"))
    data["frame"] = frame.name
    data["funds"] = {
        "unit": purse.unit,
        "stated_total": {"adjusted_budget": amount(applied)},
    }
    data["indicators"] = [
        {"name": row.name, "grade": "良" if n % 2 else "优"}
        for n, row in enumerate(frame.indicators)
    ]
    data["result"] = {
        "grade": "调整后支持" if advised < applied else "予以支持",
        "opinion": "项目有必要，方案基本可行，资金按测算安排。",
        "amount_advised": f"{amount(advised)}{'万元' if purse.unit == 'wan_yuan' else '元'}",
    }
    return Companion(_path(facts, "assessment"), data)


def _monitoring(facts: Facts) -> Companion:
    title = f"{facts.bureau.name}{facts.project.name}绩效运行监控情况表（{facts.year}年1—7月）"
    data = _base(facts, "monitoring", title, days(facts.year, _IN_AUGUST))
    data["period"] = {"start": f"{facts.year}-01-01", "end": f"{facts.year}-07-31"}
    data["funds"] = {"unit": facts.purse.unit, "rows": _halfway(facts.purse)}
    data["objective"] = {"achieved": "年初安排的工作正在推进。", "forecast": "年底前可以基本完成。"}
    data["indicators"] = [
        {
            **_aim(row),
            **({"forecast": row.actual} if row.actual else {}),
            "likelihood": "有可能" if row.missed else "确定能",
            **({"deviation_reason": row.reason} if row.missed and row.reason else {}),
        }
        for row in _goals(facts)
    ]
    return Companion(_path(facts, "monitoring"), data)


def _halfway(purse: Purse) -> list[Plain]:
    """The rows of the fund table at the end of July; by the year's end they are what they are."""
    return [
        {
            "source": row.source,
            "initial_budget": amount(row.at("initial_budget")),
            "adjusted_budget": amount(row.at("adjusted_budget")),
            "spent": amount((row.at("spent") / 2).quantize(Decimal("0.01"))),
            "forecast_spent": amount(row.at("spent")),
        }
        for row in purse.rows
    ]


def _goals(facts: Facts) -> list[MadeRow]:
    """The rows about what was to be done; not those that follow from the money."""
    rows = [row for row in leaves(facts.rows) if row.target and isinstance(row.goal, Goal | Aim)]
    return rows or list(leaves(facts.rows))


def _aim(row: MadeRow) -> dict[str, Plain]:
    cells = {"name": row.name, "operator": row.operator, "target": row.target, "unit": row.unit}
    return {name: cell for name, cell in cells.items() if cell}


def _follow_up(facts: Facts) -> Companion:
    title = f"{facts.year}年度{facts.bureau.name}{facts.project.name}跟踪评价报告"
    form = _base(facts, "follow_up", title, days(facts.year + 1, _FOLLOWED))
    return Companion(_path(facts, "follow-up"), follow_up(form, facts, _goals(facts)))


def _review(facts: Facts, data: Mapping[str, Plain]) -> Companion:
    title = f"{facts.year}年度{facts.bureau.name}{facts.project.name}绩效评价复核报告"
    form = _base(facts, "review", title, days(facts.year + 1, _REVIEWED))
    return Companion(_path(facts, "review"), review(form, facts, data))


def _rectification(facts: Facts, data: Mapping[str, Plain], programme: Programme) -> Companion:
    """What was done in the following year about the problems that an evaluation found."""
    following = facts.copy()
    following.year += 1
    following.bureau = programme.bureau_of(facts.project, following.year)
    issued = date(following.year, 11, 20)
    title = f"{following.bureau.name}关于{facts.project.name}绩效评价问题整改情况的报告"
    made = _base(following, "rectification", title, (issued, issued + timedelta(10)))
    findings = data["findings"]
    entries: list[Plain] = []
    for n, finding in enumerate(findings if isinstance(findings, list) else []):
        if not isinstance(finding, dict):
            continue
        entry: dict[str, Plain] = {
            "findings": [finding["id"]],
            "measure": "对照评价意见逐项核对，明确责任科室和时间",
            "state": "under_way" if n else "done",
            "responsible": following.bureau.name,
            "due": f"{following.year}-12-31",
        }
        if n:
            entry["open_reason"] = "仍在办理，按月报送进展"
        else:
            entry["done_on"] = f"{following.year}-10-31"
        entries.append(entry)
    made["rectification"] = entries
    made["related"] = [{"relation": "整改", "record": facts.path}]
    return Companion(_path(following, "rectification"), made)


_PLAIN = {"monitoring": _monitoring, "performance_target": _target, "follow_up": _follow_up}
"""What needs nothing but the facts."""
