"""The pool of confined children: every file gets an answer, and no file harms the next one or the parent."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from problems.files import FileUnreadable
from problems.intake import FileTooLarge, ReadingCrashed, ReadingTooBig, ReadingTooSlow
from problems.model import Place
from tests.hostile import (
    ODD,
    REFUSED,
    good_sheet,
    good_workbook,
    large_in_memory,
    mutation,
    ods,
    ods_cell,
    ods_row,
    slow_to_read,
)
from workbooks.process import Child
from workbooks.sandbox import READ_AHEAD, Sandbox

GOOD = good_workbook()
GOOD_ODS = ods(
    b"".join(ods_row(ods_cell(f"untoc.1.{row}") + ods_cell("Oui", repeated=2)) for row in range(20))
)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as pool:
        yield pool


def is_read(sandbox: Sandbox) -> bool:
    contents, problems = sandbox.open(GOOD, "good.xlsx")
    return contents is not None and contents.sheets[0].rows == good_sheet() and problems == []


def alive(child: Child) -> bool:
    return child.process.poll() is None


def test_a_good_file_is_read_from_bytes_and_from_a_path(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "réponse عربية.xlsx"
    path.write_bytes(GOOD)
    assert is_read(sandbox)
    assert sandbox.open(path, path.name) == sandbox.open(GOOD, "x")


@pytest.mark.parametrize("name", [*REFUSED, *ODD])
def test_a_hostile_file_gets_its_answer_and_the_next_good_file_is_read(sandbox: Sandbox, name: str) -> None:
    if name in REFUSED:
        code, make = REFUSED[name]
        contents, problems = sandbox.open(make(), name)
        assert contents is None
        assert [(problem.code, problem.place.path) for problem in problems] == [(code, name)]
    else:
        codes, make = ODD[name]
        contents, problems = sandbox.open(make(), name)
        assert contents is not None
        assert tuple(problem.code for problem in problems) == codes
    assert is_read(sandbox)


def _all_answered(sandbox: Sandbox, seeds: range) -> None:
    files = ((f"{seed}.xlsx", mutation(GOOD_ODS if seed % 3 == 0 else GOOD, seed)) for seed in seeds)
    shown = []
    for name, contents, problems in sandbox.open_all(files):
        shown.append(name)
        assert contents is not None or len(problems) == 1, name
    assert shown == [f"{seed}.xlsx" for seed in seeds]
    assert is_read(sandbox)


def test_five_hundred_damaged_copies_of_a_workbook_are_all_answered(sandbox: Sandbox) -> None:
    _all_answered(sandbox, range(500))


@pytest.mark.slow
def test_ten_thousand_damaged_copies_of_a_workbook_are_all_answered(sandbox: Sandbox) -> None:
    _all_answered(sandbox, range(500, 10_500))


def test_answers_come_in_the_order_of_the_files_with_hostile_ones_between(sandbox: Sandbox) -> None:
    files = [("a", GOOD), ("b", b""), ("c", large_in_memory()), ("d", GOOD), ("e", b"%PDF"), ("f", GOOD)]
    answers = [
        (shown, contents is not None, [problem.code for problem in problems])
        for shown, contents, problems in sandbox.open_all(files)
    ]
    assert answers == [
        ("a", True, []),
        ("b", False, ["empty-file"]),
        ("c", False, ["reading-too-big"]),
        ("d", True, []),
        ("e", False, ["not-a-spreadsheet"]),
        ("f", True, []),
    ]


def test_a_file_that_takes_too_long_is_given_up_and_nothing_else_is_lost() -> None:
    with Sandbox(wall_seconds=1) as impatient:
        started = time.monotonic()
        answers = list(impatient.open_all([("slow", slow_to_read()), ("good", GOOD)]))
        assert time.monotonic() - started < 5
        assert answers[0] == ("slow", None, [ReadingTooSlow(place=Place("slow"), seconds=1)])
        assert answers[1][1] is not None
        assert is_read(impatient)


@pytest.mark.slow
def test_a_file_that_takes_too_much_processor_time_ends_its_child() -> None:
    with Sandbox(wall_seconds=120) as patient:
        assert patient.open(slow_to_read(), "slow") == (
            None,
            [ReadingTooSlow(place=Place("slow"), seconds=15)],
        )
        assert is_read(patient)


@pytest.mark.parametrize(
    ("how", "problem"),
    [
        (signal.SIGSEGV, ReadingCrashed(place=Place("slow"))),
        (signal.SIGABRT, ReadingTooBig(place=Place("slow"))),
        (signal.SIGKILL, ReadingTooBig(place=Place("slow"))),
        (signal.SIGXCPU, ReadingTooSlow(place=Place("slow"), seconds=15)),
    ],
)
def test_how_a_child_ended_is_the_verdict_on_its_file(how: signal.Signals, problem: object) -> None:
    with Sandbox(children=1) as one:
        is_read(one)
        (child,) = one._idle
        threading.Timer(0.3, os.kill, (child.process.pid, how)).start()
        assert one.open(slow_to_read(), "slow") == (None, [problem])
        assert is_read(one)


def test_a_child_that_died_while_idle_is_replaced_unnoticed() -> None:
    with Sandbox() as pool:
        is_read(pool)
        for child in pool._idle:
            os.kill(child.process.pid, signal.SIGKILL)
            child.process.wait()
        assert is_read(pool)


def test_a_child_that_grew_large_is_replaced_so_that_the_next_file_has_room() -> None:
    with Sandbox(children=1) as one:
        assert one.open(large_in_memory(6_000), "large") == (None, [ReadingTooBig(place=Place("large"))])
        assert list(one._idle) == []
        assert is_read(one)
        assert len(one._idle) == 1


def test_files_are_taken_only_a_little_ahead_of_the_answers() -> None:
    taken = 0

    def files() -> Iterator[tuple[str, bytes]]:
        nonlocal taken
        for number in range(60):
            taken += 1
            yield str(number), GOOD

    with Sandbox(children=2) as pool:
        most_ahead = 0
        for given, (shown, _, _) in enumerate(pool.open_all(files())):
            assert shown == str(given)
            most_ahead = max(most_ahead, taken - given)
    assert taken == 60
    assert most_ahead <= READ_AHEAD * 2 + 1


def test_a_pass_given_up_halfway_leaves_a_working_pool() -> None:
    with Sandbox() as pool:
        for shown, _, _ in pool.open_all((str(number), GOOD) for number in range(100)):
            if shown == "3":
                break
        assert is_read(pool)
        (answer,) = pool.open_all([("one", GOOD)])
        assert answer[1] is not None


def test_a_file_may_be_opened_in_the_middle_of_a_pass() -> None:
    with Sandbox() as pool:
        count = sum(is_read(pool) for _ in pool.open_all((str(number), GOOD) for number in range(5)))
    assert count == 5


def test_a_caller_that_dawdles_is_not_held_against_the_children() -> None:
    with Sandbox(wall_seconds=0.5) as pool:
        read = []
        for _, contents, problems in pool.open_all((str(number), GOOD) for number in range(4)):
            read.append((contents is not None, problems))
            time.sleep(0.6)
    assert read == [(True, [])] * 4


def test_several_threads_share_one_pool() -> None:
    results: list[bool] = []
    with Sandbox() as pool:
        threads = [threading.Thread(target=lambda: results.append(is_read(pool))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(pool._idle) == 2
    assert results == [True] * 8


def test_no_process_is_left_behind() -> None:
    with Sandbox(wall_seconds=1) as pool:
        children = list(pool._idle)
        pool.open(slow_to_read(), "slow")
        children += [child for child in pool._idle if child not in children]
        assert any(alive(child) for child in children)
    assert not any(alive(child) for child in children)
    assert not [child for child in children if Path(f"/proc/{child.process.pid}").exists()]


def test_children_end_by_themselves_when_their_parent_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys, time; sys.path[:] = eval(sys.argv[1])\n"
        "from workbooks.sandbox import Sandbox\n"
        "with Sandbox() as pool:\n"
        "    pool.open(b'', 'x'); print(*[c.process.pid for c in pool._idle], flush=True); time.sleep(60)"
    )
    root = str(Path(__file__).parent.parent)
    arguments = [sys.executable, "-c", program, repr([root, *sys.path])]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=tmp_path) as parent:
        assert parent.stdout is not None
        pids = parent.stdout.readline().split()
        parent.kill()
    assert len(pids) == 2
    until = time.monotonic() + 5
    while any(_running(pid) for pid in pids) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(_running(pid) for pid in pids)


def _running(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_file_that_cannot_be_opened_or_is_too_large_is_never_read_into_memory(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    large = tmp_path / "large.xlsx"
    with large.open("wb") as file:
        file.truncate(5 * 2**30)
    assert sandbox.open(large, "large") == (
        None,
        [FileTooLarge(place=Place("large"), megabytes=5120, limit=20)],
    )
    assert sandbox.open(tmp_path / "gone.xlsx", "gone") == (
        None,
        [FileUnreadable(place=Place("gone"), why="No such file or directory")],
    )


CONFINED = """
import sys; sys.path[:] = eval(sys.argv[1])
import os, socket
from workbooks.child import confine
listener = socket.create_server(("127.0.0.1", 0)); port = listener.getsockname()[1]
confine()
def tried(what):
    try:
        what()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "done"
