"""`make fuzz N=100000 SEED=7`: damage what people send as often as you like, and hold all to the laws.

What breaks a law is kept in a new folder of the system's temporary ones, with the reason beside it.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests import fuzzing

STEP = 2_000


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("count", type=int, nargs="?", default=100_000)
    asked.add_argument("seed", type=int, nargs="?", default=1)
    arguments = asked.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="consult-fuzz-"))
    started, wrong = time.monotonic(), 0
    for first in range(0, arguments.count, STEP):
        numbers = range(first, min(first + STEP, arguments.count))
        tally, offenders = fuzzing.run(numbers, arguments.seed)
        fuzzing.save(offenders, folder)
        wrong += len(offenders)
        print(
            f"{numbers.stop:>9} of {arguments.count}, {time.monotonic() - started:6.0f} s: "
            f"{sum(tally.read.values())} of {tally.answered} read, {sum(tally.compared.values())} compared, "
            f"{len(offenders)} against a law",
            flush=True,
        )
    print(f"{wrong} against a law" + (f", kept in {folder}" if wrong else ""))
    if not wrong:
        folder.rmdir()
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
