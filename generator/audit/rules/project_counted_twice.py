"""同名项目按两个项目统计。

同一部门同一年度的两份文件，项目名称相同，项目编号不同，金额和等级各计了一次。

原因：项目以编号为准；两份文件各用各的编号，程序就当成两个项目，合计会多出一份。

公式：同一部门（更名的按继任部门）同一年度、项目名称相同（去掉空格和全半角的差别）而编号不同，并且
都计入统计的文件，后列的一份提示一次。

依据：同一项目每个预算年度只取一份文件的金额和等级，是本网站统计的口径。

反例：a.yml 是单位自评，b.yml 是财政评价，项目都叫“甲项目”，都没有填写项目的编号。

正例：两份都在「项目」中填写 编号: jia。

改法：是同一个项目的，在两份记录的“项目”中填写相同的编号。
"""

from collections.abc import Iterator

from generator.audit.base import Result
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.intake.records import Record
from generator.model.publisher import Thresholds
from generator.values.names import folded

SEVERITY = Severity.HINT
NEEDS = ()


def check(catalog: Catalog, thresholds: Thresholds) -> Iterator[tuple[Record, Result]]:
    """At the name of the later one."""
    del thresholds
    first: dict[tuple[str, int, str], Entry] = {}
    for entry in catalog.entries:
        name = entry.name
        if not name or not catalog.counts(entry):
            continue
        key = (catalog.today(entry.record.department), entry.year, folded(name))
        other = first.setdefault(key, entry)
        if other is entry or other.id == entry.id:
            continue
        yield (
            entry.record,
            Result(
                (*entry.at, "project", "name"),
                f"与 {other.record.path} 的项目同名，编号一个是 {entry.id}，一个是 {other.id}，"
                "按两个项目统计",
                "是同一个项目的，请在两份记录的「项目」中填写相同的编号",
                entry.id,
                other.id,
            ),
        )
