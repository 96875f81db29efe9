"""Children that read as ever, and tell more: what the fuzz holds to its laws."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from problems import Problem
from tests.sample_workbook import INVITATION, QUESTIONNAIRE
from workbooks import process
from workbooks.contents import Contents
from workbooks.reader import reading
from workbooks.sandbox import Sandbox
from workbooks.wire import Task

START = process._START.replace("workbooks.child", "tests.fuzzing_child")
OTHER = "00ff12ab9d"
"""The invitation of another body, whose return comes in French."""

READING = reading([QUESTIONNAIRE], language="en", languages={INVITATION: "en", OTHER: "fr"})


@dataclass(frozen=True)
class Outcome:
    """What a child made of a file: what it read, what it says, and any exception that no damage explains."""

    contents: Contents | None
    findings: object
    problems: tuple[Problem, ...]
    mistake: str


def _decode(reply: bytes, shown: str) -> tuple[Outcome, list[Problem]]:
    first, _, body = reply.partition(b"\n")
    seen = json.loads(first)
    text = seen.get("contents")
    contents = Contents.from_json(text.encode("utf-8", "surrogatepass")) if text else None
    try:
        findings, problems = READING.decode(body, shown)
        mistake = seen.get("exception", "")
    except Exception as error:  # noqa: BLE001  # our own parent would take it for a crash of the child
        findings, problems, mistake = None, [], f"the parent refuses the reply: {error!r}"
    return Outcome(contents, findings, tuple(problems), mistake), problems


@contextmanager
def sandbox() -> Iterator[Sandbox[Outcome]]:
    """Give a pool whose children read as ever, and tell more; those too that take the place of others."""
    process._START, before = START, process._START
    try:
        with Sandbox(task=Task(READING.lesson, _decode)) as pool:
            yield pool
    finally:
        process._START = before
