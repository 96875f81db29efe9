"""A small dialogue with a process of its own: a form, a choice sheet, a training, documents."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from responses.model import Answer, Provenance, Response, Value
from store import query
from store.connection import Store
from store.open import open_store
from store.record import record_file, record_return
from tests.recorded import digest
from tests.stage import bytes_in_order, new_folder
from workflows.launch import launch
from workflows.post import Desk
from workflows.process import Process
from workflows.process_read import read_process
from workflows.workspace import Workspace, open_workspace

AT = datetime(2027, 1, 4, 10, tzinfo=ZoneInfo("Africa/Bamako"))
REGISTRY = """\
name,kind,sector,mandates,languages,contact,email,at risk,attribution,expertise,regions,trainings
Ministry of Justice,authority,justice,untoc.5,en,Awa Traoré,awa@justice.example,,,,North,
Ministère de l'Intérieur,authority,police,untoc.5,fr,,int@interieur.example,,,,,
Bar Association,ngo,law,,en,,bar@bar.example,,named,money-laundering,South,introduction (2026-10-03)
Open Press,ngo,press,,en,,press@press.example,,by type,,,
Rights Now,ngo,law,,en,,now@rights.example,,by type,,,
River Watch,ngo,water,,en,,river@watch.example,,by type,,,
Shelter House,ngo,victims,,fr,,shelter@house.example,yes,,,,
"""
PROCESS = """\
process: talks
version: "1"
title: Talks
about: Bodies say what they want to speak about.
clears: focal-point
rounds:
  - id: first-survey
    title: Survey of subjects
    asks: [survey]
    of: everybody
    deadline: {days: 14, of: launch, at: "17:00"}
phases:
  - id: all
    title: All of it
    actions:
      - id: choosing
        title: Priorities
        perform: sheet
        when: {days: 15, of: launch}
        sheet:
          title: Priorities
          about: Which subjects are joint priorities.
          options: survey.subjects
          outcomes: [{id: joint, label: Joint priority}, {id: later, label: For later}]
      - id: screening
        title: Who comes
        perform: sheet
        when: {days: 15, of: launch}
        sheet:
          title: Who comes
          about: Whom there is room for.
          of: everybody
          outcomes: [{id: accepted, label: Accepted}]
      - {id: first-meeting, title: The first meeting, perform: hold, when: {days: 20, of: launch}}
      - id: joint
        title: Priorities as a document
        perform: produce
        product: priorities
        when: {days: 30, of: launch}
      - id: certificates
        title: Certificates
        perform: produce
        product: certificate
        to: {attended: [first-meeting]}
        training: introduction
        when: {days: 31, of: launch}
"""
FORM = """\
form: survey
version: "1"
status: draft
source: Own wording.
title: Survey of subjects
about: What the talks should be about.
parts:
  - id: subjects
    title: Subjects
    about: So that everybody finds their subject on the agenda.
    items:
      - id: subjects
        type: choices
        text: Which subjects do you want to speak about?
        options: {victims: Protection of victims, money: Confiscation}
        concerns: {victims: [untoc.25], money: [untoc.12.1]}
      - id: why
        type: text
        text: Why?
        concerns: [untoc.5]
"""
PRIORITIES = """\
::: title
{{ process.title }}

{{ state }} · {{ today | day }}
:::

{% for each in outcomes.choosing %}
# {{ each.name }}: {{ each.label }}

{{ each.points }} of {{ rounds.first_survey.returned }} bodies. {{ each.reason }}

{% for article in each.concerns %}
**{{ article.instrument }}, {{ article.label }}: {{ article.title }}**

{% for item in article["items"] %}
- {{ item.id }}: {{ item.text }}
{% endfor %}

{% endfor %}
{% endfor %}
# What was said

{% for item in rounds.first_survey["items"] %}
{% for each in item.statements %}
> {{ each.text }}
>
> — {{ each.who }}

{% endfor %}
{% endfor %}
| Who came | How many |
|---|--:|
{% for kind, count in held.first_meeting.kinds | items %}
| {{ kind }} | {{ count }} |
{% endfor %}
"""
CERTIFICATE = """\
---
page: landscape
look: certificate
---
### {{ state }}

# Certificate

## {{ body.name }}

took part on {{ body.attended[0].day | day }}.
"""


def new_dialogue(folder: Path, *, linked: str = "", **files: str) -> Workspace:
    """Make the folder of a dialogue; `files` are further ones, or other contents, by path."""
    new_folder(folder, language="en", registry=REGISTRY, routing="")
    settings = folder / "consultation.yaml"
    text = settings.read_text(encoding="utf-8").replace("process: consultation", "process: talks")
    settings.write_text(text + (f"\nlinked: {linked}\n" if linked else ""), encoding="utf-8")
    written = {
        "process.yaml": PROCESS,
        "forms/survey.yaml": FORM,
        "letters/en/invitation.j2": "Subject: Talks\n\nPlease answer by {{ deadline }}.\n",
        "products/en/priorities.j2": PRIORITIES,
        "products/en/certificate.j2": CERTIFICATE,
        "products/fr/certificate.j2": CERTIFICATE.replace("Certificate", "Attestation"),
        **files,
    }
    for path, words in written.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(words, encoding="utf-8")
    workspace, problems = open_workspace(folder)
    assert workspace is not None, problems
    return workspace


def process_of(workspace: Workspace) -> Process:
    found, problems = read_process(workspace.consultation.process, workspace.folder.root)
    assert found is not None, problems
    return found


def launched_dialogue(folder: Path, **files: str) -> tuple[Workspace, Store]:
    workspace = new_dialogue(folder, **files)
    done = launch(workspace, at=AT, random=bytes_in_order())
    assert done.at == AT, [each.message("en") for each in done.problems]
    return workspace, open_store(workspace.database, create=False)


def desk_of(workspace: Workspace, store: Store, at: datetime = AT + timedelta(days=30)) -> Desk:
    return Desk(workspace, process_of(workspace), store, at)


def say(store: Store, body: str, values: Mapping[str, Value], details: str = "") -> None:
    """Record a return of a body with these values."""
    issue = next(each for each in query.issued(store) if each.invitation.stakeholder == body)
    invitation = issue.invitation
    name = digest(f"{body} {len(query.files(store))}")
    source = Provenance(body, name[:20], name, "Questions", "D7", AT, invitation.language, "0" * 16)
    answers = tuple(Answer(item, source, value, details=details) for item, value in values.items())
    record_file(store, sha256=name, name=f"{body}.xlsx", size=1, at=AT, actor="test")
    response = Response(name[:20], invitation.id, body, name, invitation.language, AT, answers)
    record_return(store, response, sha256=name, verdict="accepted", problems=[], at=AT, actor="test")
