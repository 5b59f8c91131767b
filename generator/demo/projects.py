"""The projects of the city: who runs them, through which years, how they are judged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.demo import city
from generator.demo.city import Bureau
from generator.demo.dice import Dice
from generator.demo.lexicon import Sector, lexicon
from generator.demo.phrases import Inventors, Voice
from generator.demo.purse import size
from generator.demo.tables import Slot, Table
from generator.model.frames import Frame

YEARS = range(2018, 2025)
_SPANS = ((1, 42), (2, 22), (3, 16), (4, 10), (5, 10))
"""Years a project runs, and how frequent that is."""
_SHORT = 12
_ATTEMPTS = 12
_WHOLE = "whole_department_expenditure"


@dataclass(frozen=True, slots=True)
class Project:
    """What stays the same over the years."""

    id: str
    name: str
    code: str
    bureau: Bureau
    sector: Sector
    frame: Frame
    table: Table
    evaluation_type: str
    scope: str
    years: range
    scene: Mapping[str, str]
    sources: tuple[str, ...]
    size: int
    """Yearly money to begin with, in hundredths of 万元."""
    unit: str
    """The unit money is printed in."""
    carrier: str | None
    """The unit that carries it out, where it is not the department."""
    slots: tuple[Slot, ...]

    @property
    def is_report(self) -> bool:
        """A report in prose, not a form."""
        return self.table.outline != "自评表"


class Programme:
    """Makes up projects until there are as many records as asked for."""

    def __init__(
        self, seed: int, records: int, bureaus: Sequence[Bureau], frames: Mapping[str, Frame]
    ) -> None:
        self._seed, self._records, self._frames = seed, records, frames
        self._bureaus = bureaus
        self._by_id = {bureau.id: bureau for bureau in bureaus}
        self._tables = [Table(frame) for frame in lexicon().tables]
        self._inventors: Inventors = city.inventors()
        self._used: set[tuple[str, str]] = set()

    def projects(self) -> Iterator[Project]:
        """Each department has a turn first, then chance decides."""
        dice = Dice(self._seed, "programme")
        left, number = self._records, 0
        while left:
            turn = number < len(self._bureaus)
            bureau = self._bureaus[number] if turn else dice.pick(self._bureaus)
            number += 1
            project = self._project(bureau, number, left)
            left -= len(project.years)
            yield project

    def frame(self, name: str) -> Frame:
        """One of the built-in frames by its id."""
        return self._frames[name]

    def bureau_of(self, project: Project, year: int) -> Bureau:
        """Who runs it in a year: the successor when the first no longer exists."""
        first = project.bureau
        if first.last_year is not None and year > first.last_year:
            return self._by_id[str(first.successor)]
        return first

    def voice(self, project: Project, dice: Dice) -> Voice:
        """Somebody who knows the project's places and the words of its sector."""
        words = (project.sector.words, lexicon().words)
        return Voice(dice, project.scene, words, self._inventors)

    def _project(self, bureau: Bureau, number: int, left: int) -> Project:
        dice = Dice(self._seed, "project", number)
        sector = lexicon().sectors[dice.pick(bureau.sectors)]
        voice = Voice(
            dice, city.scene(dice, bureau.region), (sector.words, lexicon().words), self._inventors
        )
        table, name = self._named(bureau, sector, voice)
        frame = self._frames[table.frame]
        voice.scene |= {"项目": name, "部门": bureau.name, "单位": bureau.name}
        years = _years(dice, left, bureau)
        scope = dice.pick(table.scopes)
        yuan = dice.chance(8) and scope != _WHOLE
        slots = table.slots(sector, voice, short=dice.chance(_SHORT), scored=frame.is_scored)
        return Project(
            id=f"{sector.id}-{number:05d}",
            name=name,
            code=f"{dice.between(100, 999)}-{bureau.region.id.upper()}-{number:06d}",
            bureau=bureau,
            sector=sector,
            frame=frame,
            table=table,
            evaluation_type=dice.pick(table.types),
            scope=scope,
            years=years,
            scene=voice.scene,
            sources=_sources(dice, scope),
            size=size(dice, large=scope in (_WHOLE, "transfer_payment") and not yuan),
            unit="yuan" if yuan else "wan_yuan",
            carrier=_carrier(dice, bureau, sector),
            slots=slots,
        )

    def _named(self, bureau: Bureau, sector: Sector, voice: Voice) -> tuple[Table, str]:
        """A frame, and a project name that its department has not used yet."""
        choices = [(table, table.likelihood) for table in self._tables]
        for _ in range(_ATTEMPTS):
            table = voice.dice.weighted(choices)
            whole = _WHOLE in table.scopes
            name = "部门整体支出" if whole else voice.say(voice.dice.pick(sector.projects))
            # The successor takes projects over, so that both must not use one name.
            owner = bureau.successor or bureau.id
            if (owner, name) not in self._used:
                break
        else:
            table, name = self._tables[0], f"{name}（{voice.word('某村')}）"
        self._used.add((owner, name))
        return table, name


def _years(dice: Dice, left: int, bureau: Bureau) -> range:
    span = min(left, dice.weighted(_SPANS))
    latest = YEARS[-1] - span + 1
    if bureau.last_year is not None:
        latest = min(latest, bureau.last_year)
    start = dice.between(YEARS[0], latest)
    return range(start, start + span)


def _carrier(dice: Dice, bureau: Bureau, sector: Sector) -> str | None:
    if bureau.kind != "government" or not dice.chance(25):
        return None
    return bureau.region.prefix + str(dice.pick(lexicon().departments["下属"][sector.id]))


def _sources(dice: Dice, scope: str) -> tuple[str, ...]:
    """Where the money comes from; the most ordinary source first."""
    if scope == "transfer_payment":
        first = dice.pick(("中央财政转移支付", "上级专项转移支付", "中央财政补助"))
    else:
        first = dice.pick(("本级财政拨款", "本级财政专项资金", "当年财政拨款"))
    number = dice.weighted(((0, 45), (1, 35), (2, 15), (3, 5)))
    others = [name for name in lexicon().words["来源"] if name not in (first, "本级财政拨款")]
    return (first, *dice.sample(others, number))
