"""可能含有个人信息。

公开的文字或附件中有可能指向个人的内容：电子邮箱、住址、车牌号、具名的受益人等。

原因：姓名、住址与补助、病情等放在一起，就能认出是谁；但同样的写法也可能是公务信息，须由人判断。
轻重由 publisher.yml 的「疑似个人信息」决定：提示、警告或拦截，缺省为警告；公开页面一律不显示。

公式：非 gov.cn 的电子邮箱（写作 [at] 的也算）；“住址”等字样之后的地址、楼栋房号、某村某组某号、
某弄某号；车牌号；住宅电话；写到护照的文字里的护照号码；“姓名：”“户主：”“受益人：”等字样之后
的姓名，写明领了、获了多少钱的村民、低保户、学生等的姓名，名单里的姓名；校验位成立的 16 位外卡卡号
。姓名和住址无法可靠识别，没有提示不等于没有。同一段文字的同类内容合为一条。身份证号、银行卡号、手
机号码由 personal-data 报告。

依据：《政府信息公开条例》第十五条；《个人信息保护法》。

反例：户主：张某某（写了真名），住址：某镇某村 3 组。

正例：受益农户 52 户；咨询电话 0000-12345678；邮箱 jxk@example.gov.cn。

改法：核对是不是个人的；属于个人的删去或隐去。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.sightings import sighted
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.privacy import signs

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE,)


def check(subject: Subject) -> Iterator[Result]:
    """At the text, or at the attachment's file name; once for each kind of sign."""
    for seen in sighted(subject, signs.SIGN, signs.signs):
        yield Result(
            seen.path,
            f"{seen.where}中可能有个人信息（{seen.kind}）：{seen.named}",
            "请核对；属于个人的请删去或隐去",
            seen.every,
        )
