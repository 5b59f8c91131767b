"""What a template may do, read from its syntax tree; and that it uses what its view offers.

`finalize` escapes what a template prints. These rules keep the ways past it closed: nothing joins
marked-up and plain text, nothing declares text safe, nothing computes.
"""

from collections.abc import Iterator
from dataclasses import fields
from inspect import getmembers, isclass

import pytest
from jinja2 import meta, nodes

from generator.handouts import pages as handout_pages
from generator.pages.standalone import StandalonePage
from generator.pages.templating import environment
from generator.pages.views import PREVIEW_VIEWS, VIEWS
from generator.pages.views.base import View

ENVIRONMENT = environment()
TEMPLATES = sorted(ENVIRONMENT.list_templates())
ALONE = [name for name in TEMPLATES if name.startswith("standalone/")]
PAGES = [name for name in TEMPLATES if not name.startswith("_") and name not in ALONE]
VIEW_CLASSES: list[type[View]] = [
    member
    for module in (*VIEWS, *PREVIEW_VIEWS)
    for _, member in getmembers(module, isclass)
    if issubclass(member, View) and member.__module__ == module.__name__
]
STANDALONE: list[type[StandalonePage]] = [
    handout_pages.DepartmentPage,
    handout_pages.DepartmentsPage,
]
METHODS = {"at", "rank", "total", "tree"}
"""Questions a template may put to the model."""
OFFERED = {"anchor", "link", "as_stated", "verbatim"}
FRONT_MATTER = {
    "address", "article", "description", "image", "leads_to", "source", "updated",
}  # fmt: skip
every_template = pytest.mark.parametrize("name", TEMPLATES)
every_view = pytest.mark.parametrize("view", VIEW_CLASSES, ids=lambda view: view.__name__)


def source(name: str) -> str:
    assert ENVIRONMENT.loader is not None
    return ENVIRONMENT.loader.get_source(ENVIRONMENT, name)[0]


def tree(name: str) -> nodes.Template:
    return ENVIRONMENT.parse(source(name), name)


def found(name: str, *kinds: type[nodes.Node]) -> list[nodes.Node]:
    return list(tree(name).find_all(kinds))


def included(name: str) -> Iterator[str]:
    """The template and what it includes, which share its context."""
    yield name
    for node in tree(name).find_all(nodes.Include):
        assert isinstance(node.template, nodes.Const)
        yield from included(node.template.value)


def test_only_harmless_filters_exist() -> None:
    assert set(ENVIRONMENT.filters) == {"length", "percent", "places", "trim"}
    assert ENVIRONMENT.autoescape is True


@every_template
def test_a_template_begins_with_its_contract(name: str) -> None:
    assert source(name).startswith("{#- ")


@every_template
def test_nothing_is_declared_safe_or_filtered_as_a_block(name: str) -> None:
    kinds = (
        nodes.MarkSafe,
        nodes.MarkSafeIfAutoescape,
        nodes.EvalContextModifier,
        nodes.FilterBlock,
        nodes.AssignBlock,
    )
    assert found(name, *kinds) == []


@every_template
def test_nothing_is_joined_or_computed(name: str) -> None:
    made = found(name, nodes.BinExpr, nodes.Concat, nodes.Neg, nodes.Pos, nodes.Slice)
    assert [node for node in made if not isinstance(node, nodes.And | nodes.Or)] == []


@every_template
def test_only_macros_and_questions_to_the_model_are_called(name: str) -> None:
    macros = {node.name for node in tree(name).find_all(nodes.Macro)}
    imported = {node.target for node in tree(name).find_all(nodes.Import)}
    strange = [
        node
        for node in tree(name).find_all(nodes.Call)
        if not _is_known(node.node, macros | OFFERED | {"caller"}, imported)
    ]
    assert strange == []


def _is_known(called: nodes.Expr, names: set[str], imported: set[str]) -> bool:
    if isinstance(called, nodes.Name):
        return called.name in names
    if not isinstance(called, nodes.Getattr):
        return False
    owner = called.node
    return called.attr in METHODS or (isinstance(owner, nodes.Name) and owner.name in imported)


@every_template
def test_set_gives_a_short_name_to_a_field(name: str) -> None:
    for node in tree(name).find_all(nodes.Assign):
        assert isinstance(node.target, nodes.Name)
        assert isinstance(node.node, nodes.Getattr)


@every_template
def test_what_is_imported_depends_on_its_arguments_only(name: str) -> None:
    for node in tree(name).find_all(nodes.Import):
        assert isinstance(node.template, nodes.Const)
        assert not node.with_context
        assert meta.find_undeclared_variables(tree(node.template.value)) <= {
            "anchor",
            "as_stated",
            "verbatim",
        }


@every_template
def test_lists_show_what_an_entry_holds_itself(name: str) -> None:
    """An entry is what lists need of an evaluation: whoever follows it further needs the record."""
    longer = [
        f"entry.{inner.attr}.{node.attr}"
        for node in tree(name).find_all(nodes.Getattr)
        if isinstance(inner := node.node, nodes.Getattr)
        and isinstance(inner.node, nodes.Name)
        and inner.node.name == "entry"
    ]
    records = [
        "entry.record"
        for node in tree(name).find_all(nodes.Getattr)
        if node.attr == "record" and isinstance(node.node, nodes.Name) and node.node.name == "entry"
    ]
    assert longer + records == []


@every_view
def test_a_view_and_its_template_carry_the_name_of_the_module(view: type[View]) -> None:
    assert view.template == f"{view.__module__.rpartition('.')[2]}.md.jinja"


def test_every_kind_of_page_has_one_view_and_one_template() -> None:
    assert len(VIEW_CLASSES) == len(VIEWS) + len(PREVIEW_VIEWS)
    assert sorted(view.template for view in VIEW_CLASSES) == PAGES


@every_view
def test_a_template_uses_the_fields_of_its_view_and_all_of_them(view: type[View]) -> None:
    used = set[str]()
    for name in included(view.template):
        used |= meta.find_undeclared_variables(tree(name))
    offered = {field.name for field in fields(view)}
    assert used - OFFERED - offered == set()
    assert {f.name for f in fields(view)} - {f.name for f in fields(View)} - used == set()


@pytest.mark.parametrize("page", STANDALONE, ids=lambda page: page.__name__)
def test_a_page_by_itself_uses_its_fields_and_all_of_them(page: type[StandalonePage]) -> None:
    used = meta.find_undeclared_variables(tree(page.template)) - OFFERED
    assert used == {f.name for f in fields(page)}


def test_every_page_by_itself_has_one_template() -> None:
    assert sorted(page.template for page in STANDALONE) == ALONE


def test_every_field_of_all_views_is_used_somewhere() -> None:
    used = {v for name in TEMPLATES for v in meta.find_undeclared_variables(tree(name))}
    assert {field.name for field in fields(View)} - used == FRONT_MATTER


def test_every_partial_is_used() -> None:
    named = {
        node.template.value
        for name in TEMPLATES
        for node in found(name, nodes.Include, nodes.Import)
        if isinstance(node, nodes.Include | nodes.Import) and isinstance(node.template, nodes.Const)
    }
    assert named == set(TEMPLATES) - set(PAGES) - set(ALONE)
