"""Compile the submission of a recorded consultation once; print Word seconds, whole seconds, peak MB."""

import resource
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from exports.assemble import assemble
from exports.word import render_word
from store.open import open_store
from workflows.situation import read_situation
from workflows.workspace import open_workspace

start = time.perf_counter()
workspace, _ = open_workspace(Path(sys.argv[1]))
if workspace is None:
    raise SystemExit("no consultation")
with open_store(workspace.database, create=False) as store:
    situation = read_situation(workspace, store)
submission = assemble(
    workspace.consultation,
    situation.questionnaires,
    situation.agreed,
    situation.divergences,
    situation.stakeholders,
    situation.assignments,
    language="en",
    edition="internal",
    draft=True,
    at=datetime.now(UTC),
)
assembled = time.perf_counter()
render_word(submission)
done = time.perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{done - assembled:.3f} {done - start:.3f} {peak:.1f}")  # read by bench.py
