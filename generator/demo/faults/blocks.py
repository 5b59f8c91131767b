"""The parts of a finished paper as faults reach into them: blocks, entries, rows, sentences."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.kinds import Paper
from generator.source import At, Plain

PlacedRow = tuple[At, Paper]
UNITS = {"wan_yuan": "万元", "yuan": "元"}


def block(data: Paper, name: str) -> Paper:
    """One of the blocks that every such paper has."""
    found = data[name]
    if not isinstance(found, dict):
        raise TypeError(name)
    return found


def entries(data: Paper, name: str) -> list[Paper]:
    """The entries of a list, none where the paper lacks it."""
    found = data.get(name, [])
    if not isinstance(found, list):
        raise TypeError(name)
    return [one for one in found if isinstance(one, dict)]


def leaves(data: Paper, name: str = "indicators", at: At = ()) -> Iterator[PlacedRow]:
    """The rows of the score table that have none below them, each with its way."""
    for n, row in enumerate(entries(data, name)):
        here = (*at, name, n)
        if "children" in row:
            yield from leaves(row, "children", here)
        else:
            yield here, row


def one_leaf(data: Paper, dice: Dice, fits: Callable[[Paper], bool]) -> PlacedRow | None:
    """A leaf that fits, if there is any."""
    chosen = [(at, row) for at, row in leaves(data) if fits(row)]
    return dice.pick(chosen) if chosen else None


def number(row: Paper, field: str) -> Decimal:
    """A number that a row prints; 0 where it prints none."""
    return Decimal(str(row.get(field) or 0))


def got_all(row: Paper) -> bool:
    """Whether a row has full marks, of which there are some."""
    return bool(row.get("score")) and row["score"] == row.get("weight")


def is_counted(row: Paper) -> bool:
    """Whether target and actual value of a row are numbers under a sign."""
    signed = row.get("operator") in ("at_least", "at_most", "equal")
    return signed and all(_is_number(row.get(field)) for field in ("target", "actual"))


def is_met(row: Paper) -> bool:
    """Whether such a row reached its target and nobody said otherwise."""
    if not is_counted(row) or "deviation_reason" in row:
        return False
    target, actual = number(row, "target"), number(row, "actual")
    return actual <= target if row["operator"] == "at_most" else actual >= target


def _is_number(value: Plain) -> bool:
    return isinstance(value, str) and value.replace(".", "", 1).isdecimal()


def sections(data: Paper, fits: Callable[[Paper], bool]) -> list[tuple[int, Paper]]:
    """Sections that fit, with their positions."""
    return [(n, one) for n, one in enumerate(entries(data, "sections")) if fits(one)]


def told(data: Paper, dice: Dice, sentence: str, fits: Callable[[str], bool] = bool) -> At | None:
    """Add a sentence to a section whose text fits."""
    found = sections(data, lambda one: bool(one.get("text")) and fits(str(one["text"])))
    if not found:
        return None
    n, section = dice.pick(found)
    section["text"] = f"{section['text']}{sentence}"
    return ("sections", n, "text")


def achieved(data: Paper, sentence: str) -> At:
    """Add a sentence to what was achieved."""
    objective = block(data, "objective")
    objective["achieved"] = f"{objective['achieved']}{sentence}"
    return ("objective", "achieved")


def shown(facts: Facts, amount: Decimal) -> str:
    """A sum of money in the unit of the paper."""
    return f"{amount.normalize():f}{UNITS[facts.purse.unit]}"
