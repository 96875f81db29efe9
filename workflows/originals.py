"""Hand out the bytes of a file as they came, for a person to look at: whole, checked, over nothing else."""

import errno
import hashlib
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from problems import Place
from problems.stages import Refused
from problems.versions import CopyExists, OriginalAltered, OriginalMissing
from workflows.workspace import Workspace

_CHUNK = 2**20


def copy_original(workspace: Workspace, sha256: str, to: Path) -> None:
    """Copy the kept bytes with this digest to a name that is free. Raises Refused, and OSError.

    The copy appears under its name only when all of it is there and has been checked.
    """
    kept = workspace.folder.received / sha256
    if not kept.is_file():
        raise Refused(OriginalMissing(place=Place(workspace.shown(kept))))
    if os.path.lexists(to):
        raise _taken(workspace, to)
    if not to.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(to.parent))
    descriptor, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=to.parent)
    try:
        with os.fdopen(descriptor, "wb") as part:
            if _copied(kept, part) != sha256:
                raise Refused(OriginalAltered(place=Place(workspace.shown(kept)), digest=sha256))
            os.fsync(part.fileno())
        _name(Path(name), to)
    except FileExistsError:  # somebody was faster
        raise _taken(workspace, to) from None
    finally:
        Path(name).unlink(missing_ok=True)


def _copied(kept: Path, part: BinaryIO) -> str:
    digest = hashlib.sha256()
    with kept.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            part.write(chunk)
    return digest.hexdigest()


def _name(part: Path, to: Path) -> None:
    """Give the finished copy its name, unless there is something by now."""
    try:
        os.link(part, to)
    except FileExistsError:
        raise
    except OSError:  # a medium without links, such as a memory stick
        if os.path.lexists(to):
            raise FileExistsError from None
        part.rename(to)


def _taken(workspace: Workspace, to: Path) -> Refused:
    return Refused(CopyExists(place=Place(workspace.shown(to))))
