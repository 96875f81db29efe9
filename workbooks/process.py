"""One confined child process, as its parent sees it: bytes sent and read without waiting, and its end."""

import fcntl
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from problems import Place, Problem
from problems.intake import ReadingCrashed, ReadingTooBig, ReadingTooSlow
from workbooks.wire import CPU_SECONDS, HEADER, REPLY_LIMIT, Answer, decode

WALL_SECONDS: Final = 20

_ROOT: Final = str(Path(__file__).resolve().parent.parent)
_PATH: Final = [_ROOT, *(entry for entry in sys.path if Path(entry).is_absolute())]
_START: Final = f"import sys; sys.path[:] = {_PATH!r}; from workbooks.child import main; main()"
_CHUNK: Final = 2**20


class Child:
    """A process that reads one file at a time; `shown` and `index` are those of the file it has."""

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        self.wall_seconds = wall_seconds
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # its words may be a stranger's
            bufsize=0,
            cwd="/",
            env={},
            start_new_session=True,  # an interrupt at the terminal is the parent's to handle
        )
        assert self.process.stdin is not None  # noqa: S101  # a pipe was asked for
        assert self.process.stdout is not None  # noqa: S101
        self.stdin, self.stdout = self.process.stdin.fileno(), self.process.stdout.fileno()
        with suppress(
            OSError, AttributeError
        ):  # room for a whole file and a whole reply, where Linux grants it
            for pipe in (self.stdin, self.stdout):
                fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _CHUNK)
        os.set_blocking(self.stdin, False)
        self.started = False
        self.shown, self.index, self.deadline = "", 0, 0.0
        self.unsent = memoryview(b"")
        self.reply = bytearray()

    def start(self) -> bool:
        """Return whether the child is there; a new one says so by a first word, which is waited for."""
        if self.started:
            return self.process.poll() is None
        poller = select.poll()
        poller.register(self.stdout, select.POLLIN)
        if poller.poll(WALL_SECONDS * 1000) and os.read(self.stdout, HEADER.size) == HEADER.pack(False, 0):
            os.set_blocking(self.stdout, False)
            self.started = True
        return self.started

    def ask(self, index: int, shown: str, data: bytes) -> None:
        """Give an idle child a file; its time starts now."""
        self.index, self.shown = index, shown
        self.deadline = time.monotonic() + self.wall_seconds
        self.unsent = memoryview(HEADER.pack(False, len(data)) + data)
        self.reply = bytearray()
        self.write()

    def write(self) -> None:
        """Write what the pipe takes; that a child has ended shows when it is read from."""
        try:
            while self.unsent:
                self.unsent = self.unsent[os.write(self.stdin, self.unsent) :]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self.unsent = memoryview(b"")

    def read(self) -> bool:
        """Read what has come; return whether the reply is whole. EOFError when none can come any more."""
        with suppress(BlockingIOError):
            while not self._whole():
                chunk = os.read(self.stdout, _CHUNK)
                if not chunk:
                    raise EOFError
                self.reply += chunk
        return self._whole()

    def _whole(self) -> bool:
        if len(self.reply) < HEADER.size:
            return False
        _, length = HEADER.unpack_from(self.reply)
        if length > REPLY_LIMIT:
            raise EOFError
        return len(self.reply) >= HEADER.size + int(length)

    def answer(self) -> tuple[Answer, bool]:
        """Decode a whole reply; return the answer and whether this child may be given another file."""
        retire, _ = HEADER.unpack_from(self.reply)
        body, self.reply = bytes(memoryview(self.reply)[HEADER.size :]), bytearray()
        try:
            return decode(body, self.shown), not retire
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return (None, [ReadingCrashed(place=Place(self.shown))]), False

    def late(self) -> Problem:
        return ReadingTooSlow(place=Place(self.shown), seconds=round(self.wall_seconds))

    def failure(self) -> Problem:
        """Say why a child stopped answering, by how it ended."""
        place = Place(self.shown)
        with suppress(subprocess.TimeoutExpired):
            match -self.process.wait(timeout=1):
                case signal.SIGXCPU:
                    return ReadingTooSlow(place=place, seconds=CPU_SECONDS)
                case signal.SIGABRT | signal.SIGKILL:  # Rust aborts, and Linux kills, where memory is short
                    return ReadingTooBig(place=place)
        return ReadingCrashed(place=place)

    def kill(self) -> None:
        """End the process, whatever it does, and leave nothing of it behind."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
