"""Faults in the wording of a finished paper."""

import re
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts, scene
from generator.demo.faults.blocks import achieved, block, sections
from generator.demo.faults.kinds import FaultKind, Paper
from generator.source import At

_PRODUCT = re.compile(r"(元(?:，共\d+[人户]，(?:合计|共计)|=))([\d.]+)(?=万元|元)")
_LONG = re.compile(r"[^，,。；;：:！!？?\n]{20,}")
"""A clause that nobody writes twice by chance."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PLACEHOLDERS = ("（200字以内）", "XX万元。", "（请填写部门名称）", "完成××项。", "……（此处填写）")
_MARKS = ("机密★1年。", "秘密★6个月。", "内部资料，严禁外传。")


def product(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Standard times number is not the amount beside them."""
    del facts
    found = sections(data, lambda s: bool(_PRODUCT.search(str(s.get("text", "")))))
    if not found:
        return None
    n, section = found[0]
    factor = Decimal(dice.pick(("1.1", "1.25", "0.9", "0.8")))
    section["text"] = _PRODUCT.sub(
        lambda match: f"{match[1]}{(Decimal(match[2]) * factor).normalize():f}",
        str(section["text"]),
    )
    return ("sections", n, "text")


def numbering(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Two headings in a row have the same number."""
    del facts
    found = sections(data, lambda s: s["number"] not in ("一、", "（一）"))
    if not found:
        return None
    n, section = dice.pick(found)
    level = section["level"]
    section["number"] = next(
        s["number"] for m, s in reversed(sections(data, lambda s: s["level"] == level)) if m < n
    )
    return ("sections", n, "number")


def template(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A hint or a blank of the form was left standing."""
    del facts
    return achieved(data, dice.pick(_PLACEHOLDERS))


def year(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The title names another year."""
    other = str(facts.year + dice.pick((-1, -2, 1)))
    data["title"] = str(data["title"]).replace(str(facts.year), other, 1)
    return ("title",)


def amounts(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was spent is given twice, differently."""
    spent = scene(facts)["支出"]
    found = sections(data, lambda s: f"支出{spent}" in str(s.get("text", "")))
    if not found:
        return None
    n, section = dice.pick(found)
    unit = "万元" if spent.endswith("万元") else "元"
    other = (Decimal(spent.removesuffix(unit)) * dice.between(85, 95) / 100).quantize(
        Decimal("0.01")
    )
    section["text"] = f"{section['text']}全年支出{other.normalize():f}{unit}。"
    return ("sections", n, "text")


def repeated(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A sentence stands twice."""
    del facts
    found = sections(data, lambda s: bool(_LONG.search(str(s.get("text", "")))))
    if not found:
        return None
    n, section = dice.pick(found)
    text = str(section["text"])
    sentences = [one for one in re.split("(?<=。)|\n", text) if _LONG.search(one)]
    section["text"] = text + sentences[-1]
    return ("sections", n, "text")


def personal(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """An identity number: of nobody, with a valid check digit and a birthday in 1900."""
    del facts
    digits = f"11000019000101{dice.between(0, 999):03d}"
    check = "10X98765432"[sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=True)) % 11]
    return achieved(data, f"领取人身份证号码为{digits}{check}。")


def secret(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A mark that no public paper bears."""
    del facts
    objective = block(data, "objective")
    objective["expected"] = f"{objective['expected']}{dice.pick(_MARKS)}"
    return ("objective", "expected")


KINDS = (
    FaultKind("amount-mismatch", paper=product),
    FaultKind("numbering", paper=numbering),
    FaultKind("template-text-left", paper=template),
    FaultKind("year-mismatch", paper=year),
    FaultKind("amounts-disagree-in-text", paper=amounts),
    FaultKind("repeated-text", paper=repeated),
    FaultKind("personal-data", paper=personal),
    FaultKind("secrecy-mark", paper=secret),
)
