"""整改的状态、日期与文字相反。

状态写已整改，情况却写还有没做完的；文字写全部整改完毕，而有一条没有完成；过了时限才完成，却写按期
完成。

原因：状态是公众最先看的一格；与文字相反，不知道问题改好了没有。

公式：（1）同一问题最新的一条状态为已整改，「情况」写有“其余（剩余、尚有、还有）……待、未、正在……”
“待追缴（收回、清退、归还）”“尚未（仍未、还未）完成（到位、追回）”一类的话；（2）正文或结论写“全部
整改完毕、均已整改到位”一类，而同一问题最新的一条状态是未整改或正在整改；（3）「完成日期」晚于「时
限」，「情况」写“按期、按时、如期、限期内……完成（整改、办结）”。写有“除……外”“以前、上年、立行立改”
的句子不核对。

依据：通行的核对要求：同一文件前后一致。只作提示。

反例：状态“已整改”，情况写“已追回10.6万元，其余2万元待追缴”。

正例：状态“正在整改”，情况同上。

改法：核对状态和文字，改为一致。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import sentence_of
from generator.audit.dossier.rectified import Last, last_said
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.findings import State
from generator.values.deadlines import deadline
from generator.values.text import shown

SEVERITY = Severity.HINT
NEEDS = (needs.RECTIFICATION,)

_LEFT = re.compile(
    r"(?:其余|剩余|余下|尚有|还有|另有)[^。；\n]{0,20}(?:[待未]|正在|没有|尚|拟)"
    r"|待(?:追缴|追回|收回|收缴|清退|归还|缴[回库])"
    r"|(?:尚未|仍未|还未|暂未)(?:完成|到位|追回|收回|整改|落实|办结|归还|印发|建立|清退|缴)"
)
_DONE_SINCE = re.compile("原|此前|当时|评价时|截至评价")
_ALL = re.compile(
    r"(?:全部|均|都|全都)(?:已经?)?(?:完成)?整改(?:完毕|完成|到位|结束)|(?:全部|均|都)(?:已经?)?完成整改"
    r"|整改(?:工作|任务|事项)?(?:已经?|均已)?(?:全部|均)(?:完成|完毕|到位|结束)"
)
_OTHERWISE = re.compile("除|以前|上年|往年|立行立改|拟|将|力争|确保|要求|预计|[底前]前")
_IN_TIME = re.compile(
    "(?<![未没不])(?<!未能)(?:按期|按时|如期|[时限]限?内)[^，,。；\n]{0,6}(?:完成|整改|办结|到位)"
)
_PARTS = frozenset(("sections", "result"))


def check(subject: Subject) -> Iterator[Result]:
    """At the state, at the day of what was late, then at the text."""
    last = tuple(last_said(subject.item.rectification))
    for one in last:
        progress = one.entry.progress or ""
        match = _LEFT.search(progress) if one.entry.state is State.DONE else None
        if match and not _DONE_SINCE.search(progress):
            yield Result(
                ("rectification", one.place, "state"),
                f"{one.name}的状态是“{State.DONE.label}”，情况写「{shown(match[0])}」",
                "请核对状态和情况，改为一致",
                State.DONE.label,
            )
        yield from _late(one)
    pending = [one for one in last if one.entry.state and one.entry.state.is_pending]
    for text in subject.texts.prose.within(_PARTS) if pending else ():
        for match in _ALL.finditer(text.plain):
            if _OTHERWISE.search(sentence_of(text.plain, match.start())):
                continue
            yield Result(
                text.path,
                f"文字写「{match[0]}」，而{pending[0].name}没有完成",
                "请核对文字和各条的状态",
                match[0],
            )
            break


def _late(one: Last) -> Iterator[Result]:
    due, done = deadline(one.entry.due or ""), one.entry.done_on
    match = _IN_TIME.search(one.entry.progress or "")
    if match and due and done and done > due:
        yield Result(
            ("rectification", one.place, "done_on"),
            f"{one.name}的时限是 {due}，完成日期是 {done}，情况写「{shown(match[0])}」",
            "请核对时限、完成日期和情况",
            str(done),
            str(due),
        )
