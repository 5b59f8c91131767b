"""The seam: what the store does not know of the records is worked out before the line runs.

The line itself then finds it known, and is the same with and without. Whatever a batch does not
give (a faulty record, a process that was killed, a machine with another program) the line works
out itself: batches can make a build shorter, never another one.
"""

from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass
from pathlib import Path

from generator.batches.crew import Crew
from generator.batches.work import Batch, standing_on, worked_out
from generator.intake import walk
from generator.intake.kinds import RECORD
from generator.store.database import StoredRow
from generator.store.store import Store

FEW = 300
"""Records that nothing is known of, up to which processes cost more than they save."""
SIZE = 50
"""Records of one batch: a second of work, and less than a megabyte of rows."""
_PATIENCE = 300
"""Seconds without any batch after which nobody waits for the others."""


@dataclass(slots=True)
class Ahead:
    """What came of it."""

    records: int = 0
    """Records in batches that gave rows."""
    unlike: int = 0
    """Records in batches for which a process had another program or other content."""
    lost: int = 0
    """Records in batches of which nothing came."""

    @property
    def note(self) -> str:
        """What whoever builds should hear; empty where all went well."""
        told = []
        if self.unlike:
            told.append(f"{self.unlike} 份因为工作进程的程序或内容与本机不同")
        if self.lost:
            told.append(f"{self.lost} 份因为工作进程中断或没有回应")
        return f"记录没有全部分批处理，其余由本进程处理：{'；'.join(told)}" if told else ""


def work_ahead(
    folder: Path, root: Path, store: Store, crew: Crew, *, is_preview: bool = False
) -> Ahead:
    """Let the crew work out what the store does not know of a content folder's records.

    A file that was changed is known of; only one that was never read is not. Raises CrewError where
    there is no crew to be found.
    """
    ahead = Ahead()
    if crew.is_alone:
        return ahead
    files = walk.files(folder)
    printable = filter(walk.is_printable, files)
    unknown = [
        file
        for file in RECORD.among(printable, folder)
        if not store.holds(file.relative_to(root).as_posix())
    ]
    if len(unknown) <= FEW:
        return ahead
    stands_on = standing_on(files, folder, root)
    batches = [
        Batch(root, folder, tuple(unknown[start : start + SIZE]), stands_on, is_preview)
        for start in range(0, len(unknown), SIZE)
    ]
    with crew.executor(len(batches)) as executor:
        for batch, rows in _worked_out(executor, batches, ahead):
            store.take(rows)
            ahead.records += len(batch.files)
    return ahead


def _worked_out(
    executor: Executor, batches: list[Batch], ahead: Ahead
) -> Iterator[tuple[Batch, tuple[StoredRow, ...]]]:
    """The rows of each batch as they come; of the others it is noted that none came."""
    given: dict[Future[tuple[StoredRow, ...] | None], Batch] = {
        executor.submit(worked_out, batch): batch for batch in batches
    }
    while given:
        done, _ = wait(given, _PATIENCE, FIRST_COMPLETED)
        if not done:
            ahead.lost += sum(len(batch.files) for batch in given.values())
            return
        for future in done:
            batch = given.pop(future)
            if future.cancelled() or future.exception() is not None:
                ahead.lost += len(batch.files)
            elif (rows := future.result()) is None:
                ahead.unlike += len(batch.files)
            else:
                yield batch, rows
