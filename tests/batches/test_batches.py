"""Batches of records: whoever works them out, the site is the same, byte for byte."""

import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from helpers import demo_site, showcase
from helpers.changes import CHANGES
from helpers.cluster import cluster
from helpers.thorough import some

from generator import site
from generator.audit import runner
from generator.batches import Crew, CrewError, ahead, crew, work_ahead
from generator.batches.ahead import Ahead
from generator.batches.work import Batch, standing_on, worked_out
from generator.catalog import catalog
from generator.intake import walk
from generator.plugin import making
from generator.search.documents import Document
from generator.store.database import StoredRow
from generator.store.exports import StoredExports
from generator.store.rooms import StoredIndex
from generator.store.seen import Seen
from generator.store.store import open_store

_RECORDS = 24
_PLUGIN = "  - gongkai\n"


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(ahead, "FEW", 0)
    monkeypatch.setattr(ahead, "SIZE", 5)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = demo_site.made(tmp_path_factory.mktemp("batches") / "demo", _RECORDS, faults="0.2")
    CHANGES["an_original"](made)
    return made


@pytest.fixture
def project(once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(once, tmp_path / "demo"))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Ahead]:
    """What came of the batches of each build."""
    found: list[Ahead] = []

    def noted(*given: object, **named: object) -> Ahead:
        found.append(work_ahead(*given, **named))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(making, "work_ahead", noted)
    return found


def batch_of(project: Path) -> Batch:
    folder = project / "content"
    files = tuple(demo_site.record_files(project))
    return Batch(project, folder, files, standing_on(walk.files(folder), folder, project))


def built(project: Path, *options: str) -> dict[str, bytes]:
    """All files of the site, made by a first build with these options."""
    settings = project / "mkdocs.yml"
    before = settings.read_text(encoding="utf-8")
    assert _PLUGIN in before
    listed = "".join(f"      {option}\n" for option in options)
    text = before.replace(_PLUGIN, f"  - gongkai:\n{listed}") if options else before
    settings.write_text(text, encoding="utf-8")
    for kept in (".cache", "site"):
        shutil.rmtree(project / kept, ignore_errors=True)
    try:
        return showcase.files_of(showcase.build(project, strict=False))
    finally:
        settings.write_text(before, encoding="utf-8")


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]


def test_the_rows_are_those_that_the_line_learns(project: Path) -> None:
    store = open_store(None, b"")
    whole = site.build(project / "content", project, store=store)
    list(whole.indexed(StoredIndex(store, project / "site", Seen())))
    list(whole.exported(StoredExports(store, project / "site", Seen())))
    alone = ("files", "entries", "outcomes", "reports", "terms", "particulars", "indicators")
    own = (*alone, "originals")
    learnt = {row for row in store.rows if row[0] in own}
    rows = worked_out(batch_of(project))
    assert rows is not None
    assert set(rows) == learnt
    assert {room for room, *_ in rows} == set(own)


def test_a_faulty_record_has_no_rows(project: Path) -> None:
    file = demo_site.record_files(project)[0]
    sound = worked_out(batch_of(project))
    file.write_text("格式: [", encoding="utf-8")
    rows = worked_out(batch_of(project))
    assert rows is not None
    assert sound is not None
    name = file.relative_to(project).as_posix()
    assert {row for row in sound if not row[1].startswith(name)} == set(rows)
    assert len(rows) < len(sound)


def test_a_process_with_other_content_gives_nothing(project: Path) -> None:
    batch = batch_of(project)
    register = project / "content/departments.yml"
    register.write_text(register.read_text(encoding="utf-8") + "\n# 改\n", encoding="utf-8")
    assert worked_out(batch) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    "way", some(["spawn, store", "fork, store", "fork, no store", "spawn, no store"], every=2)
)
def test_a_pool_makes_the_same_site(
    project: Path, way: str, monkeypatch: pytest.MonkeyPatch, told: list[Ahead]
) -> None:
    start, kept = way.split(", ")
    store = "true" if kept == "store" else "false"
    if start not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system cannot {start}")
    monkeypatch.setattr(crew, "start_method", lambda: multiprocessing.get_context(start))
    serial = built(project)
    assert told.pop() == Ahead()
    records = len(demo_site.record_files(project))
    assert differing(built(project, "workers: 2", f"store: {store}"), serial) == []
    assert told == [Ahead(records=records)]


def test_only_many_unknown_records_are_shared(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "FEW", _RECORDS)
    folder, store = project / "content", open_store(None, b"")
    assert work_ahead(folder, project, store, Crew(2)) == Ahead()


