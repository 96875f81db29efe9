"""Messages put together by hand are those that Python's own library writes, byte for byte."""

from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from delivery.letters import one_line
from delivery.mime import header, multipart
from delivery.outbox import KINDS

KEY = "receipt-0123456789"
DATE = format_datetime(datetime(2027, 1, 1, tzinfo=UTC))
NAMES = ["consultation-x.xlsx", "consultation-é.xlsx", "a b.ics", 'quoted"name.docx']
written = st.text(st.characters(codec="utf-8"), max_size=300)


def by_the_library(
    to: Address, subject: str, text: str, html: str, files: list[tuple[str, str, str, bytes]]
) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["To"] = [to]
    message["Subject"] = subject
    message["Date"] = DATE
    message.set_content(text, cte="base64")
    message.add_alternative(html, subtype="html", cte="base64")
    for name, main, sub, data in files:
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    message["Content-Language"] = "fr"
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{KEY}_{number}")
    return message.as_bytes()


@given(
    name=st.text(max_size=80),
    subject=st.text(max_size=120),
    text=written,
    html=written,
    files=st.lists(st.tuples(st.sampled_from(NAMES), st.binary(max_size=200)), max_size=2),
)
def test_a_message_is_what_the_library_writes(
    name: str, subject: str, text: str, html: str, files: list[tuple[str, bytes]]
) -> None:
    to = Address(display_name=one_line(name), addr_spec="awa@justice.example")
    attached = [(each, *KINDS[each[each.rindex(".") :]], data) for each, data in files]
    headers = {"To": [to], "Subject": one_line(subject), "Date": DATE}
    made = multipart(
        [header(SMTP, each, value) for each, value in headers.items()],  # type: ignore[arg-type]
        key=KEY,
        language="fr",
        text=text,
        html=html,
        files=attached,
    )
    assert made == by_the_library(to, one_line(subject), text, html, attached)


def test_no_line_break_gets_into_a_header() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        header(SMTP, "Subject", "a\r\nBcc: b@b.example")
    with pytest.raises(ValueError, match="linefeed"):
        header(SMTP, "Date", "a\nBcc: b@b.example")


WORDS = st.text("abzABZ019 .,<>@\"'()=?_-+:;\\éد\u00a0", max_size=90)
ADDRESSES = st.from_regex(r"[a-z0-9.+-]{1,12}@[a-z0-9.-]{1,20}", fullmatch=True)


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(["To", "From", "Subject"]), WORDS, st.none() | ADDRESSES)
def test_a_plain_header_is_written_as_the_standard_library_writes_it(
    name: str, words: str, address: str | None
) -> None:
    said = words if address is None or name == "Subject" else f"{words} <{address}>"
    policy = SMTP if said.isascii() else SMTPUTF8
    try:
        kept = policy.header_store_parse(name, said)
        expected = policy.fold_binary(*kept)
    except Exception:  # noqa: BLE001  # the library cannot write it: nothing to compare
        assume(False)
    assert header(policy, name, said) == expected
