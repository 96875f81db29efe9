"""A launched consultation with as many letters in outbox/ as a test needs, without its workbooks."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from ruamel.yaml import YAML

from consultation.folder import write_whole
from delivery.letters import Letter
from delivery.outbox import Attachment, address_of, eml
from stakeholders.model import Attribution, Kind, Stakeholder
from store.open import open_store
from store.record import record_launch, record_letter
from tests.stage import AT, new_folder
from workflows.post import letter_key
from workflows.workspace import Workspace, open_workspace

LATER = AT + timedelta(hours=1)


def configured(folder: Path, sending: Mapping[str, object] | None) -> Workspace:
    """Write `mail.sending` into the settings of a folder."""
    yaml = YAML()
    path = folder / "consultation.yaml"
    settings = yaml.load(path)
    if sending is not None:
        settings["mail"] = {"sending": dict(sending)}
    yaml.dump(settings, path)
    workspace, problems = open_workspace(folder)
    assert workspace is not None, problems
    return workspace


def body(number: int, **more: object) -> Stakeholder:
    known = {
        "id": f"body-{number}",
        "name": f"Body {number}",
        "kind": Kind.AUTHORITY,
        "email": f"body{number}@xa.example",
        "languages": ("en",),
        "attribution": Attribution.NAMED,
    }
    return Stakeholder.model_validate(known | more)


def local(port: int, **more: object) -> dict[str, object]:
    """Return settings for a server on this machine that never makes anybody wait."""
    return {"host": "127.0.0.1", "port": port, "security": "none", "per-minute": 1_000_000, **more}


def letters(
    folder: Path, many: int, sending: Mapping[str, object] | None, *, large: frozenset[int] = frozenset()
) -> Workspace:
    """Make a consultation whose bodies each have one letter; `large` ones are of 4 MiB."""
    new_folder(folder, language="en", routing="precedence: []\n")
    (folder / "stakeholders.csv").unlink()  # contacts are those of the record
    workspace = configured(folder, sending)
    bodies = [body(number) for number in range(many)]
    with open_store(workspace.database, create=True) as store, store.transaction():
        record_launch(
            store,
            questionnaires=[],
            stakeholders=bodies,
            assignments=[],
            deadline=workspace.consultation.deadline_at,
            settings_digest="0" * 64,
            at=AT,
            actor="tests",
        )
        for number, each in enumerate(bodies):
            write_letter(workspace, store, each, number, size=4 * 2**20 if number in large else 100)
    return workspace


def write_letter(
    workspace, store, to: Stakeholder, number: int, *, size: int = 100, kind="invitation"
) -> str:
    """Put one letter into the outbox and the record; return its id."""
    key = letter_key(kind, f"{number:010x}")
    settings = workspace.consultation
    message = eml(
        Letter(f"Questions {number}", f"Dear {to.name},\n\n.\n.a line of stops\n", f"<p>{number}</p>"),
        key=key,
        state=settings.state,
        sender=settings.focal_point,
        to=address_of(to),
        language="en",
        at=AT,
        attachments=[Attachment("questions.xlsx", bytes(size))],
        sending=settings.mail.sending if settings.mail else None,
    )
    path = f"outbox/{kind}-{to.id}.eml"
    write_whole(workspace.folder.root / path, message)
    record_letter(store, id=key, stakeholder=to.id, kind=kind, path=path, at=AT, actor="tests")
    return key
