"""A site's folder may be anything a folder can be; one build at a time; whole or not at all."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from helpers import showcase
from helpers.showcase import files_of
from mkdocs.exceptions import Abort

from generator.release.lock import BuildLock, BusyError
from generator.release.switch import Staging


def built(folder: Path) -> Staging:
    """A staging folder with a new site in it."""
    staging = Staging(folder)
    staging.begin()
    for name, text in NEW.items():
        (staging.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (staging.folder / name).write_text(text, encoding="utf-8")
    return staging


OLD = {"index.html": "old", "gone/index.html": "old", "a": "a file", "b/c.html": "old"}
NEW = {"index.html": "new", "new/index.html": "new", "a/index.html": "new", "b": "a file"}


def published(folder: Path) -> Path:
    for name, text in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def texts(folder: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in files_of(folder).items()}


class Fixed:
    """Renaming fails for one folder, as for a mount point."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        rename = Path.rename

        def refuse(path: Path, target: Path) -> Path:
            if folder in (path, Path(target)):
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
            return rename(path, target)

        monkeypatch.setattr(Path, "rename", refuse)


def test_a_folder_that_cannot_be_renamed_gets_the_new_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = published(tmp_path / "site")
    staging = built(site)
    Fixed(site, monkeypatch)
    assert "逐个更新" in staging.commit()
    staging.discard()
    assert texts(site) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("fails", range(1, 12))
def test_whenever_the_refilling_fails_the_old_site_stands(
    fails: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = published(tmp_path / "site")
    staging = built(site)
    Fixed(site, monkeypatch)
    count = 0
    copy, replace = shutil.copy2, Path.replace

    def step() -> None:
        nonlocal count
        count += 1
        if count == fails:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def failing_copy(*given: object, **named: object) -> object:
        step()
        return copy(*given, **named)  # type: ignore[call-overload] # as it was called

    def failing_replace(path: Path, target: Path) -> Path:
        step()
        return replace(path, target)

    monkeypatch.setattr(shutil, "copy2", failing_copy)
    monkeypatch.setattr(Path, "replace", failing_replace)
    try:
        staging.commit()
    except (OSError, shutil.Error):
        staging.discard()
        assert texts(site) == OLD
    else:
        assert count < fails
        assert texts(site) == NEW


def test_what_a_killed_refilling_left_is_put_back(tmp_path: Path) -> None:
    site = published(tmp_path / "site")
    staging = built(site)
    shutil.copytree(site, tmp_path / "kept")
    (tmp_path / "kept").rename(site / ".gongkai-outgoing")
    (site / "index.html").write_text("new", encoding="utf-8")
    (site / "new.html").write_text("new", encoding="utf-8")
    staging.begin()
    assert texts(site) == OLD


def _a_file(site: Path) -> None:
    site.write_text("mine", encoding="utf-8")


def _links_in_a_ring(site: Path) -> None:
    site.symlink_to(site.name)


@pytest.mark.parametrize("make", [_a_file, _links_in_a_ring])
def test_what_is_no_folder_is_said_and_left_as_it_is(
    make: Callable[[Path], None], project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = project / "site"
    make(site)
    before = sorted(path.name for path in project.iterdir())
    for _ in range(2):
        caplog.clear()
        with pytest.raises(Abort):
            showcase.build(project)
        assert "不能写入网站文件夹" in caplog.text
        assert "Traceback" not in caplog.text
    assert sorted(path.name for path in project.iterdir()) == before
    assert site.is_symlink() or site.read_text(encoding="utf-8") == "mine"


def test_a_lock_of_another_user_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = BuildLock(tmp_path / "site")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(FileLock, "acquire", refused)
    with pytest.raises(BusyError, match="另一个用户生成过"):
        lock.acquire(print)


@pytest.mark.slow
def test_a_link_stays_a_link_build_after_build(project: Path) -> None:
    real = project / "real"
    real.mkdir()
    (project / "site").symlink_to("real")
    for _ in range(2):
        showcase.build(project)
        assert (project / "site").is_symlink()
        assert (real / "index.html").is_file()


@pytest.mark.slow
def test_a_mounted_folder_gets_the_pages(project: Path) -> None:
    site = project / "site"
    site.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "none", str(site)], capture_output=True, check=False
    )
    if mount.returncode:
        pytest.skip(f"nothing can be mounted here: {mount.stderr.decode().strip()}")
    try:
        for _ in range(2):
            showcase.build(project)
            assert (site / "index.html").is_file()
            assert not [path for path in site.iterdir() if path.name.startswith(".gongkai")]
    finally:
        subprocess.run(["umount", str(site)], check=True)


@pytest.mark.slow
def test_nothing_need_be_written_beside_the_site(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = project / "public" / "site"
    site.mkdir(parents=True)

    def refused(*_: object, **named: object) -> object:
        if named.get("dir") == site.parent:
            raise PermissionError(errno.EROFS, os.strerror(errno.EROFS))
        raise AssertionError(named)

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    staging = Staging(site)
    assert staging.folder.parent != site.parent
    assert Staging(site).folder == staging.folder
    showcase.build(project, site_dir=str(site))
    assert (site / "index.html").is_file()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


BUILD = (sys.executable, "-m", "mkdocs", "build", "--strict")


@pytest.mark.slow
def test_two_builds_at_once_leave_one_whole_site(project: Path) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    both = [
        subprocess.Popen(
            BUILD, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for _ in range(2)
    ]
    assert [build.communicate(timeout=120)[0] and build.returncode for build in both] == [0, 0]
    twice = files_of(project / "site")
    showcase.build(project)
    assert twice == files_of(project / "site")


@pytest.mark.slow
def test_who_waits_in_vain_hears_who_builds(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(BuildLock.acquire, "__defaults__", (0.1,))
    showcase.build(project)
    before = files_of(project / "site")
    changed = next((project / "content/records").rglob("*.yml"))  # else there is nothing to build
    changed.write_bytes(changed.read_bytes() + b"# \n")
    holder = BuildLock(project / "site")
    holder.acquire(print)
    with pytest.raises(Abort):
        showcase.build(project)
    said = capsys.readouterr()
    assert f"进程 {os.getpid()}（" in said.out + said.err
    holder.release()
    assert files_of(project / "site") == before
    showcase.build(project)


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from generator.release.lock import BuildLock\n"
        "lock = BuildLock(Path(sys.argv[1])); lock.acquire(print)\n"
        "print('held', flush=True); time.sleep(60)"
    )
    run = [sys.executable, "-c", program, str(tmp_path / "site")]
    lock = BuildLock(tmp_path / "site")
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(BusyError, match=str(other.pid)):
            lock.acquire(lambda _: None, patience=0.1)
        other.send_signal(signal.SIGKILL)
    lock.acquire(lambda _: None, patience=30)
    lock.release()
    assert list(tmp_path.iterdir()) == []
