"""The styles of a Word document by which a text is struck through, or is not shown."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from xml.etree import ElementTree as ET

from workbooks.looks import PLAIN, Look
from workbooks.struck import OFF

NO_LOOKS: Final[Mapping[str, Look]] = MappingProxyType({})
_STRUCK, _HIDDEN = ("strike", "dstrike"), ("vanish",)


def is_on(value: str | None) -> bool:
    """Tell whether a property that is there is on: without a value it is."""
    return value not in OFF


def word_looks(styles: bytes) -> Mapping[str, Look]:
    """Return the styles that strike or hide, or undo that, by their ids. Raises ParseError."""
    if b"strike" not in styles and b"vanish" not in styles:
        return NO_LOOKS
    own = {_value(style, "styleId"): style for style in ET.fromstring(styles).iterfind("{*}style")}  # noqa: S314
    found = {name: _inherited(name, own) for name in own}
    return {name: look for name, look in found.items() if look != PLAIN}


def _inherited(name: str, own: Mapping[str, ET.Element]) -> Look:
    """Return the look of a style with that of those it is based on, which may go round in a circle."""
    look, seen = PLAIN, set[str]()
    while name in own and name not in seen:
        seen.add(name)
        words = own[name].find("{*}rPr")
        look = look.over(Look(_said(words, _STRUCK), _said(words, _HIDDEN)))
        name = _value(own[name].find("{*}basedOn"), "val")
    return look


def _said(words: ET.Element | None, names: tuple[str, ...]) -> bool | None:
    said = [] if words is None else [each for name in names for each in words.iterfind(f"{{*}}{name}")]
    return any(is_on(_value(each, "val") or None) for each in said) if said else None


def _value(element: ET.Element | None, name: str) -> str:
    items = () if element is None else element.items()
    return next((value for key, value in items if key.rpartition("}")[2] == name), "")
