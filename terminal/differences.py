"""What changed between two versions, question by question; in texts, word by word."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.text import Text

from questionnaires.model import AnswerType
from responses.differences import Change, Difference, Edit, laws_apart, word_edits
from responses.wording import absence_text, citation_text, separator, value_line, value_text, words
from store.values import value_to_json
from terminal.console import Terminal
from terminal.lines import cleaned, put, put_text

if TYPE_CHECKING:
    from questionnaires.model import Item
    from responses.model import Answer, Citation, Value
    from workflows.versions import BodyHistory, Comparison

SHOWN = 8
"""Of changed and of added answers, unless all are asked for."""
CODES = 12
"""Of questions left blank, unless all are asked for."""
CONTEXT = 8
"""Words shown on either side of a change in a text."""
LABEL = 13
"""Letters in which the name of a part stands."""
STYLES = {Edit.KEPT: "", Edit.REMOVED: "red strike", Edit.ADDED: "green"}
MARKS = {Edit.KEPT: ("", ""), Edit.REMOVED: ("[-", "-]"), Edit.ADDED: ("{+", "+}")}


def show_comparison(terminal: Terminal, told: BodyHistory, compared: Comparison, *, whole: bool) -> None:
    counts = {
        "history-count-added": compared.of(Change.ADDED),
        "history-count-changed": compared.of(Change.CHANGED),
        "history-count-same": compared.of(Change.SAME),
        "history-count-silent": compared.of(Change.SILENT),
    }
    said = [terminal.word(message, count=len(found)) for message, found in counts.items() if found]
    terminal.say(
        "history-compared",
        style="bold",
        before=compared.before,
        after=compared.after,
        counts=separator(terminal.language).join(said),
    )
    changed, added = compared.of(Change.CHANGED), compared.of(Change.ADDED)
    many = len(changed) + len(added) if whole else SHOWN
    if any(_in_words(told.items[each.item], each) for each in changed[:many]):
        put(terminal, terminal.word("history-legend"), style="dim")
    for each in changed[:many]:
        _changed(terminal, told.items[each.item], each, whole=whole)
    for each in added[:many]:
        _added(terminal, told.items[each.item], each, whole=whole)
    if left := len(changed[many:]) + len(added[many:]):
        between = f"--between {compared.before} {compared.after}"
        command = f"consult history {told.body.id} {between} --all"
        put(terminal, terminal.word("history-more", count=left, command=command), style="dim")
    for version, items in _standing(compared).items():
        codes = items if whole else [*items[:CODES], *["…"][: len(items[CODES:])]]
        stands = terminal.word("history-stands", after=compared.after, version=version, items="\0")
        put(terminal, stands.replace("\0", " · ".join(codes)))


def _in_words(item: Item, each: Difference) -> bool:
    """Say whether some part of a change is shown word by word."""
    return bool({"details", "comment"} & set(each.parts)) or ("value" in each.parts and _is_wordy(item))


def _standing(compared: Comparison) -> dict[int, list[str]]:
    """Return the items on which the newer version is blank, by the version whose answer stands there."""
    found: dict[int, list[str]] = defaultdict(list)
    for each in compared.of(Change.SILENT):
        found[compared.stands[each.item]].append(each.item)
    return found


def _question(terminal: Terminal, item: Item, *, whole: bool) -> None:
    line, asked = Text(item.id, style="bold"), words(item.text, terminal.language)
    line.append(f"  {asked if whole else _short(asked, 100)}", style="not bold dim")
    put_text(terminal, line, 2)


def _changed(terminal: Terminal, item: Item, each: Difference, *, whole: bool) -> None:
    """Show one item, part by part, before and after."""
    if each.before is None or each.after is None:
        raise ValueError(f"{each.item}: a change is of two answers")
    _question(terminal, item, whole=whole)
    for part, lines in _parts(terminal, item, each.before, each.after, whole=whole):
        for number, line in enumerate(lines):
            label = terminal.word(f"history-part-{part}") if not number else ""
            put_text(terminal, line, 4, label=label.ljust(LABEL))


def _parts(
    terminal: Terminal, item: Item, before: Answer, after: Answer, *, whole: bool
) -> Iterator[tuple[str, list[Text]]]:
    old, new = _said(terminal, item, before), _said(terminal, item, after)
    if old != new:
        yield "value", [_edited(terminal, old, new, long=_is_wordy(item) and bool(old and new), whole=whole)]
    for part, one, other in (
        ("details", before.details, after.details),
        ("comment", before.comment, after.comment),
    ):
        if one != other:
            yield part, [_edited(terminal, one, other, long=True, whole=whole)]
    gone, come = laws_apart(before.citations, after.citations)
    if gone or come:
        yield "citations", [_law(law, "−", "red") for law in gone] + [_law(law, "+", "green") for law in come]


def _added(terminal: Terminal, item: Item, each: Difference, *, whole: bool) -> None:
    if each.after is None:
        raise ValueError(f"{each.item}: what was added has an answer")
    _question(terminal, item, whole=whole)
    laws = separator(terminal.language).join(map(citation_text, each.after.citations))
    told = value_text if whole else value_line
    texts = [_said(terminal, item, each.after, told), each.after.details, laws, each.after.comment]
    shown = cleaned(" · ".join(text for text in texts if text))
    text = Text(shown if whole else _short(shown, 160), style="green")
    put_text(terminal, text, 4, label=terminal.word("history-added").ljust(LABEL))


def _said(
    terminal: Terminal,
    item: Item,
    answer: Answer,
    told: Callable[[Item, Value, str], str] = value_text,
) -> str:
    """Return an answer's value, or why there is none, as people read it."""
    absence = absence_text(answer.absent, terminal.language) if answer.absent else ""
    return " · ".join(filter(None, (told(item, answer.value, terminal.language), absence)))


