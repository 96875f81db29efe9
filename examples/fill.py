"""Make the returned workbooks of the example State with LibreOffice: `examples/example-state/returns/`.

    .venv/bin/python examples/fill.py            all of them
    .venv/bin/python examples/fill.py Barreau.xlsx PAF.ods --into /tmp/somewhere

Needs LibreOffice and a Python with its `uno` module (Debian: apt install libreoffice-calc python3-uno). Our
own code issues the workbooks and says what is to be written where; LibreOffice opens, fills and saves them.
The demo needs none of this: the files are committed. Make them again when the questions, the layout or the
example's registry change; the tests say when.
"""

import argparse
import email
import email.policy
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from examples.example_state import FILES, LANGUAGE, RETURNS, Return, answers, make_example, read_yaml, returns
from questionnaires.load import load_questionnaire
from questionnaires.model import AnswerType, Item
from responses.model import Absence
from store import query
from store.open import open_store
from workbooks.layout import (
    LAW_COLUMNS,
    QUESTION_COLUMNS,
    TICK,
    SheetId,
    label,
    law_code,
    option_code,
    sheet_name,
    table_code,
)
from workflows.workspace import Workspace

AT, DEADLINE = datetime(2026, 11, 2, 8, tzinfo=UTC), "2026-12-18 17:00"
"""When the workbooks that are filled were issued, and until when they ask for answers."""

Cell = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description="Fill the example State's workbooks with LibreOffice.")
    parser.add_argument("files", nargs="*", help="names of returned files; else all")
    parser.add_argument("--into", type=Path, default=RETURNS, help="where to put them")
    chosen = parser.parse_args()
    for path in fill(chosen.files, chosen.into):
        print(path)


