"""The styles of an OpenDocument file by which a text is struck through, not shown, or highlighted."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class Look(NamedTuple):
    """Whether a style strikes its text through, hides it, lights it; None where it leaves that as it is."""

    struck: bool | None = None
    hidden: bool | None = None
    lit: bool | None = None
    """Whether it lies on a colour, as by a marker."""

    def over(self, other: "Look") -> "Look":
        """Return how a text looks that has this style within another one."""
        return Look(*(own if own is not None else under for own, under in zip(self, other, strict=True)))


PLAIN: Final = Look()
Looks = Mapping[tuple[str, str], Look]
"""By family, such as `table-cell`, and name."""

NO_LOOKS: Final[Looks] = MappingProxyType({})

_LINE: Final = re.compile(rb"""text-line-through-(?:style|type)\s*=\s*["']([a-z-]+)["']""")
_DISPLAY: Final = re.compile(rb"""text:display\s*=\s*["']([a-z]+)["']""")
_DRAWN: Final = re.compile(rb"""line-through-(?:style|type)\s*=\s*["'](?!none)""")
_SHADE: Final = re.compile(rb"""fo:background-color\s*=\s*["'](#[0-9a-fA-F]{6}|transparent)["']""")
_LIT: Final = re.compile(rb"<style:text-properties\s[^<>]*fo:background-color")
_NO_COLOUR: Final = frozenset({b"transparent", b"#ffffff"})
_STYLE: Final = re.compile(rb"<style:style\s([^<>]*?)(?:/>|>(.*?)</style:style>)", re.DOTALL)
_WORDS: Final = re.compile(rb"<style:text-properties\s([^<>]*)>")
_KEPT: Final = re.compile(rb"""style:(name|family|parent-style-name)\s*=\s*["']([^"'<]*)["']""")


def looks(*parts: bytes) -> Looks:
    """Return the styles of some parts that strike, hide or light, or undo that; none where none does."""
    if not any(b"text:display" in part or _DRAWN.search(part) or _LIT.search(part) for part in parts):
        return {}  # at the speed of literal texts
    own: dict[tuple[str, str], tuple[str, Look]] = {}
    for part in parts:
        for style in _STYLE.finditer(part):
            about = {key.decode(): value.decode("utf-8", "replace") for key, value in _KEPT.findall(style[1])}
            key = about.get("family", ""), about.get("name", "")
            own[key] = about.get("parent-style-name", ""), _look(style[2] or b"")
    return {key: look for key in own if (look := _inherited(key, own)) != PLAIN}


def _look(style: bytes) -> Look:
    words = b" ".join(_WORDS.findall(style))
    lines, display, shade = _LINE.findall(words), _DISPLAY.search(words), _SHADE.search(words)
    return Look(
        any(line != b"none" for line in lines) if lines else None,
        display and display[1] == b"none",
        shade and shade[1].lower() not in _NO_COLOUR,
    )


def _inherited(key: tuple[str, str], own: Mapping[tuple[str, str], tuple[str, Look]]) -> Look:
    """Return the look of a style with that of those it is based on, which may go round in a circle."""
    look, seen = PLAIN, set[tuple[str, str]]()
    while key in own and key not in seen:
        seen.add(key)
        parent, under = own[key]
        look, key = look.over(under), (key[0], parent)
    return look
