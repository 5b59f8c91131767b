"""Questions whose answers are known: drawn from the records of a demo, read as plain data.

Each group types what a reader would who has one report in mind, and holds every report right that
has it too, wherever it stands.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from generator.search.terms import fold
from helpers import demo_site, search_engine
from helpers.search_engine import HAN, SHOWN
from helpers.tables import valued

TABLE = Path(__file__).parents[2] / "theme_overrides/assets/traditional.js"
WORD = re.compile(r"[0-9.]+|[a-z]+|.", re.DOTALL)
"""A sign, but nobody types half a number."""
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
TRIED = 100
"""Reports looked at for one question before there are none of its kind."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed, and the beginnings of the addresses that answer it."""

    group: str
    typed: str
    right: Sequence[str]


class Demo:
    """The records of a demo, by the address of their page."""

    def __init__(self, project: Path) -> None:
        records = project / "content/records"
        self.texts = search_engine.texts(project)
        self.data = {a: demo_site.data_of(records / f"{a[:-1]}.yml") for a in self.texts}
        register = valued(project / "content/departments.yml")
        self._names = {
            one["编号"]: (one["名称"], *one.get("简称", ()), *one.get("曾用名", ()))
            for one in register["部门"]
        }

    def names(self, address: str) -> tuple[str, ...]:
        """Of the department: its name, then whatever else it is known by."""
        return self._names[address.split("/")[1]]

    def having(self, words: str) -> list[str]:
        """The reports that have these words, in their text or in their department's names."""
        wanted = fold(words)
        known = {i for i, names in self._names.items() if any(wanted in fold(n) for n in names)}
        return [a for a, t in self.texts.items() if a.split("/")[1] in known or wanted in t]

    def project(self, address: str) -> str:
        """Its name; none where a document is about many."""
        return str(self.data[address].get("项目", {}).get("名称", ""))

    @cached_property
    def amounts(self) -> Mapping[str, Sequence[str]]:
        """The reports that state a sum of money, by the sum without needless zeros."""
        found: dict[str, list[str]] = {}
        for address, data in self.data.items():
            funds = data.get("资金", {})
            stated = (*funds.get("明细", ()), funds.get("合计", {}))
            own = {f"{_short(v)}{funds['单位']}" for row in stated for v in row.values() if _is(v)}
            written = re.findall(r"([0-9]+(?:\.[0-9]+)?)(万元|亿元|元)", self.texts[address])
            for amount in own | {f"{_short(number)}{unit}" for number, unit in written}:
                found.setdefault(amount, []).append(address)
        return found


def _is(value: Any) -> bool:
    return bool(re.fullmatch(r"[0-9]+(\.[0-9]+)?", str(value)))


def _short(number: Any) -> str:
    digits = str(number)
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


Asked = tuple[str, Sequence[str]] | None
"""What is typed and what is right; nothing when a report is no good for it."""