def fill(files: Iterable[str] = (), into: Path = RETURNS) -> list[Path]:
    """Make the returned files named, or all of them, beneath `into`; return their paths."""
    wanted = set(files)
    made = [each for each in returns() if not wanted or each.file in wanted]
    for each in made:
        (into / each.wave).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace, _ = make_example(folder / "consultation", at=AT, deadline=DEADLINE)
        workbooks = issued(workspace)
        jobs = [_job(each, workbooks, into) for each in made if not each.copy]
        (folder / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
        office = [python_with_uno(), str(FILES.parent / "office.py"), str(folder / "jobs.json")]
        subprocess.run([*office, str(folder / "profile")], check=True)
    paths = {each.file: into / each.wave / each.file for each in made}
    for each in made:
        if each.copy:
            shutil.copy(paths[each.copy], paths[each.file])
        if each.cut:
            paths[each.file].write_bytes(paths[each.file].read_bytes()[: each.cut])
    return list(paths.values())


def python_with_uno() -> str:
    """Find a Python that can talk to LibreOffice. Raises LookupError where there is none."""
    for program in filter(None, (os.environ.get("UNO_PYTHON"), "/usr/bin/python3", "python3")):
        found = shutil.which(program)
        if (
            found
            and subprocess.run([found, "-c", "import uno"], capture_output=True, check=False).returncode == 0
        ):
            return found
    raise LookupError("no Python with the module uno: install python3-uno, or name one in UNO_PYTHON")


def issued(workspace: Workspace) -> dict[str, tuple[Path, str]]:
    """Take each body's workbook out of its letter; return where it lies, and its language."""
    with open_store(workspace.database, create=False) as store:
        languages = {each.invitation.stakeholder: each.invitation.language for each in query.issued(store)}
    found = {}
    for body, language in languages.items():
        letter = (workspace.folder.root / "outbox" / f"invitation-{body}.eml").read_bytes()
        message = email.message_from_bytes(letter, _class=EmailMessage, policy=email.policy.default)
        path = workspace.folder.root / f"{body}.xlsx"
        path.write_bytes(next(message.iter_attachments()).get_content())
        found[body] = path, language
    return found


def _job(each: Return, workbooks: dict[str, tuple[Path, str]], into: Path) -> dict[str, Any]:
    """Say what LibreOffice is to do for one returned file."""
    source, language = workbooks[each.body] if each.body else ("", LANGUAGE)
    return {
        "source": str(source),
        "target": str(into / each.wave / each.file),
        "answers": [*Writing(language).cells(answers(each))] if each.body else [],
        "questions": sheet_name(language, SheetId.QUESTIONS),
        "sheet": each.sheet,
        "sort": each.sort,
        "cells": each.cells,
    }


class Writing:
    """How one body writes its answers into its workbook: what stands in which column of which row."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.items = {item.id: item for item in load_questionnaire("untoc.1").items}
        self.laws: dict[str, str] = {}  # short name → its number in this workbook

    def cells(self, said: dict[str, Any]) -> Iterator[Cell]:
        for name, answer in said.items():
            item = self.items[name]
            yield from self.answer(item, answer if isinstance(answer, dict) else plain(item, answer))
        known = read_yaml(FILES / "laws.yaml")
        for name, number in self.laws.items():
            yield from self.law(number, known[name])

    def answer(self, item: Item, said: dict[str, Any]) -> Iterator[Cell]:
        """Yield the cells of one answer."""
        if "typed" in said:
            yield self.question(item.id, "answer", said["typed"])
        elif "answer" in said:
            yield self.chosen(item, str(said["answer"]))
        for option in item.options:
            if option.value in said.get("ticked", ()):
                yield self.question(option_code(item, option), "answer", said.get("mark", TICK))
        for number, row in enumerate(said.get("rows", ()), 1):
            yield from self.row(table_code(item, number), row)
        for column in ("details", "comment"):
            if column in said:
                yield self.question(item.id, column, said[column])
        if "law" in said:
            yield self.question(item.id, "law", "; ".join(map(self.cite, said["law"].split("; "))))

    def chosen(self, item: Item, answer: str) -> Cell:
        """Write one of the list, or what is typed where there is none."""
        absent = answer in set(Absence)
        words = label(self.language, answer, item) if item.values or absent else answer
        figures = item.type in {AnswerType.NUMBER, AnswerType.DATE} and not absent
        return self.question(item.id, "answer", words, typed=figures)

    def row(self, code: str, texts: list[str]) -> Iterator[Cell]:
        for column, text in enumerate(texts, 1):
            if text:
                yield self.cell(SheetId.TABLES, code, column, text)

    def cite(self, reference: str) -> str:
        """Write `CP art. 3` as this workbook cites it: `L1 art. 3`."""
        name, _, provision = reference.partition(" ")
        number = self.laws.setdefault(name, law_code(len(self.laws) + 1))
        return f"{number} {provision}".strip()

    def law(self, number: str, law: dict[str, str]) -> Iterator[Cell]:
        words = {
            "law-title": law.get(self.language) or law[LANGUAGE],
            "law-date": law["date"],
            "law-language": self.language,
            "law-link": law["link"],
        }
        for column, text in words.items():
            yield self.cell(SheetId.LAWS, number, LAW_COLUMNS.index(column), text)

    def question(self, code: str, column: str, text: str, *, typed: bool = False) -> Cell:
        return self.cell(SheetId.QUESTIONS, code, QUESTION_COLUMNS.index(column), text, typed=typed)

    def cell(self, sheet: SheetId, code: str, column: int, text: str, *, typed: bool = False) -> Cell:
        name = sheet_name(self.language, sheet)
        return {"sheet": name, "code": code, "column": column, "value": str(text), "typed": typed}


def plain(item: Item, answer: Any) -> dict[str, Any]:
    """Spell an answer out that is written as one word or one text."""
    text = item.type is AnswerType.TEXT and answer not in set(Absence)
    return {"details" if text else "answer": answer}


if __name__ == "__main__":
    main()
