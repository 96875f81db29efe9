"""A consultation is a folder: where its parts stand, and how files reach them whole or not at all."""

import fcntl
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

AT_ONCE = 8
"""Files that the disk is asked for at once: it settles several with one effort."""


@dataclass(frozen=True)
class Folder:
    """The parts of a consultation folder (DESIGN: "A consultation is a folder")."""

    root: Path

    @property
    def settings(self) -> Path:
        return self.root / "consultation.yaml"

    @property
    def registry(self) -> Path:
        """The registry: `stakeholders.xlsx`, or `stakeholders.csv` where only that exists."""
        xlsx, csv = self.root / "stakeholders.xlsx", self.root / "stakeholders.csv"
        return csv if csv.exists() and not xlsx.exists() else xlsx

    @property
    def routing(self) -> Path:
        return self.root / "routing.yaml"

    @property
    def database(self) -> Path:
        return self.root / "consult.db"

    @property
    def outbox(self) -> Path:
        return self.root / "outbox"

    @property
    def inbox(self) -> Path:
        return self.root / "inbox"

    @property
    def received(self) -> Path:
        return self.root / "received"

    @property
    def exports(self) -> Path:
        return self.root / "exports"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it has either all of `data` or does not appear under its name (fsync, rename).

    Until then it has one hidden name, so that what a kill leaves half-written is written over by the next who
    writes the same file; two who write it at once wait for each other.
    """
    _written(path, data)
    _settle({path.parent})


def _written(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    descriptor = alone(part)
    try:
        os.ftruncate(descriptor, 0)
        with open(descriptor, "wb", closefd=False) as file:
            file.write(data)
        os.fsync(descriptor)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)  # and with it the lock


def _settle(folders: Iterable[Path]) -> None:
    """Wait until the names in some folders are on disk, too."""
    for folder in folders:
        directory = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write many files as `write_whole` does; the disk is waited for once, not once for each.

    When this returns, all of them are there whatever happens next; raises OSError where one is not.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # paid by those who write many

    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        list(pool.map(_written, files, files.values()))
    _settle({path.parent for path in files})


def alone(part: Path) -> int:
    """Open the half-written file for nobody else: whoever waited for its lock may find it renamed since."""
    while True:
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        try:
            if os.path.samestat(os.fstat(descriptor), part.stat()):
                return descriptor
        except FileNotFoundError:
            pass
        os.close(descriptor)
