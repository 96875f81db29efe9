"""The tables, one class each, ending in Row. Rows are only ever added: triggers refuse UPDATE and DELETE.

`seq` in every table is the audit entry that the row came with: it says when and by whom, and it is the
identity of everything recorded one at a time (a file, a verdict, a response). Stakeholders, articles and
items have small integer ids in the order of the launch, so that 36,000 answers stay narrow. Instants are UTC
in ISO form as text, the same on SQLite and PostgreSQL, and so are structured values, as JSON.
"""

from functools import cache
from typing import Annotated, Any

from pydantic import ConfigDict, StringConstraints, TypeAdapter, create_model
from sqlalchemy import Index, MetaData, Table, UniqueConstraint, text
from sqlmodel import Field, SQLModel

Text = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
"""Any text that both databases carry unaltered: no NUL, and (pydantic sees to it) no lone surrogate."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class _Rows(SQLModel):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def _own_seq() -> Any:
    """Make a row's primary key out of its audit entry: one row per entry."""
    return Field(primary_key=True, foreign_key="audit.seq", sa_column_kwargs={"autoincrement": False})


def _seq() -> Any:
    return Field(foreign_key="audit.seq")


def _number() -> Any:
    """Make a primary key that the launch hands out, so that it means the order of the launch."""
    return Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


