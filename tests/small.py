"""A small questionnaire with every type of answer, and short ways to say things about it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from exports.assemble import assemble
from exports.submission import Edition, Submission
from questionnaires.model import Item, Questionnaire
from responses.model import Absence, Answer, Citation, Decision, Provenance, Value
from responses.reconcile import Lead, reconcile
from stakeholders.model import Assignment, Attribution, Kind, Stakeholder
from tests.synthetic import WHEN, settings


def _item(key: str, kind: str, text: str, french: str, **rest: Any) -> Item:
    return Item.model_validate(
        {
            "id": key,
            "instrument": "untoc",
            "article": int(key.split(".")[1]),
            "type": kind,
            "text": {"en": text, "fr": french},
            **rest,
        }
    )


def _option(value: str, english: str, french: str) -> dict[str, Any]:
    return {"value": value, "label": {"en": english, "fr": french}}


SMALL = Questionnaire.model_validate(
    {
        "id": "untoc.1",
        "instrument": "untoc",
        "cluster": 1,
        "version": "1",
        "status": "draft",
        "source": "tests",
        "title": {"en": "Convention", "fr": "Convention"},
        "cluster_title": {"en": "Criminalization", "fr": "Incrimination"},
        "verified": False,
        "sections": (
            {
                "instrument": "untoc",
                "article": 5,
                "title": {"en": "Participation", "fr": "Participation"},
                "about": {"en": "Who takes part.", "fr": "Qui participe."},
                "items": (
                    _item(
                        "untoc.5.1.a.i",
                        "scale",
                        "Is agreeing an offence?",
                        "L’entente est-elle une infraction ?",
                        provision="1(a)(i)",
                        obligation="mandatory",
                    ),
                    _item(
                        "untoc.5.1.a.i.act",
                        "yes-no",
                        "Is an act needed?",
                        "Un acte est-il exigé ?",
                        provision="1(a)(i)",
                        under="untoc.5.1.a.i",
                        enableWhen=[
                            {"question": "untoc.5.1.a.i", "operator": "in", "answer": ("yes", "in-part")}
                        ],
                    ),
                    _item(
                        "untoc.5.1.a.i.which",
                        "line",
                        "Which act?",
                        "Quel acte ?",
                        under="untoc.5.1.a.i.act",
                        enableWhen=[{"question": "untoc.5.1.a.i.act", "answer": "yes"}],
                    ),
                    _item("untoc.5.1.law", "citation", "Which laws?", "Quelles lois ?", provision="1"),
                    _item("untoc.5.example", "text", "An example?", "Un exemple ?", purpose="example"),
                    _item(
                        "untoc.5.difficulties",
                        "text",
                        "Difficulties?",
                        "Difficultés ?",
                        purpose="difficulties",
                    ),
                    _item(
                        "untoc.5.assistance",
                        "choices",
                        "Which assistance?",
                        "Quelle assistance ?",
                        purpose="assistance",
                        options=(
                            _option("training", "Training", "Formation"),
                            _option("expert", "Expert", "Expert"),
                        ),
                    ),
                ),
            },
            {
                "instrument": "untoc",
                "article": 6,
                "title": {"en": "Laundering", "fr": "Blanchiment"},
                "about": {"en": "Dirty money.", "fr": "L’argent sale."},
                "items": (
                    _item(
                        "untoc.6.1", "scale", "Is laundering an offence?", "Le blanchiment ?", provision="1"
                    ),
                    _item(
                        "untoc.6.2.penalty",
                        "number",
                        "Maximum in years?",
                        "Maximum en années ?",
                        provision="2(b)",
                    ),
                    _item("untoc.6.2.since", "date", "Since when?", "Depuis quand ?"),
                    _item(
                        "untoc.6.2.kind",
                        "choice",
                        "Which approach?",
                        "Quelle approche ?",
                        options=(
                            _option("list", "A list", "Une liste"),
                            _option("all", "All crimes", "Tout crime"),
                        ),
                    ),
                    _item(
                        "untoc.6.bodies",
                        "rows",
                        "Which bodies?",
                        "Quels organes ?",
                        columns=(
                            {"id": "name", "label": {"en": "Name", "fr": "Nom"}},
                            {"id": "town", "label": {"en": "Town", "fr": "Ville"}},
                        ),
                    ),
                    _item(
                        "untoc.6.suggestions", "text", "Suggestions?", "Suggestions ?", purpose="suggestions"
                    ),
                ),
            },
        ),
    }
)
IDS = tuple(item.id for item in SMALL.items)


def body(
    key: str,
    kind: Kind = Kind.AUTHORITY,
    at: Attribution = Attribution.NAMED,
    *,
    name: str = "",
    at_risk: bool = False,
) -> Stakeholder:
    return Stakeholder(
        id=key,
        name=name or f"The {key.title()} Body",
        kind=kind,
        attribution=at,
        at_risk=at_risk,
        contact=f"{key.title()} Contact",
        email=f"{key}@mail.example",
    )


def said(
    who: Stakeholder | str,
    item: str,
    value: Value = None,
    details: str = "",
    *laws: Citation,
    absent: Absence | None = None,
    comment: str = "",
) -> Answer:
    key = who if isinstance(who, str) else who.id
    row = IDS.index(item) + 7
    place = Provenance(
        key, f"r-{key}", f"{digest_of(key):064x}", "Questions", f"D{row}", WHEN, "en", "0" * 16
    )
    return Answer(item, place, value, absent, details, laws, comment)


def digest_of(text: str) -> int:
    return int.from_bytes(text.encode()[:8].ljust(8, b"\1"), "big")


def decided(item: str, fingerprint: str, value: Value, reason: str, details: str = "") -> Decision:
    return Decision(
        item, fingerprint, value, details, reason, "coordinator", datetime(2027, 1, 30, tzinfo=UTC)
    )


def submit(
    people: Sequence[Stakeholder],
    answers: Iterable[Answer],
    *,
    edition: Edition = "external",
    language: str = "en",
    draft: bool = True,
    asked: Iterable[str] = IDS,
    decisions: Iterable[Decision] = (),
    precedence: Mapping[str, Lead] | None = None,
    questionnaires: Sequence[Questionnaire] = (SMALL,),
    **rest: Any,
) -> Submission:
    """Reconcile and assemble as the product does; everybody is asked the items `asked`."""
    answers = tuple(answers)
    items = [item for questionnaire in questionnaires for item in questionnaire.items]
    agreed, divergences = reconcile(items, answers, decisions=decisions, precedence=precedence)
    assignments = [
        Assignment(stakeholder=b.id, item=item, reason="mandate") for item in asked for b in people
    ]
    return assemble(
        settings(language),
        questionnaires,
        agreed,
        divergences,
        people,
        assignments,
        language=language,
        edition=edition,
        draft=draft,
        at=WHEN,
        answers=answers,
        **rest,
    )


JUSTICE, POLICE = body("justice"), body("police")
NGOS = tuple(body(f"ngo-{name}", Kind.NGO, Attribution.BY_TYPE) for name in ("red", "blue", "green"))
ACADEMY = body("academy", Kind.ACADEMIA, Attribution.BY_TYPE)
SHELTER = body("shelter", Kind.NGO, Attribution.ANONYMOUS, name="Riverside Shelter Network", at_risk=True)
PEOPLE = (JUSTICE, POLICE, *NGOS, ACADEMY, SHELTER)

CODE = Citation("Criminal Code", "art. 175", "2001", "https://laws.example/code")
CODE_AGAIN = Citation("criminal  code", "art. 29")
AML = Citation("Act on Laundering", "s. 7", "2016")


def sample(**rest: Any) -> Submission:
    """Assemble a submission in which everything occurs once."""
    red, blue, green = NGOS
    answers = (
        said(JUSTICE, "untoc.5.1.a.i", "yes", "The Code punishes agreement.", CODE),
        said(POLICE, "untoc.5.1.a.i", "yes", "Few cases reach the courts.", CODE_AGAIN, comment="Call us."),
        said(red, "untoc.5.1.a.i", "yes", "Victims are not heard."),
        said(blue, "untoc.5.1.a.i", "yes", "Interpreters are missing."),
        said(green, "untoc.5.1.a.i", "yes"),
        said(JUSTICE, "untoc.5.1.a.i.act", "no"),
        said(JUSTICE, "untoc.5.1.law", None, "", AML, CODE),
        said(POLICE, "untoc.5.example", "In 2024 a group of five was convicted."),
        said(SHELTER, "untoc.5.example", "We hid eleven people in one night."),
        said(POLICE, "untoc.5.difficulties", "Too few investigators."),
        said(JUSTICE, "untoc.5.assistance", ("training",)),
        said(POLICE, "untoc.5.assistance", ("training", "expert")),
        said(JUSTICE, "untoc.6.1", "yes", "Since 2016."),
        said(POLICE, "untoc.6.1", "in-part", "Self-laundering is missing."),
        said(SHELTER, "untoc.6.1", "no"),
        said(JUSTICE, "untoc.6.2.kind", "all"),
        said(POLICE, "untoc.6.2.since", absent=Absence.NOT_KNOWN),
        said(JUSTICE, "untoc.6.bodies", ((("name", "Court"), ("town", "Capital")),)),
        said(POLICE, "untoc.6.bodies", ((("name", "Squad"), ("town", "Port")),)),
    )
    return submit(PEOPLE, answers, **rest)
