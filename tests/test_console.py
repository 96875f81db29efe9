"""What strangers wrote is shown on the terminal, and never obeyed by it."""

import pytest

from problems.model import Place
from problems.returns import TextBeyondTable
from terminal.console import Terminal

ATTACKS = {
    "a title": "\x1b]0;you are hacked\x07",
    "a cleared screen": "\x1b[2J\x1b[H",
    "one byte for it": "\x9b2J",
    "an overwritten line": "refused\raccepted",
    "rubbed out": "refused\b\b\b\b\b\b\baccepted",
    "a NUL": "\0",
    "a link": "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_no_control_character_of_a_stranger_reaches_the_terminal(
    attack: str, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal("en")
    place = Place(f"in{attack}box/{attack}.xlsx", sheet=attack, cell="B2")
    terminal.problems([TextBeyondTable(place=place, value=attack)], to_error=False)
    terminal.say("more-like-it", count=1, cells=attack)
    shown = capsys.readouterr().out
    assert {letter for letter in shown if not letter.isprintable()} == {"\n"}
    assert ("\ufffd" in shown) == bool(set(attack) - set("\r\b") - set(map(chr, range(32, 127))))


def test_every_other_letter_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal("en")
    terminal.out.print("Réponse «нет» لا 是 так")
    assert capsys.readouterr().out == "Réponse «нет» لا 是 так\n"
