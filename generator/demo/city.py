"""示例市: its regions, the departments that publish, and names nobody bears."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from generator.demo.dice import Dice
from generator.demo.lexicon import Words, lexicon
from generator.demo.phrases import Inventors

NOTE = (
    "示例市为虚构地区，本站的机构、项目、金额和评价结果均由程序生成，与任何真实的地区和单位无关。"
)
FEWEST = 12
_FROM_ONE_REGION = 14
_UNTIL = ("2020-12-31", "2021-12-31")
_SUFFIXES = ("镇", "镇", "乡", "街道")


@dataclass(frozen=True, slots=True)
class Region:
    """The city itself, a district or a county."""

    id: str
    name: str
    prefix: str
    called: str


@dataclass(frozen=True, slots=True)
class Bureau:
    """A department, as the register will list it."""

    id: str
    name: str
    alias: str
    kind: str
    region: Region
    sectors: tuple[str, ...]
    former: str | None = None
    parent: str | None = None
    successor: str | None = None
    until: str | None = None

    @property
    def last_year(self) -> int | None:
        """The last fiscal year it publishes; its successor goes on."""
        return int(self.until[:4]) if self.until else None


def inventors() -> Inventors:
    """Who makes up names: of places, of firms."""
    names = lexicon().names
    makers = {"某镇": _town, "某村": _village, "某路": _road, "机构": _adviser, "某企业": _firm}
    return {slot: partial(maker, names) for slot, maker in makers.items()}


def scene(dice: Dice, region: Region) -> dict[str, str]:
    """The places of one project."""
    names = lexicon().names
    root = dice.pick(names["头"]) + dice.pick(names["尾"])
    town = root + dice.pick(_SUFFIXES[:3])
    return {
        "镇": town,
        "乡名": root,
        "村": _village(names, dice),
        "街": dice.pick(names["街名"]) + dice.pick(("路", "街", "社区", "街道", "片区")),
        "水": dice.pick(names["水"]),
        "山": dice.pick(names["山"]),
        "湖": dice.pick(names["湖"]),
        "地": region.name.removesuffix("本级") if dice.chance(60) else town,
    }


def _town(names: Words, dice: Dice) -> str:
    return dice.pick(names["头"]) + dice.pick(names["尾"]) + "镇"


def _village(names: Words, dice: Dice) -> str:
    """As villages are called: after the land, after a family, or with two fine words."""
    kind = dice.below(3)
    if kind == 0:
        return dice.pick(names["头"]) + dice.pick(names["尾"]) + "村"
    if kind == 1:
        return dice.pick(names["姓"]) + "家" + dice.pick(names["尾"]) + "村"
    return dice.pick(names["名字"]) + dice.pick(names["名字"]) + "村"


def _road(names: Words, dice: Dice) -> str:
    return (
        dice.pick(names["名字"]) + dice.pick(names["名字"]) + dice.pick(("路", "街", "巷", "大道"))
    )


def _adviser(names: Words, dice: Dice) -> str:
    first, second = dice.pick(names["号一"]), dice.pick(names["号二"])
    return f"示例市{first}{second}{dice.pick(names['行当'])}"


def _firm(names: Words, dice: Dice) -> str:
    first, second = dice.pick(names["名字"]), dice.pick(names["名字"])
    return f"示例市{first}{second}{dice.pick(names['行业'])}"


def bureaus(records: int, dice: Dice) -> tuple[tuple[Region, ...], tuple[Bureau, ...]]:
    """About a department for every twenty records, of all kinds, in several regions."""
    number = max(FEWEST, records // 20)
    everywhere = [
        Region(r["编号"], r["名称"], r["前缀"], r["简"] if r["编号"] == "city" else r["名称"])
        for r in lexicon().regions
    ]
    regions = tuple(everywhere[: max(2, min(len(everywhere), number // _FROM_ONE_REGION + 1))])
    bodies = list(_bodies(regions, max(8, number * 3 // 5)))
    reorganised = list(_reorganised(bodies, max(1, number // 20), dice))
    below = list(_subordinate(bodies, max(1, number // 6), dice))
    towns = _townships(regions, number - len(bodies) - len(reorganised) - len(below), dice)
    return regions, (*bodies, *reorganised, *below, *towns)


def _bodies(regions: tuple[Region, ...], number: int) -> Iterator[Bureau]:
    """Every body in every region in turn, so that few departments are still of many kinds."""
    entries = lexicon().departments["部门"]
    turns = [(n, entry) for turn in range(len(regions)) for n, entry in enumerate(entries, turn)]
    for n, entry in turns[:number]:
        yield _body(entry, regions[n % len(regions)])


def _body(entry: Mapping[str, Any], region: Region) -> Bureau:
    former = entry.get("曾用名")
    plain = entry["名称"].replace("中共", "").replace("{区}", "")
    return Bureau(
        id=f"{region.id}-{entry['编号']}",
        name=entry["名称"].replace("{区}", region.prefix),
        alias=region.called + entry.get("简称", plain),
        kind=entry.get("类型", "government"),
        region=region,
        sectors=tuple(entry["行业"]),
        former=region.prefix + former if former else None,
    )


def _reorganised(bodies: list[Bureau], number: int, dice: Dice) -> Iterator[Bureau]:
    """Departments that no longer exist, where the one that took over does."""
    known = {body.id for body in bodies}
    pairs = [
        (entry, body.region)
        for entry in lexicon().departments["改组"]
        for body in bodies
        if body.id == f"{body.region.id}-{entry['继任']}" and body.id in known
    ]
    for entry, region in dice.sample(pairs, number):
        yield replace(
            _body(entry, region),
            successor=f"{region.id}-{entry['继任']}",
            until=dice.pick(_UNTIL),
        )


def _subordinate(bodies: list[Bureau], number: int, dice: Dice) -> Iterator[Bureau]:
    choices = [
        (body, unit, n)
        for body in bodies
        for n, unit in enumerate(lexicon().departments["下属"][body.sectors[0]])
        if body.kind == "government"
    ]
    for body, unit, n in dice.sample(choices, number):
        yield replace(
            body,
            id=f"{body.id}-unit-{n + 1}",
            name=body.region.prefix + unit,
            alias=body.region.called + unit,
            kind="institution",
            parent=body.id,
            sectors=body.sectors[:1],
            former=None,
        )


def _townships(regions: tuple[Region, ...], number: int, dice: Dice) -> Iterator[Bureau]:
    names = lexicon().names
    sectors = tuple(lexicon().departments["乡镇行业"])
    roots = [head + tail for head in names["头"] for tail in names["尾"]]
    for n, root in enumerate(dice.sample(roots, number)):
        region = regions[n % (len(regions) - 1) + 1]
        suffix = dice.pick(_SUFFIXES)
        office = "办事处" if suffix == "街道" else "人民政府"
        yield Bureau(
            id=f"{region.id}-township-{n + 1}",
            name=f"{region.prefix}{root}{suffix}{office}",
            alias=f"{root}{suffix}",
            kind="township",
            region=region,
            sectors=sectors,
        )
