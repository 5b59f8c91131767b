"""At which stage a sum of money is, by the words before it, and what it is of."""

import re
from typing import NamedTuple

from generator.importers.outline import Piece
from generator.importers.values import UNITS
from generator.values.money import Unit

_FILLING = (
    r"(?:资金|经费|金额|总额|数额|数|款|收入|预算|总计|合计|共计|人民币|[为共是达了计约:\s]){0,5}"
)
_OBJECT = r"(?P<object>[^，,。；;:：\d]{0,30}(?:(?:19|20)\d\d年度?[^，,。；;:：\d]{0,30})?)"
STAGES = (
    ("amount_advised", re.compile(rf"建议(?:安排|核定|予以安排|批复){_FILLING}$")),
    ("initial_budget", re.compile(
        rf"年初(?:部门)?(?:预算|安排|批复|下达){{1,2}}(?:安排|批复)?{_OBJECT}{_FILLING}$"
    )),
    ("adjusted_budget", re.compile(
        r"(?:年中)?(?:(?:调整|调[增减]|追加|[压核]减)(?:后)?[为至到]|调整后)$"
    )),
    ("adjusted_budget", re.compile(
        rf"(?:调整后?(?:的)?(?:全年)?预算|全年预算|预算(?:总额|资金|安排|批复|金额|数|总投入)?){_FILLING}$"
    )),
    ("adjusted_budget", re.compile(rf"(?:共)?安排(?:了)?{_OBJECT}{_FILLING}$")),
    ("adjusted_budget", re.compile(rf"(?:批复|核定|核准|批准)(?:了)?{_OBJECT}{_FILLING}$")),
    ("adjusted_budget", re.compile(
        rf"(?:申报|申请)(?:了)?(?:(?:19|20)\d\d年度?)?(?:[省市县区]级|本级|财政|专项|项目|预算){{0,4}}(?:资金|经费|预算){_FILLING}$"
    )),
    ("received", re.compile(
        rf"(?:下拨|下达|拨付|拨入|收到|实际到位|到位)(?:了)?{_OBJECT}{_FILLING}$"
    )),
    ("forecast_spent", re.compile(
        rf"(?:预计|预测)(?:至|到)?(?:全年|年底|年末|12月底|本年)?(?:可|将|能)?(?:累计|实际)?(?:支出|执行|完成支出|使用){_FILLING}$"
    )),
    ("spent", re.compile(rf"(?:支出|使用|支付|列支|执行|决算|兑付){_FILLING}$")),
    ("issued", re.compile(rf"(?<!计划)(?<!拟)发行(?:了)?{_OBJECT}{_FILLING}$")),
    ("balance", re.compile(rf"(?:(?:年末|期末)?结转(?:和|及)?结余|结余|剩余|年末结转){_FILLING}$")),
)  # fmt: skip
"""What stands before a sum, the surest first; each is held against one clause only."""
BETWEEN = re.compile(r"^\s?(?:[、，,；;和及]|以及)\s?")
SOURCE = re.compile(
    r"财政|公共预算|基金预算|国有资本经营|拨款|配套|自筹|上级|中央|[省市县区]级|补助资金|债券|结转|社会资金|单位资金|自有资金|其他资金|贷款"
)


class Sum(NamedTuple):
    """One sum with what it is of."""

    piece: Piece
    number: tuple[int, int]
    unit: Unit
    unit_part: tuple[int, int]
    stage: str
    part: "PartOf | None"


class PartOf(NamedTuple):
    """A part of a whole, and by what the whole is parted."""

    list: str
    """`rows` by source, `by_use`, `by_year` or `by_place`."""
    name: tuple[int, int]
    text: str = ""
    """What it is called, where the place only implies it: a year of a span."""


def made(piece: Piece, match: re.Match[str], stage: str, part: PartOf | None) -> Sum:
    """The sum that a match of money is."""
    return Sum(piece, match.span(1), UNITS[match[2]], match.span(2), stage, part)
