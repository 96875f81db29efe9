"""A mail server of one's own: Dovecot on loopback ports, in a temporary folder, as whoever runs the tests."""

import grp
import hashlib
import hmac
import json
import os
import pwd
import re
import shutil
import socket
import subprocess
import tempfile
import time
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.certificates import certify

USER, PASSWORD = "returns@justice.example", 'p"ä\\s s'

_CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = yes
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.key
auth_mechanisms = plain login xoauth2
disable_plaintext_auth = yes
auth_failure_delay = 0
first_valid_uid = 0
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_location = maildir:~/Maildir
maildir_very_dirty_syncs = no
mail_fsync = never
mail_plugins = $mail_plugins acl
plugin {{
  acl = vfile
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
passdb {{
  driver = passwd-file
  args = scheme=plain username_format=%u {folder}/users
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {folder}/oauth2
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""

_OAUTH2 = """
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={folder}/keys/
username_attribute = email
"""

KEY = b"what signs access tokens on this server alone"


class Dovecot:
    """The server, and the mailbox behind it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.authority = certify(folder)
        self.plain, self.tls = _free_ports(2)
        self._process: subprocess.Popen[bytes] | None = None
        # its processes refuse to run as root
        self._rights: dict[str, Any] = {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}
        owner = pwd.getpwnam("nobody") if self._rights else pwd.getpwuid(os.geteuid())
        group = grp.getgrgid(owner.pw_gid).gr_name
        (folder / "users").write_text(f"{USER}:{PASSWORD}\n")
        (folder / "conf").write_text(
            _CONFIG.format(
                folder=folder, user=owner.pw_name, group=group, uid=owner.pw_uid, gid=owner.pw_gid,
                plain=self.plain, tls=self.tls,
            )
        )  # fmt: skip
        (folder / "home").mkdir()
        (folder / "oauth2").write_text(_OAUTH2.format(folder=folder))
        keys = folder / "keys" / "default" / "HS256"
        keys.mkdir(parents=True)
        (keys / "default").write_bytes(b64encode(KEY))
        self._give(folder, *folder.rglob("*"))

    def start(self) -> None:
        command = [_program(), "-F", "-c", self.folder / "conf"]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **self._rights
        )
        for _ in range(200):
            try:
                with socket.create_connection(("127.0.0.1", self.plain), timeout=0.5) as door:
                    if door.recv(4) == b"* OK":
                        return
            except OSError:
                pass
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError(f"Dovecot does not start: {self.log()}")

    def kill(self) -> None:
        """End the server at once, and with it every process that serves somebody."""
        if self._process is None:
            return
        own = self._children(self._process.pid)
        self._process.kill()
        for pid in own:
            try:
                os.kill(pid, 9)
            except ProcessLookupError:
                continue
        self._process.wait()
        self._process = None

    def _give(self, *paths: Path) -> None:
        for path in paths:
            if self._rights:
                shutil.chown(path, **self._rights)

    @staticmethod
    def _children(pid: int) -> list[int]:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def log(self) -> str:
        path = self.folder / "log"
        return path.read_text(errors="replace") if path.exists() else ""

    @property
    def maildir(self) -> Path:
        return self.folder / "home" / "Maildir"

    def empty(self) -> None:
        """Take the mailbox away, with everything that the server knows of it."""
        shutil.rmtree(self.maildir, ignore_errors=True)

    def deliver(self, name: str, message: bytes, *, folder: str = "") -> None:
        """Lay a message into the mailbox as servers do: whole, under a new name."""
        there = self.maildir / folder
        for part in ("tmp", "new", "cur"):
            (there / part).mkdir(parents=True, exist_ok=True)
            self._give(self.maildir, there, there / part)
        (there / "tmp" / name).write_bytes(message)
        self._give(there / "tmp" / name)
        (there / "tmp" / name).replace(there / "new" / name)

    def seen(self) -> set[str]:
        """Return the sha256 of the messages that are marked as read."""
        there = self.maildir / "cur"
        return {
            hashlib.sha256(each.read_bytes()).hexdigest()
            for each in (there.iterdir() if there.is_dir() else ())
            if "S" in each.name.rpartition("2,")[2]
        }

    def allow(self, rights: str) -> None:
        """Say who may do what in the mailbox, such as `owner lr`: to see it and to read."""
        (self.maildir / "dovecot-acl").write_text(f"{rights}\n")
        self._give(self.maildir / "dovecot-acl")

    def number_anew(self, validity: int) -> None:
        """Give the mailbox another UIDVALIDITY, as servers do that were restored or moved."""
        listed = self.maildir / "dovecot-uidlist"
        head, _, rest = listed.read_text().partition("\n")
        listed.write_text(re.sub(r"\bV\d+", f"V{validity}", head) + "\n" + rest)
        for index in self.maildir.glob("dovecot.index*"):
            index.unlink()

    def settings(self, **other: object) -> str:
        """Return what consultation.yaml says of this mailbox."""
        keys = {
            "host": "localhost", "port": self.tls, "security": "tls", "user": USER,
            "password-file": str(self.folder / "password"), "ca-file": str(self.authority), **other,
        }  # fmt: skip
        path = self.folder / "password"
        path.write_text(f"{PASSWORD}\n", encoding="utf-8")
        path.chmod(0o600)
        lines = "".join(f"    {key}: {value}\n" for key, value in keys.items())
        return f"mail:\n  receiving:\n{lines}"


def token(user: str = USER, *, lasting: int = 3600, key: bytes = KEY) -> str:
    """Return an access token (RFC 7519) that lasts so many seconds from now."""

    def part(data: bytes) -> str:
        return urlsafe_b64encode(data).decode().rstrip("=")

    now = int(time.time())
    claims = {"email": user, "sub": user, "iat": now - 7200, "exp": now + lasting}
    said = ".".join(part(json.dumps(each).encode()) for each in ({"alg": "HS256", "typ": "JWT"}, claims))
    return f"{said}.{part(hmac.digest(key, said.encode(), 'sha256'))}"


@contextmanager
def running() -> Iterator[Dovecot]:
    folder = Path(tempfile.mkdtemp(prefix="consult-imap-", dir="/tmp"))  # paths of sockets must be short
    server = Dovecot(folder)
    try:
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _program() -> str:
    """Return Dovecot's path; skip where it is missing, fail where CI promised it."""
    path = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if path is None or not Path("/usr/lib/dovecot/imap").exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)("Dovecot (package dovecot-imapd) is missing")
    return str(path)


def _free_ports(count: int) -> list[int]:
    doors = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(door.getsockname()[1]) for door in doors]
    for door in doors:
        door.close()
    return ports
