"""How letters leave and returns come in by mail: `mail` in `consultation.yaml`. Without it, by hand."""

from typing import Annotated, Literal

from pydantic import Field

from clusters.model import Model

Port = Annotated[int, Field(ge=1, le=65_535)]


class Server(Model):
    """A mail server. Passwords never stand here, but in the environment or a file; nor do access tokens."""

    host: str
    user: str = ""
    password_file: str = Field("", alias="password-file")  # else CONSULT_SMTP_PASSWORD, CONSULT_IMAP_PASSWORD
    token_command: tuple[str, ...] = Field((), alias="token-command")  # prints an access token
    ca_file: str = Field("", alias="ca-file")  # of a ministry's own certificate authority


class Sending(Server):
    """The server that takes letters (SMTP)."""

    port: Port = 587
    security: Literal["starttls", "tls", "none"] = "starttls"  # none: on this machine only
    per_minute: Annotated[int, Field(ge=1)] = Field(30, alias="per-minute")
    reply_to: str = Field("", alias="reply-to")  # where returns come to; else the focal point's address
    tagged: Literal["subject", "plus"] = "subject"  # where a reply carries whose it is
    attach_up_to: Annotated[int, Field(ge=1, le=100)] = Field(10, alias="attach-up-to")  # MiB
    share: str = ""  # the web address at which `outbox/large/` can be opened, for larger attachments


class Receiving(Server):
    """The mailbox that replies come to (IMAP): a folder for this consultation alone."""

    port: Port = 993
    security: Literal["tls", "starttls", "none"] = "tls"  # none: on this machine only
    mailbox: str = "INBOX"


class MailSettings(Model):
    sending: Sending | None = None
    receiving: Receiving | None = None
