"""Whoever waits for a build hears of it, unless they asked for silence."""

import logging
from collections.abc import Iterable
from pathlib import Path

import pytest
from helpers import showcase

from generator.plugin import making
from generator.progress import CHECKING, INDEX, PAGES, READING, T


@pytest.mark.parametrize(
    ("level", "stages"),
    [(logging.INFO, [READING, CHECKING, INDEX, PAGES]), (logging.ERROR, [])],
    ids=["usually", "with -q"],
)
@pytest.mark.parametrize("strict", [True, False])
def test_all_stages_are_told_but_not_with_q(
    small: Path, monkeypatch: pytest.MonkeyPatch, level: int, stages: list[str], *, strict: bool
) -> None:
    told: list[str] = []

    class Following:
        def __init__(self, stream: object) -> None:
            del stream

        def over(self, stage: str, things: Iterable[T], count: int) -> Iterable[T]:
            assert count > 0
            told.append(stage)
            return things

    monkeypatch.setattr(making, "Told", Following)
    logger = logging.getLogger("mkdocs")
    monkeypatch.setattr(logger, "level", logger.level)
    logger.setLevel(level)
    showcase.build(small, strict=strict)
    assert told == stages
