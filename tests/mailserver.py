"""A mail server on this machine that fails as it is told (aiosmtpd), and remembers what it took."""

import asyncio
import hashlib
import socket
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from aiosmtpd.smtp import SMTP, Envelope, Session

FAULTS = (
    "451 at RCPT",
    "550 at RCPT",
    "451 after the end",
    "550 after the end",
    "421 at MAIL",
    "421 after the end",
    "drops at RCPT",
    "drops at DATA",
    "drops within",
    "takes it and drops",
    "drops after the end",
    "slow",
)
"""What may happen to a letter at one attempt; only `takes it and drops`, `slow` and no fault take it."""

FOR_GOOD = frozenset({"550 at RCPT", "550 after the end"})
SILENT = frozenset({"takes it and drops", "drops after the end"})
"""After these nobody can know whether the letter was taken."""

Plan = Callable[[str, int], str]
"""Says what happens at the so-manieth attempt (from 0) to write to an address."""


def no_fault(_address: str, _attempt: int) -> str:
    return ""


def by_seed(seed: int, share: int = 50, lasting: int = 3) -> Plan:
    """Plan faults for so many of a hundred attempts; after `lasting` attempts everything passing is over."""

    def plan(address: str, attempt: int) -> str:
        for_good = _roll(seed, address, -1)
        if for_good % 10 == 0:
            return sorted(FOR_GOOD)[for_good // 10 % 2]
        if attempt >= lasting or _roll(seed, address, attempt) % 100 >= share:
            return ""
        passing = [each for each in FAULTS if each not in FOR_GOOD | {"drops within"}]
        return passing[_roll(seed, address, attempt) // 100 % len(passing)]

    return plan


def _roll(seed: int, address: str, attempt: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed} {address} {attempt}".encode()).digest()[:6], "big")


@dataclass
class Remembered:
    """What the server has seen: messages taken, and those whose end came but no answer went."""

    taken: list[tuple[tuple[str, ...], bytes]] = field(default_factory=list)
    silent: Counter[str] = field(default_factory=Counter)
    attempts: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    senders: list[str] = field(default_factory=list)
    greetings: int = 0

    @property
    def taken_by(self) -> Counter[str]:
        return Counter(address for addresses, _ in self.taken for address in addresses)

    def of(self, address: str) -> bytes:
        (found,) = (data for addresses, data in self.taken if address in addresses)
        return found


class Faulty(SMTP):
    """One connection to the server."""

    remembered: Remembered
    plan: Plan
    fault: str
    refused_sender: str

    def hang_up(self) -> None:
        if self.transport is not None:
            self.transport.abort()

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802  # aiosmtpd's names
        self.fault = ""
        self.remembered.senders.append(arg or "")
        if self.refused_sender:
            await self.push(self.refused_sender)
            return
        await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        address = (arg or "").partition("<")[2].partition(">")[0]
        attempt = self.remembered.attempts[address]
        self.remembered.attempts[address] += 1
        self.fault = self.plan(address, attempt)
        self.remembered.met[self.fault] += 1
        match self.fault:
            case "451 at RCPT":
                await self.push(f"451 4.7.1 <{address}> come back later")
            case "550 at RCPT":
                await self.push(
                    f"550-5.1.1 <{address}>\r\n550 5.1.1 there is nobody {address.partition('@')[0]}"
                )
            case "530 at RCPT":
                await self.push("530 5.7.57 Client not authenticated to send mail")
            case "stalls at RCPT":
                await asyncio.sleep(1)
            case "421 at MAIL":
                await self.push("421 4.3.2 closing")
                self._writer.close()
            case "drops at RCPT":
                self.hang_up()
            case _:
                await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        if self.fault == "drops at DATA":
            self.hang_up()
        elif self.fault == "talks within":
            await self.push("354 go on\r\n421 4.3.2 closing")
            await asyncio.sleep(0.3)
        elif self.fault == "drops within":
            await self.push("354 go on")
            await self._reader.readuntil(b"\r\n")
            await asyncio.sleep(0.05)
            self.hang_up()
        else:
            await super().smtp_DATA(arg)


class Taking:
    """What aiosmtpd asks once the end of a message has come."""

    def __init__(self, remembered: Remembered) -> None:
        self.remembered = remembered

    async def handle_DATA(self, server: Faulty, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        fault, addresses = server.fault, tuple(envelope.rcpt_tos)
        if fault == "stalls at the end":
            await asyncio.sleep(1)
        if fault == "says what is no answer":
            return "gibberish"
        if fault == "slow":
            await asyncio.sleep(0.03)
        if fault in SILENT:
            self.remembered.silent.update(addresses)
        if fault in {"", "slow", "takes it and drops", "drops within"}:
            self.remembered.taken.append((addresses, bytes(envelope.content or b"")))
        if fault in SILENT:
            server.hang_up()
            return "250 nobody reads this"
        if fault == "421 after the end":
            server.loop.call_soon(server._writer.close)
            return "421 4.3.2 closing"
        answers = {"451 after the end": "451 4.3.0 try again", "550 after the end": "550 5.7.1 no such thing"}
        return answers.get(fault, "250 2.0.0 taken") + (f" {addresses[0]}" if fault in answers else "")


@dataclass
class Running:
    port: int
    remembered: Remembered
    options: dict[str, object]


@contextmanager
def mailserver(
    plan: Plan = no_fault,
    *,
    tls: ssl.SSLContext | None = None,
    refused_sender: str = "",
    hooks: Mapping[str, object] | None = None,
    **options: object,
) -> Iterator[Running]:
    """Run the server on a free port of loopback; `tls` from the first byte, `tls_context` for STARTTLS.

    `hooks` are asked by aiosmtpd besides, such as `auth_XOAUTH2`.
    """
    remembered = Remembered()
    handler = Taking(remembered)
    for name, hook in (hooks or {}).items():
        setattr(handler, name, hook)
    own = {
        "remembered": remembered,
        "plan": staticmethod(plan),
        "fault": "",
        "refused_sender": refused_sender,
    }
    kind = type("Faulty", (Faulty,), own)
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    listening.bind(("127.0.0.1", 0))
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda *_: None)
    options.setdefault("enable_SMTPUTF8", True)

    def connection() -> SMTP:
        remembered.greetings += 1
        return kind(handler, loop=loop, hostname="mail.example", **options)

    async def serve() -> asyncio.Server:
        return await loop.create_server(connection, sock=listening, ssl=tls)

    server = loop.run_until_complete(serve())
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield Running(listening.getsockname()[1], remembered, options)
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        with suppress(RuntimeError):
            loop.close()
