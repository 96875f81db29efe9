"""Write the registry out: all of it, or what may be shown to others."""

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consultation.folder import write_whole
from languages import say
from problems import Place
from problems.registry import ExportFormatUnknown, ExportOverRegistry
from problems.stages import Refused
from sources.guards import guarded
from stakeholders.blank import blank_registry
from stakeholders.columns import COLUMNS, heading
from stakeholders.model import Attribution, Stakeholder
from workflows.registry import Register

FORMATS = ("xlsx", "csv", "json")
OF_A_KIND = 3
"""Bodies that may be shown by their kind are, where there are so many of that kind (decision 0007)."""

SHOWN_BY_TYPE = ("kind", "mandates", "expertise", "languages")


@dataclass(frozen=True)
class Exported:
    path: Path
    rows: int
    left_out: int  # bodies about which nothing may be shown


def export_registry(register: Register, file: Path, *, anonymous: bool = False) -> Exported:
    """Write the registry as .xlsx, .csv or .json, after the ending of `file`.

    With `anonymous`, bodies that may be named stand as they are, without notes; of those that may be shown by
    type only kind, mandates, expertise and languages, where at least three are of that kind; of all others
    nothing. Refused for another ending, and in place of the registry itself.
    """
    suffix = file.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        allowed = tuple(f".{name}" for name in FORMATS)
        raise Refused(
            ExportFormatUnknown(place=Place(str(file)), value=file.suffix or file.name, allowed=allowed)
        )
    if file.resolve() == register.workspace.folder.registry.resolve():
        raise Refused(ExportOverRegistry(place=Place(str(file))))
    language = register.workspace.consultation.language
    rows = [dict(entry.texts) for entry in register.entries]
    bodies = [_plain(body) for body in register.stakeholders]
    if anonymous:
        shown = [each for each in map(_shown(register, language), register.stakeholders) if each]
        rows, bodies = [row for row, _ in shown], [body for _, body in shown]
    if suffix == "json":
        data = json.dumps({"stakeholders": bodies}, ensure_ascii=False, indent=2).encode() + b"\n"
    elif suffix == "csv":
        data = _csv(language, rows)
    else:
        data = blank_registry(language, register.known, rows)
    write_whole(file, data)
    written = len(bodies) if suffix == "json" else len(rows)
    return Exported(file, written, len(register.entries) - written)


def _plain(body: Stakeholder) -> dict[str, Any]:
    return body.model_dump(mode="json")


def _shown(register: Register, language: str) -> Any:
    """Return a function from a body to its row and values for others, or to None."""
    kinds = Counter(body.kind for body in register.stakeholders if _by_type(body))
    number: Counter[str] = Counter()

    def shown(body: Stakeholder) -> tuple[Mapping[str, str], Mapping[str, Any]] | None:
        entry = register.by_ref.get(body.id)
        if entry is None or body.at_risk or body.attribution is Attribution.ANONYMOUS:
            return None
        if body.attribution is Attribution.NAMED:
            return dict(entry.texts) | {"notes": ""}, _plain(body) | {"notes": ""}
        if kinds[body.kind] < OF_A_KIND:
            return None
        number[body.kind] += 1
        name = f"{say(language, 'stakeholders', body.kind)} {number[body.kind]}"
        row = {column: entry.text(column) for column in SHOWN_BY_TYPE} | {"name": name}
        kept = {"kind", "mandates", "topics", "languages"}
        return row, {"name": name} | {key: value for key, value in _plain(body).items() if key in kept}

    return shown


def _by_type(body: Stakeholder) -> bool:
    return body.attribution is Attribution.BY_TYPE and not body.at_risk


def _csv(language: str, rows: Sequence[Mapping[str, str]]) -> bytes:
    """Write what a spreadsheet program of that language opens at once, and takes no formula from."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="," if language == "en" else ";", lineterminator="\r\n")
    writer.writerow([heading(language, column) for column in COLUMNS])
    writer.writerows([guarded(row.get(column, "")) for column in COLUMNS] for row in rows)
    return out.getvalue().encode("utf-8-sig")
