"""A form with every type of answer that forms have, as its two files are written."""

from pathlib import Path

from questionnaires.form import read_form
from questionnaires.model import Questionnaire

ENGLISH = """\
form: application
version: '1'
status: draft
source: Own wording.
title: Application to take part in the constructive dialogue
about: One application for each organization; it takes about ten minutes.
purpose: The State invites organizations to a dialogue on the outcome of its review. This form is the way in.
parts:
  - id: you
    title: Who you are
    about: So that we know whom to invite.
    items:
      - id: name
        type: line
        text: What is the name of your organization?
        guidance: As it stands in its statutes.
        fills: name
      - id: kind
        type: choice
        text: What kind of organization is it?
        options: {ngo: A non-governmental organization, academia: A university or institute}
        fills: kind
        points: {ngo: 2, academia: 1}
      - id: telephone
        type: line
        text: At which number can we call you?
        fills: telephone
        required: false
      - id: founded
        type: date
        text: When was it founded?
      - id: members
        type: number
        text: How many members does it have?
  - id: work
    title: What you work on
    about: So that everybody finds their subject on the agenda.
    items:
      - id: expertise
        type: scale
        text: Do you have experience with victims of trafficking?
        points: {yes: 3, in-part: 1}
      - id: cases
        type: text
        text: Tell us about that experience.
        under: expertise
        enableWhen: [{question: expertise, operator: in, answer: [yes, in-part]}]
      - id: subjects
        type: choices
        text: Which subjects do you want to speak about?
        options: {law: Laws, victims: Victims, money: Confiscation}
      - id: quiz
        type: yes-no
        text: Is the dialogue public?
        right: no
      - id: delegates
        type: rows
        text: Whom would you send?
        columns: {name: Name, role: Role}
"""

FRENCH = """\
language: fr
form: application
title: Demande de participation au dialogue constructif
about: Une demande par organisation ; comptez dix minutes.
purpose: L’État invite des organisations à un dialogue sur les résultats de son examen. On y entre par ici.
parts:
  you: {title: Qui vous êtes, about: Pour que nous sachions qui inviter.}
  work: {title: Vos domaines, about: Pour que chacun trouve son sujet à l’ordre du jour.}
items:
  name: {text: "Quel est le nom de votre organisation ?", guidance: Tel qu’il figure dans ses statuts.}
  kind:
    text: De quel type d’organisation s’agit-il ?
    options: {ngo: Une organisation non gouvernementale, academia: Une université ou un institut}
  telephone: {text: "À quel numéro peut-on vous appeler ?"}
  founded: {text: "Quand a-t-elle été fondée ?"}
  members: {text: "Combien de membres compte-t-elle ?"}
  expertise: {text: "Avez-vous une expérience auprès de victimes de la traite ?"}
  cases: {text: "Parlez-nous de cette expérience."}
  subjects:
    text: De quels sujets voulez-vous parler ?
    options: {law: Les lois, victims: Les victimes, money: La confiscation}
  quiz: {text: "Le dialogue est-il public ?"}
  delegates: {text: "Qui enverriez-vous ?", columns: {name: Nom, role: Fonction}}
"""


def written(folder: Path, english: str = ENGLISH, french: str = FRENCH) -> Path:
    """Write the form's files; return the path of the English one."""
    path = folder / "application.yaml"
    path.write_text(english, encoding="utf-8")
    path.with_name("application.fr.yaml").write_text(french, encoding="utf-8")
    return path


def form(folder: Path) -> Questionnaire:
    found, problems = read_form(written(folder), "dialogue", "forms/application.yaml")
    assert found is not None, problems
    return found
