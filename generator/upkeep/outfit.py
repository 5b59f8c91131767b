"""All that stands beside the content of a site project, as this version of the program has it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from generator.intake.json_schema import as_json
from generator.intake.kinds import KINDS, RECORD
from generator.scaffold.record import schema_path
from generator.scaffold.site import outfit_of
from generator.schema.languages import Language
from generator.schema.lexicon import Lexicon
from generator.upkeep import lock
from generator.upkeep.wheel import Wheel, locked, wheel

GUIDE = "README.md"
OTHER_GUIDE = "GUIDE.md"
"""What the instructions are called where the project has a README of its own."""
WHEELS = "wheels"
_LINES = (".gitignore", ".gitattributes")


@dataclass(frozen=True, slots=True)
class Outfit:
    """Files by their paths in the project, with forward slashes."""

    version: str
    files: Mapping[str, bytes]
    """What an owner may change, and is then the owner's."""
    lines: Mapping[str, bytes]
    """Files that must hold these lines, whatever else stands in them."""
    made: Mapping[str, bytes]
    """What nobody writes by hand: the package, the schemas of content files for editors."""


def outfit(name: str, lexicon: Lexicon | None = None, guide: str = GUIDE) -> Outfit:
    """That of a site of this name; `lexicon` has the words that its own files declare."""
    package = wheel()
    filled = outfit_of(name, _gaps(package))
    filled[guide] = filled.pop(GUIDE)
    lines = {path: filled.pop(path) for path in _LINES}
    return Outfit(package.version, filled, lines, _made(package, lexicon))


def _gaps(package: Wheel) -> dict[str, str]:
    content = "content/"
    schemas = {f"./{_schema(kind.name)}": f"{content}{kind.pattern}" for kind in KINDS}
    return {
        "WHEEL": package.name,
        "WHEEL_DIGEST": package.digest,
        "LOCKED": lock.bare(locked()),
        "SCHEMAS": json.dumps(schemas, indent=2).replace("\n", "\n  "),
    }


def _made(package: Wheel, lexicon: Lexicon | None) -> dict[str, bytes]:
    schemas = {
        _schema(kind.name): as_json(kind, Language.CHINESE, lexicon).encode() for kind in KINDS
    }
    return {f"{WHEELS}/{package.name}": package.content, **schemas}


def _schema(kind: str) -> str:
    record = schema_path(Language.CHINESE)
    return record if kind == RECORD.name else record.replace(RECORD.name, kind)
