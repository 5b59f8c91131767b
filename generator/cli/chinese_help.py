"""The help of every command in Chinese, with what click itself adds to it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

_HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}
_ADDED = (
    ("Show this message and exit.", "显示这段说明。"),
    ("Show the version and exit.", "显示版本。"),
    ("[default: ", "[默认："),
    ("[required]", "[必填]"),
)
"""What click writes beside our own words."""
_PLACEHOLDERS = (("[OPTIONS]", "[选项]"), ("COMMAND [ARGS]...", "命令 [参数]…"))


class _ChineseFormatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for english, chinese in _PLACEHOLDERS:
            args = args.replace(english, chinese)
        super().write_usage(prog, args, prefix if prefix is not None else "用法：")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        super().write_dl([(name, _said(text)) for name, text in rows], col_max, col_spacing)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_HEADINGS.get(name, name)):
            yield


class _ChineseContext(click.Context):
    formatter_class = _ChineseFormatter


def explained_in_chinese(command: click.Command) -> click.Command:
    """The same command, and those below it, with such help."""
    command.context_class = _ChineseContext
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        explained_in_chinese(below)
    return command


def _said(text: str) -> str:
    for english, chinese in _ADDED:
        text = text.replace(english, chinese)
    return text
