"""Mistakes in the settings are told at once, in words that a person can act on."""

import json
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

import delivery.smtp
from consultation.check import check_consultation
from consultation.folder import Folder
from consultation.mail import Sending
from delivery.smtp import Unavailable, connect
from languages.messages import spoken
from problems import Place, Problem
from problems.causes import OURS, cause_of
from problems.mail import (
    MailAllRefused,
    MailEncryptionWanted,
    MailHostMore,
    MailLoginNotOffered,
    MailLoginWanted,
    MailPasswordInSettings,
    MailPasswordMissing,
    MailPortUnusual,
    MailSenderRefused,
    MailServerUnreachable,
    MailUserMissing,
)
from terminal.console import Terminal
from terminal.sending import _why
from tests.letters import configured, letters, local
from tests.mailserver import mailserver
from tests.stage import AT, new_folder
from tests.test_smtp import sending
from tests.test_smtp_settings import checked, said
from workflows.mailing import Clock


@contextmanager
def another_service(greeting: bytes) -> Iterator[int]:
    """Run what is no mail server: it greets, if at all, and waits."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            client, _ = door.accept()
            with client:
                client.sendall(greeting)
                client.recv(1)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield door.getsockname()[1]
        thread.join(10)


def closed() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def never(_seconds: float) -> None:
    pytest.fail("nothing is waited for")


@pytest.mark.parametrize(
    ("greeting", "why"),
    [
        (b"* OK IMAP ready\r\n", "not-a-mail-server"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "not-a-mail-server"),
        (b"", "silent"),
        (None, "connection-refused"),
    ],
)
def test_where_nothing_ever_connected_it_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, greeting: bytes | None, why: str
) -> None:
    monkeypatch.setattr(delivery.smtp, "GREETING", 0.3)
    workspace = letters(tmp_path / "c", 2, local(1))

    def told(port: int) -> None:
        configured(workspace.folder.root, local(port))
        clock = Clock(now=lambda: 0.0, sleep=never)
        sent = sending(
            configured(workspace.folder.root, local(port)), clock=clock, pauses=(30.0,), pausing=never
        )
        assert sent.problems == (MailServerUnreachable(host="127.0.0.1", port=port, why=why),)
        assert (sent.wanting, sent.mistaken, sent.counts) == (True, True, {"waiting": 2})

    if greeting is None:
        told(closed())
    else:
        with another_service(greeting) as port:
            told(port)


def test_only_the_first_word_is_waited_for_so_short(tmp_path: Path) -> None:
    assert delivery.smtp.GREETING <= 20
    with mailserver() as server:
        open_one = connect(Sending.model_validate(local(server.port)), "", root=tmp_path)
        assert (open_one.timeout, open_one.sock.gettimeout()) == (120.0, 120.0)
        open_one.close()


def test_encryption_where_there_is_none_points_to_the_other_kind(tmp_path: Path) -> None:
    with mailserver() as server, pytest.raises(Unavailable) as caught:
        connect(Sending.model_validate(local(server.port, security="tls")), "", root=tmp_path)
    assert caught.value.problem == MailServerUnreachable(host="127.0.0.1", port=server.port, why="not-tls")


def test_a_pause_is_told_before_it_begins(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    with mailserver(lambda _, attempt: "451 at RCPT" if attempt == 0 else "") as server:
        workspace = letters(tmp_path / "c", 1, local(server.port, **{"per-minute": 10**9}))
        clock = Clock(sleep=lambda seconds: told.append(("slept", round(seconds))))
        sent = sending(
            workspace, clock=clock, pauses=(30.0,), pausing=lambda seconds: told.append(("told", seconds))
        )
    assert (sent.counts, told) == ({"now": 1}, [("told", 30.0), ("slept", 30)])


def test_a_user_without_a_password_sends_nothing_and_ends_with_one(tmp_path: Path) -> None:
    workspace = letters(tmp_path / "c", 1, local(1, user="awa"))
    sent = sending(workspace)
    assert [type(each) for each in sent.problems] == [MailPasswordMissing]
    assert "mail-password-missing" in said(workspace.folder.root, "send", code=1)


def test_what_the_server_wants_or_does_not_know_is_told(tmp_path: Path) -> None:
    with mailserver(auth_required=True, auth_require_tls=False) as server:
        workspace = letters(tmp_path / "c", 1, local(server.port))
        assert sending(workspace).problems == (MailLoginWanted(why="530 5.7.0 Authentication required"),)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with mailserver(tls_context=context, require_starttls=True) as server:
        workspace = configured(workspace.folder.root, local(server.port))
        (problem,) = sending(workspace).problems
        assert isinstance(problem, MailEncryptionWanted)
    with mailserver() as server, pytest.raises(Unavailable) as caught:
        connect(Sending.model_validate(local(server.port, user="awa")), "secret", root=tmp_path)
    assert caught.value.problem == MailLoginNotOffered(host="127.0.0.1", user="awa")


def test_sizes_are_told_in_units_that_show_the_difference(tmp_path: Path) -> None:
    with mailserver(data_size_limit=1_000) as server:
        workspace = letters(tmp_path / "c", 6, local(server.port))
        sent = sending(workspace)
        small = said(workspace.folder.root, "send", code=0)
    assert sent.problems == (MailAllRefused(count=5, why="too-large"),)
    assert "in the same words (they are larger than the server takes)" in sent.problems[0].message("en")
    assert "the letter has 2 KiB, the server takes 1 KiB at most, too little for any workbook" in small


@pytest.mark.parametrize(
    ("language", "detail", "told"),
    [
        ("en", "too-large 5740656 3145728", "the letter has 5.5 MiB, the server takes 3 MiB at most; set"),
        ("fr", "too-large 5740656 3145728", "la lettre fait 5,5 Mio, le serveur accepte 3 Mio au plus"),
        ("en", "too-large 104859 102400", "the letter has 103 KiB, the server takes 100 KiB at most, too"),
        ("en", "550 no such user", "550 no such user"),
    ],
)
def test_sizes_are_told_as_a_language_writes_them(language: str, detail: str, told: str) -> None:
    assert _why(Terminal(language), detail).startswith(told)


def test_what_was_noted_was_not_sent_now_and_what_was_passed_over_is_named(tmp_path: Path) -> None:
    with mailserver(lambda *_: "550 at RCPT") as server:
        workspace = letters(tmp_path / "c", 3, local(server.port))
        root = workspace.folder.root
        said(root, "send", "--to", "Body 0")
        assert said(root, "send", "--by-hand") == NOTED
        said(root, "send", "--by-hand", "--to", "Body 0")
        assert json.loads(said(root, "send", "--json"))["counts"] == {"sent": 3}


NOTED = """\
Letters                Number
noted as sent by hand       2
refused                     1

