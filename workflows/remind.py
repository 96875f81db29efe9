"""Remind those who still owe answers: a letter each, with their workbook again, in the outbox."""

from store import standing
from workflows.changes.corrections import workbook_again
from workflows.due import Slot
from workflows.post import Desk, Posted, letter_key


def remind(desk: Desk, slot: Slot) -> tuple[Posted, ...]:
    """Write a reminder to everybody who owes answers by this deadline; each goes once."""
    action, posted = slot.action, []
    opened = desk.rounds[action.round]
    moved = (each for each in standing.extensions(desk.store) if each.round == action.round)
    granted = {each.stakeholder: each.at for each in moved}
    correcting = {each.stakeholder for each in standing.reopenings(desk.store) if not each.answered}
    for name in standing.owing(desk.store, action.round):
        if slot.group is not None and opened.deadline_of(name) != slot.group:
            continue
        body, issue = desk.bodies[name], desk.issued[action.round, name]
        if max(issue.at, granted.get(name, issue.at), granted.get("", issue.at)) > slot.at:
            continue  # asked, or given more time, after this reminder was for
        own = opened.deadline_of(name) != opened.deadline
        again = f"-{slot.group:%Y%m%d}" if own and slot.group else ""
        key = letter_key(f"{action.id}{again}", issue.invitation.id)
        issued_again = workbook_again if name in correcting else Desk.workbook
        book = issued_again(desk, body, action.round)
        message = desk.message(action.letter, body, key=key, round=action.round, workbook=book)
        done = desk.post(
            message, body, "reminder", f"{action.id}{again}-{name}", key=key, action=f"{slot.key}:{name}"
        )
        if done:
            posted.append(done)
    return tuple(posted)
