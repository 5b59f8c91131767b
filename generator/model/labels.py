"""What forms call the fields of a record, as the file of the program lists it.

The importer reads forms by these names; whoever types one of them as a key is told the field.
"""

from pathlib import Path
from typing import Annotated

from generator.schema.fields import Model, Whole, label

BUILT_IN_LABELS = Path(__file__).parent / "labels.yml"


class Named(Model):
    """One field of a part and what it is called."""

    part: Annotated[str, label("部分", "在表格的哪一部分")]
    field: Annotated[str, label("字段", "填入的字段，英文路径")]
    names: Annotated[tuple[str, ...], label("名称", "各地的叫法")]


class LabelFile(Model):
    """labels.yml."""

    format: Annotated[Whole, label("格式", "文件格式的版本，现为 2")]
    labels: Annotated[tuple[Named, ...], label("叫法", "每个字段一项")]
