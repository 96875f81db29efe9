"""One question after the other about what came and waits for a person; nothing is decided by itself."""

from collections.abc import Callable, Sequence
from datetime import datetime

from languages import day_and_time
from problems import Problem
from problems.stages import Refused
from terminal.console import Terminal
from terminal.intake import show_outcomes, speaks_to_sender
from terminal.lines import cleaned, put
from workflows.undecided import (
    Candidate,
    Undecided,
    decide,
    invitation_of_body,
    lay_aside,
    tidied,
    undecided,
)
from workflows.workspace import Workspace

Ask = Callable[[str], str]
"""Asks a person, and returns what they typed."""

LATER, DONE, OTHER, YES, BOTH = "l", "d", "o", "y", "b"


def ask_about_everything(terminal: Terminal, workspace: Workspace, ask: Ask, *, at: datetime) -> None:
    """Walk a person through everything undecided, the oldest first; each answer counts at once."""
    files = undecided(workspace)
    if not files:
        terminal.say("ask-nothing")
        return
    terminal.say("ask-intro", count=len(files))
    for number, file in enumerate(files, start=1):
        terminal.blank()
        _show(terminal, workspace, file, f"{number}/{len(files)}")
        _settle(terminal, workspace, file, ask, at=at)
    moved = tidied(workspace, at=at)
    terminal.blank()
    left = len(undecided(workspace))
    terminal.say("ask-end", left=left, moved=moved)


def _show(terminal: Terminal, workspace: Workspace, file: Undecided, number: str) -> None:
    zone = workspace.consultation.deadline_at.tzinfo
    terminal.say("ask-file", style="bold", number=number, name=cleaned(file.name))
    came = day_and_time(terminal.language, file.at.astimezone(zone))
    senders = ", ".join(map(cleaned, file.senders))
    put(terminal, terminal.word("ask-came-by-mail" if senders else "ask-came", at=came, senders=senders))
    put(terminal, terminal.word("ask-original", path=f"received/{file.sha256}"))
    if file.question == "whose" and speaks_to_sender(file.problems):
        put(terminal, terminal.word("receive-to-nobody", name=cleaned(file.name)))
    for problem in file.problems:
        put(terminal, _sentence(terminal, problem))
    answered = max((each.answered for each in file.candidates), default=0)
    if answered and file.question == "whose":
        put(terminal, terminal.word("ask-answers", count=answered))
    if file.candidates:
        put(terminal, terminal.word(f"ask-question-{file.question}", name=file.candidates[0].name))
    elif file.question == "whose":
        put(terminal, terminal.word("ask-question-whose-unlikely"))
    for place, each in enumerate(file.candidates, start=1):
        if file.question in {"whose", "parts"}:
            put(terminal, f"{place}  {each.name}{_why(terminal, each, file)}", indent=4)


def _sentence(terminal: Terminal, problem: Problem) -> str:
    """Say what is wrong, without the command that whoever reads this has given."""
    return cleaned(problem.message(terminal.language).replace(" (`consult receive --ask`)", ""))


def _keys(terminal: Terminal, file: Undecided) -> str:
    unlikely = "-unlikely" if file.question == "whose" and not file.candidates else ""
    return terminal.word(f"ask-keys-{file.question}{unlikely}", most=len(file.candidates))


def _why(terminal: Terminal, candidate: Candidate, file: Undecided) -> str:
    if file.question == "parts":
        return f" – {terminal.word('ask-why-part', count=candidate.answered)}"
    reasons = [
        terminal.word("ask-why-marked") if candidate.marked else "",
        terminal.word("ask-why-sender") if candidate.sender else "",
        terminal.word("ask-why-asked", asked=candidate.asked, answered=candidate.answered)
        if candidate.answered
        else "",
    ]
    told = "; ".join(filter(None, reasons))
    return f" – {told}" if told else ""


def _settle(terminal: Terminal, workspace: Workspace, file: Undecided, ask: Ask, *, at: datetime) -> None:
    """Ask until something that can be meant is said; an empty answer leaves the file for later."""
    while True:
        said = ask(_keys(terminal, file)).strip().casefold()
        if said in {"", LATER, *_letters(terminal, "later")}:
            terminal.say("ask-left")
            return
        no = _letters(terminal, "no") if file.question == "confirm" else set[str]()
        if said in {DONE, *no, *_letters(terminal, "done")}:
            lay_aside(workspace, file, at=at)
            terminal.say("ask-laid-aside")
            return
        chosen = _chosen(terminal, workspace, file, said, ask)
        if chosen and not _sure(terminal, file, chosen, ask):
            continue
        if chosen:
            received = decide(workspace, file, [each.invitation for each in chosen], why="said", at=at)
            show_outcomes(terminal, received.files)
            return
        if not (file.question == "whose" and said in {OTHER, *_letters(terminal, "other")}):
            terminal.say("ask-again", value=said)


def _sure(terminal: Terminal, file: Undecided, chosen: Sequence[Candidate], ask: Ask) -> bool:
    """Ask once more where nothing in the file proves whose it is: what counts cannot be taken back."""
    if file.question != "whose":
        return True
    said = ask(terminal.word("ask-sure", name=chosen[0].name)).strip().casefold()
    return said in {YES, *_letters(terminal, "yes")}


def _chosen(
    terminal: Terminal, workspace: Workspace, file: Undecided, said: str, ask: Ask
) -> list[Candidate]:
    """Return whose the file is, as was said; nobody where that cannot be meant."""
    match file.question:
        case "confirm" if said in {YES, *_letters(terminal, "yes")}:
            return [file.candidates[0]]
        case "parts" if said in {BOTH, *_letters(terminal, "both")}:
            return list(file.candidates)
        case "whose" | "parts" if said.isdecimal() and 0 < int(said) <= len(file.candidates):
            return [file.candidates[int(said) - 1]]
        case "whose" if said in {OTHER, *_letters(terminal, "other")}:
            return _another(terminal, workspace, ask)
    return []


def _another(terminal: Terminal, workspace: Workspace, ask: Ask) -> list[Candidate]:
    name = ask(terminal.word("ask-which-body")).strip()
    if not name:
        return []
    try:
        return [invitation_of_body(workspace, name)]
    except Refused as refused:
        terminal.problems([refused.problem])
        return []


def _letters(terminal: Terminal, what: str) -> set[str]:
    """Return the letters that mean something in this language, besides the English ones."""
    return set(terminal.word(f"ask-letter-{what}").casefold().split())
