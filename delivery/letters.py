"""Letters: Jinja templates filled with facts; the HTML is made from the plain text, so both say the same."""

import re
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final

from babel.lists import format_list
from jinja2 import StrictUndefined, Template, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from consultation.model import Consultation
from delivery.html import html
from languages import day, day_and_time, say
from problems import Place
from problems.letters import LetterFailed
from problems.stages import Refused
from questionnaires.model import Item, Questionnaire
from stakeholders.model import Attribution, Stakeholder

ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}

MINUTES_A_QUESTION = 4
"""How long a legal question takes somebody who knows the answer, with its law to cite: our estimate."""


ENVIRONMENT = SandboxedEnvironment(
    undefined=StrictUndefined,
    autoescape=False,  # plain text; the HTML is made from it by escaping
    keep_trailing_newline=True,
)
"""How templates of letters are read."""

MISTAKES: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a template may raise that somebody has written."""

_LACKING: Final = re.compile(r"has no attribute '(.+)'|has no element (.+)|'(.+)' is undefined")
_NOT_MANY: Final = re.compile(r"is not iterable|non-iterable|has no len\(\)")
"""What Jinja and Python say of a fact that is not there, and of one thing where there should be many."""


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Ask:
    """What is asked of one stakeholder, and how many main questions are answered so far."""

    stakeholder: Stakeholder
    items: tuple[Item, ...] = ()
    answered: int = 0


@dataclass(frozen=True)
class Templates:
    """Where letters are found: in folders with one of each language, of which the first goes first."""

    roots: tuple[Path, ...]

    def find(self, name: str, language: str) -> Path:
        """Return the template of a letter in a language, else in English; KeyError where there is none."""
        for tag in dict.fromkeys([language, "en"]):
            for root in self.roots:
                if (path := root / tag / f"{name}.j2").is_file():
                    return path
        raise KeyError(name)


def write_letter(
    template: Path,
    consultation: Consultation,
    questionnaires: Sequence[Questionnaire],
    ask: Ask,
    *,
    language: str,
    more: Mapping[str, object] | None = None,
) -> Letter:
    """Fill a template in `language` for one stakeholder; `more` are facts that only some letters need."""
    facts = {**body_facts(consultation, questionnaires, ask, language), **(more or {})}
    return fill(template, facts, language)


def fill(template: Path, facts: Mapping[str, object], language: str) -> Letter:
    """Fill a template with facts; its first line is the subject. Raises Refused for one that is wrong."""
    try:
        rendered = _compiled(template.read_text(encoding="utf-8-sig")).render(**facts)
    except MISTAKES as error:
        place = Place("/".join(template.parts[-3:]), line=_line_of(error), column=1 if _line_of(error) else 0)
        why, what = _reason(error)
        raise Refused(LetterFailed(place=place, why=why, what=what)) from error
    head, _, body = rendered.partition("\n\n")
    subject = one_line(head.removeprefix("Subject:"))
    text = re.sub("\n{3,}", "\n\n", body).strip() + "\n"  # what is left out leaves no gap
    return Letter(subject, text, html(subject, text, language))


def _reason(error: Exception) -> tuple[str, str]:
    """Return why a letter could not be written: a word of ours with what it is about, or what Python says."""
    match error:
        case ZeroDivisionError():
            return "division", ""
        case UndefinedError() if named := _LACKING.search(str(error)):
            return "missing", one_line(next(filter(None, named.groups())))
        case SecurityError():
            return "forbidden", ""
        case OverflowError() | MemoryError():
            return "too-much", ""
        case TypeError() if _NOT_MANY.search(str(error)):
            return "not-many", ""
    return "other", one_line(str(error)) or type(error).__name__


def _line_of(error: Exception) -> int:
    """Return the line of a template at which something went wrong; 0 where Jinja does not know it."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno or 0 for frame in frames if frame.filename in {"<template>", "<unknown>"}]
    return getattr(error, "lineno", None) or next(reversed(lines), 0)


@lru_cache(maxsize=64)
def _compiled(template: str) -> Template:
    return ENVIRONMENT.from_string(template)


def one_line(text: str) -> str:
    """Return the text without line breaks and control characters: fit for a header."""
    plain = "".join(letter if letter.isprintable() or letter == "\u00a0" else " " for letter in text)
    return re.sub(" +", " ", plain).strip()  # a space that does not break stays one


