"""Check the letters of a process against the facts there are, before anybody waits for them."""

from collections.abc import Iterator

from problems import Problem
from sources.template_check import check_template
from workflows.process import Process

FACTS = (
    "state", "focal_point", "office", "email", "telephone", "subject", "stakeholder", "salutation", "items",
    "main", "answered", "counted_main", "counted_open", "remaining", "articles", "effort", "deadline",
    "deadline_day", "disclosure", "not_our_remit", "not_known", "comment_column", "process", "round",
    "details", "used", "marked",
)  # fmt: skip
"""What letters of a process may say; besides, `dates` with the id of each action that has a time."""


def check_letters(process: Process) -> Iterator[Problem]:
    """Yield what is wrong with the letters that a process writes, in every language there is."""
    actions = tuple(process.written.actions)
    dates = {action.id.replace("-", "_"): None for action in actions if action.when}
    known = {**dict.fromkeys(FACTS), "dates": dates}
    names = [each.letter for each in process.rounds] + [each.letter for each in actions if each.letter]
    for name in dict.fromkeys(names):
        for root in process.roots:
            for path in sorted(root.glob(f"letters/*/{name}.j2")):
                yield from check_template(path, path.relative_to(root).as_posix(), known)
