"""One evaluation document; knows nothing of files."""

from typing import Annotated

from generator.model.documents import (
    Attachment,
    Disclosure,
    ExceptionAccepted,
    Related,
    Section,
    Source,
    Status,
)
from generator.model.items import Item
from generator.schema.fields import Flag, Model, Slug, Whole, label


class Head(Model):
    """What a document says of itself before it says anything of its subject."""

    format: Annotated[Whole, label("格式", "文件格式的版本，1 或 2", example="2")]
    status: Annotated[Status, label("状态", "草稿、审核中或已发布")]
    title: Annotated[
        str, label("标题", "报告全称", example="2023年度市图书馆夜间开放专项资金绩效评价报告")
    ]
    fictional: Annotated[
        Flag, label("虚构", "内容是编写的示例时填 是；只能在标明为虚构的网站上发布")
    ] = False
    id: Annotated[Slug | None, label("编号", "与文件名一致，可不填")] = None
    year: Annotated[Whole | None, label("年度", "与文件夹一致，可不填", example="2023")] = None
    department: Annotated[
        Slug | None, label("部门", "部门编号，与文件夹一致，可不填", example="culture-bureau")
    ] = None


class Evaluation(Item, Head):
    """One document: an evaluation of one project, or of the items it lists."""

    id: Annotated[Slug | None, label("编号", "与文件名一致，可不填")] = None
    evaluation_type: Annotated[
        str, label("评价类型", "这是哪一类文件", words="kinds", example="单位自评")
    ]
    scorers: Annotated[
        tuple[str, ...], label("评分方", "得分和复核分两栏原表的名称，如 [县级, 市级]")
    ] = ()
    related: Annotated[tuple[Related, ...], label("关联", "所整改、复核、跟踪或更正的文件")] = ()
    sections: Annotated[tuple[Section, ...], label("正文", "报告正文")] = ()
    disclosure: Annotated[Disclosure, label("公开", "信息公开要素")] = Disclosure()
    attachments: Annotated[tuple[Attachment, ...], label("附件", "原始文件")] = ()
    source: Annotated[Source, label("来源", "记录的出处")] = Source()
    former_addresses: Annotated[
        tuple[str, ...], label("曾用地址", "本页从前的网址，如 2021/office/meeting/")
    ] = ()
    exceptions: Annotated[tuple[ExceptionAccepted, ...], label("例外", "已确认的核对结果")] = ()
