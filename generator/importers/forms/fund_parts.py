"""Which rows of a table of money are parts of the row above them, and not of the total.

Forms print `其中：中央资金`, `地方资金` below `其中：财政拨款`, and do not say where the parts end.
The amounts tell it: rows of one level make up the total at most, parts their row at most.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from generator.importers.ordinals import Style
from generator.source import At

Amounts = Mapping[str, Decimal]
"""By stage, as far as a row tells them."""
_NAMED = (
    (
        re.compile("财政|拨款"),
        re.compile(
            r"(?:中央|省|自治区|市|州|盟|区|县|旗|乡镇|镇|乡|地方|上级|本级)(?:本级|级)?(?:财政)?"
            r"(?:补助|专项|配套)?(?:资金|拨款|补助|投入)?"
            r"|(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:拨款|资金)?"
        ),
    ),
    (re.compile("基本支出"), re.compile("(?:人员|公用)(?:经费|支出|经费支出)|商品和服务支出")),
)
"""Names of wholes, each with the names of what is a part of it wherever it stands below."""


@dataclass(slots=True)
class Parts:
    """The rows of one table that were read so far."""

    total: Amounts = field(default_factory=dict)
    _level: dict[str, Decimal] = field(default_factory=dict)
    """What the rows that are no parts make up together."""
    _whole: tuple[At, str, Amounts] | None = None
    """The last row that is no part: its place, its name, its amounts."""
    _style: Style | None = None
    """How that row is numbered: what is numbered otherwise below it, or not at all, is within."""
    _taken: dict[str, Decimal] = field(default_factory=dict)
    """What its parts make up together."""
    _is_open: bool = False
    """Whether its parts have begun and not ended."""

    def whole_of(
        self, name: str, amounts: Amounts, style: Style | None = None, *, says_part: bool
    ) -> At | None:
        """The row that one is a part of; None for a row of the total.

        `says_part` tells whether the name begins with 其中, `style` how it is numbered.
        """
        if self._whole is None or not (says_part or self._is_open):
            return None
        at, above, whole = self._whole
        is_named = any(one.search(above) and part.fullmatch(name) for one, part in _NAMED)
        is_below = self._style is not None and style is not self._style
        exceeds_total = not _fits(self._level, amounts, self.total)
        is_part = _fits(self._taken, amounts, whole) and (is_named or is_below or exceeds_total)
        self._is_open = is_part
        if is_part:
            _add(self._taken, amounts)
        return at if is_part else None

    def stand(self, at: At, name: str, amounts: Amounts, style: Style | None = None) -> None:
        """Note a row that is no part."""
        self._style = style
        self._whole = at, name, amounts
        self._taken, self._is_open = {}, False
        _add(self._level, amounts)


def _fits(told: Amounts, more: Amounts, most: Amounts) -> bool:
    """Whether amounts with those told before come to no more than the most, at each stage."""
    return all(
        told.get(stage, Decimal(0)) + amount <= most[stage]
        for stage, amount in more.items()
        if stage in most
    )


def _add(sums: dict[str, Decimal], amounts: Amounts) -> None:
    for stage, amount in amounts.items():
        sums[stage] = sums.get(stage, Decimal(0)) + amount
