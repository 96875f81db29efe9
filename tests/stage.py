"""A small consultation on the shipped questionnaire, and people who fill in their workbooks."""

import hashlib
import io
from collections.abc import Callable, Mapping
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from zoneinfo import ZoneInfo

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from consultation.new import Wishes, new_consultation
from workbooks.layout import header
from workflows.check import everything_known
from workflows.workspace import Workspace, open_workspace

AT = datetime(2027, 1, 4, 10, tzinfo=ZoneInfo("Africa/Bamako"))
REGISTRY = """\
name,kind,sector,mandates,languages,contact,email,at risk
Ministère de la Justice,authority,justice,untoc.5; untoc.10,fr,Awa Traoré,awa@justice.example,
Parquet général,authority,justice,untoc.5; untoc.23,fr,,parquet@justice.example,
Financial Intelligence Unit,authority,finance,untoc.10,en,,fiu@finance.example,
Réseau Abri,ngo,victims,untoc.23,fr,,abri@abri.example,yes
University of the River,academia,law,untoc.10,en,,law@uni.example,
"""
NAMES = {
    "justice": "ministere-de-la-justice",
    "parquet": "parquet-general",
    "fiu": "financial-intelligence-unit",
    "abri": "reseau-abri",
    "uni": "university-of-the-river",
}
ROUTING = """\
precedence:
  - {lead: financial-intelligence-unit, items: [untoc.10.4], settles: true, why: supervises sanctions}
"""


def bytes_in_order() -> Callable[[int], bytes]:
    """Give the same "random" bytes in every run."""
    counter = iter(range(10**9))
    return lambda size: hashlib.shake_256(str(next(counter)).encode()).digest(size)


def new_folder(
    folder: Path, *, language: str = "fr", registry: str = REGISTRY, routing: str = ROUTING
) -> Workspace:
    wishes = Wishes(
        state="XA",
        language=language,
        deadline="2027-03-31 17:00",
        zone="Africa/Bamako",
        focal_point="Awa Traoré",
        office="Ministère de la Justice",
        email="awa@justice.example",
        telephone="+223 20 00 00 00",
    )
    written, problems = new_consultation(folder, wishes, at=AT, known=everything_known())
    assert problems == []
    assert written
    (folder / "stakeholders.xlsx").unlink()
    (folder / "stakeholders.csv").write_text(registry, encoding="utf-8")
    (folder / "routing.yaml").write_text(routing, encoding="utf-8")
    workspace, problems = open_workspace(folder)
    assert problems == []
    assert workspace is not None
    return workspace


def letter(folder: Path, stakeholder: str, kind: str = "invitation") -> EmailMessage:
    message = message_from_bytes(
        (folder / "outbox" / f"{kind}-{stakeholder}.eml").read_bytes(), policy=default
    )
    assert isinstance(message, EmailMessage)
    return message


def issued(folder: Path, stakeholder: str) -> bytes:
    """Return the workbook attached to a stakeholder's invitation."""
    (attachment,) = letter(folder, stakeholder).iter_attachments()
    content = attachment.get_content()
    assert isinstance(content, bytes)
    return content


def fill(workbook: bytes, cells: Mapping[str, Mapping[str, object]], language: str) -> bytes:
    """Fill in cells by row code and column (`answer`, `details`, `law`, `comment`), through openpyxl."""
    book = load_workbook(io.BytesIO(workbook))
    left = dict(cells)
    for sheet in book:
        columns = _columns(sheet, language)
        for row in range(1, sheet.max_row + 1):
            code = str(sheet.cell(row, 1).value)
            if columns and code in left:
                for column, value in left.pop(code).items():
                    sheet.cell(row, columns[column]).value = value
                    if isinstance(value, str):
                        sheet.cell(row, columns[column]).data_type = "s"
    assert left == {}, "no such rows"
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _columns(sheet: Worksheet, language: str) -> dict[str, int]:
    wanted = {header(language, name): name for name in ("answer", "details", "law", "comment")}
    for row in sheet.iter_rows(max_row=12):
        found = {wanted[str(cell.value)]: int(cell.column) for cell in row if str(cell.value) in wanted}
        if len(found) == len(wanted):
            return found
    return {}
