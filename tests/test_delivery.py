"""Letters: what they say, that both forms say the same, and that no name breaks a header."""

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.model import Consultation
from delivery.letters import Ask, Templates, effort, one_line, write_letter
from delivery.outbox import Attachment, address_of, eml, message_id, workbook_name
from languages.messages import spoken
from questionnaires.load import load_questionnaire
from stakeholders.model import Attribution, Kind, Stakeholder
from tests.synthetic import settings
from workflows.process_read import DEFINITIONS

QUESTIONNAIRE = load_questionnaire("untoc.1")
ITEMS = tuple(item for item in QUESTIONNAIRE.items if item.article in {10, 23})
MAIN = sum(item.main for item in ITEMS)
AT = datetime(2027, 1, 4, 10, tzinfo=UTC)


def body(**more: object) -> Stakeholder:
    known = {"id": "bank", "name": "Bank Association", "kind": Kind.PRIVATE_SECTOR, "email": "b@bank.example"}
    return Stakeholder.model_validate(known | more)


def letter_of(name: str, language: str) -> Path:
    return Templates((DEFINITIONS / "consultation" / "letters",)).find(name, language)


def settings_in(language: str) -> Consultation:
    return settings(language)


@pytest.mark.parametrize("language", spoken())
def test_an_invitation_says_who_asks_what_by_when_and_whom_to_call(language: str) -> None:
    consultation = settings_in(language)
    letter = write_letter(
        letter_of("invitation", language),
        consultation,
        [QUESTIONNAIRE],
        Ask(body(), ITEMS),
        language=language,
    )
    point = consultation.focal_point
    for fact in (point.name, point.office, point.email, point.telephone, "Bank Association", str(MAIN)):
        assert fact in letter.text
    assert "17:00 (Africa/Bamako)" in letter.text
    assert "10" in letter.text
    assert "23" in letter.text
    assert "{" not in letter.text
    assert "\n" not in letter.subject


@pytest.mark.parametrize("language", spoken())
@pytest.mark.parametrize("kind", ["invitation", "reminder", "overdue"])
def test_plain_text_and_html_say_the_same(language: str, kind: str) -> None:
    ask = Ask(body(name="R&D <Bank>", contact="Zoë"), ITEMS, answered=2)
    letter = write_letter(
        letter_of(kind, language), settings_in(language), [QUESTIONNAIRE], ask, language=language
    )
    inner = letter.html.split("<body", 1)[1].split(">", 1)[1].split("</body>")[0]
    plain = unescape(re.sub(r"<[^>]+>", " ", inner))
    assert plain.split() == letter.text.split()
    assert f'lang="{language}"' in letter.html


def test_each_attribution_is_promised_in_its_own_words() -> None:
    said = {
        attribution: write_letter(
            letter_of("invitation", "en"),
            settings_in("en"),
            [QUESTIONNAIRE],
            Ask(body(attribution=attribution), ITEMS),
            language="en",
        ).text
        for attribution in Attribution
    }
    assert "is listed among the bodies consulted" in said[Attribution.NAMED]
    assert "is not named in it" in said[Attribution.BY_TYPE]
    assert "Your organization is named nowhere in it" in said[Attribution.ANONYMOUS]
    assert [name for name, text in said.items() if "Bank Association" not in text] == [Attribution.ANONYMOUS]


def test_a_reminder_counts_what_is_open() -> None:
    ask = Ask(body(), ITEMS, answered=2)
    letter = write_letter(letter_of("reminder", "en"), settings_in("en"), [QUESTIONNAIRE], ask, language="en")
    thanks = "Thank you for what you have sent."
    open_ones = f"Of your {MAIN} main questions, {MAIN - 2} are still open."
    assert letter.text.splitlines()[2].startswith(f"{thanks} {open_ones} You need only")
    one_left = Ask(body(), ITEMS, answered=MAIN - 1)
    letter = write_letter(
        letter_of("reminder", "fr"), settings_in("fr"), [QUESTIONNAIRE], one_left, language="fr"
    )
    assert "une question encore ouverte" in letter.subject
    assert f"Sur {MAIN} questions principales, une reste ouverte." in letter.text


def test_the_estimate_grows_with_the_questions() -> None:
    assert effort(ITEMS[:1], "en") == "about 10 minutes"
    assert effort(QUESTIONNAIRE.items, "en") == "about 7 hours"


def message(stakeholder: Stakeholder, workbook: bytes = b"PK workbook") -> bytes:
    consultation = settings_in("fr")
    letter = write_letter(
        letter_of("invitation", "fr"), consultation, [QUESTIONNAIRE], Ask(stakeholder, ITEMS), language="fr"
    )
    return eml(
        letter,
        key="invitation-0011223344",
        state=consultation.state,
        sender=consultation.focal_point,
        to=address_of(stakeholder),
        language="fr",
        attachments=[Attachment(workbook_name(stakeholder, "fr"), workbook)],
        at=AT,
    )


def test_a_letter_is_a_message_with_the_workbook_attached() -> None:
    read = message_from_bytes(message(body(contact="Zoë Diarra")), policy=default)
    assert str(read["To"]) == "Zoë Diarra <b@bank.example>"
    assert str(read["From"]) == "Aïcha Example <focal.point@justice.example>"
    assert read["Message-ID"] == message_id("invitation-0011223344", "XA")
    assert read["Content-Language"] == "fr"
    assert read["X-Unsent"] == "1"
    (attachment,) = read.iter_attachments()  # type: ignore[attr-defined]
    assert attachment.get_filename() == "consultation-bank.xlsx"
    assert attachment.get_content() == b"PK workbook"


def test_a_body_that_must_not_be_named_is_named_nowhere_but_in_its_address() -> None:
    hidden = body(
        name="Réseau Abri", contact="Zoë Diarra", attribution=Attribution.ANONYMOUS, email="z@x.example"
    )
    read = message_from_bytes(message(hidden), policy=default)
    assert str(read["To"]) == "z@x.example"
    (attachment,) = read.iter_attachments()  # type: ignore[attr-defined]
    assert attachment.get_filename() == "consultation.xlsx"
    parts = [read.get_body((kind,)).get_content() for kind in ("plain", "html")]  # type: ignore[attr-defined]
    whole = " ".join([str(read["Subject"]), *parts])
    assert [word for word in ("Abri", "Zoë", "bank") if word in whole] == []


def test_the_same_letter_is_the_same_bytes() -> None:
    assert message(body()) == message(body())


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_name_breaks_a_header_or_adds_one(name: str, contact: str) -> None:
    hostile = f"X\r\nBcc: evil@evil.example\r\n{name}"
    read = message_from_bytes(message(body(name=hostile, contact=contact)), policy=default)
    assert read["Bcc"] is None
    assert read["To"].addresses[0].addr_spec == "b@bank.example"
    assert one_line(hostile).startswith("X Bcc: evil@evil.example")
