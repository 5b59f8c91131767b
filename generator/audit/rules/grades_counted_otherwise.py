"""文字中的等级个数与名单不符。

文字写的各等级的项目个数，与名单上各项的等级数不出来。

原因：读者往往只看“优几个、良几个”；个数与名单不一致，不知道以哪个为准。

公式：一句话中至少写了两个“优3个”“良1项”一类的个数；名单各分项的等级逐一数出，有一个不相等就报告一
次。有分项没有写等级、来源注明不全，或句中写有“其中”“上年”“复核”“自评”“比”的，不核对。

依据：同一数据前后一致，是公文核对的通行要求。

反例：五个项目中两个优、两个良、一个差，文字写“优3个、良1个、差1个”。

正例：文字写“优2个、良2个、差1个”。
"""

import re
from collections import Counter
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE, needs.OF_SEVERAL, needs.SECTIONS)

_COUNTED = re.compile(
    r"(?<![目位业其项个])([优良中差])[秀好等]?(?:的|等级|级)?[为有]?\s?(\d{1,4})\s?[个项]"
)
_OTHER = re.compile("其中|上年|去年|复核|自评|比")
_FEWEST = 2


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the text."""
    if subject.evaluation.source.incomplete:
        return  # only a part of the list is here
    grades = [matter.item.result.grade for matter in subject.matter.leaves]
    for text in subject.texts.prose.holding(_COUNTED):
        for sentence in text.sentences:
            told = [(grade, int(number)) for grade, number in _COUNTED.findall(sentence)]
            if len(told) < _FEWEST or _OTHER.search(sentence):
                continue
            if None in grades:
                yield Unjudged(f"{grades.count(None)} 个分项没有写等级")
                return
            counted = Counter(grade[0] for grade in grades if grade)
            if any(counted[grade] != number for grade, number in told):
                said = "、".join(f"{grade}{number}个" for grade, number in told)
                due = "、".join(f"{grade}{counted[grade]}个" for grade, _ in told)
                message = f"文字写{said}，名单上是{due}"
                yield Result(text.path, message, "请核对文字与名单", said, due)
                return
