"""What strangers wrote is shown on the terminal, and never obeyed by it."""

from collections.abc import Callable

import pytest
from rich.text import Text

from problems import Place
from problems.returns import TextBeyondTable
from terminal.console import Terminal
from terminal.lines import put_text
from terminal.tables import quiet

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


def on_screen(width: int, show: Callable[[Terminal], None]) -> list[str]:
    """Return the lines of a screen so many letters wide."""
    terminal = Terminal("fr")
    console = type(terminal.out)(
        width=width, force_terminal=True, color_system=None, highlight=False, markup=False, emoji=False
    )
    terminal.out = console
    with console.capture() as captured:
        show(terminal)
    return [line.rstrip() for line in captured.get().splitlines()]


QUOTES = "«\u00a0Confiscation\u00a0» dit\u202f: 16\u202f%\u00a0!"


def table_of(terminal: Terminal) -> None:
    table = quiet("Sujet")
    table.add_row(QUOTES)
    table.add_row(Text(QUOTES))
    terminal.out.print(table)


def test_a_screen_breaks_no_line_at_a_no_break_space() -> None:
    """So quotation marks stay with their words, and figures with their signs."""
    lines = ["«\u00a0Confiscation\u00a0»", "dit\u202f: 16\u202f%\u00a0!"]
    assert on_screen(20, lambda terminal: terminal.out.print(Text(QUOTES))) == lines
    assert on_screen(20, lambda terminal: terminal.out.print(QUOTES)) == lines
    assert on_screen(20, table_of) == ["Sujet", *lines, *lines]
    assert on_screen(22, lambda terminal: put_text(terminal, Text(QUOTES), 2)) == [
        f"  {each}" for each in lines
    ]


ROWS = "Année : 2021 · Affaires : 12\nAnnée : 2022 · Affaires : 7"


def put_rows(terminal: Terminal) -> None:
    put_text(terminal, Text(ROWS), 4, label="réponse  ")


def test_the_lines_of_a_text_stand_beneath_each_other_after_its_label(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, second = ROWS.split("\n")
    whole = [f"    réponse  {first}", f"             {second}"]
    assert on_screen(80, put_rows) == whole
    put_rows(Terminal("fr"))
    assert capsys.readouterr().out.splitlines() == whole
    assert on_screen(35, put_rows) == [
        "    réponse  Année : 2021 ·",
        "             Affaires : 12",
        "             Année : 2022 ·",
        "             Affaires : 7",
    ]
