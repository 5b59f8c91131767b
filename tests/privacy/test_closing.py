"""Nothing that nobody sees hides a number of a person or a mark of secrecy."""

import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from helpers import audit, office_files

from generator.privacy.closing import COMMON, closed
from generator.privacy.marks import HINT, marks
from generator.privacy.numbers import masked, numbers
from generator.values.text import half_width

EVERY = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
PARTING = [sign for sign in EVERY if unicodedata.category(sign) == "Cf"]
PARTING += (
    "\u034f\u115f\u1160\u17b4\u180b\u2065\u2800\u3164\ufe00\ufe0f\uffa0\ufff0\U000e0100\u20e3\u0336"
)
BLANKS = [sign for sign in EVERY if unicodedata.category(sign) == "Zs"]
NUMBERS = ("13800138000", "11010519491231002X", "6222021234567890128")
MARKS = (
    "机密★长期", "秘密★10年", "绝密★", "密级：机密", "密级:秘密", "機密★1年", "絕密☆", "祕密★",
    "【机密】", "内部资料，不得外传", "內部資料請勿外傳", "仅供内部参考", "內部文件 嚴禁複印",
    "仅限内部使用", "内部掌握，不得对外公开", "保密级别：机密", "密级—秘密", "〖绝密〗", "絶密★",
    "秘密✱10年", "机密⁎",
)  # fmt: skip


def written(number: str) -> str:
    """A card number whose check digit is right, so that the test stands by itself."""
    if len(number) != 19:
        return number
    digits = [int(d) for d in number[:-1]]
    doubled = sum(sum(divmod(d * 2, 10)) for d in digits[::-2])
    return number[:-1] + str(-(sum(digits[-2::-2]) + doubled) % 10)


