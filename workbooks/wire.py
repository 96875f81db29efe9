"""What parent and child say to each other over the pipes: framed bytes, and the child's reply as JSON."""

import json
import struct
from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Final

from problems import Place, Problem, intake
from workbooks.contents import Contents

HEADER: Final = struct.Struct(">?I")
"""Whether the child asks to be replaced after this frame, and how many bytes follow."""

REPLY_LIMIT: Final = 64 * 2**20
CPU_SECONDS: Final = 15

Answer = tuple[Contents | None, list[Problem]]

_CLASSES: Final[dict[str, type[Problem]]] = {
    kind.code: kind
    for kind in vars(intake).values()
    if isinstance(kind, type) and issubclass(kind, Problem) and hasattr(kind, "code")
}


def encode(contents: Contents | None, problems: Sequence[Problem]) -> bytes:
    """Write problems on the first line and contents, if there are any, on the second."""
    plain = [[p.code, p.place.sheet, p.place.cell, _own_fields(p)] for p in problems]
    return json.dumps(plain).encode() + b"\n" + (contents.as_json() if contents else b"")


def decode(reply: bytes, shown: str) -> Answer:
    """Read a reply; problems get the path `shown`. Raises ValueError, TypeError or KeyError for nonsense."""
    first, _, rest = reply.partition(b"\n")
    problems = [_problem(shown, *plain) for plain in json.loads(first)]
    return (Contents.from_json(rest) if rest else None), problems


def _own_fields(problem: Problem) -> dict[str, Any]:
    names = (field.name for field in fields(problem))
    return {name: getattr(problem, name) for name in names if name not in {"place", "item"}}


def _problem(shown: str, code: str, sheet: str, cell: str, values: dict[str, Any]) -> Problem:
    known: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}
    return _CLASSES[code](place=Place(shown, sheet=sheet, cell=cell), **known)
