"""The child of the fuzz: as ever, but it also says what it read, and which exception hid behind a verdict."""

import json
import sys
import traceback
import zlib
from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from problems import Problem
from problems.intake import DamagedFile
from workbooks import child
from workbooks.contents import Contents

ROOT = str(Path(__file__).resolve().parent.parent)
EXPECTED = (zlib.error, ParseError, ExpatError)
"""What damaged bytes raise; calamine's own errors and panics too, and what our code raises on purpose."""


def main() -> None:
    told = child._reply
    seen: dict[str, str] = {}

    def damaged() -> Problem:
        seen["exception"] = our_mistake(sys.exc_info()[1])
        return DamagedFile()

    def reply(data: bytes, tell: child.Tell) -> bytes:
        seen.clear()

        def telling(contents: Contents | None, problems: Sequence[Problem], data: bytes) -> bytes:
            seen["contents"] = contents.as_json().decode("utf-8", "surrogatepass") if contents else ""
            return tell(contents, problems, data)

        body = told(data, telling)
        return json.dumps(seen).encode() + b"\n" + body

    child.DamagedFile, child._reply = damaged, reply
    child.main()


def our_mistake(error: BaseException | None) -> str:
    """Return the traceback of an exception that damage does not explain; empty for one that it does."""
    if (
        error is None
        or isinstance(error, EXPECTED)
        or type(error).__module__ in {"python_calamine", "pyo3_runtime"}
    ):
        return ""
    ours = [
        at
        for at in traceback.extract_tb(error.__traceback__)
        if at.filename.startswith(ROOT) and ".venv" not in at.filename
    ]
    if isinstance(error, ValueError) and ours and (ours[-1].line or "").startswith("raise "):
        return ""
    return "".join(traceback.format_exception(error))
