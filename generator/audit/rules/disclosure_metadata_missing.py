"""缺少公开要素。

已发布的记录没有填写必备的公开要素。

原因：没有发布机构和日期，读者无法确认是谁、在什么时候作出的评价。

公式：状态为已发布的记录，网站设置的必备要素逐项填写；缺省为发布机构，以及成文日期、发布日期中的一
个：许多网页只印发布日期。草稿和审核中的记录不核对。

依据：《政府信息公开条例》第二十四条要求便于检索和查阅；公开栏目通行列示索引号、发布机构、成文日
期、发布日期等要素。

反例：记录已发布，「发布机构」为空。

正例：写明发布机构和发布日期；成文日期、索引号没有要求的可以不填。

改法：在“公开”中补充所缺的一项。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.publisher import DisclosureField

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE, needs.PUBLISHED)


def check(subject: Subject) -> Iterator[Result]:
    """At each missing field; of several that will do at the first."""
    disclosure = subject.evaluation.disclosure
    for field in subject.thresholds.required_disclosure:
        if not any(getattr(disclosure, name) for name in field.accepted):
            yield Result(
                ("disclosure", field.accepted[0]),
                _message(subject, field),
                f"请补充{field.label}",
                expected=field.label,
            )


def _message(subject: Subject, field: DisclosureField) -> str:
    if len(field.accepted) == 1:
        return f"公开要素没有填写「{field.label}」"
    names = "".join(f"「{subject.label(('disclosure', name))}」" for name in field.accepted)
    return f"公开要素中{names}都没有填写"
