"""Servers that are opened with an access token: a command prints it, and nobody sees it."""

import json
import shlex
import ssl
import sys
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, AuthResult
from typer.testing import CliRunner

from cli import app
from consultation.check import check_consultation
from consultation.folder import Folder
from consultation.mail import Receiving, Sending
from consultation.tokens import token_of
from delivery.mailbox import opened
from delivery.smtp import Unavailable, connect
from languages.messages import spoken
from problems import Place, Problem
from problems.files import BadValue
from problems.mail import (
    MailLoginWanted,
    MailServerUnreachable,
    MailTokenAndPassword,
    MailTokenCommand,
    MailTokenNotOffered,
    MailTokenProgram,
    MailTokenRefused,
    MailTokenUser,
)
from problems.mailbox import MailboxUnreachable
from tests.certificates import certify
from tests.dovecot import USER, Dovecot, running, token
from tests.letters import letters, local
from tests.mailserver import Plan, Running, mailserver, no_fault
from tests.stage import AT, new_folder
from tests.test_mailbox import answering, delivered, ordinary, prepared, whole, with_mailbox
from tests.test_smtp import sending, standings
from workflows.fetch import fetch
from workflows.workspace import Workspace

__all__ = ["prepared"]

PLACE = Place("consultation.yaml", line=3, column=5)
STATUS = {"status": "401", "schemes": "bearer", "scope": "https://outlook.office.com/"}


def server_of(*command: str) -> Sending:
    return Sending.model_validate({"host": "h.example", "user": USER, "token-command": command})


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_a_command_prints_a_token_and_is_given_its_arguments_as_they_are(tmp_path: Path) -> None:
    code = "import os, sys; print(sys.argv[1].replace('$', '_').replace(' ', '-') + os.getcwd())"
    assert token_of(server_of(*python(code), "a $HOME"), tmp_path, PLACE) == (f"a-_HOME{tmp_path}", [])


def test_a_program_of_the_folder_is_named_by_its_path(tmp_path: Path) -> None:
    program = tmp_path / "tools" / "token"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho {token()}=\n")
    for name, found in (("./tools/token", True), ("tools/token", True), ("token", False)):
        program.chmod(0o700)
        printed, problems = token_of(server_of(name), tmp_path, PLACE)
        assert (printed.count("."), problems) == (
            (2, []) if found else (0, [MailTokenProgram(place=PLACE, program=name)])
        )
        program.chmod(0o600)
        assert token_of(server_of(name), tmp_path, PLACE)[1] == [MailTokenProgram(place=PLACE, program=name)]


def test_what_bears_the_name_of_a_program_and_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "token").write_bytes(b"\0\1\2")
    (tmp_path / "token").chmod(0o700)
    assert token_of(server_of("./token"), tmp_path, PLACE) == (
        "",
        [MailTokenProgram(place=PLACE, program="./token")],
    )


@pytest.mark.parametrize(
    ("code", "why", "status"),
    [
        ("print('a-secret-word'); raise SystemExit(3)", "failed", 3),
        ("import os; print('a-secret-word', flush=True); os.kill(os.getpid(), 9)", "failed", -9),
        ("print()", "empty", 0),
        ('print(\'{"accessToken": "a-secret-word"}\')', "other", 0),
        ("print('a-secret-word'); print('another')", "other", 0),
        ("print('a\\1b')", "other", 0),
        ("print('jeton à moi')", "other", 0),
        ("while True: print('a' * 999, end='')", "other", 0),
        ("import time; print('a-secret-word', flush=True); time.sleep(60)", "slow", 0),
        ("import os, time; print('a-secret-word', flush=True); os.fork() or time.sleep(60)", "slow", 0),
        ("input()", "failed", 1),
    ],
)
def test_a_command_that_prints_no_token_is_named_and_not_what_it_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], code: str, why: str, status: int
) -> None:
    printed, (problem,) = token_of(server_of(*python(code)), tmp_path, PLACE, patience=2.0)
    assert (printed, problem) == (
        "",
        MailTokenCommand(place=PLACE, program=sys.executable, why=why, status=status, seconds=2),
    )
    assert "a-secret-word" not in "".join([*map(problem.message, spoken()), *capfd.readouterr()])


