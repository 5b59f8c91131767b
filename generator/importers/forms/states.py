"""Words that lists have for how far a problem is put right."""

from generator.model.findings import State

_STATES = {
    word: state
    for state, words in (
        ("已整改", "是 已完成 完成 已完成整改 整改完成 已整改到位 整改到位 已销号 已办结 已落实 √"),
        ("正在整改", "整改中 正在推进 部分整改 部分完成 部分落实 基本完成 推进中 进行中"),
        ("未整改", "未完成 尚未整改 未开始 未启动 未落实"),
        ("长期坚持", "长期整改 持续整改"),
    )
    for word in words.split()
}
"""Words for how a problem stands, with that of the record."""


def state_of(word: str) -> State | None:
    """The state that a word says; None for any other text."""
    return next((one for one in State if one.label == _STATES.get(word, word)), None)
