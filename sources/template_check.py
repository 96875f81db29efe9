"""Templates checked against the facts they will get, before anybody waits for what they make."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from problems import Place, Problem, nearest
from problems.files import FileUnreadable
from problems.templates import FactUnknown, TemplateFilterUnknown
from sources.template_marks import Mark, marks, syntax_problem
from sources.templates import Sandbox

Known = Mapping[str, Any]
"""The facts a template gets, as names only. Under each name: None (anything at all), a mapping of further
names (`"*"`: any name), or a list with one of these, for each of many."""

ANY = None
METHODS = {"items", "keys", "values", "get"}
LOOP = dict.fromkeys(
    ("index", "index0", "revindex", "revindex0", "first", "last", "length", "cycle", "depth", "depth0",
     "previtem", "nextitem", "changed")
)  # fmt: skip
SAME = {"sort", "list", "selectattr", "rejectattr", "select", "reject", "unique", "reverse", "default", "d"}


def check_template(
    path: Path, shown: str, known: Known, environment: SandboxedEnvironment | None = None
) -> list[Problem]:
    """List what is wrong with a template, by place: its syntax, else the names of facts and filters in it."""
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8 text"
        return [FileUnreadable(place=Place(shown), why=why)]
    environment = environment or Sandbox()
    prepared = environment.preprocess(source)
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        return [syntax_problem(environment, prepared, shown, error)]
    reading = _Reading(environment, shown, tuple(marks(environment, prepared)))
    reading.block(tree.body, {**dict.fromkeys(environment.globals), **known})
    return sorted(reading.problems, key=lambda problem: problem.place)


@dataclass
class _Reading:
    """Goes through a template as Jinja would, with the names that are known at each place."""

    environment: SandboxedEnvironment
    shown: str
    marks: Sequence[Mark]
    problems: list[Problem] = field(default_factory=list)

    def block(self, body: Sequence[nodes.Node], scope: dict[str, Any]) -> None:
        for node in body:
            self.node(node, scope)

    def node(self, node: nodes.Node, scope: dict[str, Any]) -> None:  # noqa: C901, PLR0912  # one for each kind
        match node:
            case nodes.For():
                inner = {**scope, **dict(_bound(node.target, _each(self.shape(node.iter, scope))))}
                if node.test:
                    self.shape(node.test, inner)
                self.block(node.body, {**inner, "loop": LOOP})
                self.block(node.else_, scope)
            case nodes.Assign():
                scope |= dict(_bound(node.target, self.shape(node.node, scope)))
            case nodes.AssignBlock():
                self.block(node.body, dict(scope))
                scope |= dict(_bound(node.target, ANY))
            case nodes.Macro():
                scope[node.name] = ANY
                given = {name.name: ANY for name in node.args}
                self._each_of(node.defaults, scope)
                self.block(node.body, {**scope, **given, **dict.fromkeys(("caller", "varargs", "kwargs"))})
            case nodes.CallBlock():
                self.shape(node.call, scope)
                self.block(node.body, {**scope, **{name.name: ANY for name in node.args}})
            case nodes.With():
                shapes = [self.shape(value, scope) for value in node.values]
                inner = dict(scope)
                for target, shape in zip(node.targets, shapes, strict=True):
                    inner |= dict(_bound(target, shape))
                self.block(node.body, inner)
            case nodes.Import():
                scope[node.target] = ANY
            case nodes.FromImport():
                scope |= {each if isinstance(each, str) else each[1]: ANY for each in node.names}
            case nodes.Block():
                self.block(node.body, {**scope, "super": ANY, "self": ANY})
            case nodes.Expr():
                self.shape(node, scope)
            case _:
                for child in node.iter_child_nodes():
                    self.node(child, scope)

    def shape(self, node: nodes.Node, scope: Mapping[str, Any]) -> Any:  # noqa: PLR0911  # one for each kind
        """Return what is known of an expression's value; on the way, check the names in it."""
        match node:
            case nodes.Name():
                if node.name not in scope:
                    self._unknown(node.lineno, node.name, node.name, tuple(scope))
                return scope.get(node.name, ANY)
            case nodes.Getattr():
                return self._inside(node.node, node.attr, node.lineno, scope)
            case nodes.Getitem(arg=nodes.Const(value=str() as name)):
                return self._inside(node.node, name, node.lineno, scope)
            case nodes.Getitem():
                self.shape(node.arg, scope)
                return _each(self.shape(node.node, scope))
            case nodes.Call(node=nodes.Getattr(attr=("items" | "values" | "get")) as called):
                found = self._method(called, called.attr, scope)
                self._each_of([*node.args, *node.kwargs], scope)
                return found
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Test():
                self._named(node.name, node.lineno, self.environment.tests)
            case nodes.Keyword() | nodes.Pair():
                return self.shape(node.value, scope)
        self._each_of(node.iter_child_nodes(), scope)
        return ANY

    def _each_of(self, found: Any, scope: Mapping[str, Any]) -> None:
        for node in found:
            self.shape(node, scope)

    def _inside(self, holder: nodes.Expr, name: str, line: int, scope: Mapping[str, Any]) -> Any:
        shape = self.shape(holder, scope)
        if not isinstance(shape, Mapping) or (name in METHODS and name not in shape):
            return ANY
        if name not in shape and "*" not in shape:
            self._unknown(line, name, f"{_written(holder)}.{name}", tuple(shape))
        return shape.get(name, shape.get("*", ANY))

    def _method(self, called: nodes.Getattr, method: str, scope: Mapping[str, Any]) -> Any:
        shape = self.shape(called.node, scope)
        if not isinstance(shape, Mapping):
            return ANY
        inside = shape.get("*", ANY)
        return inside if method == "get" else [(ANY, inside) if method == "items" else inside]

    def _filter(self, node: nodes.Filter, scope: Mapping[str, Any]) -> Any:
        self._named(node.name, node.lineno, self.environment.filters)
        shape = self.shape(node.node, scope) if node.node else ANY
        self._each_of([*node.args, *node.kwargs], scope)
        if node.name in {"items", "dictsort"} and isinstance(shape, Mapping):
            return [(ANY, shape.get("*", ANY))]
        if node.name in {"first", "last", "random"}:
            return _each(shape)
        return shape if node.name in SAME else ANY

    def _named(self, name: str, line: int, allowed: Mapping[str, Any]) -> None:
        if name not in allowed:
            place = self._place(line, name)
            self.problems.append(TemplateFilterUnknown(place=place, name=name, near=nearest(name, allowed)))

    def _unknown(self, line: int, word: str, name: str, allowed: tuple[str, ...]) -> None:
        own = tuple(sorted(each for each in allowed if each not in self.environment.globals))
        near = nearest(word, own)
        self.problems.append(FactUnknown(place=self._place(line, word), name=name, allowed=own, near=near))

    def _place(self, line: int, word: str) -> Place:
        """Return where a word stands: the first time on its line at which nothing was wrong yet."""
        taken = {problem.place.column for problem in self.problems if problem.place.line == line}
        spelled = {word, f'"{word}"', f"'{word}'"}
        columns = [
            mark.column
            for mark in self.marks
            if mark.line == line and mark.text in spelled and mark.kind in {"name", "string"}
        ]
        return Place(self.shown, line=line, column=next((at for at in columns if at not in taken), 1))


def _each(shape: Any) -> Any:
    """Return what is known of each of many."""
    if isinstance(shape, list):
        return shape[0]
    return ANY


def _bound(target: nodes.Node, shape: Any) -> Iterator[tuple[str, Any]]:
    """Yield the names that a target binds, with what is known of their values."""
    if isinstance(target, nodes.Name):
        yield target.name, shape
    elif isinstance(target, nodes.Tuple):
        shapes = shape if isinstance(shape, tuple) and len(shape) == len(target.items) else ()
        for place, item in enumerate(target.items):
            yield from _bound(item, shapes[place] if shapes else ANY)


def _written(node: nodes.Expr) -> str:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_written(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=key)):
            return f"{_written(node.node)}[{key!r}]"
    return "…"
