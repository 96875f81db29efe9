"""A consultation is a folder: where its parts stand, and how files reach them whole or not at all."""

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile


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
    """Write a file so that it has either all of `data` or does not appear under its name (fsync, rename)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as part:
        try:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
            Path(part.name).replace(path)
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
