"""`consult serve` as it runs for weeks: its own server, a first round at once, further ones on schedule."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tests.stage import NAMES, bytes_in_order, fill, issued, new_folder
from workflows.launch import launch

ROOT = Path(__file__).parent.parent
pytestmark = [pytest.mark.engine, pytest.mark.slow]


def completed(address: str) -> int:
    body = json.dumps({"flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}}).encode()
    asked = Request(f"{address}/api/flow_runs/count", body, {"content-type": "application/json"})
    with urlopen(asked, timeout=60) as answer:
        return int(answer.read())


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_goes_on_by_itself_and_stops_when_told(tmp_path: Path, how: signal.Signals) -> None:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=datetime.now(UTC), random=bytes_in_order())
    settings = workspace.folder.settings
    settings.write_text(settings.read_text().replace("2027-03-31", "2037-03-31"))
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
    running = subprocess.Popen(
        [sys.executable, "-m", "cli", "-C", str(workspace.folder.root), "serve", "--every", "1"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert running.stdout
    try:
        said = [running.stdout.readline(), running.stdout.readline()]
        found = re.search(r"http://127\.0\.0\.1:\d+", said[1])
        assert found, said
        with urlopen(f"{found[0]}/ui-settings", timeout=60) as answer:
            assert json.load(answer)["api_url"] == f"{found[0]}/api", "else its pages show nothing"
        assert wait_for(lambda: completed(found[0]) >= 1)
        returned = fill(
            issued(workspace.folder.root, NAMES["parquet"]), {"untoc.5.1": {"answer": "Oui"}}, "fr"
        )
        (workspace.folder.inbox / "retour.xlsx").write_bytes(returned)
        assert wait_for(lambda: completed(found[0]) >= 2)
        assert wait_for((workspace.folder.inbox / "done" / "retour.xlsx").exists)
    finally:
        running.send_signal(how)
        rest, _ = running.communicate(timeout=120)
    assert running.returncode == 0, rest
    assert "Arrêté" in rest
    assert "consult serve" in rest.splitlines()[-1]
    assert "Traceback" not in rest
    with pytest.raises(OSError, match="refused"):
        completed(found[0])


def wait_for(met, patience: float = 200) -> bool:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if met():
            return True
        time.sleep(1)
    return False
