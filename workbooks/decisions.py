"""The decision workbook: contradictions side by side for the coordinator, and the decisions read back."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from clusters.model import Law
from consultation.model import Consultation
from languages import day_and_time, direction
from questionnaires.model import Item
from responses.model import Decision, Divergence
from stakeholders.model import Stakeholder
from workbooks.decision_blocks import write_decisions
from workbooks.decision_layout import SUBJECT, word
from workbooks.decision_look import Formats
from workbooks.decision_read import read_decisions
from workbooks.decision_sheets import Making, edition, write_annex, write_lists, write_read_me

__all__ = ["decision_workbook", "read_decisions"]


def decision_workbook(
    consultation: Consultation,
    divergences: Mapping[str, Divergence],
    items: Iterable[Item],
    stakeholders: Iterable[Stakeholder],
    *,
    language: str,
    at: datetime,
    law: Law | None = None,
    earlier: Iterable[Decision] = (),
    names: bool = True,
) -> bytes:
    """Write the workbook in which the coordinator decides, as xlsx; same arguments, same bytes.

    Divergences stand in the order of `items`. With `names` it names every body, so it is internal; without
    them it is for a workshop: it names only those who may be named, and leaves out what was told to the
    coordinator alone. `law` adds the titles of articles; `earlier` are decisions that the answers have
    outrun, shown beside the new answers.
    """
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties(
        {
            "title": f"{word(language, 'title')} · {consultation.state_name(language)}",
            "comments": word(language, edition(names=names)),
            "created": at.astimezone(UTC).replace(tzinfo=None),
        }
    )
    rtl = direction(language) == "rtl"
    making = Making(
        book=book,
        formats=Formats(book, rtl=rtl),
        language=language,
        rtl=rtl,
        subject=SUBJECT,
        footer=word(language, f"{edition(names=names)}-footer"),
        stakeholders={stakeholder.id: stakeholder for stakeholder in stakeholders},
        law=law,
        names=names,
        earlier={decision.item: decision for decision in earlier},
    )
    entries = [(item, divergences[item.id]) for item in items if item.id in divergences]
    read_me, sheet = making.sheet("sheet-read-me"), making.sheet("sheet-decisions")
    progress = write_decisions(making, sheet, entries)
    state, made = consultation.state_name(language), day_and_time(language, at)
    write_read_me(making, read_me, state=state, made=made, count=len(entries), progress=progress)
    write_annex(making)
    write_lists(making)
    book.close()
    return buffer.getvalue()
