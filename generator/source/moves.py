"""Where a line may have been meant to stand: further in or out, with a dash or without, in two.

Nothing here is certain; whoever asks tries each of them in the whole file.
"""

from collections.abc import Collection, Iterator, Sequence

from generator.source.indents import ENTRY, indent, level
from generator.source.signs import in_brackets
from generator.values.lazily import lazily

_STEP = 2
_DASH = "- "
_NAMED = lazily(r"(?P<key>[^\s:：,，、。；;'\"\[\]{}]{2,24})\s?(?:[:：]\s?|:$)")
_BETWEEN = " \t\u3000，,、；;"
"""What may stand between two entries of one line."""


def cut(lines: Sequence[str], number: int, keys: Collection[str]) -> Iterator[tuple[int, str]]:
    """The line in two or more, each with one of these keys at its beginning."""
    line = lines[number - 1]
    entry = ENTRY.match(line)
    if entry is None or entry["key"] is None:
        return
    first, blanks = line[entry.start("key") : entry.end()].strip(" :\t"), " " * level(line)
    pieces, begin = [], 0
    for found in _NAMED.finditer(line, entry.end()):
        if in_brackets(line[: found.start()]):
            continue
        key = next(
            (end for n in range(len(found["key"]) - 1) if (end := found["key"][n:]) in keys), ""
        )
        at = found.end("key") - len(key)
        if key and key != first and line[entry.end() : at].strip(_BETWEEN):
            pieces.append(line[begin:at].rstrip(_BETWEEN))
            pieces.append(f"\n{blanks}{key}: ")
            begin = found.end()
    if pieces:
        yield number, "".join((*pieces, line[begin:].rstrip(_BETWEEN)))


def moved(lines: Sequence[str], number: int) -> Iterator[tuple[int, str]]:
    """The line, one beside it or the first of its block, at another column or dash."""
    above, below = _above(lines, number), _sister(lines, number)
    for one in (number, above, _first_above(lines, number)):
        if one:
            yield from ((one, meant) for meant in _dashed(lines, one))
    for one in (number, below):
        if one and lines[one - 1].lstrip(" ").startswith(_DASH):
            line = lines[one - 1]
            yield one, f"{' ' * level(line)}{line[level(line) :]}"
    for one in (number, above):
        if one:
            yield from ((one, meant) for meant in _shifted(lines, one))


def _shifted(lines: Sequence[str], number: int) -> Iterator[str]:
    line = lines[number - 1]
    text, own = line.lstrip(" "), indent(line)
    above, below = _beside(lines, number)
    columns = {level(above), indent(above), indent(below)}
    entry = ENTRY.match(line)
    if not (entry and entry["key"]) and not text.startswith(_DASH):
        columns = {level(above) + _STEP}  # what goes on with the text above
    yield from (f"{' ' * column}{text}" for column in sorted(columns - {own, -1}))


def _dashed(lines: Sequence[str], number: int) -> Iterator[str]:
    """The line with a dash: before it where there is room, or where it begins."""
    line = lines[number - 1]
    text, own = line.lstrip(" "), indent(line)
    if not text or text.startswith((_DASH, "#")):
        return
    if own >= _STEP:
        yield f"{' ' * (own - _STEP)}{_DASH}{text}"
    if indent(_beside(lines, number)[1]) == own + _STEP:
        yield f"{' ' * own}{_DASH}{text}"


def _first_above(lines: Sequence[str], number: int) -> int | None:
    """The first line below the key under which a line stands, if it is another one."""
    outer = indent(lines[number - 1])
    for above in range(number - 1, 0, -1):
        text = lines[above - 1]
        if text.strip() and indent(text) < outer:
            return above + 1 if text.rstrip().endswith(":") and above + 1 < number else None
    return None


def _above(lines: Sequence[str], number: int) -> int | None:
    """The number of the line above that holds something."""
    return next((n for n in range(number - 1, 0, -1) if lines[n - 1].strip()), None)


def _sister(lines: Sequence[str], number: int) -> int | None:
    """The number of the next entry of the list to which a line belongs."""
    own = indent(lines[number - 1])
    for below in range(number + 1, len(lines) + 1):
        text = lines[below - 1]
        if text.strip() and indent(text) <= own:
            return below if indent(text) == own else None
    return None


def _beside(lines: Sequence[str], number: int) -> tuple[str, str]:
    """The lines above and below that hold something."""
    above = next(filter(str.strip, reversed(lines[: number - 1])), "")
    return above, next(filter(str.strip, lines[number:]), "")
