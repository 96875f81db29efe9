"""Words about changes that letters, documents and the terminal share."""

from collections.abc import Iterable, Sequence

from babel.lists import format_list

from languages import say
from questionnaires.model import Item, Questionnaire
from stakeholders.model import Attribution, Stakeholder

_ARROW = "→ "


def remark_or_plain(remark: str, language: str) -> str:
    """Return what stands at a question to be corrected: the remark, else that it is to be looked at."""
    return remark or say(language, "changes", "look-again")


def about(items: Iterable[Item], questionnaires: Sequence[Questionnaire], language: str) -> str:
    """Say how many questions of which articles, or parts of a form, these are."""
    found = list(items)
    titles = {
        f"{section.instrument}.{section.article}": section.title.get(language, section.title["en"])
        for each in questionnaires
        if each.is_form
        for section in each.sections
    }
    keys = list(dict.fromkeys(item.article_key for item in found))
    parts = [titles[key] for key in keys if key in titles]
    articles = [key.rpartition(".")[2] for key in keys if key not in titles]
    said = []
    if articles:
        listed = format_list(articles, locale=language)
        said.append(say(language, "changes", "of-articles", count=len(articles), articles=listed))
    if parts:
        said.append(say(language, "changes", "of-parts", parts=format_list(parts, locale=language)))
    return say(language, "changes", "questions", count=len(found), where=" · ".join(said))


def may_be_named(body: Stakeholder) -> bool:
    """Say whether others who are consulted may learn that this body takes part."""
    return body.attribution is Attribution.NAMED and not body.at_risk


def may_be_passed_on(body: Stakeholder) -> bool:
    """Say whether what a body has answered may be shown to another one."""
    return body.attribution is not Attribution.ANONYMOUS and not body.at_risk


def detail(whom: str, why: str) -> str:
    """Put who is to answer instead, and why, into one line of the record."""
    return ": ".join(filter(None, [_ARROW + whom if whom else "", " ".join(why.split())]))


def read_detail(text: str) -> tuple[str, str]:
    """Return who is to answer instead, and why."""
    if not text.startswith(_ARROW):
        return "", text
    whom, _, why = text.removeprefix(_ARROW).partition(": ")
    return whom, why
