"""Letters that leave by mail: what the server gets, what is recorded, what a person is told."""

import ssl
from contextlib import nullcontext
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword

from consultation.mail import Sending
from delivery.envelope import Envelope
from delivery.smtp import Fate, connect, leave, transmit
from languages.messages import spoken
from problems import Problem
from problems.mail import (
    LetterAltered,
    MailAllRefused,
    MailAuthority,
    MailCertificate,
    MailLoginRefused,
    MailLoginWanted,
    MailNotEncrypted,
    MailPasswordFile,
    MailPasswordMissing,
    MailPasswordReadable,
    MailServerUnreachable,
    MailUnderWay,
    MailUnprotected,
    NothingToSendAgain,
)
from problems.stages import Refused
from problems.store import DiskFull, StoreUnavailable
from store.changes import record_contact
from store.open import open_store
from store.outgoing import outgoing
from tests.certificates import certify
from tests.letters import LATER, body, configured, letters, local, write_letter
from tests.mailserver import mailserver
from workflows.mailing import GIVE_UP, Clock
from workflows.send import Sent, _only_one, send, sent_by_hand
from workflows.workspace import Workspace

USER, PASSWORD = "consultation@justice.example", "pässword ü"
LETTER = Envelope("awa@justice.example", ("x@xa.example",), b"Subject: x\r\n\r\n.x\r\n", international=False)
QUICK = Clock(now=lambda: 0.0, sleep=lambda _: None)


def sending(workspace: Workspace, **more: object) -> Sent:
    more = {"at": LATER, "clock": QUICK, "pauses": (), **more}
    return send(workspace, **more)  # type: ignore[arg-type]


def standings(workspace: Workspace) -> list[tuple[str, str]]:
    with open_store(workspace.database, create=False) as store:
        return [(each.standing, each.detail) for each in outgoing(store)]


def codes(sent: Sent) -> list[type[Problem]]:
    assert all(each.message(language) for each in sent.problems for language in spoken())
    return [type(each) for each in sent.problems]


def test_the_server_gets_the_letter_as_it_lies_there_but_for_the_mark_of_a_draft(tmp_path: Path) -> None:
    with mailserver() as server:
        workspace = letters(tmp_path / "c", 2, local(server.port))
        assert sending(workspace).counts == {"now": 2}
        assert sending(workspace).counts == {"sent": 2}
    lying = (workspace.folder.outbox / "invitation-body-1.eml").read_bytes()
    assert server.remembered.of("body1@xa.example") == lying.replace(b"X-Unsent: 1\r\n", b"")
    assert [sender.partition(" ")[0] for sender in server.remembered.senders] == [
        "FROM:<awa@justice.example>"
    ] * 2
    assert standings(workspace) == [("sent", "250 2.0.0 taken")] * 2
    assert server.remembered.greetings == 1


def test_lines_of_stops_long_lines_and_bare_ends_arrive_as_they_were(tmp_path: Path) -> None:
    with mailserver() as server:
        workspace = letters(tmp_path / "c", 1, local(server.port))
        path = workspace.folder.outbox / "invitation-body-0.eml"
        head = path.read_bytes().partition(b"MIME-Version")[0]
        text = ".\n..\n.. dots\n" + "é" * 1_200 + "\nend"
        plain = b'MIME-Version: 1.0\nContent-Type: text/plain; charset="utf-8"\n\n'
        path.write_bytes(head.replace(b"\r\n", b"\n") + plain + text.encode())
        assert sending(workspace).counts == {"now": 1}
    got = server.remembered.of("body0@xa.example")
    assert max(map(len, got.split(b"\r\n"))) <= 998
    assert got.isascii()
    assert message_from_bytes(got, policy=default).get_content().rstrip("\n") == text


def test_copies_go_along_and_blind_ones_are_not_shown(tmp_path: Path) -> None:
    with mailserver() as server:
        workspace = letters(tmp_path / "c", 1, local(server.port))
        path = workspace.folder.outbox / "invitation-body-0.eml"
        path.write_bytes(
            b"Cc: minister@justice.example\r\nBcc: archive@justice.example\r\n" + path.read_bytes()
        )
        sending(workspace)
    ((addresses, data),) = server.remembered.taken
    assert addresses == ("body0@xa.example", "minister@justice.example", "archive@justice.example")
    assert (b"minister" in data, b"archive" in data) == (True, False)