def test_what_is_known_is_not_shared_again(project: Path) -> None:
    demo_site.record_files(project)[0].write_text("格式: [", encoding="utf-8")
    folder, store = project / "content", open_store(None, b"")
    assert work_ahead(folder, project, store, Crew(2)) == Ahead(records=_RECORDS)
    assert work_ahead(folder, project, store, Crew(2)) == Ahead(records=1)


def test_the_line_finds_it_all_known(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, store = project / "content", open_store(None, b"")
    first = [(one.uri, one.content) for one in site.build(folder, project).index]
    work_ahead(folder, project, store, Crew(2))

    def never(*_: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr(runner, "run", never)
    monkeypatch.setattr(catalog, "entries_of", never)
    monkeypatch.setattr(Document, "terms", property(never))
    shared = site.build(folder, project, store=store)
    index = shared.indexed(StoredIndex(store, project / "site", Seen()))
    assert [(one.uri, one.content) for one in index] == first


def died(batch: Batch) -> tuple[StoredRow, ...]:
    os._exit(batch.is_preview + 1)


def unlike(batch: Batch) -> None:
    del batch


@pytest.mark.parametrize(
    ("work", "note"), [(died, "中断或没有回应"), (unlike, "程序或内容与本机不同")]
)
def test_what_does_not_come_is_said_and_left_to_the_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[[Batch], None], note: str
) -> None:
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("the other way cannot be handed a test's own function")
    monkeypatch.setattr(crew, "start_method", lambda: multiprocessing.get_context("fork"))
    monkeypatch.setattr(ahead, "worked_out", work)
    folder, store = project / "content", open_store(None, b"")
    found = work_ahead(folder, project, store, Crew(2))
    assert found.records == 0
    assert f"{_RECORDS} 份因为工作进程" in found.note
    assert note in found.note
    plain = site.build(folder, project)
    shared = site.build(folder, project, store=store)
    assert shared.diagnostics == plain.diagnostics


def test_who_never_answers_is_not_waited_for(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Deaf(Executor):
        def submit(self, *given: object, **named: object) -> Future[Any]:
            del given, named
            return Future()

    @contextmanager
    def deaf(self: Crew, batches: int) -> Iterator[Executor]:
        del self, batches
        yield Deaf()

    monkeypatch.setattr(Crew, "executor", deaf)
    monkeypatch.setattr(ahead, "_PATIENCE", 0.01)
    found = work_ahead(project / "content", project, open_store(None, b""), Crew(2))
    assert found == Ahead(lost=_RECORDS)


@pytest.mark.slow
def test_workers_of_a_cluster_make_the_same_site(
    project: Path, tmp_path: Path, told: list[Ahead]
) -> None:
    serial = built(project)
    told.clear()
    records = len(demo_site.record_files(project))
    with cluster(tmp_path) as address:
        assert differing(built(project, f"scheduler: {address}"), serial) == []
    assert told == [Ahead(records=records)]


@pytest.mark.promises
def test_three_hundred_records_are_the_same_in_every_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[Ahead]
) -> None:
    monkeypatch.setattr(ahead, "SIZE", 50)
    project = demo_site.made(tmp_path / "demo", 300)
    serial = built(project)
    told.clear()
    ways = [("workers: 2",), ("workers: 2", "store: false")]
    with cluster(tmp_path) as address:
        for options in (*ways, (f"scheduler: {address}",)):
            assert differing(built(project, *options), serial) == []
    assert told == [Ahead(records=300)] * 3


@pytest.mark.parametrize(
    ("workers", "scheduler", "said"),
    [
        (0, None, "workers 不能是「0」，应写成 1 到 256 的整数或 auto"),
        (257, None, "workers 不能是「257」"),
        ("x", None, "workers 不能是「x」"),
        (True, None, "workers 不能是「True」"),
        (1.5, None, "workers 不能是「1.5」"),
        (1, "10.0.0.5:8786", "scheduler 不能是「10.0.0.5:8786」，应写成「tcp://主机:端口」"),
        (1, 8786, "scheduler 不能是「8786」"),
    ],
)
def test_unfit_settings_become_words(workers: object, scheduler: object, said: str) -> None:
    with pytest.raises(CrewError, match=said):
        Crew.of(workers, scheduler)


def test_fit_settings() -> None:
    assert Crew.of(1).is_alone
    assert Crew.of("auto").workers >= 1
    assert not Crew.of(3).is_alone
    assert not Crew.of(1, "tcp://127.0.0.1:8786").is_alone
