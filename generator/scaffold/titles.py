"""What documents and projects are called: year, project and sort of document, each said once."""

import re

from generator.model.kinds import EvaluationKind
from generator.values.text import squeeze

_YEAR = re.compile(r"\A(?:19|20)\d{2}(?:-(?:19|20)?\d{2})?年(?:度)?")
_YEAR_BEHIND = re.compile(r"[(（](?:19|20)\d{2}年[^()（）]{0,12}[)）]\Z")
_DOCUMENT = re.compile(
    r"(?:项目支出|(?<!预算|财政|重点|部门|单位))(?:预算|财政|重点|部门|单位)*+"
    r"(?:绩效(?:自评价?|评价|评估|运行监控|监控|目标|跟踪)?|自评价?|评价|评估)"
    r"(?:结果|情况)?(?:申报表|报告书?|总结|通报|表)\Z"
)
_NUMBER = re.compile(r"\d+")


def bare(name: str) -> str:
    """A project's name without the year before or behind it and the sort of document."""
    text = _YEAR_BEHIND.sub("", _YEAR.sub("", squeeze(name)))
    shorter = _DOCUMENT.sub("", text)
    return shorter or text or name


def is_title(name: str) -> bool:
    """Whether a name is that of a document, with its sort: not of a project, nor of one's year."""
    return _DOCUMENT.search(_YEAR_BEHIND.sub("", squeeze(name))) is not None


def title(kind: EvaluationKind, year: int, project: str | None) -> str:
    """A title as reports have it; what the project's name says already is not said again."""
    return f"{year}年度{bare(project) if project else ''}{kind.wording.document}"


def of_year(title_before: str, before: int, year: int) -> str:
    """An earlier year's title for another year."""
    old, new = str(before), str(year)
    return _NUMBER.sub(lambda found: new if found[0] == old else found[0], title_before)