def addressed(stakeholder: Stakeholder, language: str) -> Stakeholder:
    """Return a stakeholder as letters and workbooks call it: one that must not be named has no name there."""
    if stakeholder.attribution is not Attribution.ANONYMOUS:
        return stakeholder
    hidden = say(language, "delivery", "your-organization")
    return stakeholder.model_copy(update={"name": hidden, "contact": ""})


def body_facts(
    consultation: Consultation, questionnaires: Sequence[Questionnaire], ask: Ask, language: str
) -> dict[str, object]:
    """Return what every letter to a body may say of it and of what it is asked."""
    body, deadline = addressed(ask.stakeholder, language), consultation.deadline_at
    main = sum(item.main for item in ask.items)

    def words(message: str, **parameters: object) -> str:
        return say(language, "delivery", message, **parameters)

    return {
        **sender_facts(consultation, language),
        "subject": subject_matter(questionnaires, language),
        "stakeholder": one_line(body.name),
        "salutation": _salutation(body, language),
        "items": len(ask.items),
        "main": main,
        "answered": ask.answered,
        "counted_main": words("counted-form" if _forms(questionnaires) else "counted-main", count=main),
        "counted_open": words("counted-open", count=main - ask.answered),
        "remaining": words("remaining", count=main - ask.answered),
        "articles": _articles(ask.items, questionnaires, language),
        "effort": effort(ask.items, language),
        "deadline": day_and_time(language, deadline),
        "deadline_day": day(language, deadline.date()),
        "disclosure": words(f"disclosure-{body.attribution.value}"),
        "not_our_remit": say(language, "answers", "not-our-remit"),
        "not_known": say(language, "answers", "not-known"),
        "comment_column": say(language, "workbook", "column-comment"),
    }


def _forms(questionnaires: Sequence[Questionnaire]) -> bool:
    """Say whether all that is asked are forms: their questions are not told apart in letters."""
    return bool(questionnaires) and all(each.is_form for each in questionnaires)


def sender_facts(consultation: Consultation, language: str) -> dict[str, object]:
    """Return what every letter may say: who writes, for which State."""
    person = consultation.focal_point
    return {
        "state": one_line(consultation.state_name(language)),
        "focal_point": one_line(person.name),
        "office": one_line(person.office),
        "email": person.email,
        "telephone": one_line(person.telephone),
    }


def _salutation(body: Stakeholder, language: str) -> str:
    if body.contact:
        return say(language, "delivery", "salutation-contact", contact=one_line(body.contact))
    hidden = body.attribution is Attribution.ANONYMOUS
    message = "salutation-hidden" if hidden else "salutation-body"
    return say(language, "delivery", message, stakeholder=one_line(body.name))


def subject_matter(questionnaires: Sequence[Questionnaire], language: str) -> str:
    """Name what the consultation is about: each instrument with its clusters."""
    parts = [each.title.get(language, each.title["en"]) for each in questionnaires if each.is_form]
    questionnaires = [each for each in questionnaires if not each.is_form]
    for title, group in groupby(questionnaires, lambda each: each.title.get(language, each.title["en"])):
        clusters = ", ".join(
            f"{ROMAN[each.cluster]} ({each.cluster_title.get(language, each.cluster_title['en'])})"
            for each in group
        )
        parts.append(say(language, "delivery", "subject", instrument=title, clusters=clusters))
    return "; ".join(parts)


def effort(items: Sequence[Item], language: str) -> str:
    """Estimate honestly how long the items take; follow-ups and closing questions count a third."""
    weight = sum(1.0 if item.main else 1 / 3 for item in items)
    minutes = max(10, round(weight * MINUTES_A_QUESTION / 10) * 10)
    if minutes < 60:  # noqa: PLR2004  # an hour
        return say(language, "delivery", "effort-minutes", minutes=minutes)
    return say(language, "delivery", "effort-hours", hours=round(minutes / 60))


def _articles(items: Sequence[Item], questionnaires: Sequence[Questionnaire], language: str) -> str:
    """List the articles asked about: numbers where there are many, with titles where there are few."""
    keys = dict.fromkeys(item.article_key for item in items)
    titles = {
        f"{section.instrument}.{section.article}": section.title.get(language, section.title["en"])
        for questionnaire in questionnaires
        for section in questionnaire.sections
    }
    few = len(keys) <= 3  # noqa: PLR2004  # longer lists of titles are not read
    named = [f"{key.split('.')[1]} ({titles[key]})" if few else key.split(".")[1] for key in keys]
    return say(
        language, "delivery", "articles", count=len(named), articles=format_list(named, locale=language)
    )
