"""Remind those who still owe answers: a letter each, with their workbook again, in the outbox."""

from store import standing
from workflows.due import Slot
from workflows.post import Desk, Posted, letter_key


def remind(desk: Desk, slot: Slot) -> tuple[Posted, ...]:
    """Write a reminder to everybody who owes answers by this deadline; each goes once."""
    action, posted = slot.action, []
    opened = desk.rounds[action.round]
    letter = action.letter or "reminder"
    for name in standing.owing(desk.store, action.round):
        if slot.group is not None and opened.deadline_of(name) != slot.group:
            continue
        body, issue = desk.bodies[name], desk.issued[action.round, name]
        if issue.at > slot.at:
            continue  # asked after this reminder was for
        own = opened.deadline_of(name) != opened.deadline
        again = f"-{slot.group:%Y%m%d}" if own and slot.group else ""
        key = letter_key(f"{action.id}{again}", issue.invitation.id)
        message = desk.message(
            letter, body, key=key, round=action.round, workbook=desk.workbook(body, action.round), at=slot.at
        )
        done = desk.post(
            message, body, "reminder", f"{action.id}{again}-{name}", key=key, action=f"{slot.key}:{name}"
        )
        if done:
            posted.append(done)
    return tuple(posted)
