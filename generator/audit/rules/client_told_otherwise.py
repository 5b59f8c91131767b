"""文字写的委托方与机构栏不同。

正文写“受某局委托”，机构一栏的委托方是另一个单位。

原因：多半是沿用了另一份报告的文字；读者不知道是谁要这次评价的。

公式：「机构」恰有一个角色是委托方（委托单位、委托人），文字写“受……委托”“接受……（的）委托”的单位（以局、
委、办、部、厅、院、会、中心、政府结尾），与它的名称互不包含，去掉省市县区的地名后也不相同；机构栏的
主管部门、财政部门都不是它的，才提示。

依据：通行的文字核对要求：同一事项前后一致。只作提示。

反例：委托方是示例市住房保障和房产管理局，正文写“受示例市城市管理局委托”。

正例：正文写“受市住房保障和房产管理局委托”。

改法：核对委托方，改为一致。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.SECTIONS)

_CLIENT = re.compile("委托(?:方|单位|人|部门|机构)")
_TOLD = re.compile(
    r"受([\u4e00-\u9fff]{2,30}?(?:局|委|委员会|办公室|部|厅|院|会|中心|政府))的?委托"
)
_PLACE = re.compile("^[\u4e00-\u9fff]{1,6}?[省市县区州盟旗]")


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    bodies = subject.item.bodies
    clients = [body.name for body in bodies if _CLIENT.fullmatch(body.role)]
    if len(clients) != 1:
        return
    known = [half_width(body.name) for body in bodies]
    for text in subject.texts.prose.holding(_TOLD):
        if text.path[0] != "sections":
            continue
        for match in _TOLD.finditer(text.plain):
            if not any(_are_same(match[1], name) for name in known):
                yield Result(
                    text.path,
                    f"文字写「{match[0]}」，机构栏的委托方是「{clients[0]}」",
                    "请核对委托方，改为一致",
                    match[1],
                    clients[0],
                )
                return


def _are_same(one: str, other: str) -> bool:
    """Whether two names may be of one body: a place may be left out, or its office be short."""
    plain, beside = _PLACE.sub("", one), _PLACE.sub("", other)
    return plain in other or beside in one or not set(plain) - set(other)
