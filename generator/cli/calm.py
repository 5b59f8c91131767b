"""How a command ends when it was used wrongly or could not go on: one Chinese sentence.

Exit code 2 says that nothing was judged; 1 is left to content that must be mended, 130 to Ctrl+C.
"""

import errno
import re
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from generator import disk, streams

_WORDS = "(.{0,999})"
_QUOTED = f"""['"]{_WORDS}['"]"""
_CLICK = tuple(
    (re.compile(rf"\A{english}", re.DOTALL), chinese)
    for english, chinese in (
        (rf"\w+ {_QUOTED} does not exist\.", "找不到「{}」"),
        (rf"\w+ {_QUOTED} is a file\.", "「{}」是文件，应为文件夹"),
        (rf"\w+ {_QUOTED} is a directory\.", "「{}」是文件夹，应为文件"),
        (rf"\w+ {_QUOTED} is not readable\.", "没有权限读取「{}」"),
        (rf"\w+ {_QUOTED} is not writable\.", "没有权限写入「{}」"),
        (rf"{_QUOTED} is not one of {_WORDS}\.", "没有「{}」，可选：{}"),
        (rf"{_QUOTED} is not a valid integer(?: range)?\.", "「{}」不是整数"),
        (rf"{_QUOTED} is not a valid \w+\.", "「{}」的写法不对"),
        (rf"{_WORDS} is not in the range {_WORDS}\.", "「{}」不在范围 {} 之内"),
        (rf"Got unexpected extra arguments? \({_WORDS}\)", "多出了「{}」"),
        (rf"Option {_QUOTED} requires an argument\.", "{} 后面应有一个值"),
        (rf"Option {_QUOTED} does not take a value\.", "{} 后面不能有值"),
        (rf"Option {_QUOTED} requires {_WORDS} arguments\.", "{} 后面应有 {} 个值"),
        (r"Missing command\.", "没有写明命令"),
    )
)
"""What click says of wrong use, and the same in Chinese."""


class Ended(click.ClickException):
    """The command did nothing, and says why."""

    def show(self, file: Any = None) -> None:
        """Print the sentence."""
        click.echo(f"错误：{self.message}", file=file, err=True)


class Unusable(Ended):
    """The reason lies in how the command was called, or in the disk."""

    exit_code = 2


class Interrupted(Ended):
    """Somebody pressed Ctrl+C; the exit code is the one that shells give."""

    exit_code = 128 + signal.SIGINT


def is_interrupted(error: BaseException) -> bool:
    """Whether it was Ctrl+C, which click turns into the same as the end of what is typed."""
    return isinstance(error, KeyboardInterrupt) or isinstance(error.__context__, KeyboardInterrupt)


class CalmGroup(click.Group):
    """A command of commands that ends in a sentence, never in a traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, on streams that carry every text."""
        streams.carry_all()
        return super().main(*args, **extra)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the options before the command's name."""
        with _calm():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the command's own options and run it."""
        with _calm():
            return super().invoke(ctx)


@contextmanager
def _calm() -> Iterator[None]:
    """What goes wrong outside the content, as one sentence."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        usage = f"；用法见 {error.ctx.command_path} -h" if error.ctx else ""
        raise Unusable(f"{_sentence(error)}{usage}") from None
    except (click.Abort, KeyboardInterrupt, EOFError) as error:
        raise (Interrupted if is_interrupted(error) else Ended)("已取消") from None
    except OSError as error:
        if error.errno == errno.EPIPE:  # nobody reads on, which click ends quietly
            raise
        place = f"：{error.filename}" if error.filename else ""
        raise Unusable(f"读写文件失败（{disk.reason(error)}）{place}") from None


def _sentence(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}{_guess(error.possibilities)}"
        case click.exceptions.NoSuchCommand():
            return f"没有命令「{error.command_name}」{_guess(error.possibilities)}"
        case click.MissingParameter(param=click.Parameter() as param):
            return f"没有给出 {_name(param)}"
        case click.BadParameter(param=click.Parameter() as param):
            return f"{_name(param)}：{_chinese(error.message)}"
    return _chinese(error.message)


def _guess(possibilities: Sequence[str] | None) -> str:
    return f"；是否应为 {'、'.join(possibilities)}？" if possibilities else ""


def _name(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def _chinese(message: str) -> str:
    for english, chinese in _CLICK:
        if match := english.fullmatch(message):
            # What is left of click's quotation stands between the words of a list.
            return chinese.format(
                *(part.strip("'").replace("', '", "、") for part in match.groups())
            )
    return message
