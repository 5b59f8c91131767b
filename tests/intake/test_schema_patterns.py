"""Editors compile the patterns of a schema as strict ECMAScript does, which refuses what it may."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from generator.intake import declarations
from generator.intake.json_schema import schema
from generator.intake.json_values import words_of
from generator.intake.kinds import KINDS
from generator.schema.languages import Language
from generator.schema.lexicon import Word

LEXICON = declarations.built_in().lexicon
HOSTILE = (
    "自评-甲",
    "自评 #1",
    "~自评&复核",
    "a.b*c",
    "[甲]",
    "甲|乙",
    "甲/乙",
    "自评\\",
    "^$",
    "{2}",
)
NODE = shutil.which("node")
COMPILE = "for (const p of JSON.parse(require('fs').readFileSync(0))) new RegExp(p, 'u')"
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
ESCAPED = frozenset("dDsSwWbBnrtfv^$\\.*+?()[]{}|/")
"""What may follow a backslash under the flag u, in a class or outside."""


def patterns(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "pattern" and isinstance(value, str):
                yield value
            else:
                yield from patterns(value)
    elif isinstance(part, list):
        for value in part:
            yield from patterns(value)


def of_words(*aliases: str) -> str:
    (found,) = patterns(words_of("键", [Word("甲", "a", aliases)], Language.CHINESE))
    return found


SCHEMAS = [schema(kind, language, LEXICON) for kind, language in product(KINDS, Language)]
ALL = sorted({*patterns(SCHEMAS), of_words(*HOSTILE)})


def test_there_are_patterns() -> None:
    assert len(ALL) > 9


@pytest.mark.parametrize("pattern", ALL)
def test_nothing_is_escaped_in_vain(pattern: str) -> None:
    assert {sign for sign in ESCAPE.findall(pattern) if sign not in ESCAPED} == set()


@pytest.mark.skipif(NODE is None, reason="no node at hand")
def test_they_compile_under_the_strict_flag() -> None:
    assert NODE is not None
    done = subprocess.run(
        [NODE, "-e", COMPILE], input=json.dumps(ALL), capture_output=True, text=True, check=False,
        encoding="utf-8",
    )  # fmt: skip
    assert done.stderr == ""


@pytest.mark.parametrize("alias", HOSTILE)
def test_another_name_of_a_kind_is_taken_as_it_is(alias: str) -> None:
    assert re.fullmatch(of_words(*HOSTILE), alias)
    assert not re.fullmatch(of_words(*HOSTILE), f"{alias}x")
