"""How many of a list's items have which grade, as prose counts them."""

from collections.abc import Iterator, Sequence

from generator.audit.dossier.prose import Prose
from generator.audit.dossier.told import counted
from generator.source import At
from generator.values.lazily import lazily

_GRADE = "优秀|良好|中等|基本合格|不合格|合格|优|良|中|差"
_NUMBER = r"\d{1,4}|[一二两三四五六七八九十]"
_BEHIND = lazily(
    rf"(?<![目位业其项个])(?P<grade>{_GRADE})(?:的|等级|等次|级|等|档)?(?:项目)?[为有共]?\s?"
    rf"(?P<number>{_NUMBER})\s?[个项]"
)
_BEFORE = lazily(
    rf"(?P<number>{_NUMBER})\s?[个项](?:项目)?(?:[为是]|评为|评定为|等级为|被评为)?"
    rf"(?P<grade>{_GRADE})(?=[、，,；;。和及\s]|等级|的|$)"
)
"""`两个优、一个良`."""
_EITHER = lazily(
    rf"(?:{_GRADE})[^，。；\n]{{0,5}}(?:{_NUMBER})\s?[个项]"
    rf"|(?:{_NUMBER})\s?[个项][^，。；\n]{{0,8}}(?:{_GRADE})"
)
_OTHER = lazily("上年|去年|复核|自评|比")
_PART = "其中"
_COUNT = lazily(rf"(?<![\d.])({_NUMBER})\s?[个项]")
_FEWEST = 2


def told_grades(prose: Prose, items: int) -> Iterator[tuple[At, Sequence[tuple[str, int]]]]:
    """The places that count the grades of so many items, each with what it counts."""
    for text in prose.holding(_EITHER):
        if text.path[0] not in ("sections", "result"):
            continue
        for sentence in text.sentences:
            told = _told(sentence)
            if len(told) >= _FEWEST and _is_of_all(sentence, items):
                yield text.path, told


def _told(sentence: str) -> Sequence[tuple[str, int]]:
    """The grades that a sentence counts, each once, with their numbers."""
    for pattern in (_BEHIND, _BEFORE):
        told = [(match["grade"], counted(match["number"])) for match in pattern.finditer(sentence)]
        if len(told) >= _FEWEST:
            return told if len({grade[0] for grade, _ in told}) == len(told) else ()
    return ()


def _is_of_all(sentence: str, items: int) -> bool:
    """Whether what it counts are all items of this list."""
    if _OTHER.search(sentence):
        return False
    whole, part, _ = sentence.partition(_PART)
    return not part or any(counted(told) == items for told in _COUNT.findall(whole))
