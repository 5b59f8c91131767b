"""分值与指标体系不同。

某项指标的分值，与所用指标体系规定的分值不同。

原因：分值决定每件事有多重要。改动规定的分值，可能让难做的事变轻；确有需要的，应当说明。

公式：只比较指标体系写明了分值的指标，按名称或别名对应，分值须相等。同一级的几处不同合成一条。
分值合计本身不符的，由 weights-do-not-add-up 报告，这里不重复；更下级重复出现的预算执行率，
由 execution-scored-twice 报告；没有满意度指标而把它的分值并入效益的，是通行做法，不报告。

依据：所用指标体系的依据文件（见指标体系页面）。财预〔2020〕10号的单位自评分值允许按项目情况调整，
因此只作警告。

反例：单位自评-10-50-30-10 中，产出指标写 70 分、效益指标写 10 分。

正例：产出指标 50 分，效益指标 30 分。

改法：按指标体系填写；经批准调整的，用“例外”写明理由。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.rules import weights_do_not_add_up
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.frames import Role
from generator.source import At

SEVERITY = Severity.WARNING
NEEDS = (needs.POINTED, needs.ROWS, needs.WEIGHTS, needs.FIXED_WEIGHTS)


def check(subject: Subject) -> Iterator[Result]:
    """At the first differing weight of each level."""
    if not subject.own_weights:
        return
    wrong = {said.path for said in weights_do_not_add_up.check(subject) if isinstance(said, Result)}
    levels: dict[At, list[tuple[Row, Decimal]]] = {}
    for row, weight in subject.own_weights:
        total: At = row.above.at("weight") if row.above else ("indicators",)
        if wrong.isdisjoint((total, row.at("weight"))):
            levels.setdefault(total, []).append((row, weight))
    for differing in levels.values():
        if _takes_over_satisfaction(subject, differing):
            continue
        weights = [(row, points(row.indicator.weight or Decimal(0))) for row, _ in differing]
        yield Result(
            differing[0][0].at("weight"),
            "分值与指标体系不同："
            + "、".join(
                f"{row.name}{found}（规定 {points(weight)}）"
                for (row, found), (_, weight) in zip(weights, differing, strict=True)
            ),
            "请按指标体系填写；经批准调整的，可用「例外」写明理由",
            "、".join(found for _, found in weights),
            "、".join(points(weight) for _, weight in differing),
        )


def _takes_over_satisfaction(subject: Subject, differing: Sequence[tuple[Row, Decimal]]) -> bool:
    """Whether only the benefit differs, by just what an absent satisfaction would weigh."""
    (row, weight), *others = differing
    framed = subject.framed(row)
    if others or framed is None or framed.role is not Role.BENEFIT:
        return False
    if any((f := subject.framed(r)) and f.role is Role.SATISFACTION for r in subject.rows):
        return False
    spare = [i.weight for _, i in subject.frame.fixed_weights if i.role is Role.SATISFACTION]
    return [row.indicator.weight] == [weight + w for w in spare if w is not None]
