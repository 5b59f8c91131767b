"""What an exception is called where somebody must report it."""

import traceback
from pathlib import Path

from click import ClickException


def reported(error: BaseException) -> str:
    """The message of an error that was raised to be read; else its type and where it arose too."""
    if isinstance(error, ClickException | SystemExit):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f"，{Path(frames[-1].filename).name} 第 {frames[-1].lineno} 行" if frames else ""
    return f"程序出错（{type(error).__name__}{place}）：{error}；请带上 -v 的输出报告"
