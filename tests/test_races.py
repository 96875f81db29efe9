"""Several advance one consultation at once, or are killed at any point: everything is done, and once."""

import hashlib
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from itertools import count
from pathlib import Path

import pytest

from store import query
from store.audit import trail, verify
from store.changes import record_held
from store.open import open_store
from store.record import record_clearance
from tests.stage import AT, bytes_in_order, fill, issued, new_folder
from workflows.launch import launch
from workflows.workspace import Workspace

pytest_plugins = ["tests.postgres"]
ROOT = Path(__file__).parent.parent
CELLS = {"untoc.10.1": {"answer": "Yes"}, "untoc.10.4": {"answer": "No"}}


@contextmanager
def racers(folder: Path, number: int) -> Iterator[list[subprocess.Popen[str]]]:
    """Start so many processes that advance the consultation; each is told the instants."""
    running = [start(folder) for _ in range(number)]
    assert [each.stdout.readline() for each in running] == ["ready\n"] * number
    try:
        yield running
    finally:
        for each in running:
            each.stdin.close()
        for each in running:
            each.wait(timeout=60)


def start(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.racer", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def advanced(running: Iterable[subprocess.Popen[str]], at: datetime, kill: int = 0) -> Counter[str]:
    """Let all of them advance to an instant, at once; return what they say that they did."""
    for each in running:
        each.stdin.write(f"{kill} {at.isoformat()}\n")
        each.stdin.flush()
    said = [each.stdout.readline() for each in running]
    assert "failed\n" not in said
    return Counter(done for each in said for done in each.strip("\n").split("\t") if done)


def consultation(folder: Path, bodies: int) -> Workspace:
    lines = [f"Body {n},authority,justice,untoc.10,en,,body{n}@xa.example," for n in range(bodies)]
    registry = "name,kind,sector,mandates,languages,contact,email,at risk\n" + "\n".join(lines) + "\n"
    workspace = new_folder(folder, language="en", registry=registry, routing="precedence: []\n")
    launch(workspace, at=AT, random=bytes_in_order())
    return workspace


def instants(rounds: int) -> list[datetime]:
    """So many instants from the first reminder to the last draft; always those on which most is due."""
    busy = [
        datetime(2027, month, day, 10, tzinfo=UTC)
        for month, day in ((3, 3), (3, 17), (3, 22), (3, 29), (4, 1), (4, 6), (4, 13))
    ]
    others = (datetime(2027, 3, 4, 9, tzinfo=UTC) + timedelta(days=2 * n) for n in range(rounds))
    return sorted({*busy, *(next(others) for _ in range(rounds - len(busy)))})


def returns(workspace: Workspace, bodies: range) -> dict[int, bytes]:
    """Workbooks that some bodies fill in, all with the answers of the first."""
    return {n: fill(issued(workspace.folder.root, f"body-{n}"), CELLS, "en") for n in bodies}


def raced(workspace: Workspace, rounds: int, number: int, files: dict[int, bytes]) -> Counter[str]:
    """Advance from round to round, `number` at once; some workbooks come in before each."""
    done: Counter[str] = Counter()
    left = list(files.items())
    share = -(-len(left) // rounds)
    with racers(workspace.folder.root, number) as running:
        for at in instants(rounds):
            for body, content in left[:share]:
                (workspace.folder.inbox / f"{body}.xlsx").write_bytes(content)
            del left[:share]
            done += advanced(running, at)
    assert [each.returncode for each in running] == [0] * number
    return done


def told(workspace: Workspace) -> Counter[tuple[str, str]]:
    """What the record says that happened: the trail without order and time."""
    with open_store(workspace.database, create=False) as store:
        return Counter((each.event, each.subject) for each in trail(store))


def letters(workspace: Workspace) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(workspace.folder.outbox.iterdir())
    }


def check_done_once(workspace: Workspace, done: Counter[str]) -> None:
    assert {name: times for name, times in done.items() if times > 1} == {}
    with open_store(workspace.database, create=False) as store:
        assert verify(store) == []
        recorded = {each.path: each.id for each in query.letters(store)}
        assert len(recorded) == len(query.letters(store))
        for path, key in recorded.items():  # what lies there is what is recorded
            message = message_from_bytes((workspace.folder.root / path).read_bytes())
            assert key in str(message["Message-ID"]), path
        verdicts = [each.verdict.verdict for each in query.files(store) if each.verdict]
        assert set(verdicts) <= {"accepted", "accepted-with-warnings"}
        assert len(verdicts) == len(query.files(store))
    assert [each.name for each in workspace.folder.inbox.iterdir()] == ["done"]
    hidden = [path.name for path in workspace.folder.root.rglob(".*") if path.suffix == ".part"]
    assert hidden == []


SIZES = [
    pytest.param(8, 7, id="8-bodies-7-rounds"),
    pytest.param(200, 20, id="200-bodies-20-rounds", marks=pytest.mark.slow),
]


@pytest.mark.parametrize(("bodies", "rounds"), SIZES)
def test_three_who_advance_at_once_do_everything_once(
    tmp_path: Path, address: str | Path, monkeypatch: pytest.MonkeyPatch, bodies: int, rounds: int
) -> None:
    """What three did together is what one does alone, letter by letter and entry by entry."""
    if isinstance(address, str):
        monkeypatch.setenv("CONSULT_DATABASE", address)
    workspace = consultation(tmp_path / "c", bodies)
    files = returns(workspace, range(bodies // 2))
    done = raced(workspace, rounds, 3, files)
    check_done_once(workspace, done)
    record = told(workspace)
    monkeypatch.delenv("CONSULT_DATABASE", raising=False)
    alone = consultation(tmp_path / "alone" / "c", bodies)
    assert raced(alone, rounds, 1, files) == done
    assert told(alone) == record
    assert letters(alone) == letters(workspace)


CLOSING = """\
form: closing
version: "1"
status: draft
source: Own wording.
title: A last word
about: One question, after all answers are in.
parts:
  - id: word
    title: A last word
    about: In your own words.
    items:
      - {id: word, type: text, text: "What should the review not forget?"}
"""
ROUND = """\
rounds:
  - id: closing
    title: A last word
    asks: [closing]
    of: {answered: answers}
    opens: {days: 2, of: answers.shuts, at: "10:00"}
    deadline: {days: 20, of: closing.opens, at: "17:00"}
    letter: closing
"""
ACTIONS = """\
    actions:
      - {id: ask-closing, title: A last word, perform: ask, round: closing, when: {of: closing.opens}}
      - {id: remind-closing, title: A last word, perform: remind, round: closing, letter: closing,
         when: {days: -5, of: closing.deadline, at: "10:00", shift: previous}}
"""


LETTER = "Subject: {{ state }}: {{ round }}\n\n{{ salutation }}\n\nPlease tell us.\n\n{{ focal_point }}\n"


def six_months(folder: Path) -> Workspace:
    """A consultation with a second round of its own, so that every kind of letter is written."""
    shipped = (ROOT / "workflows/definitions/consultation/process.yaml").read_text()
    settle = shipped.index("  - id: settle")
    before, after = shipped[:settle], shipped[settle:].replace("    actions:\n", ACTIONS, 1)
    workspace = consultation(folder, 3)
    (folder / "process.yaml").write_text(before.replace("rounds:\n", ROUND, 1) + after)
    for name, content in {"forms/closing.yaml": CLOSING, "letters/en/closing.j2": LETTER}.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(content)
    return workspace


def lived(workspace: Workspace, files: dict[int, bytes], step: int = 0) -> int:
    """Go through six months, month by month and on the busy days; return how often it was killed on the way.

    With a `step`, each instant is tried again and again, and each time killed so many points later, until no
    point is left: with 1, it is killed before, in the middle of and after everything that it does.
    """
    files = dict(files)
    weeks = (AT + timedelta(weeks=4 * n + 2) for n in range(6))
    killed = 0
    running = start(workspace.folder.root)
    assert running.stdout.readline() == "ready\n"
    for at in sorted({*weeks, *instants(7), datetime(2027, 4, 8, 11, tzinfo=UTC)}):
        people(workspace, at, files)
        for point in count(1, step):
            if not advanced([running], at, point if step else 0)["killed"]:
                break
            killed += 1
        assert not advanced([running], at), "nothing is left"
    running.stdin.close()
    assert running.wait(timeout=60) == 0
    return killed


def people(workspace: Workspace, at: datetime, files: dict[int, bytes]) -> None:
    """Do what people do: send workbooks in, hold the workshop, clear."""
    if files and at > datetime(2027, 2, 20, tzinfo=UTC):
        body, content = files.popitem()
        (workspace.folder.inbox / f"{body}.xlsx").write_bytes(content)
    with open_store(workspace.database, create=False) as store:
        if at > datetime(2027, 4, 20, tzinfo=UTC):
            day = datetime(2027, 4, 19, tzinfo=UTC).date()
            record_held(store, "workshop", day, "", ["body-1"], at=at, actor="focal-point")
        if at > datetime(2027, 5, 20, tzinfo=UTC):
            record_clearance(store, digest="0" * 64, paths=[], at=at, actor="focal-point")


@pytest.mark.parametrize("step", [6, pytest.param(1, marks=pytest.mark.slow)])
def test_killed_at_every_point_of_six_months_the_record_is_the_same(tmp_path: Path, step: int) -> None:
    killed, undisturbed = six_months(tmp_path / "1" / "c"), six_months(tmp_path / "2" / "c")
    files = returns(killed, range(2))
    assert lived(undisturbed, files) == 0
    assert lived(killed, files, step) >= (30 if step > 1 else 200)
    events = Counter(event for event, _ in told(undisturbed))
    assert {"round", "letter", "action", "return", "clearance", "held"} <= events.keys()
    check_done_once(killed, Counter())
    assert in_order(killed) == in_order(undisturbed)
    assert letters(killed) == letters(undisturbed)
    drafts = [sorted(path.name for path in each.folder.exports.iterdir()) for each in (killed, undisturbed)]
    assert drafts[0] == drafts[1] != []


def in_order(workspace: Workspace) -> list[tuple[datetime, str, str, str]]:
    with open_store(workspace.database, create=False) as store:
        return [(each.at, each.actor, each.event, each.subject) for each in trail(store)]
