"""Who publishes: the bureau, what it asks of records, what the audit may stop."""

from decimal import Decimal
from typing import Annotated
from urllib.parse import urlencode

from generator.model.looks import Looks
from generator.schema.fields import Flag, Model, Number, Percent, Url, Whole, label
from generator.values.choices import Choice


class Contact(Model):
    """How a reader reaches the publisher; office lines only."""

    address: Annotated[str | None, label("地址", "办公地址")] = None
    telephone: Annotated[str | None, label("电话", "办公电话，不填个人号码")] = None
    email: Annotated[str | None, label("邮箱", "公务邮箱")] = None


class FooterLink(Model):
    """A way to another site, in the footer."""

    name: Annotated[str, label("名称", "显示的文字")]
    url: Annotated[Url, label("网址", "通向的网址")]


class Filings(Model):
    """Registrations and marks a government site shows in its footer; each shown when given.

    The marks are links: their pictures lie on other hosts, and pages ask none for anything.
    """

    icp: Annotated[str | None, label("ICP备案", "ICP 备案号")] = None
    police: Annotated[str | None, label("公安备案", "公安机关备案号")] = None
    official: Annotated[Url | None, label("党政机关标识", "“党政机关网站标识”证书页的网址")] = None
    fault_report: Annotated[
        Url | None, label("找错", "“政府网站找错”的网址；填了网站标识码的由它得出")
    ] = None


class Column(Model):
    """The site column as 国办发〔2017〕47号 asks for it in every page's head."""

    name: Annotated[str, label("名称", "栏目名称")] = "绩效评价"
    description: Annotated[str, label("描述", "栏目描述")] = "财政支出绩效评价结果公开"
    keywords: Annotated[str, label("关键词", "栏目关键词，以逗号分隔")] = (
        "绩效评价,预算绩效,信息公开"
    )
    type: Annotated[str, label("类别", "如 信息公开目录、数据发布")] = "信息公开目录"


class DisclosureField(Choice):
    """The fields of a record's metadata head that a site may ask for."""

    INDEX_NUMBER = "index_number", "索引号"
    PUBLISHER = "publisher", "发布机构"
    DOCUMENT_NUMBER = "document_number", "文号"
    SUBJECT = "subject", "主题分类"
    ISSUED = "issued", "成文日期"
    APPROVED = "approved", "批复日期"
    PUBLISHED = "published", "发布日期"
    ANY_DATE = "any_date", "成文日期或发布日期"
    OPENNESS = "openness", "公开方式"
    VALIDITY = "validity", "效力状态"
    CONTACT = "contact", "咨询电话"
    SECRECY_REVIEW = "secrecy_review", "保密审查"

    @property
    def accepted(self) -> tuple[str, ...]:
        """The fields of a record any of which will do."""
        return ("issued", "published") if self is DisclosureField.ANY_DATE else (self.value,)


class Thresholds(Model):
    """Where the audit draws its lines; the defaults are those of national and common practice."""

    low_execution: Annotated[
        Percent, label("执行率下限", "执行率低于此值须说明原因", unit="%", bounds=(0, 100))
    ] = Decimal(90)
    heaviest_indicator: Annotated[
        Number, label("单项分值上限", "一项指标的分值超过此值会提示", unit="分", bounds=(0, 10_000))
    ] = Decimal(30)
    fewest_indicators: Annotated[
        Number, label("指标数下限", "末级指标少于此数会提示", unit="个", bounds=(0, 1_000))
    ] = Decimal(5)
    far_over_target: Annotated[
        Percent, label("超额上限", "完成值达到指标值的此比例须说明", unit="%", bounds=(100, 10_000))
    ] = Decimal(130)
    proportion: Annotated[
        Percent,
        label(
            "得分偏离", "得分与按比例应得分之差超过分值的此比例会提示", unit="%", bounds=(0, 100)
        ),
    ] = Decimal(10)
    days_to_publish: Annotated[
        Number,
        label("公开时限", "批复后应在此天数内公开（预算法第十四条）", unit="天", bounds=(1, 3_650)),
    ] = Decimal(20)
    share_of_top_scores: Annotated[
        Percent,
        label("高分比例", "同一部门得分 90 以上的比例超过此值会提示", unit="%", bounds=(0, 100)),
    ] = Decimal(90)
    required_disclosure: Annotated[
        tuple[DisclosureField, ...],
        label("必备要素", "已发布的记录必须填写的公开要素；缺省为 发布机构、成文日期或发布日期"),
    ] = (DisclosureField.PUBLISHER, DisclosureField.ANY_DATE)
    evidence_required: Annotated[
        Flag, label("须有佐证", "有完成值的指标是否都须写明佐证；缺省只核对多数已写明的表")
    ] = False


