"""Replies say whose they are, whatever mail programs make of our marks; letters that come back are noted."""

from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.mail import Sending
from delivery.letters import Letter
from delivery.outbox import address_of, eml
from delivery.replies import invitation_in, invitation_of, letter_in, mark_of, message_id
from stakeholders.model import Attribution
from store.audit import verify
from store.open import open_store
from store.outgoing import outgoing
from tests.letters import LATER, body, letters, local
from tests.mailserver import mailserver
from tests.synthetic import settings
from tests.test_smtp import sending as send_now
from workbooks.containers import Bounce
from workflows.bounces import Bounced, note_bounces

INVITATION = "0123456789"
MARK = "04HM-ASW9"
AT = LATER


def written(**more: object) -> EmailMessage:
    setup = {"host": "smtp.justice.example", "reply-to": "consultation@justice.example", **more}
    point = settings("en")
    raw = eml(
        Letter("Questions on article 10", "Dear colleagues,\n", "<p>Dear colleagues,</p>"),
        key=f"invitation-{INVITATION}",
        state="XA",
        sender=point.focal_point,
        to=address_of(body(1)),
        language="en",
        at=AT,
        sending=Sending.model_validate(setup) if more.get("host") != "" else None,
    )
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_letter_asks_for_replies_that_carry_its_mark() -> None:
    by_subject, by_address, by_hand = written(), written(tagged="plus"), written(host="")
    assert str(by_subject["Subject"]) == f"Questions on article 10 [{MARK}]"
    assert str(by_subject["Reply-To"]) == "consultation@justice.example"
    assert str(by_address["Subject"]) == "Questions on article 10"
    assert str(by_address["Reply-To"]) == "consultation+04hmasw9@justice.example"
    assert (str(by_hand["Subject"]), by_hand["Reply-To"]) == ("Questions on article 10", None)
    assert by_subject["Message-ID"] == f"<invitation-{INVITATION}.xa@consult.justice.example>"
    assert by_hand["Message-ID"] == f"<invitation-{INVITATION}.xa@consult.invalid>"
    assert str(written(**{"reply-to": ""})["Reply-To"]) == "focal.point@justice.example"


@pytest.mark.parametrize(
    "subject",
    [
        f"Re: Questions on article 10 [{MARK}]",
        f"AW: WG: Questions [{MARK}]",
        f"RE: Fwd: Questions [ {MARK.lower()} ]",
        "Réponse : Questions [04HM ASW9]",
        "[EXTERNAL] Re: Questions [04HMASW9]",
        "Questions [04HM–ASW9]",
        "re: questions [o4hm-asw9]",
        f"TR: Questions {MARK}",
        f"SV: questions ({MARK.lower()})",
        "Fwd: Questions 04hm- asw9",
        "long-term plan 2026-2027 04HM-ASW9",
    ],
)
def test_a_mark_is_read_as_mail_programs_leave_it(subject: str) -> None:
    assert invitation_of((), (), subject) == INVITATION


def test_marks_agree_or_say_nothing() -> None:
    ours = f"<invitation-{INVITATION}.xa@consult.justice.example>"
    theirs = "<reminder-2-ffffffffff.xa@consult.invalid>"
    plus = "consultation+04hmasw9@justice.example"
    both = (plus, "awa+standard@justice.example")
    assert invitation_of((ours, "<other@mail.example>"), both, f"[{MARK}]") == INVITATION
    assert invitation_of((ours.upper(),), (), "") == INVITATION
    assert invitation_of((), ("x@y.example", plus), "no mark") == INVITATION
    assert invitation_of((ours, theirs), (), "") == ""
    assert invitation_of((ours,), (), "[ZZZZ-ZZZ9]") == ""
    assert invitation_of((ours,), (), "long-term, 2026-2027, [word-list], 1234-567A") == INVITATION
    for nothing in ("", "plan 2026-2027", "a long-term view", "re: your mail", "UUUU-1234", "12345-678A"):
        assert invitation_of(("<a@b>", ""), ("a+projects@b.example", "a+@b"), nothing) == "", nothing


