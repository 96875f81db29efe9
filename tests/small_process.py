"""A tiny process of its own, in which people apply, are chosen, meet, and are examined."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from consultation.new import Wishes, new_consultation
from store.connection import Store
from store.open import open_store
from tests.stage import bytes_in_order, fill, letter
from workflows.check import everything_known
from workflows.launch import launch
from workflows.post import Desk
from workflows.process import Process
from workflows.process_read import read_process
from workflows.receive import Received, receive
from workflows.workspace import Workspace, open_workspace

ZONE = ZoneInfo("Africa/Bamako")
LAUNCH = datetime(2027, 1, 4, 10, tzinfo=ZONE)

PROCESS = """\
process: talks
version: "1"
title: Talks
about: People apply, are chosen, meet, and are examined.
clears: focal-point
rounds:
  - id: application
    title: Applications
    asks: [application]
    of: everybody
    deadline: {days: 20, of: launch, at: "17:00"}
    open: true
    letter: call
  - id: quiz
    title: Quiz
    asks: [quiz]
    of: {sheet: screening, outcomes: [accepted]}
    opens: {days: 1, of: screening.decided, at: "09:00"}
    deadline: {days: 10, of: quiz.opens, at: "17:00"}
    letter: call
phases:
  - id: apply
    title: Applications
    exit: {all: [{decided: screening}]}
    actions:
      - id: screening
        title: Screening
        perform: sheet
        when: {of: application.deadline}
        sheet:
          title: Who takes part
          about: One row for each applicant.
          of: {answered: application}
          columns: [application.name, application.subjects]
          outcomes:
            - {id: accepted, label: Accepted}
            - {id: regret, label: Regret}
          places: 2
          reasons: [regret]
      - id: topics
        title: Topics
        perform: sheet
        standing: true
        sheet:
          title: What we talk about
          about: One row for each subject.
          options: application.subjects
          outcomes:
            - {id: first, label: First}
            - {id: later, label: Later}
  - id: meet
    title: Meeting
    actions:
      - {id: ask-quiz, title: Quiz, perform: ask, round: quiz, when: {of: quiz.opens}}
      - {id: marking, title: Marks of the quiz, perform: mark, round: quiz, pass: 60, standing: true}
      - id: meeting
        title: First meeting
        perform: hold
        by: focal-point
        training: Dialogue basics
        when: {days: 3, of: screening.decided, at: "09:00"}
"""
PROCESS_FR = """\
language: fr
process: talks
title: Entretiens
about: On présente sa demande, on est choisi, on se réunit, on est examiné.
rounds: {application: Demandes, quiz: Questionnaire à choix}
phases: {apply: Demandes, meet: Réunion}
actions:
  screening: Sélection
  topics: Sujets
  ask-quiz: Questionnaire à choix
  marking: Notes du questionnaire
  meeting: Première réunion
sheets:
  screening:
    title: Qui participe
    about: Une ligne par demande.
    outcomes: {accepted: Retenu, regret: Écarté}
  topics:
    title: De quoi nous parlons
    about: Une ligne par sujet.
    outcomes: {first: D’abord, later: Plus tard}
"""
APPLICATION = """\
form: application
version: "1"
status: draft
source: Own wording.
title: Application to take part in the talks
about: One application for each organization.
parts:
  - id: you
    title: Who you are
    about: So that we know whom to invite.
    items:
      - {id: name, type: line, text: "What is the name of your organization?", fills: name}
      - id: kind
        type: choice
        text: What kind of organization is it?
        options: {ngo: A non-governmental organization, academia: A university or institute}
        fills: kind
        points: {ngo: 2, academia: 1}
      - {id: contact, type: line, text: "Whom may we write to?", fills: contact, required: false}
      - {id: email, type: line, text: "At which address?", fills: email}
      - id: languages
        type: choices
        text: In which languages may we write to you?
        options: {fr: French, en: English}
        fills: languages
      - {id: regions, type: line, text: "Where do you work?", fills: regions, required: false}
  - id: work
    title: What you work on
    about: So that everybody finds their subject.
    items:
      - id: expertise
        type: scale
        text: Do you have experience with victims of trafficking?
        points: {yes: 3, in-part: 1}
      - id: subjects
        type: choices
        text: Which subjects do you want to speak about?
        options: {law: Laws, victims: Victims, money: Confiscation}
"""
APPLICATION_FR = """\
language: fr
form: application
title: Demande de participation aux entretiens
about: Une demande par organisation.
parts:
  you: {title: Qui vous êtes, about: Pour que nous sachions qui inviter.}
  work: {title: Vos domaines, about: Pour que chacun trouve son sujet.}
items:
  name: {text: "Quel est le nom de votre organisation\u00a0?"}
  kind:
    text: "De quel type d’organisation s’agit-il\u00a0?"
    options: {ngo: Une organisation non gouvernementale, academia: Une université ou un institut}
  contact: {text: "À qui pouvons-nous écrire\u00a0?"}
  email: {text: "À quelle adresse\u00a0?"}
  languages:
    text: "En quelles langues pouvons-nous vous écrire\u00a0?"
    options: {fr: Français, en: Anglais}
  regions: {text: "Où travaillez-vous\u00a0?"}
  expertise: {text: "Avez-vous une expérience auprès de victimes de la traite\u00a0?"}
  subjects:
    text: "De quels sujets voulez-vous parler\u00a0?"
    options: {law: Les lois, victims: Les victimes, money: La confiscation}