@pytest.mark.parametrize(
    ("wrong", "problem", "line"),
    [
        ("user: awa\n    token-command: [no-such-program, a-secret-word]",
         MailTokenProgram(program="no-such-program"), "token-command"),
        ("user: awa\n    token-command: [printenv, T]\n    password-file: p",
         MailTokenAndPassword(), "password-file"),
        ("token-command: [printenv, T]", MailTokenUser(host="h.example"), "token-command"),
        ("user: awa\n    token-command: printenv T",
         BadValue(key="token-command", value="printenv T", reason="list",
                  detail="Input should be a valid tuple"), "token-command"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("way", ["sending", "receiving"])
def test_mistakes_are_named_at_their_line_and_nothing_is_run(
    tmp_path: Path, way: str, wrong: str, problem: Problem, line: str
) -> None:
    new_folder(tmp_path)
    path = tmp_path / "consultation.yaml"
    path.write_text(f"{path.read_text('utf-8')}mail:\n  {way}:\n    host: h.example\n    {wrong}\n", "utf-8")
    _, (found,) = check_consultation(Folder(tmp_path), at=AT, shipped=["untoc.1"], translated=["en", "fr"])
    assert replace(found, place=Place()) == problem
    assert path.read_text("utf-8").splitlines()[found.place.line - 1].strip().startswith(f"{line}:")
    assert "a-secret-word" not in "".join(map(found.message, spoken()))


class Expiring:
    """What a server knows of tokens: each is good for so many sign-ins, and then for none."""

    def __init__(self, *good: str) -> None:
        self.good, self.seen = list(good), list[str]()

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802  # aiosmtpd's names
        assert args == ["XOAUTH2"]
        said = await server.challenge_auth("")
        assert isinstance(said, bytes)
        user, bearer = said.decode().removesuffix("\1\1").split("\1")
        shown = bearer.removeprefix("auth=Bearer ")
        self.seen.append(shown)
        if user == f"user={USER}" and self.good[:1] == [shown]:
            self.good.pop(0)
            return AuthResult(success=True)
        assert await server.challenge_auth(json.dumps(STATUS)) == b""
        echo = b64encode(said).decode()
        return AuthResult(success=False, handled=False, message=f"535 5.7.3 no {shown} {echo[:45]}")


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """Make a command that prints the first line of `tokens`, and takes it away."""
    program = tmp_path / "token"
    tokens = shlex.quote(str(tmp_path / "tokens"))
    program.write_text(f"#!/bin/sh\nhead -n 1 {tokens} && sed -i 1d {tokens}\n")
    program.chmod(0o700)
    return program


def with_tokens(port: int) -> Sending:
    return Sending.model_validate(local(port, user=USER, **{"token-command": ["x"]}))


FIRST, SECOND = token(), token(lasting=7200)


@contextmanager
def server_with(
    *good: str, plan: Plan = no_fault, context: ssl.SSLContext | None = None
) -> Iterator[tuple[Running, Expiring]]:
    """Serve whoever shows these tokens, one after the other; with STARTTLS where there is a context."""
    known = Expiring(*good)
    hooks = {"auth_XOAUTH2": known.auth_XOAUTH2}
    encrypted = bool(context)
    with mailserver(
        plan, hooks=hooks, auth_required=True, auth_require_tls=encrypted, tls_context=context
    ) as server:
        yield server, known


def test_letters_leave_with_a_token(tmp_path: Path, command: Path) -> None:
    (tmp_path / "tokens").write_text(f"{FIRST}\n{SECOND}\n")
    with server_with(FIRST) as (server, known):
        told = local(server.port, user=USER, **{"token-command": [str(command)]})
        workspace = letters(tmp_path / "c", 3, told)
        sent = sending(workspace)
        assert (sent.counts, sent.problems, known.seen) == ({"now": 3}, (), [FIRST])
        assert sending(workspace).counts == {"sent": 3}
    assert (tmp_path / "tokens").read_text() == f"{SECOND}\n"


def test_a_token_leaves_over_an_encrypted_connection(tmp_path: Path, command: Path) -> None:
    (tmp_path / "tokens").write_text(f"{FIRST}\n")
    authority = certify(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "server.pem", tmp_path / "server.key")
    with server_with(FIRST, context=context) as (server, _):
        more = {"security": "starttls", "ca-file": str(authority), "token-command": [str(command)]}
        workspace = letters(tmp_path / "c", 1, local(server.port, user=USER, **more))
        assert sending(workspace).counts == {"now": 1}


@pytest.mark.parametrize("how", ["421 at MAIL", "530 at RCPT"])
def test_a_token_that_expires_on_the_way_is_followed_by_a_new_one(
    tmp_path: Path, command: Path, how: str
) -> None:
    """The server hangs up, or wants a login again, before it takes the second letter."""
    (tmp_path / "tokens").write_text(f"{FIRST}\n{SECOND}\n")

    def plan(address: str, attempt: int) -> str:
        return how if (address, attempt) == ("body1@xa.example", 0) else ""

    with server_with(FIRST, SECOND, plan=plan) as (server, known):
        told = local(server.port, user=USER, **{"token-command": [str(command)]})
        workspace = letters(tmp_path / "c", 3, told)
        sent = sending(workspace, pauses=(1.0,))
        assert (sent.counts, sent.problems) == ({"now": 3}, ())
        assert known.seen == [FIRST, SECOND]
        assert set(server.remembered.taken_by.values()) == {1}


def test_a_server_that_wants_a_login_of_whoever_has_one_is_not_asked_for_ever(
    tmp_path: Path, command: Path
) -> None:
    (tmp_path / "tokens").write_text(f"{FIRST}\n{SECOND}\n")
    with server_with(FIRST, SECOND, plan=lambda *_: "530 at RCPT") as (server, known):
        told = local(server.port, user=USER, **{"token-command": [str(command)]})
        workspace = letters(tmp_path / "c", 3, told)
        assert [type(each) for each in sending(workspace).problems] == [MailLoginWanted]
    assert (known.seen, standings(workspace)) == ([FIRST], [("waiting", "")] * 3)


def test_where_there_is_no_new_token_the_letters_wait(tmp_path: Path, command: Path) -> None:
    (tmp_path / "tokens").write_text(f"{FIRST}\n")
    with server_with(FIRST, plan=lambda *_: "421 at MAIL") as (server, _):
        told = local(server.port, user=USER, **{"token-command": [str(command)]})
        workspace = letters(tmp_path / "c", 2, told)
        sent = sending(workspace, pauses=(1.0,))
    assert [(type(each), getattr(each, "why", "")) for each in sent.problems] == [(MailTokenCommand, "empty")]
    assert [standing for standing, _ in standings(workspace)] == ["later", "waiting"]
    assert sent.mistaken


def test_a_token_that_is_refused_is_told_with_the_server_s_status_and_shown_nowhere(
    tmp_path: Path, command: Path
) -> None:
    (tmp_path / "tokens").write_text(f"{FIRST}\n")
    with server_with() as (server, _):
        told = local(server.port, user=USER, **{"token-command": [str(command)]})
        workspace = letters(tmp_path / "c", 1, told)
        said = CliRunner().invoke(app, ["-C", str(workspace.folder.root), "send"])
    assert said.exit_code == 1
    assert "mail-token-refused" in said.output
    assert "(535 5.7.3 no … …; status 401)" in " ".join(said.output.split())
    held = [path.read_bytes() for path in workspace.folder.root.rglob("*") if path.is_file()]
    for secret in (FIRST, FIRST[:30], b64encode(f"user={USER}".encode()).decode()[:20]):
        assert secret.encode() not in b"".join([said.output.encode(), *held])


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("454 4.7.0 later", MailServerUnreachable(host="127.0.0.1", port=0, why="454 4.7.0 later")),
        ("334 what?",  # and then it repeats what it got
         MailTokenRefused(host="127.0.0.1", user=USER, why='500 Error: command "…" not recognized')),
    ],
)  # fmt: skip
def test_a_server_that_answers_otherwise_is_told(tmp_path: Path, answer: str, why: Problem) -> None:
    async def puts_off(*_: object) -> AuthResult:
        return AuthResult(success=False, handled=False, message=answer)

    hooks = {"auth_XOAUTH2": puts_off}
    with mailserver(hooks=hooks, auth_require_tls=False) as server, pytest.raises(Unavailable) as caught:
        connect(with_tokens(server.port), FIRST, root=tmp_path, patience=1.0)
    told = caught.value.problem
    assert (replace(told, port=0) if isinstance(told, MailServerUnreachable) else told) == why
    assert caught.value.passing == isinstance(told, MailServerUnreachable)


def test_a_server_that_takes_no_tokens_gets_none(tmp_path: Path) -> None:
    with mailserver(auth_require_tls=False) as server, pytest.raises(Unavailable) as caught:
        connect(with_tokens(server.port), FIRST, root=tmp_path)
    assert caught.value.problem == MailTokenNotOffered(host="127.0.0.1")


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with running() as server:
        yield server


def mailbox(server: Dovecot, prepared: Path, tmp_path: Path, command: Path) -> Workspace:
    settings = server.settings(**{"password-file": None, "token-command": f"[{command}]"})
    return with_mailbox(
        prepared, tmp_path / "consultation", settings.replace("    password-file: None\n", "")
    )


def test_messages_are_fetched_with_a_token(
    dovecot: Dovecot, prepared: Path, tmp_path: Path, command: Path
) -> None:
    dovecot.empty()
    digests = delivered(dovecot, 3)
    (tmp_path / "tokens").write_text(f"{FIRST}\n{SECOND}\n")
    workspace = mailbox(dovecot, prepared, tmp_path, command)
    first = fetch(workspace, at=AT)
    assert (len(first.laid), first.problems, (tmp_path / "tokens").read_text()) == (3, (), f"{SECOND}\n")
    whole(workspace, dovecot, digests)
    assert fetch(workspace, at=AT).problems == ()
    assert [type(each) for each in fetch(workspace, at=AT).problems] == [MailTokenCommand]


@pytest.mark.parametrize(
    "wrong", [token(lasting=-60), token("somebody@justice.example"), token(key=b"another"), "a-secret-word"]
)
def test_a_token_that_opens_no_mailbox_is_told_and_shown_nowhere(
    dovecot: Dovecot, prepared: Path, tmp_path: Path, command: Path, wrong: str
) -> None:
    (tmp_path / "tokens").write_text(f"{wrong}\n")
    workspace = mailbox(dovecot, prepared, tmp_path, command)
    said = CliRunner().invoke(app, ["-C", str(workspace.folder.root), "fetch"])
    assert said.exit_code == 1
    assert "mail-token-refused" in said.output
    assert "([AUTHENTICATIONFAILED] Authentication failed; status 401)" in " ".join(said.output.split())
    held = [path.read_bytes() for path in workspace.folder.root.rglob("*") if path.is_file()]
    assert wrong.encode() not in b"".join([said.output.encode(), *held])


def receiving(port: int) -> Receiving:
    told = {"host": "127.0.0.1", "port": port, "security": "none", "user": "u", "token-command": ["x"]}
    return Receiving.model_validate(told)


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (["+ wha"], MailTokenRefused),
        (["+ what?"], MailboxUnreachable),  # and then it repeats what it got
        (["TAG NO [UNAVAILABLE] later"], MailboxUnreachable),
        ([f"TAG NO {FIRST}"], MailTokenRefused),
    ],
)
def test_a_mailbox_that_answers_otherwise_is_told(
    tmp_path: Path, answers: list[str], problem: type[Problem]
) -> None:
    def answer(command: str) -> list[str] | None:
        if command.startswith("CAPABILITY"):
            return ["* CAPABILITY IMAP4rev1 AUTH=XOAUTH2", "TAG OK"]
        return answers if command.startswith("AUTHENTICATE") else ordinary(command)

    with (
        answering(answer) as port,
        pytest.raises(Unavailable) as caught,
        opened(receiving(port), FIRST, root=tmp_path),
    ):
        pass
    assert type(caught.value.problem) is problem
    shown = b64encode(f"user=u\1auth=Bearer {FIRST}".encode()).decode()
    assert not [each for each in (FIRST, shown[:20]) if each in caught.value.problem.message("en")]


def test_a_mailbox_that_takes_no_tokens_gets_none(tmp_path: Path) -> None:
    with (
        answering(ordinary) as port,
        pytest.raises(Unavailable) as caught,
        opened(receiving(port), FIRST, root=tmp_path),
    ):
        pass
    assert caught.value.problem == MailTokenNotOffered(host="127.0.0.1")
