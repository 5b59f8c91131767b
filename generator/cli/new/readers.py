"""How single answers about a record are read."""

from datetime import date

from generator.cli.new.answers import UnfitAnswerError
from generator.intake.record_paths import YEARS
from generator.values.notations import DAY_NOTATION, UnreadableError
from generator.values.text import half_width, shown


def there_already(path: str) -> str:
    """What is said of a file that is not overwritten."""
    return f"已有 {path}，不会覆盖；请直接打开那个文件，或换一个编号"


def year_of(typed: str) -> int:
    """A fiscal year; raises `UnfitAnswerError`."""
    text = half_width(typed).strip().removesuffix("年度").removesuffix("年")
    if text not in map(str, YEARS):
        raise UnfitAnswerError(f"“{shown(text)}”不是年度，应为四位数字，如 2024")
    return int(text)


def day(typed: str) -> date:
    """A day; raises `UnfitAnswerError`."""
    try:
        DAY_NOTATION.read(typed)
    except UnreadableError as unreadable:
        raise UnfitAnswerError(
            f"“{shown(typed.strip())}”不是日期，应为{unreadable.args[0]}"
        ) from None
    return date.fromisoformat(DAY_NOTATION.standard(typed))
