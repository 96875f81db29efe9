"""docs/scale.md as it is run: PostgreSQL, Prefect's server on it, two workers, many States."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import ascii_uppercase
from urllib.request import Request, urlopen

import pytest
from babel import Locale

from store import query
from store.audit import verify
from store.open import open_store
from tests.stage import new_folder
from workflows.workspace import open_workspace

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "scale.md"
STATES = int(os.environ.get("SCALE_STATES", "4"))
"""190 States take longer than a test may; `SCALE_STATES=190` runs them all."""

BODIES = 20
pytest_plugins = ["tests.postgres"]


def test_only_the_modules_named_flows_import_prefect() -> None:
    importing = re.compile(r"^\s*(?:from|import) prefect\b", re.MULTILINE)
    found = {
        path.relative_to(ROOT).as_posix()
        for package in ("commands", "terminal", "workflows", "store", "delivery", "exports")
        for path in (ROOT / package).rglob("*.py")
        if importing.search(path.read_text(encoding="utf-8"))
    }
    assert all(re.fullmatch(r"workflows/flows\w*\.py", path) for path in found)
    assert found


class Runbook:
    """The blocks of the page, by the heading over them, with the places of this machine put in."""

    def __init__(self, folders: Path, sockets: Path) -> None:
        text = PAGE.read_text(encoding="utf-8")
        self.port = free_port()
        for said, here in {
            "/srv/consult": str(folders),
            "consult@db.example/": "consult@/",
            "consult_{state}": f"consult_{{state}}?host={sockets}",
            "asyncpg://consult@/prefect": f"asyncpg://consult@/prefect?host={sockets}",
            "http://prefect.example:4200": f"http://127.0.0.1:{self.port}",
            "--host 0.0.0.0 --port 4200": f"--host 127.0.0.1 --port {self.port}",
        }.items():
            assert said in text, said
            text = text.replace(said, here)
        parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
        self.blocks = {
            title: re.findall(r"```sh\n(.*?)```", body, re.DOTALL)
            for title, body in zip(parts[1::2], parts[2::2], strict=True)
        }
        ours = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
        path = f"{Path(sys.executable).parent}:{programs()}:{os.environ['PATH']}"
        home = {"PREFECT_HOME": str(folders.parent / "prefect"), "PREFECT_WORKER_QUERY_SECONDS": "2"}
        # the launch was weeks ago, so that a reminder is due
        launch = (datetime.now(UTC) - timedelta(days=40)).strftime("%Y-%m-%dT10:00")
        self.launching = {"CONSULT_NOW": launch}
        self.environment = {**ours, **home, "PATH": path, "PGHOST": str(sockets), "PGUSER": "consult"}

    def script(self, command: str) -> list[str]:
        (places,) = self.blocks["Where things are"]
        return ["bash", "-euc", f"{places}\n{command}"]

    def run(self, title: str, number: int = 0, **more: str) -> str:
        done = subprocess.run(
            self.script(self.blocks[title][number]),
            env={**self.environment, **more},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (title, done.stdout[-2000:], done.stderr[-2000:])
        return done.stdout

    @contextmanager
    def going(self, command: str, log: Path) -> Iterator["subprocess.Popen[bytes]"]:
        with log.open("w") as out:
            running = subprocess.Popen(
                self.script(f"exec {command}"), env=self.environment, stdout=out, stderr=subprocess.STDOUT
            )
        try:
            yield running
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(timeout=60)

    def asked(self, path: str, **body: object) -> list[dict[str, object]]:
        request = Request(
            f"http://127.0.0.1:{self.port}/api{path}",
            json.dumps(body).encode(),
            {"content-type": "application/json"},
        )
        with urlopen(request, timeout=60) as answer:
            return json.load(answer)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def programs() -> str:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return str(found[-1]) if found else ""


def states(folders: Path) -> list[str]:
    """So many States with a consultation each, whose last reminder is due now."""
    deadline = (datetime.now(UTC) + timedelta(days=2)).strftime("%Y-%m-%d")
    of_exercises = [
        *(f"X{letter}" for letter in ascii_uppercase),
        *(f"Q{letter}" for letter in "MNOPQRSTUVWXYZ"),
    ]
    real = [code for code in sorted(Locale("en").territories) if re.fullmatch("[A-W][A-Z]", code)]
    names = [*of_exercises, *real][:STATES]
    lines = [f"Body {n},authority,justice,untoc.10,en,,body{n}@xa.example," for n in range(BODIES)]
    registry = "name,kind,sector,mandates,languages,contact,email,at risk\n" + "\n".join(lines) + "\n"
    for name in names:
        folder = folders / name.lower()
        new_folder(folder, language="en", registry=registry, routing="precedence: []\n")
        settings = folder / "consultation.yaml"
        text = settings.read_text().replace("2027-03-31", deadline)
        settings.write_text(re.sub(r"(?m)^state: .*$", f"state: {name}", text))
        # letters at any hour: the test cannot wait for a morning
        shipped = (ROOT / "workflows/definitions/consultation/process.yaml").read_text()
        any_time = re.sub(r"(?m)^quiet: .*$", "", shipped).replace("shift: previous", "shift: none")
        (folder / "process.yaml").write_text(any_time)  # at night and on a Sunday, too
    return names


@pytest.mark.engine
@pytest.mark.postgres
@pytest.mark.slow
def test_the_runbook_is_run_and_every_state_is_served_once(tmp_path: Path, cluster: Path) -> None:
    folders = tmp_path / "srv"
    folders.mkdir()
    names = states(folders)
    book = Runbook(folders, cluster)
    book.run("The database machine")
    migrate, start = book.blocks["The server"][0].strip().splitlines()
    book.blocks["The server"] = [migrate]
    book.run("The server")
    with book.going(start, tmp_path / "server.log"):
        wait_for(lambda: book.asked("/flows/filter") == [])
        book.run("The consultations", 0, **book.launching)
        assert f"{len(names)} consultations" in book.run("The consultations", 1)
        (worker,) = book.blocks["The workers"]
        with book.going(worker, tmp_path / "1.log"), book.going(worker, tmp_path / "2.log") as second:
            rounds = start_rounds(book)
            assert len(rounds) == len(names)
            wait_for(lambda: finished(book, rounds) >= len(rounds) // 2)
            second.send_signal(signal.SIGTERM)  # one is lost on the way
            wait_for(lambda: finished(book, rounds) == len(rounds))
            rounds = start_rounds(book)  # what it was doing is begun again
            wait_for(lambda: finished(book, rounds) == len(rounds))
        assert "consult-mail" in book.run("Looking after it")
    for name in names:
        check_served(folders / name.lower(), book)


def start_rounds(book: Runbook) -> list[str]:
    """Start a round of each State that does all that is due, as `consult serve` does at its beginning."""
    found, page = [], 0
    while many := book.asked("/deployments/filter", limit=200, offset=page):
        found += many
        page += len(many)
    rounds = [each for each in found if "minutes" in each["parameters"]]
    assert len(found) == 14 * len(rounds)
    return [
        book.asked(
            f"/deployments/{each['id']}/create_flow_run",
            parameters={**each["parameters"], "everything": True},
        )["id"]
        for each in rounds
    ]


def finished(book: Runbook, runs: list[str]) -> int:
    wanted = {"id": {"any_": runs}, "state": {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}}}
    return int(book.asked("/flow_runs/count", flow_runs=wanted))


def check_served(folder: Path, book: Runbook) -> None:
    workspace, _ = open_workspace(folder)
    assert workspace
    address = f"postgresql+psycopg://consult@/consult_{folder.name}?host={book.environment['PGHOST']}"
    with open_store(address, create=False) as store:
        assert verify(store) == []
        kinds = [each.kind for each in query.letters(store)]
    assert Counter(kinds) == {"invitation": BODIES, "reminder": BODIES}
    written = [path.name for path in (folder / "outbox").iterdir()]
    assert sum(name.startswith(("invitation", "reminder")) for name in written) == 2 * BODIES
    assert not [name for name in written if name.startswith("engine")]


def wait_for(met, patience: float = 900) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            if met():
                return
        except OSError:
            pass
        time.sleep(1)
    pytest.fail("it took too long")
