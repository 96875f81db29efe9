"""Facts of a document on what was asked and said: every question with its answers, as they may be shown."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from clusters.load import load_law
from exports.attribution import Label
from exports.ground import Ground, Voices, contributes
from exports.narratives import Printer
from exports.numbering import article_label
from exports.texts import folded, printable
from exports.unnamed import tellable
from questionnaires.load import load_questionnaire, shipped
from questionnaires.model import AnswerType, Item, Questionnaire, Section, of_form
from responses.gather import texts_of
from responses.model import Absence, AgreedAnswer, Answer, Statement
from responses.reconcile import usable
from responses.wording import absence_text, citation_text, option_text, value_text, words

TYPED = frozenset({AnswerType.LINE, AnswerType.NUMBER, AnswerType.DATE, AnswerType.ROWS})
"""Types whose values nobody chose from a list: each is a statement of its own."""


def item_facts(ground: Ground, item: Item) -> dict[str, Any]:
    """Return a question with how many answered it, what they chose and what they wrote.

    One or two who may not be named are not counted: otherwise subtraction would tell what they said.
    """
    voices, language = ground.voices(item.id), ground.language
    printer = Printer(voices, item, "")
    spoke = dict.fromkeys(answer.provenance.stakeholder for answer in voices.answers if _tells(answer))
    named = {body for body in spoke if _named(voices, body)}
    counted = set(spoke) if tellable(len(spoke) - len(named)) else named
    statements = _statements(voices, item, printer)
    withheld = len(printer.withheld)
    return {
        "id": item.id,
        "text": printable(words(item.text, language)),
        "type": str(item.type),
        "answered": len(counted),
        "uncounted": counted != set(spoke),
        "reply": _reply(ground, item, printer),
        "options": [_option(voices, item, value, counted) for value in item.values],
        "statements": statements,
        "withheld": withheld,
        "concerns": concerned(item.concerns.get("", ()), language),
    }


def article_facts(ground: Ground, section: Section) -> dict[str, Any]:
    """Return an article with how many of its questions were asked, answered, agreed, and are open."""
    ids = [item.id for item in section.items]
    settled = [name for name in ids if name in ground.agreed and _says(ground.agreed[name])]
    differing = sum(name in ground.divergences for name in ids)
    return {
        "id": f"{section.instrument}.{section.article}",
        "label": article_label(ground.language, section.article),
        "title": words(section.title, ground.language),
        "items": len(ids),
        "asked": sum(bool(ground.asked.get(name)) for name in ids),
        "answered": len(settled) + differing,
        "agreed": len(settled),
        "open": differing,
    }


def parts_of(questionnaires: tuple[Questionnaire, ...], items: Mapping[str, Any], language: str) -> list[Any]:
    """Return the parts of forms, or the articles, each with its questions."""
    return [
        {
            "id": f"{section.instrument}.{section.article}",
            "title": words(section.title, language),
            "about": words(section.about, language),
            "items": [items[item.id] for item in section.items],
        }
        for each in questionnaires
        for section in each.sections
    ]


def concerned(provisions: tuple[str, ...], language: str) -> list[dict[str, Any]]:
    """Return the articles that something concerns, with the questions on each where a questionnaire ships."""
    return [_article(name, language) for name in provisions]


@cache
def _article(name: str, language: str) -> dict[str, Any]:
    instrument, number, label = (*name.split(".", 2), "")[:3]
    article = load_law().instrument(instrument).article(int(number))
    return {
        "id": name,
        "label": article_label(language, article.number) + (f" ({label})" if label else ""),
        "title": words(article.title, language),
        "instrument": words(load_law().instrument(instrument).short, language),
        "items": [
            {"id": item.id, "text": words(item.text, language)}
            for item in _items_on(instrument, article.number)
            if item.main and (not label or item.provision.startswith(label))
        ],
    }


@cache
def _items_on(instrument: str, article: int) -> tuple[Item, ...]:
    return tuple(
        item
        for each in map(load_questionnaire, shipped())
        if each.instrument == instrument
        for item in each.items
        if item.article == article
    )


def _tells(answer: Answer) -> bool:
    """Say whether an answer says something that may be used."""
    return contributes(answer) and answer.absent is not Absence.CANNOT_DISCLOSE


def _says(agreed: AgreedAnswer) -> bool:
    return agreed.value is not None or bool(agreed.statements or agreed.citations)


def _option(voices: Voices, item: Item, value: str, counted: set[str]) -> dict[str, Any]:
    language = voices.ground.language
    chose = {answer.provenance.stakeholder for answer in voices.answers if value in _chosen(answer)}
    return {
        "value": value,
        "label": printable(option_text(item, value, language)),
        "count": len(chose & counted),
        "bodies": sorted((voices.outside_name(body) for body in chose if _named(voices, body)), key=folded),
        "concerns": concerned(item.concerns.get(value, ()), language),
    }


def _chosen(answer: Answer) -> tuple[object, ...]:
    value = usable(answer)
    return value if isinstance(value, tuple) else (value,)


def _named(voices: Voices, body: str) -> bool:
    return body in voices.credits and voices.credits[body].label is Label.NAME


def _statements(voices: Voices, item: Item, printer: Printer) -> list[dict[str, Any]]:
    """Return every text that may be printed, and under whom; `absent` where it explains an absence."""
    language = voices.ground.language
    told = [
        Statement(text, answer)
        for answer in voices.answers
        if answer.absent is not Absence.CANNOT_DISCLOSE
        for text in _texts(item, answer, language)
    ]
    absences: dict[str, set[Absence | None]] = {}
    for each in told:
        absences.setdefault(printable(each.text), set()).add(each.answer.absent)
    return [
        {"who": each.credit, "text": each.text, "absent": _absence(absences[each.text], language)}
        for each in printer.narratives(told)
    ]


def _absence(found: set[Absence | None], language: str) -> str:
    only = next(iter(found)) if len(found) == 1 else None
    return absence_text(only, language) if only else ""


def _texts(item: Item, answer: Answer, language: str) -> list[str]:
    own = [value_text(item, answer.value, language)] if item.type in TYPED else []
    laws = map(citation_text, answer.citations) if item.type is AnswerType.CITATION else ()
    return [text for text in (*own, *laws, *texts_of(item, answer)) if text.strip()]


def _reply(ground: Ground, item: Item, printer: Printer) -> str:
    """Return the State's own reply to a question of a treaty, where it is settled and may be shown."""
    agreed = ground.agreed.get(item.id)
    if of_form(item.instrument) or agreed is None or agreed.value is None:
        return ""
    return printer.value(agreed.value, agreed.sources)
