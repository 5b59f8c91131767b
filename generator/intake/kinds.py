"""The kinds of content files: what each is called, which model it fills in, where it lies."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from generator.intake import walk
from generator.model.columns import Columns
from generator.model.criteria import Criteria
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.model.kinds import EvaluationKind
from generator.model.publisher import Publisher
from generator.model.register import Departments
from generator.model.search_words import SearchWords
from generator.schema.fields import Model


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content file."""

    name: str
    label: str
    model: type[Model]
    pattern: str
    """Which files of the content folder are of this kind."""
    path: str
    """The same in words."""

    def among(self, files: Iterable[Path], folder: Path) -> Iterator[Path]:
        """Those files of a content folder that are of this kind."""
        depth = len(folder.parts) + len(PurePosixPath(self.pattern).parts)
        for file in files:
            if len(file.parts) == depth:  # before anything that costs more
                path = PurePosixPath(file.relative_to(folder).as_posix())
                if path.match(self.pattern):
                    yield file


RECORD = Kind(
    "record", "评价记录", Evaluation, "records/*/*/*.yml", "records/年度/部门编号/记录编号.yml"
)
REGISTER = Kind("departments", "地区和部门", Departments, "departments.yml", "departments.yml")
PUBLISHER = Kind("publisher", "发布者", Publisher, "publisher.yml", "publisher.yml")
FRAME = Kind("frame", "指标体系", Frame, "frames/*.yml", "frames/编号.yml")
KIND = Kind("kind", "评价类型", EvaluationKind, "kinds/*.yml", "kinds/编号.yml")
COLUMNS = Kind("columns", "栏目", Columns, "columns.yml", "columns.yml")
CRITERIA = Kind("criteria", "审核要点", Criteria, "criteria.yml", "criteria.yml")
SEARCH_WORDS = Kind("words", "查找用语", SearchWords, "words.yml", "words.yml")
KINDS = (RECORD, REGISTER, PUBLISHER, FRAME, KIND, COLUMNS, CRITERIA, SEARCH_WORDS)


def kind_of(path: PurePath) -> Kind:
    """The kind that a path's last parts say; what lies elsewhere is taken for a record."""
    return next((kind for kind in KINDS if path.match(kind.pattern)), RECORD)


def files(folder: Path) -> Iterator[Path]:
    """All files of all kinds in a content folder, each kind in the order of its paths."""
    lying = tuple(filter(walk.is_printable, walk.files(folder)))
    for kind in KINDS:
        yield from kind.among(lying, folder)
