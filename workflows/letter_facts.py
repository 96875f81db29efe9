"""What each letter may say: the facts that it gets, as names, to check templates against before they run.

`Desk.write` gives exactly these, and refuses anything else, so that what is declared here is what there is.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from sources.template_check import Known
from workflows.process import Process


def _names(*names: str) -> dict[str, None]:
    return dict.fromkeys(names)


SENDER: Final[Known] = _names("state", "focal_point", "office", "email", "telephone")
"""Who writes, and for which State."""

COMMON: Final[Known] = {
    **SENDER,
    **_names(
        "subject", "stakeholder", "salutation", "items", "main", "answered", "counted_main", "counted_open",
        "remaining", "articles", "effort", "deadline", "deadline_day", "disclosure", "not_our_remit",
        "not_known", "comment_column", "process", "round",
    ),
    "details": {"*": None},
    "dates": {"*": None},
}  # fmt: skip
"""What every letter to a body may say."""

_RETURN: Final[Known] = _names(
    "received", "file", "digest", "hidden", "late", "version", "given", "counted", "beside", "unread"
)
"""What every letter about a return may say."""

OWN: Final[Mapping[str, Known]] = {
    "added": _names("passed"),
    "confirm": {**_RETURN, **_names("domain")},
    "consent": {},
    "correct": {
        **_RETURN,
        **_names("count", "filled"),
        "places": [_names("where", "id", "question", "remark")],
        "todo": [None],
        "remarks": [None],
    },
    "correction": {"corrections": [_names("id", "question", "remark")]},
    "deadline": _names("why", "earlier"),
    "declined": _names("passed", "left"),
    "extension": {},
    "item-withdrawn": {"questions": [_names("id", "text")], **_names("left", "why")},
    "passed-on": _names("passed", "taker", "left"),
    "reassigned": _names("giver", "first", "passed", "prefilled"),
    "receipt": {
        **_RETURN,
        **_names("open", "earlier", "remarked"),
        "answers": [{**_names("id", "question"), "lines": [None], "remarks": [None]}],
        "todo": [None],
        "remarks": [None],
    },
    "refused": {**_RETURN, "reasons": [None], "prefilled": None},
    "withdrawn": _names("kept"),
}
"""What a letter may say besides, by its name."""

INSIDE: Final[Mapping[str, Known]] = {
    "engine": {**SENDER, **_names("run", "why", "folder", "page")},
    "warning": {
        **SENDER,
        **_names(
            "process", "round", "today", "deadline", "deadline_day", "days", "asked", "returned", "pace"
        ),
        "groups": [{**_names("title", "more"), "lines": [None], "remedies": [None]}],
    },
}
"""All that a letter says which only those get who coordinate."""

ASKED_FOR: Final[Known] = {
    "used": None,
    "marked": {
        **_names("right", "of", "needs", "unanswered"),
        "parts": [_names("title", "about", "right", "of")],
    },
}
"""What costs something: letters of a process get it where their template asks for it."""


def facts_of(letter: str, process: Process) -> Known:
    """Return what a letter may say; `dates` by the id of each action of the process that has a time."""
    kind = kind_of(letter, process)
    if kind in INSIDE:
        return INSIDE[kind]
    dates = {each.id.replace("-", "_"): None for each in process.written.actions if each.when}
    return {**COMMON, "dates": dates, **OWN.get(kind, ASKED_FOR)}


def kind_of(letter: str, process: Process) -> str:
    """Return the letter whose facts another one gets: a process may call its warnings what it likes."""
    warnings = {each.letter for each in process.written.actions if each.perform == "warn"}
    return "warning" if letter in warnings else letter


def must_be_declared(letter: str, given: Iterable[str]) -> None:
    """Raise ValueError where a letter is given other facts than those by which its template is checked."""
    facts, all_ = set(given), {**OWN, **INSIDE}.get(letter)
    wrong = facts - ASKED_FOR.keys() if all_ is None else facts ^ all_.keys()
    if wrong:
        raise ValueError(f"{letter}: {', '.join(sorted(wrong))}")
