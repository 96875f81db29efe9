"""Write docs/problems.md, every problem with its sentence: `python -m problems.page > docs/problems.md`."""

import re
import sys
from importlib import import_module
from itertools import groupby
from pathlib import Path
from pkgutil import iter_modules

from fluent.syntax import FluentParser
from fluent.syntax.ast import Message
from fluent.syntax.serializer import serialize_pattern

from languages.messages import DEFINITIONS
from problems.model import Problem

HEAD = """# Everything that can be wrong

Each problem is printed with its place, its code and a sentence in the reader's language. `blocker` and
`error` must be mended; `warning` and `info` are for you to look at. In the sentences below, `{ $value }` and
the like stand for what was found. This page is generated: `make docs`.
"""


def every_problem() -> list[type[Problem]]:
    """Return every problem class that has a code, by subject and code."""
    for module in iter_modules([str(Path(__file__).parent)], "problems."):
        if module.name != "problems.page":
            import_module(module.name)
    found: list[type[Problem]] = []
    waiting: list[type[Problem]] = [Problem]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if "code" in vars(kind) and kind.__module__.startswith("problems."):
            found.append(kind)
    return sorted(found, key=lambda kind: (kind.__module__, kind.code))


def sentences(language: str, subject: str) -> dict[str, str]:
    """Return the messages of a subject as they are written, on one line each."""
    path = DEFINITIONS / language / f"{subject}.ftl"
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    return {
        entry.id.name: re.sub(
            r"NUMBER\((\$\w+)[^)]*\)", r"\1", " ".join(serialize_pattern(entry.value).split())
        )
        for entry in resource.body
        if isinstance(entry, Message) and entry.value
    }


def page() -> str:
    parts = [HEAD]
    for module, kinds in groupby(every_problem(), key=lambda kind: kind.__module__):
        subject = module.replace(".", "/")
        said = sentences("en", subject)
        parts.append(f"\n## {subject.removeprefix('problems/').replace('_', ' ').capitalize()}\n")
        parts.append("\n| code | severity | what it says |\n|---|---|---|\n")
        for kind in kinds:
            text = said[kind.code].replace("|", "\\|")
            parts.append(f"| `{kind.code}` | {kind.severity.name.lower()} | {text} |\n")
    return "".join(parts)


if __name__ == "__main__":
    sys.stdout.write(page())