class _Reader:
    """Types what is right for a report, or nothing where a report is no good for it."""

    def __init__(self, demo: Demo, dice: random.Random) -> None:
        self._demo, self._dice = demo, dice

    def department(self, address: str) -> Asked:
        name = self._demo.names(address)[0]
        return name, self._demo.having(name)

    def part_of_a_department(self, address: str) -> Asked:
        name = self._demo.names(address)[0]
        length = self._dice.randint(4, 6)
        start = self._dice.randint(0, max(0, len(name) - length))
        part = name[start : start + length]
        return part, self._demo.having(part)

    def alias(self, address: str) -> Asked:
        _, *others = self._demo.names(address)
        name = self._dice.choice(others) if others else ""
        return (name, self._demo.having(name)) if name else None

    def two_signs(self, address: str) -> Asked:
        pairs = list(demo_site.bigrams(self._demo.project(address)))
        pair = self._dice.choice(pairs) if pairs else ""
        right = self._demo.having(pair)
        return (pair, right) if pair and len(right) <= SHOWN else None

    def piece(self, address: str) -> Asked:
        run = self._dice.choice(
            [run for run in HAN.findall(self._demo.texts[address]) if len(run) > 3]
        )
        length = min(len(run), self._dice.randint(4, 12))
        start = self._dice.randint(0, len(run) - length)
        piece = run[start : start + length]
        right = self._demo.having(piece)
        return (piece, right) if len(right) <= SHOWN else None

    def amount(self, address: str) -> Asked:
        funds = self._demo.data[address].get("资金", {})
        spent = funds.get("合计", {}).get("支出")
        if not _is(spent):
            return None
        right = self._demo.amounts[f"{_short(spent)}{funds['单位']}"]
        whole, dot, rest = str(spent).partition(".")
        typed = f"{int(whole):,}{dot}{rest}" if self._dice.random() < 0.5 else str(spent)
        return (typed + funds["单位"], right) if len(right) <= SHOWN else None

    def document_number(self, address: str) -> Asked:
        number = self._demo.data[address]["公开"].get("文号")
        if number is None:
            return None
        brackets = self._dice.choice(["〔〕", "[]", "()", "（）"])
        return number.translate(str.maketrans("〔〕", brackets)), self._demo.having(number)

    def code(self, address: str) -> Asked:
        code = self._demo.data[address].get("项目", {}).get("编码")
        return (code.lower(), self._demo.having(code)) if code else None

    def full_width(self, address: str) -> Asked:
        number = self._demo.data[address]["公开"].get("索引号")
        return (number.translate(FULL_WIDTH), self._demo.having(number)) if number else None

    def year(self, address: str) -> Asked:
        """A department in a year."""
        year, name = address.split("/", maxsplit=1)[0], self._dice.choice(self._demo.names(address))
        return f"{year}年 {name}", [a for a in self._demo.having(name) if a.startswith(f"{year}/")]

    def mistake(self, address: str) -> Asked:
        """One sign of a project's name is another one."""
        name = self._demo.project(address)
        right = self._demo.having(name)
        other = self._demo.project(self._dice.choice(list(self._demo.data)))
        if len(HAN.sub("", name)) or len(name) < 6 or len(right) > SHOWN or not other:
            return None
        place = self._dice.randint(1, len(name) - 2)
        wrong = self._dice.choice(other)
        typed = name[:place] + wrong + name[place + 1 :]
        return None if self._demo.having(typed) else (typed, right)

    def traditional(self, address: str) -> Asked:
        name = self._demo.project(address)
        typed = "".join(_TRADITIONAL.get(sign, sign) for sign in name)
        right = self._demo.having(name)
        return (typed, right) if typed != name and len(right) <= SHOWN else None

    def finding(self, address: str) -> Asked:
        return self._part(address, "问题", "finding")

    def recommendation(self, address: str) -> Asked:
        return self._part(address, "建议", "recommendation")

    def _part(self, address: str, key: str, anchor: str) -> Asked:
        """The wording of one part; right is that part itself, wherever it has these words."""
        parts = [fold(one["内容"]) for one in self._demo.data[address].get(key, ())]
        if not parts:
            return None
        words = WORD.findall(self._dice.choice(parts))
        start = self._dice.randint(0, max(0, len(words) - 12))
        piece = "".join(words[start : start + 12])
        here = [n for n, part in enumerate(parts, 1) if piece in part]
        others = [a for a in self._demo.having(piece) if a != address]
        if others or self._demo.texts[address].count(piece) > len(here):
            return None
        ids = [one.get("编号") for one in self._demo.data[address][key]]
        named = (f"id-{ids[n - 1]}" if ids[n - 1] else str(n) for n in here)
        return piece, [f"{address}#{anchor}-{name}" for name in named]


GROUPS: Mapping[str, Callable[[_Reader, str], Asked]] = {
    maker.__name__.replace("_", " "): maker
    for maker in (
        _Reader.department, _Reader.part_of_a_department, _Reader.alias, _Reader.two_signs,
        _Reader.piece, _Reader.amount, _Reader.document_number, _Reader.code, _Reader.full_width,
        _Reader.year, _Reader.mistake, _Reader.traditional, _Reader.finding, _Reader.recommendation,
    )
}  # fmt: skip
_SIGNS = re.findall(r'"([^"]{999,})"', TABLE.read_text("utf-8"))
_TRADITIONAL = dict(zip(*reversed(_SIGNS), strict=True))


def questions(demo: Demo, each: int, seed: int) -> Iterator[Question]:
    """So many of each group, drawn by seed."""
    addresses = list(demo.data)
    for name, maker in GROUPS.items():
        dice = random.Random(f"{name} {seed}")
        reader = _Reader(demo, dice)
        tries = (maker(reader, dice.choice(addresses)) for _ in range(TRIED * each))
        yield from (Question(name, *asked) for asked in islice(filter(None, tries), each))
