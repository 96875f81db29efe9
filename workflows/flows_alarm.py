"""When a run fails: a letter to those who coordinate, once for each run."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prefect.client.schemas.objects import FlowRun, State
from prefect.flows import Flow
from prefect.settings import get_current_settings

from consultation.folder import write_whole
from delivery.letters import Templates, fill, sender_facts
from delivery.outbox import eml
from languages import say
from languages.messages import spoken
from problems.stages import Refused
from workflows.letter_facts import must_be_declared
from workflows.process_read import COMMON
from workflows.warn import recipients
from workflows.workspace import open_workspace


def alarm(flow: Flow[..., Any], flow_run: FlowRun, state: State) -> None:  # noqa: ARG001  # as hooks are called
    """Put a letter into outbox/ that says what could not be finished, why, and where to look."""
    workspace, _ = open_workspace(Path(flow_run.parameters["consultation"]))
    if workspace is None:
        return  # there is no folder to put it into
    path = workspace.folder.outbox / f"engine-{flow_run.id.hex[:12]}.eml"
    if path.exists():
        return
    consultation = workspace.consultation
    language = consultation.language if consultation.language in spoken() else "en"
    page = get_current_settings().ui_url
    facts = {
        **sender_facts(consultation, language),
        "run": flow_run.name,
        "why": _why(state, language),
        "folder": str(workspace.folder.root),
        "page": f"{page}/runs/flow-run/{flow_run.id}" if page else "",
    }
    must_be_declared("engine", facts)
    templates = Templates((workspace.folder.root / "letters", COMMON / "letters"))
    message = eml(
        fill(templates.find("engine", language), facts, language),
        key=f"engine-{flow_run.id.hex[:12]}",
        state=consultation.state,
        sender=consultation.focal_point,
        to=recipients(consultation),
        language=language,
        at=datetime.now(UTC),
    )
    write_whole(path, message)


def _why(state: State, language: str) -> str:
    """Say why a run ended: in the words of a refusal; of a mistake in the program only its kind."""
    if state.is_crashed():
        return say(language, "engine", "alarm-crashed")
    error = state.result(raise_on_failure=False)
    if isinstance(error, Refused):
        return error.problem.message(language)
    return say(language, "engine", "alarm-bug", what=type(error).__name__)
