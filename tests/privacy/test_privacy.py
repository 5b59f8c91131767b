"""The promise: every checksummed number is found in every form, ordinary lines never are.

All numbers are generated: births before 1910, mobile numbers of a series nobody was given.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from types import ModuleType
from typing import Any

import pytest
from helpers import audit, office_files
from hypothesis import given
from hypothesis import strategies as st

from generator.audit import runner, verdict
from generator.audit.rules import (
    amounts_disagree_in_text,
    numbering,
    repeated_text,
    secrecy_mark,
    secrecy_words,
    template_text_left,
    year_mismatch,
)
from generator.diagnostics import Severity
from generator.intake import declarations, own_words
from generator.intake.originals import office, pdf
from generator.model.publisher import Policy, Suspicion, Thresholds
from generator.privacy import numbers, signs
from generator.values.lazily import Lazy
from generator.values.text import normalise

COUNT = 400
DIGITS = "0123456789"


def check_digit(body: str) -> str:
    """GB 11643, written from its definition: the whole is 1 modulo 11."""
    for digit in "0123456789X":
        values = [10 if sign == "X" else int(sign) for sign in body + digit]
        if sum(v * pow(2, 17 - n, 11) for n, v in enumerate(values)) % 11 == 1:
            return digit
    raise AssertionError(body)


def luhn_digit(body: str) -> str:
    total = sum(sum(map(int, str(int(d) * (2 - n % 2)))) for n, d in enumerate(reversed(body)))
    return str(-total % 10)


def identities(dice: random.Random) -> Iterator[str]:
    while True:
        area = dice.choice(["11", "31", "43", "52", "65"]) + "".join(dice.choices(DIGITS, k=4))
        born = date(1900, 1, 1) + timedelta(days=dice.randrange(3600))
        body = f"{area}{born:%Y%m%d}{dice.randrange(1000):03d}"
        yield body + check_digit(body)


def cards(dice: random.Random) -> Iterator[str]:
    while True:
        body = "62" + "".join(dice.choices(DIGITS, k=dice.choice([13, 16])))
        yield body + luhn_digit(body)


def mobiles(dice: random.Random) -> Iterator[str]:
    while True:
        yield "142" + "".join(dice.choices("13456789", k=8))


def grouped(number: str, sign: str) -> str:
    sizes = {11: (3, 4, 4), 16: (4, 4, 4, 4), 18: (6, 8, 4), 19: (4, 4, 4, 4, 3)}[len(number)]
    parts, start = [], 0
    for size in sizes:
        parts.append(number[start : start + size])
        start += size
    return sign.join(parts)


FULL_WIDTH = str.maketrans("0123456789Xx", "０１２３４５６７８９Ｘｘ")
FORMS: Mapping[str, Callable[[str], str]] = {
    "plain": str.lower,
    "in groups": lambda number: grouped(number, " "),
    "with hyphens": lambda number: grouped(number, "-"),
    "full width": lambda number: grouped(number.translate(FULL_WIDTH), "　"),
    "zero width": "\u200b".join,
}
KINDS = {"身份证号": identities, "银行卡号": cards, "手机号码": mobiles}
PLACES = ("{}", "号码：{}。", "张某某（{}）", "1 {}", "2022年 300元，{}；结余5.6万元", "{}\t已发放")


def sample(kind: str, seed: int) -> list[str]:
    numbers = KINDS[kind](random.Random(f"{kind}{seed}"))
    return [next(numbers) for _ in range(COUNT)]


def masks(text: str) -> list[str]:
    return [found.masked for found in numbers.numbers(normalise(text)[0])]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_number_is_found_in_every_written_form(kind: str, form: str) -> None:
    dice = random.Random(form)
    missed = []
    for number in sample(kind, 1):
        written = FORMS[form](number)
        # A mobile number has no check digit: in groups it must stand alone.
        places = PLACES if kind != "手机号码" or form in ("plain", "zero width") else PLACES[:3]
        text = dice.choice(places).format(written)
        if [(m[:3], m[-3:].upper()) for m in masks(text)] != [(number[:3], number[-3:])]:
            missed.append(text)
    assert missed == []


def test_two_numbers_in_one_line_are_both_found() -> None:
    for first, second in zip(sample("身份证号", 2), sample("身份证号", 3), strict=True):
        assert len(masks(f"{first} {second}")) == 2
        assert len(masks(f"1 {first} 2023-01-05 300 {second}")) == 2


def test_a_wrong_check_digit_is_no_identity_card() -> None:
    for number in sample("身份证号", 4):
        wrong = DIGITS[(DIGITS.find(number[-1]) + 1) % 10]
        assert masks(number[:-1] + wrong) == []


def organisation_code(dice: random.Random) -> str:
    """GB 32100: 18 signs, the last a check digit; those of public bodies begin with 11 or 12."""
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    kind = dice.choice(["11", "12", "51", "91"])
    area = dice.choice(["430900", "430902", "430921", "430981", "110105", "510104", "620102"])
    body = kind + area + "".join(dice.choices(DIGITS, k=9))
    return body + signs[-sum(signs.index(s) * pow(3, n, 31) for n, s in enumerate(body)) % 31]


def ordinary_lines(dice: random.Random) -> Iterator[str]:
    """What budget texts are full of."""

    def d(k: int) -> str:
        return "".join(dice.choices(DIGITS, k=k))

    def amount() -> str:
        return f"{dice.randrange(1, 10**7) / 100:,.2f}"

    year = dice.randrange(2015, 2026)
    yield f"全年预算{amount()}万元，支出{amount()}万元，执行率{dice.randrange(10000) / 100}%"
    yield f"{dice.randrange(10**10, 2 * 10**10)}元"
    yield f"结余 {dice.randrange(10**10, 2 * 10**10)}.{d(2)}"
    yield f"统一社会信用代码：{organisation_code(dice)}"
    yield organisation_code(dice)
    yield f"项目编码 {dice.randrange(43, 44)}{d(18)}"
    yield f"{d(20)} 农村公路养护 {amount()}"
    yield f"索引号：43098100{d(1)}/{year}-{d(5)}"
    yield f"索引号 11341823003291{d(4)}"
    yield f"湘财预〔{year}〕{dice.randrange(1, 400)}号"
    yield f"咨询电话：0737-{dice.randrange(2, 9)}{d(6)}"
    yield f"{year}-0{dice.randrange(1, 10)}-1{d(1)} 凭证号：1{dice.randrange(3, 10)}{d(9)}"
    yield f"{dice.randrange(130, 200)} {year} {year + 1}"
    yield "　".join(amount() for _ in range(6))
    yield f"{dice.randrange(1, 99)} 受益学校 {dice.randrange(50, 60)} 所 {dice.randrange(100)}%"
    yield f"网址 https://www.example.gov.cn/c/{year}-06-04/{d(7)}.shtml"
    yield f"页面 {year}0619100902615，版本 1.{d(2)}.{d(2)}"
    yield f"摘要值 {''.join(dice.choices('0123456789abcdef', k=64))}"
    yield f"资金文号 {year}{d(8)}，指标号：{d(12)}"
    yield f"{dice.randrange(1000, 6000)} {dice.randrange(1000, 6000)} {dice.randrange(1000, 6000)}"


def test_ordinary_budget_lines_never_stop_a_publication() -> None:
    dice = random.Random(20240915)
    lines = [line for _ in range(500) for line in ordinary_lines(dice)]
    assert len(lines) >= 2_000
    assert [line for line in lines if masks(line)] == []
    record = audit.record_of(
        {"正文": [{"级别": "1", "标题": "甲", "内容": "\n".join(lines[:300])}]}
    )
    assert audit.found_in(record, "personal-data") == []
    assert audit.found_in(record, "secrecy-mark") == []


FIELDS: tuple[Callable[[str], dict[str, Any]], ...] = (
    lambda text: {"标题": f"2023年度{text}报告"},
    lambda text: {"项目": {"名称": text}},
    lambda text: {"问题": [{"编号": "w1", "内容": text}]},
    lambda text: {"公开": {"发布机构": text, "咨询电话": text}},
    lambda text: {"附件": [{"文件": f"{text}.pdf", "标题": text}]},
    lambda text: {"指标": [{"名称": "甲", "分值": "1", "得分": "2", "佐证": text}]},
    lambda text: {
        "正文": [
            {"级别": "1", "序号": "二、", "标题": text, "内容": f"（100字以内）{text}{'的' * 20}"},
            {"级别": "1", "序号": "二、", "标题": text, "内容": f"XX{text}{'的' * 20}"},
        ]
    },
)


@pytest.mark.parametrize("change", FIELDS)
@pytest.mark.parametrize("form", ["plain", "in groups", "full width"])
def test_no_message_of_any_rule_shows_a_number(change: Callable[[str], Any], form: str) -> None:
    for kind in KINDS:
        number = sample(kind, 5)[0]
        record = audit.record_of(change(FORMS[form](number)))
        found = runner.run(record, Thresholds()).results
        assert any(fault.rule == "personal-data" for fault in found)
        for fault in found:
            said = re.sub(r"[^0-9X]", "", f"{fault}{fault.found}{fault.expected}".translate(HALF))
            assert number[3:-4] not in said, str(fault)


HALF = str.maketrans("０１２３４５６７８９Ｘｘx", "0123456789XXX")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_a_text_without_numbers_stays_as_it_is(text: str) -> None:
    hidden = numbers.masked(text)
    assert hidden == text or "*" in hidden
    assert numbers.masked(hidden) == hidden


@pytest.mark.parametrize(
    ("suspected", "severity", "stops"),
    [
        (Suspicion.HINT, Severity.HINT, False),
        (Suspicion.WARNING, Severity.WARNING, False),
        (Suspicion.STOP, Severity.WARNING, True),
    ],
)
def test_the_publisher_says_how_much_a_suspicion_weighs(
    suspected: Suspicion, severity: Severity, stops: bool
) -> None:
    record = audit.record_of({"问题": [{"编号": "w1", "内容": "联系 a@example.com"}]})
    policy = Policy(suspected=suspected)
    found = verdict.weighed(policy, runner.run(record, Thresholds()).results)
    [fault] = [f for f in found if f.rule == "personal-data-suspected"]
    assert fault.severity is severity
    assert bool(verdict.stopping(policy, [fault])) is stops
    assert Policy().suspected is Suspicion.WARNING


def test_a_quick_look_never_hides_a_sign() -> None:
    for text in (
        "a@example.com", "住址：示例镇示范街8号", "现住示例镇示范街8号", "家庭地址 示例镇甲村",
        "8栋301室", "8幢2单元301室", "2单元301", "样板村3组村民", "湘A·D1234", "户主：张示例",
        "受益人:李示例", "低保户：王示例", "学生：王示例", "4111111111111111",
        "a @ example.com", "户主（已故）：张 示", "户籍地址：示例镇甲村三组",
        "居住地：示例镇甲村三组", "常住地址：示例镇甲村三组", "家住示例镇示范街8号", "车牌湘AD1234",
    ):  # fmt: skip
        assert list(signs.signs(text)), text
        assert signs.SIGN.search(text), text


MODULES: tuple[ModuleType, ...] = (
    numbers, signs, secrecy_mark, secrecy_words, template_text_left, year_mismatch,
    amounts_disagree_in_text, numbering, repeated_text, office, pdf,
)  # fmt: skip
PATTERNS = [
    pytest.param(pattern, id=f"{module.__name__.rpartition('.')[2]}.{name}")
    for module in MODULES
    for name, pattern in sorted(vars(module).items())
    if isinstance(pattern, re.Pattern | Lazy)
]
ANY_LENGTH = re.compile(r"(?<!\\)(?:[*+]|\{\d*,\})")
NEVER_BACK = re.compile(r"(?<!\\)(?:[*+?]|\{\d*,\d*\})\+")
ONE_CLASS = re.compile(r"C\*(?=[\">])|(?:C|\\s)(?:\+|\{20,\})$")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_looks_ahead_no_further_than_it_says(pattern: re.Pattern[Any]) -> None:
    """Every repetition is bounded, never gives back, or runs over one class to a sign outside it.

    That sign also ends every other attempt, so that no part of a text is passed over more than a
    fixed number of times.
    """
    said = pattern.pattern
    text = said if isinstance(said, str) else said.decode("latin-1")
    classes = re.sub(r"(?<!\\)\[(?:\\.|[^\]\\])*\]", "C", text)
    endless = NEVER_BACK.sub("", ONE_CLASS.sub("", classes))
    assert not ANY_LENGTH.search(endless), endless


HOSTILE = (
    "1" * 200_000, "1 " * 100_000, "62" * 100_000, "138 " * 50_000, "1" * 199_999 + "a",
    "430981-19000101-" * 12_500, "１" * 200_000, "a@" * 100_000, "a." * 100_000, "秘密" * 100_000,
    "户主：" * 66_000, "村" * 200_000, "11栋" * 66_000, "请" * 200_000, "X" * 200_000,
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_the_work_grows_with_the_text_and_no_faster(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each group of digits is tried a fixed number of times; what is read of it is bounded."""
    tried = 0
    before = numbers._before

    def counted(whole: str, group: re.Match[str]) -> str:
        nonlocal tried
        tried += 1
        return before(whole, group)

    monkeypatch.setattr(numbers, "_before", counted)
    list(numbers.numbers(text))
    list(signs.signs(text))
    assert tried <= 3 * len(numbers._GROUP.findall(text)) + 3


def test_packed_files_are_read_within_their_bounds(tmp_path: Any) -> None:
    bomb = office_files.raw_docx(f"<w:p>{' ' * 5_000_000}</w:p>")
    extract = office.extract(office_files.original(tmp_path, "a.docx", bomb).file)
    assert extract.unread == ("解压后过大的内容",)


def test_a_result_names_every_number_and_its_message_the_first_few() -> None:
    typed = [f"1421314567{n}" for n in range(5)] + ["14299995670"]
    record = audit.record_of({"问题": [{"编号": "w1", "内容": "、".join(typed)}]})
    [fault] = [f for f in runner.run(record, Thresholds()).results if f.rule == "personal-data"]
    assert fault.found == "、".join(f"142****567{n}" for n in (0, 1, 2, 3, 4, 0))
    assert "142****5670、142****5671、142****5672 等 6 处" in fault.message


def test_the_declarations_of_the_program_hold_nothing_that_a_site_must_not_say() -> None:
    """A site does not search them each time it is read: here they are."""
    forms = declarations.built_in().forms
    assert len(forms) > 20
    assert [str(fault) for form in forms for fault in own_words.in_form(form)] == []
