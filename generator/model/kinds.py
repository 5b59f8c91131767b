"""Kinds of evaluation documents as data: what each is about, when, and which columns it prints.

The kinds that national practice knows lie in `kinds/*.yml` beside this module; a site adds its own
in `content/kinds/`. A document names its kind (评价类型); code knows none by name.
"""

from pathlib import Path
from typing import Annotated

from generator.model.presence import Presence
from generator.schema.fields import Model, Slug, Whole, label
from generator.values.choices import Choice

BUILT_IN_KINDS = Path(__file__).parent / "kinds"


class Timing(Choice):
    """When a document of a kind is made; it decides what its figures mean."""

    BEFORE = "before", "事前"
    DURING = "during", "事中"
    AFTER = "after", "事后"
    RECTIFYING = "rectifying", "整改"


class Block(Choice):
    """The parts of a document that a kind may ask for."""

    PERIOD = "period", "期间"
    FUNDS = "funds", "资金"
    OBJECTIVE = "objective", "绩效目标"
    INDICATORS = "indicators", "指标"
    RESULT = "result", "评价结论"
    SURVEYS = "surveys", "调查"
    FINDINGS = "findings", "问题"
    RECTIFICATION = "rectification", "整改"
    RELATED = "related", "关联"
    ITEMS = "items", "分项"


class Wording(Model):
    """How pages of a kind speak, where its documents are not about what was reached."""

    document: Annotated[str, label("文件名称", "新建草稿时标题的结尾", example="现场评价报告")] = (
        "绩效评价报告"
    )
    scores: Annotated[str, label("指标标题", "指标表上方的标题", example="评分情况")] = "评分情况"
    targets: Annotated[str, label("无分标题", "指标表不计分时的标题")] = "指标完成情况"
    findings: Annotated[str, label("问题标题", "问题和建议上方的标题")] = "问题与建议"
    spent: Annotated[str, label("支出", "支出一栏在这类文件中的名称")] = "支出"
    actual: Annotated[str, label("完成值", "完成值一栏在这类文件中的名称")] = "完成值"


class EvaluationKind(Model):
    """One kind of document."""

    format: Annotated[Whole, label("格式", "文件格式的版本，现为 2", example="2")]
    id: Annotated[Slug, label("编号", "英文编号，与文件名一致")]
    name: Annotated[str, label("名称", "记录的“评价类型”填写的名称", example="现场评价")]
    english: Annotated[str, label("英文", "英文记录填写的名称", example="on_site")]
    aliases: Annotated[tuple[str, ...], label("别名", "同一类文件的其他叫法")] = ()
    source: Annotated[str, label("依据", "规定这类文件的办法；没有见到原文的注明")]
    description: Annotated[str, label("说明", "这类文件是什么，向公众解释")]
    timing: Annotated[Timing, label("时点", "事前、事中、事后或整改")]
    points: Annotated[Presence, label("分值", "这类文件是否打分")] = Presence.MAYBE
    grades: Annotated[Presence, label("等级", "这类文件是否给等级")] = Presence.MAYBE
    order: Annotated[
        Whole,
        label(
            "顺序", "新建时菜单中的位置，按办理的先后，小的在先", bounds=(1, 10_000), example="60"
        ),
    ] = 1_000
    required: Annotated[tuple[Block, ...], label("必有", "这类文件必须填写的部分")] = ()
    usual: Annotated[tuple[Block, ...], label("常用", "这类文件通常有的部分，草稿中列出")] = (
        Block.FUNDS,
        Block.OBJECTIVE,
        Block.INDICATORS,
        Block.RESULT,
        Block.FINDINGS,
    )
    verdicts: Annotated[tuple[str, ...], label("结论词", "不按分数给出的结论，如 予以支持")] = ()
    likelihoods: Annotated[tuple[str, ...], label("可能性", "完成目标可能性的用词，由高到低")] = ()
    columns: Annotated[
        tuple[str, ...], label("列", "这类表另有的栏目，按 columns.yml 的名称", words="columns")
    ] = ()
    unchecked: Annotated[tuple[str, ...], label("不核对", "不适用于这类文件的核对规则")] = ()
    checked: Annotated[tuple[str, ...], label("加核对", "另外适用于这类文件的核对规则")] = ()
    rank: Annotated[
        Whole | None,
        label(
            "统计次序",
            "同一项目同一年度取哪一份的金额和等级，小的在先；不填则不用",
            bounds=(1, 1_000),
        ),
    ] = None
    wording: Annotated[Wording, label("用语", "页面上的标题和栏目名")] = Wording()

    def is_called(self, name: str) -> bool:
        """Whether a file that writes this means the kind, in either language."""
        return name in (self.name, self.english, *self.aliases)

    @property
    def has_points(self) -> bool:
        """Whether its documents may give points."""
        return self.points is not Presence.NEVER

    @property
    def laid_out(self) -> frozenset[Block]:
        """The blocks that a draft lays out."""
        return frozenset((*self.required, *self.usual))

    @property
    def has_grades(self) -> bool:
        return self.grades is not Presence.NEVER
