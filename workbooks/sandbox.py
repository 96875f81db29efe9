"""A pool of confined child processes that read returned files, so that no file can harm or stop the parent.

A child answers file after file, at milliseconds each; one that ends or is late is replaced, and how it ended
is the verdict on the file it had; those that waited behind it go to another. For systems with POSIX pipes and
signals.
"""

import select
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar, overload

from problems import Place, Problem
from problems.files import FileUnreadable
from problems.intake import FileTooLarge
from workbooks.contents import Contents
from workbooks.prescan import FILE_LIMIT
from workbooks.process import WALL_SECONDS, Child, Job
from workbooks.wire import INPUT_LIMIT, OPEN, Answer, Task

T = TypeVar("T")

READ_AHEAD: Final = 8
"""Files taken ahead of the one that the caller gets next, for each child; memory holds no more than these."""

Source = bytes | Path
Opened = tuple[str, T | None, list[Problem]]


class Sandbox(Generic[T]):
    """The pool: `with Sandbox() as sandbox: contents, problems = sandbox.open(data, shown="inbox/x.xlsx")`.

    With a `task`, what comes back is what the task makes of a file, in place of its contents. May be used by
    several threads at once: each call takes children of its own for as long as it runs.
    """

    @overload
    def __init__(self: "Sandbox[Contents]", children: int = 2, wall_seconds: float = ...) -> None: ...

    @overload
    def __init__(self, children: int = 2, wall_seconds: float = ..., *, task: Task[T]) -> None: ...

    def __init__(
        self, children: int = 2, wall_seconds: float = WALL_SECONDS, *, task: Task[Any] = OPEN
    ) -> None:
        self._size, self._wall_seconds, self._task = children, wall_seconds, task
        self._idle: deque[Child[T]] = deque()

    def __enter__(self) -> Self:
        while len(self._idle) < self._size:  # they start while the caller does something else
            self._idle.append(Child(self._task, self._wall_seconds))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        while self._idle:
            self._idle.pop().kill()
        self._size = 0  # a pass that is given up later keeps no child

    def open(self, data: Source, shown: str) -> Answer[T]:
        """Read one file, given as bytes or path; `shown` is the path that its problems name."""
        ((_, contents, problems),) = self.open_all([(shown, data)])
        return contents, problems

    def open_all(self, files: Iterable[tuple[str, Source]]) -> Iterator[Opened[T]]:
        """Read files, given as (shown, bytes or path); yield (shown, contents or None, problems) in order."""
        run = _Pass(iter(files), self._take, max(self._size, 1))
        try:
            yield from run.results()
        finally:
            for child in run.children:
                if child.jobs:
                    child.kill()
                else:
                    self._put_back(child)

    def _take(self) -> Child[T]:
        """Return a child that is ready. RuntimeError when none starts: that is our mistake, not a file's."""
        with suppress(IndexError):
            while True:
                idle = self._idle.popleft()
                if idle.start():
                    return idle
                idle.kill()
        child: Child[T] = Child(self._task, self._wall_seconds)
        if not child.start():
            child.kill()
            raise RuntimeError(f"the process that reads workbooks does not start ({sys.executable})")
        return child

    def _put_back(self, child: Child[T]) -> None:
        if len(self._idle) < self._size:
            self._idle.append(child)
        else:
            child.kill()


class _Pass(Generic[T]):
    """One pass over some files: which child has which, and which answers wait for their turn."""

    def __init__(self, files: Iterator[tuple[str, Source]], take: Callable[[], Child[T]], size: int) -> None:
        self.files, self.take, self.size = enumerate(files), take, size
        self.children: list[Child[T]] = []
        self.again: deque[Job] = deque()  # of children that ended before it was their turn
        self.answers: dict[int, tuple[str, Answer[T]]] = {}
        self.given = 0
        self.ahead = 0
        self.more = True

    @property
    def busy(self) -> list[Child[T]]:
        return [child for child in self.children if child.jobs]

    def results(self) -> Iterator[Opened[T]]:
        while True:
            self._feed()
            if busy := self.busy:
                self._listen(busy)
            elif not self.answers:
                return
            if self.given in self.answers:
                shown, (found, problems) = self.answers.pop(self.given)
                self.given, self.ahead = self.given + 1, self.ahead - 1
                before = time.monotonic()
                yield shown, found, problems
                pause = time.monotonic() - before
                for child in self.children:
                    child.deadline += pause  # nobody listened meanwhile: the child is not to blame

    def _feed(self) -> None:
        """Give the children files, more than one each, so that none waits while the caller is busy."""
        while job := self._following():
            child = min(self.children, key=lambda child: len(child.jobs), default=None)
            if child is None or (child.jobs and len(self.children) < self.size):
                child = self.take()
                self.children.append(child)
            child.ask(job)

    def _following(self) -> Job | None:
        """Return the next file, unless enough are under way; one that cannot be had is answered at once."""
        if self.again:
            return self.again.popleft()
        while self.more and self.ahead < READ_AHEAD * self.size:
            following = next(self.files, None)
            if following is None:
                self.more = False
                break
            self.ahead += 1
            index, (shown, source) = following
            data = _bytes(source, shown)
            if not isinstance(data, Problem):
                return Job(index, shown, data)
            self.answers[index] = shown, (None, [data])
        return None

    def _listen(self, busy: list[Child[T]]) -> None:
        """Move bytes from and to the busy children; settle those that answered, ended or are late."""
        poller = select.poll()
        for child in busy:
            poller.register(child.stdout, select.POLLIN)
            if child.unsent:
                poller.register(child.stdin, select.POLLOUT)
        until = 0.0 if self.given in self.answers else min(child.deadline for child in busy)
        heard = {descriptor for descriptor, _ in poller.poll(max(0.0, until - time.monotonic()) * 1000)}
        now = time.monotonic()
        for child in busy:
            if child.stdin in heard:
                child.write()
            if child.stdout in heard:
                self._hear(child)
            elif now >= child.deadline:
                self._end(child, child.late())

    def _hear(self, child: Child[T]) -> None:
        try:
            child.read()
            for job, answer, fit in child.answers():
                self.answers[job.index] = job.shown, answer
                if not fit:
                    self._end(child)
        except EOFError:
            self._end(child, child.failure())

    def _end(self, child: Child[T], problem: Problem | None = None) -> None:
        """End a child; `problem` is what is wrong with the file it had, if it did not answer."""
        if problem:
            job = child.jobs.popleft()
            self.answers[job.index] = job.shown, (None, [problem])
        self.again.extend(child.jobs)
        child.jobs.clear()
        self.children.remove(child)
        child.kill()


def _bytes(source: Source, shown: str) -> bytes | Problem:
    """Return a file's bytes, or why they are not to be had."""
    try:
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if size > INPUT_LIMIT:
            return FileTooLarge(place=Place(shown), megabytes=-(-size // 2**20), limit=FILE_LIMIT // 2**20)
        return source if isinstance(source, bytes) else source.read_bytes()
    except OSError as error:
        return FileUnreadable(place=Place(shown), why=error.strerror or type(error).__name__)
