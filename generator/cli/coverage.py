"""What was checked in each record, in a line for people and as JSON for programs."""

import json
from collections.abc import Mapping
from pathlib import Path

from generator.audit.coverage import Checked, Coverage, Extent
from generator.cli.calm import Unusable
from generator.privacy.numbers import masked


def line(coverage: Coverage) -> str:
    """How many rules looked at a record, and how many could not."""
    parts = [f"已核对 {len(coverage.asked)} 项"]
    if coverage.partly:
        parts[0] += f"，其中 {len(coverage.partly)} 项有部分内容不能判断"
    if coverage.lacking:
        parts.append(f"{len(coverage.lacking)} 项因缺少内容未核对")
    if coverage.unfit:
        parts.append(f"{len(coverage.unfit)} 项不适用")
    return "；".join(parts)


def as_json(checked: Mapping[str, Coverage]) -> str:
    """By record; the keys are a published contract."""
    return json.dumps({k: _plain(v) for k, v in checked.items()}, ensure_ascii=False, indent=2)


def _plain(coverage: Coverage) -> Mapping[str, object]:
    return {
        "checked": [one.rule for one in coverage.rules if one.extent is Extent.FULL],
        "partly": dict(map(_reasons, coverage.partly)),
        "lacking": dict(map(_reasons, coverage.lacking)),
        "unfit": [one.rule for one in coverage.unfit],
    }


def _reasons(one: Checked) -> tuple[str, list[str]]:
    return one.rule, [masked(reason) for reason in one.reasons]


def save(file: Path, checked: Mapping[str, Coverage]) -> None:
    """Write the list."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(f"{as_json(checked)}\n".encode())


def must_be_elsewhere(file: Path, content: Path) -> None:
    """Never among the records, where a path meant for the other argument would cost one."""
    if content in file.resolve().parents:
        raise Unusable(f"「{file}」在内容文件夹里；核对清单请写到别处")
