"""A questionnaire against the law: the articles of its cell, their paragraphs, and what these demand."""

import re
from collections.abc import Iterator

from clusters.check import check_article
from clusters.model import Article, Obligation
from problems import Problem, nearest
from problems.definitions import (
    ArticleOutsideCell,
    DuplicateArticle,
    ItemIdElsewhere,
    ObligationDiffers,
    ProvisionNotAsked,
    SectionMissing,
    UnknownProvision,
)
from questionnaires.written import Draft, Entry, WrittenItem


def check_against_law(draft: Draft) -> Iterator[Problem]:
    yield from _check_sections(draft)
    for entry in draft.entries:
        article = draft.articles.get(entry.article)
        if article is not None:
            yield from _check_provision(draft, article, entry)
            yield from _check_obligation(article, entry)
    yield from _check_coverage(draft)


def _check_sections(draft: Draft) -> Iterator[Problem]:
    """Every article of the cell has one section, and no other article has one."""
    numbers = [section.article for section in draft.written.sections]
    for index, number in enumerate(numbers):
        steps = ("sections", index, "article")
        yield from check_article(draft.document, steps, draft.instrument, number, numbers)
        if number in numbers[:index]:
            yield DuplicateArticle(place=draft.document.place(steps), article=number)
        elif number in draft.articles and number not in draft.cell.articles:
            place = draft.document.place(steps)
            yield ArticleOutsideCell(place=place, article=number, articles=draft.cell.articles)
    for number in draft.cell.articles:
        if number not in numbers:
            yield SectionMissing(place=draft.document.place(("sections",)), article=number)


def _check_provision(draft: Draft, article: Article, entry: Entry[WrittenItem]) -> Iterator[Problem]:
    """The paragraph exists, and the id names it and no other."""
    provision = entry.item.provision
    if provision and provision not in article.labels:
        allowed = tuple(label.label for label in article.provisions)
        yield UnknownProvision(
            place=entry.place("provision"),
            item=entry.id,
            article=article.number,
            provision=provision,
            allowed=allowed,
            near=nearest(provision, allowed),
        )
        return
    base = f"{draft.instrument.id}.{article.number}"
    named = [label for label in article.labels if _names(entry.id, f"{base}.{path(label)}")]
    if not entry.id.startswith(f"{base}.") or max(named, key=len, default="") != provision:
        expected = f"{base}.{path(provision)}" if provision else base
        yield ItemIdElsewhere(place=entry.place("id"), item=entry.id, expected=expected)


def path(label: str) -> str:
    """Return a label as part of an id: `1(a)(ii)#b` → `1.a.ii.b`."""
    return ".".join(re.findall(r"\d+|[a-z]+", label))


def _names(item: str, prefix: str) -> bool:
    return item == prefix or item.startswith(f"{prefix}.")


def _check_obligation(article: Article, entry: Entry[WrittenItem]) -> Iterator[Problem]:
    """An item demands what its paragraph does, as far as that is recorded."""
    item = entry.item
    recorded = article.obligation_of(item.provision)
    if Obligation.INHERITED in (item.obligation, recorded):
        return
    if not article.allows(item.provision, item.obligation):
        yield ObligationDiffers(
            place=entry.place("obligation"),
            item=entry.id,
            provision=item.provision,
            obligation=item.obligation,
            expected=recorded,
        )


def _check_coverage(draft: Draft) -> Iterator[Problem]:
    """Every paragraph that no other continues is asked about, and so is an article without paragraphs."""
    for index, section in enumerate(draft.written.sections):
        article = draft.articles.get(section.article)
        asked = {item.provision for item in section.items}
        for label in article.leaves if article else ():
            if label not in asked:
                place = draft.document.place(("sections", index, "article"))
                yield ProvisionNotAsked(place=place, article=section.article, provision=label)
