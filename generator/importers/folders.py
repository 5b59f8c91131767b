"""A folder of sources, imported on all cores; what is done and unchanged is not done again."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator import disk
from generator.batches import Crew
from generator.diagnostics import Severity, count
from generator.importers.importing import Ground, Source, imported
from generator.importers.outcomes import Outcome, State
from generator.importers.outline import UnreadableError
from generator.importers.saving import BASE, bases, files_of

STATE_FILE = "import-state.json"
_CHANGED = "导入以后原件改了；加上 --again 再导入一次，草稿里改过的会保留"
_PAGE = re.compile(r"第(\d{1,4})页")


@dataclass(frozen=True, slots=True)
class Task:
    """A source, and the site that it is imported for."""

    folder: Path
    file: Path
    content: Path
    root: Path
    out: Path

    @property
    def name(self) -> str:
        """What people call it: its path below the folder."""
        return self.file.relative_to(self.folder).as_posix()


Files = Mapping[Path, bytes]


def sources_in(folder: Path, out: Path) -> list[Path]:
    """Every file of a folder by name, but for hidden ones and drafts of earlier imports."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file()
        and not file.name.startswith(("~$", "."))
        and not file.resolve().is_relative_to(out.resolve())
    )


def known_in(out: Path) -> dict[str, Outcome]:
    """What an earlier import of a folder came to, by source."""
    try:
        listed: Any = json.loads((out / STATE_FILE).read_bytes())["sources"]
        found = [Outcome.of(one) for one in listed]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {one.source: one for one in found if one is not None}


def save(out: Path, outcomes: Sequence[Outcome]) -> None:
    """Keep what the import came to so far."""
    data = {"sources": [one.plain for one in outcomes]}
    content = f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()
    file = out / STATE_FILE
    if file.exists():
        disk.replace(file, content)
    else:
        disk.create({file: content})


def imported_all(
    tasks: Sequence[Task], crew: Crew, known: Mapping[str, Outcome]
) -> Iterator[Outcome]:
    """What becomes of each source, in order; drafts are written as they come."""
    done = {task.name: _as_before(task, known.get(task.name)) for task in tasks}
    todo = [task for task in tasks if done[task.name] is None]
    if not todo:
        yield from (one for one in done.values() if one is not None)
        return
    written = _Written.of(tasks[0].out)
    with crew.executor(len(todo)) as executor:
        futures = {task.name: executor.submit(worked_out, task) for task in todo}
        for task in tasks:
            before = done[task.name]
            yield before or _settled(task, futures[task.name], written)


def _as_before(task: Task, known: Outcome | None) -> Outcome | None:
    """What is known of a source that need not be read; None where it must be."""
    if known is None or known.state == State.FAILED.value:
        return None
    # The draft itself may have gone on to the records of the site.
    if not all((task.out / f"{path}{BASE}").exists() for path in known.drafts):
        return None
    if hashlib.sha256(task.file.read_bytes()).hexdigest() == known.digest:
        return known
    return replace(known, state=State.CHANGED.value, notes=(_CHANGED,)) if known.drafts else None


@dataclass(slots=True)
class _Written:
    """The drafts that lie in a folder, those of this run among them."""

    by_source: dict[tuple[str, str], list[str]]
    """Paths by the digest and the name of their source."""
    ids: set[str]

    @classmethod
    def of(cls, out: Path) -> "_Written":
        """Those of earlier runs: one may have broken off before it was noted what was done."""
        found = cls({}, set())
        for base in bases(out):
            found.by_source.setdefault((base.digest, base.source), []).append(base.path)
            found.ids.add(base.path.rpartition("/")[2])
        return found


def _settled(task: Task, future: Future[tuple[Outcome, Files]], written: _Written) -> Outcome:
    """Write what a process made; what it could not make is made here."""
    try:
        outcome, files = future.result()
    except BrokenProcessPool:
        outcome, files = worked_out(task)
    if there := written.by_source.get((outcome.digest, task.file.name)):
        return replace(outcome, drafts=tuple(there))
    try:
        disk.create(files)
    except FileExistsError:
        # Another source has a project of the same name: this one is given another id.
        outcome, files = _worked_out(task, set(written.ids))
        disk.create(files)
    written.ids.update(path.rpartition("/")[2] for path in outcome.drafts)
    return outcome


def worked_out(task: Task) -> tuple[Outcome, Files]:
    """A source read, its drafts made and not yet written; one that fails says why."""
    return _worked_out(task, set())


def _worked_out(task: Task, taken: set[str]) -> tuple[Outcome, Files]:
    try:
        source = imported(task.file, _ground(task.content, task.root), taken)
    except UnreadableError as error:
        return Outcome(task.name, "", State.FAILED.value, notes=(str(error),)), {}
    except Exception as error:
        note = f"处理时出错（{type(error).__name__}）；请把这份原件单独导入，看完整的说明"
        return Outcome(task.name, "", State.FAILED.value, notes=(note,)), {}
    files: dict[Path, bytes] = {}
    for one in source.drafts:
        files |= files_of(source, one, task.out)
    return outcome_of(task.name, source), files


@lru_cache(maxsize=1)
def _ground(content: Path, root: Path) -> Ground:
    return Ground.of(content, root)


def outcome_of(name: str, source: Source, drafts: Sequence[str] = ()) -> Outcome:
    """What came of a source; its drafts may stand elsewhere than it says."""
    made = [one.draft for one in source.drafts]
    results = [fault for one in source.drafts for fault in one.results]
    opened, missing = sum(len(one.open) for one in made), sum(len(one.missing) for one in made)
    is_doubtful = opened or missing
    state = State.DOUBTFUL if is_doubtful else State.RECOGNISED if made else State.NOTHING
    pages = {page for piece in source.ledger.pieces for page in _PAGE.findall(piece.place)}
    notes = [*source.notes, *(note for one in source.drafts for note in one.notes)]
    return Outcome(
        name, source.digest, state.value,
        tuple(drafts) or tuple(one.path for one in source.drafts),
        sum(len(one.values) for one in made), opened, missing,
        len(source.unplaced) + sum(len(one.unplaced) for one in source.drafts),
        count(results, Severity.ERROR), count(results, Severity.WARNING),
        len(pages) or None, tuple(dict.fromkeys(notes)),
    )  # fmt: skip
