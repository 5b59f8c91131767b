"""Which of several a sentence calls the highest or lowest, beside what it tells of each."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.audit.dossier.arithmetic.readings import Span
from generator.audit.dossier.claims.figures import Claim, Figure
from generator.values.lazily import lazily

SIGN = lazily("最[高低多少大小]|之[最首]|由[高低大小多少]到")
_CALLED = lazily(
    "(?P<words>[^，,。；;：:最\\d]{0,24})最(?P<way>[高低多少大小])(?P<behind>[^，,。；;：:\\d]{0,20})"
)
_MOST = frozenset("高多大")
_LEAD = lazily("^(?:其中|分别[为是]?|[，,、：:；;（(])+")
_ENDING = lazily("[为是达]$")
_FILLER = lazily("(?:的|执行|完成|为|是|达到?|[也又均仅只]|其中|各[地县区镇]中?)")
_UNSURE = lazily("[之最][一前后]|上年|去年|历史|类|组|除|约|以[上下]|较|比")
_OF_YEAR = lazily(
    r"(?P<year>(?:19|20)\d\d)年(?:为|是|达到|当年)?(?:[两三四五六七八九十\d]年|各年|历年|近.年|其中)?(?:来|中|间|以来)?(?:之最|最(?P<way>[高低多少大小]))"
)
_NUMBERS = "一二三四"
_QUARTERS = lazily(r"(?<!第)一[至到—-](?P<last>[二三四])季度[^\d。；，,]{0,8}分别")
_OF_QUARTER = lazily(r"[，,]第?(?P<name>[一二三四])季度[^\d，,。；]{0,8}最(?P<way>[高低多少大小])")
_ORDERED = lazily(
    "[由从](?P<way>[高低多少大小])[到至][高低多少大小][^。；\\d]{0,12}?(?:依次|分别|排[序列名])"
)
_NEXT = lazily("^[^\\d，,、；]{0,6}[、，,][^\\d，,、]{1,16}$")
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


def of_years(sentence: str) -> Iterator[Claim]:
    """`2021年为三年之最`: of figures that are told year by year."""
    match = _OF_YEAR.search(sentence)
    if match is None:
        return
    told = [one for one in Span(sentence).figures if one.end <= match.start() and one.year]
    listed = [one for one in told if one.unit == told[-1].unit]
    by_year = {one.year: one for one in listed}
    one = by_year.get(int(match["year"]))
    if one is None or len(by_year) < _FEWEST or len(listed) > len(by_year):
        return
    pick = min if match["way"] and match["way"] not in _MOST else max
    best = pick(listed, key=lambda other: other.value)
    if best.value != one.value:
        yield Claim(
            match[0], one.said, best.said, f"{one.year}年是{one.said}，{best.year}年是{best.said}"
        )


def of_quarters(sentence: str) -> Iterator[Claim]:
    """`一至四季度分别支出12%、23%、41%和24%，四季度最高`: of figures told quarter by quarter."""
    match = _QUARTERS.search(sentence)
    called = tuple(_OF_QUARTER.finditer(sentence, match.end())) if match else ()
    if match is None or len(called) != 1 or _UNSURE.search(called[0][0].replace("占比", "")):
        return
    listed = [one for one in Span(sentence).figures if match.end() <= one.start < called[0].start()]
    names = _NUMBERS[: _NUMBERS.index(match["last"]) + 1]
    if len(listed) != len(names) or len({one.unit for one in listed}) > 1:
        return
    one = listed[_NUMBERS.index(called[0]["name"])] if called[0]["name"] in names else listed[0]
    pick = max if called[0]["way"] in _MOST else min
    best = pick(listed, key=lambda other: other.value)
    if one.value != best.value:
        due = f"{names[listed.index(best)]}季度"
        how = f"{called[0]['name']}季度是{one.said}，{due}是{best.said}"
        yield Claim(called[0][0], f"{called[0]['name']}季度", due, how)


def orders(sentence: str) -> Iterator[Claim]:
    """A list that says it falls, or rises, and does not: `由高到低依次为94%、86%、89%`."""
    match = _ORDERED.search(sentence)
    if match is None:
        return
    span = Span(sentence)
    listed: list[Figure] = []
    for one in span.figures:
        if one.start < match.end():
            continue
        if listed and (one.unit != listed[0].unit or not _NEXT.search(one.lead)):
            break
        listed.append(one)
    is_falling = match["way"] in _MOST
    for one, other in pairwise(listed if len(listed) >= _FEWEST else ()):
        if one.value != other.value and (one.value < other.value) is is_falling:
            said = sentence[match.start() : other.end]
            yield Claim(said, one.said, other.said, f"{other.said}不应在{one.said}之后")
            return


def _listed(span: Span, at: int) -> Sequence[Figure]:
    """The figures of one unit right before a place, each with a name of its own."""
    listed: list[Figure] = []
    for one in reversed([one for one in span.figures if one.end <= at]):
        if listed and (one.unit != listed[-1].unit or not _name(span, listed[-1])):
            break
        listed.append(one)
    return listed[::-1] if listed and _name(span, listed[-1]) else listed[-2::-1]


def _name(span: Span, one: Figure) -> str:
    return _ENDING.sub("", _LEAD.sub("", span.own(one)).strip())


def _name_in(listed: Sequence[Figure], span: Span, clause: str) -> dict[str, Figure]:
    """Whose names stand in a clause: as much of each as is its own."""
    found = {}
    for one in listed:
        name = _name(span, one)
        known = next(
            (name[:n] for n in range(len(name), _SHORTEST - 1, -1) if name[:n] in clause), ""
        )
        if not known:  # what all are told of may stand before the first name
            known = next(
                (name[-n:] for n in range(len(name), _SHORTEST, -1) if name[-n:] in clause), ""
            )
        if known and sum(known in _name(span, other) for other in listed) == 1:
            found[known] = one
    return found


def _is_of_the_same(before: str, clause: str, found: dict[str, Figure]) -> bool:
    """Whether what is highest is what the figures are of: words of its own stand before, too."""
    [name] = found
    rest = _FILLER.sub("", clause.replace(name, ""))
    return not rest or rest in before
