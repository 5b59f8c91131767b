"""One build of a site at a time, on one machine.

The lock is the operating system's and ends with its process, however that ends: a dead lock is
none. Beside it stands who builds, for whoever has to wait. Both lie in a folder of the system's,
so that nothing is left in the project.
"""

import json
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from generator.release.switch import aside

PATIENCE = 120
"""Seconds that a build waits for another one of the same site."""
_SOON = 0.5
"""Seconds after which it says that it waits."""


class BusyError(Exception):
    """Another program builds the site; the message says which."""


class BuildLock:
    """Held while the folder `target` is built."""

    def __init__(self, target: Path) -> None:
        place = aside(target.resolve())
        self._lock = FileLock(place / "lock")
        self._holder = place / "builder"

    def acquire(self, say: Callable[[str], None], patience: float = PATIENCE) -> None:
        """Take the lock, or wait for it and say so; raises BusyError after so many seconds.

        Raises it at once where the lock is another user's.
        """
        try:
            self._lock.acquire(timeout=min(_SOON, patience))
        except PermissionError:
            raise BusyError(
                f"这个网站由另一个用户生成过，锁文件打不开：{self._lock.lock_file}；"
                "请由那个用户来生成，或请管理员删去这个文件所在的文件夹"
            ) from None
        except Timeout:
            say(f"{self._told()}正在生成同一个网站，等它结束……")
            try:
                self._lock.acquire(timeout=patience)
            except Timeout:
                raise BusyError(f"{self._told()}还在生成同一个网站；请等它结束后再试") from None
        self._holder.write_text(json.dumps(_myself()), encoding="utf-8")

    def release(self) -> None:
        """Let the next one build; the lock's own file stays, as it must for who waits on it."""
        self._holder.unlink(missing_ok=True)
        self._lock.release()

    def _told(self) -> str:
        """Who builds, as far as it is known."""
        with suppress(OSError, ValueError, KeyError):
            holder = json.loads(self._holder.read_text(encoding="utf-8"))
            return f"进程 {holder['pid']}（{holder['host']}，自 {holder['since']} 起）"
        return "另一个程序"


def _myself() -> dict[str, str]:
    now = datetime.now(UTC).astimezone()
    return {"pid": str(os.getpid()), "host": socket.gethostname(), "since": f"{now:%H:%M:%S}"}
