"""The document around an evaluation: prose, disclosure, originals, where it came from."""

from typing import Annotated

from generator.schema.fields import Day, Flag, Model, Url, Whole, label
from generator.values.choices import Choice
from generator.values.text import paragraphs


class Status(Choice):
    """How far a record has come; only published ones are built."""

    DRAFT = "draft", "草稿"
    IN_REVIEW = "in_review", "审核中"
    PUBLISHED = "published", "已发布"


class Openness(Choice):
    """How a document is disclosed (政府信息公开条例)."""

    PROACTIVE = "proactive", "主动公开"
    ON_REQUEST = "on_request", "依申请公开"
    WITHHELD = "withheld", "不予公开"


class Validity(Choice):
    """Whether a document still stands."""

    VALID = "valid", "有效"
    EXPIRED = "expired", "失效"
    REPEALED = "repealed", "废止"

    @property
    def stands(self) -> bool:
        """Whether readers may rely on the document as it is."""
        return self is Validity.VALID


class Section(Model):
    """One headed part of the report's prose, numbered as printed."""

    level: Annotated[Whole, label("级别", "标题级别，1 最高", bounds=(1, 4))]
    number: Annotated[str | None, label("序号", "原文序号，如 一、 （一） 1、")] = None
    title: Annotated[str, label("标题", "标题文字，不含序号")]
    text: Annotated[str | None, label("内容", "本节文字；空行分段")] = None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return paragraphs(self.text or "")


class Disclosure(Model):
    """The metadata head a disclosure column shows."""

    index_number: Annotated[str | None, label("索引号", "信息公开索引号")] = None
    publisher: Annotated[str | None, label("发布机构", "发布本报告的机构全称")] = None
    document_number: Annotated[str | None, label("文号", "发文字号；没有可不填")] = None
    subject: Annotated[str | None, label("主题分类", "信息公开目录中的分类")] = None
    issued: Annotated[Day | None, label("成文日期", "报告落款日期")] = None
    approved: Annotated[Day | None, label("批复日期", "决算批复日期，用于核对公开时限")] = None
    published: Annotated[Day | None, label("发布日期", "首次公开的日期")] = None
    openness: Annotated[Openness | None, label("公开方式", "主动公开、依申请公开或不予公开")] = None
    validity: Annotated[Validity | None, label("效力状态", "有效、失效或废止")] = None
    contact: Annotated[str | None, label("咨询电话", "单位办公电话，不填个人号码")] = None
    secrecy_review: Annotated[str | None, label("保密审查", "审查岗位和日期")] = None


class Attachment(Model):
    """An original file, in the folder named like the record, or an annex that is only named."""

    file: Annotated[
        str | None, label("文件", "文件名，放在与记录同名的文件夹中；只有名称的不填")
    ] = None
    title: Annotated[str | None, label("标题", "页面上显示的名称")] = None
    url: Annotated[Url | None, label("网址", "附件公开在另一个网站时，填它的网址")] = None


class Related(Model):
    """Another document that this one answers, follows or corrects; it need not be on the site."""

    relation: Annotated[str, label("关系", "整改、复核、跟踪、上年或更正")]
    name: Annotated[str | None, label("名称", "那份文件的标题")] = None
    record: Annotated[
        str | None, label("记录", "在本站的，填 年度/部门/编号，如 2021/office/meeting")
    ] = None
    url: Annotated[Url | None, label("网址", "不在本站的，填网址")] = None


class Source(Model):
    """Where the record came from."""

    name: Annotated[str | None, label("名称", "原报告标题或系统名称")] = None
    form_number: Annotated[str | None, label("表号", "原表的表号，如 公开14表")] = None
    url: Annotated[Url | None, label("网址", "原文公开的网址")] = None
    retrieved: Annotated[Day | None, label("取得日期", "从原网址取得的日期")] = None
    digest: Annotated[str | None, label("摘要值", "原文件的 SHA-256")] = None
    excerpt: Annotated[Flag, label("摘编", "正文为摘编改写时填 是")] = False
    incomplete: Annotated[Flag, label("不全", "只收录了原文的一部分时填 是")] = False
    note: Annotated[str | None, label("说明", "与原报告的差别")] = None


class ExceptionAccepted(Model):
    """A check result somebody has looked at and accepted."""

    rule: Annotated[str, label("规则", "规则名，如 spent-over-budget")]
    field: Annotated[
        str | None,
        label("字段", "只接受这一处，如 公开.咨询电话；不填则为整份记录。个人信息和密级标志必填"),
    ] = None
    value: Annotated[
        str | None,
        label("内容", "这一处的内容，照提示中隐去中间的写法；个人信息和密级标志必填"),
    ] = None
    reason: Annotated[str, label("理由", "为什么可以接受")]
    post: Annotated[str, label("岗位", "确认人的岗位，不写姓名")]
    date: Annotated[Day, label("日期", "确认日期")]
