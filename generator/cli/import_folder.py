"""`gongkai import` of a folder: all of its documents, and one list of what became of them."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from generator import disk, streams
from generator.batches import Crew
from generator.cli.calm import Unusable
from generator.cli.renewing import renew
from generator.importers.folders import (
    Task,
    imported_all,
    known_in,
    outcome_of,
    save,
    sources_in,
)
from generator.importers.importing import Ground, imported
from generator.importers.outcomes import Outcome, State, table
from generator.importers.outline import UnreadableError
from generator.progress import Told
from generator.tables.workbook import as_workbook

_STAGE = "导入"
_LIST = "导入结果.xlsx"
_EVERY = 20
"""Sources after which it is noted how far the import is: a broken run goes on from there."""
_LISTED = 10


def import_folder(folder: Path, out: Path, content: Path, root: Path, *, is_again: bool) -> bool:
    """Import every document of a folder; whether all could be read."""
    tasks = [Task(folder, file, content, root, out) for file in sources_in(folder, out)]
    if not tasks:
        raise Unusable(f"{folder} 里没有可以导入的文件")
    known = known_in(out)
    outcomes: list[Outcome] = []
    followed = Told(sys.stderr).over(
        _STAGE, imported_all(tasks, Crew.of("auto"), known), len(tasks)
    )
    for n, outcome in enumerate(followed, 1):
        outcomes.append(outcome)
        if n % _EVERY == 0:
            save(out, [*outcomes, *_behind(known, outcomes)])
    if is_again:
        ground = Ground.of(content, root)
        outcomes = [
            _again(task, one, ground) if one.state == State.CHANGED.value else one
            for task, one in zip(tasks, outcomes, strict=True)
        ]
    save(out, outcomes)
    _write(out / _LIST, as_workbook([table(outcomes)]))
    for line in _told(outcomes, out):
        click.echo(streams.portable(line))
    return all(one.state != State.FAILED.value for one in outcomes)


def _behind(known: dict[str, Outcome], outcomes: list[Outcome]) -> Iterator[Outcome]:
    """What is known of sources that this run has not come to yet."""
    told = {one.source for one in outcomes}
    return (one for one in known.values() if one.source not in told)


def _again(task: Task, before: Outcome, ground: Ground) -> Outcome:
    """The changed source merged into its drafts."""
    try:
        source = imported(task.file, ground, set())
    except UnreadableError as error:
        return replace(before, notes=(str(error),))
    if not renew(source, task.out, before.drafts):
        return before
    return outcome_of(task.name, source, before.drafts)


def _write(file: Path, content: bytes) -> None:
    if file.exists():
        disk.replace(file, content)
    else:
        disk.create({file: content})


def _told(outcomes: list[Outcome], out: Path) -> Iterator[str]:
    count = Counter(one.state for one in outcomes)
    parts = "，".join(
        f"{state.value} {count[state.value]}" for state in State if count[state.value]
    )
    drafts = sum(len(one.drafts) for one in outcomes)
    yield f"原件 {len(outcomes)} 份：{parts}；草稿 {drafts} 份。逐份的结果见 {out / _LIST}"
    failed = [one for one in outcomes if one.state == State.FAILED.value]
    for one in failed[:_LISTED]:
        yield f"  {one.source}：{'；'.join(one.notes)}"
    if len(failed) > _LISTED:
        yield f"  另有 {len(failed) - _LISTED} 份读不了"
