"""A pool of confined child processes that read returned files, so that no file can harm or stop the parent.

A child answers file after file, at milliseconds each; one that ends or is late is replaced, and how it ended
is the verdict on its file. For systems with POSIX pipes and signals.
"""

import select
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from problems import Place, Problem
from problems.files import FileUnreadable
from problems.intake import FileTooLarge
from workbooks.contents import Contents
from workbooks.prescan import FILE_LIMIT
from workbooks.process import WALL_SECONDS, Child
from workbooks.wire import Answer

READ_AHEAD: Final = 4
"""Files taken ahead of the one that the caller gets next, for each child; memory holds no more than these."""

Source = bytes | Path
Opened = tuple[str, Contents | None, list[Problem]]


class Sandbox:
    """The pool: `with Sandbox() as sandbox: contents, problems = sandbox.open(data, shown="inbox/x.xlsx")`.

    May be used by several threads at once: each call takes children of its own for as long as it runs.
    """

    def __init__(self, children: int = 2, wall_seconds: float = WALL_SECONDS) -> None:
        self._size, self._wall_seconds = children, wall_seconds
        self._idle: deque[Child] = deque()

    def __enter__(self) -> Self:
        while len(self._idle) < self._size:  # they start while the caller does something else
            self._idle.append(Child(self._wall_seconds))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        while self._idle:
            self._idle.pop().kill()
        self._size = 0  # a pass that is given up later keeps no child

    def open(self, data: Source, shown: str) -> Answer:
        """Read one file, given as bytes or path; `shown` is the path that its problems name."""
        ((_, contents, problems),) = self.open_all([(shown, data)])
        return contents, problems

    def open_all(self, files: Iterable[tuple[str, Source]]) -> Iterator[Opened]:
        """Read files, given as (shown, bytes or path); yield (shown, contents or None, problems) in order."""
        run = _Pass(iter(files), self._take, max(self._size, 1))
        try:
            yield from run.results()
        finally:
            for child in run.busy:
                child.kill()
            for child in run.idle:
                self._put_back(child)

    def _take(self) -> Child:
        """Return a child that is ready. RuntimeError when none starts: that is our mistake, not a file's."""
        with suppress(IndexError):
            while True:
                child = self._idle.popleft()
                if child.start():
                    return child
                child.kill()
        child = Child(self._wall_seconds)
        if not child.start():
            child.kill()
            raise RuntimeError(f"the process that reads workbooks does not start ({sys.executable})")
        return child

    def _put_back(self, child: Child) -> None:
        if len(self._idle) < self._size:
            self._idle.append(child)
        else:
            child.kill()


class _Pass:
    """One pass over some files: which child has which, and which answers wait for their turn."""

    def __init__(self, files: Iterator[tuple[str, Source]], take: Callable[[], Child], size: int) -> None:
        self.files, self.take, self.size = enumerate(files), take, size
        self.idle: list[Child] = []
        self.busy: list[Child] = []
        self.answers: dict[int, tuple[str, Answer]] = {}
        self.given = 0
        self.ahead = 0
        self.more = True

    def results(self) -> Iterator[Opened]:
        while self.more or self.busy or self.answers:
            self._feed()
            if self.busy:
                self._listen()
                self._feed()
            if self.given in self.answers:
                shown, (contents, problems) = self.answers.pop(self.given)
                self.given, self.ahead = self.given + 1, self.ahead - 1
                before = time.monotonic()
                yield shown, contents, problems
                pause = time.monotonic() - before
                for child in self.busy:
                    child.deadline += pause  # nobody listened meanwhile: the child is not to blame

    def _feed(self) -> None:
        """Give every child without work the next file."""
        while self.more and len(self.busy) < self.size and self.ahead < READ_AHEAD * self.size:
            following = next(self.files, None)
            if following is None:
                self.more = False
                return
            self.ahead += 1
            index, (shown, source) = following
            data = _bytes(source, shown)
            if isinstance(data, Problem):
                self.answers[index] = shown, (None, [data])
                continue
            child = self.idle.pop() if self.idle else self.take()
            self.busy.append(child)
            child.ask(index, shown, data)

    def _listen(self) -> None:
        """Move bytes from and to the busy children; settle those that answered, ended or are late."""
        poller = select.poll()
        for child in self.busy:
            poller.register(child.stdout, select.POLLIN)
            if child.unsent:
                poller.register(child.stdin, select.POLLOUT)
        until = (
            0.0
            if self.given in self.answers
            else min(child.deadline for child in self.busy) - time.monotonic()
        )
        heard = {descriptor for descriptor, _ in poller.poll(max(0.0, until) * 1000)}
        now = time.monotonic()
        for child in list(self.busy):
            if child.stdin in heard:
                child.write()
            if child.stdout in heard:
                self._hear(child)
            elif now >= child.deadline:
                self._settle(child, (None, [child.late()]), fit=False)

    def _hear(self, child: Child) -> None:
        try:
            if child.read():
                answer, fit = child.answer()
                self._settle(child, answer, fit=fit)
        except EOFError:
            self._settle(child, (None, [child.failure()]), fit=False)

    def _settle(self, child: Child, answer: Answer, *, fit: bool) -> None:
        self.answers[child.index] = child.shown, answer
        self.busy.remove(child)
        if fit:
            self.idle.append(child)
        else:
            child.kill()


def _bytes(source: Source, shown: str) -> bytes | Problem:
    """Return a file's bytes, or why they are not to be had."""
    try:
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if size > FILE_LIMIT:
            return FileTooLarge(place=Place(shown), megabytes=-(-size // 2**20), limit=FILE_LIMIT // 2**20)
        return source if isinstance(source, bytes) else source.read_bytes()
    except OSError as error:
        return FileUnreadable(place=Place(shown), why=error.strerror or type(error).__name__)