def _some(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """Index only the rows `where` something holds."""
    return Index(name, *columns, unique=unique, sqlite_where=text(where), postgresql_where=text(where))


class AuditRow(_Rows, table=True):
    """One entry of the chain: `digest` covers the previous entry's digest and everything here."""

    __tablename__ = "audit"
    seq: int = _number()
    at: Text
    actor: Text
    event: Text
    subject: Text
    payload: Digest
    digest: Digest = Field(unique=True)


class LaunchRow(_Rows, table=True):
    __tablename__ = "launch"
    seq: int = _own_seq()
    deadline: Text
    settings: Text


class QuestionnaireRow(_Rows, table=True):
    """A questionnaire as it was at the launch, whole, as JSON."""

    __tablename__ = "questionnaire"
    key: Text = Field(primary_key=True)
    seq: int = _seq()
    digest: Digest
    content: Text


class RoundRow(_Rows, table=True):
    """A round of the process that has been opened: from then on its questionnaires are asked."""

    __tablename__ = "round"
    key: Text = Field(primary_key=True)
    seq: int = _seq()
    deadline: Text


class ArticleRow(_Rows, table=True):
    """An article, or a part of a form."""

    __tablename__ = "article"
    id: int = _number()
    seq: int = _seq()
    key: Text = Field(unique=True)
    title: Text  # JSON: words by language


class ItemRow(_Rows, table=True):
    __tablename__ = "item"
    id: int = _number()
    seq: int = _seq()
    key: Text = Field(unique=True)
    article_id: int = Field(foreign_key="article.id")
    questionnaire: Text = Field(foreign_key="questionnaire.key")
    round: Text = Field(foreign_key="round.key")
    type: Text
    main: bool  # counts towards what a body owes


class StakeholderRow(_Rows, table=True):
    """What routing needs to know about a stakeholder; who it is stands in `identity`, apart."""

    __tablename__ = "stakeholder"
    id: int = _number()
    seq: int = _seq()
    key: Text = Field(unique=True)
    kind: Text
    sector: Text
    mandates: Text  # JSON
    languages: Text  # JSON, in order of preference
    at_risk: bool
    attribution: Text
    profile: Text  # JSON: regions, topics, trainings and the like, for audiences


class IdentityRow(_Rows, table=True):
    """Names and contacts: nothing else in the database says them."""

    __tablename__ = "identity"
    stakeholder_id: int = Field(
        primary_key=True, foreign_key="stakeholder.id", sa_column_kwargs={"autoincrement": False}
    )
    seq: int = _seq()
    name: Text
    contact: Text
    email: Text
    telephone: Text


class AssignmentRow(_Rows, table=True):
    """An item asked of a stakeholder; it stands until a relief with a later entry takes it away."""

    __tablename__ = "assignment"
    stakeholder_id: int = Field(primary_key=True, foreign_key="stakeholder.id")
    item_id: int = Field(primary_key=True, foreign_key="item.id")
    seq: int = Field(primary_key=True, foreign_key="audit.seq")
    reason: Text
    detail: Text


class ReliefRow(_Rows, table=True):
    """An item no longer asked of a stakeholder: declined, passed on, or one of the two withdrawn."""

    __tablename__ = "relief"
    stakeholder_id: int = Field(primary_key=True, foreign_key="stakeholder.id")
    item_id: int = Field(primary_key=True, foreign_key="item.id")
    seq: int = Field(primary_key=True, foreign_key="audit.seq")
    kind: Text
    detail: Text


class ReopeningRow(_Rows, table=True):
    """A correction requested: the answer given before is owed again; `remark` says why."""

    __tablename__ = "reopening"
    stakeholder_id: int = Field(primary_key=True, foreign_key="stakeholder.id")
    item_id: int = Field(primary_key=True, foreign_key="item.id")
    seq: int = Field(primary_key=True, foreign_key="audit.seq")
    remark: Text


class WithdrawalRow(_Rows, table=True):
    """A stakeholder that takes no part any more."""

    __tablename__ = "withdrawal"
    stakeholder_id: int = Field(
        primary_key=True, foreign_key="stakeholder.id", sa_column_kwargs={"autoincrement": False}
    )
    seq: int = _seq()
    reason: Text


class ExtensionRow(_Rows, table=True):
    """Another deadline of a round: for one stakeholder, or, without one, for all."""

    __tablename__ = "extension"
    seq: int = _own_seq()
    round: Text = Field(foreign_key="round.key")
    stakeholder_id: int | None = Field(foreign_key="stakeholder.id")
    deadline: Text
    reason: Text


class ConsentRow(_Rows, table=True):
    """How a stakeholder says that it may appear; the latest counts."""

    __tablename__ = "consent"
    seq: int = _own_seq()
    stakeholder_id: int = Field(foreign_key="stakeholder.id", index=True)
    attribution: Text
    words: Text


class ContactRow(_Rows, table=True):
    """Whom letters to a stakeholder go to now; the latest counts."""

    __tablename__ = "contact"
    seq: int = _own_seq()
    stakeholder_id: int = Field(foreign_key="stakeholder.id", index=True)
    contact: Text
    email: Text
    telephone: Text


class FocalPointRow(_Rows, table=True):
    """Who has taken over as the State's focal point."""

    __tablename__ = "focal_point"
    seq: int = _own_seq()
    name: Text
    office: Text
    email: Text
    telephone: Text


class SigningKeyRow(_Rows, table=True):
    __tablename__ = "signing_key"
    key: Text = Field(primary_key=True)
    seq: int = _seq()
    secret: Text  # hexadecimal


class InvitationRow(_Rows, table=True):
    __tablename__ = "invitation"
    key: Text = Field(primary_key=True)
    seq: int = _seq()
    stakeholder_id: int = Field(foreign_key="stakeholder.id", index=True)
    round: Text = Field(foreign_key="round.key")
    language: Text
    signed_by: Text = Field(foreign_key="signing_key.key")
    workbook: Digest
    items: Text  # JSON


class LetterRow(_Rows, table=True):
    __tablename__ = "letter"
    key: Text = Field(primary_key=True)
    seq: int = _seq()
    stakeholder_id: int = Field(foreign_key="stakeholder.id", index=True)
    kind: Text
    path: Text


class DeliveryRow(_Rows, table=True):
    """What became of a letter at the mail server: sent, failed or unknown."""

    __tablename__ = "delivery"
    seq: int = _own_seq()
    letter: Text = Field(foreign_key="letter.key", index=True)
    outcome: Text
    detail: Text


class FileRow(_Rows, table=True):
    __tablename__ = "file"
    seq: int = _own_seq()
    sha256: Digest = Field(unique=True)
    name: Text
    size: int


class SightingRow(_Rows, table=True):
    """A file that came again, under whichever name."""

    __tablename__ = "sighting"
    seq: int = _own_seq()
    file_seq: int = Field(foreign_key="file.seq", index=True)
    name: Text


class PartRow(_Rows, table=True):
    """A file that came inside another one: attached to a mail, or packed in a zip file."""

    __tablename__ = "part"
    __table_args__ = (UniqueConstraint("within", "file_seq", "name"),)
    seq: int = Field(primary_key=True, foreign_key="audit.seq")
    file_seq: int = Field(primary_key=True, foreign_key="file.seq")
    within: int = Field(foreign_key="file.seq")
    name: Text


class MailRow(_Rows, table=True):
    """What a mail that came says of itself; `invitation` is the one that its own marks name, if any."""

    __tablename__ = "mail"
    seq: int = _own_seq()
    file_seq: int = Field(foreign_key="file.seq", unique=True)
    sender: Text
    invitation: Text


class FetchedRow(_Rows, table=True):
    """A message taken over from a mailbox (RFC 9051: a UID is good only under its UIDVALIDITY)."""

    __tablename__ = "fetched"
    __table_args__ = (UniqueConstraint("mailbox", "uidvalidity", "uid"),)
    seq: int = _own_seq()
    mailbox: Text
    uidvalidity: Text
    uid: Text
    sha256: Digest


class ClaimRow(_Rows, table=True):
    """Whose a file is, as a person said; `sheets` of it where it holds more than one return."""

    __tablename__ = "claim"
    seq: int = _own_seq()
    file_seq: int = Field(foreign_key="file.seq", index=True)
    invitation: Text = Field(foreign_key="invitation.key")
    sheets: Text  # JSON; empty for the whole file
    why: Text


class SendingRow(_Rows, table=True):
    """An attempt to send a letter that is about to be made; without a delivery after it, nobody knows."""

    __tablename__ = "sending"
    __table_args__ = (UniqueConstraint("letter", "attempt"),)
    seq: int = _own_seq()
    letter: Text = Field(foreign_key="letter.key")
    attempt: int


class VerdictRow(_Rows, table=True):
    """The verdict on a file; the latest counts, which is another only where a person said whose it is."""

    __tablename__ = "verdict"
    seq: int = _own_seq()
    file_seq: int = Field(foreign_key="file.seq", index=True)
    invitation: Text  # under which it came, as its code or its mail says; empty where nothing does
    verdict: Text
    errors: int  # problems that go back to the sender as questions
    problems: Text  # JSON


class ResponseRow(_Rows, table=True):
    """One return of one stakeholder; `kept` earlier answers stand beside it, `replaced` ones do not."""

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("stakeholder_id", "round", "version"),
        UniqueConstraint("file_seq", "invitation"),
    )
    seq: int = _own_seq()
    key: Text = Field(unique=True)
    invitation: Text = Field(foreign_key="invitation.key", index=True)
    stakeholder_id: int = Field(foreign_key="stakeholder.id")
    round: Text = Field(foreign_key="round.key")
    file_seq: int = Field(foreign_key="file.seq")
    language: Text
    received_at: Text
    version: int
    status: Text
    kept: int
    replaced: int


