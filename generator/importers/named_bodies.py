"""Bodies that sentences name in a role: `项目由某中心实施`, `主管部门为某局，实施单位为某站`."""

import re
from collections.abc import Iterable

from generator.importers.context import Context
from generator.importers.ledger import Confidence
from generator.importers.outline import Piece
from generator.importers.part import Part
from generator.importers.placing import Slot, place
from generator.source import At
from generator.values.sentences import said_before

_BODY = re.compile(
    "(?:局|委|厅|中心|站|馆|院|校|所|办公室|办|会|公司|政府|医院|学校|处|[支大总]队|集团)$"
)
_SEVERAL = re.compile(
    "各|有关|相关|所属|下属|以及|等|原|部门$|单位$"
    "|(?:局|委|厅|办|中心|站|馆|院|校|所|会|公司|政府|[县区镇乡])[和及与或、]"
)
"""What says of bodies that it is several of them, or does not say which."""
_ELSEWHERE = re.compile("邻[近省市县区乡镇村]|外[省市县]|兄弟|同类|类似|其[他它](?:地区|项目|单位)")
"""What says that a sentence is about something else."""
_CARRIED_OUT = re.compile(
    r"(?:\A|(?<=[。；;，,\s）)、.．①-⑳]))(?:该|本|此)?(?:项目|工程|政策|专项资金)由(?P<unit>[^，,。；;：:、\s]{4,30}?)"
    r"(?:具体|负责|组织|统一|牵头){0,2}(?:实施|承担)(?=[，,。；;])"
)
_IN_ITS_SENTENCE = re.compile(
    r"(?:\A|(?<=[。；;]))\s?(?:该|本|此)(?:项目|工程|政策)[^。；;由]{2,40}[，,]由(?P<unit>[^，,。；;：:、\s]{4,30}?)"
    r"(?:具体|负责|组织|统一|牵头){0,2}(?:实施|承担|承建)(?=[，,。；;])"
)
_IN_ROLE = re.compile(
    r"(?:\A|(?<=[。；;，,\s）)]))(?:(?:该|本|此)(?:项目|工程|政策|资金)?的?)?(?P<role>(?:项目|资金|工程|预算|政策|具体|市级|县级|区级|省级){0,2}"
    r"(?:主管(?:部门|单位)|(?:实施|承担|建设|使用|执行|项目)(?:单位|主体)))(?:为|是)(?P<unit>[^，,。；;：:、\s]{4,30}?)(?=[，,。；;])"
)
_UNIT = "project.unit"


def read(context: Context, paragraphs: Iterable[Piece], at: At = ()) -> None:
    """Place who carries the project out and whose it is, where sentences name one body for it."""
    if not at and context.gathering.has("items"):
        return
    told: dict[str, dict[str, Slot]] = {}
    for piece in paragraphs:
        for match in _IN_ROLE.finditer(piece.text):
            field = context.labels.field(Part.HEAD, match["role"])
            if field is not None:
                told.setdefault(field, {}).setdefault(
                    match["unit"], Slot(piece, *match.span("unit"))
                )
        carried = (*_CARRIED_OUT.finditer(piece.text), *_IN_ITS_SENTENCE.finditer(piece.text))
        for match in carried:
            told.setdefault(_UNIT, {}).setdefault(match["unit"], Slot(piece, *match.span("unit")))
    for field, slots in told.items():
        name, slot = next(iter(slots.items()))
        is_one = len(slots) == 1 and _BODY.search(name) and not _SEVERAL.search(name)
        is_other = _ELSEWHERE.search(said_before(slot.piece.text, slot.start) + name)
        if not is_one or is_other or is_known(context, field, at):
            continue
        if field == _UNIT:
            unit: At = (*at, "project", "unit")
            context.put(unit, slot.piece, name, slot.part, confidence=Confidence.INFERRED)
        elif field.startswith("bodies."):
            place(context, field, slot, at)


def is_known(context: Context, field: str, at: At = ()) -> bool:
    """Whether a form or a line said it before."""
    gathering = context.gathering
    if not field.startswith("bodies."):
        return gathering.has(*at, *field.split("."))
    count = gathering.length(*at, "bodies")
    roles = (gathering.values.get((*at, "bodies", n, "role")) for n in range(count))
    return any(role is not None and role.text == field.partition(".")[2] for role in roles)
