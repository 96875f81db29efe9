"""The letters of a text file that does not say its encoding: told apart safely, or asked back.

A wrong guess would silently change letters. A reading counts for which our own words come out right; among
those that remain, one whose words can be words of some language; where two remain, nobody chooses but the
sender.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from problems.intake import DamagedFile, LettersUnclear, NotASpreadsheet
from workbooks.prescan import RefusedError

_MARKED: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN: Final = "cp1252"
_OLD: Final = (_WESTERN, "cp1251", "cp1256", "gb18030")
"""What office programs write where nobody chose UTF-8: Western, Cyrillic, Arabic, Chinese."""

_HOLE: Final = "\ufffd"
"""What stands for a byte that is no letter."""

_MANY: Final = 4
_SHOWN: Final = 4
_SAMPLE: Final = 4096
_WITH_OTHERS: Final = re.compile(r"(?<![^\s\";,|])[^\s\";,|\x80-\U0010ffff]*+[^\x00-\x7f\s][^\s\";,|]*")
"""A word with other letters than ASCII; one without them is walked through but once, however long it is."""

_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ACCENTS: Final = re.compile("[^\x00-\x7f]{3}")
"""Three letters with accents in a row: one such word may be, several are no Latin text."""

_ODD: Final = 3
_LONE: Final = re.compile(r"(?<![\u2e80-\uffff])[\u2e80-\uffff](?![\u2e80-\uffff])")
"""One Chinese character among letters of another script: `l’été` read as Chinese has such."""

_CONTROL_BYTES: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_UNWESTERN: Final = frozenset("ðþýÐÞÝ")
"""Where Turkish, Czech and Icelandic letters end up in the Western encoding: not told apart here."""

_APART: Final = frozenset("´¨¸¯˜ˆ¤¦¬¶±µ¹²³¼½¾©®¡¿†‡‰")
"""Signs that no word has inside; but they are what letters of another encoding turn into."""


def decoded(data: bytes) -> str:
    """Return the text of a file, without its byte order mark.

    Raises RefusedError where the encoding is open, or where this is no text.
    """
    text = _decoded(data)
    if _CONTROLS.search(text):
        raise RefusedError(NotASpreadsheet(kind="unknown"))
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if wide := _wide(data[:_SAMPLE]):
        return _strictly(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _old(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise RefusedError(DamagedFile()) from None


def _wide(start: bytes) -> str:
    """Return the encoding of a text of two bytes a letter, by where its zeros stand; empty for any other."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 4 < len(start) // 2:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _old(data: bytes) -> str:
    if _CONTROL_BYTES.search(data):
        raise RefusedError(NotASpreadsheet(kind="unknown"))
    if _nearly_utf_8(data):
        raise RefusedError(DamagedFile())
    readings = dict.fromkeys(_readings(data))
    known = {text: sum(map(text.count, _our_words())) for text in readings}
    most = max(known.values(), default=0)
    best = [text for text in readings if known[text] == most]
    if most and len(best) == 1 and _HOLE not in best[0]:
        return best[0]
    likely = [text for text in best if plausible(text)]
    if len(likely) == 1:
        return likely[0]
    raise RefusedError(LettersUnclear(readings=_differing(likely or best or [*readings])))


def _nearly_utf_8(data: bytes) -> bool:
    """Tell whether all but some of a text's letters are UTF-8: no old encoding has such by chance."""
    good = data.decode("utf-8", "ignore")
    return sum(letter > "\x7f" for letter in good) > _MANY * (len(data) - len(good.encode()))


def _readings(data: bytes) -> Iterator[str]:
    """Yield the readings that there are, and the Western one in any case.

    Else one wrong byte would leave a French text to the Arabic encoding, which has most of its letters.
    """
    for encoding in _OLD:
        try:
            yield data.decode(encoding, "replace" if encoding == _WESTERN else "strict")
        except UnicodeDecodeError:
            continue


@cache
def _our_words() -> frozenset[str]:
    """List what stands in every workbook and is not ASCII: the heads of columns, the labels of answers."""
    from languages.messages import spoken  # noqa: PLC0415  # for the few files that need it
    from questionnaires.model import SCALE  # noqa: PLC0415
    from responses.model import Absence  # noqa: PLC0415
    from workbooks.layout import LAW_COLUMNS, QUESTION_COLUMNS, header, label  # noqa: PLC0415

    columns = (*QUESTION_COLUMNS, *LAW_COLUMNS)
    words = {header(language, column) for language in spoken() for column in columns}
    words |= {label(language, value) for language in spoken() for value in (*SCALE, *Absence)}
    return frozenset(word for word in words if len(word) > _SHOWN and not word.isascii())


def _differing(texts: Sequence[str]) -> tuple[str, ...]:
    """Return, for each reading, the first word in which the readings differ."""
    words = [list(dict.fromkeys(_WITH_OTHERS.findall(text)))[:200] for text in texts[:_SHOWN]]
    shared = set(words[0]).intersection(*words[1:]) if len(words) > 1 else set()
    return tuple(next((word[:40] for word in each if word not in shared), "") for each in words)


def plausible(text: str) -> bool:
    """Tell whether all words of a text with other letters than ASCII can be words of some language."""
    if _HOLE in text:
        return False
    odd, accented, longest = 0, False, 0
    for word in dict.fromkeys(_WITH_OTHERS.findall(text)):
        if _broken(word):
            return False
        for run in _runs(word):
            if _script(run[0]) == "LATIN":
                accented = accented or not run.isascii()
                odd += _ACCENTS.search(run) is not None
            else:
                longest = max(longest, len(run))
    return odd < _ODD and not (accented and longest == 1)


def _broken(word: str) -> bool:
    """Tell whether a word holds what no word has: signs between letters, scripts mixed, capitals inside."""
    kinds = [unicodedata.category(letter) for letter in word]
    if not {"Co", "Cn"}.isdisjoint(kinds) or any(map(_rare, word)):
        return True
    if any(
        ({a, b} & _APART or "Cf" in (one, other)) and (a.isalpha() or b.isalpha())
        for (a, one), (b, other) in pairwise(zip(word, kinds, strict=True))
    ):
        return True
    return any(map(_no_word, _runs(word)))


def _no_word(run: str) -> bool:
    """Tell whether a run of letters mixes scripts, or has capitals inside."""
    scripts = {_script(letter) for letter in run}
    if "CJK" in scripts:
        return len(scripts) > 1 and _LONE.search(run) is not None
    if len(scripts) > 1 or not _UNWESTERN.isdisjoint(run):
        return True
    return any(a.islower() and b.isupper() and not (a + b).isascii() for a, b in pairwise(run))


def _runs(word: str) -> list[str]:
    """Split a word into runs of letters and their marks."""
    spaced = "".join(letter if unicodedata.category(letter)[0] in "LM" else " " for letter in word)
    return spaced.split()


@cache
def _script(letter: str) -> str:
    if letter.isascii():
        return "LATIN"
    return unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]


def _rare(letter: str) -> bool:
    """Tell whether a letter is a Chinese character, but none of the 6,763 in daily use."""
    if letter < "\u2e80" or _script(letter) != "CJK":
        return False
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False
