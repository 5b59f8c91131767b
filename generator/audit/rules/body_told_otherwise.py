"""文字写的单位与表头不同。

正文写“受某局委托”，或者写谁组织实施、谁评价、谁建设运营，机构和项目栏目里是另一个单位；部门整体报
告写的是另一个部门。

原因：多半是沿用了另一份报告的文字；读者不知道是谁的项目、谁作的评价。

公式：（1）「机构」恰有一个角色是委托方（委托单位、委托人），文字写“受……委托”的单位（以局、委、
办、部、厅、院、会、中心、政府结尾）；（2）项目写有「实施单位」，文字写“实施（承担、建设）单位为…
…”“由……组织实施（负责实施）”的单位；（3）「机构」有评价机构，文字写“……公司（事务所、研究院）
受……委托”“委托……公司（事务所、研究院）”“……公司（事务所、研究院）……开展（组织）评价”的单位；
（4）「机构」恰有一个角色是承接主体（承接单位、供应商、中标单位），文字写“由……承接（中标、提供服
务）”的单位；（5）「机构」恰有一个角色是项目公司、基金管理机构、施工单位、监理单位、承保机构的，文
字写“由……公司负责投融资（建设、运营）”“项目公司为……”“由……公司管理（承建、监理、承保）”的单位；
（6）部门整体支出的文件，一句话的开头（前面可以写年份）是“某某局（委员会、办公室、联合会）”，后面
紧接“紧扣、围绕、坚持、认真、积极、内设、主要职责”等的单位，与本部门的名称、简称、曾用名相比：与那
一栏互不包含，去掉省市县区的地名后也不相同，机构和项目栏目里别的单位也不是它的，提示。一段文字只提
示一次。

依据：通行的文字核对要求：同一事项前后一致。只作提示。

反例：委托方是示例市住房保障和房产管理局，正文写“受示例市城市管理局委托”。

正例：正文写“受市住房保障和房产管理局委托”。

改法：核对单位名称，改为一致。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.SECTIONS)

_OFFICE = "(?:局|委|委员会|办公室|部|厅|院|会|中心|政府|站|处|所|学校|中学|医院|公司)"
_FIRM = "(?:公司|事务所|研究院)"
_HAN = r"[\u4e00-\u9fff（）()]"
_CLIENT = lazily("委托(?:方|单位|人|部门|机构)")
_EVALUATOR = lazily("评价机构|第三方(?:机构)?|受托(?:方|机构|单位)|评估机构")
_SUPPLIER = lazily("承接(?:主体|方|单位|机构)|供应商|中标(?:单位|人|方|供应商)|服务(?:商|供应商)")
_TOLD_CLIENT = lazily(rf"受({_HAN}{{2,30}}?(?:局|委|委员会|办公室|部|厅|院|会|中心|政府))的?委托")
_TOLD_UNIT = lazily(
    rf"(?:实施|承担|建设)单位[为是：:]({_HAN}{{3,30}}?{_OFFICE})(?=[，,。；、\n]|$)"
    rf"|由({_HAN}{{3,30}}?{_OFFICE})(?:负责)?(?:组织实施|具体实施|负责实施|承担实施)"
)
_TOLD_FIRM = lazily(
    rf"委托({_HAN}{{3,30}}?{_FIRM})(?=[，,。；对开作于\n]|$)"
    rf"|(?:^|[，,。；\n])({_HAN}{{3,30}}?{_FIRM})(?:受|接受|于|对|组织|开展)[^。；\n]{{0,40}}评价"
)
_TOLD_SUPPLIER = lazily(
    rf"由({_HAN}{{3,30}}?(?:{_FIRM}|中心|协会|合作社|社))(?:中标|承接|提供服务)"
)
_ENTERPRISE = "(?:公司|事务所|研究院|中心)"
_ROLES = {
    "项目公司": (
        lazily("项目公司|特许经营(?:者|方)|运营(?:单位|公司|商|方)"),
        lazily(
            rf"由(?!社会资本|中标|政府|双方)({_HAN}{{4,30}}?{_ENTERPRISE})(?:负责|承担)[^，,。；\n]{{0,6}}(?:投融资|投资|建设|运营)"
            rf"|项目公司(?:为|是|[：:])({_HAN}{{4,30}}?公司)(?=[，,。；、\n]|$)"
        ),
    ),
    "基金管理机构": (
        lazily("基金管理(?:机构|人|公司)|管理(?:机构|人)"),
        lazily(
            rf"由({_HAN}{{4,30}}?{_ENTERPRISE})(?:担任|作为)?(?:负责|受托)?(?:基金)?管理"
            rf"|基金管理(?:机构|人)(?:为|是|[：:])({_HAN}{{4,30}}?公司)(?=[，,。；、\n]|$)"
        ),
    ),
    "施工单位": (
        lazily("施工(?:单位|方)|承建单位|总承包(?:单位|方)"),
        lazily(rf"由({_HAN}{{4,30}}?公司)(?:负责|中标)?(?:承建|施工|总承包)"),
    ),
    "监理单位": (
        lazily("监理(?:单位|方|机构)"),
        lazily(rf"由({_HAN}{{4,30}}?公司)(?:负责|承担)?(?:工程)?监理"),
    ),
    "承保机构": (
        lazily("承保(?:机构|公司|人|单位)|保险(?:机构|公司)"),
        lazily(rf"由({_HAN}{{4,30}}?公司)(?:负责|独家)?承保"),
    ),
}
"""What bodies are there for, and how prose tells who is."""
_TOLD_OWN = lazily(
    r"(?:^|(?<=[。；;\n]))\s{0,4}(?:20\d{2}年度?[,，]?|一年来[,，]|本年度?[,，])?"
    r"(?![全我本该各])([\u4e00-\u9fff]{2,18}?(?:局|委员会|办公室|联合会))(?:党组|党委)?"
    r"(?=紧[扣紧密]|围绕|坚持|认真|严格|积极|扎实|切实|聚焦|立足|深入|牢牢|着力|内设|下设|现有"
    r"|主要职|主要负责|贯彻|全面|按照)",
    re.ASCII,
)
_SOUGHT = lazily(
    "委托|承接|中标|单位[为是：:]|实施|公司|事务所|研究院|中心|局|委员会|办公室|联合会"
)
_PARTS = frozenset(("sections",))
_PLACE = lazily("^[\\u4e00-\\u9fff]{1,6}?[省市县区州盟旗]")


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    item = subject.item
    clients = [body.name for body in item.bodies if _CLIENT.fullmatch(body.role)]
    firms = [body.name for body in item.bodies if _EVALUATOR.fullmatch(body.role)]
    suppliers = [body.name for body in item.bodies if _SUPPLIER.fullmatch(body.role)]
    firms += [item.evaluator] if item.evaluator else []
    units = [item.project.unit] if item.project and item.project.unit else []
    sought = (
        *_by_role(subject),
        ("本部门", _own(subject), _TOLD_OWN),
        ("委托方", clients, _TOLD_CLIENT),
        ("实施单位", units, _TOLD_UNIT),
        ("评价机构", firms, _TOLD_FIRM),
        ("承接方", suppliers, _TOLD_SUPPLIER),
    )
    sought = tuple(one for one in sought if len(one[1]) == 1)
    known = [half_width(body.name) for body in item.bodies]
    known += [half_width(name) for name in (*units, *firms)]
    department = subject.record.department
    selves = [half_width(one) for one in (*department.aliases, *department.former_names)]
    for text in subject.texts.prose.within(_PARTS) if sought else ():
        if text.path[-1] != "text" or not _SOUGHT.search(text.plain):
            continue
        for role, own, pattern in sought:
            told = [next(filter(None, m.groups())) for m in pattern.finditer(text.plain)]
            names = (*known, *selves, *own) if pattern is _TOLD_OWN else known
            others = [one for one in told if not any(_are_same(one, name) for name in names)]
            if len(told) == len(others) == 1:
                yield Result(
                    text.path,
                    f"文字写的{role}是「{others[0]}」，{role}一栏是「{own[0]}」",
                    "请核对单位名称，改为一致",
                    others[0],
                    own[0],
                )
                break


def _by_role(subject: Subject) -> Iterator[tuple[str, list[str], re.Pattern[str]]]:
    """Who does a thing, by the bodies of the document: their names and how prose tells them."""
    bodies = subject.item.bodies
    for label, (role, told) in _ROLES.items() if bodies else ():
        yield label, [body.name for body in bodies if role.fullmatch(body.role)], told


def _own(subject: Subject) -> list[str]:
    """The department itself, where it is what is evaluated, and no unit of another."""
    scope, department = subject.item.scope, subject.record.department
    is_whole = scope is not None and scope.is_whole_department
    return [department.name] if is_whole and department.parent is None else []


def _are_same(one: str, other: str) -> bool:
    """Whether two names may be of one body: a place may be left out, or its office be short."""
    plain, beside = _PLACE.sub("", one), _PLACE.sub("", other)
    return plain in other or beside in one or not set(plain) - set(other)
