"""YAML with places: fast when it is right, exact about where when it is wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedBase, CommentedMap
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from problems import Place, Problem, nearest
from problems.files import (
    BadValue,
    DuplicateKey,
    FileUnreadable,
    MissingKey,
    NotAllowed,
    NotYaml,
    UnknownKey,
)

M = TypeVar("M", bound=BaseModel)
Step = str | int


@dataclass(frozen=True)
class Document:
    """A YAML file as plain data, able to say where each of its values stands."""

    path: str
    text: str
    data: Any

    @cached_property
    def _tree(self) -> Any:
        return YAML(typ="rt").load(self.text)  # the slow reading with positions, once, only when needed

    def place(self, steps: Sequence[Step] = ()) -> Place:
        """Return the place of the value at `steps` (keys and indexes), or of its nearest ancestor."""
        node = self._tree
        line, column = 0, 0
        for step in steps:
            if not isinstance(node, CommentedBase):
                break
            try:
                line, column = node.lc.key(step) if isinstance(node, CommentedMap) else node.lc.item(step)
                node = node[step]  # type: ignore[index]
            except (KeyError, IndexError, TypeError):
                break
        return Place(self.path, line=line + 1, column=column + 1)


def read_yaml(path: Path, shown: str | None = None) -> tuple[Document | None, list[Problem]]:
    """Read a YAML file; `shown` is the path that problems name (default: the path itself)."""
    name = shown or str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8 text"
        return None, [FileUnreadable(place=Place(name), why=why)]
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> tuple[Document | None, list[Problem]]:
    """Read a text as YAML; `name` is the path that problems name."""
    try:
        data = YAML(typ="safe").load(text)
    except DuplicateKeyError as error:
        place = _mark(name, error)
        key = str(error.problem).split('"')[1] if '"' in str(error.problem) else "?"
        return None, [DuplicateKey(place=place, key=key)]
    except MarkedYAMLError as error:
        return None, [NotYaml(place=_mark(name, error), why=str(error.problem or error.context))]
    except (YAMLError, ValueError) as error:
        return None, [NotYaml(place=Place(name), why=str(error).splitlines()[0])]
    return Document(name, text, data), []


def load_model(document: Document, model: type[M], at: Sequence[Step] = ()) -> tuple[M | None, list[Problem]]:
    """Validate the value at `at` against `model`; each mistake becomes a problem at its line and column."""
    data = document.data
    for step in at:
        data = data[step]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        inner = {detail["loc"][:depth] for detail in details for depth in range(len(detail["loc"]))}
        return None, sorted(
            # What only says that something inside it is wrong ("at least 1 item, not 0") is left out.
            (_problem(document, model, at, detail) for detail in details if detail["loc"] not in inner),
            key=lambda problem: problem.place,
        )


def _mark(name: str, error: MarkedYAMLError) -> Place:
    mark = error.problem_mark or error.context_mark
    return Place(name, line=mark.line + 1, column=mark.column + 1) if mark else Place(name)


def _problem(document: Document, model: type[BaseModel], at: Sequence[Step], detail: ErrorDetails) -> Problem:
    steps = [*at, *_steps(detail["loc"])]
    place = document.place(steps)
    key = str(next((step for step in reversed(steps) if isinstance(step, str)), document.path))
    match detail["type"]:
        case "extra_forbidden":
            allowed = _keys(model, _steps(detail["loc"][:-1]))
            return UnknownKey(place=place, key=key, allowed=tuple(allowed), near=nearest(key, allowed))
        case "missing":
            return MissingKey(place=place, key=key)
    value, context = detail["input"], detail.get("ctx", {})
    shown = value if isinstance(value, str) else "…" if isinstance(value, (dict, list)) else str(value)
    if detail["type"] in {"literal_error", "enum"}:
        allowed = [word.strip(" '") for word in str(context["expected"]).replace(" or ", ",").split(",")]
        near = nearest(shown, allowed)
        return NotAllowed(place=place, key=key, value=shown, allowed=tuple(allowed), near=near)
    reason, limit = _reason(detail["type"]), next(iter(context.values()), "")
    return BadValue(place=place, key=key, value=shown, reason=reason, detail=str(limit or detail["msg"]))


def _steps(location: Iterable[Step]) -> list[Step]:
    """Leave out the names of alternatives, such as `(word)`, and `[key]`, which stand in no file."""
    return [step for step in location if not (isinstance(step, str) and step.startswith(("(", "[")))]


KINDS = {"string": "text", "tuple": "list", "list": "list", "dict": "mapping", "model": "mapping"}


def _reason(kind: str) -> str:
    """Return the message that explains a type of pydantic's errors, or of our own validators' (`own-…`)."""
    if kind.startswith("own-"):
        return kind.removeprefix("own-")
    if kind.startswith(("int", "float", "decimal")):
        return "number"
    if kind.startswith("bool"):
        return "boolean"
    if kind.endswith("_type"):
        return KINDS.get(kind.removesuffix("_type"), "other")
    known = {"greater_than_equal": "least", "less_than_equal": "most", "too_short": "empty"}
    return known.get(kind, "pattern" if kind == "string_pattern_mismatch" else "other")


def _keys(model: type[BaseModel], steps: Iterable[Step]) -> list[str]:
    """List the keys allowed in the nested model that `steps` lead to."""
    current: Any = model
    for step in steps:
        if isinstance(step, str) and isinstance(current, type) and issubclass(current, BaseModel):
            fields = {field.alias or name: field for name, field in current.model_fields.items()}
            current = _model_in(fields[step].annotation) if step in fields else None
    if not (isinstance(current, type) and issubclass(current, BaseModel)):
        return []
    return [field.alias or name for name, field in current.model_fields.items()]


def _model_in(annotation: Any) -> Any:
    """Find the model inside an annotation such as `tuple[Item, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, getattr(annotation, "__args__", ()))), None)