The mail server refused these letters. If it is the address, correct it in the registry, then: consult send \
--again BODY
  Body 0 (outbox/invitation-body-0.eml): 550 5.1.1 … 5.1.1 there is nobody body0

The letters named above were not noted as sent by hand. If you have sent one of them yourself: consult send \
--by-hand --to BODY

Next: reach those whose letter did not arrive"""


def verification(number: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError()
    error.verify_code = number
    return error


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (ConnectionRefusedError(), "connection-refused"),
        (ConnectionResetError(), "hung-up"),
        (TimeoutError(), "timed-out"),
        (socket.gaierror(-2, "Name or service not known"), "name-unknown"),
        (OSError(113, "No route to host"), "no-way-there"),
        (FileNotFoundError(), "no-such-file"),
        (PermissionError(), "no-permission"),
        (IsADirectoryError(), "is-a-folder"),
        (verification(10), "certificate-expired"),
        (verification(18), "certificate-untrusted"),
        (verification(62), "certificate-other-name"),
        (verification(23), ""),
        (smtplib.SMTPException("else"), ""),
    ],
)
def test_the_commonest_reasons_have_words_of_ours(error: Exception, word: str) -> None:
    assert cause_of(error) == word


@pytest.mark.parametrize("language", spoken())
def test_every_reason_is_said_and_no_sentence_ends_twice(language: str) -> None:
    def told(why: str) -> str:
        problem: Problem = MailServerUnreachable(host="h.example", port=25, why=why)
        return problem.message(language)

    assert not [why for why in OURS if f"({why})" in told(why) or ".)" in told(why)]
    assert "(454 4.7.0 Try later)" in told("454 4.7.0 Try later.")


@pytest.mark.parametrize(
    ("wrong", "problem", "line"),
    [
        ({"port": 465}, MailPortUnusual(port=465, security="starttls", usual="tls"), "port"),
        (
            {"port": 587, "security": "tls"},
            MailPortUnusual(port=587, security="tls", usual="starttls"),
            "port",
        ),
        (
            {"host": "https://smtp.justice.example"},
            MailHostMore(value="https://smtp.justice.example"),
            "host",
        ),
        ({"host": "smtp.justice.example:587"}, MailHostMore(value="smtp.justice.example:587"), "host"),
        ({"host": "[2001:db8::1]:587"}, MailHostMore(value="[2001:db8::1]:587"), "host"),
    ],
)
def test_what_is_wrong_with_the_settings_is_told_before_anybody_sends(
    tmp_path: Path, wrong: dict[str, object], problem: Problem, line: str
) -> None:
    (found,) = checked(tmp_path, {"host": "smtp.justice.example", **wrong})
    assert replace(found, place=Place()) == problem
    text = (tmp_path / "consultation.yaml").read_text(encoding="utf-8").splitlines()
    assert text[found.place.line - 1].strip().startswith(f"{line}:")


@pytest.mark.parametrize("host", ["2001:db8::1", "[2001:db8::1]", "smtp.justice.example", "10.0.0.1"])
def test_addresses_are_hosts_too(tmp_path: Path, host: str) -> None:
    assert checked(tmp_path, {"host": host}) == []


def written(folder: Path, mail: str) -> list[Problem]:
    """Add `mail` to the settings of a new folder and return what is wrong with them."""
    new_folder(folder)
    path = folder / "consultation.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}mail:\n  {mail}\n", encoding="utf-8")
    _, problems = check_consultation(Folder(folder), at=AT, shipped=["untoc.1"], translated=["en", "fr"])
    return problems


def test_a_mailbox_wants_somebody_who_opens_it_and_the_port_that_fits(tmp_path: Path) -> None:
    problems = written(tmp_path, "receiving: {host: imap.justice.example, port: 143}")
    assert {replace(each, place=Place()) for each in problems} == {
        MailPortUnusual(port=143, security="tls", usual="starttls"),
        MailUserMissing(host="imap.justice.example"),
    }


@pytest.mark.parametrize("way", ["sending", "receiving"])
def test_a_password_in_the_settings_is_told_to_leave_and_is_not_repeated(tmp_path: Path, way: str) -> None:
    (problem,) = written(tmp_path, f"{way}: {{host: mail.justice.example, password: a-secret-word}}")
    assert replace(problem, place=Place()) == MailPasswordInSettings()
    lines = (tmp_path / "consultation.yaml").read_text(encoding="utf-8").splitlines()
    assert "a-secret-word" in lines[problem.place.line - 1]
    assert not [tag for tag in spoken() if "a-secret-word" in problem.message(tag)]


@pytest.mark.parametrize("tagged", ["subject", "plus"])
def test_a_letter_written_before_there_was_a_server_gets_its_marks_as_it_leaves(
    tmp_path: Path, tagged: str
) -> None:
    with mailserver() as server:
        workspace = letters(tmp_path / "c", 1, None)
        path = workspace.folder.outbox / "invitation-body-0.eml"
        before = path.read_bytes()
        more = {"reply-to": "untoc@justice.example", "tagged": tagged}
        sending(configured(workspace.folder.root, local(server.port, **more)))
    left = message_from_bytes(server.remembered.of("body0@xa.example"), policy=default)
    written = message_from_bytes(before, policy=default)
    subject = "Questions 0 [0000-0000]" if tagged == "subject" else "Questions 0"
    reply = "untoc@justice.example" if tagged == "subject" else "untoc+00000000@justice.example"
    assert (str(left["Subject"]), str(left["Reply-To"])) == (subject, reply)
    assert (left["Message-ID"], path.read_bytes()) == (written["Message-ID"], before)


def test_a_sender_that_the_server_does_not_take_is_named(tmp_path: Path) -> None:
    with mailserver(lambda *_: "", refused_sender="550 5.7.1 not yours") as server:
        workspace = letters(tmp_path / "c", 2, local(server.port))
        sent = sending(workspace)
    assert sent.problems == (MailSenderRefused(address="awa@justice.example", why="550 5.7.1 not yours"),)
    assert sent.counts == {"waiting": 2}
