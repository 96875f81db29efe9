"""What a run has written leaves at once, where a mail server is set up; what is put off, in a later run."""

from datetime import datetime

from prefect import get_run_logger

from languages import say
from workflows.send import send
from workflows.workspace import Workspace


def send_what_waits(workspace: Workspace, *, at: datetime) -> tuple[str, ...]:
    """Send the letters that may leave by themselves; say in numbers what became of them.

    A server that does not go along fails no run: letters wait, and whoever looks at the log sees why.
    """
    if workspace.consultation.sending is None:
        return ()
    language = workspace.consultation.language
    sent = send(workspace, at=at, alone=True, pauses=())
    for problem in sent.problems:
        get_run_logger().warning(problem.code)  # not its sentence: logs hold no addresses
    left = sum(sent.counts[each] for each in ("waiting", "later"))
    counted = (("did-sent", sent.counts["now"]), ("did-not-sent", left))
    return tuple(say(language, "engine", message, count=count) for message, count in counted if count)
