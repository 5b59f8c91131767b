"""What an exception is called where somebody must report it, or can do something about it."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click import ClickException
from mkdocs.exceptions import PluginError

from generator import disk


def reported(error: BaseException) -> str:
    """The message of an error that was raised to be read; else its type and where it arose too."""
    if isinstance(error, ClickException | SystemExit):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f"，{Path(frames[-1].filename).name} 第 {frames[-1].lineno} 行" if frames else ""
    return f"程序出错（{type(error).__name__}{place}）：{error}；请带上 -v 的输出报告"


@contextmanager
def writing(folder: str) -> Iterator[None]:
    """Say of the disk's refusals which folder they concern and what to do; nothing is published."""
    try:
        yield
    except OSError as error:
        reason = disk.reason(error)
        raise PluginError(
            f"不能写入网站文件夹 {folder}（{reason}）；原有网站保持不变；"
            "请核对权限和磁盘空间，或在 mkdocs.yml 中改 site_dir"
        ) from error
