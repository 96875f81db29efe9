"""Consultations of a size, and the plain way of doing the same work."""

import hashlib
import io
import time
import zipfile
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from unittest.mock import patch

from docx import Document
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from consultation.new import Wishes, new_consultation
from questionnaires.load import load_questionnaire
from questionnaires.model import Questionnaire
from responses.model import Response
from stakeholders.model import Assignment, Invitation, Stakeholder
from store.open import open_store
from store.record import record_file, record_invitation, record_key, record_launch, record_return
from tests.synthetic import synthetic
from workbooks.identity import Key, bare, new_key, token
from workbooks.issue import Issuer
from workbooks.reader import reading
from workbooks.sandbox import Sandbox
from workbooks.wire import OPEN
from workflows.asked import Asked
from workflows.check import everything_known
from workflows.receive import receive
from workflows.workspace import Workspace, open_workspace

NOW = datetime.now(UTC)
_WEDNESDAY = NOW + timedelta(days=90 + (2 - NOW.weekday() - 90) % 7)  # letters wait for working days
DEADLINE = _WEDNESDAY.replace(hour=17, minute=0, second=0, microsecond=0)


def questionnaire(items: int) -> Questionnaire:
    """The shipped questionnaire, cut after so many items."""
    whole = load_questionnaire("untoc.1")
    left, sections = items, []
    for section in whole.sections:
        sections.append(section.model_copy(update={"items": section.items[:left]}))
        left -= len(sections[-1].items)
    words = whole.model_dump(by_alias=True, exclude={"sections"})
    return Questionnaire.model_validate(words | {"sections": [each for each in sections if each.items]})


@dataclass
class Scene:
    """A launched consultation in which nobody has answered yet."""

    root: Path
    workspace: Workspace
    questionnaire: Questionnaire
    stakeholders: tuple[Stakeholder, ...]
    key: Key

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.questionnaire.items)

    @cached_property
    def tokens(self) -> list[str]:
        return [token(self.key, f"{number:010x}") for number in range(len(self.stakeholders))]

    def issue_all(self) -> None:
        issuer = Issuer(self.workspace.consultation, [self.questionnaire])
        for body, code in zip(self.stakeholders, self.tokens, strict=True):
            issuer.workbook(body, self.names, code)

    def issue_apart(self, count: int) -> None:
        issuer = Issuer(self.workspace.consultation, [self.questionnaire])
        for number, (body, code) in enumerate(zip(self.stakeholders[:count], self.tokens, strict=False)):
            issuer.workbook(body, self.names[: len(self.names) - number % 60], code)

    def one_workbook(self) -> bytes:
        issuer = Issuer(self.workspace.consultation, [self.questionnaire])
        return issuer.workbook(self.stakeholders[0], self.names, self.tokens[0])

    def write_plainly(self, count: int) -> None:
        """Write the cells of an issued workbook, values alone, with openpyxl."""
        issued = load_workbook(io.BytesIO(self.one_workbook()))
        sheets = [
            (
                sheet.title,
                [(c.row, c.column, c.value) for row in sheet.iter_rows() for c in row if c.value is not None],
            )
            for sheet in issued
        ]
        for _ in range(count):
            book = Workbook()
            book.remove(book.active)
            for title, cells in sheets:
                sheet = book.create_sheet(title)
                for row, column, value in cells:
                    sheet.cell(row, column).value = value
            book.save(io.BytesIO())

    def returned(self) -> list[Path]:
        """Put a filled workbook per stakeholder into the inbox: saved by openpyxl, made each one's own."""
        book = load_workbook(io.BytesIO(self.one_workbook()))
        sheet = next(each for each in book if each.max_row > len(self.names))
        fill(sheet)
        saved = io.BytesIO()
        book.save(saved)
        paths = []
        inbox = self.workspace.folder.inbox
        inbox.mkdir(exist_ok=True)
        for number, code in enumerate(self.tokens):
            paths.append(inbox / f"return {number}.xlsx")
            paths[-1].write_bytes(with_token(saved.getvalue(), self.tokens[0], code))
        return paths

    def seconds_in_sandbox(self, paths: list[Path]) -> tuple[float, float]:
        """Time the confined children that are there already: opening files, then understanding them, too."""
        with open_store(self.workspace.database, create=False) as store:
            asked = Asked.read(store)
        tasks = (OPEN, reading(asked.questionnaires, language="en", languages=asked.languages))
        times = []
        for task in tasks:
            with Sandbox(task=task) as sandbox:
                list(sandbox.open_all((str(path), path) for path in paths[:10]))
                start = time.perf_counter()
                for _, found, problems in sandbox.open_all((str(path), path) for path in paths):
                    if found is None:
                        raise RuntimeError(problems)
                times.append(time.perf_counter() - start)
        return times[0], times[1]

    def receive_all(self, *, letters: bool = True) -> None:
        with nullcontext() if letters else patch("workflows.batches.answer_back", lambda *_: ()):
            received = receive(self.workspace, at=NOW)
        taken = [each for each in received.files if each.answers > 60]
        if len(taken) != len(self.stakeholders):
            raise RuntimeError(
                f"only {len(taken)} of {len(self.stakeholders)} returns were taken in: {received.files[0]}"
            )


