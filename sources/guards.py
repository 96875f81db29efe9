"""An apostrophe before text in a .csv that would be a formula; taken off again when it is read."""

FORMULA = "=@\t\r"
SIGNED = "+-"
HARMLESS = frozenset("0123456789 ()./-+")
"""What telephones are made of: a sign before these alone makes no formula that does anything."""


def guarded(text: str) -> str:
    return f"'{text}" if _dangerous(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and _dangerous(text.lstrip("'")) else text


def _dangerous(text: str) -> bool:
    return text.startswith(tuple(FORMULA)) or (text.startswith(tuple(SIGNED)) and not set(text) <= HARMLESS)
