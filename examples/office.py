"""Fill issued workbooks with LibreOffice, as people do at its windows: open, write into cells, save, send.

Runs under a Python that has LibreOffice's `uno` module (Debian: python3-uno), not under ours, and imports
nothing of ours: what it writes where comes as JSON from `fill.py`. Usage: office.py JOBS.json PROFILE-FOLDER
"""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}
PATIENCE = 60
"""Seconds that LibreOffice may take to start."""


def main(jobs: Path, profile: Path) -> None:
    pipe = f"consult-{profile.name}"
    address = f"pipe,name={pipe};urp"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={profile.resolve().as_uri()}",
            f"--accept={address}",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        desktop = connect(address)
        for job in json.loads(jobs.read_text(encoding="utf-8")):
            perform(desktop, job)
        with suppress(DisposedException):  # the office may be gone before it has answered
            desktop.terminate()
        office.wait(timeout=PATIENCE)
    finally:
        if office.poll() is None:
            office.kill()


def connect(address: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    until = time.monotonic() + PATIENCE
    while True:
        try:
            context = resolver.resolve(f"uno:{address};StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def perform(desktop: Any, job: dict[str, Any]) -> None:
    """Make one returned file."""
    source = Path(job["source"]).resolve().as_uri() if job["source"] else "private:factory/scalc"
    book = desktop.loadComponentFromURL(source, "_blank", 0, (option("Hidden", True),))
    try:
        if not job["source"]:
            write_table(book.Sheets.getByIndex(0), job["cells"])
        for cell in job["answers"]:
            write(book, cell)
        if job["sort"]:
            sort(book.Sheets.getByName(job["questions"]))
        if job["sheet"]:
            book.Sheets.getByName(job["questions"]).Name = job["sheet"]
        target = Path(job["target"]).resolve()
        book.storeToURL(target.as_uri(), (option("FilterName", FILTERS[target.suffix]),))
    finally:
        book.close(True)


def option(name: str, value: Any) -> PropertyValue:
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def write(book: Any, said: dict[str, Any]) -> None:
    """Write into the cell of the row whose visible code is `code`, so many columns to its right."""
    sheet = book.Sheets.getByName(said["sheet"])
    cell = sheet.getCellByPosition(said["column"], row_of(sheet, said["code"]))
    if said["typed"]:
        cell.FormulaLocal = said["value"]  # as at the keyboard: figures become numbers, days become dates
    else:
        cell.String = said["value"]


def row_of(sheet: Any, code: str) -> int:
    """Find a row by its code in the first column."""
    for row, (found,) in enumerate(used(sheet, 1).DataArray):
        if found == code:
            return row
    raise LookupError(f"{sheet.Name} has no row {code}")


def used(sheet: Any, columns: int = 0) -> Any:
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = columns - 1 if columns else cursor.RangeAddress.EndColumn
    return sheet.getCellRangeByPosition(0, 0, last, cursor.RangeAddress.EndRow)


def sort(sheet: Any) -> None:
    """Take the protection off, split merged cells, sort all rows beneath the headings by the third column."""
    sheet.unprotect("")
    area = used(sheet)
    area.merge(False)
    last = area.RangeAddress
    rows = sheet.getCellRangeByPosition(0, 3, last.EndColumn, last.EndRow)
    key = uno.createUnoStruct("com.sun.star.table.TableSortField")
    key.Field, key.IsAscending = 2, True
    fields = uno.Any("[]com.sun.star.table.TableSortField", (key,))
    uno.invoke(rows, "sort", ((option("SortFields", fields), option("ContainsHeader", False)),))


def write_table(sheet: Any, rows: list[list[str]]) -> None:
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            sheet.getCellByPosition(column, row).FormulaLocal = text


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
    os._exit(0)  # at its own end, the bridge to an office that is gone may crash
