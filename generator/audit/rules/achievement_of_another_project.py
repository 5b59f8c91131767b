"""完成情况与另一个项目的相同。

「完成情况」与另一个项目的文件逐字相同。

原因：两个项目做的不是一件事；一字不差，必有一份是把别的项目的文字贴了进来。

公式：绩效目标的「完成情况」在十六字以上，去掉空格和全半角的差别后，与编号、名称都不同的另一个项目
的记录逐字相同，而且预期目标不相同。放在与自己的预期目标相同的字较少的一份；三个以上项目相同的，视
为统一的文字，不报告。同一文件的分项之间也比较。

依据：通行做法；绩效自评要求结合本项目实际填写。

反例：干部培训项目的完成情况写“购置电子图书12000册、期刊86种”，与图书购置项目一字不差。

正例：写“举办培训班22期，培训1406人次”。

改法：核对是否贴错了文字，写明本项目的完成情况。
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.intake.records import Record
from generator.model.publisher import Thresholds
from generator.values.names import folded
from generator.values.text import shown

SEVERITY = Severity.WARNING
NEEDS = (needs.ACHIEVEMENT,)

_MOST = 2


def check(catalog: Catalog, thresholds: Thresholds) -> Iterator[tuple[Record, Result]]:
    """At the text that fits its own document less."""
    del thresholds
    same: dict[str, list[Entry]] = defaultdict(list)
    for entry in catalog.entries:
        if entry.achieved:
            same[entry.achieved].append(entry)
    for entries in same.values():
        projects = {(entry.id, entry.project): entry for entry in entries}
        if len(projects) != _MOST or len(entries) != _MOST:
            continue
        one, other = entries
        ids_differ = one.id != other.id and one.project != other.project
        if not ids_differ or _aim(one) == _aim(other):
            continue
        text = folded(one.matter.item.objective.achieved or "")
        worse, better = sorted(entries, key=lambda entry: _fit(entry, text))
        yield (
            worse.record,
            Result(
                (*worse.at, "objective", "achieved"),
                f"完成情况与「{shown(better.project)}」（{better.record.path}）一字不差",
                "请核对是否贴错了文字，写明本项目的完成情况",
                shown(worse.matter.item.objective.achieved or ""),
            ),
        )


def _aim(entry: Entry) -> str:
    return folded(entry.matter.item.objective.expected or "")


def _fit(entry: Entry, text: str) -> int:
    """How many pairs of signs what was achieved has in common with what was to be."""
    aim = f"{_aim(entry)}{folded(entry.project)}"
    return sum(text[n : n + 2] in aim for n in range(len(text) - 1))
