"""Write a letter of the process to those whom it is for: acceptance, regret, feedback, thanks."""

from delivery.outbox import Attachment
from store import query
from workflows.audience import audience
from workflows.due import Slot
from workflows.post import Desk, Posted, letter_key, secret_of
from workflows.produce import product_name


def write(desk: Desk, slot: Slot) -> tuple[Posted, ...]:
    """Write the letter to everybody meant, once each; products named are attached where they exist."""
    action, posted = slot.action, []
    if action.to is None or (isinstance(action.to, str) and action.to in {"coordinator", "focal-point"}):
        raise ValueError(action.id)
    for body in audience(action.to, desk.store, query.stakeholders(desk.store), action.round):
        language = desk.language(body, action.round)
        key = letter_key(action.id, secret_of(desk, f"{action.id}:{body.id}"))
        attachments = []
        for product in action.attach:
            for name in (product_name(product, language, body.id), product_name(product, language)):
                path = desk.workspace.folder.exports / name
                if path.is_file():
                    attachments.append(Attachment(path.name.replace(f"-{body.id}", ""), path.read_bytes()))
                    break
        message = desk.message(
            action.letter, body, key=key, round=action.round, attachments=attachments, at=slot.at
        )
        done = desk.post(
            message, body, action.letter, f"{action.id}-{body.id}", key=key, action=f"{slot.key}:{body.id}"
        )
        if done:
            posted.append(done)
    return tuple(posted)
