"""The first version: everything, append-only, with the latest answers as a view."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    "audit",
    "action",
    "article",
    "clearance",
    "file",
    "launch",
    "questionnaire",
    "round",
    "signing_key",
    "stakeholder",
    "identity",
    "invitation",
    "focal_point",
    "held",
    "outcome",
    "withdrawal",
    "consent",
    "contact",
    "extension",
    "item",
    "letter",
    "sighting",
    "part",
    "mail",
    "fetched",
    "claim",
    "sending",
    "verdict",
    "assignment",
    "relief",
    "reopening",
    "decision",
    "delivery",
    "response",
    "answer",
)


def upgrade() -> None:
    _create_tables()
    _create_views()
    if op.get_bind().dialect.name == "sqlite":
        _forbid_changes_sqlite()
    else:
        _forbid_changes_postgres()


def _create_tables() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("payload", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
        sa.UniqueConstraint("digest", name="uq_audit_digest"),
    )
    op.create_table(
        "action",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_action_seq"),
        sa.PrimaryKeyConstraint("key", name="pk_action"),
    )
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_article_seq"),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.UniqueConstraint("key", name="uq_article_key"),
    )
    op.create_table(
        "clearance",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("paths", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_clearance_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_clearance"),
    )
    op.create_table(
        "file",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_file_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_file"),
        sa.UniqueConstraint("sha256", name="uq_file_sha256"),
    )
    op.create_table(
        "launch",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("deadline", sa.String(), nullable=False),
        sa.Column("settings", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_launch_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_launch"),
    )
    op.create_table(
        "questionnaire",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_questionnaire_seq"),
        sa.PrimaryKeyConstraint("key", name="pk_questionnaire"),
    )
    op.create_table(
        "round",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("deadline", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_round_seq"),
        sa.PrimaryKeyConstraint("key", name="pk_round"),
    )
    op.create_table(
        "focal_point",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("telephone", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_focal_point_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_focal_point"),
    )
    op.create_table(
        "held",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("attended", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_held_seq"),
        sa.PrimaryKeyConstraint("key", name="pk_held"),
    )
    op.create_table(
        "outcome",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_outcome_seq"),
        sa.PrimaryKeyConstraint("seq", "subject", name="pk_outcome"),
    )
    op.create_table(
        "signing_key",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("secret", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_signing_key_seq"),
        sa.PrimaryKeyConstraint("key", name="pk_signing_key"),
    )
    op.create_table(
        "stakeholder",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("mandates", sa.String(), nullable=False),
        sa.Column("languages", sa.String(), nullable=False),
        sa.Column("at_risk", sa.Boolean(), nullable=False),
        sa.Column("attribution", sa.String(), nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_stakeholder_seq"),
        sa.PrimaryKeyConstraint("id", name="pk_stakeholder"),
        sa.UniqueConstraint("key", name="uq_stakeholder_key"),
    )
    op.create_table(
        "identity",
        sa.Column("stakeholder_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("telephone", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_identity_seq"),
        sa.ForeignKeyConstraint(["stakeholder_id"], ["stakeholder.id"], name="fk_identity_stakeholder_id"),
        sa.PrimaryKeyConstraint("stakeholder_id", name="pk_identity"),
    )
    op.create_table(
        "withdrawal",
        sa.Column("stakeholder_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_withdrawal_seq"),
        sa.ForeignKeyConstraint(["stakeholder_id"], ["stakeholder.id"], name="fk_withdrawal_stakeholder_id"),
        sa.PrimaryKeyConstraint("stakeholder_id", name="pk_withdrawal"),
    )
    op.create_table(
        "consent",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=False),
        sa.Column("attribution", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_consent_seq"),
        sa.ForeignKeyConstraint(["stakeholder_id"], ["stakeholder.id"], name="fk_consent_stakeholder_id"),
        sa.PrimaryKeyConstraint("seq", name="pk_consent"),
    )
    op.create_index("ix_consent_stakeholder_id", "consent", ["stakeholder_id"], unique=False)
    op.create_table(
        "contact",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("telephone", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_contact_seq"),
        sa.ForeignKeyConstraint(["stakeholder_id"], ["stakeholder.id"], name="fk_contact_stakeholder_id"),
        sa.PrimaryKeyConstraint("seq", name="pk_contact"),
    )
    op.create_index("ix_contact_stakeholder_id", "contact", ["stakeholder_id"], unique=False)
    op.create_table(
        "extension",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("round", sa.String(), nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=True),
        sa.Column("deadline", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name="fk_extension_round"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_extension_seq"),
        sa.ForeignKeyConstraint(["stakeholder_id"], ["stakeholder.id"], name="fk_extension_stakeholder_id"),
        sa.PrimaryKeyConstraint("seq", name="pk_extension"),
    )
    op.create_table(
        "invitation",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("workbook", sa.String(), nullable=False),
        sa.Column("items", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name="fk_invitation_round"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_invitation_seq"),
        sa.ForeignKeyConstraint(["signed_by"], ["signing_key.key"], name="fk_invitation_signed_by"),
        sa.ForeignKeyConstraint(["stakeholder_id"], ["stakeholder.id"], name="fk_invitation_stakeholder_id"),
        sa.PrimaryKeyConstraint("key", name="pk_invitation"),
    )
    op.create_index("ix_invitation_stakeholder_id", "invitation", ["stakeholder_id"], unique=False)
    op.create_table(
        "item",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("questionnaire", sa.String(), nullable=False),
        sa.Column("round", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_item_article_id"),
        sa.ForeignKeyConstraint(["questionnaire"], ["questionnaire.key"], name="fk_item_questionnaire"),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name="fk_item_round"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_item_seq"),
        sa.PrimaryKeyConstraint("id", name="pk_item"),
        sa.UniqueConstraint("key", name="uq_item_key"),
    )
    op.create_table(
        "letter",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_letter_seq"),
        sa.ForeignKeyConstraint(["stakeholder_id"], ["stakeholder.id"], name="fk_letter_stakeholder_id"),
        sa.PrimaryKeyConstraint("key", name="pk_letter"),
    )
    op.create_index("ix_letter_stakeholder_id", "letter", ["stakeholder_id"], unique=False)
    op.create_table(
        "sighting",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["file_seq"], ["file.seq"], name="fk_sighting_file_seq"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_sighting_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_sighting"),
    )
    op.create_index("ix_sighting_file_seq", "sighting", ["file_seq"], unique=False)
    op.create_table(
        "verdict",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_seq", sa.Integer(), nullable=False),
        sa.Column("invitation", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("errors", sa.Integer(), nullable=False),
        sa.Column("problems", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["file_seq"], ["file.seq"], name="fk_verdict_file_seq"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_verdict_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_verdict"),
    )
    op.create_index("ix_verdict_file_seq", "verdict", ["file_seq"], unique=False)
    op.create_table(
        "part",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("file_seq", sa.Integer(), nullable=False),
        sa.Column("within", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["file_seq"], ["file.seq"], name="fk_part_file_seq"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_part_seq"),
        sa.ForeignKeyConstraint(["within"], ["file.seq"], name="fk_part_within"),
        sa.PrimaryKeyConstraint("seq", "file_seq", name="pk_part"),
        sa.UniqueConstraint("within", "file_seq", "name", name="uq_part_within_file_seq_name"),
    )
    op.create_table(
        "mail",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_seq", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("invitation", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["file_seq"], ["file.seq"], name="fk_mail_file_seq"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_mail_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_mail"),
        sa.UniqueConstraint("file_seq", name="uq_mail_file_seq"),
    )
    op.create_table(
        "fetched",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("mailbox", sa.String(), nullable=False),
        sa.Column("uidvalidity", sa.String(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_fetched_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_fetched"),
        sa.UniqueConstraint("mailbox", "uidvalidity", "uid", name="uq_fetched_mailbox_uidvalidity_uid"),
    )
    op.create_table(
        "claim",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_seq", sa.Integer(), nullable=False),
        sa.Column("invitation", sa.String(), nullable=False),
        sa.Column("sheets", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["file_seq"], ["file.seq"], name="fk_claim_file_seq"),
        sa.ForeignKeyConstraint(["invitation"], ["invitation.key"], name="fk_claim_invitation"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_claim_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_claim"),
    )
    op.create_index("ix_claim_file_seq", "claim", ["file_seq"], unique=False)
    op.create_table(
        "sending",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter"], ["letter.key"], name="fk_sending_letter"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_sending_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_sending"),
        sa.UniqueConstraint("letter", "attempt", name="uq_sending_letter_attempt"),
    )
    op.create_table(
        "assignment",
        sa.Column("stakeholder_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name="fk_assignment_item_id"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_assignment_seq"),
        sa.ForeignKeyConstraint(["stakeholder_id"], ["stakeholder.id"], name="fk_assignment_stakeholder_id"),
        sa.PrimaryKeyConstraint("stakeholder_id", "item_id", "seq", name="pk_assignment"),
    )
    for table, *said in (("relief", "kind", "detail"), ("reopening", "remark")):
        op.create_table(
            table,
            sa.Column("stakeholder_id", sa.Integer(), nullable=False),
            sa.Column("item_id", sa.Integer(), nullable=False),
            sa.Column("seq", sa.Integer(), nullable=False),
            *(sa.Column(name, sa.String(), nullable=False) for name in said),
            sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=f"fk_{table}_item_id"),
            sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name=f"fk_{table}_seq"),
            sa.ForeignKeyConstraint(
                ["stakeholder_id"], ["stakeholder.id"], name=f"fk_{table}_stakeholder_id"
            ),
            sa.PrimaryKeyConstraint("stakeholder_id", "item_id", "seq", name=f"pk_{table}"),
        )
    op.create_table(
        "decision",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("details", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name="fk_decision_item_id"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_decision_seq"),
        sa.PrimaryKeyConstraint("seq", "item_id", name="pk_decision"),
    )
    op.create_table(
        "delivery",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["letter"], ["letter.key"], name="fk_delivery_letter"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_delivery_seq"),
        sa.PrimaryKeyConstraint("seq", name="pk_delivery"),
    )
    op.create_index("ix_delivery_letter", "delivery", ["letter"], unique=False)
    op.create_table(
        "response",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("invitation", sa.String(), nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.String(), nullable=False),
        sa.Column("file_seq", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("received_at", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("kept", sa.Integer(), nullable=False),
        sa.Column("replaced", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["file_seq"], ["file.seq"], name="fk_response_file_seq"),
        sa.ForeignKeyConstraint(["invitation"], ["invitation.key"], name="fk_response_invitation"),
        sa.ForeignKeyConstraint(["round"], ["round.key"], name="fk_response_round"),
        sa.ForeignKeyConstraint(["seq"], ["audit.seq"], name="fk_response_seq"),
        sa.ForeignKeyConstraint(["stakeholder_id"], ["stakeholder.id"], name="fk_response_stakeholder_id"),
        sa.PrimaryKeyConstraint("seq", name="pk_response"),
        sa.UniqueConstraint("file_seq", "invitation", name="uq_response_file_seq_invitation"),
        sa.UniqueConstraint("key", name="uq_response_key"),
        sa.UniqueConstraint(
            "stakeholder_id", "round", "version", name="uq_response_stakeholder_id_round_version"
        ),
    )
    op.create_index("ix_response_invitation", "response", ["invitation"], unique=False)
    op.create_table(
        "answer",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("stakeholder_id", sa.Integer(), nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("choice", sa.String(), nullable=True),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("absent", sa.String(), nullable=True),
        sa.Column("details", sa.String(), nullable=False),
        sa.Column("citations", sa.String(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("cell", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name="fk_answer_item_id"),
        sa.ForeignKeyConstraint(["seq"], ["response.seq"], name="fk_answer_seq"),
        sa.ForeignKeyConstraint(["stakeholder_id"], ["stakeholder.id"], name="fk_answer_stakeholder_id"),
        sa.PrimaryKeyConstraint("seq", "item_id", name="pk_answer"),
    )
    _index_some("ix_answer_by_item", ["item_id", "choice", "seq"], "choice IS NOT NULL")
    _index_some("ix_answer_replaced", ["replaces", "item_id"], "replaces IS NOT NULL", unique=True)
    op.create_index(
        "ix_answer_by_stakeholder", "answer", ["stakeholder_id", "item_id", "replaces", "seq"], unique=False
    )


def _index_some(name: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    some = sa.text(where)
    op.create_index(name, "answer", columns, unique=unique, sqlite_where=some, postgresql_where=some)


def _create_views() -> None:
    op.execute(
        "CREATE VIEW latest_answer AS SELECT * FROM answer AS a WHERE NOT EXISTS"
        " (SELECT 1 FROM answer AS later WHERE later.replaces = a.seq AND later.item_id = a.item_id)"
    )
    op.execute(
        "CREATE VIEW standing_assignment AS SELECT * FROM assignment AS a WHERE NOT EXISTS"
        " (SELECT 1 FROM relief AS r WHERE r.stakeholder_id = a.stakeholder_id AND r.item_id = a.item_id"
        " AND r.seq > a.seq)"
    )


def _forbid_changes_sqlite() -> None:
    for table in TABLES:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}"
                " BEGIN SELECT RAISE(ABORT, 'rows are only ever added'); END"
            )


def _forbid_changes_postgres() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'rows are only ever added'; END $$"
    )
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
