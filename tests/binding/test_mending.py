"""What is certain is mended in rounds, and never where a file would then say something else."""

from generator.binding.filling import Form
from generator.binding.mending import mended
from generator.binding.opening import form_of
from generator.diagnostics import Diagnostic, Fix, Location, Severity
from generator.diagnostics.fix import between
from generator.model.findings import Rectification
from generator.schema.fields import Model
from generator.source import decoded_lines, patched

SOUND = "# 抄自通知\n日期: 2024-03-15 # 落款\n措施: 更换供货单位\n情况: 已更换\n"


def read(content: bytes) -> Form[Model]:
    return form_of(content, "a.yml", Rectification)


def fault(text: str, fix: Fix) -> Diagnostic:
    return Diagnostic("rule", Severity.ERROR, Location("a.yml", fix.line), text, "改", fixes=(fix,))


def test_slips_that_hide_one_another_are_mended_in_turn() -> None:
    typed = SOUND.replace("日期: 2024-03-15", "日期：２０２４.３.１５").encode()
    result = mended(typed, read(typed).diagnostics, read)
    assert result.content.decode() == SOUND
    assert {line for line, _ in result.told} == {2}
    assert not result.waiting


def test_lines_are_told_as_they_were_before_others_were_broken() -> None:
    typed = "日期: 2024-03-15 措施: 更换\n完成日期: 2024.3.16\n".encode()
    result = mended(typed, read(typed).diagnostics, read)
    assert result.content.decode() == "日期: 2024-03-15\n措施: 更换\n完成日期: 2024-03-16\n"
    assert [line for line, _ in result.told] == [1, 2]


def test_a_fix_that_changes_another_line_is_refused() -> None:
    text = SOUND.encode()
    swallowing = fault("甲", between(4, "情况: 已更换", "  情况，已更换"))
    result = mended(text, [swallowing], read)
    assert result.content == text
    assert result.waiting == (swallowing,)


def test_a_fix_that_loses_a_comment_is_refused() -> None:
    text = SOUND.encode()
    lost = fault("甲", between(2, "日期: 2024-03-15 # 落款", "日期: 2024-03-15"))
    assert mended(text, [lost], read).content == text


def test_a_fix_that_makes_a_new_error_is_refused_and_others_are_made() -> None:
    typed = SOUND.replace("2024-03-15", "2024.3.15").encode()
    wrong = fault("甲", between(4, "情况: 已更换", "情形: 已更换"))
    result = mended(typed, [*read(typed).diagnostics, wrong], read)
    assert result.content.decode() == SOUND


def test_of_fixes_that_overlap_the_first_is_taken() -> None:
    one, other = Fix(1, 1, 4, "甲", ""), Fix(1, 3, 5, "乙", "")
    assert patched(b"abcdef\r\n", [other, one]) == "甲def\r\n".encode()


def test_lines_are_those_that_messages_count() -> None:
    assert decoded_lines(b"\xef\xbb\xbfa\r\nb\rc\n") == ["a", "b", "c", ""]


def test_a_line_that_stands_twice_goes_and_those_below_keep_their_numbers() -> None:
    typed = "措施: 更换\n措施: 更换\n日期：2024.3.15\n".encode()
    result = mended(typed, read(typed).diagnostics, read)
    assert result.content.decode() == "措施: 更换\n日期: 2024-03-15\n"
    assert {line for line, _ in result.told} == {2, 3}


def test_a_line_that_stands_twice_stays_with_the_comment_behind_it() -> None:
    typed = "措施: 更换\n措施: 更换 # 已核\n".encode()
    result = mended(typed, read(typed).diagnostics, read)
    assert result.content == typed
