"""Templates compiled to plain Python: attributes, calls and output without Jinja's detours.

Jinja looks an attribute up in three ways, passes each call through its context and marks each
piece of output twice, because it knows neither what templates reach for nor what they print. Ours
do less, and a test reads their syntax trees to hold them to it: they ask for attributes that are
there, pass macros what these take, and print through `printing.printed` alone. What a template
says is the same with Jinja's own generator, which a test compares page by page.

Built on the parts of Jinja 3.1's compiler that its own native environment overrides, and on
`macro_def`; pyproject.toml keeps to that series.
"""

from collections.abc import Iterable
from types import FunctionType
from typing import Any
from weakref import WeakKeyDictionary

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup


def joined(parts: Iterable[str]) -> Markup:
    """What a template or macro wrote: its own text and values that were printed."""
    return str.__new__(Markup, "".join(parts))


_NAMES: WeakKeyDictionary[FunctionType, tuple[str, ...]] = WeakKeyDictionary()
"""What the arguments of each compiled macro are called in its template."""


def macro(function: FunctionType, names: tuple[str, ...]) -> FunctionType:
    """A compiled macro that may be called with fewer arguments: its own code fills them in."""
    function.__defaults__ = (missing,) * len(names)
    _NAMES[function] = names
    return function


def named(called: FunctionType, words: dict[str, object], *given: object) -> Markup:
    """A macro called with some arguments by name; raises TypeError for one it does not take."""
    rest = [words.pop(name, missing) for name in _NAMES[called][len(given) :]]
    if words:
        raise TypeError(f"a macro takes no argument {', '.join(words)}")
    text: Markup = called(*given, *rest)
    return text


class PlainCode(CodeGenerator):
    """Writes the module of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Names what every template uses, once and as globals of its module."""
        self.writeline(f"from {__name__} import macro as written, named")
        self.writeline("printed = environment.finalize")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """The attribute itself; one that is not there is an AttributeError."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False  # noqa: FBT001, FBT002
    ) -> None:  # fmt: skip
        """A plain call; only a call block goes Jinja's way."""
        if forward_caller or node.dyn_args is not None or node.dyn_kwargs is not None:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("named(" if node.kwargs else "")
        self.visit(node.node, frame)
        pairs = [nodes.Pair(nodes.Const(word.key), word.value) for word in node.kwargs]
        parts: list[nodes.Expr] = [*([nodes.Dict(pairs)] if pairs else []), *node.args]
        self.write(", " if node.kwargs else "(")
        for part in parts:
            self.visit(part, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro is its function; one that has a caller, or takes what comes, stays Jinja's."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
            return
        names = tuple(argument.name for argument in macro_ref.node.args)
        self.write(f"written(macro, {names!r})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        del node, frame, finalize
        self.write("printed(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        del node, frame, finalize
        self.write(")")
