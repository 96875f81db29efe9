"""What came in, kept before anybody looks at it: each file's bytes under their sha256, whole and on disk."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from consultation.folder import alone, write_all
from problems import Place, Problem
from problems.files import FileUnreadable
from workbooks.containers import Part

_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that came: where it lies, and where its bytes are kept."""

    path: Path
    copy: Path
    sha256: str
    size: int


def keep(
    paths: Iterable[Path], received: Path, shown: Callable[[Path], str]
) -> tuple[list[Kept], list[Problem]]:
    """Keep the bytes of some files in `received`; a file that cannot be read is a problem, and no return.

    When this returns, the bytes are there whatever happens next. OSError where they cannot be written.
    """
    kept: list[Kept] = []
    problems: list[Problem] = []
    received.mkdir(parents=True, exist_ok=True)
    for path in paths:
        try:
            kept.append(_keep(path, received))
        except _UnreadableError as error:
            problems.append(FileUnreadable(place=Place(shown(path)), why=str(error)))
    _settle(received)
    return kept, problems


def keep_parts(parts: Iterable[Part], received: Path) -> list[tuple[Path, str]]:
    """Keep what lay in another file, each part like a file of its own; return (copy, sha256) of each."""
    kept = [(part, hashlib.sha256(part.data).hexdigest()) for part in parts]
    write_all({received / sha256: part.data for part, sha256 in kept if not (received / sha256).exists()})
    return [(received / sha256, sha256) for _, sha256 in kept]


class _UnreadableError(Exception):
    """Raised for a file whose bytes are not to be had; says why."""


def _keep(path: Path, received: Path) -> Kept:
    """Copy a file piece by piece, however large it is; what is known already is not written again."""
    digest, size = hashlib.sha256(), 0
    part = received / f".{hashlib.sha256(os.fsencode(path)).hexdigest()[:16]}.part"
    descriptor = alone(part)
    try:
        os.ftruncate(descriptor, 0)  # what a kill has left
        with open(descriptor, "wb", closefd=False) as file:
            for chunk in _chunks(path):
                digest.update(chunk)
                file.write(chunk)
                size += len(chunk)
        copy = received / digest.hexdigest()
        if not copy.exists():
            os.fsync(descriptor)
            part.replace(copy)
    finally:
        part.unlink(missing_ok=True)
        os.close(descriptor)
    return Kept(path, copy, digest.hexdigest(), size)


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb", buffering=0) as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise _UnreadableError(error.strerror or type(error).__name__) from error


def _settle(folder: Path) -> None:
    """Wait until the names in a folder are on disk, too."""
    directory = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
