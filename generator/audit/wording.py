"""How messages print numbers, and what in a record says nothing."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from generator.model.figures import Figure, Sum
from generator.model.funds import Rate
from generator.model.indicators import POINT_PLACES, Indicator
from generator.values.lazily import lazily
from generator.values.money import grouped

_NOTHING = lazily(
    r"(?:无|暂无|没有|暂未发现|未发现|不存在)(?:存在)?(?:明显|重大|突出|相关)?(?:的)?"
    r"(?:问题|不足|建议|意见)?[。.；;]?"
)

_NAMES = lazily(
    r"《[^《》\n]{0,120}》|[〔\[【][^〔〕\[\]【】\n]{0,40}[〕\]】]|[(（](?:19|20)[0-9]{2}[)）]\d{1,5}号"
)


def says_nothing(text: str) -> bool:
    """Whether somebody filled a field in only to say that there is nothing: `无`, `暂无。`."""
    return _NOTHING.fullmatch(text.strip()) is not None


def without_names(text: str) -> str:
    """A text without titles and numbers of papers, whose years are theirs."""
    return _NAMES.sub("", text)


def at_fault(
    figure: Figure, sum_of: Callable[[Iterable[Indicator]], Sum], leaves: Iterable[Indicator]
) -> bool:
    """Whether a stated sum of points itself is wrong.

    It is not where it follows from the leaves: then a sum between them and it is the wrong one.
    """
    if not figure.differs:
        return False
    below = sum_of(leaves).beside(figure.stated, exact=POINT_PLACES, least=figure.tolerance)
    return below.computed is None or below.differs


def lacking(of: str, figure: Figure, what: str) -> str:
    """Why a stated sum cannot be held against its parts; empty where it can, or none is stated."""
    if figure.stated is None or not figure.missing:
        return ""
    named = "".join(f"「{name}」" for name in figure.missing[:_NAMED])
    more = f"等 {len(figure.missing)} 项" if len(figure.missing) > _NAMED else ""
    return f"{of}中{named}{more}没有{what}，没有相加"


_NAMED = 3


def both(figure: Figure) -> tuple[str, str]:
    """The points stated and computed of a figure that has both, as messages print them."""
    stated, computed = figure.stated, figure.computed
    return "" if stated is None else points(stated), "" if computed is None else points(computed)


def points(number: Decimal) -> str:
    """Points as a message prints them."""
    return f"{grouped(number)}分"


def division(rate: Rate) -> str:
    """What a rate divides, with both amounts: `支出 98万元 ÷ 全年预算 100万元`."""
    return f"{rate.part_name} {rate.part} ÷ {rate.base_name} {rate.base}"
