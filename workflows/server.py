"""A Prefect server for as long as it is needed: schedules do not run on Prefect's ephemeral one.

Started before Prefect is imported, which reads its settings once. Telemetry is off.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

LOOPBACK = "127.0.0.1"
USUAL = 4200
PAGES = {"PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false"}
"""How the pages look; they must also be told the server's address, since they would look for it at 4200."""
PATIENCE = 120
"""Seconds that a server may take to start on a busy laptop."""


@contextmanager
def server(home: Path) -> Iterator[str]:
    """Yield the address of the configured server, or of one started on loopback with its data in `home`."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    if configured := os.environ.get("PREFECT_API_URL"):
        yield configured
        return
    port = _free_port()
    address = f"http://{LOOPBACK}:{port}/api"
    os.environ.setdefault("PREFECT_HOME", str(home))
    with (home / "server.log").open("w", encoding="utf-8") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "prefect", "server", "start", "--host", LOOPBACK, "--port", str(port)],
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**PAGES, "PREFECT_SERVER_UI_API_URL": address, **os.environ},
            start_new_session=True,  # an interrupt at the terminal stops the flows first, then this
        )
    os.environ["PREFECT_API_URL"] = address
    try:
        _wait(running, f"{address}/health", home / "server.log")
        yield address
    finally:
        os.environ.pop("PREFECT_API_URL", None)
        running.terminate()
        try:
            running.wait(timeout=20)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def _free_port() -> int:
    """Return Prefect's own port, so that a page that was bookmarked is found again, else any that is free."""
    for port in (USUAL, 0):
        with socket.socket() as probe, suppress(OSError):
            probe.bind((LOOPBACK, port))
            return int(probe.getsockname()[1])
    raise OSError(0, "no port is free")


def _wait(running: "subprocess.Popen[bytes]", health: str, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and running.poll() is None:
        try:
            with urlopen(health, timeout=2):  # noqa: S310  # our own loopback address
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise OSError(0, "the Prefect server does not start", str(log))
