"""符号的方向与文字相反。

指标写“≥”，说明却是越低越好、控制在多少以内；或者写“≤”，目标却是不低于、不少于多少。

原因：方向反了，做得越差越“达标”。

公式：（1）≥、> 的指标，说明、评分标准或设置依据写有“越低越好、越少越好”，或者“不超过、不高于、控
制在”加指标值，或者指标值“以内（内）……得满分”；≤、< 的，写有“越高越好、越多越好”，或者“不低于、
不少于、至少”加指标值。（2）绩效目标里“不少于、不低于、至少”（或“不超过、不高于、以内”）后面的数，
与某项指标的指标值、单位都相同，前后有两个字以上与指标名称相同，而符号的方向相反。（3）名称是破损、
遗失、流失、差错、投诉、事故、死亡、故障等的率或次数，或者名称就以投诉、事故、上访、伤亡、返贫等结
尾而按件、起、次、例、人、户计数，写 ≥、>，指标值大于 0（名称写有处理、办结、下降、减少、及时、受
理、监测、演练等的除外）。（4）名称是满意度，或者合格、达标、覆盖、完好、及时、办结等的率，计量单
位为 %或分，指标值在 50 以上而写 ≤、<（名称写有不、未、非、投诉等的除外）。

依据：绩效指标的符号表示目标的方向，审核绩效目标时常见的退回理由。

反例：图书破损遗失率 ≥2%，说明写“越低越好，全年控制在2%以内”。

正例：图书破损遗失率 ≤2%。

改法：核对符号，按文字的方向改正。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import Quantity, measured_in, quantities
from generator.audit.dossier.rows import Row
from generator.audit.dossier.slips import shared
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.cells.signs import Operator
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, parse
from generator.values.text import half_width

SEVERITY = Severity.WARNING
NEEDS = (needs.AIMING, needs.ROWS, needs.TARGETS)

_LESS = lazily("越[低少小短]越好|逆向指标|反向指标|负向指标")
_MORE = lazily("越[高多大]越好|正向指标")
_AT_MOST = lazily(
    rf"(?:不得?(?:超过|高于|大于|多于)|控制在|(?<![不得])低于|以下为)[^，,。；\d]{{0,6}}({UNSIGNED})"
    r"(?!\s?%?[^\d。；;]{0,12}(?:扣|不得分|不给分|每[低少]))",
    re.ASCII,
)
"""Not what points are taken for: `低于98%扣1分`."""
_AT_LEAST = lazily(rf"(?:不得?(?:低于|少于|小于)|至少|达到)\s?({UNSIGNED})", re.ASCII)
_WITHIN = lazily(
    rf"({UNSIGNED})[^\d，,。；;]{{0,4}}(?<!国|省|市)以?内[^\d，,。；;]{{0,10}}得满分", re.ASCII
)
_FLOOR = lazily("(?:不得?(?:低于|少于|小于)|至少)$")
_CEILING = lazily("(?:不得?(?:超过|高于|大于|多于)|控制在)$")
_ILL = lazily(
    r"(?:破损|遗失|流失|损失|差错|投诉|事故|故障|死亡|违规|违约|逾期|空置|闲置|失业|返贫"
    r"|发病|漏损|返工|错误|出错|伤亡"
    r"|中断|误报|漏报|误诊|复发|辍学|超时)(?:遗失|丢失|发生)?(?:率|比例|次数|件数|起数"
    r"|人数|数量|数)$"
)
_ILL_ITSELF = lazily(
    r"(?:投诉|事故|上访|伤亡|差错|舆情|群体性事件|突发事件|返贫|停[水电气]|断电|溢流|缺勤"
    r"|违[规法纪](?:案件|问题|行为)?)$"
)
_COUNTED_ILLS = frozenset(("件", "起", "次", "例", "宗", "人", "人次", "户", "条"))
"""What is counted so is the ill itself, where its name ends with it: `全年有效投诉`."""
_WORKED_AT = lazily(
    "监[测管控]|报送|接[到处诉]|调[解查处]|演练|检查|[查审受]|侦|宣传|培训|预防|防[治控范]|巡|应急|模拟|处"
)
_GOOD = lazily(
    r"(?:满意|知晓|认可|支持)[度率]$"
    r"|(?:合格|达标|覆盖|完好|优良|优秀|及时|按时|办结|回复|签约|到位|入学|巩固|通过|存活"
    r"|成活|保存|利用|使用|达产|公开|就业|治愈|持证|普及|首诊|参保|处理|整改|完成|验收|准确)率$"
)
_NOT_GOOD = lazily("[不未非差超]|投诉|举报|违|返|退|空置|闲置|成本|能耗|药物|抗菌|农药|化肥")
_MOST = Decimal(50)
"""Per cent from which on less can hardly be wanted of what is good."""
_MENDED = lazily(
    "处[理置]|办[结理]|下降|降低|减少|控制|及时|化解|回复|答复|修复|排除|整改|报告|赔付"
    "|救助|补偿|响应|解决|查处|核查|受理|盘活"
)
_ITSELF = lazily("指标|数值|比率|结果|完成值|该|本项")
_RUN = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the sign, once for a row."""
    aims = subject.item.objective
    told = [
        one
        for text in (aims.adjusted or aims.expected, aims.whole_term)
        for one in quantities(text or "")
    ]
    for row in subject.leaves:
        operator, number = row.indicator.compared_by, row.indicator.target_number
        if operator in (None, Operator.EQUAL, Operator.QUALITATIVE) or number is None:
            continue
        wants_less = bool(operator and operator.wants_less)
        if words := _of_row(row, number, wants_less=wants_less) or _of_aims(
            row, number, told, wants_less=wants_less
        ):
            shown, due = ("≤", "≥") if wants_less else ("≥", "≤")
            yield Result(
                row.at("operator" if row.indicator.operator else "target"),
                f"{row.name}指标值 {row.indicator.target_shown}，而{words}，方向相反",
                f"请核对符号是否应为 {due}",
                shown,
                due,
            )