class AnswerRow(_Rows, table=True):
    """What a response says on an item; `replaces` is the `seq` of the stakeholder's earlier answer to it.

    An answer stands unless another one replaces it, and it can be replaced once only: so the latest answers
    and their number are found without looking for the greatest version. `choice` is the value as it is
    compared where only one value can be right, for counting contradictions from an index.
    """

    __tablename__ = "answer"
    __table_args__ = (
        Index("ix_answer_by_stakeholder", "stakeholder_id", "item_id", "replaces", "seq"),
        _some("ix_answer_by_item", "item_id", "choice", "seq", where="choice IS NOT NULL"),
        _some("ix_answer_replaced", "replaces", "item_id", where="replaces IS NOT NULL", unique=True),
    )
    seq: int = Field(primary_key=True, foreign_key="response.seq")
    item_id: int = Field(primary_key=True, foreign_key="item.id")
    stakeholder_id: int = Field(foreign_key="stakeholder.id")
    replaces: int | None
    choice: Text | None
    value: Text | None  # JSON
    absent: Text | None
    details: Text
    citations: Text  # JSON
    comment: Text
    sheet: Text
    cell: Text
    question: Text


class DecisionRow(_Rows, table=True):
    __tablename__ = "decision"
    seq: int = Field(primary_key=True, foreign_key="audit.seq")
    item_id: int = Field(primary_key=True, foreign_key="item.id")
    fingerprint: Text
    value: Text | None  # JSON
    details: Text
    reason: Text
    decided_by: Text
    decided_at: Text