"""
QUIZ = """\
form: quiz
version: "1"
status: draft
source: Own wording.
title: What have you learned?
about: Three questions.
parts:
  - id: all
    title: Questions
    about: Choose.
    items:
      - {id: public, type: yes-no, text: "Are the talks public?", right: no}
      - id: who
        type: choice
        text: Who chairs?
        options: {state: The State, nobody: Nobody}
        right: state
      - id: both
        type: choices
        text: Who may speak?
        options: {state: The State, guests: Those invited, press: The press}
        right: [state, guests]
      - {id: remark, type: text, text: "Anything else?", required: false}
"""
QUIZ_FR = """\
language: fr
form: quiz
title: "Qu’avez-vous appris\u00a0?"
about: Trois questions.
parts:
  all: {title: Questions, about: Choisissez.}
items:
  public: {text: "Les entretiens sont-ils publics\u00a0?"}
  who: {text: "Qui préside\u00a0?", options: {state: L’État, nobody: Personne}}
  both:
    text: "Qui peut parler\u00a0?"
    options: {state: L’État, guests: Les invités, press: La presse}
  remark: {text: "Autre chose\u00a0?"}
"""
LETTER = """\
Subject: {{ state }}: {{ round }}

{{ salutation }}

Please fill in the workbook attached.

{{ focal_point }}
{{ email }}
"""
REGISTRY = """\
id,name,kind,languages,contact,email,at risk
river,River Watch,ngo,en,Ann River,ann@river.example,
abri,Réseau Abri,ngo,en,Bea Abri,bea@abri.example,yes
uni,University of the River,academia,en,Cy Uni,cy@uni.example,
ministry,Ministry of Justice,authority,en,Di Law,di@justice.example,
"""
ANSWERS: dict[str, dict[str, object]] = {
    "river": {"name": "River Watch", "kind": "A non-governmental organization", "expertise": "Yes"},
    "abri": {"name": "Réseau Abri", "kind": "A non-governmental organization", "expertise": "No"},
    "uni": {"name": "University of the River", "kind": "A university or institute", "expertise": "Yes"},
}
SUBJECTS = {"river": ["law", "victims"], "abri": ["victims"], "uni": ["money", "victims"]}


def talks(folder: Path, *, process: str = PROCESS, registry: str = REGISTRY) -> tuple[Workspace, Process]:
    """Make the folder of the talks, not launched yet."""
    wishes = Wishes(
        state="XA",
        language="en",
        deadline="2027-03-31 17:00",
        zone="Africa/Bamako",
        focal_point="Awa Traoré",
        office="Ministry of Justice",
        email="awa@justice.example",
        telephone="+223 20 00 00 00",
    )
    written, problems = new_consultation(folder, wishes, at=LAUNCH, known=everything_known())
    assert (bool(written), problems) == (True, [])
    (folder / "stakeholders.xlsx").unlink()
    settings = folder / "consultation.yaml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if not line.startswith("process:")]
    settings.write_text("\n".join([*lines, "process: talks", ""]), encoding="utf-8")
    parts = {
        "stakeholders.csv": registry,
        "process.yaml": process,
        "process.fr.yaml": PROCESS_FR,
        "forms/application.yaml": APPLICATION,
        "forms/application.fr.yaml": APPLICATION_FR,
        "forms/quiz.yaml": QUIZ,
        "forms/quiz.fr.yaml": QUIZ_FR,
        "letters/en/call.j2": LETTER,
        "letters/fr/call.j2": LETTER,
    }
    for name, text in parts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    workspace, problems = open_workspace(folder)
    assert problems == []
    assert workspace is not None
    read, problems = read_process("talks", folder)
    assert problems == []
    assert read is not None
    return workspace, read


def launched(folder: Path) -> tuple[Workspace, Process]:
    """Make the folder of the talks, with everybody called to apply."""
    workspace, process = talks(folder)
    found = launch(workspace, at=LAUNCH, random=bytes_in_order())
    assert (found.problems, len(found.letters)) == ((), 4)
    return workspace, process


def desk_of(workspace: Workspace, process: Process, store: Store, at: datetime = LAUNCH) -> Desk:
    return Desk(workspace, process, store, at)


def open_record(workspace: Workspace) -> Store:
    return open_store(workspace.database, create=False)


def attached(folder: Path, body: str, kind: str = "call") -> bytes:
    """Return the workbook attached to a letter."""
    (found,) = (each.get_content() for each in letter(folder, body, kind).iter_attachments())
    assert isinstance(found, bytes)
    return found


def applied(workspace: Workspace, *bodies: str, at: datetime = LAUNCH) -> Received:
    """Let some bodies send their applications."""
    for body in bodies:
        filled = fill_form(
            attached(workspace.folder.root, body), "application", ANSWERS[body], SUBJECTS[body]
        )
        (workspace.folder.inbox / f"{body}.xlsx").write_bytes(filled)
    found = receive(workspace, at=at)
    assert [each.verdict for each in found.files] == ["accepted"] * len(bodies), found.files
    return found


def fill_form(
    workbook: bytes, form: str, answers: dict[str, object], ticks: list[str], item: str = "subjects"
) -> bytes:
    """Fill in a form: answers by the short name of the item, ticks of one item with options."""
    cells = {f"talks.{form}.{name}": {"answer": value} for name, value in answers.items()}
    cells |= {f"talks.{form}.{item}:{tick}": {"answer": "x"} for tick in ticks}
    return fill(workbook, cells, "en")
