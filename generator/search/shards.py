"""One shard as a text: its terms in order, each with where it stands.

No sign of an entry is beyond ASCII. A term that has none within it, as pairs of Chinese signs have,
therefore needs nothing between it and its entry; any other one stands between spaces.
"""

from collections.abc import Iterable, Mapping

from generator.values.lazily import lazily

_ASCII = lazily(r"[ -~]")
_ENTRY = lazily(r"(?: ([^ ]+) |([^ -~]+))([!-~]+)")


def shard_of(entries: Iterable[tuple[str, str]]) -> str:
    """The text of these terms and entries."""
    mixed = _ASCII.search
    return "".join(
        [f" {term} {entry}" if mixed(term) else f"{term}{entry}" for term, entry in entries]
    )


def entries_of(shard: str) -> Mapping[str, str]:
    """The entry of each term; raises ValueError where something is neither."""
    entries: dict[str, str] = {}
    read = 0
    for one in _ENTRY.finditer(shard):
        spaced, plain, entry = one.groups()
        if one.start() != read:
            break
        entries[spaced or plain] = entry
        read = one.end()
    if read != len(shard):
        raise ValueError("no shard")
    return entries
