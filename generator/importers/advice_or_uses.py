"""What stands behind a name of both advice and the use of results: 改进措施及结果应用方案."""

import re

from generator.importers.context import Context
from generator.importers.enumerations import put_recommendations, put_uses
from generator.importers.outline import Piece
from generator.source import At


def put(context: Context, piece: Piece, part: tuple[int, int | None], at: At) -> None:
    """What stands behind a name of both is advice, or says what the results are used for.

    Where some of its sentences say one and some the other it stays unplaced.
    """
    told = [one for one in _SENTENCE.split(piece.text[slice(*part)]) if one.strip()]
    of_use = sum(_USE.search(one) is not None for one in told)
    if of_use == len(told):
        put_uses(context, [(piece, part)], at)
    elif of_use == 0:
        put_recommendations(context, [(piece, part)], at)


_SENTENCE = re.compile(r"[。；;\n]")
_USE = re.compile(
    "(?:评价|自评|考核)结果|挂钩|[压调核]减|优先(?:保障|安排)|"
    "(?:下一?|次|明|以后|后续)年度?[^，,]{0,8}(?:预算|经费|资金)|预算安排的?(?:重要)?依据"
)
