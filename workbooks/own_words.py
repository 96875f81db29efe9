"""What somebody wrote into our own words: behind a question, instead of it, behind a code."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain
from typing import Final, Literal, NamedTuple

from languages import LANGUAGES, say
from questionnaires.model import Item
from workbooks.contents import text
from workbooks.found import CODE, Row
from workbooks.index import Index
from workbooks.layout import REMARK_END, TICK, condition, elsewhere, label, provision, said, words
from workbooks.ours import Word, plainly, taken_out, worded, written
from workbooks.values import folded, is_blank, key, read_tick

HALF: Final = 0.5
"""So much of our wording makes a text a changed wording, and no other text in its place."""

LONGEST: Final = 1_000
"""A text of more words is no wording of ours with something beside it."""

How = Literal["beside", "changed", "instead"]


class Foreign(NamedTuple):
    """What is not ours in the cell of a question: beside our words, within them, or in their place."""

    words: str
    how: How = "beside"


NOTHING: Final = Foreign("")


def in_words(row: Row, index: Index) -> Foreign:
    """Return what stands in the cell of a question's or an option's words beside them; mostly nothing."""
    held = row.value("question")
    if is_blank(held) or "#" in row.code:
        return NOTHING
    return _foreign(held if isinstance(held, str) else text(held), row.code, index)


@lru_cache(maxsize=4096)
def _foreign(held: str, code: str, index: Index) -> Foreign:
    item, option = index.options.get(code, (index.items.get(code), None))
    if item is None:
        return NOTHING
    found = worded(without_remark(held))
    wordings = (option.label if option else item.text).values()
    pieces = () if option else _pieces(item.id, index)
    rests = [rest for wording in wordings if (rest := taken_out(found, wording)) is not None]
    if rests:
        return min(
            (Foreign(written(_less(rest, pieces))) for rest in rests), key=lambda left: len(left.words)
        )
    if code in index.items and folded(held) in index.answers:
        return Foreign(held, "instead")  # a list may offer it, too, and our wording may have such a word
    if index.worded(held) or folded(held) in _options(index):
        return NOTHING  # whose words these are is not for us to say here
    return _changed(held, found, pieces, wordings)


def beside_question(held: str, index: Index) -> str:
    """Return what a text says beside the words of one of our questions; all of it where it holds none."""
    return min((_foreign(held, code, index).words for code in index.worded(held)), key=len, default=held)


def _changed(held: str, found: tuple[Word, ...], pieces: Iterable[str], wordings: Iterable[str]) -> Foreign:
    """Return what differs from the wording that is nearest, or all of a text that is near to none."""
    rest = _less(found, pieces)
    if len(rest) > LONGEST:
        return Foreign(held, "instead")
    plain, best, kept = [word.plain for word in rest], 0.0, set[int]()
    for wording in wordings:
        ours = plainly(wording).split()
        blocks = SequenceMatcher(None, plain, ours, autojunk=False).get_matching_blocks()
        share = sum(block.size for block in blocks) / max(1, len(ours))
        if share > best:
            best, kept = share, {block.a + at for block in blocks for at in range(block.size)}
    other = [word for place, word in enumerate(rest) if place not in kept]
    if not other:
        return NOTHING  # our words, cut
    return Foreign(written(other), "changed") if best >= HALF else Foreign(held, "instead")


@lru_cache(maxsize=8)
def _options(index: Index) -> frozenset[str]:
    """Return the folded words of the options that have rows of their own."""
    return frozenset(folded(words) for _, option in index.options.values() for words in option.label.values())


def without_remark(held: str) -> str:
    """Return a question's cell without the remark that we wrote into it."""
    mark = _remark_mark()
    before, found, behind = held.partition(mark)
    _, end, reply = behind.partition(REMARK_END)
    return f"{before} {reply}" if found and end else held


def _less(found: tuple[Word, ...], pieces: Iterable[str]) -> tuple[Word, ...]:
    """Leave pieces out, the longer first, with a ✓ or without: an old encoding has no room for it."""
    for piece in pieces if found else ():
        rest = taken_out(found, piece)
        if rest is None and TICK in piece:
            rest = taken_out(found, piece.replace(TICK, " "))
        found = found if rest is None else rest
    return found


@lru_cache(maxsize=1024)
def _pieces(code: str, index: Index) -> tuple[str, ...]:
    """List what our files say of a question around its words, the longer first."""
    every = chain.from_iterable(_said_of(index.items[code], tag, index) for tag in LANGUAGES)
    return tuple(sorted({piece for piece in every if folded(piece)}, key=len, reverse=True))


def _said_of(item: Item, tag: str, index: Index) -> Iterator[str]:
    guidance = words(item.guidance, tag)
    offered = " · ".join(label(tag, value, item) for value in item.values)
    yield from _conditions(item, tag, index.items)
    if item.provision:
        yield provision(item, tag)
    yield from (guidance, *guidance.splitlines(), elsewhere(item, tag), said(tag, "see-optional"))
    yield say(tag, "printed", "see-table")
    yield say(tag, "printed", "one-of", options=offered)


def _conditions(item: Item, tag: str, items: Mapping[str, Item]) -> Iterator[str]:
    """Yield when a question applies, as it is worded whatever else is asked, and right before it."""
    rests = dict.fromkeys(when.question for when in item.enable_when if when.question in items)
    for asked in ({name: items[name]} for name in rests):
        yield from (condition(item, tag, asked, before) for before in (*asked, ""))
    if len(rests) > 1:
        every = {name: items[name] for name in rests}
        yield from (condition(item, tag, every, before) for before in (*every, ""))


def in_code(row: Row, index: Index) -> str:
    """Return what the cell of a row's code says that was recognized otherwise; nothing where it is cut."""
    held = row.value(CODE)
    if row.how not in ("name", "text") or not isinstance(held, str) or index.code(held):
        return ""
    if index.like_a_code(held):
        return ""
    code = {*folded(row.code).split()}
    other = [word.plain for word in worded(held) if word.plain not in code]
    if _ticked(held):
        return held
    if not other or folded(held) in folded(row.code):
        return ""
    return held if any(map(_lettered, other)) else ""


@lru_cache(maxsize=1)
def _remark_mark() -> str:
    """Return the sign before our own remarks, the same in every language."""
    (mark,) = {said(tag, "remark-mark").strip() for tag in LANGUAGES}
    return mark


def _ticked(text: str) -> bool:
    """Tell whether a text is a tick, and no number, as programs put before lists."""
    return read_tick(text) is True and not key(text).isdigit()


def _lettered(word: str) -> bool:
    return any(letter.isalpha() for letter in word)
