"""What each letter may say, as examples: templates are checked against their names, and written with them.

`Desk.write` gives exactly these, and refuses anything else, so that what is declared here is what there is.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sources.template_check import Known
from workflows.letter_examples import Anything, Facts, Nothing, OneOf, names_of, perhaps
from workflows.process import Process

SENDER: Final[Facts] = {
    "state": "Exampleland",
    "focal_point": "Awa Traoré",
    "office": "Ministry of Justice",
    "email": "untoc@justice.example",
    "telephone": perhaps("+223 20 00 00 00"),
}
"""Who writes, and for which State."""

COMMON: Final[Facts] = {
    **SENDER,
    "subject": perhaps("UNTOC, cluster I"),
    "stakeholder": "Customs Administration",
    "salutation": "Dear colleagues,",
    "items": perhaps(12),
    "main": perhaps(7),
    "answered": perhaps(3),
    "counted_main": "7 main questions",
    "counted_open": "4 main questions",
    "remaining": "4 are",
    "articles": "Articles 5 and 6",
    "effort": "about half an hour",
    "deadline": "Wednesday, 31 March 2027, 17:00",
    "deadline_day": "Wednesday, 31 March 2027",
    "disclosure": "with your name",
    "not_our_remit": "Not our remit",
    "not_known": "Not known",
    "comment_column": "Comment",
    "process": "Consultation",
    "round": perhaps("Answers"),
    "details": OneOf((Anything(example="as it stands there"), Nothing())),
    "dates": OneOf((Anything(example="as it stands there"), Nothing())),
}
"""What every letter to a body may say."""

_RETURN: Final[Facts] = {
    "received": "Monday, 1 March 2027, 9:00",
    "file": perhaps("answers.xlsx"),
    "digest": "0123 4567 89ab cdef",
    "hidden": OneOf((False, True)),
    "late": OneOf((False, True)),
    "version": perhaps(2),
    "given": perhaps(3),
    "counted": "3 answers",
    "beside": perhaps("Beside 2 questions something was written."),
    "unread": perhaps("One more sheet was not read."),
}
"""What every letter about a return may say."""

OWN: Final[Mapping[str, Facts]] = {
    "added": {"passed": "Article 5"},
    "confirm": {**_RETURN, "domain": perhaps("mail.example")},
    "consent": {},
    "correct": {
        **_RETURN,
        "count": OneOf((2, 1)),
        "filled": perhaps(3),
        "places": perhaps(
            [
                {
                    "where": perhaps("Article 5!D9"),
                    "id": perhaps("untoc.5.1.a"),
                    "question": perhaps("Is it an offence?"),
                    "remark": "This is not one of the answers.",
                }
            ]
        ),
        "todo": perhaps(["Please look at question 5.1."]),
        "remarks": perhaps(["One more column was left out."]),
    },
    "correction": {
        "corrections": [
            {"id": "untoc.5.1.a", "question": "Is it an offence?", "remark": "Which law says so?"},
        ]
    },
    "deadline": {"why": perhaps("Elections."), "earlier": OneOf((False, True))},
    "declined": {"passed": "Article 5", "left": OneOf((True, False))},
    "extension": {},
    "item-withdrawn": {
        "questions": [{"id": "untoc.5.1.a", "text": "Is it an offence?"}],
        "left": OneOf((True, False)),
        "why": perhaps("It was asked twice."),
    },
    "passed-on": {"passed": "Article 5", "taker": perhaps("National Police"), "left": OneOf((True, False))},
    "reassigned": {
        "giver": perhaps("National Police"),
        "first": OneOf((True, False)),
        "passed": "Article 5",
        "prefilled": perhaps(3),
    },
    "receipt": {
        **_RETURN,
        "open": OneOf((4, 1, 0)),
        "earlier": OneOf((2, 1, 0)),
        "open_questions": perhaps(["untoc.5.1.b · Is it an offence?"]),
        "remarked": perhaps(3),
        "answers": perhaps(
            [
                {
                    "id": "untoc.5.1.a",
                    "question": "Is it an offence?",
                    "lines": perhaps(["Answer: Yes"]),
                    "remarks": perhaps(["No law is named."]),
                }
            ]
        ),
        "todo": perhaps(["Please look at question 5.1."]),
        "remarks": perhaps(["One more column was left out."]),
    },
    "refused": {**_RETURN, "reasons": perhaps(["It has a password."]), "prefilled": OneOf((True, False))},
    "withdrawn": {"kept": perhaps(3)},
}
"""What a letter may say besides, by its name."""

INSIDE: Final[Mapping[str, Facts]] = {
    "engine": {
        **SENDER,
        "run": "quiet-otter",
        "why": "The disk is full.",
        "folder": "/srv/consultation",
        "page": perhaps("http://127.0.0.1:4200/runs/flow-run/1"),
    },
    "warning": {
        **SENDER,
        "process": "Consultation",
        "round": "Answers",
        "today": "Monday, 1 March 2027",
        "deadline": "Wednesday, 31 March 2027, 17:00",
        "deadline_day": "Wednesday, 31 March 2027",
        "days": OneOf((30, 1, -1, 0)),
        "asked": perhaps(16),
        "returned": perhaps(5),
        "pace": "5 of 16 have answered in 20 days.",
        "groups": perhaps(
            [
                {
                    "title": "Silence",
                    "more": perhaps(3),
                    "lines": ["Customs Administration: nothing for 14 days"],
                    "remedies": ["Telephone."],
                }
            ]
        ),
    },
}
"""All that a letter says which only those get who coordinate."""

ASKED_FOR: Final[Facts] = {
    "used": "Of your 3 answers, all were taken as you gave them.",
    "marked": {
        "right": perhaps(6),
        "of": perhaps(10),
        "needs": perhaps(70),
        "unanswered": OneOf((2, 1, 0)),
        "parts": perhaps([{"title": "Offences", "about": "Articles 5 and 6", "right": perhaps(2), "of": 3}]),
    },
}
"""What costs something: letters that a process has written (`write`) get it where they ask for it."""


def facts_of(letter: str, process: Process) -> Facts:
    """Return what a letter may say, as examples."""
    kind = kind_of(letter, process)
    if kind in INSIDE:
        return INSIDE[kind]
    actions = process.written.actions
    asking = {each.letter for each in process.rounds} | {a.letter for a in actions if a.perform == "remind"}
    return {**COMMON, **OWN.get(kind, {} if kind in asking else ASKED_FOR)}


def names_known(letter: str, process: Process) -> Known:
    """Return what a letter may say; `dates` by the id of each action of the process that has a time."""
    known: dict[str, Any] = names_of(facts_of(letter, process))
    dates = {each.id.replace("-", "_"): None for each in process.written.actions if each.when}
    return {**known, "dates": dates} if "dates" in known else known


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
