"""The sentences of a record: objective and sections."""

from collections.abc import Mapping

from generator.demo.facts import Facts
from generator.demo.lexicon import lexicon
from generator.demo.phrases import Voice
from generator.source import Plain

_NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
_WITH_SECTIONS = 35
"""Per cent of forms that carry explanations in prose."""


def objective(voice: Voice) -> dict[str, Plain]:
    """What was to be reached, and what was."""
    number = voice.dice.between(1, 2)
    return {
        "expected": "".join(voice.several("预期", number)),
        "achieved": "".join(voice.several("达成", number)),
    }


def sections(facts: Facts, voice: Voice) -> list[Plain]:
    """The report's headed parts, numbered as reports are."""
    if not facts.project.is_report and not voice.dice.chance(_WITH_SECTIONS):
        return []
    first = second = 0
    told: list[Plain] = []
    for part in lexicon().outlines[facts.project.table.outline]:
        if part["级"] == "1":
            first, second = first + 1, 0
            number = f"{_NUMERALS[first - 1]}、"
        else:
            second += 1
            number = f"（{_NUMERALS[second - 1]}）"
        section: dict[str, Plain] = {"level": part["级"], "title": part["题"], "number": number}
        if "句" in part:
            section["text"] = _text(part, facts, voice)
        told.append(section)
    return told


def _text(part: Mapping[str, str], facts: Facts, voice: Voice) -> str:
    pool = part["句"]
    if pool == "结论" and facts.total is None:
        pool = "不计分结论"
    low, high = (int(end) for end in part["数"].split("-"))
    sentences = [_ended(text) for text in voice.several(pool, voice.dice.between(low, high))]
    if "补助" in part and facts.purse.subsidy is not None:
        sentences.append(_subsidy(facts, voice))
    paragraphs = [sentences]
    if len(sentences) > 2 and voice.dice.chance(60):  # noqa: PLR2004 - two sentences are one
        middle = voice.dice.between(1, len(sentences) - 1)
        paragraphs = [sentences[:middle], sentences[middle:]]
    return "\n\n".join("".join(lines) for lines in paragraphs)


def _subsidy(facts: Facts, voice: Voice) -> str:
    standard, number, amount = facts.purse.subsidy or (0, 0, 0)
    unit = "万元" if facts.purse.unit == "wan_yuan" else "元"
    shown = {"标准额": str(standard), "补助数": str(number), "补助额": f"{amount:f}{unit}"}
    return voice.say(voice.dice.pick(voice.patterns("补助")), **shown)


def _ended(text: str) -> str:
    return text if text.endswith("。") else text + "。"
