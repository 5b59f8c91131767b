"""The register: regions, and the departments whose evaluations are disclosed."""

from typing import Annotated

from generator.schema.fields import Day, Model, Slug, Whole, label
from generator.values.choices import Choice


class DepartmentKind(Choice):
    """The kinds a list of departments is grouped by."""

    PARTY = "party", "党委部门"
    GOVERNMENT = "government", "政府部门"
    CONGRESS = "congress", "人大政协机关"
    JUDICIAL = "judicial", "法院检察院"
    MASS = "mass_organisation", "群团组织"
    INSTITUTION = "institution", "事业单位"
    TOWNSHIP = "township", "乡镇街道"
    OTHER = "other", "其他单位"


class Region(Model):
    """An administrative area; figures are totalled within a region, never across."""

    id: Annotated[Slug, label("编号", "英文编号", example="example-city")]
    name: Annotated[str, label("名称", "行政区名称", example="示例市")]
    note: Annotated[str | None, label("提示", "显示在该地区每一页的横幅")] = None


class Department(Model):
    """A budget department, or a unit below one."""

    id: Annotated[Slug, label("编号", "英文编号，即记录所在文件夹名", example="culture-bureau")]
    name: Annotated[str, label("名称", "机构全称", example="示例市文化和旅游局")]
    aliases: Annotated[tuple[str, ...], label("简称", "常用简称", example="市文旅局")] = ()
    former_names: Annotated[
        tuple[str, ...], label("曾用名", "更名前的名称", example="示例市文化局")
    ] = ()
    successor: Annotated[Slug | None, label("继任", "机构改革后承接职能的部门编号")] = None
    until: Annotated[Day | None, label("撤销日期", "机构撤销或更名的日期")] = None
    parent: Annotated[Slug | None, label("上级", "主管部门编号")] = None
    region: Annotated[Slug, label("地区", "所属地区编号")]
    kind: Annotated[DepartmentKind, label("类型", "机构类型")]
    order: Annotated[
        Whole, label("顺序", "列表中的顺序，小的在前", bounds=(0, 1_000_000), example="10")
    ] = 0
    note: Annotated[str | None, label("提示", "显示在该部门每一页的横幅")] = None

    @property
    def short_name(self) -> str:
        """The first alias, for narrow places."""
        return self.aliases[0] if self.aliases else self.name


class Departments(Model):
    """departments.yml: regions and departments."""

    format: Annotated[Whole, label("格式", "文件格式的版本，现为 1", example="1")]
    regions: Annotated[tuple[Region, ...], label("地区", "本站涉及的行政区")]
    departments: Annotated[tuple[Department, ...], label("部门", "公开评价结果的部门")]
