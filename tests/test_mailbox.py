"""Messages come out of a real mailbox once each, whatever happens on the way."""

import hashlib
import json
import shutil
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from typer.testing import CliRunner

import workflows.fetch
from cli import app
from consultation.mail import Receiving
from delivery.mailbox import Lost, opened
from delivery.smtp import Unavailable
from problems import Place
from problems.mail import MailAuthority, MailPasswordMissing
from problems.mailbox import (
    FetchUnderWay,
    MailboxCertificate,
    MailboxLoginRefused,
    MailboxLost,
    MailboxMissing,
    MailboxNotEncrypted,
    MailboxNotSet,
    MailboxReadOnly,
    MailboxUnprotected,
    MailboxUnreachable,
    MailboxWithoutNumbers,
    MessageTooLarge,
)
from store.mail import fetched as recorded
from store.open import open_store
from store.record import record_file
from tests.dovecot import PASSWORD, USER, Dovecot, running
from tests.recorded import AT, launched
from tests.stage import new_folder
from workbooks.containers import Part, unpack
from workflows.fetch import LEFT_THERE, Fetched, fetch
from workflows.workspace import Workspace, open_workspace

ROOT = Path(__file__).parent.parent
KEY = f"{USER}@localhost/INBOX"


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with running() as server:
        yield server


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A launched consultation without any mailbox."""
    folder = tmp_path_factory.mktemp("prepared") / "consultation"
    with open_store(new_folder(folder).database, create=True) as store:
        launched(store)
    return folder


@pytest.fixture
def server(dovecot: Dovecot) -> Dovecot:
    dovecot.empty()
    return dovecot


@pytest.fixture
def workspace(server: Dovecot, prepared: Path, tmp_path: Path) -> Workspace:
    return with_mailbox(prepared, tmp_path / "consultation", server.settings())


def with_mailbox(prepared: Path, folder: Path, settings: str) -> Workspace:
    shutil.copytree(prepared, folder)
    path = folder / "consultation.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{settings}", encoding="utf-8")
    workspace, problems = open_workspace(folder)
    assert problems == []
    assert workspace is not None
    return workspace


def message(number: int, size: int = 100) -> bytes:
    return f"From: a@b.example\r\nSubject: {number}\r\n\r\n{'x' * size}\r\n".encode()


def delivered(server: Dovecot, count: int, size: int = 100) -> set[str]:
    """Deliver so many messages; return their sha256."""
    for number in range(count):
        server.deliver(f"{number}.m.x", message(number, size))
    return {hashlib.sha256(message(number, size)).hexdigest() for number in range(count)}


def lying(workspace: Workspace) -> Counter[str]:
    """Return what lies in the inbox, by sha256; nothing half-written is among it."""
    inbox = workspace.folder.inbox
    files = [each for each in inbox.rglob("*") if each.is_file() and each.name[0] != "."]
    return Counter(hashlib.sha256(each.read_bytes()).hexdigest() for each in files)


def known(workspace: Workspace, validity: str = "") -> dict[str, str]:
    with open_store(workspace.database, create=False) as store:
        return recorded(store, mailbox=KEY, uidvalidity=validity or validity_of(workspace))


def validity_of(workspace: Workspace) -> str:
    names = [each.name for each in workspace.folder.inbox.glob("mail-*.eml")]
    return names[0].split("-")[1] if names else "0"


def whole(workspace: Workspace, server: Dovecot, digests: set[str]) -> None:
    """Everything is laid once, recorded and marked."""
    assert lying(workspace) == dict.fromkeys(digests, 1)
    assert set(known(workspace).values()) == digests
    assert server.seen() == digests


def test_every_message_is_laid_recorded_and_marked_once_whoever_has_read_it(
    server: Dovecot, workspace: Workspace
) -> None:
    digests = delivered(server, 3)
    read = server.maildir / "cur" / "9.m.x:2,S"
    server.deliver("9.m.x", message(9))
    (server.maildir / "new" / "9.m.x").replace(read)
    digests.add(hashlib.sha256(message(9)).hexdigest())
    first = fetch(workspace, at=AT)
    assert (len(first.laid), first.known, first.problems, first.wanting) == (4, 0, (), False)
    validity = validity_of(workspace)
    assert first.laid == tuple(f"mail-{validity}-{uid}.eml" for uid in (1, 2, 3, 4))
    whole(workspace, server, digests)
    assert fetch(workspace, at=AT) == Fetched()
    whole(workspace, server, digests)


def test_an_empty_mailbox_has_nothing(workspace: Workspace) -> None:
    assert fetch(workspace, at=AT) == Fetched()


def test_three_hundred_messages_come_in_one_go(server: Dovecot, workspace: Workspace) -> None:
    digests = delivered(server, 300)
    assert len(fetch(workspace, at=AT).laid) == 300
    whole(workspace, server, digests)


def test_what_is_marked_as_deleted_is_left_alone(server: Dovecot, workspace: Workspace) -> None:
    delivered(server, 1)
    (server.maildir / "new" / "0.m.x").replace(server.maildir / "cur" / "0.m.x:2,T")
    assert fetch(workspace, at=AT) == Fetched()


NAMES = {
    "plain": ('filename="return.xlsx"', "return.xlsx"),
    "none": ("", ""),
    "RFC 2231, UTF-8": ("filename*=UTF-8''r%C3%A9ponse%20%D8%B9.xlsx", "réponse ع.xlsx"),
    "RFC 2231, Latin-1 with a language": ("filename*=iso-8859-1'fr'r%E9ponse.xlsx", "réponse.xlsx"),
    "RFC 2231, in pieces": (
        "filename*0*=UTF-8''%D0%9E%D1%82%D0%B2;\r\n filename*1*=%D0%B5%D1%82;\r\n filename*2=.xlsx",
        "Ответ.xlsx",
    ),
    "RFC 2231, KOI8-R": ("filename*=koi8-r''%EF%D4%D7%C5%D4.xlsx", "Ответ.xlsx"),
    "RFC 2047, base64": ('filename="=?UTF-8?B?5Zue562ULnhsc3g=?="', "回答.xlsx"),
    "RFC 2047, quoted": ('filename="=?iso-8859-15?Q?r=E9ponse_=A4.xlsx?="', "réponse €.xlsx"),
    "RFC 2047, cut within a letter": (
        'filename="=?UTF-8?B?5Zu=?=\r\n =?UTF-8?B?nuetlC54bHN4?="',
        "回答.xlsx",
    ),
    "RFC 2047, GB2312": ('filename="=?gb2312?B?u9i08C54bHN4?="', "回答.xlsx"),
    "RFC 2047, Windows-1256": ('filename="=?windows-1256?Q?=D1=CF.xlsx?="', "رد.xlsx"),
    "UTF-8 as it is": ('filename="réponse.xlsx"', "réponse.xlsx"),
    "Latin-1 as it is": (b'filename="r\xe9ponse.xlsx"', "réponse.xlsx"),
    "RFC 2231 beside a plain name": (
        "filename=\"r_ponse.xlsx\"; filename*=UTF-8''r%C3%A9ponse.xlsx",
        "réponse.xlsx",
    ),
    "NFD": ("filename*=UTF-8''re%CC%81ponse.xlsx", "re\u0301ponse.xlsx"),
    "emoji": ("filename*=UTF-8''%F0%9F%93%8E.xlsx", "📎.xlsx"),
    "path": ('filename="../../etc/passwd"', "../../etc/passwd"),
    "Windows path": ('filename="C:\\\\temp\\\\a.xlsx"', "C:\\temp\\a.xlsx"),
    "control characters": ("filename*=UTF-8''a%00b%0D%0ABcc:%20x%1B.xlsx", "a\0b\r\nBcc: x\x1b.xlsx"),
    "three hundred letters": (f'filename="{"é" * 300}.xlsx"', "é" * 300 + ".xlsx"),
    "name of Content-Type": (None, "named.xlsx"),
    "formula": ('filename="=HYPERLINK(1).xlsx"', "=HYPERLINK(1).xlsx"),
}


@pytest.mark.parametrize("case", NAMES)
def test_a_file_is_found_whatever_it_is_called_and_however_that_is_written(case: str) -> None:
    data = named(case)
    unpacked, problems = unpack(data)
    assert problems == []
    assert unpacked is not None
    assert unpacked.parts == (Part(NAMES[case][1], f"PK\x03\x04 {case}".encode()),)


def named(case: str) -> bytes:
    """Return a mail with one file attached, named as the case says."""
    written = NAMES[case][0]
    disposition = written.encode() if isinstance(written, str) else written or b""
    kind = b'application/octet-stream; name="named.xlsx"' if written is None else b"application/octet-stream"
    return (
        b"From: a@b.example\r\nSubject: " + case.encode() + b"\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHere it is.\r\n--b\r\nContent-Type: "
        + kind
        + b"\r\nContent-Disposition: attachment"
        + (b"; " + disposition if disposition else b"")
        + f"\r\n\r\nPK\x03\x04 {case}\r\n--b--\r\n".encode()
    )


def test_odd_names_come_through_the_server_as_they_were_written(
    server: Dovecot, workspace: Workspace
) -> None:
    for number, case in enumerate(NAMES):
        server.deliver(f"{number:03}.m.x", named(case))
    assert len(fetch(workspace, at=AT).laid) == len(NAMES)
    found = set()
    for path in workspace.folder.inbox.glob("mail-*.eml"):
        unpacked, problems = unpack(path.read_bytes())
        assert problems == []
        assert unpacked is not None
        found |= {(part.name, part.data.decode()) for part in unpacked.parts}
    assert found == {(name, f"PK\x03\x04 {case}") for case, (_, name) in NAMES.items()}
    names = {path.name for path in workspace.folder.inbox.iterdir()} - {".fetching"}
    assert all(name.startswith("mail-") and name.endswith(".eml") for name in names)


def test_what_came_before_is_recorded_and_marked_but_not_laid_again(
    server: Dovecot, workspace: Workspace
) -> None:
    digests = delivered(server, 3)
    with open_store(workspace.database, create=False) as store:
        record_file(
            store,
            sha256=hashlib.sha256(message(1)).hexdigest(),
            name="saved by hand.eml",
            size=1,
            at=AT,
            actor="x",
        )
    server.deliver("8.m.x", message(2))
    again = fetch(workspace, at=AT)
    assert (len(again.laid), again.known) == (2, 2)
    assert server.seen() == digests
    assert len(known(workspace)) == 4


def test_a_mailbox_that_is_numbered_anew_lays_nothing_again(server: Dovecot, workspace: Workspace) -> None:
    digests = delivered(server, 20)
    fetch(workspace, at=AT)
    before = validity_of(workspace)
    server.number_anew(int(before) + 1_000)
    server.deliver("new.m.x", message(99))
    again = fetch(workspace, at=AT)
    assert again == Fetched(laid=(f"mail-{int(before) + 1_000}-21.eml",), known=20)
    digests.add(hashlib.sha256(message(99)).hexdigest())
    assert lying(workspace) == dict.fromkeys(digests, 1)
    assert set(known(workspace, str(int(before) + 1_000)).values()) == digests
    assert server.seen() == digests
    assert fetch(workspace, at=AT) == Fetched()


def test_another_message_of_the_same_number_is_laid_beside_the_first(
    server: Dovecot, workspace: Workspace
) -> None:
    delivered(server, 1)
    fetch(workspace, at=AT)
    (there,) = workspace.folder.inbox.glob("mail-*.eml")
    there.write_bytes(b"another one, from another mailbox")
    other = with_mailbox(
        workspace.folder.root, workspace.folder.root.parent / "other", ""
    )  # the same folder, but its record has been lost
    other.folder.database.unlink()
    with open_store(other.database, create=True) as store:
        launched(store)
    assert fetch(other, at=AT).laid == (f"{there.stem}-{hashlib.sha256(message(0)).hexdigest()[:12]}.eml",)
    assert (other.folder.inbox / there.name).read_bytes() == b"another one, from another mailbox"


def test_a_message_that_was_recorded_but_not_marked_is_marked_the_next_time(
    server: Dovecot, workspace: Workspace
) -> None:
    digests = delivered(server, 2)
    fetch(workspace, at=AT)
    for path in list((server.maildir / "cur").iterdir()):
        path.replace(path.with_name(path.name.replace("S", "")))
    assert server.seen() == set()
    assert fetch(workspace, at=AT) == Fetched()
    whole(workspace, server, digests)


def test_a_message_that_is_too_large_is_left_there_and_named_once(
    server: Dovecot, workspace: Workspace
) -> None:
    digests = delivered(server, 1)
    server.deliver("large.m.x", message(7, 31 * 2**20))
    first = fetch(workspace, at=AT)
    assert first.problems == (MessageTooLarge(uid="2", megabytes=32, limit=30),)
    assert first.wanting
    assert server.seen() == digests == set(lying(workspace))
    assert set(known(workspace).values()) == {*digests, LEFT_THERE}
    assert fetch(workspace, at=AT) == Fetched()


def test_the_server_dies_on_the_way_and_the_next_run_goes_on(
    server: Dovecot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = delivered(server, 40, 10_000)
    write = workflows.fetch.write_whole
    written: list[Path] = []

    def and_die(path: Path, data: bytes) -> None:
        write(path, data)
        written.append(path)
        if len(written) == 20:
            server.kill()

    monkeypatch.setattr(workflows.fetch, "write_whole", and_die)
    try:
        first = fetch(workspace, at=AT)
    finally:
        server.start()
    (problem,) = first.problems
    assert isinstance(problem, MailboxLost)
    assert (problem.taken, len(first.laid)) == (32, 32)
    assert server.seen() < set(known(workspace).values()) == set(lying(workspace))
    monkeypatch.undo()
    second = fetch(workspace, at=AT)
    assert (len(second.laid), second.known, second.problems) == (8, 0, ())
    whole(workspace, server, digests)


class Fetcher:
    """A process that fetches when it is told to, and may be killed on the way."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.fetcher"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.heard() == "ready"

    def tell(self, workspace: Workspace, fatal: int = 0) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{fatal} {workspace.folder.root}\n")
        self.process.stdin.flush()

    def heard(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(20)


@contextmanager
def fetchers(count: int) -> Iterator[list[Fetcher]]:
    started = [Fetcher() for _ in range(count)]
    try:
        yield started
    finally:
        for each in started:
            each.end()


def killed_at(server: Dovecot, workspace: Workspace, digests: set[str], fetcher: Fetcher, fatal: int) -> bool:
    """Kill a run at a point, look, and let the next one finish; False where it ended before that point."""
    fetcher.tell(workspace, fatal)
    heard = fetcher.heard()
    recorded_ones = set(known(workspace).values())
    assert server.seen() <= recorded_ones <= set(lying(workspace)) <= digests, fatal
    fetcher.tell(workspace)
    assert fetcher.heard().split()[2:] == [], fatal
    whole(workspace, server, digests)
    return heard == "killed"


def again(server: Dovecot, prepared: Path, folder: Path, count: int) -> tuple[Workspace, set[str]]:
    """Begin anew, with a full mailbox."""
    shutil.rmtree(folder, ignore_errors=True)
    server.empty()
    digests = delivered(server, count)
    return with_mailbox(prepared, folder, server.settings()), digests


def test_a_run_that_is_killed_loses_nothing_and_takes_nothing_twice(
    server: Dovecot, prepared: Path, tmp_path: Path
) -> None:
    with fetchers(1) as (fetcher,):
        for fatal in (9, 15, 28, 32, 34, 36):
            workspace, digests = again(server, prepared, tmp_path / "consultation", 18)
            assert killed_at(server, workspace, digests, fetcher, fatal), fatal


@pytest.mark.slow
def test_runs_killed_at_more_than_a_hundred_points_lose_nothing_and_take_nothing_twice(
    server: Dovecot, prepared: Path, tmp_path: Path
) -> None:
    fatal = 0
    memory = Path("/dev/shm")  # each run begins with a new folder, and waits for the disk seventy times
    with (
        TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as there,
        fetchers(1) as (fetcher,),
    ):
        while True:
            fatal += 1
            workspace, digests = again(server, prepared, Path(there) / "consultation", 70)
            if not killed_at(server, workspace, digests, fetcher, fatal):
                break
    assert fatal > 100


def test_a_run_killed_again_and_again_still_ends(server: Dovecot, workspace: Workspace) -> None:
    digests = delivered(server, 34)
    with fetchers(1) as (fetcher,):
        for _ in range(20):
            fetcher.tell(workspace, 45)
            if fetcher.heard() != "killed":
                break
            assert server.seen() <= set(known(workspace).values()) <= set(lying(workspace))
        else:
            pytest.fail("it gets nowhere")
    whole(workspace, server, digests)


def test_two_runs_at_once_take_each_message_once(server: Dovecot, workspace: Workspace) -> None:
    digests = delivered(server, 60)
    with fetchers(2) as both:
        for each in both:
            each.tell(workspace)
        heard = [each.heard().split() for each in both]
    laid = sum(int(words[0]) for words in heard)
    assert laid == 60
    assert all(words[1] == "0" and words[2:] in ([], [FetchUnderWay.code]) for words in heard)
    whole(workspace, server, digests)


def test_while_another_run_fetches_this_one_says_so(server: Dovecot, workspace: Workspace) -> None:
    delivered(server, 1)
    with workflows.fetch._alone(workspace.folder.inbox):
        assert fetch(workspace, at=AT) == Fetched(problems=(FetchUnderWay(),))
    assert len(fetch(workspace, at=AT).laid) == 1


def refused(prepared: Path, tmp_path: Path, server: Dovecot, **settings: object) -> tuple[Workspace, Fetched]:
    workspace = with_mailbox(prepared, tmp_path / "consultation", server.settings(**settings))
    return workspace, fetch(workspace, at=AT)


def test_starttls_and_a_server_on_this_machine_work_too(
    server: Dovecot, prepared: Path, tmp_path: Path
) -> None:
    delivered(server, 1)
    for security in ("starttls", "none"):
        folder = tmp_path / security
        folder.mkdir()
        _, fetched = refused(prepared, folder, server, security=security, port=server.plain)
        assert (len(fetched.laid), fetched.problems) == (1, ()), security


def test_a_folder_is_opened_by_the_name_that_people_see(
    server: Dovecot, prepared: Path, tmp_path: Path
) -> None:
    server.deliver("1.m.x", message(1), folder=".R&AOk-ponses")
    _, fetched = refused(prepared, tmp_path, server, mailbox="Réponses")
    assert (len(fetched.laid), fetched.problems) == (1, ())


def test_a_folder_that_is_not_there_is_named_with_those_that_are(
    server: Dovecot, prepared: Path, tmp_path: Path
) -> None:
    server.deliver("1.m.x", message(1), folder=".R&AOk-ponses")
    _, fetched = refused(prepared, tmp_path, server, mailbox="Reponses")
    (problem,) = fetched.problems
    assert isinstance(problem, MailboxMissing)
    assert set(problem.there) == {"INBOX", "Réponses"}
    assert "INBOX" in problem.message("fr")


def test_a_folder_that_may_only_be_read_is_read_and_not_marked(server: Dovecot, workspace: Workspace) -> None:
    digests = delivered(server, 2)
    server.allow("owner lr")
    first = fetch(workspace, at=AT)
    assert (len(first.laid), first.problems) == (2, (MailboxReadOnly(mailbox="INBOX"),))
    assert server.seen() == set()
    assert set(lying(workspace)) == digests
    assert fetch(workspace, at=AT) == Fetched(problems=(MailboxReadOnly(mailbox="INBOX"),))


def test_a_wrong_password_is_told_without_it(
    server: Dovecot, prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONSULT_IMAP_PASSWORD", "quite-wrong")
    _, fetched = refused(prepared, tmp_path, server)
    (problem,) = fetched.problems
    assert isinstance(problem, MailboxLoginRefused)
    assert "quite-wrong" not in problem.message("en") + str(problem)


def test_without_a_password_nobody_is_asked(server: Dovecot, prepared: Path, tmp_path: Path) -> None:
    _, fetched = refused(prepared, tmp_path, server, **{"password-file": "''"})
    assert [type(each) for each in fetched.problems] == [MailPasswordMissing]


def test_a_certificate_that_nobody_knows_ends_it_before_the_password_leaves(
    server: Dovecot, prepared: Path, tmp_path: Path
) -> None:
    _, fetched = refused(prepared, tmp_path, server, **{"ca-file": "''"})
    assert [type(each) for each in fetched.problems] == [MailboxCertificate]
    assert "Login:" not in server.log().rpartition("Disconnected")[2]


def test_an_authority_that_cannot_be_read_is_named(server: Dovecot, prepared: Path, tmp_path: Path) -> None:
    _, fetched = refused(prepared, tmp_path, server, **{"ca-file": "nowhere.pem"})
    assert [type(each) for each in fetched.problems] == [MailAuthority]


def test_a_port_where_nobody_listens_or_that_speaks_otherwise_is_named(
    server: Dovecot, prepared: Path, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        closed = door.getsockname()[1]
    for port in (closed, server.plain):
        folder = tmp_path / str(port)
        folder.mkdir()
        _, fetched = refused(prepared, folder, server, port=port)
        (problem,) = fetched.problems
        assert isinstance(problem, MailboxUnreachable)
        assert problem.port == port


def test_no_password_goes_unprotected_to_another_machine(
    server: Dovecot, prepared: Path, tmp_path: Path
) -> None:
    _, fetched = refused(prepared, tmp_path, server, security="none", host="imap.justice.example")
    assert fetched.problems == (MailboxUnprotected(host="imap.justice.example"),)


def test_without_a_mailbox_in_the_settings_there_is_nothing_to_fetch(prepared: Path) -> None:
    workspace, _ = open_workspace(prepared)
    assert workspace is not None
    assert fetch(workspace, at=AT) == Fetched(problems=(MailboxNotSet(place=Place("consultation.yaml")),))


@contextmanager
def answering(answer: Callable[[str], list[str] | None]) -> Iterator[int]:
    """Serve one client with what `answer` says to each command; None hangs up. Yield the port."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            client, _ = door.accept()
            with client, client.makefile("rwb") as wire:
                wire.write(b"* OK ready\r\n")
                wire.flush()
                for line in wire:
                    tag, _, command = line.decode().strip().partition(" ")
                    said = answer(command)
                    if said is None:
                        return
                    lines = (each.replace("TAG", tag) + " done" * (each[:3] == "TAG") for each in said)
                    wire.write("".join(f"{each}\r\n" for each in lines).encode())
                    wire.flush()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield door.getsockname()[1]
        thread.join(10)


def ordinary(command: str) -> list[str] | None:
    """Answer as a small server does: one message, read by nobody."""
    if command.startswith("CAPABILITY"):
        return ["* CAPABILITY IMAP4rev1", "TAG OK"]
    if command.startswith("SELECT"):
        return ["* 1 EXISTS", "* OK [UIDVALIDITY 7] good", "TAG OK [READ-WRITE]"]
    if "1:*" in command:
        return ["* 1 FETCH (FLAGS () UID 5 RFC822.SIZE 4)", "TAG OK"]
    if "BODY.PEEK" in command:
        return ["* 1 FETCH (BODY[] {4}", "a: b UID 5)", "TAG OK"]
    if command.startswith("LOGOUT"):
        return ["* BYE", "TAG OK"]
    return ["TAG OK"]


def local(port: int, **more: object) -> Receiving:
    said = {"host": "127.0.0.1", "port": port, "security": "none", "user": "u", **more}
    return Receiving.model_validate(said)


def test_a_number_that_stands_after_the_message_is_read_too(tmp_path: Path) -> None:
    with answering(ordinary) as port, opened(local(port), "p", root=tmp_path) as box:
        assert (box.uidvalidity, list(box.lying())) == ("7", ["5"])
        assert box.messages(["5"]) == {"5": b"a: b"}


def test_a_server_without_encryption_gets_no_password(tmp_path: Path) -> None:
    heard: list[str] = []

    def listen(command: str) -> list[str] | None:
        heard.append(command)
        return ordinary(command)

    with (
        answering(listen) as port,
        pytest.raises(Unavailable) as caught,
        opened(local(port, security="starttls"), PASSWORD, root=tmp_path),
    ):
        pass
    assert caught.value.problem == MailboxNotEncrypted(host="127.0.0.1", port=port)
    assert not any("LOGIN" in command or "AUTH" in command for command in heard)


@pytest.mark.parametrize(
    "selected",
    [["* 1 EXISTS"], ["* OK [UIDVALIDITY 7] x", "* NO [UIDNOTSTICKY] none"], ["* OK [UIDVALIDITY x] y"]],
)
def test_a_server_that_does_not_number_for_good_is_refused(tmp_path: Path, selected: list[str]) -> None:
    def answer(command: str) -> list[str] | None:
        return [*selected, "TAG OK [READ-WRITE]"] if command.startswith("SELECT") else ordinary(command)

    with (
        answering(answer) as port,
        pytest.raises(Unavailable) as caught,
        opened(local(port), "p", root=tmp_path),
    ):
        pass
    assert caught.value.problem == MailboxWithoutNumbers(mailbox="INBOX")


def test_a_server_that_is_busy_is_no_refusal(tmp_path: Path) -> None:
    def answer(command: str) -> list[str] | None:
        return ["TAG NO [UNAVAILABLE] later"] if command.startswith("LOGIN") else ordinary(command)

    with (
        answering(answer) as port,
        pytest.raises(Unavailable) as caught,
        opened(local(port), "p", root=tmp_path),
    ):
        pass
    assert caught.value.passing
    assert isinstance(caught.value.problem, MailboxUnreachable)


@pytest.mark.parametrize("how", ["hangs up", "says no", "says nonsense", "falls silent"])
def test_a_server_that_does_not_go_on_is_lost(tmp_path: Path, how: str) -> None:
    silent = threading.Event()

    def answer(command: str) -> list[str] | None:
        if "BODY.PEEK" not in command:
            return ordinary(command)
        if how == "falls silent":
            silent.wait(5)
        return {"says no": ["TAG NO not now"], "says nonsense": ["\x00\xff{9}", "TAG BAD"]}.get(how)

    with answering(answer) as port, opened(local(port), "p", root=tmp_path, patience=0.5) as box:
        with pytest.raises(Lost):
            box.messages(["5"])
        silent.set()


def test_a_mark_that_is_refused_is_said(server: Dovecot, prepared: Path, tmp_path: Path) -> None:
    def answer(command: str) -> list[str] | None:
        return ["TAG NO no flags"] if "STORE" in command else ordinary(command)

    with answering(answer) as port:
        _, fetched = refused(prepared, tmp_path, server, security="none", host="127.0.0.1", port=port)
    assert fetched == Fetched(laid=("mail-7-5.eml",), problems=(MailboxReadOnly(mailbox="INBOX"),))


def said(workspace: Workspace, *more: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["-C", str(workspace.folder.root), "fetch", *more])
    return done.exit_code, done.output


def test_the_command_says_what_came(server: Dovecot, workspace: Workspace) -> None:
    assert said(workspace) == (0, "Il n’y a rien de nouveau dans la boîte aux lettres.\n")
    delivered(server, 2)
    code, text = said(workspace)
    assert code == 0
    assert text.startswith("2 nouveaux messages ont été relevés dans la boîte.")
    assert "consult receive" in text
    server.deliver("3.m.x", message(1))
    code, text = said(workspace, "--json")
    assert (code, json.loads(text)) == (0, {"laid": [], "known": 1, "problems": []})


def test_what_keeps_messages_there_ends_with_one(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONSULT_IMAP_PASSWORD", "wrong")
    code, text = said(workspace)
    assert code == 1
    assert "mailbox-login-refused" in text


def test_a_mail_made_by_the_standard_library_is_read_whole() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "A <a@b.example>", "c@d.example", "Réponse"
    mail.set_content("Voici.")
    mail.add_attachment(b"\0\1", maintype="application", subtype="zip", filename="é.zip")
    unpacked, problems = unpack(mail.as_bytes())
    assert problems == []
    assert unpacked is not None
    assert unpacked.parts == (Part("é.zip", b"\0\1"),)