class OutcomeRow(_Rows, table=True):
    """What a person chose for a subject on a choice sheet, or a mark that was given; the latest counts."""

    __tablename__ = "outcome"
    seq: int = Field(primary_key=True, foreign_key="audit.seq")
    subject: Text = Field(primary_key=True)
    sheet: Text
    outcome: Text
    reason: Text
    decided_by: Text


class HeldRow(_Rows, table=True):
    """Something that people did, such as a meeting: the day, a note, and who was there."""

    __tablename__ = "held"
    key: Text = Field(primary_key=True)
    seq: int = _seq()
    day: Text
    note: Text
    attended: Text  # JSON: ids of stakeholders


class ClearanceRow(_Rows, table=True):
    __tablename__ = "clearance"
    seq: int = _own_seq()
    digest: Text
    paths: Text  # JSON


class ActionRow(_Rows, table=True):
    """An action of the process that has been performed."""

    __tablename__ = "action"
    key: Text = Field(primary_key=True)
    seq: int = _seq()


metadata = _Rows.metadata

ROWS: tuple[type[SQLModel], ...] = (
    LaunchRow,
    QuestionnaireRow,
    RoundRow,
    ArticleRow,
    ItemRow,
    StakeholderRow,
    IdentityRow,
    AssignmentRow,
    ReliefRow,
    ReopeningRow,
    WithdrawalRow,
    ExtensionRow,
    ConsentRow,
    ContactRow,
    FocalPointRow,
    SigningKeyRow,
    InvitationRow,
    LetterRow,
    DeliveryRow,
    FileRow,
    SightingRow,
    PartRow,
    MailRow,
    FetchedRow,
    ClaimRow,
    SendingRow,
    VerdictRow,
    ResponseRow,
    AnswerRow,
    DecisionRow,
    OutcomeRow,
    HeldRow,
    ClearanceRow,
    ActionRow,
)
"""Every table but the audit chain itself, in an order that satisfies their references."""


def table(row: type[SQLModel]) -> Table:
    found: Table = metadata.tables[str(row.__tablename__)]
    return found


@cache
def _validator(row: type[SQLModel]) -> TypeAdapter[list[Any]]:
    """Make the row class's rules into a validator of many rows (a table class itself checks nothing)."""
    fields: dict[str, Any] = {
        name: (field.rebuild_annotation(), ...) for name, field in row.model_fields.items()
    }
    shape: Any = create_model(row.__name__, __config__=ConfigDict(extra="forbid", strict=True), **fields)
    return TypeAdapter(list[shape])


def validate(row: type[SQLModel], values: list[dict[str, Any]]) -> None:
    """Check the columns of many rows; raises ValidationError for what a caller must not hand over."""
    _validator(row).validate_python(values)
