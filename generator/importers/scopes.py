"""What a document evaluates: a project, a whole department, a bond, told by its title."""

import re
from collections.abc import Iterable, Sequence

from generator.importers.context import Context
from generator.importers.ledger import Confidence
from generator.importers.outline import Piece
from generator.importers.recognition import is_spaced
from generator.model.project import Scope

_SCOPES = (
    (re.compile("(?:部门|单位)(?:[（(](?:单位|部门)[）)])?整体"), Scope.DEPARTMENT),
    (re.compile("专项债券?"), Scope.BOND),
    (re.compile("转移支付"), Scope.TRANSFER),
    (re.compile("PPP|政府和社会资本合作"), Scope.PPP),
    (re.compile("政府购买服务"), Scope.PURCHASE),
    (re.compile("政府投资基金|引导基金"), Scope.INVESTMENT),
    (re.compile("专项资金"), Scope.EARMARKED),
    (re.compile("项目支出|项目绩效|项目预算|项目自评"), Scope.PROJECT),
    (re.compile("政策(?:实施|执行)?(?:绩效|财政|部门|重点|第三方){0,3}评价"), Scope.POLICY),
)


def scope(context: Context, title: Sequence[Piece], front: Iterable[Piece] = ()) -> None:
    """What is evaluated, by the words of the title where no field of its own says it.

    Else by those of the notice that the opening says it was made for, where that names one only.
    """
    if context.gathering.has("scope"):
        return
    for piece in title:
        for pattern, found in _SCOPES:
            spaced = is_spaced(piece.text)
            text = "".join(piece.text.split()) if spaced else piece.text
            if match := pattern.search(text):
                part = (0, None) if spaced else match.span()
                context.put(("scope",), piece, found.value, part)
                return
    told = {
        scope: (piece, match.span("what"))
        for piece in front
        for match in _NOTICE.finditer(piece.text)
        for word, scope in _OF_NOTICE.items()
        if word in match["what"]
    }
    if len(told) == 1:
        (scope, (piece, part)), *_ = told.items()
        context.put(("scope",), piece, scope.value, part, confidence=Confidence.INFERRED)


_NOTICE = re.compile(r"《[^《》]{0,40}(?:开展|做好|组织)(?P<what>[^《》]{4,40})(?:工作)?的?通知》")
_OF_NOTICE = {"项目支出": Scope.PROJECT, "整体支出": Scope.DEPARTMENT}
"""What notices ask for that departments answer."""