def _of_row(row: Row, number: Decimal, *, wants_less: bool) -> str:
    """The words of its own row that want the opposite."""
    indicator = row.indicator
    basis = [text for text in indicator.extra.values() if isinstance(text, str)]
    for text in (indicator.explanation, indicator.scoring_rule, *basis):
        if not text:
            continue
        plain = half_width(text)
        plainly = (_MORE if wants_less else _LESS).search(plain)
        if plainly and _speaks_of(row, plain[: plainly.start()]):
            return f"这一行写「{plainly[0]}」"
        opposite = (_AT_LEAST,) if wants_less else (_AT_MOST, _WITHIN)
        for match in (found for pattern in opposite for found in pattern.finditer(plain)):
            if parse(match[1]) == number and not (wants_less and match[0].startswith("达到")):
                return f"这一行写「{match[0]}」"
    if wants_less:
        is_rate = indicator.counted_in in ("%", "分") and number >= _MOST
        is_good = is_rate and _GOOD.search(indicator.name) and not _NOT_GOOD.search(indicator.name)
        return "这一指标越高越好" if is_good else ""
    name = indicator.name
    is_itself = (
        indicator.counted_in in _COUNTED_ILLS
        and _ILL_ITSELF.search(name)
        and not _WORKED_AT.search(name)
    )
    is_ill = number > 0 and (_ILL.search(name) or is_itself) and not _MENDED.search(name)
    return "这一指标越低越好" if is_ill else ""


def _speaks_of(row: Row, before: str) -> bool:
    """Whether words stand for the row itself, not for something else that they name."""
    clause = before[max(before.rfind(sign) for sign in "，,。；;：:（(\n") + 1 :]
    is_itself = not clause or _ITSELF.search(clause) is not None
    return is_itself or len(shared(clause, row.indicator.name)) >= _RUN


def _of_aims(row: Row, number: Decimal, told: list[Quantity], *, wants_less: bool) -> str:
    """The words of the objective that want the opposite of the same figure."""
    worth, unit = measured_in(row.indicator.counted_in)
    for one in told:
        if one.unit != unit or one.value != number * worth:
            continue
        if wants_less:
            is_opposite = _FLOOR.search(one.before) or one.behind.startswith("以上")
        else:
            is_opposite = _CEILING.search(one.before) or one.behind.startswith(("以内", "以下"))
        if is_opposite and len(shared(one.before + one.behind, row.indicator.name)) >= _RUN:
            return f"绩效目标写「{one.before}{one.said}{one.behind[:2]}」"
    return ""
