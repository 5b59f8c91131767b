"""Every regular expression of a package, and long texts made of the signs it looks for."""

import ast
import importlib
import pkgutil
import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from inspect import getsource
from itertools import islice, product
from types import FunctionType, ModuleType
from typing import Any, cast

from generator.values.lazily import Lazy, lazily

_FUNCTIONS = frozenset(
    {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
)
_SIGNS = 14
"""Signs of one pattern that are tried alone and in pairs."""
_FEW = 6
_BEGUN = 24
"""Signs of the longest beginning of a match that is tried."""
_OUTSIDE = "x7 一\n"
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_INNER: Mapping[Any, Callable[[Any], Any]] = {
    **dict.fromkeys(_REPEATS, lambda argument: (argument[2],)),
    op.SUBPATTERN: lambda argument: (argument[3],),
    op.ATOMIC_GROUP: lambda argument: (argument,),
    op.BRANCH: lambda argument: argument[1],
    op.ASSERT: lambda argument: (argument[1],),
    op.ASSERT_NOT: lambda argument: (argument[1],),
}
"""The parts inside a part of a pattern."""
_CATEGORIES = {
    op.CATEGORY_DIGIT: "7",
    op.CATEGORY_SPACE: " ",
    op.CATEGORY_WORD: "x",
    op.CATEGORY_NOT_DIGIT: "x",
    op.CATEGORY_NOT_SPACE: "x",
    op.CATEGORY_NOT_WORD: " ",
}


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """The package and all below it; what stands on an extra not installed here has no patterns."""
    yield package
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        try:
            yield importlib.import_module(found.name)
        except ModuleNotFoundError as error:
            if (error.name or "").startswith(package.__name__) or _is_using_patterns(found):
                raise


def _is_using_patterns(found: pkgutil.ModuleInfo) -> bool:
    spec = found.module_finder.find_spec(found.name, None)
    source = getattr(spec and spec.loader, "get_source", None)
    tree = ast.parse(source(found.name) if source else "")
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.Import))
    return any(name.name == "re" for node in imports for name in node.names)


def compiled(package: ModuleType) -> Mapping[re.Pattern[Any], str]:
    """Every pattern that a module holds or a function of it builds from a literal, by its place."""
    found: dict[re.Pattern[Any], str] = {}
    for module in modules(package):
        for name, pattern in held(module):
            found.setdefault(pattern, f"{module.__name__}.{name}")
        for call in built(module):
            if isinstance(call.args[0], ast.Constant):
                place = f"{module.__name__}:{call.lineno}"
                found.setdefault(re.compile(call.args[0].value), place)
    return found


def held(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns that a module's names hold, each with the first name that does."""
    seen: set[int] = set()
    for name, value in vars(module).items():
        for pattern in _held(value, seen):
            yield name, pattern


def built(module: ModuleType) -> Iterator[ast.Call]:
    """The calls by which functions of a module build patterns while they run."""
    for function in ast.walk(ast.parse(getsource(module))):
        if isinstance(function, ast.FunctionDef | ast.Lambda):
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and _is_building(call.func):
                    yield call


def _is_building(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id == lazily.__name__
    is_of_re = isinstance(called, ast.Attribute) and ast.unparse(called.value) == "re"
    return is_of_re and cast("ast.Attribute", called).attr in _FUNCTIONS


def _held(value: object, seen: set[int]) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value and in what it holds."""
    if id(value) in seen or isinstance(value, ModuleType):
        return
    seen.add(id(value))
    if isinstance(value, Lazy):
        yield value.compiled
        return
    if isinstance(value, re.Pattern):
        yield value
    for part in _parts(value):
        yield from _held(part, seen)


def _parts(value: object) -> Iterator[object]:
    """What a container, a function, or a class or object of the package holds."""
    if isinstance(value, Mapping):
        yield from value.keys()
        yield from value.values()
    elif isinstance(value, tuple | list | AbstractSet):
        yield from value
    elif isinstance(value, FunctionType):
        yield from (cell.cell_contents for cell in value.__closure__ or ())
        yield from value.__defaults__ or ()
        yield from (value.__kwdefaults__ or {}).values()
    elif str(getattr(value, "__module__", "")).startswith("generator"):
        yield from getattr(value, "__dict__", {}).values()
        yield from (getattr(value, name, None) for name in getattr(value, "__slots__", None) or ())


def texts(pattern: re.Pattern[Any], length: int) -> Iterator[Any]:
    """Texts of this length: one unit over and over, then a sign that ends what was begun."""
    for start, unit in units(pattern):
        text = start + unit * (length // len(unit)) + "\x01"
        yield text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text


def units(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str]]:
    """What a text starts with and what it repeats.

    Repeated are each sign a pattern looks for, each pair of them, and the beginnings of a match,
    each with a sign; behind a beginning that stands once, each sign.
    """
    parsed = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    signs = list(islice(dict.fromkeys(_signs(parsed)), _SIGNS))
    samples = [_sample(parsed, longest=False), _sample(parsed, longest=True)]
    begun = dict.fromkeys(
        sample[:end] for sample in samples for end in range(1, min(len(sample), _BEGUN) + 1)
    )
    pairs = map("".join, product(signs, repeat=2))
    ended = (start + sign for start in begun for sign in signs[:_FEW])
    yield from (("", unit) for unit in dict.fromkeys([*signs, *pairs, *begun, *ended]))
    yield from ((start, sign) for start in begun for sign in signs[:_FEW])


def _signs(parsed: Any) -> Iterator[str]:
    """A sign of every class and every literal, those of repeated parts first."""
    for code, argument in sorted(parsed, key=lambda part: part[0] not in _REPEATS):
        inner = _INNER.get(code)
        if inner is not None:
            for part in inner(argument):
                yield from _signs(part)
        elif code is op.LITERAL:
            yield chr(argument)
        elif code is op.IN:
            yield from islice(_members(argument), 3)
        elif code in (op.ANY, op.NOT_LITERAL):
            yield next(sign for sign in _OUTSIDE if argument is None or ord(sign) != argument)


def _members(items: Any) -> Iterator[str]:
    """Some signs of a class."""
    negated = items[0][0] is op.NEGATE
    found = []
    for code, argument in items[1:] if negated else items:
        if code is op.LITERAL:
            found.append(chr(argument))
        elif code is op.RANGE:
            found += [chr(argument[0]), chr(argument[1])]
        elif code is op.CATEGORY:
            found.append(_CATEGORIES[argument])
    yield from (sign for sign in _OUTSIDE if sign not in found) if negated else found


def _sample(parsed: Any, *, longest: bool) -> str:
    """A text that matches, its repeats as few as may be, or a few more."""
    out = ""
    for code, argument in parsed:
        if code in _REPEATS:
            least, most, part = argument
            times = min(most, max(least, 2)) if longest else least
            out += _sample(part, longest=longest) * times
        elif code is op.SUBPATTERN:
            out += _sample(argument[3], longest=longest)
        elif code is op.ATOMIC_GROUP:
            out += _sample(argument, longest=longest)
        elif code is op.BRANCH:
            out += _sample(argument[1][-1 if longest else 0], longest=longest)
        elif code in (op.LITERAL, op.IN, op.ANY, op.NOT_LITERAL):
            out += next(_signs([(code, argument)]))
    return out
