"""When a preview has to look again."""

import logging
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from generator.plugin.mistakes import reported

_logger = logging.getLogger("mkdocs")


class Watched:
    """Files whose change calls for a rebuild; what editors leave beside them does not."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._seen = self._look()

    def changed(self) -> bool:
        """Whether a file came, went or changed since the last call."""
        before, self._seen = self._seen, self._look()
        return before != self._seen

    def _look(self) -> Mapping[Path, tuple[int, int]]:
        seen = {}
        for file in self._files():
            try:
                status = file.stat()
            except OSError:
                continue  # gone since it was listed
            if stat.S_ISREG(status.st_mode):
                seen[file] = (status.st_mtime_ns, status.st_size)
        return seen

    def _files(self) -> Iterator[Path]:
        for path in self._paths:
            for file in path.rglob("*") if path.is_dir() else (path,):
                if not (file.name.startswith((".", "~")) or file.name.endswith(_LEFT_BY_EDITORS)):
                    yield file


_LEFT_BY_EDITORS = ("~", ".swp", ".tmp", ".bak", ".pyc")


def rebuild(watched: Watched, builder: Callable[[], None]) -> None:
    """Build again where a file changed, and let no failure end the preview."""
    if not watched.changed():
        return
    try:
        builder()
    except (Exception, SystemExit) as error:
        # MkDocs would leave every request hanging until the next good build.
        _logger.error("没有重新生成，预览保持上一次的页面：%s", reported(error))  # noqa: TRY400
        _logger.debug("", exc_info=error)  # the whole way, under -v
