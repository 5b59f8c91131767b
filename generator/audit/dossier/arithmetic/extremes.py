"""Which of several a sentence calls the highest or lowest, beside what it tells of each."""

from collections.abc import Iterator, Sequence

from generator.audit.dossier.arithmetic.readings import Span
from generator.audit.dossier.claims.figures import Claim, Figure
from generator.values.lazily import lazily

SIGN = lazily("最[高低多少大小]")
_CALLED = lazily(
    "(?P<words>[^，,。；;：:最\\d]{0,24})最(?P<way>[高低多少大小])(?P<behind>[^，,。；;：:\\d]{0,20})"
)
_MOST = frozenset("高多大")
_LEAD = lazily("^(?:其中|分别[为是]?|[，,、：:；;（(])+")
_FILLER = lazily("(?:的|执行|完成|为|是|达到?|[也又均仅只]|其中|各[地县区镇]中?)")
_UNSURE = lazily("[之最][一前后]|上年|去年|历史|类|组|除|约|以[上下]|较|比")
_FEWEST, _SHORTEST = 3, 2


def extremes(sentence: str) -> Iterator[Claim]:
    """The one that a half-width sentence names wrongly; what it tells of each stands before."""
    span = Span(sentence)
    for match in _CALLED.finditer(sentence):
        listed = _listed(span, match.start())
        if len(listed) < _FEWEST or _UNSURE.search(match["words"] + match["behind"]):
            continue
        clause = match["words"] if _name_in(listed, span, match["words"]) else match["behind"]
        found = _name_in(listed, span, clause)
        if len(found) != 1 or not _is_of_the_same(sentence[: match.start()], clause, found):
            continue
        [(name, one)] = found.items()
        pick = max if match["way"] in _MOST else min
        best = pick(other.value for other in listed)
        if one.value != best:
            due = next(other for other in listed if other.value == best)
            yield Claim(
                match[0].strip(), name, due.said,
                f"{name}是{one.said}，最{match['way']}的应",
            )  # fmt: skip


def _listed(span: Span, at: int) -> Sequence[Figure]:
    """The figures of one unit right before a place, each with a name of its own."""
    listed: list[Figure] = []
    for one in reversed([one for one in span.figures if one.end <= at]):
        if listed and (one.unit != listed[-1].unit or not _name(span, listed[-1])):
            break
        listed.append(one)
    return listed[::-1] if listed and _name(span, listed[-1]) else listed[-2::-1]


def _name(span: Span, one: Figure) -> str:
    return _LEAD.sub("", span.own(one)).strip()


def _name_in(listed: Sequence[Figure], span: Span, clause: str) -> dict[str, Figure]:
    """Whose names stand in a clause: as much of each as is its own."""
    found = {}
    for one in listed:
        name = _name(span, one)
        known = next(
            (name[:n] for n in range(len(name), _SHORTEST - 1, -1) if name[:n] in clause), ""
        )
        if known and sum(_name(span, other).startswith(known) for other in listed) == 1:
            found[known] = one
    return found


def _is_of_the_same(before: str, clause: str, found: dict[str, Figure]) -> bool:
    """Whether what is highest is what the figures are of: words of its own stand before, too."""
    [name] = found
    rest = _FILLER.sub("", clause.replace(name, ""))
    return not rest or rest in before
