"""What stands behind the unit of a cell's one figure: periods, signs, about, words."""

from generator.values.cells.around import CLAUSE, NOTE, READING_NOTE, UNIT_NOTE, Around
from generator.values.cells.open_words import are_harmless_behind
from generator.values.cells.signs import BEHIND, Operator
from generator.values.cells.units import OF, period_of
from generator.values.lazily import lazily

_ABOUT = lazily(r"左右|上下(?!浮)|许(?![可多])|[余多](?![次人种样])|有余")


def behind(text: str, around: Around) -> None:
    """Reads what stands behind the figure's unit."""
    while text:
        if match := OF.match(text):
            around.periods.append(period_of(match[1]))
        elif sign := next(((m, s) for p, s in BEHIND if (m := p.match(text))), None):
            match = sign[0]
            _behind_sign(sign[1], around)
        elif match := _ABOUT.match(text):
            around.about = True
        elif match := NOTE.match(text):
            if match[1] == "含" and around.sign in (Operator.MORE, Operator.LESS):
                around.refuse("符号有两种读法")
            elif match[1] != "含" and (
                UNIT_NOTE.fullmatch(match[1]) or READING_NOTE.search(match[1])
            ):
                around.refuse("括号里的文字看不懂")
        else:
            break
        text = text[match.end() :]
    text = _signed_thing(text, around)
    text = NOTE.sub("", text.removeprefix("人民币")).removesuffix("整").removesuffix("正")
    if text:
        around.words = True
        if not all(are_harmless_behind(part) for part in CLAUSE.split(text) if part):
            around.refuse("数字后面的文字看不懂")


def _signed_thing(text: str, around: Around) -> str:
    """A thing between the unit and its sign: 3个品种以上; gives the thing alone back."""
    for pattern, sign in BEHIND:
        for length in range(1, min(len(text), _LONGEST_THING + 1)):
            match = pattern.fullmatch(text, length)
            if match and are_harmless_behind(text[:length]):
                _behind_sign(sign, around)
                return text[:length]
    return text


_LONGEST_THING = 4


def _behind_sign(sign: Operator, around: Around) -> None:
    if around.ambiguous:
        around.fault, around.sign = "", sign
    else:
        around.also(sign)