def test_where_one_of_several_addresses_is_refused_nobody_gets_the_letter(tmp_path: Path) -> None:
    with mailserver(lambda address, _: "550 at RCPT" if "old" in address else "") as server:
        workspace = letters(tmp_path / "c", 1, local(server.port))
        path = workspace.folder.outbox / "invitation-body-0.eml"
        path.write_bytes(b"Cc: old@justice.example\r\n" + path.read_bytes())
        sending(workspace)
    assert (server.remembered.taken, standings(workspace)) == (
        [],
        [("failed", "550 5.1.1 … 5.1.1 there is nobody old")],
    )


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_ministry_s_own_authority_is_trusted_where_it_is_named(
    tmp_path: Path, security: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = certify(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "server.pem", tmp_path / "server.key")

    def known(
        _server: object, _session: object, _envelope: object, _way: str, data: LoginPassword
    ) -> AuthResult:
        fine = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=fine, handled=False)

    options = {"authenticator": known, "auth_required": True}
    encrypted = {"tls": context, "auth_require_tls": False} if security == "tls" else {"tls_context": context}
    with mailserver(**options, **encrypted) as server:
        told = local(server.port, security=security, user=USER, **{"ca-file": "ministry.pem"})
        workspace = letters(tmp_path / "c", 1, told)
        assert codes(sending(workspace)) == [MailPasswordMissing]
        secret = workspace.folder.root / "secret"
        monkeypatch.setenv("CONSULT_SMTP_PASSWORD", "another")
        assert codes(sending(workspace)) == [MailAuthority]
        (workspace.folder.root / "ministry.pem").write_bytes(authority.read_bytes())
        assert codes(sending(workspace)) == [MailLoginRefused]
        monkeypatch.delenv("CONSULT_SMTP_PASSWORD")
        workspace = configured(workspace.folder.root, {**told, "password-file": "secret"})
        assert codes(sending(workspace)) == [MailPasswordFile]
        secret.write_text(f"{PASSWORD}\n", encoding="utf-8")
        secret.chmod(0o644)
        assert standings(workspace) == [("waiting", "")]
        sent = sending(workspace)
        assert (sent.counts, codes(sent)) == ({"now": 1}, [MailPasswordReadable])
        assert PASSWORD not in "".join(each.message("en") for each in sent.problems)
        stranger = {name: value for name, value in told.items() if name != "ca-file"}
        workspace = configured(workspace.folder.root, {**stranger, "password-file": "secret"})
        assert MailCertificate in codes(sending(workspace, again=["body-0"]))
    assert len(server.remembered.taken) == 1


def test_nothing_leaves_unencrypted_that_was_to_be_encrypted(tmp_path: Path) -> None:
    with mailserver() as server:
        workspace = letters(tmp_path / "c", 1, local(server.port, security="starttls"))
        assert codes(sending(workspace)) == [MailNotEncrypted]
        workspace = configured(workspace.folder.root, {**local(server.port), "host": "mail.justice.example"})
        assert codes(sending(workspace)) == [MailUnprotected]
    assert server.remembered.senders == []
    assert codes(sending(configured(workspace.folder.root, local(server.port)))) == [MailServerUnreachable]
    assert standings(workspace) == [("waiting", "")]


def test_a_letter_larger_than_the_server_takes_is_not_even_tried(tmp_path: Path) -> None:
    with mailserver(data_size_limit=3 * 2**20) as server:
        workspace = letters(tmp_path / "c", 1, local(server.port), large=frozenset({0}))
        assert sending(workspace).counts == {"failed": 1}
    assert standings(workspace) == [("failed", "too-large 5740656 3145728")]
    assert server.remembered.senders == []


@pytest.mark.parametrize("able", [True, False])
def test_addresses_with_other_letters_need_a_server_that_writes_them(tmp_path: Path, able: bool) -> None:
    with mailserver(enable_SMTPUTF8=able) as server:
        workspace = letters(tmp_path / "c", 0, local(server.port))
        with open_store(workspace.database, create=False) as store:
            from store.record import record_stakeholders

            far = body(1, email="zoë@école.example", name="École")
            domain = body(2, email="zoe@école.example")
            record_stakeholders(store, [far, domain], at=LATER, actor="tests")
            for number, each in enumerate((far, domain)):
                write_letter(workspace, store, each, number)
        sending(workspace)
    plain = "zoe@xn--cole-9oa.example"
    assert (
        plain in server.remembered.taken_by,
        "zoë@xn--cole-9oa.example" in server.remembered.taken_by,
    ) == (
        True,
        able,
    )
    assert standings(workspace)[0] == (
        ("sent", "250 2.0.0 taken") if able else ("failed", "not-international")
    )


