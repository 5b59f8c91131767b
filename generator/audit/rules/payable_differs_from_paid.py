"""应付的金额与实际支付的不同。

结果应用按得分算出应付多少，资金表实际支付的是另一个数。

原因：按效付费，就是按结果付钱；付的不是应付的，要么算错，要么没有按结果付。

公式：结果应用的方式写有付费、支付、付款、补贴，或者内容写有“应付、应支付、应拨付、可支付”加金额；
这个金额与资金表支出合计不等（允许末位的一半）、相差在三成以内，也不等于资金表任何一行的金额、到位
减去它的数。评价对象是PPP 项目、政府购买服务，或者资金「说明」写明支出就是服务费、付费、补贴的才核
对；写有“尾款、余款、已支付、预付、分期、下年、补付、追回、扣回”的不核对。

依据：按效付费以绩效评价结果为依据（财金〔2020〕13号，财综〔2022〕1号等通行规定）。只作提示。

反例：按付费系数 0.96 应付 1751.04 万元，资金表支出服务费 1768.04 万元。

正例：支出 1751.04 万元。

改法：核对应付的和实际支付的金额；有预付、尾款的，写明。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import quantities
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.findings import UseOfResults
from generator.values.lazily import lazily
from generator.values.money import Amount, Unit, half_digit

SEVERITY = Severity.HINT
NEEDS = (needs.ENDED, needs.FUNDS, needs.SPENT, needs.USES)

_WAY = lazily("付费|支付|付款|拨付|补贴")
_DUE = lazily(r"(?:应|可|核定|按[^，,。；]{0,8})(?:予)?(?:支付|拨付|付)[^，,。；\d]{0,10}$")
_FEE = lazily("服务费|付费|补贴|购买服务|运营费|PPP|可用性|缺口")
_OTHERWISE = lazily("尾款|余款|已[经付支]|预付|分期|下年|次年|下一|补付|追回|扣回|收回|首期|另")
_FAR = Decimal("0.3")


def check(subject: Subject) -> Iterator[Result]:
    """At the amount that was due."""
    funds, item = subject.item.funds, subject.item
    spent = funds.spent if funds else None
    scope = item.scope.label if item.scope else ""
    if funds is None or spent is None or not _FEE.search(f"{funds.explanation or ''}{scope}"):
        return
    known = [amount for row in funds.all_rows for amount in row.amounts.values()]
    for n, use in enumerate(item.uses):
        due = _due(subject, use)
        if due is None or _OTHERWISE.search(use.text or ""):
            continue
        told = due.to(funds.unit).value
        near = Amount(half_digit(due.value), due.unit).to(funds.unit).value
        values = (*known, *((spent.value,)), *(b - spent.value for b in known))
        far = abs(told - spent.value) > _FAR * told
        if not far and all(abs(told - value) > near for value in values):
            field = "amount" if use.amount is not None else "text"
            yield Result(
                ("uses", n, field),
                f"按结果应付 {due}，资金表支出 {spent}",
                "请核对应付的和实际支付的金额；有预付、尾款的，请写明",
                str(due),
                str(spent),
            )


def _due(subject: Subject, use: UseOfResults) -> Amount | None:
    """What was to be paid by the results."""
    told = [q for q in quantities(use.text or "") if q.unit == "元" and _DUE.search(q.before)]
    if len(told) == 1:
        unit = subject.item.funds.unit if subject.item.funds else Unit.YUAN
        return Amount(told[0].value / unit.yuan, unit)
    return subject.item.amount(use.amount) if _WAY.search(use.way or "") and not told else None
