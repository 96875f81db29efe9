"""A small questionnaire with all ten types of answer, and a consultation that asks it, for the tests of workbooks."""

from datetime import datetime

from clusters.model import Obligation
from consultation.model import Consultation, FocalPoint
from questionnaires.model import AnswerType, Column, Condition, Item, Option, Purpose, Questionnaire, Section
from stakeholders.model import Attribution, Kind, Stakeholder
from workbooks.identity import new_key, token

KEY = new_key(bytes(range(32)))
INVITATION = "00ff12ab9c"
TOKEN = token(KEY, INVITATION)


def both(en: str, fr: str) -> dict[str, str]:
    return {"en": en, "fr": fr}


def item(name: str, kind: AnswerType, text: dict[str, str], article: int = 5, **more: object) -> Item:
    return Item(id=f"untoc.{article}.{name}", instrument="untoc", article=article, type=kind, text=text, **more)


SCALE = item(
    "1.a.i",
    AnswerType.SCALE,
    both("Is agreeing to commit a serious crime an offence?", "L’entente en vue d’une infraction grave est-elle punie ?"),
    provision="1(a)(i)",
    obligation=Obligation.MANDATORY,
    guidance=both("Think of conspiracy & similar offences.", "Pensez à l’association de malfaiteurs."),
)
ACT = item(
    "1.a.i.act",
    AnswerType.YES_NO,
    both("Must an act in furtherance be committed?", "Un acte matériel est-il exigé ?"),
    provision="1(a)(i)",
    under=SCALE.id,
    enable_when=(Condition(question=SCALE.id, operator="in", answer=("yes", "in-part")),),
)
CHOICE = item(
    "1.b",
    AnswerType.CHOICE,
    both("Which penalty is the heaviest?", "Quelle est la peine la plus lourde ?"),
    provision="1(b)",
    options=(
        Option(value="prison", label=both("Imprisonment", "Emprisonnement")),
        Option(value="fine", label=both("Fine", "Amende")),
        Option(value="other", label=both("Another penalty", "Une autre peine")),
    ),
)
CHOICES = item(
    "assistance",
    AnswerType.CHOICES,
    both("What help do you need?", "De quelle aide avez-vous besoin ?"),
    purpose=Purpose.ASSISTANCE,
    options=(
        Option(value="legal-drafting", label=both("Help with drafting laws", "Aide à la rédaction de lois")),
        Option(value="training", label=both("Training", "Formation")),
        Option(value="equipment", label=both("Equipment", "Équipement")),
    ),
)
TEXT = item("difficulties", AnswerType.TEXT, both("Which difficulties did you meet?", "Quelles difficultés ?"), purpose=Purpose.DIFFICULTIES)
LINE = item("2.name", AnswerType.LINE, both("What is the offence called?", "Comment s’appelle l’infraction ?"), provision="2")
DATE = item("3.since", AnswerType.DATE, both("Since when?", "Depuis quand ?"), article=10, provision="1")
NUMBER = item("4.cases", AnswerType.NUMBER, both("How many cases in 2025?", "Combien d’affaires en 2025 ?"), article=10, provision="4")
CITATION = item("1.law", AnswerType.CITATION, both("Which law applies?", "Quelle loi s’applique ?"), article=10, provision="1")
ROWS = item(
    "2.authorities",
    AnswerType.ROWS,
    both("Which authorities are competent?", "Quelles autorités sont compétentes ?"),
    article=10,
    provision="2",
    columns=(
        Column(id="name", label=both("Name", "Nom")),
        Column(id="task", label=both("Task", "Mission")),
        Column(id="contact", label=both("Contact", "Contact")),
    ),
)

QUESTIONNAIRE = Questionnaire(
    id="untoc.1",
    instrument="untoc",
    cluster=1,
    version="1",
    status="draft",
    source="a test",
    title=both(
        "United Nations Convention against Transnational Organized Crime",
        "Convention des Nations Unies contre la criminalité transnationale organisée",
    ),
    cluster_title=both("Criminalization and jurisdiction", "Incrimination et compétence"),
    verified=False,
    sections=(
        Section(
            instrument="untoc",
            article=5,
            title=both("Criminalization of participation in an organized criminal group", "Incrimination de la participation à un groupe criminel organisé"),
            about=both("Taking part in a criminal group is an offence of its own.", "Participer à un groupe criminel est une infraction en soi."),
            items=(SCALE, ACT, CHOICE, LINE, CHOICES, TEXT),
        ),
        Section(
            instrument="untoc",
            article=10,
            title=both("Liability of legal persons", "Responsabilité des personnes morales"),
            about=both("Companies answer for organized crime too.", "Les sociétés répondent aussi de la criminalité organisée."),
            items=(CITATION, ROWS, DATE, NUMBER),
        ),
    ),
)
ITEMS = tuple(QUESTIONNAIRE.by_id)
QUESTIONNAIRES = {QUESTIONNAIRE.id: QUESTIONNAIRE}

CONSULTATION = Consultation(
    state="XA",
    name=both("Example State", "État d’exemple"),
    instruments=("untoc",),
    clusters=(1,),
    languages=("en", "fr", "ar"),
    deadline=datetime(2027, 1, 29, 17, 0),
    zone="Africa/Bamako",
    focal_point=FocalPoint(
        name="Aminata Keïta",
        office="Ministry of Justice",
        email="focal.point@justice.example",
        telephone="+999 20 22 10 10",
    ),
)


def stakeholder(language: str = "en", name: str = "Financial intelligence unit", **more: object) -> Stakeholder:
    values = {"id": "fiu", "kind": Kind.AUTHORITY, "attribution": Attribution.NAMED, **more}
    return Stakeholder(name=name, languages=(language,), **values)
