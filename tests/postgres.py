"""Fixtures: a throw-away PostgreSQL cluster on a socket in a temporary folder, a fresh schema per test."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

_numbers = count(1)


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@pytest.fixture(scope="session")
def cluster() -> Iterator[Path]:
    """Start a server that listens on a Unix socket only; yield the socket's folder."""
    programs = _programs()
    if programs is None:
        if "CI" in os.environ:
            pytest.fail("CI must have PostgreSQL's programs")
        pytest.skip("PostgreSQL's programs (initdb, postgres) are not installed")
    # PostgreSQL refuses to run as root; /tmp, since the path of a socket must be short
    rights: dict[str, Any] = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="consult-pg-", dir="/tmp"))
    if rights:
        shutil.chown(folder, **rights)
    data = folder / "data"
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, "cwd": "/", **rights}
    setup: list[str | Path] = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        "consult",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "-N",
    ]
    subprocess.run(setup, check=True, **quiet)
    options: list[str | Path] = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=16MB"]
    with subprocess.Popen([programs / "postgres", "-D", data, "-k", folder, *options], **quiet) as server:
        try:
            _wait(folder)
            yield folder
        finally:
            server.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            server.wait(timeout=20)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def server_address(cluster: Path) -> str:
    """Return the address of an empty schema, which is a database to us and costs no gigabytes of copies."""
    name = f"test_{next(_numbers)}"
    with psycopg.connect(host=str(cluster), user="consult", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"postgresql+psycopg://consult@/postgres?host={cluster}&options=-csearch_path%3D{name}"


def _wait(folder: Path) -> None:
    for _ in range(200):
        try:
            psycopg.connect(host=str(folder), user="consult", dbname="postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("PostgreSQL did not start")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """Return the address of a database that does not exist yet (SQLite) or is empty (PostgreSQL)."""
    if request.param == "sqlite":
        return tmp_path / "consult.db"
    return str(request.getfixturevalue("server_address"))
