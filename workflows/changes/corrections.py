"""Corrections that a body still owes, and the workbook that asks for them wherever it is sent again."""

from stakeholders.model import Stakeholder
from store import query, standing
from store.connection import Store
from workflows.changes.words import remark_or_plain
from workflows.post import Desk


def remarks_to(store: Store, stakeholder: str, language: str) -> dict[str, str]:
    """Return what a body is to correct, with the sentence that stands at each question."""
    return {
        each.item: remark_or_plain(each.remark, language)
        for each in standing.reopenings(store)
        if each.stakeholder == stakeholder and not each.answered
    }


def workbook_again(desk: Desk, body: Stakeholder, round: str) -> bytes:
    """Issue a workbook once more: blank, but with the answers in place where some are to be corrected."""
    remarks = remarks_to(desk.store, body.id, desk.language(body, round))
    said = query.latest_answers(desk.store) if remarks else []
    own = [each for each in said if each.provenance.stakeholder == body.id]
    return desk.workbook(body, round, own, remarks)
