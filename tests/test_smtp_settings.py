"""Mail in the settings, large attachments, and what the commands say, word for word."""

import json
import re
from collections.abc import Mapping
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner

from cli import app
from consultation.check import check_consultation
from consultation.folder import Folder
from consultation.mail import MailSettings, Sending
from consultation.servers import password_of
from languages.messages import spoken
from problems import Problem
from problems.mail import (
    MailAuthority,
    MailHostMissing,
    MailPasswordFile,
    MailPasswordMissing,
    MailPasswordReadable,
    MailReplyAddress,
    MailServerUnreachable,
    MailShareAddress,
    MailUnprotected,
)
from store.open import open_store
from tests.letters import configured, letters, local
from tests.mailserver import mailserver
from tests.stage import AT, bytes_in_order, new_folder
from workflows.launch import launch
from workflows.post import Desk, letter_key
from workflows.process_read import read_process

ROOT = Path(__file__).parent.parent
GOOD = {"host": "smtp.justice.example", "reply-to": "consultation@justice.example"}


def checked(folder: Path, sending: Mapping[str, object]) -> list[Problem]:
    if not (folder / "consultation.yaml").exists():
        new_folder(folder)
    configured(folder, sending)
    _, problems = check_consultation(Folder(folder), at=AT, shipped=["untoc.1"], translated=["en", "fr"])
    assert all(each.message(language) for each in problems for language in spoken())
    return problems


def test_settings_that_are_fine_are_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSULT_SMTP_PASSWORD", "secret")
    fine = {**GOOD, "user": "awa", "share": "https://files.justice.example/consultation"}
    assert checked(tmp_path, fine) == []
    for host in ("localhost", "127.0.0.1", "::1", "[::1]"):
        assert checked(tmp_path, {"host": host, "security": "none"}) == []


@pytest.mark.parametrize(
    ("wrong", "problem", "line"),
    [
        ({"host": ""}, MailHostMissing, "host"),
        ({"security": "none"}, MailUnprotected, "security"),
        ({"reply-to": "consultation at justice"}, MailReplyAddress, "reply-to"),
        ({"share": "http://files.justice.example"}, MailShareAddress, "share"),
        ({"share": "https://"}, MailShareAddress, "share"),
        ({"ca-file": "nowhere.pem"}, MailAuthority, "ca-file"),
        ({"ca-file": "consultation.yaml"}, MailAuthority, "ca-file"),
        ({"user": "awa"}, MailPasswordMissing, "user"),
        ({"user": "awa", "password-file": "nowhere"}, MailPasswordFile, "password-file"),
        ({"user": "awa", "password-file": "stakeholders.csv"}, MailPasswordReadable, "password-file"),
    ],
)
def test_each_mistake_is_named_at_its_line(
    tmp_path: Path, wrong: Mapping[str, object], problem: type[Problem], line: str
) -> None:
    new_folder(tmp_path)
    (tmp_path / "stakeholders.csv").chmod(0o644)
    (found,) = checked(tmp_path, {**GOOD, **wrong})
    assert type(found) is problem
    text = (tmp_path / "consultation.yaml").read_text(encoding="utf-8").splitlines()
    assert text[found.place.line - 1].strip().startswith(f"{line}:")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_port_is_a_name_and_not_a_quantity(language: str) -> None:
    told = MailServerUnreachable(host="smtp.justice.example", port=2525, why="").as_json(language)["message"]
    assert "port 2525," in str(told)


def test_a_password_file_of_notepad_is_read_without_its_mark(tmp_path: Path) -> None:
    secret = tmp_path / "smtp.secret"
    secret.write_bytes(b"\xef\xbb\xbfa-secret-word\r\n")
    secret.chmod(0o600)
    server = Sending(host="smtp.justice.example", user="awa", password_file="smtp.secret")
    assert password_of(server, tmp_path) == ("a-secret-word", [])


def test_a_password_is_shown_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSULT_SMTP_PASSWORD", "a-secret-word")
    with mailserver(auth_required=False) as server:
        workspace = letters(tmp_path / "c", 1, local(server.port, user="awa"))
        said = CliRunner().invoke(app, ["-C", str(workspace.folder.root), "send"])
    assert "mail-login-not-offered" in said.output  # this server knows no users
    held = [path.read_bytes() for path in workspace.folder.root.rglob("*") if path.is_file()]
    assert b"a-secret-word" not in b"".join([said.output.encode(), *held])


