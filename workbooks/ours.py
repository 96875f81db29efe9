"""Texts of ours, line by line, and what somebody wrote between and behind them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from languages.shapes import Line
from workbooks.values import folded

Check = Callable[[str], bool]
"""Tells whether a folded text may stand in a hole."""

LONGEST: Final = 4_000
"""No line of ours is longer."""

HOLE: Final = 40
"""So many words at most stand in a hole of which nothing is known: the name of a body does."""


_BRACKETS: Final = str.maketrans({"(": " \ue028 ", ")": " \ue029 ", "（": " \ue028 ", "）": " \ue029 "})
"""Round brackets count as words: with nothing else between two holes they tell them apart."""


def plainly(words: str) -> str:
    """Reduce a text to what comparison minds of it, brackets too."""
    return folded(words.translate(_BRACKETS))


class Word(NamedTuple):
    """A word as it is compared, and as it is written, in which place; one written may be several compared."""

    plain: str
    written: str
    place: int


def worded(text: str) -> tuple[Word, ...]:
    """Return the words of a text."""
    return tuple(
        Word(plain, written, place)
        for place, written in enumerate(text.split())
        for plain in plainly(written).split()
    )


def written(words: Iterable[Word]) -> str:
    """Return words as they were written."""
    return " ".join({word.place: word.written for word in words}.values())


def taken_out(words: tuple[Word, ...], text: str) -> tuple[Word, ...] | None:
    """Return what is left of words without a text, which stands among them once; None where it does not."""
    wanted = tuple(plainly(text).split())
    start = _find(tuple(word.plain for word in words), wanted, 0)
    return None if start < 0 else words[:start] + words[start + len(wanted) :]


def _find(words: tuple[str, ...], wanted: tuple[str, ...], start: int) -> int:
    for at in range(start, len(words) - len(wanted) + 1):
        if words[at : at + len(wanted)] == wanted:
            return at
    return -1


@dataclass(frozen=True, slots=True)
class Shape:
    """A line with holes: the words it begins with, and each hole with the words behind it."""

    first: tuple[str, ...]
    holes: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, line: Line) -> "Shape":
        first: tuple[str, ...] = ()
        holes: list[tuple[str, tuple[str, ...]]] = []
        for hole, text in line:
            plain = tuple(plainly(text).split())
            if hole:
                holes.append((text, ()))
            elif holes:
                holes[-1] = (holes[-1][0], plain)
            else:
                first = plain
        return cls(first, tuple(holes))

    def fits(self, words: tuple[str, ...], checks: Mapping[str, Check]) -> tuple[dict[str, str], int] | None:
        """Return what stands in the holes, and how many words the line takes; None where it is another."""
        at, found = len(self.first), dict[str, str]()
        if words[:at] != self.first:
            return None
        for name, behind in self.holes:
            end = _find(words, behind, at + 1) if behind else _end(words, at, checks.get(name))
            held = " ".join(words[at:end])
            if end <= at or not (checks[name](held) if name in checks else end <= at + HOLE):
                return None
            found[name] = held
            at = end + len(behind)
        return found, at


def _end(words: tuple[str, ...], start: int, check: Check | None) -> int:
    """Return where a hole ends with which a line does: as far as what may stand there reaches."""
    ends = range(len(words), max(start, len(words) - HOLE), -1) if check else ()
    return next((end for end in ends if check and check(" ".join(words[start:end]))), len(words))


class Left(NamedTuple):
    """What is not ours in a text, and what stands in the holes of what is."""

    words: str
    held: Mapping[str, str]


class Ours:
    """Texts of ours, by line: those that are always the same, and those with holes."""

    def __init__(
        self, same: Iterable[str], lines: Iterable[Line] = (), checks: Mapping[str, Check] | None = None
    ) -> None:
        self._same = frozenset(plainly(line) for text in same for line in text.splitlines())
        self._lengths = sorted({len(line.split()) for line in self._same}, reverse=True)
        self._shapes = tuple(dict.fromkeys(map(Shape.of, lines)))
        self._checks = checks or {}

    def left(self, text: str) -> Left:
        """Return what is left of a text without our lines; nothing where all of it is ours."""
        found, held = [], dict[str, str]()
        for line in text.splitlines():
            plain = plainly(line)
            if not plain or plain in self._same:
                continue
            behind, bound = self._behind(line) if len(line) <= LONGEST else (line, {})
            held |= bound
            found.append(behind)
        return Left("\n".join(filter(None, found)).strip(), held)

    def _behind(self, line: str) -> tuple[str, Mapping[str, str]]:
        """Return what stands behind our words in a line, and what stands in their holes."""
        words = worded(line)
        plain = tuple(word.plain for word in words)
        fits = [fit for shape in self._shapes if (fit := shape.fits(plain, self._checks))]
        held, count = max(fits, key=lambda fit: fit[1], default=({}, 0))
        for length in self._lengths:
            if count < length < len(plain) and " ".join(plain[:length]) in self._same:
                held, count = {}, length
                break
        return (written(words[count:]) if count else line), held
