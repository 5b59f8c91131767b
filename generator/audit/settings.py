"""The words of publisher.yml that name rules: each must be one there is, or it would do nothing."""

from collections.abc import Iterator

from generator.audit.rulebook import Rulebook
from generator.audit.verdict import STOPPABLE
from generator.binding.filling import Form
from generator.diagnostics import Diagnostic
from generator.model.publisher import Publisher
from generator.values.text import shown


def unknown_words(form: Form[Publisher], book: Rulebook) -> Iterator[Diagnostic]:
    """Every word of the policy that is neither a gravity that can stop a build nor a rule."""
    partial = form.partial
    read = form.value or (partial.readings[0] if partial and partial.readings else None)
    for n, word in enumerate(read.policy.stops if read else ()):
        path = ("policy", "stops", n)
        unread = partial is not None and partial.hangs_on(path)
        if unread or word in STOPPABLE or word in book.pages:
            continue
        guess = book.meant(word, *STOPPABLE)
        asked = f"是否应为「{guess}」？" if guess else ""
        yield form.fault(
            "policy-word-unknown", path,
            f"「{form.label(path)}」中的「{shown(word)}」不是可以拦截的级别，也不是规则名，"
            "什么也拦不住",
            f"{asked}可以写 错误、警告，或 gongkai explain 列出的规则名",
            found=shown(word), expected=guess,
        )  # fmt: skip
