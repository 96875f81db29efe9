"""The consultation one works in: its folder, its settings, its store."""

import os
from dataclasses import dataclass
from pathlib import Path

from consultation.folder import Folder
from consultation.load import load_consultation
from consultation.model import Consultation
from problems import Place, Problem
from problems.files import FileMissing
from problems.store import DatabaseMissing, StoreUnavailable
from store import query
from store.open import open_store


@dataclass(frozen=True)
class Workspace:
    folder: Folder
    consultation: Consultation
    actor: str = "coordinator"  # who works in it, as the record is to say

    @property
    def database(self) -> str | Path:
        """The store's address: the environment's, the settings', else `consult.db` in the folder.

        `{state}` in it stands for the State's code in small letters: a database each on one server.
        """
        told = os.environ.get("CONSULT_DATABASE") or self.consultation.database
        return told.replace("{state}", self.consultation.state.lower()) if told else self.folder.database

    @property
    def launched(self) -> bool:
        """Say whether people have been asked; where there is no database yet, nobody has."""
        try:
            with open_store(self.database, create=False) as store:
                return query.launch(store) is not None
        except StoreUnavailable as error:
            if isinstance(error.problem, DatabaseMissing):
                return False
            raise

    def shown(self, path: Path) -> str:
        """Return a path as people see it: relative to the folder where it lies inside."""
        root = self.folder.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def find_folder(start: Path) -> Folder | None:
    """Find the consultation folder that `start` is or lies in, as git finds its repository."""
    here = start.resolve()
    folders = map(Folder, (here, *here.parents))
    return next((folder for folder in folders if folder.settings.is_file()), None)


def open_workspace(start: Path) -> tuple[Workspace | None, list[Problem]]:
    """Open the consultation at or above `start`; its settings' problems come back with it."""
    folder = find_folder(start)
    if folder is None:
        return None, [FileMissing(place=Place(str(start)), name="consultation.yaml")]
    consultation, problems = load_consultation(folder)
    return (Workspace(folder, consultation) if consultation else None), problems
