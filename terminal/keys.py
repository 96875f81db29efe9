"""The keys that sign, without their secrets."""

from collections.abc import Sequence
from typing import Any

from terminal.console import Terminal
from terminal.tables import quiet
from workflows.rotate import KeyKnown


def show_keys(terminal: Terminal, known: Sequence[KeyKnown]) -> None:
    terminal.say("key-intro")
    terminal.blank()
    table = quiet(*map(terminal.word, ("key-id", "key-signed", "key-state")), right=[1])
    for each in known:
        table.add_row(each.id, str(each.signed), terminal.word(_state(each)))
    terminal.out.print(table)


def _state(key: KeyKnown) -> str:
    if not key.trusted:
        return "key-distrusted"
    return "key-signs" if key.signs else "key-trusted"


def keys_as_json(known: Sequence[KeyKnown]) -> list[dict[str, Any]]:
    return [
        {"key": key.id, "signed": key.signed, "signs": key.signs, "trusted": key.trusted} for key in known
    ]
