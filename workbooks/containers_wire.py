"""What lay in a container, on its way from child to parent: a header as JSON, then the bytes of the parts.

As with everything that a child says, nothing of it is believed: each part has its type, or all is refused.
"""

import json
import struct
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from problems import Problem
from workbooks.containers import Bounce, Mail, Part, Unpacked
from workbooks.wire import Answer, plainly, rebuilt

if TYPE_CHECKING:
    from pydantic import TypeAdapter

MARK: Final = b"\0"
"""How a reply begins that brings a container: no JSON begins so."""

_LENGTH: Final = struct.Struct(">I")


def encode(unpacked: Unpacked, problems: Sequence[Problem]) -> bytes:
    header = {
        "kind": unpacked.kind,
        "names": [_whole(part.name) for part in unpacked.parts],
        "sizes": [len(part.data) for part in unpacked.parts],
        "mail": _mail(unpacked.mail),
        "problems": plainly(problems),
    }
    head = json.dumps(header).encode("ascii")
    return b"".join([MARK, _LENGTH.pack(len(head)), head, *(part.data for part in unpacked.parts)])


def decode(reply: bytes, shown: str) -> Answer[Unpacked]:
    """Read a reply; problems get the path `shown`. Raises ValueError, TypeError or KeyError for nonsense."""
    start = len(MARK) + _LENGTH.size
    (length,) = _LENGTH.unpack_from(reply, len(MARK))
    header = _header().validate_json(reply[start : start + length], strict=True)
    names, sizes = header["names"], header["sizes"]
    ends = list(accumulate(sizes, initial=start + length))
    if len(names) != len(sizes) or ends[-1] != len(reply):
        raise ValueError("parts that do not fill the reply")
    parts = tuple(Part(name, reply[at:end]) for name, at, end in zip(names, ends[:-1], ends[1:], strict=True))
    unpacked = Unpacked(header["kind"], parts, header["mail"])
    return unpacked, [rebuilt(each, shown) for each in header["problems"]]


def _mail(mail: Mail | None) -> dict[str, Any] | None:
    if mail is None:
        return None
    plain = {name: _plain(getattr(mail, name)) for name in Mail.__dataclass_fields__ if name != "bounces"}
    bounces = [
        {name: _plain(getattr(each, name)) for name in Bounce.__dataclass_fields__} for each in mail.bounces
    ]
    return plain | {"bounces": bounces}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return _whole(value) if isinstance(value, str) else value


def _whole(text: str) -> str:
    """Replace halves of letters, which damaged headers bring and no file of ours can hold."""
    return text.encode("utf-8", "replace").decode()


@cache
def _header() -> "TypeAdapter[Any]":
    from typing import Annotated, Literal  # noqa: PLC0415  # in the parent alone

    from pydantic import Field, TypeAdapter  # noqa: PLC0415
    from typing_extensions import TypedDict  # noqa: PLC0415

    class Header(TypedDict):
        kind: Literal["mail", "zip"]
        names: tuple[str, ...]
        sizes: tuple[Annotated[int, Field(ge=0)], ...]
        mail: Mail | None
        problems: tuple[tuple[str, str, str, str, dict[str, str | int | tuple[str, ...]]], ...]

    return TypeAdapter(Header)
