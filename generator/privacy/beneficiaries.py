"""People who are told by name with what they were given."""

from collections.abc import Iterator

from generator.privacy.sighting import Sighting
from generator.privacy.surnames import SURNAMES
from generator.values.lazily import lazily

OFFICE = lazily(
    r"[室局科办处股站所委部会校院厅某组区县市镇乡村社队厂场店行户等人]$|某"
    r"|^(?:全[体部市县区校年镇乡员国省]|高[中职校龄标新技层]|单[位亲独]|广大|游客|家[庭属长中里电]|安[置全排徽装居]|康复|方[案便式]"
    r"|计[划生]|毕业|柴油|华侨|解困|纪念|万人|边民|关[于爱]|成员|常住|应[届当急]|万[元户]|易[地返]|解决|支[持出付]|管理|温暖|包[括含干]|平[均时价]|白内障|房[租屋]"
    r"|林[地业]|田[地间]|石[油灰]|金[额融]|项目|江[苏西]|广[东西]|东[部北]|文[化体艺]|路[灯面]|司[法机]|任务|燕麦|边[境防]"
    r"|牛[奶羊]|马[路铃]|米[面油]|季[度末]|程序|余[额下款]|连[续片]|查[验看]|权益|习惯|班[级次]|封[闭控])"
)
"""What begins like a name and is no single person."""
_TWO_SIGNS = "欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|端木"
_NAME = rf"(?:{_TWO_SIGNS}|[{SURNAMES}])(?:\s{{0,2}}[\u4e00-\u9fa5]){{1,2}}?"
_CALLED = (
    "其中|村民|农户|贫困户|脱贫户|低保户|低保对象|特困户|特困人员|五保户|残疾人|学生|学员|老人|患者|患儿|孤儿|户主|党员|职工|军人|烈属|居民"
    "|典型案例[:：]|受助人|申请人|补助对象|救助对象|[，,。；;：、]向|给予|资助|救助|慰问了?"
)
_GIVEN = "补助|补贴|救助|资助|慰问|奖励|助学|奖学|低保|津贴|抚恤|救济|医疗费|生活费|改造"
_SUM = r"(?:[0-9][0-9,.]{0,12}\s?[万千]?|[壹贰叁肆伍陆柒捌玖拾佰仟万]{1,8})元"
_TOLD = lazily(
    rf"(?:{_CALLED})\s?({_NAME})(?:[(（][^()（）\n]{{1,12}}[)）])?"
    rf"(?=领取|领到|获|享受|收到|得到|因|家庭|家中|一家|一户|发放|户[，,因获]|[，,]?[男女]，|、[{SURNAMES}][\u4e00-\u9fa5])"
    rf"[^。；;\n]{{0,30}}?(?:{_GIVEN})[^。；;\n]{{0,16}}?{_SUM}"
)
"""`村民某某因病获医疗救助2.8万元`; where it stands, the sum stands too."""
_LISTED = lazily(
    rf"(?:名单|受助|获助|受益人|资助对象|救助对象)[^。\n]{{0,30}}?(?<![\u4e00-\u9fa5])({_NAME})[(（][^()（）\n]{{1,12}}[)）]\s?{_SUM}"
)
_ROW = lazily(
    rf"(?:^|\n)[|\s]{{0,3}}[0-9]{{1,3}}\s{{0,3}}[|\t]\s{{0,3}}({_NAME})\s{{0,3}}[|\t]"
    rf"(?=[^\n]{{0,40}}?(?:{_GIVEN}|特困|残疾|困难|孤儿|五保)[^\n]{{0,40}}?(?:{_SUM}|[0-9]))"
)
_BY_HAND = lazily(
    rf"由(?:{_CALLED}|本人)?\s?({_NAME})(?:本人)?(?=领取|代领|签领|冒领|收取)"
    rf"|发放({_NAME})(?=[^0-9。]{{0,6}}(?:救助金|补助|补贴|慰问金|抚恤金|助学金|低保金))[^。\n]{{0,20}}?{_SUM}"
    rf"|(?:^|[。；;，,\n|])\s?({_NAME})户(?=[^0-9。\n]{{0,12}}(?:{_GIVEN}))[^。\n]{{0,24}}?{_SUM}"
)
HINT = lazily(
    rf"[民户象员生者儿主中例向予助问人名受对由放工属|\t]"
    rf"(?:\s{{0,3}}[{SURNAMES}]\s{{0,2}}[\u4e00-\u9fa5]|(?<=户)(?:危|改|住房|补|救|获|领|适老)|(?<=名)单|(?<=受)助|(?<=对)象)"
)
"""What every such text has, so that most need no further look; begun by one sign of a few."""


def beneficiaries(text: str) -> Iterator[Sighting]:
    """Their names in a text."""
    for pattern in (_TOLD, _LISTED, _ROW, _BY_HAND):
        for match in pattern.finditer(text):
            group = match.lastindex or 1
            name = "".join(match[group].split())
            if not OFFICE.search(name):
                yield Sighting("姓名", *match.span(group), f"{name[0]}**")