def written(folder: Path, language: str, workbook: bytes, **more: object) -> EmailMessage:
    """Launch, and write a body at risk another letter with this workbook."""
    registry = (
        "name,kind,sector,mandates,languages,contact,email,at risk\n"
        f"Réseau Abri,ngo,victims,untoc.23,{language},,abri@abri.example,yes\n"
    )
    new_folder(folder, language=language, registry=registry, routing="precedence: []\n")
    workspace = configured(folder, {**GOOD, "attach-up-to": 1, **more})
    launch(workspace, at=AT, random=bytes_in_order())
    process, _ = read_process("consultation", folder)
    assert process is not None
    with open_store(workspace.database, create=False) as store:
        desk = Desk(workspace, process, store, AT)
        (body,) = desk.bodies.values()
        key = letter_key("reminder", "0123456789")
        raw = desk.message("reminder", body, key=key, round="answers", workbook=workbook)
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize("language", spoken())
@pytest.mark.parametrize("share", ["", "https://files.justice.example/c/"])
def test_what_is_too_large_lies_beside_the_letter_which_says_where(
    tmp_path: Path, language: str, share: str
) -> None:
    workbook = bytes(range(256)) * 4096
    letter = written(tmp_path, language, workbook, share=share)
    (large,) = (tmp_path / "outbox" / "large").iterdir()
    assert large.read_bytes() == workbook
    assert (len(large.stem), large.suffix, "abri" in large.name) == (32, ".xlsx", False)
    assert list(letter.iter_attachments()) == []
    plain, page = (
        letter.get_body((kind,)).get_content().replace("\r\n", "\n")  # type: ignore[union-attr]
        for kind in ("plain", "html")
    )
    link = f"https://files.justice.example/c/{large.name}"
    told = plain.split("\n\n")[1]
    beginning = {"en": "The file consultation.xlsx is too", "fr": "Le fichier consultation.xlsx est trop"}
    assert told.startswith(beginning[language])
    if share:
        assert told.endswith(f":\n{link}")
        assert f'<a href="{link}">{link}</a>' in page
    else:
        assert told.endswith(": Awa Traoré · awa@justice.example · +223 20 00 00 00")
        assert "awa@justice.example · +223 20 00 00 00" in page


@pytest.mark.parametrize(("kibibytes", "aside"), [(700, False), (800, True)])
def test_what_base64_makes_too_large_is_too_large(tmp_path: Path, kibibytes: int, aside: bool) -> None:
    """800 KiB are more than 1 MiB once they are written as mail."""
    letter = written(tmp_path, "en", bytes(kibibytes * 1024))
    assert (len(list(letter.iter_attachments())), (tmp_path / "outbox" / "large").exists()) == (
        int(not aside),
        aside,
    )


def test_the_settings_shown_in_the_docs_are_settings(tmp_path: Path) -> None:
    block, with_tokens = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "mail.md").read_text(), re.DOTALL)
    shown = MailSettings.model_validate(YAML(typ="safe").load(with_tokens)["mail"])
    for server in (shown.sending, shown.receiving):
        assert server is not None
        assert server.token_command[:3] == ("az", "account", "get-access-token")
    for text in (block, re.sub(r"(?m)^    # ", "    ", block)):
        shown = YAML(typ="safe").load(text)["mail"]["sending"]
        wrong = checked(tmp_path / str(len(text)), shown)
        assert {type(each) for each in wrong} <= {MailPasswordFile, MailAuthority}
        assert len(wrong) == 1 + ("ca-file" in shown)


def said(folder: Path, *words: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["-C", str(folder), *words], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return "\n".join(line.rstrip() for line in result.stdout.splitlines())


def test_what_the_command_says_word_for_word(tmp_path: Path) -> None:
    faults = {"body0": "550 at RCPT", "body1": "drops after the end", "body2": "451 at RCPT"}
    with mailserver(lambda address, _: faults.get(address.partition("@")[0], "")) as server:
        workspace = letters(tmp_path / "c", 5, None)
        root = workspace.folder.root
        assert said(root, "send") == NOT_CONFIGURED
        assert said(root, "send", "--by-hand", "--to", "Body 4").startswith("Letters")
        configured(root, local(server.port))
        assert said(root, "send", "--to", "Body 0", "--to", "Body 1", "--to", "Body 3") == SENT
        found = json.loads(said(root, "send", "--to", "body-3", "--json"))
        assert found["counts"] == {"failed": 1, "unknown": 1, "waiting": 1, "sent": 2}
        status = said(root, "status")
        advanced = said(root, "advance", "--at", "2027-01-05T10:00")
    assert advanced.endswith("\n\nOne letter is still to be sent: consult send")
    assert "  One letter is still to be sent: consult send\n" in status
    assert "  2 letters have not arrived, or perhaps not: consult send says which\n" in status
    assert said(root, "send", "--again", "Nobody", code=3) == ""
    assert said(root, "send", "--again", "Body 1", "--by-hand", code=2) == ""


NOT_CONFIGURED = """\
Letters       Number
not sent yet       5

No mail server is set up, so nothing was sent. Open each .eml file in outbox/ with your mail program and \
send it; or set up “mail” in consultation.yaml (docs/mail.md shows how), and consult send does it.

Next: when you have sent them yourself: consult send --by-hand"""

SENT = """\
Letters                  Number
sent now                      1
sent before                   1
not sent yet                  1
refused                       1
may have arrived or not       1

The mail server refused these letters. If it is the address, correct it in the registry, then: consult send \
--again BODY
  Body 0 (outbox/invitation-body-0.eml): 550 5.1.1 … 5.1.1 there is nobody body0

The connection ended before the server said whether it took these letters, so they are not sent again by \
themselves. Ask whether they have arrived; if not: consult send --again BODY
  Body 1 (outbox/invitation-body-1.eml): the connection was lost after the whole letter had left

Next: later, once more: consult send"""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_settings_that_a_new_folder_shows_are_settings(language: str) -> None:
    template = ROOT / "consultation" / "templates" / language / "consultation.yaml.j2"
    (block,) = re.findall(r"(?m)^# mail:\n(?:#  .*\n)+", template.read_text(encoding="utf-8"))
    shown = MailSettings.model_validate(YAML(typ="safe").load(re.sub(r"(?m)^# ", "", block))["mail"])
    assert shown.sending is not None
    assert shown.receiving is not None
    assert (shown.sending.port, shown.sending.security) == (587, "starttls")
    assert (shown.receiving.port, shown.receiving.security) == (993, "tls")
