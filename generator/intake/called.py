"""Which field is meant by a name of a printed form that stands as a key in a record."""

from collections.abc import Mapping, Sequence
from functools import cache

from generator.binding.opening import open_form
from generator.model.labels import BUILT_IN_LABELS, LabelFile
from generator.schema.lexicon import Called
from generator.values.names import folded

_HEAD = "表头"
_BLOCKS = {
    "目标": "objective", "指标": "indicators", "资金": "funds", "整改": "rectification",
    "调查": "surveys", "问题": "findings",
}  # fmt: skip
"""The block of a record that a part of a form fills in; what stands in it may lie deeper."""


def called(name: str) -> Sequence[Called]:
    """The fields that forms call so."""
    return _by_name().get(folded(name), ())


@cache
def _by_name() -> Mapping[str, Sequence[Called]]:
    read = open_form(BUILT_IN_LABELS, BUILT_IN_LABELS.parent, LabelFile).value
    found: dict[str, list[Called]] = {}
    for named in read.labels if read else ():
        *above, field = named.field.split(".")
        block = tuple(above)
        if named.part in _BLOCKS and not above:
            block = (_BLOCKS[named.part],)
        elif named.part != _HEAD:
            continue
        same = frozenset(map(folded, named.names))
        for name in same:
            one = Called(block, field, named.part != _HEAD, same)
            found.setdefault(name, []).append(one)
    return found