def test_so_many_letters_a_minute_and_no_more(tmp_path: Path) -> None:
    now = [0.0]
    waited: list[float] = []

    def sleep(seconds: float) -> None:
        waited.append(round(seconds, 3))
        now[0] += seconds

    with mailserver() as server:
        workspace = letters(tmp_path / "c", 4, local(server.port, **{"per-minute": 30}))
        sending(workspace, clock=Clock(lambda: now[0], sleep))
    assert waited == [2.0, 2.0, 2.0]


def test_what_is_put_off_is_tried_again_in_the_same_run_and_given_up_after_days(tmp_path: Path) -> None:
    waited: list[float] = []
    with mailserver(lambda _, attempt: "451 at RCPT" if attempt != 2 else "") as server:
        workspace = letters(tmp_path / "c", 1, local(server.port))
        assert sending(workspace).counts == {"later": 1}
        assert standings(workspace) == [("later", "451 4.7.1 … come back later")]
        late = sending(workspace, at=LATER + GIVE_UP + timedelta(hours=1))
        assert late.counts == {"failed": 1}
        again = sending(workspace, again=["body-0"], pauses=(7.0,), clock=Clock(sleep=waited.append))
        assert again.counts == {"now": 1}
    assert server.remembered.attempts == {"body0@xa.example": 3}


def test_a_server_that_takes_nothing_from_us_fails_no_letter(tmp_path: Path) -> None:
    with mailserver(auth_required=True, auth_require_tls=False) as server:
        workspace = letters(tmp_path / "c", 2, local(server.port))
        assert codes(sending(workspace)) == [MailLoginWanted]
    assert standings(workspace) == [("waiting", "")] * 2


def test_letters_that_are_all_refused_in_the_same_words_are_not_tried_to_the_last(tmp_path: Path) -> None:
    with mailserver(lambda *_: "550 after the end") as server:
        workspace = letters(tmp_path / "c", 8, local(server.port))
        with open_store(workspace.database, create=False) as store:
            for each in range(8):
                record_contact(
                    store, f"body-{each}", contact="", email="x@xa.example", telephone="", at=LATER, actor="t"
                )
        sent = sending(workspace)
    assert (sent.counts, codes(sent)) == ({"failed": 5, "waiting": 3}, [MailAllRefused])


def test_an_address_mended_in_the_registry_is_written_to_and_one_mended_by_hand_stays(tmp_path: Path) -> None:
    with mailserver() as server:
        workspace = letters(tmp_path / "c", 2, local(server.port))
        by_hand = workspace.folder.outbox / "invitation-body-1.eml"
        by_hand.write_bytes(by_hand.read_bytes().replace(b"body1@xa.example", b"minister@xa.example"))
        with open_store(workspace.database, create=False) as store:
            for each in ("body-0", "body-1"):
                mended = f"{each}@new.example"
                record_contact(store, each, contact="Zoë", email=mended, telephone="", at=LATER, actor="t")
        sending(workspace)
    assert set(server.remembered.taken_by) == {"body-0@new.example", "minister@xa.example"}
    to = message_from_bytes(server.remembered.of("body-0@new.example"), policy=default)["To"]
    assert str(to) == "Zoë <body-0@new.example>"


def test_only_the_letters_of_the_record_leave_and_only_as_they_were_written(tmp_path: Path) -> None:
    with mailserver() as server:
        workspace = letters(tmp_path / "c", 3, local(server.port))
        outbox = workspace.folder.outbox
        (outbox / "draft.eml").write_bytes((outbox / "invitation-body-0.eml").read_bytes())
        (outbox / "invitation-body-1.eml").write_bytes((outbox / "invitation-body-2.eml").read_bytes())
        (outbox / "invitation-body-2.eml").unlink()  # moved away: sent by hand
        sent = sending(workspace)
    assert set(server.remembered.taken_by) == {"body0@xa.example"}
    assert (sent.counts, codes(sent)) == ({"now": 1, "waiting": 1}, [LetterAltered])


