"""What parent and child say to each other over the pipes: framed bytes; problems and contents as JSON.

What comes back is a stranger's as much as the file is: whatever the child became, its reply makes nothing but
values of the kinds named here.
"""

import json
import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from problems import (
    Place,
    Problem,
    containers,
    identity,
    intake,
    meanings,
    returns,
    shown,
    structure,
    witnesses,
)
from workbooks.contents import Contents

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")

HEADER: Final = struct.Struct(">?I")
"""To the child: whether what follows is its lesson, not a file. From it: whether it asks to be replaced after
this frame. Then how many bytes follow."""

REPLY_LIMIT: Final = 64 * 2**20
INPUT_LIMIT: Final = 40 * 2**20
"""A larger file goes to no child; a mail is a third larger than the workbooks in it."""

CPU_SECONDS: Final = 15

Answer = tuple[T | None, list[Problem]]

PlainProblem = tuple[str, str, str, str, dict[str, Any]]
"""A problem's code, item, sheet and cell, and its own fields; its path is the parent's to know."""

_CLASSES: Final[dict[str, type[Problem]]] = {
    kind.code: kind
    for module in (containers, identity, intake, meanings, returns, shown, structure, witnesses)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Problem) and hasattr(kind, "code")
}


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """What children do with files: what they learn first, if anything, and how a reply is understood.

    `decode` takes a reply and the path that its problems name; it raises ValueError, TypeError or KeyError
    for nonsense.
    """

    lesson: bytes
    decode: Callable[[bytes, str], Answer[T]]


def encode(contents: Contents | None, problems: Sequence[Problem], _data: bytes = b"") -> bytes:
    """Write problems on the first line and contents, if there are any, on the second."""
    return json.dumps(plainly(problems)).encode() + b"\n" + (contents.as_json() if contents else b"")


def decode(reply: bytes, shown: str) -> Answer[Contents]:
    """Read a reply; problems get the path `shown`. Raises ValueError, TypeError or KeyError for nonsense."""
    first, _, rest = reply.partition(b"\n")
    problems = [rebuilt(plain, shown) for plain in json.loads(first)]
    return (Contents.from_json(rest) if rest else None), problems


OPEN: Final = Task(b"", decode)
"""Open a file, and say what it contains."""


def plainly(problems: Iterable[Problem]) -> list[PlainProblem]:
    return [(p.code, p.item, p.place.sheet, p.place.cell, _own_fields(p)) for p in problems]


def rebuilt(plain: PlainProblem, shown: str) -> Problem:
    """Make a problem again: of a class that there is, with values of the types it has."""
    code, item, sheet, cell, values = plain
    place = Place(shown, sheet=sheet, cell=cell)
    problem: Problem = _class(code).validate_python({**values, "place": place, "item": item})
    return problem


@cache
def _class(code: str) -> "TypeAdapter[Problem]":
    from pydantic import TypeAdapter  # noqa: PLC0415  # 100 ms, and a child only encodes

    return TypeAdapter(_CLASSES[code])


def _own_fields(problem: Problem) -> dict[str, Any]:
    names = (field.name for field in fields(problem))
    return {name: getattr(problem, name) for name in names if name not in {"place", "item"}}
