"""The site project that something is added to."""

from pathlib import Path

from generator.intake.json_schema import as_json
from generator.intake.kinds import RECORD
from generator.scaffold.record import schema_path
from generator.schema.languages import Language


def schema_of_records(language: Language) -> bytes:
    """The JSON Schema that a draft's first line names, for the completion in editors."""
    return as_json(RECORD, language).encode()


def missing_schema(root: Path, language: Language) -> dict[Path, bytes]:
    """The schema's file, for a project that has none."""
    file = root / schema_path(language)
    return {} if file.exists() else {file: schema_of_records(language)}
