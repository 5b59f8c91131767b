"""An earlier check as `gongkai check --format json` saved it."""

import codecs
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.diagnostics import Change, Diagnostic, Location, Severity

_GONE = frozenset({Change.MENDED.value, Change.UNJUDGED.value})
_WORDS = ("field", "found", "expected", "spelt", "waiver")
"""Texts that an older version may not have written."""


def read(file: Path) -> tuple[Diagnostic, ...] | None:
    """The results in a file; None where it is no such list.

    Those that were gone already when it was saved are left out. Raises OSError where the file
    cannot be read at all.
    """
    try:
        listed = json.loads(_text(file.read_bytes()))
        kept = [plain for plain in listed if plain.get("change") not in _GONE]
        return tuple(map(_result, kept))
    except (ValueError, AttributeError, TypeError, KeyError, RecursionError):
        return None


def _text(data: bytes) -> str:
    """As a shell saved it: some write UTF-16, some a mark at the beginning."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    return data.decode("utf-8-sig")


def _result(plain: Mapping[str, Any]) -> Diagnostic:
    """Raises ValueError, KeyError or TypeError for what is none."""
    words = {name: plain.get(name, "") for name in _WORDS}
    told = {name: plain[name] for name in ("rule", "path", "message", "remedy")} | words
    if not all(isinstance(text, str) for text in told.values()):
        raise TypeError("not a text")
    return Diagnostic(
        told["rule"], Severity(plain["severity"]),
        Location(told["path"], int(plain["line"]), int(plain["column"])),
        told["message"], told["remedy"], **words,
        accepted=plain["accepted"] is True, stops=plain.get("stops") is True,
    )  # fmt: skip
