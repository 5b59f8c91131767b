"""The scripts of the index: what each calls, and how it is named by its own content."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence

from generator.artifacts import Artifact
from generator.values.digest import digest_of_file

FOLDER = "search/index/"
_NAME = 12
_BEGINS, _ENDS = 'gongkaiSearch.add("{kind}",', ")\n"


def name_of(content: str) -> str:
    """The name of a script, by its own content; with `.js` behind it, that of its file."""
    return name_by(digest_of_file(content.encode()))


def name_by(digest: bytes) -> str:
    """The same, by the digest of its content."""
    return digest.hex()[:_NAME]


def script_of(kind: str, data: object) -> str:
    """The text of a script that hands data to the engine."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{_BEGINS.format(kind=kind)}{text}{_ENDS}"


def data_of(kind: str, script: str) -> object:
    """The data again; raises ValueError for another script."""
    begins = _BEGINS.format(kind=kind)
    if not (script.startswith(begins) and script.endswith(_ENDS)):
        raise ValueError(kind)
    data: object = json.loads(script[len(begins) : -len(_ENDS)])
    return data


def named(kind: str, data: object) -> Artifact:
    """A script in the file of its name."""
    content = script_of(kind, data)
    return Artifact(f"{FOLDER}{name_of(content)}.js", content)


def listed(names: Iterable[str]) -> str:
    """Names of scripts as one text, eight signs for each: first of all a query loads such lists."""
    return b64encode(bytes.fromhex("".join(names))).decode("ascii")


def names_in(listing: str) -> Sequence[str]:
    """The names again."""
    digits = b64decode(listing).hex()
    return [digits[start : start + _NAME] for start in range(0, len(digits), _NAME)]


def stem(script: Artifact) -> str:
    """The name of a script that lies in a file."""
    return script.uri.removeprefix(FOLDER).removesuffix(".js")
