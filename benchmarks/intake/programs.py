"""How a damaged workbook is saved: by the office programs that people have, many files at a time."""

import os
import shutil
import subprocess
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

BATCH = 40
"""So many files LibreOffice converts in one go: one that it cannot open costs the others nothing."""

SECONDS = 300

AS_IT_IS = "as it is"
OF_FORMS = (AS_IT_IS, "LibreOffice docx", "LibreOffice odt")
"""What saves Word forms; everything else saves workbooks."""

FAMILIES = ("LibreOffice", "Gnumeric", "SheetJS")

SCRIPT = Path(__file__).with_name("sheetjs.cjs")


def programs(modules: Path | None) -> dict[str, Callable[[Sequence[Path], Path], None]]:
    """Return what is installed here: each takes files and saves each into a folder, under its stem.

    `modules`: the folder in which npm has put SheetJS (package `xlsx`); None to do without.
    """
    found: dict[str, Callable[[Sequence[Path], Path], None]] = {AS_IT_IS: _as_it_is}
    if shutil.which("soffice"):
        found["LibreOffice xlsx"] = lambda files, into: _libreoffice(files, into, "xlsx")
        found["LibreOffice ods"] = lambda files, into: _libreoffice(files, into, "ods")
        found["LibreOffice docx"] = lambda files, into: _libreoffice(files, into, "docx")
        found["LibreOffice odt"] = lambda files, into: _libreoffice(files, into, "odt")
    if shutil.which("ssconvert"):
        found["Gnumeric xlsx"] = lambda files, into: _gnumeric(files, into, "Gnumeric_Excel:xlsx2", "xlsx")
        found["Gnumeric ods"] = lambda files, into: _gnumeric(
            files, into, "Gnumeric_OpenCalc:openoffice", "ods"
        )
    if modules and shutil.which("node"):
        found["SheetJS xlsx"] = lambda files, into: _sheetjs(files, into, "xlsx", modules)
        found["SheetJS ods"] = lambda files, into: _sheetjs(files, into, "ods", modules)
    return found


def saves(program: str, kind: str) -> bool:
    """Tell whether a program is for workbooks or for Word forms, as wanted."""
    return program == AS_IT_IS or (program in OF_FORMS) == (kind == "form")


def missing(modules: Path | None, without: Collection[str]) -> list[str]:
    """Return which programs are not here that should be; those `without` which to do may be away."""
    here = {name.partition(" ")[0] for name in programs(modules)}
    return [name for name in FAMILIES if name not in here and name not in without]


def _as_it_is(files: Sequence[Path], into: Path) -> None:
    for file in files:
        shutil.copy(file, into / file.name)


def _libreoffice(files: Sequence[Path], into: Path, suffix: str) -> None:
    profile = into.parent / f"profile-{suffix}"  # one for each that runs at the same time
    for start in range(0, len(files), BATCH):
        _run(
            [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--norestore",
                "--convert-to",
                suffix,
                "--outdir",
                str(into),
                *map(str, files[start : start + BATCH]),
            ]
        )


def _gnumeric(files: Sequence[Path], into: Path, kind: str, suffix: str) -> None:
    for file in files:
        _run(["ssconvert", f"--export-type={kind}", str(file), str(into / f"{file.stem}.{suffix}")])


def _sheetjs(files: Sequence[Path], into: Path, suffix: str, modules: Path) -> None:
    _run(["node", str(SCRIPT), suffix, str(into), *map(str, files)], {"NODE_PATH": str(modules)})


def _run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
    subprocess.run(
        command,
        check=False,
        capture_output=True,
        timeout=SECONDS,
        env=os.environ | dict(environment or {}),
    )