@pytest.mark.parametrize("sign", PARTING, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_sign_nobody_sees_parts_no_number(sign: str) -> None:
    for number in map(written, NUMBERS):
        text = f"电话：{sign.join(number)}，已核"
        [found] = numbers(text)
        hidden = masked(text)
        assert found.masked in hidden
        assert number not in closed(hidden).text
        assert hidden.startswith("电话：")
        assert hidden.endswith("，已核")


@pytest.mark.parametrize("blank", BLANKS, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_number_in_groups_is_found_whatever_the_blank(blank: str) -> None:
    assert [s.kind for s in numbers(f"电话：138{blank}0013{blank}8000")] == ["手机号码"]


@pytest.mark.parametrize("sign", "‐‑‒–—―−﹘﹣－·•‧・⁃.\ufffc")
def test_a_number_in_groups_is_found_whatever_the_dash(sign: str) -> None:
    assert [s.kind for s in numbers(f"电话：138{sign}0013{sign}8000")] == ["手机号码"]


@pytest.mark.parametrize("sign", "xＸХхΧχⅩⅹ×✕")
def test_the_last_sign_of_an_identity_number_is_told_by_its_shape(sign: str) -> None:
    for typed in ("11010519491231002", "110105 19491231 002"):
        assert [s.kind for s in numbers(f"证号{typed}{sign}，已核")] == ["身份证号"]
    assert [s.kind for s in numbers(f"共13800138000{sign}2")] == (
        ["手机号码"] if sign in "×✕ХхΧχⅩⅹ" else []
    )


IDENTITY = "11010519491231002X"


@pytest.mark.parametrize(
    "typed",
    [f"{IDENTITY[:12]}\n{IDENTITY[12:]}", f"{IDENTITY[:6]}\r\n{IDENTITY[6:14]}\n{IDENTITY[14:]}",
     "\n\n".join(IDENTITY), "\t".join(IDENTITY)],
)  # fmt: skip
def test_an_identity_number_in_narrow_cells_is_found(typed: str) -> None:
    text = f"姓名\n{typed}\n300\n电话13800138000"
    assert [s.kind for s in numbers(text)] == ["身份证号", "手机号码"]
    assert IDENTITY[6:14] not in closed(masked(text)).text


def test_figures_below_one_another_are_no_number() -> None:
    for figures in ("150\n2000\n3500", "138\n0013\n8000", "\n".join("13800138000")):
        assert list(numbers(figures)) == []
        assert masked(figures) == figures


def test_a_message_hides_more_than_is_reported() -> None:
    for typed in ("编号「13800138000」", "&a13800138000", f"T{IDENTITY}号", "Tel13800138000"):
        hidden = masked(typed)
        assert "0013" not in hidden
        assert IDENTITY[6:14] not in hidden
    for kept in ("13800138000元", "13800138000.50", "13800138000 万元", "138001380001"):
        assert masked(kept) == kept


def test_digits_of_every_script_and_dress_are_digits() -> None:
    sets: dict[str, list[str]] = {}
    for sign in EVERY:
        if (digit := unicodedata.digit(sign, None)) is not None:
            family = unicodedata.name(sign).rsplit(" ", 1)[0]
            sets.setdefault(family, ["?"] * 10)[digit] = sign
    missed = []
    for family, digits in sets.items():
        known = [d for d in digits if d != "?"]
        if closed("".join(known)).text != "".join(str(unicodedata.digit(d)) for d in known):
            missed.append(family)
    assert missed == []
    assert len(sets) > 60


@pytest.mark.parametrize("typed", MARKS)
def test_a_mark_is_found_however_it_is_set(typed: str) -> None:
    dice = random.Random(typed)
    assert marks(f"示例市{typed}")
    for blank in (" ", "  ", "　", "\u00a0", *dice.sample(PARTING, 8)):
        assert marks(f"文件。{blank.join(typed)}"), ascii(blank)


@pytest.mark.parametrize(
    "text",
    [
        "负责全市保密工作的宣传教育", "商业秘密", "非密", "秘密", "密级鉴定工作",
        "内部资料管理规范", "公司内部使用面积 3 平方米", "不涉密", "机密 性能测试",
        "定密、解密工作", "内部控制制度 ★★★", "降低密级秘密事项数", "国家秘密10年", "机密性（★★★）",
        "密级标识管理系统", "密级：公开", "机密级计算机2台，绝密级0台", "保守秘密20年，成效明显",
    ],
)  # fmt: skip
def test_what_only_speaks_of_secrets_is_no_mark(text: str) -> None:
    assert marks(text) == ()


@pytest.mark.parametrize("typed", ["秘密10年", "机密长期", "密级\t机密", "密级\n\n机密\n"])
def test_a_mark_without_a_star_is_found_where_it_stands_as_one(typed: str) -> None:
    assert marks(typed)
    assert marks(f"示例市某局。{typed}。")


def test_every_mark_of_a_text_is_found_once() -> None:
    assert marks("机密★，见附件；绝密★长期，机 密 ★") == ("机密★", "绝密★长期")


FIELDS: tuple[Callable[[str], dict[str, Any]], ...] = (
    lambda text: {"标题": text},
    lambda text: {"项目": {"名称": "甲", "用途": text}},
    lambda text: {"问题": [{"编号": "w1", "内容": text}]},
    lambda text: {"公开": {"咨询电话": text}},
    lambda text: {"正文": [{"级别": "1", "标题": "甲", "内容": f"一\n{text}\n二"}]},
    lambda text: {"来源": {"说明": text}},
)


@pytest.mark.parametrize("change", FIELDS)
def test_the_audit_looks_at_closed_text_in_every_field(change: Callable[[str], Any]) -> None:
    sealed = "\ufe0f\u20e3".join("13800138000")
    assert [f.rule for f in audit.found_in(audit.record_of(change(sealed)), "personal-data")]
    for typed in ("机 密 ★ 长期", "密　级：机密", "機密★"):
        assert audit.found_in(audit.record_of(change(typed)), "secrecy-mark"), typed


def test_originals_are_looked_at_in_the_same_way(tmp_path: Path) -> None:
    sealed = "\u2062".join("13800138000")
    original = office_files.of_text(tmp_path, "甲.docx", f"联系 {sealed}；機 密 ★")
    record = audit.record_of({"附件": [{"文件": "甲.docx"}]}, originals=(original,))
    found = {fault.rule for fault in audit.found_in(record)}
    assert {"personal-data", "secrecy-mark"} <= found


def test_signs_that_are_passed_over_are_none_that_anything_is_done_to() -> None:
    common = re.compile(f"[{COMMON}]")
    passed_over = [sign for sign in EVERY if common.match(sign)]
    assert len(passed_over) > 20_000
    for sign in passed_over:
        text = f"11010519491231002{sign}号1{sign}2"
        assert closed(text).places is None, hex(ord(sign))
        assert closed(text).text == half_width(text), hex(ord(sign))


@pytest.mark.parametrize("mark", MARKS)
def test_what_is_looked_for_first_is_in_every_mark(mark: str) -> None:
    for typed in (mark, " ".join(mark), "\u3000".join(mark), "\u200b".join(mark)):
        assert marks(typed)
        assert HINT.search(closed(typed).text)
