"""Numbers of questions, continuous within an instrument, and references to provisions as they are printed."""

import re
from dataclasses import dataclass, field

from exports.texts import phrase

DEEPEST = 2
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass
class Numbers:
    """Counts as Word's list numbering does: 7 · 7(a) · 7(a)(i)."""

    _counts: list[int] = field(default_factory=lambda: [0] * (DEEPEST + 1))
    _levels: dict[str, int] = field(default_factory=dict)

    def next(self, item: str, under: str) -> tuple[int, str]:
        """Return level and number of the next item; `under` is the item it follows up, if any."""
        level = min(self._levels[under] + 1, DEEPEST) if under in self._levels else 0
        self._levels[item] = level
        self._counts[level] += 1
        self._counts[level + 1 :] = [0] * (DEEPEST - level)
        parts = (str(self._counts[0]), f"({_letter(self._counts[1])})", f"({_roman(self._counts[2])})")
        return level, "".join(parts[: level + 1])


def reference(language: str, article: int, provision: str) -> str:
    """Return a provision as lawyers write it in `language`: `1(a)(ii)#b` → art. 5, para. 1 (a) (ii) b."""
    letters = re.findall(r"\(([^)]+)\)", provision)
    paragraph = re.match(r"\d+", provision)
    second = provision.partition("#")[2]
    text = phrase(language, "reference-article", "article")(article=str(article))
    if paragraph:
        text += phrase(language, "reference-paragraph", "paragraph")(paragraph=paragraph.group())
    letter = phrase(language, "reference-letter", "letter")
    for name in (*letters, *([second] if second else ())):
        text += letter(letter=name)
    bare = provision and not paragraph and not letters
    return text + letter(letter=provision) if bare and not second else text


def article_label(language: str, article: int) -> str:
    return phrase(language, "article", "number")(number=str(article))


def _letter(count: int) -> str:
    """Return a, b, … z, aa, bb, as Word counts."""
    return _LETTERS[(count - 1) % 26] * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text
