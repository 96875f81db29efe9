"""The letters there are, where each lies, and a shipped one copied to be changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from consultation.folder import write_whole
from languages.messages import spoken
from problems import Place, Problem, nearest
from problems.letters import LetterThere, LetterUnknown
from problems.stages import Refused
from workflows.letter_check import check_letter, check_letters, letters_of
from workflows.letter_facts import INSIDE, OWN
from workflows.process import Process
from workflows.workspace import Workspace


@dataclass(frozen=True)
class LetterFile:
    """A letter of the process: in which languages it lies there, and in which of these it is one's own."""

    name: str
    languages: tuple[str, ...]
    own: tuple[str, ...]

    @property
    def common(self) -> bool:
        """Say whether every process has it; what the others are for, their process says."""
        return self.name in OWN or self.name in INSIDE

    def as_json(self) -> dict[str, object]:
        return {"letter": self.name, "languages": list(self.languages), "own": list(self.own)}


def list_letters(workspace: Workspace, process: Process) -> tuple[LetterFile, ...]:
    """Return every letter that the process may write, and those of the folder that nothing writes."""
    root = workspace.folder.root
    unused = sorted({path.stem for path in root.glob("letters/*/*.j2")} - {*letters_of(process)})
    return tuple(_letter_file(name, root, process) for name in (*letters_of(process), *unused))


def _letter_file(name: str, folder: Path, process: Process) -> LetterFile:
    found = {path.parent.name for root in process.roots for path in root.glob(f"letters/*/{name}.j2")}
    own = {path.parent.name for path in folder.glob(f"letters/*/{name}.j2")}
    return LetterFile(name, tuple(sorted(found)), tuple(sorted(own)))


def check_files(workspace: Workspace, process: Process, files: Sequence[Path]) -> list[Problem]:
    """Check the letters in `files`, or else all there are, and list what is wrong by place."""
    if not files:
        return sorted(check_letters(process, shipped=True), key=lambda each: each.place)
    return sorted(_checked(workspace, process, files), key=lambda each: each.place)


def _checked(workspace: Workspace, process: Process, files: Sequence[Path]) -> Iterator[Problem]:
    for path in files:
        yield from check_letter(path, workspace.shown(path.resolve()), process)


def copy_letter(workspace: Workspace, process: Process, name: str, language: str) -> Path:
    """Copy a letter into the folder, where it goes before the shipped one.

    Raises Refused for a letter that does not exist in this language, and where one lies already.
    """
    known = letters_of(process)
    if name not in known:
        raise Refused(LetterUnknown(value=name, allowed=known, near=nearest(name, known)))
    part = f"letters/{language}/{name}.j2"
    target = workspace.folder.root / part
    if target.exists():
        raise Refused(LetterThere(place=Place(part)))
    source = process.part(part)
    if source is None:
        there = {each.name: each for each in list_letters(workspace, process)}[name].languages
        known_in = tuple(f"{name} ({tag})" for tag in there)
        raise Refused(LetterUnknown(value=f"{name} ({language})", allowed=known_in))
    write_whole(target, source.read_bytes())
    return target


def language_of(wished: str, workspace: Workspace) -> str:
    """Return the language wished, else the consultation's where we speak it, else English."""
    ours = workspace.consultation.language
    return wished or (ours if ours in spoken() else "en")