def test_who_is_named_gets_a_letter_and_again_only_where_that_is_said(tmp_path: Path) -> None:
    with mailserver(lambda _, attempt: "" if attempt else "drops after the end") as server:
        workspace = letters(tmp_path / "c", 3, local(server.port))
        sending(workspace, to=["Body 1"])
        assert [each for each, _ in standings(workspace)] == ["waiting", "unknown", "waiting"]
        sending(workspace, to=["body-1"])
        assert server.remembered.attempts == {"body1@xa.example": 1}
        sending(workspace, again=["body-1"])
        assert [each for each, _ in standings(workspace)] == ["waiting", "sent", "waiting"]
        sending(workspace, again=["body-1"])  # "I never got it"
        assert server.remembered.attempts == {"body1@xa.example": 3}
        (workspace.folder.outbox / "invitation-body-2.eml").unlink()
        with pytest.raises(Refused) as refusal:
            sending(workspace, again=["body-2"])
    assert isinstance(refusal.value.problem, NothingToSendAgain)
    assert all(refusal.value.problem.message(language) for language in spoken())


def test_letters_sent_by_hand_are_never_sent_again(tmp_path: Path) -> None:
    with mailserver() as server:
        workspace = letters(tmp_path / "c", 3, None)
        assert (sending(workspace).configured, sending(workspace).counts) == (False, {"waiting": 3})
        sent_by_hand(workspace, ["body-0"], at=LATER)
        assert sent_by_hand(workspace, [], at=LATER).counts == {"now": 2, "sent": 1}
        workspace = configured(workspace.folder.root, local(server.port))
        assert sending(workspace).counts == {"sent": 3}
    assert server.remembered.taken == []


def test_what_may_have_been_sent_by_hand_does_not_leave_by_itself(tmp_path: Path) -> None:
    """The engine sends what is new, and tries again ever more seldom what was put off."""
    with mailserver(lambda _, attempt: "" if attempt > 2 else "451 at RCPT") as server:
        workspace = letters(tmp_path / "c", 1, local(server.port))
        assert sending(workspace, alone=True, at=LATER + timedelta(days=2)).counts == {"waiting": 1}
        times = []
        for quarter in range(24):
            sending(workspace, alone=True, at=LATER + timedelta(minutes=15 * quarter))
            times.append(server.remembered.attempts["body0@xa.example"])
    assert [times.index(each) for each in (1, 2, 3, 4)] == [0, 1, 2, 4]
    assert times[-1] == 4


def test_while_one_sends_another_leaves_it_to_him(tmp_path: Path) -> None:
    with mailserver() as server:
        workspace = letters(tmp_path / "c", 1, local(server.port))
        with _only_one(workspace.folder.outbox) as first:
            assert first
            assert codes(sending(workspace)) == [MailUnderWay]
        assert sending(workspace).counts == {"now": 1}


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ("stalls at RCPT", Fate("later", "lost-before-end")),
        ("talks within", Fate("later", "lost-before-end")),
        ("stalls at the end", Fate("unknown", "lost-after-end", begun=True)),
        ("says what is no answer", Fate("unknown", "lost-after-end", begun=True)),
        ("451 after the end", Fate("later", "451 4.3.0 try again …", begun=True)),
        ("", Fate("sent", "250 2.0.0 taken", begun=True)),
    ],
)
def test_silence_and_nonsense_end_as_they_must(tmp_path: Path, fault: str, outcome: Fate) -> None:
    begun = []
    with mailserver(lambda *_: fault) as server:
        settings = Sending.model_validate(local(server.port))
        open_one = connect(settings, "", root=tmp_path, patience=0.3)
        fate = transmit(open_one, LETTER, before_end=lambda: not begun.append(1), patience_at_end=0.3)
        leave(open_one)
    assert fate == outcome
    assert len(begun) == int(outcome.begun)


@pytest.mark.parametrize("breaks", [True, False])
def test_a_letter_whose_end_must_not_leave_is_broken_off(tmp_path: Path, breaks: bool) -> None:
    """The record cannot be written, or says that somebody else sends it: then the server takes nothing."""

    def before_end() -> bool:
        if breaks:
            raise StoreUnavailable(DiskFull(name="consult.db"))
        return False

    with mailserver() as server:
        open_one = connect(Sending.model_validate(local(server.port)), "", root=tmp_path)
        with pytest.raises(StoreUnavailable) if breaks else nullcontext():
            assert transmit(open_one, LETTER, before_end=before_end) == Fate("taken")
        leave(open_one)
        assert sending(letters(tmp_path / "c", 1, local(server.port))).counts == {"now": 1}
    assert set(server.remembered.taken_by) == {"body0@xa.example"}
