"""Make a questionnaire of what was written: follow-ups inherit, closing questions and titles are added."""

from collections.abc import Iterator, Mapping

from clusters.model import Article, Law, Obligation, Status
from questionnaires.model import Column, Condition, Item, Option, Questionnaire, Section
from questionnaires.written import Closing, Draft, Entry, WrittenItem, WrittenSection
from sources.translations import Texts


def build(draft: Draft, law: Law, texts: Texts, closing: Closing, endings: Texts) -> Questionnaire:
    """Return the questionnaire of a draft that has been checked; `texts` and `endings` hold all languages."""
    written, cell = draft.written, draft.cell
    return Questionnaire(
        id=written.questionnaire,
        instrument=cell.instrument,
        cluster=cell.cluster,
        version=written.version,
        status=written.status,
        source=written.source,
        title=draft.instrument.title,
        cluster_title=law.cluster(cell.cluster).title,
        verified=cell.status is Status.VERIFIED,
        sections=tuple(_section(draft, section, texts, closing, endings) for section in written.sections),
    )


def _section(
    draft: Draft, written: WrittenSection, texts: Texts, closing: Closing, endings: Texts
) -> Section:
    article = draft.articles[written.article]
    items: dict[str, Item] = {}
    for entry in draft.entries:
        if entry.article == article.number:
            items[entry.id] = _item(draft, article, entry, texts, items)
    topics = tuple(dict.fromkeys(topic for item in items.values() for topic in item.topics))
    items |= {item.id: item for item in _closings(draft, article, closing, endings, topics)}
    return Section(
        instrument=draft.cell.instrument,
        article=article.number,
        title=article.title,
        about=texts["sections", str(article.number)],
        items=tuple(items.values()),
    )


def _item(
    draft: Draft, article: Article, entry: Entry[WrittenItem], texts: Texts, earlier: Mapping[str, Item]
) -> Item:
    """A follow-up inherits obligation and topics; any other item takes its obligation from the law."""
    item, followed = entry.item, earlier.get(entry.item.under)
    inherited = followed.obligation if followed else _recorded(article, item.provision)
    return _make(
        draft,
        article,
        entry,
        texts,
        id=entry.id,
        under=item.under,
        enable_when=item.enable_when,
        obligation=item.obligation or inherited,
        topics=item.topics or (followed.topics if followed else ()),
    )


def _recorded(article: Article, provision: str) -> Obligation:
    return article.obligation_of(provision) if provision in article.labels else Obligation.INHERITED


def _closings(
    draft: Draft, article: Article, closing: Closing, texts: Texts, topics: tuple[str, ...]
) -> Iterator[Item]:
    """The closing questions of one article: what they name by suffix becomes ids of this article."""
    base = f"{draft.instrument.id}.{article.number}"
    for entry in closing.entries:
        conditions = tuple(
            condition.model_copy(update={"question": f"{base}.{condition.question}"})
            for condition in entry.item.enable_when
        )
        yield _make(
            draft,
            article,
            entry,
            texts,
            id=f"{base}.{entry.id}",
            under=f"{base}.{entry.item.under}" if entry.item.under else "",
            enable_when=conditions,
            obligation=Obligation.INHERITED,
            topics=topics,
        )


def _make(
    draft: Draft,
    article: Article,
    entry: Entry[WrittenItem],
    texts: Texts,
    *,
    id: str,  # the word of the model
    under: str,
    enable_when: tuple[Condition, ...],
    obligation: Obligation,
    topics: tuple[str, ...],
) -> Item:
    item, at = entry.item, ("items", entry.id)
    return Item.model_validate(
        {
            "id": id,
            "instrument": draft.cell.instrument,
            "article": article.number,
            "provision": item.provision,
            "obligation": obligation,
            "topics": topics,
            "type": item.type,
            "purpose": item.purpose,
            "text": texts[*at, "text"],
            "guidance": texts.get((*at, "guidance"), {}),
            "options": tuple(
                Option(value=value, label=texts[*at, "options", value]) for value in item.options
            ),
            "columns": tuple(Column(id=name, label=texts[*at, "columns", name]) for name in item.columns),
            "under": under,
            "enableWhen": tuple(Condition(**dict(condition)) for condition in enable_when),
            "enableBehavior": item.enable_behavior,
        }
    )
