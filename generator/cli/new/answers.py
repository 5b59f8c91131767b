"""Questions and answers: what an option does not say is asked for, until the answer fits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import click

from generator.cli.calm import Interrupted, is_interrupted
from generator.diagnostics import Diagnostic
from generator.diagnostics.formats import as_text
from generator.values.choices import Choice
from generator.values.garbling import garbled
from generator.values.notations import is_slug
from generator.values.text import forbidden, half_width, nearest, normalise, shown, squeeze

T = TypeVar("T")


class UnfitAnswerError(ValueError):
    """An answer that cannot be used; the message says what can."""


class Stopped(click.ClickException):
    """The command did nothing, for a reason that lies in the project."""

    exit_code = 1

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics

    def show(self, file: Any = None) -> None:
        """Print the diagnostics, then the reason."""
        click.echo(as_text(self.diagnostics), file=file, err=True, nl=False)
        click.echo(f"{self.message}。没有写入任何文件。", file=file, err=True)


class WrongUse(Stopped):
    """An option's value cannot be used."""

    exit_code = 2


class BrokenOff(Stopped):
    """Somebody pressed Ctrl+C."""

    exit_code = Interrupted.exit_code


class CalmCommand(click.Command):
    """A command that says in Chinese that it was broken off."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.Abort, KeyboardInterrupt, EOFError) as error:
            click.echo(err=True)
            raise (BrokenOff if is_interrupted(error) else Stopped)("已取消") from None


@dataclass(slots=True)
class Answers:
    """The options given, and whether anything had to be asked."""

    given: dict[str, str | None]
    asked: bool = False

    def get(self, name: str, question: str, read: Callable[[str], T], default: str = "") -> T:
        """The option's value, or what is typed at the question; Enter takes the default."""
        value = self.given.get(name)
        if value is not None:
            try:
                return read(value)
            except UnfitAnswerError as unfit:
                raise WrongUse(f"--{name.replace('_', '-')}：{unfit}") from None
        self.asked = True
        while True:
            typed = click.prompt(
                question, default=default, show_default=bool(default), prompt_suffix="："
            )
            try:
                return read(typed)
            except UnfitAnswerError as unfit:
                click.echo(f"{unfit}。请重新输入")

    def pick(self, name: str, menu: "Menu[T]", default: str = "") -> T:
        """The choice an option names, or the one taken from a numbered list."""
        if self.given.get(name) is None:
            click.echo(f"{menu.title}：")
            for n, entry in enumerate(menu.entries, 1):
                click.echo(f"  {n}. {entry.name}{f'　{entry.note}' if entry.note else ''}")
        asking = self.given.get(name) is None
        number = next(
            (str(n) for n, entry in enumerate(menu.entries, 1) if default in entry.names()), ""
        )
        return self.get(
            name,
            f"请输入序号或名称（1 至 {len(menu.entries)}）",
            lambda typed: menu.find(typed, numbered=asking),
            number if default else "",
        )

    def confirm(self, question: str) -> bool:
        """是 or 否; Enter means 是."""
        return self.get("", f"{question}（是/否）", _yes_or_no, "是")


@dataclass(frozen=True, slots=True)
class MenuEntry(Generic[T]):
    """One line of a menu."""

    value: T
    name: str
    words: tuple[str, ...] = ()
    """Other words for the same."""
    note: str = ""

    def names(self) -> tuple[str, ...]:
        return (self.name, *self.words)


@dataclass(frozen=True, slots=True)
class Menu(Generic[T]):
    """Things to choose from, each by its number, by any of its names or by a part that fits one."""

    title: str
    entries: Sequence[MenuEntry[T]] = field(default=())
    further: Sequence[MenuEntry[T]] = field(default=())
    """What may be named too, and is not listed."""

    def find(self, typed: str, *, numbered: bool) -> T:
        """The value that is meant; raises `UnfitAnswerError` with what there is."""
        text = squeeze(half_width(typed))
        if numbered and text.isdecimal() and 1 <= int(text) <= len(self.entries):
            return self.entries[int(text) - 1].value
        spelt = {squeeze(typed), text}
        every = [*self.entries, *self.further]
        exact = [entry for entry in every if spelt & set(entry.names())]
        near = [entry for entry in every if text and any(text in n for n in entry.names())]
        found = exact or (near if numbered else [])
        if len(found) == 1:
            return found[0].value
        if len(found) > 1:
            raise UnfitAnswerError(f"“{shown(text)}”不止一个：{_listed(found)}")
        wrong = f"没有“{shown(text)}”" if text else "没有选择"
        names = [name for entry in every for name in entry.names()]
        guess = nearest(text, names) if text else None
        asked = f"，是否应为“{guess}”？" if guess else "。"
        raise UnfitAnswerError(f"{wrong}{asked}可选：{_listed(every)}")


def _listed(entries: Sequence[MenuEntry[Any]]) -> str:
    return "、".join(entry.name for entry in entries)


def menu_of(title: str, choices: type[Choice]) -> Menu[Any]:
    """A menu of a closed list, by Chinese labels and English values."""
    return Menu(title, [MenuEntry(choice, choice.label, (choice.value,)) for choice in choices])


def line(typed: str) -> str:
    """One line of text; raises `UnfitAnswerError` for none, or for what no file may hold."""
    text = squeeze(normalise(typed)[0])
    if (refused := forbidden(typed)) is not None:
        raise UnfitAnswerError(f"其中有不能使用的字符：{refused[1]}")
    if spoilt := garbled(text):
        raise UnfitAnswerError(f"其中{spoilt}")
    if not text:
        raise UnfitAnswerError("不能空着")
    return text


def slug(typed: str) -> str:
    """An id; raises `UnfitAnswerError` with what it may consist of."""
    text = squeeze(half_width(typed))
    if not is_slug(text):
        raise UnfitAnswerError(
            f"“{shown(text)}”不能用作编号，只用小写英文字母、数字和连字符，如 night-opening"
        )
    return text


def _yes_or_no(typed: str) -> bool:
    answers = {"是": True, "y": True, "yes": True, "否": False, "n": False, "no": False}
    word = squeeze(half_width(typed)).lower()
    if word not in answers:
        raise UnfitAnswerError("请输入 是 或 否")
    return answers[word]
