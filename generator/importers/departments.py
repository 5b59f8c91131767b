"""Bodies that a source names, looked for in the register of the site."""

from collections.abc import Iterable, Iterator

from generator.importers.ledger import Gathering
from generator.model.register import Department
from generator.values.names import folded

_FIRST = (("disclosure", "publisher"), ("project", "unit"))
_ROLES = ("填报单位", "主管部门")


def department(gathering: Gathering, register: Iterable[Department]) -> Department | None:
    """The department whose record this is: who signed, fills in or leads, in this order."""
    names = {folded(name): one for one in register for name in _names(one)}
    for text in _named(gathering):
        if (found := names.get(folded(text))) is not None:
            return found
    title = gathering.values.get(("title",))
    held = [name for name in names if title is not None and name in folded(title.text)]
    return names[max(held, key=len)] if held else None


def _names(one: Department) -> Iterator[str]:
    yield from (one.name, *one.aliases, *one.former_names)


def _named(gathering: Gathering) -> Iterator[str]:
    values = gathering.values
    if (signed := values.get(_FIRST[0])) is not None:
        yield signed.text
    for role in _ROLES:
        for n in range(gathering.length("bodies")):
            told = values.get(("bodies", n, "role"))
            name = values.get(("bodies", n, "name"))
            if told is not None and name is not None and told.text == role:
                yield name.text
    if (unit := values.get(_FIRST[1])) is not None:
        yield unit.text
