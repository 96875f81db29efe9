"""One confined child process, as its parent sees it: bytes sent and read without waiting, and its end."""

import fcntl
import os
import select
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar

from problems import Place, Problem
from problems.intake import ReadingCrashed, ReadingTooBig, ReadingTooSlow
from workbooks.wire import CPU_SECONDS, HEADER, REPLY_LIMIT, Answer, Task

T = TypeVar("T")

WALL_SECONDS: Final = 20

_ROOT: Final = str(Path(__file__).resolve().parent.parent)
_PATH: Final = [_ROOT, *(entry for entry in sys.path if Path(entry).is_absolute())]
_START: Final = f"import sys; sys.path[:] = {_PATH!r}; from workbooks.child import main; main()"
_CHUNK: Final = 2**20
_ENVIRONMENT: Final = {
    "MALLOC_MMAP_THRESHOLD_": str(64 * 2**20),
    "MALLOC_TOP_PAD_": str(16 * 2**20),
    "MALLOC_TRIM_THRESHOLD_": str(128 * 2**20),
}
"""Nothing of ours; glibc keeps the memory of one file for the next, which saves a tenth of the time."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file for a child: which one of the pass, the path that its problems name, its bytes."""

    index: int
    shown: str
    data: bytes


class Child(Generic[T]):
    """A process that works through its `jobs`, one file after the other."""

    def __init__(self, task: Task[T], wall_seconds: float = WALL_SECONDS) -> None:
        self.task, self.wall_seconds = task, wall_seconds
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # its words may be a stranger's
            bufsize=0,
            cwd="/",
            env=_ENVIRONMENT,
            start_new_session=True,  # an interrupt at the terminal is the parent's to handle
        )
        assert self.process.stdin is not None  # noqa: S101  # a pipe was asked for
        assert self.process.stdout is not None  # noqa: S101
        self.stdin, self.stdout = self.process.stdin.fileno(), self.process.stdout.fileno()
        for pipe in (self.stdin, self.stdout):
            os.set_blocking(pipe, False)
            with suppress(OSError, AttributeError):  # room for whole files and replies, where Linux grants it
                fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _CHUNK)
        self.started = False
        self.jobs: deque[Job] = deque()
        self.deadline = 0.0
        """When the first job is late."""
        self.unsent: deque[memoryview] = deque()
        self.reply = bytearray()
        self._send(task.lesson, lesson=True)

    def start(self) -> bool:
        """Return whether the child is there; a new one says so when it knows its lesson."""
        until = time.monotonic() + WALL_SECONDS
        with suppress(EOFError):
            while not self.started and time.monotonic() < until:
                poller = select.poll()
                poller.register(self.stdout, select.POLLIN)
                if self.unsent:
                    poller.register(self.stdin, select.POLLOUT)
                poller.poll((until - time.monotonic()) * 1000)
                self.write()
                self.started = self.read()
                self.reply.clear()
        return self.started and self.process.poll() is None

    def ask(self, job: Job) -> None:
        """Give the child a file; its time starts when it is the child's first."""
        self.jobs.append(job)
        if len(self.jobs) == 1:
            self.deadline = time.monotonic() + self.wall_seconds
        self._send(job.data, lesson=False)

    def _send(self, data: bytes, *, lesson: bool) -> None:
        self.unsent += (memoryview(HEADER.pack(lesson, len(data))), memoryview(data))
        self.write()

    def write(self) -> None:
        """Write what the pipe takes; that a child has ended shows when it is read from."""
        try:
            while self.unsent:
                rest = self.unsent[0][os.write(self.stdin, self.unsent[0]) :]
                if rest:
                    self.unsent[0] = rest
                else:
                    self.unsent.popleft()
        except BlockingIOError:
            return
        except BrokenPipeError:
            self.unsent.clear()

    def read(self) -> bool:
        """Read what has come; return whether a reply is whole. EOFError when none can come any more."""
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

    def answers(self) -> Iterator[tuple[Job, Answer[T], bool]]:
        """Yield each whole reply with its job, and whether this child may go on. EOFError as for `read`.

        A child that says more than it was asked is not to be trusted further.
        """
        while self._whole():
            retire, length = HEADER.unpack_from(self.reply)
            body = bytes(memoryview(self.reply)[HEADER.size : HEADER.size + length])
            del self.reply[: HEADER.size + length]
            job = self.jobs.popleft()
            self.deadline = time.monotonic() + self.wall_seconds
            try:
                answer, sane = self.task.decode(body, job.shown), bool(self.jobs) or not self.reply
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                answer, sane = (None, [ReadingCrashed(place=Place(job.shown))]), False
            yield job, answer, sane and not retire
            if retire or not sane:
                return

    def late(self) -> Problem:
        return ReadingTooSlow(place=Place(self.jobs[0].shown), seconds=round(self.wall_seconds))

    def failure(self) -> Problem:
        """Say why a child stopped answering, by how it ended."""
        place = Place(self.jobs[0].shown)
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