class Suspicion(Choice):
    """How much what may point at a person weighs."""

    HINT = "hint", "提示"
    WARNING = "warning", "警告"
    STOP = "stop", "拦截"


class Policy(Model):
    """What the audit's results do to a build. Privacy and secrecy marks always stop it."""

    stops: Annotated[
        tuple[str, ...],
        label(
            "拦截",
            "停止发布的级别（错误、警告或提示，更重的一并拦截）或规则名，"
            "如 spent-over-budget；缺省不拦截",
        ),
    ] = ()
    suspected: Annotated[
        Suspicion, label("疑似个人信息", "住址、具名的受益人、电子邮箱等怎样处理；缺省为警告")
    ] = Suspicion.WARNING
    notes: Annotated[
        Flag,
        label(
            "公开核对说明",
            "公开的页面是否写明核对的结果；填 否 时，与报告不符的计算值和标记也都不公开",
        ),
    ] = True


_FAULT_REPORT = "https://zfwzgl.www.gov.cn/exposure/jiucuo.html"
"""The central service to which each government site must lead (国办发〔2017〕47号)."""


class Publisher(Model):
    """The body that runs the site."""

    format: Annotated[Whole, label("格式", "文件格式的版本，现为 1")]
    name: Annotated[str, label("名称", "网站正式名称")]
    organiser: Annotated[str, label("主办单位", "主办单位全称")]
    domain: Annotated[str | None, label("域名", "网站域名")] = None
    site_code: Annotated[str | None, label("网站标识码", "政府网站标识码")] = None
    disclosure_title: Annotated[
        str, label("公开标题", "公开要素表的名称；党委机关可改为 信息公开")
    ] = "政府信息公开"
    column: Annotated[Column, label("栏目", "写入页面头部的栏目信息")] = Column()
    contact: Annotated[Contact, label("联系方式", "页脚显示的联系方式")] = Contact()
    filings: Annotated[Filings, label("备案", "页脚显示的备案号")] = Filings()
    fictional: Annotated[
        Flag, label("虚构", "机构和内容都是编写的演示网站填 是，每一页都会标明")
    ] = False
    notice: Annotated[str | None, label("公告", "显示在每一页顶部的说明")] = None
    links: Annotated[tuple[FooterLink, ...], label("页脚链接", "页脚中通向别的网站的链接")] = ()
    looks: Annotated[Looks, label("外观", "主色、标志和图标；不填的用软件自带的")] = Looks()
    policy: Annotated[Policy, label("核对", "核对结果怎样处理")] = Policy()
    thresholds: Annotated[Thresholds, label("阈值", "核对规则的界限")] = Thresholds()

    @property
    def fault_report(self) -> str | None:
        """Where readers report a mistake of a government site, 政府网站找错.

        The address carries the site's code, and its domain where that is given.
        """
        if self.filings.fault_report or not self.site_code:
            return self.filings.fault_report
        asked = {
            "site_code": self.site_code,
            "url": f"https://{self.domain}/" if self.domain else "",
        }
        return f"{_FAULT_REPORT}?{urlencode({k: v for k, v in asked.items() if v})}"