@given(st.integers(0, 2**40 - 1), st.sampled_from(["Re: {}", "AW: [{}]", "x [{}] y", "Fwd: Re: [{}]"]))
def test_every_invitation_is_read_back_from_its_mark(number: int, subject: str) -> None:
    invitation = f"{number:010x}"
    mark = mark_of(invitation)
    assert invitation_of((), (f"c+{mark.replace('-', '').lower()}@x.example",), "") == invitation
    assert invitation_of((message_id(f"r-{invitation}", "ML"),), (), "") == invitation
    assert invitation_in(letter_in(message_id(f"a-b-{invitation}", "ML", "x.example"))) == invitation
    if any(each.isdigit() for each in mark) and not mark.replace("-", "").isdigit():
        assert invitation_of((), (), subject.format(mark)) == invitation


@given(st.lists(st.text()), st.lists(st.text()), st.text())
def test_nothing_that_anybody_writes_breaks_the_reading(
    references: list[str], addressed: list[str], subject: str
) -> None:
    found = invitation_of(references, addressed, subject)
    assert found == "" or (len(found) == 10 and int(found, 16) >= 0)


@given(st.text(max_size=200))
def test_a_subject_as_it_is_folded_on_the_way_keeps_its_mark(words: str) -> None:
    message = EmailMessage(policy=SMTP)
    plain = " ".join("".join(each for each in words if each.isprintable()).split())
    message["Subject"] = f"Re: {plain} [{MARK}]"
    read = message_from_bytes(message.as_bytes(), policy=default)
    assert invitation_of((), (), str(read["Subject"])) in {INVITATION, ""}
    if "-" not in plain and "[" not in plain:
        assert invitation_of((), (), str(read["Subject"])) == INVITATION


def bounce(message: str = "", recipient: str = "", *, final: bool = True, status: str = "5.1.1") -> Bounce:
    return Bounce(message, recipient, status, final, "550 no such user <body0@xa.example>, sorry")


def test_a_letter_that_came_back_is_noted_once(tmp_path: Path) -> None:
    with mailserver() as server:
        workspace = letters(tmp_path / "c", 3, local(server.port))
        send_now(workspace)
        with open_store(workspace.database, create=False) as store:

            def note(*bounces: Bounce) -> list[tuple[str, bool, bool]]:
                noted = note_bounces(store, bounces, at=LATER + timedelta(hours=1), actor="tests")
                return [(each.stakeholder, each.final, each.again) for each in noted]

            def known() -> list[tuple[str, str]]:
                return [(each.standing, each.detail) for each in outgoing(store)]

            first = message_id("invitation-0000000000", "XA", "justice.example")
            assert note(bounce(first, final=False, status="4.4.1")) == [("body-0", False, False)]
            assert known()[0] == ("delayed", "4.4.1 550 no such user …, sorry")
            assert note(bounce(first, final=False), bounce(first), bounce(first, final=False)) == [
                ("body-0", False, True),
                ("body-0", True, False),
                ("body-0", False, True),
            ]
            assert note(bounce(recipient="BODY1@xa.example")) == [("body-1", True, False)]
            assert note(bounce(recipient="stranger@xa.example"), bounce("<x@y.example>"), bounce()) == []
            assert note(bounce(message_id("invitation-00000000ff", "XA"), "body2@xa.example")) == []
            said = "5.1.1 550 no such user …, sorry"
            assert known() == [("bounced", said), ("bounced", said), ("sent", "250 2.0.0 taken")]
            assert verify(store) == []
            path = "outbox/invitation-body-0.eml"
            again = note_bounces(store, [bounce(first)], at=LATER, actor="tests")
            assert again == (Bounced("invitation-0000000000", "body-0", path, final=True, again=True),)
        assert send_now(workspace).counts == {"bounced": 2, "sent": 1}  # not sent again by itself
        send_now(workspace, again=["body-0"])
    assert server.remembered.taken_by["body0@xa.example"] == 2


def test_a_body_that_must_not_be_named_is_named_by_no_mark() -> None:
    named = {"name": "Réseau Abri", "id": "reseau-abri", "email": "z@x.example"}
    hidden = body(1, **named, attribution=Attribution.ANONYMOUS)
    raw = eml(
        Letter("Questions", "Dear colleagues,\n", "<p>Dear colleagues,</p>"),
        key=f"invitation-{INVITATION}",
        state="XA",
        sender=settings("en").focal_point,
        to=address_of(hidden),
        language="en",
        at=AT,
        sending=Sending.model_validate({"host": "h", "tagged": "plus"}),
    )
    read = message_from_bytes(raw, policy=default)
    assert "abri" not in str(read).casefold()
    assert str(read["Reply-To"]) == "focal.point+04hmasw9@justice.example"
