"""A small consultation to record: two articles, five items, three stakeholders."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from questionnaires.model import AnswerType, Column, Item, Option, Questionnaire, Section
from responses.model import Answer, Provenance, Response, Value
from stakeholders.model import Assignment, Attribution, Invitation, Kind, Stakeholder
from store.connection import Store
from store.record import record_file, record_invitation, record_key, record_launch, record_return

AT = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)
"""When everything begins."""

WHO: dict[str, Any] = {"at": AT, "actor": "focal-point"}


def later(hours: int) -> dict[str, Any]:
    return {**WHO, "at": AT + timedelta(hours=hours)}


def _item(key: str, article: int, kind: AnswerType, **more: Any) -> Item:
    return Item(
        id=key, instrument="untoc", article=article, type=kind, text={"en": key, "fr": f"« {key} »"}, **more
    )


OPTION = Option(value="criminal", label={"en": "Criminal"})
COLUMN = Column(id="name", label={"en": "Name"})
ITEMS = (
    _item("untoc.5.1", 5, AnswerType.SCALE),
    _item("untoc.5.2", 5, AnswerType.TEXT),
    _item("untoc.5.3", 5, AnswerType.CHOICES, options=(OPTION,)),
    _item("untoc.6.1", 6, AnswerType.NUMBER),
    _item("untoc.6.2", 6, AnswerType.ROWS, columns=(COLUMN,), under="untoc.6.1"),
)
QUESTIONNAIRE = Questionnaire(
    id="untoc.1",
    instrument="untoc",
    cluster=1,
    version="1",
    status="draft",
    source="test",
    title={"en": "Convention"},
    cluster_title={"en": "Criminalization"},
    verified=True,
    sections=tuple(
        Section(
            instrument="untoc",
            article=article,
            title={"en": f"Article {article}", "fr": f"L’article {article}"},
            about={"en": "About."},
            items=tuple(item for item in ITEMS if item.article == article),
        )
        for article in (5, 6)
    ),
)
STAKEHOLDERS = (
    Stakeholder(
        id="justice",
        name="Ministère de la Justice",
        kind=Kind.AUTHORITY,
        mandates=("untoc.5", "untoc.6"),
        languages=("fr", "en"),
        contact="Mme A.",
        email="a@justice.example",
        telephone="+223 1",
        attribution=Attribution.NAMED,
    ),
    Stakeholder(
        id="shelter",
        name="شبكة الملاجئ",
        kind=Kind.NGO,
        sector="victims",
        mandates=("untoc.5",),
        languages=("en",),
        at_risk=True,
        attribution=Attribution.ANONYMOUS,
    ),
    Stakeholder(id="university", name="University", kind=Kind.ACADEMIA, mandates=("untoc.6",)),
)
ASSIGNMENTS = tuple(
    Assignment(stakeholder=body.id, item=item.id, reason="mandate", detail=item.article_key)
    for body in STAKEHOLDERS
    for item in ITEMS
    if item.article_key in body.mandates
)
INVITATIONS = tuple(
    Invitation(id=f"{number:010x}", stakeholder=body.id, language=body.languages[0], key="k1")
    for number, body in enumerate(STAKEHOLDERS)
)


def launched(store: Store) -> Store:
    """Record the launch, the key and the invitations."""
    with store.transaction():
        record_launch(
            store,
            questionnaires=(QUESTIONNAIRE,),
            stakeholders=STAKEHOLDERS,
            assignments=ASSIGNMENTS,
            deadline=datetime(2027, 3, 31, 17, tzinfo=UTC),
            settings_digest="5e77",
            **WHO,
        )
        record_key(store, "k1", b"\x00secret\xff", **WHO)
        for invitation in INVITATIONS:
            record_invitation(
                store, invitation, workbook_sha256=digest(invitation.id), items=["untoc.5.1"], **WHO
            )
    return store


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def response(key: str, stakeholder: str, values: Mapping[str, Value], **said: Any) -> Response:
    """Return a response of `stakeholder`; `said` are further fields of each of its answers."""
    invitation = next(each for each in INVITATIONS if each.stakeholder == stakeholder)
    body = Response(key, invitation.id, stakeholder, digest(key), invitation.language, AT, ())
    answers = tuple(
        Answer(
            item=item,
            provenance=Provenance(
                stakeholder=stakeholder,
                response=key,
                sha256=body.sha256,
                sheet="Questions",
                cell=f"D{row}",
                received_at=AT,
                language=body.language,
                question="0123456789abcdef",
            ),
            value=value,
            **said,
        )
        for row, (item, value) in enumerate(values.items(), 7)
    )
    return Response(key, invitation.id, stakeholder, body.sha256, body.language, AT, answers)


def take(store: Store, whole: Response, **more: Any) -> int:
    """Record a response's file and the response."""
    record_file(store, sha256=whole.sha256, name=f"{whole.id}.xlsx", size=1, **WHO)
    said = {"verdict": "accepted", "problems": [], **WHO, **more}
    return record_return(store, whole, sha256=whole.sha256, **said)
