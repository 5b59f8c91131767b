"""What a site says of rules: words of publisher.yml that name them, names of rules of its own."""

from collections.abc import Iterator

from generator.audit.rulebook import BUILT_IN, Rulebook
from generator.audit.verdict import STOPPABLE
from generator.binding.filling import Form
from generator.diagnostics import Diagnostic
from generator.intake.declarations import Declarations
from generator.model.publisher import Publisher
from generator.values.text import shown


def unknown_words(form: Form[Publisher], book: Rulebook) -> Iterator[Diagnostic]:
    """Every word of the policy that is neither a gravity that can stop a build nor a rule."""
    partial = form.partial
    read = form.value or (partial.readings[0] if partial and partial.readings else None)
    for n, word in enumerate(read.policy.stops if read else ()):
        path = ("policy", "stops", n)
        unread = partial is not None and partial.hangs_on(path)
        if unread or word in STOPPABLE or word in book.pages or book.may_hold(word):
            continue
        guess = book.meant(word, *STOPPABLE)
        asked = f"是否应为「{guess}」？" if guess else ""
        yield form.fault(
            "policy-word-unknown", path,
            f"「{form.label(path)}」中的「{shown(word)}」不是可以拦截的级别，也不是规则名，"
            "什么也拦不住",
            f"{asked}可以写 错误、警告、提示，或 gongkai explain 列出的规则名",
            found=shown(word), expected=guess,
        )  # fmt: skip


def taken_names(declared: Declarations) -> Iterator[Diagnostic]:
    """Criteria of a site that bear the name or the title of a rule of the program."""
    titles = {page.title: name for name, page in BUILT_IN.pages.items()}
    for form in declared.criteria_forms.values():
        for n, criterion in enumerate(form.value.criteria if form.value else ()):
            for field, typed in (("id", criterion.id), ("title", criterion.title)):
                rule = typed if typed in BUILT_IN.pages else titles.get(typed)
                if rule is not None:
                    yield form.fault(
                        "duplicate-id", ("criteria", n, field),
                        f"「{typed}」已是程序的核对规则 {rule}", "请改用另一个编号和标题",
                        found=typed,
                    )  # fmt: skip
