"""Letters over a server that fails in every way, from a process that is killed at any point."""

import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from store.audit import verify
from store.open import open_store
from store.outgoing import Outgoing, outgoing
from tests.letters import LATER, letters, local
from tests.mailserver import FAULTS, FOR_GOOD, SILENT, Remembered, by_seed, mailserver
from workflows.mailing import Clock
from workflows.send import send
from workflows.workspace import Workspace

pytest_plugins = ["tests.postgres"]
ROOT = Path(__file__).parent.parent


def start(folder: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.sender", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    return process


def told(process: "subprocess.Popen[str]", kill: int = 0) -> str:
    tell(process, kill)
    return process.stdout.readline().strip()


def tell(process: "subprocess.Popen[str]", kill: int = 0) -> None:
    process.stdin.write(f"{kill} {LATER.isoformat()}\n")
    process.stdin.flush()


def end(process: "subprocess.Popen[str]") -> None:
    process.stdin.close()
    assert process.wait(timeout=60) == 0


def standing(workspace: Workspace) -> dict[str, Outgoing]:
    """Return how it stands with the letter to each address."""
    with open_store(workspace.database, create=False) as store:
        assert verify(store) == []
        return {f"{each.stakeholder.replace('-', '')}@xa.example": each for each in outgoing(store)}


def settled(letters: dict[str, Outgoing]) -> bool:
    return all(each.standing in {"sent", "failed", "unknown"} for each in letters.values())


def check(letters: dict[str, Outgoing], seen: Remembered, killed: set[str]) -> Counter[str]:
    """Check that the record says what the server saw; `killed` are those whose sender died in the act."""
    taken = seen.taken_by
    assert {address: times for address, times in taken.items() if times > 1} == {}
    by = {
        name: {a for a, each in letters.items() if each.standing == name}
        for name in ("sent", "failed", "unknown")
    }
    assert sum(map(len, by.values())) == len(letters)
    assert by["sent"] <= set(taken)
    assert by["failed"] & set(taken) == set()
    assert by["unknown"] == set(seen.silent) | killed
    return Counter(each.standing for each in letters.values())


def run_until_still(workspace: Workspace, seen: Remembered, kills: list[int]) -> tuple[set[str], int]:
    """Send, killed at these points and then not any more, until nothing moves; return whom it hit."""
    process, hit, deaths = start(workspace.folder.root), set(), 0
    for fatal in kills:
        if told(process, fatal) == "killed":
            deaths += 1
            hit |= {address for address, each in standing(workspace).items() if each.standing == "open"}
    for _ in range(20):
        assert told(process).startswith("done")
        if settled(standing(workspace)):
            break
    before = (len(seen.taken), standing(workspace))
    assert told(process) == "done"  # nothing moves any more
    assert (len(seen.taken), standing(workspace)) == before
    end(process)
    return hit, deaths


@pytest.mark.parametrize("seed", [1])
def test_letters_over_a_faulty_server_from_a_process_that_is_killed(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    with mailserver(by_seed(seed)) as server:
        workspace = letters(tmp_path / "c", 40, local(server.port))
        kills = [dice.randint(1, 400) for _ in range(12)]
        killed, deaths = run_until_still(workspace, server.remembered, kills)
        counts = check(standing(workspace), server.remembered, killed)
    assert deaths > 5
    assert min(counts.values()) > 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", [7])
def test_a_thousand_invitations_arrive_at_most_once_each(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    large = frozenset(dice.sample(range(1_000), 5))
    plan = by_seed(seed)

    def with_large(address: str, attempt: int) -> str:
        number = int(address.partition("@")[0].removeprefix("body"))
        return plan(address, attempt) if number not in large else "" if attempt else "drops within"

    with mailserver(with_large) as server:
        workspace = letters(tmp_path / "c", 1_000, local(server.port), large=large)
        kills = [dice.randint(1, 250) for _ in range(200)]
        killed, deaths = run_until_still(workspace, server.remembered, kills)
        counts = check(standing(workspace), server.remembered, killed)
    assert deaths >= 190
    assert set(server.remembered.met) == {*FAULTS, ""}
    assert counts["sent"] > 600
    assert killed


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_ends_as_it_must(tmp_path: Path, fault: str) -> None:
    """What surely was not sent is tried again, what may have been is not; nothing is taken twice."""
    with mailserver(lambda _, attempt: fault if not attempt or fault in FOR_GOOD else "") as server:
        large = frozenset({0}) if fault == "drops within" else frozenset()
        workspace = letters(tmp_path / "c", 1, local(server.port), large=large)
        clock = Clock(sleep=lambda _: None)
        first = send(workspace, at=LATER, clock=clock, pauses=())
        once = [each.letter.standing for each in first.letters]
        for _ in range(2):
            send(workspace, at=LATER, clock=clock)
        (letter,) = standing(workspace).values()
    if fault in FOR_GOOD:
        assert (once, letter.standing, len(server.remembered.taken)) == (["failed"], "failed", 0)
    elif fault in SILENT:
        taken = int(fault == "takes it and drops")
        assert (once, letter.standing, len(server.remembered.taken)) == (["unknown"], "unknown", taken)
    elif fault == "slow":
        assert (once, letter.standing, len(server.remembered.taken)) == (["sent"], "sent", 1)
    else:
        assert (once, letter.standing, len(server.remembered.taken)) == (["later"], "sent", 1)


def test_two_at_once_send_every_letter_once(tmp_path: Path) -> None:
    with mailserver() as server:
        workspace = letters(tmp_path / "c", 60, local(server.port))
        two = [start(workspace.folder.root) for _ in range(2)]
        for each in two:
            tell(each)
        said = [each.stdout.readline().split() for each in two]
        assert told(two[0]) == "done"
        for each in two:
            end(each)
        assert {words[0] for words in said} == {"done"}
        assert sum(len(words) - 1 for words in said) == 60
        assert check(standing(workspace), server.remembered, set()) == {"sent": 60}


def test_two_who_do_not_see_each_other_s_lock_send_every_letter_once(
    tmp_path: Path, address: str | Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two machines over one database: the record alone decides, before the end of a letter leaves."""
    monkeypatch.setenv("CONSULT_DATABASE", str(address))
    with mailserver(lambda _, attempt: "slow" if attempt < 1 else "") as server:
        workspace = letters(tmp_path / "c", 30, local(server.port))
        lock = workspace.folder.outbox / ".sending"
        two = [start(workspace.folder.root) for _ in range(2)]
        tell(two[0])
        while not lock.exists():
            os.sched_yield()
        lock.unlink()  # the other one locks another file
        tell(two[1])
        for each in two:
            assert each.stdout.readline().startswith("done")
            end(each)
        assert check(standing(workspace), server.remembered, set()) == {"sent": 30}
