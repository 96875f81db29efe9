"""The terminal itself: one console for what is asked for, one for what went wrong."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

from languages import say
from languages.messages import spoken, subjects
from problems import Problem, Severity

STYLES = {
    Severity.BLOCKER: "bold red",
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.INFO: "dim",
}


_UNBROKEN = {0xA0: "\ufdd0", 0x202F: "\ufdd1"}
"""Letters that are none, for spaces at which no line may break: rich breaks lines at every space."""

_SEEN = {
    code: "\N{REPLACEMENT CHARACTER}"
    for code in (*range(0x20), *range(0x7F, 0xA0))
    if chr(code) not in "\t\n"
} | {ord(letter): chr(space) for space, letter in _UNBROKEN.items()}


NAMED = 12
"""So many places of the same problem are named."""


def unbroken(text: Text) -> Text:
    """Return a text that is wrapped at no no-break space; the screen shows the spaces again."""
    kept = text.copy()
    kept.plain = text.plain.translate(_UNBROKEN)
    return kept


class _Screen(Console):
    """Shows the control characters of what strangers wrote, and obeys none of them."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        if isinstance(renderable, str):
            renderable = renderable.translate(_UNBROKEN)
        elif isinstance(renderable, Text):
            renderable = unbroken(renderable)
        for segment in super().render(renderable, options):
            plain = segment.control or segment.text.isprintable()
            yield segment if plain else segment._replace(text=segment.text.translate(_SEEN))


def subject_of(message: str) -> str:
    """Return the file that a message of the terminal stands in: one per command, so that little is read."""
    command = message.partition("-")[0]
    return f"terminal/{command}" if command in subjects("terminal") else "terminal/common"


class Terminal:
    """Prints in one language; honours NO_COLOR and pipes (rich does), never interprets markup in data."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.out, self.err = (
            _Screen(highlight=False, markup=False, emoji=False, stderr=stderr) for stderr in (False, True)
        )
        for console in (self.out, self.err):
            console.soft_wrap = not console.is_terminal  # a pipe gets whole lines, a person whole words

    def speak(self, language: str) -> None:
        """Go on in this language, or in English where we do not speak it."""
        self.language = language if language in spoken() else "en"

    def word(self, message: str, /, **parameters: object) -> str:
        return say(self.language, subject_of(message), message, **parameters)

    def say(self, message: str, /, style: str = "", **parameters: object) -> None:
        self.out.print(Text(self.word(message, **parameters), style=style))

    def blank(self) -> None:
        self.out.print()

    def json(self, value: Any) -> None:
        """Print one JSON document and nothing else."""
        self.out.file.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")

    def problems(self, problems: Sequence[Problem], *, to_error: bool = True) -> None:
        """Print problems by place, worst first within a file, each with its code and its sentence."""
        console = self.err if to_error else self.out
        ordered = sorted(problems, key=lambda each: (each.place.path, each.place, -each.severity, each.code))
        for _, group in groupby(ordered, key=lambda each: each.place.path):
            for problem in group:
                self._problem(console, problem)

    def digest(self, problems: Sequence[Problem]) -> None:
        """Print the problems of one file on about a screen: of what is doubtful, the first of each kind."""
        self.problems([each for each in problems if each.severity >= Severity.ERROR], to_error=False)
        doubtful = sorted(
            (each for each in problems if each.severity < Severity.ERROR),
            key=lambda each: (-each.severity, each.code, each.place),
        )
        for _, group in groupby(doubtful, key=lambda each: each.code):
            first, *others = group
            self._problem(self.out, first)
            if others:
                cells = " ".join(map(self._cell, others[:NAMED]))
                more = " …" if others[NAMED:] else ""
                self.out.print(Text("  " + self.word("more-like-it", count=len(others), cells=cells + more)))

    def _cell(self, problem: Problem) -> str:
        """Say briefly where a problem is: in a text document at which question, or where else in brackets."""
        if words := problem.place.in_document(self.language):
            return problem.item or f"({words})"
        return problem.place.cell or str(problem.place)

    def _problem(self, console: Console, problem: Problem) -> None:
        line = Text(problem.where(self.language) or "consult", style="bold")
        line.append(f"  {problem.code}", style=STYLES[problem.severity])
        console.print(line)
        console.print(Padding(Text(problem.message(self.language)), (0, 0, 0, 2)), soft_wrap=False)
