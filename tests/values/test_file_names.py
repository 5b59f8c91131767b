"""One rule for every name that becomes a file."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.file_names import DEVICES, LONGEST, file_key, name_fault
from generator.values.notations import is_slug

UNSEEN = [
    chr(code)
    for code in range(sys.maxunicode + 1)
    if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
]
BLANKS = [
    chr(code)
    for code in range(sys.maxunicode + 1)
    if chr(code).isspace() and chr(code) not in UNSEEN
]


@pytest.mark.parametrize("sign", '\\/:*?"<>|')
def test_no_sign_that_a_system_keeps_for_itself(sign: str) -> None:
    for name in (f"{sign}报告.pdf", f"报{sign}告.pdf", f"报告.pdf{sign}"):
        assert f"「{sign}」" in name_fault(name)


def test_no_sign_that_cannot_be_seen() -> None:
    assert [
        sign for sign in UNSEEN if f"U+{ord(sign):04X}" not in name_fault(f"a{sign}b.pdf")
    ] == []


@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_stands_between_words_only(blank: str) -> None:
    assert "空格" in name_fault(f"报告.pdf{blank}")
    assert "空格" in name_fault(f"{blank}报告.pdf")
    if unicodedata.is_normalized("NFC", blank):
        assert name_fault(f"附件{blank}1.pdf") == ""


@pytest.mark.parametrize("device", sorted(DEVICES))
def test_no_device_whatever_follows(device: str) -> None:
    for name in (device, f"{device}.pdf", f"{device.upper()}.tar.gz", f"{device} .pdf"):
        assert "设备名" in name_fault(name)
    assert not is_slug(device)
    assert (
        name_fault(f"{device}a.pdf")
        == name_fault(f"a{device}.pdf")
        == name_fault(f"a.{device}")
        == ""
    )


@pytest.mark.parametrize("name", ["报告.", "报告.pdf.", ".", ".."])
def test_no_dot_at_the_end(name: str) -> None:
    assert "结尾" in name_fault(name)


@pytest.mark.parametrize("sign", ["a", "é", "字", "\U00020bb7"])
def test_the_length_is_counted_in_bytes(sign: str) -> None:
    longest = sign * (LONGEST // len(sign.encode()))
    assert name_fault(longest) == ""
    assert f"超过 {LONGEST} 字节" in name_fault(longest + sign)


def test_letters_are_composed() -> None:
    assert name_fault("Café.pdf") == ""
    assert "NFC" in name_fault("Cafe\u0301.pdf")


@given(st.text(min_size=1, max_size=20))
def test_what_one_system_takes_for_one_name_folds_to_one(name: str) -> None:
    for form in ("NFC", "NFD"):
        assert file_key(unicodedata.normalize(form, name)) == file_key(name)
    assert file_key(file_key(name)) == file_key(name)


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_every_id_is_fit_to_be_a_file(name: str) -> None:
    assert not is_slug(name) or name_fault(name) == ""
