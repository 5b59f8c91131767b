"""The commands of `gongkai`, walked, and run as a shell runs them on streams of any encoding."""

import io
import sys
from collections.abc import Iterator
from typing import NamedTuple

import click
import pytest

from generator.cli import main

Words = tuple[str, ...]


class Ended(NamedTuple):
    """What a command wrote, as bytes, and how it ended."""

    code: int
    out: bytes
    err: bytes


def commands(group: click.Group = main, above: Words = ()) -> Iterator[tuple[Words, click.Command]]:
    """Every command by the words that call it; groups of commands are none."""
    for name, command in group.commands.items():
        words = (*above, name)
        if isinstance(command, click.Group):
            yield from commands(command, words)
        else:
            yield words, command


def run(encoding: str, *arguments: str, typed: bytes = b"") -> Ended:
    """Run the program in this process, its streams as Python opens pipes of an encoding."""
    streams = [io.BytesIO(typed), io.BytesIO(), io.BytesIO()]
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            wrapped = io.TextIOWrapper(stream, encoding=encoding, write_through=True)
            patch.setattr(sys, name, wrapped)
        with pytest.raises(SystemExit) as ended:
            main(list(arguments), prog_name="gongkai")
        _, out, err = (stream.getvalue() for stream in streams)
    code = ended.value.code
    return Ended(int(code or 0), out, err)
