"""文字中的等级个数与名单不符。

文字写的各等级的项目个数，与名单上各项的等级数不出来。

原因：读者往往只看“优几个、良几个”；个数与名单不一致，不知道以哪个为准。

公式：正文或意见的一句话中至少写了两个“优3个”“合格一项”或“两个良”一类的个数；名单各分项的等级逐一数
出，有一个不相等就报告一次。有分项没有写等级的，只看所写的个数相加是否多于分项数。句中写有“其中”的，
前面写的个数等于分项数才核对；来源注明不全，或句中写有“上年”“复核”“自评”“比”的，不核对。

依据：同一数据前后一致，是公文核对的通行要求。

反例：五个项目中两个优、两个良、一个差，文字写“优3个、良1个、差1个”。

正例：文字写“优2个、良2个、差1个”。

改法：核对文字与名单，改为一致。
"""

from collections import Counter
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.told_grades import told_grades
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE, needs.OF_SEVERAL)


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the text."""
    if subject.evaluation.source.incomplete:
        return  # only a part of the list is here
    grades = [matter.item.result.grade for matter in subject.matter.leaves]
    for path, told in told_grades(subject.texts.prose, len(grades)):
        listed = Counter(grade[0] for grade in grades if grade)
        summed = sum(number for _, number in told)
        if None in grades and summed <= len(grades):
            yield Unjudged(f"{grades.count(None)} 个分项没有写等级")
            return
        if any(listed[grade[0]] != number for grade, number in told):
            said = "、".join(f"{grade}{number}个" for grade, number in told)
            due = "、".join(f"{grade}{listed[grade[0]]}个" for grade, _ in told)
            message = f"文字写{said}，名单上 {len(grades)} 项，是{due}"
            yield Result(path, message, "请核对文字与名单", said, due)
            return