def fill(sheet) -> None:
    """Answer as a person would: an answer and a sentence, a law, a text where a text is asked."""
    by_id = {item.id: item for item in load_questionnaire("untoc.1").items}
    for row in range(1, sheet.max_row + 1):
        item = by_id.get(str(sheet.cell(row, 1).value))
        if item is None:
            continue
        if item.type in {"scale", "yes-no"}:
            sheet.cell(row, 3).value = "Yes"
            sheet.cell(row, 4).value = "Under the Penal Code, as amended; the courts apply it in this sense."
            sheet.cell(row, 5).value = "Penal Code, art. 175"
        elif item.type == "text":
            sheet.cell(row, 4).value = "Two cases were decided last year; the judgments are published."
        elif item.type == "choice":
            sheet.cell(row, 3).value = item.options[0].label["en"]


def with_token(saved: bytes, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as after,
    ):
        for entry in before.infolist():
            data = before.read(entry)
            data = data.replace(old.encode(), new.encode()).replace(bare(old).encode(), bare(new).encode())
            after.writestr(entry.filename, data)
    return out.getvalue()


def consultation(root: Path, *, bodies: int, items: int) -> Scene:
    """Launch a consultation of `bodies` who are all asked all `items`, through the store."""
    wishes = Wishes(
        state="XA",
        language="en",
        languages=("en",),
        deadline=DEADLINE.strftime("%Y-%m-%d 17:00"),
        zone="UTC",
        focal_point="Awa Example",
        office="Ministry of Justice",
        email="focal.point@justice.example",
    )
    new_consultation(root, wishes, at=NOW, known=everything_known())
    workspace, problems = open_workspace(root)
    if workspace is None:
        raise RuntimeError(problems)
    asked = questionnaire(items)
    made = synthetic(asked.items, bodies)
    key = new_key(hashlib.sha256(b"bench").digest())
    with open_store(workspace.database, create=True) as store, store.transaction():
        record_launch(
            store,
            questionnaires=[asked],
            stakeholders=made.stakeholders,
            assignments=[
                Assignment(stakeholder=body.id, item=item.id, reason="because-instrument", detail="untoc")
                for body in made.stakeholders
                for item in asked.items
            ],
            deadline=DEADLINE,
            settings_digest=hashlib.sha256(b"").hexdigest(),
            at=NOW,
            actor="bench",
        )
        record_key(store, key.id, key.secret, at=NOW, actor="bench")
        for number, body in enumerate(made.stakeholders):
            record_invitation(
                store,
                Invitation(id=f"{number:010x}", stakeholder=body.id, language="en", key=key.id),
                workbook_sha256=hashlib.sha256(b"").hexdigest(),
                items=[item.id for item in asked.items],
                at=NOW,
                actor="bench",
            )
    return Scene(root, workspace, asked, made.stakeholders, key)


def recorded(root: Path, *, bodies: int, items: int) -> Scene:
    """The same, with every body's answers in the record."""
    scene = consultation(root, bodies=bodies, items=items)
    made = synthetic(scene.questionnaire.items, bodies, share=1.0, distinct=True)
    by_body: dict[str, list] = {}
    for answer in made.answers:
        by_body.setdefault(answer.provenance.stakeholder, []).append(answer)
    with open_store(scene.workspace.database, create=False) as store, store.transaction():
        for number, (body, answers) in enumerate(by_body.items()):
            first = answers[0].provenance
            record_file(store, sha256=first.sha256, name=f"{body}.xlsx", size=1, at=NOW, actor="bench")
            response = Response(
                id=first.response,
                invitation=f"{number:010x}",
                stakeholder=body,
                sha256=first.sha256,
                language="en",
                received_at=first.received_at,
                answers=tuple(answers),
            )
            record_return(
                store, response, sha256=first.sha256, verdict="accepted", problems=[], at=NOW, actor="bench"
            )
    return scene


def read_plainly(paths: list[Path]) -> None:
    for path in paths:
        for sheet in load_workbook(path, data_only=True):
            for row in sheet.iter_rows(values_only=True):
                tuple(row)


def read_barely(paths: list[Path]) -> None:
    for path in paths:
        book = CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()


def word_plainly(*, bodies: int, items: int) -> None:
    """Write the same statements with python-docx: one table per item, `add_row().cells` per answer."""
    asked = questionnaire(items).items
    made = synthetic(asked, bodies, share=1.0, distinct=True)
    by_item: dict[str, list] = {}
    for answer in made.answers:
        by_item.setdefault(answer.item, []).append(answer)
    document = Document()
    for item in asked:
        document.add_heading(item.text["en"], 3)
        table = document.add_table(rows=0, cols=3)
        for answer in by_item.get(item.id, []):
            cells = table.add_row().cells
            cells[0].text = answer.provenance.stakeholder
            cells[1].text = str(answer.value)
            cells[2].text = answer.details
    document.save(io.BytesIO())