print(tried(lambda: bytearray(2**30)), tried(lambda: open(sys.argv[2], "w").write("x" * 9999)),
      tried(lambda: [os.dup(0) for _ in range(40)]),
      tried(lambda: socket.create_connection(("127.0.0.1", port), timeout=2)))
"""


def test_a_confined_process_gets_no_memory_writes_nothing_and_opens_little(tmp_path: Path) -> None:
    target = tmp_path / "written"
    root = str(Path(__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", CONFINED, repr([root, *sys.path]), str(target)],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    memory, writing, opening, network = done.stdout.split()
    assert memory == "MemoryError"
    assert writing == "OSError"
    assert opening == "OSError"
    assert not target.exists() or target.read_bytes() == b""
    if network == "done":
        pytest.skip("this system does not let a process give up the network; the other limits hold")
    assert network in {"OSError", "TimeoutError"}


def test_a_large_parent_does_not_make_its_children_retire() -> None:
    """A process inherits its parent's peak memory; children of a large one read on all the same."""
    large = bytearray(400 * 2**20)
    large[::4096] = b"x" * len(large[::4096])
    before = set(children())
    with Sandbox(children=1) as sandbox:
        started = {child for _ in range(4) if is_read(sandbox) for child in children()} - before
    assert len(started) == 1
    assert len(large) == 400 * 2**20


def children() -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(os.getpid())], capture_output=True, text=True, check=False)
    own = set(map(int, found.stdout.split()))
    return (
        sorted(pid for pid in own if b"workbooks" in Path(f"/proc/{pid}/cmdline").read_bytes()) if own else []
    )
