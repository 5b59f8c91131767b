"""Record files as hurried hands leave them: any file of this project, changed at random."""

import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import source
from generator.binding.filling import fill
from generator.binding.standard import standard
from generator.model.evaluation import Evaluation
from generator.schema.languages import Language
from helpers import audit, demo_site
from helpers.thorough import THOROUGH

TESTS = Path(__file__).parents[1]
COUNT = 3_000 if THOROUGH else 250

_SIGNS = (
    *" \t\n#:-?&*!|>'\"{}[],%@`~\\=",
    *"：，。、“”（）％－０９　·×…—",
    "\r\n", "\r", "  ", " #", " # ", "#注", ": ", "? ", "- ", "''", '""', "<<: ", "---\n", "...\n",
    "*一", "&一 ", "!!str ", "~", "null", "\u00a0", "\u200b", "\u2028", "\ufeff", "\x00", "\x85",
    "⽬", "é", "e\u0301", "浜", "屯", "\ufffd", "????", "\U0001f600", "\U00020000",
    "\\u4e2d", "&#20013;",
)  # fmt: skip
_VALUES = (
    "", "''", '""', "~", "null", "12", "1２.5", "12.50", "1,234.5", "１２％", "98.5%", "是",
    "true", "二〇二一年", "2021-02-30", "2021年7月1日", "项目支出", "专项资金", "其他",
    "[一, 二]", "[]", "{}", "{名称: 一}", "[[一]]", "- 一", "'一 # 二'", "一 # 二", "一 #二",
    "'一''二'", '"一\\n二"', '"一\\u2028二"', "'<<'", "|", ">", "一：二", "一:二", "\u3000",
    "|\n        一\n        二", ">\n        一\n\n        二", "一\n      二", "'一\n      二'",
    "'\u3000'", "一" * 30, "x" * 5_001, '"' + "," * 5_001 + '"', "https://example.org/a#b",
)  # fmt: skip
_KEYS = (
    "名称", "name", "名 称", "名称：", "名字", "分值", "weight", "得分", "score", "其他栏",
    "extra", "级次", "'名称'", '"名称"', "-名称", "<<", "", "? 名称", "格式", "format", "指标",
    "数量", "下级", "年初预算",
)  # fmt: skip


def texts() -> Iterator[str]:
    """Files changed at random, the same ones in every run."""
    files = originals()
    for seed in range(COUNT):
        chance = random.Random(seed)
        text = chance.choice(files)
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            text = chance.choice(_CHANGES)(text, chance)
        yield text


def contents() -> Iterator[bytes]:
    """The same as bytes, some of them spoilt."""
    for seed, text in enumerate(texts()):
        content = bytearray(text.encode())
        if seed % 25 == 0 and content:
            chance = random.Random(seed)
            content[chance.randrange(len(content))] = chance.randrange(256)
        yield bytes(content)


@cache
def originals() -> tuple[str, ...]:
    """The content files of the tests' own sites and of a demo, some in English."""
    with TemporaryDirectory() as folder:
        project = demo_site.made(Path(folder), 6)
        files = [*sorted(TESTS.rglob("content/**/*.yml")), *demo_site.record_files(project)]
        read = [file.read_text(encoding="utf-8") for file in files]
    return (*read, *(_in_english(text) for text in read[::5] if "\n评价类型:" in text))


def _in_english(text: str) -> str:
    document = source.read(text.encode(), "a.yml").document
    assert document is not None
    form = fill(document, Evaluation, lexicon=audit.DECLARED.lexicon)
    return standard(form, text.encode(), Language.ENGLISH)


_Change = Callable[[str, random.Random], str]


def _insert(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return f"{text[:at]}{chance.choice(_SIGNS)}{text[at:]}"


def _replace(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return f"{text[:at]}{chance.choice(_SIGNS)}{text[at + 1 :]}"


def _cut(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randrange(9) :]


def _by_line(change: Callable[[list[str], int, random.Random], None]) -> _Change:
    def changed(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance.randrange(len(lines)), chance)
        return "\n".join(lines)

    return changed


def _drop(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at : at + chance.randrange(1, 4)]


def _double(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)) if chance.random() < 0.5 else at, lines[at])


def _indent(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = chance.choice((" ", "  ", "    ", "\t", "\u3000")) + lines[at]


def _outdent(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = lines[at][chance.randrange(1, 4) :]


def _value(lines: list[str], at: int, chance: random.Random) -> None:
    key, colon, _ = lines[at].partition(":")
    lines[at] = f"{key}{colon} {chance.choice(_VALUES)}"


def _key(lines: list[str], at: int, chance: random.Random) -> None:
    key, colon, value = lines[at].partition(":")
    start = len(key) - len(key.lstrip(" -"))
    lines[at] = f"{key[:start]}{chance.choice(_KEYS)}{colon}{value}"


def _misspell(lines: list[str], at: int, chance: random.Random) -> None:
    key, colon, value = lines[at].partition(":")
    signs = list(key)
    if signs:
        signs.insert(chance.randrange(len(signs)), signs.pop(chance.randrange(len(signs))))
    lines[at] = f"{''.join(signs)}{colon}{value}"


_CHANGES: tuple[_Change, ...] = (
    _insert, _replace, _cut,
    *map(_by_line, (_drop, _double, _indent, _outdent, _value, _value, _key, _misspell)),
)  # fmt: skip