def _is_wordy(item: Item) -> bool:
    return item.type in {AnswerType.TEXT, AnswerType.LINE, AnswerType.ROWS}


def _edited(terminal: Terminal, before: str, after: str, *, long: bool, whole: bool) -> Text:
    """Show what became of a text: short ones whole, `before → after`, long ones word by word."""
    if not long:
        blank = terminal.word("history-blank")
        return Text(f"{cleaned(before) or blank} → {cleaned(after) or blank}")
    line = Text()
    runs = word_edits(cleaned(before), cleaned(after))
    for number, run in enumerate(runs):
        opening, closing = MARKS[run.edit]
        text = run.text
        if run.edit is Edit.KEPT and not whole:
            text = _around(text, first=number == 0, last=number == len(runs) - 1)
        tail = text[len(text.rstrip()) :] if run.edit is not Edit.KEPT else ""
        core = text.removesuffix(tail) if tail else text
        line.append(f"{opening}{core}{closing}" if core else f"{opening}{tail}{closing}", STYLES[run.edit])
        line.append(tail if core else "")
    return line


def _around(text: str, *, first: bool, last: bool) -> str:
    """Shorten what stayed the same to the words next to a change."""
    found = text.split(" ")
    head = [] if first else found[:CONTEXT]
    tail = [] if last else found[-CONTEXT:]
    if len(found) <= len(head) + len(tail) + 1:
        return text
    return " ".join([*head, "…", *tail])


def _law(law: Citation, mark: str, style: str) -> Text:
    return Text(f"{mark} {cleaned(citation_text(law))}", style=style)


def _short(text: str, limit: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def difference_as_json(each: Difference, compared: Comparison) -> dict[str, Any]:
    silent = each.change is Change.SILENT
    return {
        "item": each.item,
        "change": each.change.value,
        "parts": list(each.parts),
        "before": _answer_as_json(each.before),
        "after": _answer_as_json(each.after),
        "stands": compared.stands[each.item] if silent else None,
    }


def _answer_as_json(answer: Answer | None) -> dict[str, Any] | None:
    if answer is None:
        return None
    value = value_to_json(answer.value)
    return {
        "value": json.loads(value) if value else None,
        "absent": answer.absent.value if answer.absent else None,
        "details": answer.details,
        "citations": [asdict(law) for law in answer.citations],
        "comment": answer.comment,
        "sheet": answer.provenance.sheet,
        "cell": answer.provenance.cell,
    }
