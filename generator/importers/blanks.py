"""What a blank form has ready where something is to be filled in."""

import re

from generator.importers.ticks import is_unticked

PLACEHOLDER = re.compile(
    r"[X×Ｘ＊*○〇_]{2,}|某某|x{2,}"
    r"|\A\s?[（(](?:请|此处|应|按)?(?:填写|填报|填入|写明|注明|简述|选填)[^（()）]{0,40}[）)]\s?\Z"
)
"""What a blank form has for a name."""
_UNFILLED = re.compile(
    r"(?:\s?(?:目标|指标)\s?\d{0,2}\s?(?:实际)?(?:完成情况)?[\s：:、]*+|[…·。XＸx×][…·.。\sXＸx×]*+)++"
)


_INSTRUCTION = re.compile(
    r"[（(【\[“]?(?:\d[.、])?(?:请|此栏|此处|本栏|该栏|填[报写表]说明|应当?(?:填|逐|简|如实)|需要?(?:填|逐|简|如实)|简要(?:说明|描述|概述)[^，。；;]{0,30}[）)]\Z)"
    r"[^。；;]{0,60}(?:填|写明?|说明|简述|描述|列[出明]|勾选|选择|概述|逐条|阐述|注明|上传|附)"
    r"|[^。；;]{0,60}(?:(?:如|若)(?:没有|无)[^。；;]{0,12}填[“\"]?无|\d{2,4}个?字(?:以内|左右)|不超过\d{2,4}个?字)"
)
"""How a form says what is to be filled in, where somebody forgot to put something in its place."""


def is_instruction(text: str) -> bool:
    """Whether a text only says what is to be written in its place."""
    plain = "".join(text.split())
    return len(plain) <= _LONGEST_INSTRUCTION and _INSTRUCTION.match(plain) is not None


_LONGEST_INSTRUCTION = 120
_NOTE = re.compile(
    r"本表|此表|可不填|不适用的|应当?与|须[与按]|不得(?:超过|少于|空)|定性指标|分档[计打]分|得分一档|该表|填[报写列]|保留[一二两\d]?位?小数|按[^。；;]{0,12}口径|口径[：:]|截[至止][^，。；;]{4,20}(?:数据|数)|数据(?:来源|截[至止])|(?:汇总|计分|评分|赋分|填报|计算)(?:原则|口径|办法|规则|要求)[：:]|是指|指标值分值|计算公式|[=＝]\s?[^。；;]{1,20}[÷/×*]|由[^。；;]{2,16}(?:汇总|审核)"
    r"|不[能可得应](?:超过|高于)[^。；;，,]{0,12}(?:分值|满分|上限)|[总满]分(?:[为是共]|设定为)?100分"
)
"""What notes below a form speak of: how it is filled in, what its columns mean."""


def is_note(text: str) -> bool:
    """Whether a remark explains the form, and not the project."""
    return _NOTE.search("".join(text.split())) is not None


_EXAMPLE = re.compile(
    r"\s?[（(【\[]?(?:示例(?![省市州盟县区旗乡镇])|样例|例如|例\s?[：:]|举例|例\d?\Z)"
)


def is_example(text: str) -> bool:
    """Whether a row that begins so shows how a form is filled in."""
    return _EXAMPLE.match(text) is not None


def is_unfilled(text: str) -> bool:
    """Whether a text is what a blank form has ready: `目标1：…… 目标2：……`, `≥XX`, `优□ 良□`."""
    if _UNFILLED.fullmatch(text) or is_instruction(text) or is_unticked(text):
        return True
    return len(text) < _SHORT and PLACEHOLDER.search(text) is not None


_SHORT = 40
"""What is longer may say XX of something else."""
