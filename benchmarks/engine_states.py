"""Advance consultations one after the other: `python -m benchmarks.engine_states INSTANT FOLDER…`.

Prints the processor's and the wall clock's seconds for all but the first, which warms up.
"""

import sys
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from workflows.advance import advance
from workflows.process_read import read_process
from workflows.workspace import open_workspace

at = datetime.fromisoformat(sys.argv[1]).replace(tzinfo=ZoneInfo("UTC"))
cpu = wall = 0.0
for number, folder in enumerate(map(Path, sys.argv[2:])):
    if number == 1:
        cpu, wall = time.process_time(), time.perf_counter()
    workspace, problems = open_workspace(folder)
    if workspace is None:
        raise SystemExit(str(problems))
    process, _ = read_process(workspace.consultation.process, folder)
    if process is None:
        raise SystemExit("no process")
    if len(advance(workspace, process, at=at).posted) != 20:
        raise SystemExit(f"{folder}: not every reminder was written")
print(time.process_time() - cpu, time.perf_counter() - wall)
