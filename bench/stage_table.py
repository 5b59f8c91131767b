"""Which functions are which stage of a build.

A stage is charged what its functions take, less what the functions of other stages take inside
them. Whatever is not named is charged to `rest`. A target that does not exist is passed over, and
a stage without targets is absent: so the table may name what only some versions have.
"""

from collections.abc import Sequence
from typing import NamedTuple

START, REST, WORKERS = "start-up", "rest", "worker processes"
"""Before MkDocs' own build begins; what is in no stage; processes that the build started."""


class Stage(NamedTuple):
    """A stage, and `module:function`, `module:Class.method` or `module:Class.*` for each target."""

    name: str
    targets: Sequence[str]


STAGES = (
    Stage("read", ("generator.source:read_file", "generator.source:read")),
    Stage(
        "translate",
        ("generator.binding.translation:Translation.block", "generator.binding.filling:planned"),
    ),
    Stage("validate", ("generator.schema.fields:Model.model_validate",)),
    Stage("rest of intake", ("generator.intake.content:load",)),
    Stage(
        "store",
        (
            "generator.store.store:Store.*", "generator.store.store:open_store",
            "generator.store.foundation:foundation", "generator.store.pages:StoredPages.*",
            "generator.store.standing:Standing.*",
        ),
    ),
    Stage("catalog", ("generator.catalog:Catalog.__init__", "generator.site:edited")),
    Stage(
        "audit",
        (
            "generator.audit.runner:audit", "generator.audit.faulty:audit_faulty",
            "generator.site:judged",
        ),
    ),
    Stage(
        "views",
        (
            "generator.pages.views:views_of", "generator.pages.planned:planned",
            "generator.pages.views.evaluation:view_of",
        ),
    ),
    Stage("text", ("generator.pages.rendering:Renderer.*",)),
    Stage(
        "front matter",
        ("generator.pages.rendering:front_matter", "mkdocs.structure.pages:Page.read_source"),
    ),
    Stage(
        "HTML",
        (
            "mkdocs.structure.pages:Page.render", "generator.plugin.ready_pages:ReadyPage.render",
            "generator.html:converted",
        ),
    ),
    Stage(
        "page template",
        (
            "mkdocs.commands.build:_build_page", "mkdocs.commands.build:_build_theme_template",
            "generator.plugin.splicing:Splicing.write",
        ),
    ),
    Stage(
        "write",
        (
            "mkdocs.utils:write_file", "mkdocs.structure.files:File.copy_file",
            "generator.artifacts:write", "pathlib:Path.write_bytes",
        ),
    ),
    Stage("index", ("generator.search.index:scripts",)),
    Stage("exports", ("generator.exports.files:files",)),
    Stage(
        "switch",
        tuple(
            f"generator.release.switch:Staging.{name}" for name in ("begin", "commit", "discard")
        ),
    ),
)  # fmt: skip
