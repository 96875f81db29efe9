"""`make bench`: the memory of reading returned files one after the other, after 100 and after 1,000."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PROGRAM = """
import json, sys
from pathlib import Path
from tests.fuzzing_originals import filled
from tests.sample_workbook import QUESTIONNAIRE
from workbooks.reader import reading
from workbooks.sandbox import Sandbox

def megabytes(pid):
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024

data, measured = filled(), []
with Sandbox(task=reading([QUESTIONNAIRE], language="en", languages={})) as pool:
    for first, last in ((0, 100), (100, 1_000)):
        for _, findings, problems in pool.open_all((str(number), data) for number in range(first, last)):
            assert findings is not None, problems
        children = [megabytes(child.process.pid) for child in pool._idle]
        measured.append((megabytes("self"), max(children)))
print(json.dumps(measured))
"""


def rows():
    """Yield the rows of the table: parent and the larger child, in a process of their own."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True, cwd=ROOT
    )
    early, late = json.loads(done.stdout)
    for who, before, after in zip(("parent", "child"), early, late, strict=True):
        yield (
            f"memory of the {who} after 1,000 files against after 100",
            f"{after} MB",
            f"{before} MB",
            f"{after / before:.2f} ×",
            "≤ 1.1 ×",
        )
