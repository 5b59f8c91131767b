"""文字写了另一个行业的事。

报告里一句话说的是幼儿园、路灯一类的事，而标题、项目、指标和其他文字没有一处提到。

原因：多半是从另一份报告里抄来的一段，忘了删改。

公式：正文、完成情况、结论、问题的一句话写有同一行业的两个以上的词（如幼儿园、入园率；诊疗、患者；水
库、灌溉），而这一行业的词在本文件的标题、项目、机构、指标和其他文字里一个也没有，部门名称里也没有。
含借鉴、类似、其他项目、比较、邻、例如、统筹、整合的句子不提示。

依据：通行做法；评价应当写本项目的情况。只作提示。

反例：村卫生室建设项目，正文写“各乡镇中心幼儿园保教质量进一步提高，入园率稳步上升”。

正例：写“村卫生室诊疗人次稳步上升”。

改法：核对是不是抄自另一份文件，改写或者删去。
"""

from collections.abc import Iterator, Mapping

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import shown

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.UNDIVIDED, needs.SECTIONS)

_FIELDS: Mapping[str, str] = {
    "学前教育": "幼儿园|入园|保教|幼儿|学前|园舍|家园共育",
    "教育": "学生|学校|教师|校舍|中小学|教学|课堂|入学率|学位|辍学|高中|义务教育",
    "卫生": "卫生院|卫生室|诊疗|患者|医院|就诊|医疗|门诊|疫苗|接种|医护|病床|村医|住院",
    "养老": "养老|敬老院|老年人|护理床位|助餐|老人|居家照护",
    "农业": "高标准农田|种植|粮食|农机|亩产|耕地|秸秆|播种|农资",
    "畜牧": "养殖|畜禽|生猪|免疫密度|防疫|屠宰|牲畜",
    "水利": "水库|灌溉|渠道|堤防|防洪|干渠|清淤|灌区|泵站|护岸",
    "供水": "饮水|供水|自来水|水厂|水质|管网漏损",
    "公路": "公路|路面|桥梁|通车|行车|养护里程|通行能力|客运|公交",
    "照明": "路灯|照明|亮灯率|灯杆|灯具",
    "环卫": "垃圾|保洁|公厕|清运|环卫|分类投放",
    "住房": "危房|老旧小区|棚户|管网|电梯|住房保障|公租房|供热|燃气|保障房",
    "文化": "图书馆|文化馆|读者|博物馆|展览|演出|观众|借阅|非遗|展陈|展厅|馆藏|布展|文物",
    "旅游": "游客|景区|旅游|民宿|游览",
    "体育": "健身|体育|场馆|赛事|运动员|球场",
    "就业": "就业|技能培训|创业|求职|招聘|岗位补贴|失业",
    "林业": "造林|森林|林地|植树|苗木|绿化|管护林",
    "消防": "消防|火灾|灭火|救援队|消火栓",
    "工业": "技术改造|专利|研发|高新技术|产业园|技改|科技成果",
    "救助": "低保|救助|残疾人|特困|流浪|康复",
    "环境": "空气质量|大气|污水|排放|污染源|PM2",
    "统计": "普查|统计调查|入户登记|样本户|普查员",
    "政务": "政务服务|窗口|办件|审批|一网通办",
    "信息化": "信息系统|机房|服务器|软件|网络安全|数据平台",
}  # fmt: skip
_WORDS = {name: frozenset(words.split("|")) for name, words in _FIELDS.items()}
_FIELD = {word: name for name, words in _WORDS.items() for word in words}
_ANY = lazily("|".join(sorted(_FIELD, key=len, reverse=True)))
_ABROAD = lazily(
    "借鉴|类似|其他项目|同类|参照|比较|对照|邻|例如|譬如|统筹|整合|结合|联动|协同|等方面|等领域|等行业|等部门|合作|会同"
    "|联合|后续|未纳入|不含|不包括|建议|下一步|宣传|走进|进入|面向|对象|包括|覆盖"
)
_PARTS = frozenset(("sections", "objective", "result"))
_FEWEST = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    prose = subject.texts.prose
    for text in prose.within(_PARTS):
        found = _ANY.findall(text.plain)
        for name in {_FIELD[word] for word in found} if len(found) >= _FEWEST else ():
            said = {word for word in found if _FIELD[word] == name}
            if len(said) >= _FEWEST and not any(word in _head(subject) for word in _WORDS[name]):
                every = [word for word in _ANY.findall(prose.plain) if _FIELD[word] == name]
                yield from _strange(text, name, len(every))


def _head(subject: Subject) -> str:
    return f"{subject.evaluation.title}{subject.record.department.name}"


def _strange(text: Passage, name: str, all_told: int) -> Iterator[Result]:
    """One sentence that holds all there is of a field."""
    for sentence in text.sentences:
        own = [word for word in _ANY.findall(sentence) if _FIELD[word] == name]
        if len(own) == all_told and not _ABROAD.search(sentence):
            yield Result(
                text.path,
                f"文字写「{shown(text.as_typed(sentence))}」，说的是{name}，"
                "这份文件其他地方没有提到",
                "请核对是不是抄自另一份文件，改写或者删去",
                "、".join(dict.fromkeys(own)),
            )
