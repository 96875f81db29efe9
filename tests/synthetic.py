"""Made-up stakeholders and answers, the same for the same seed: for tests, benches and looking at pages."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from consultation.model import Consultation, FocalPoint
from questionnaires.model import AnswerType, Item
from responses.model import Absence, Answer, Citation, Provenance, Value
from stakeholders.model import Assignment, Attribution, Kind, Stakeholder

ZONE = ZoneInfo("Africa/Bamako")
WHEN = datetime(2027, 2, 1, 9, 30, tzinfo=ZONE)

_BODIES = (
    ("Ministry of Justice", Kind.AUTHORITY, Attribution.NAMED),
    ("Financial Intelligence Unit", Kind.AUTHORITY, Attribution.NAMED),
    ("Office of the Prosecutor General", Kind.AUTHORITY, Attribution.NAMED),
    ("National Police", Kind.AUTHORITY, Attribution.NAMED),
    ("Riverside Shelter Network", Kind.NGO, Attribution.ANONYMOUS),
    ("Coalition against Trafficking", Kind.NGO, Attribution.BY_TYPE),
    ("Transparency Forum", Kind.NGO, Attribution.BY_TYPE),
    ("Legal Aid Collective", Kind.NGO, Attribution.BY_TYPE),
    ("Institute of Criminology", Kind.ACADEMIA, Attribution.BY_TYPE),
    ("Faculty of Law", Kind.ACADEMIA, Attribution.NAMED),
    ("Bankers’ Association", Kind.PRIVATE_SECTOR, Attribution.BY_TYPE),
    ("Chamber of Commerce", Kind.PRIVATE_SECTOR, Attribution.NAMED),
    ("Customs Administration", Kind.AUTHORITY, Attribution.NAMED),
    ("Association of Magistrates", Kind.OTHER, Attribution.BY_TYPE),
)
_SENTENCES = {
    "en": (
        "The act is an offence under the Criminal Code, whoever takes part in it.",
        "Courts infer intent from the facts of the case, as the Court of Cassation confirmed.",
        "The law was amended so that an attempt is punished like the completed act.",
        "Prosecutors report that the evidence of membership is hard to obtain in practice.",
        "A bill is before parliament; its adoption is expected within the year.",
        "Victims’ organizations see few cases brought, above all outside the capital.",
        "Two training courses were held with judges of the specialised chamber.",
        "Statistics are kept by each court and are not yet brought together.",
    ),
    "fr": (
        "L’acte constitue une infraction au sens du Code pénal, quel qu’en soit l’auteur.",
        "Les tribunaux déduisent l’intention des faits, comme l’a confirmé la Cour de cassation.",
        "La loi a été modifiée pour que la tentative soit punie comme l’acte consommé.",
        "Les procureurs signalent que l’appartenance à un groupe est difficile à prouver.",
        "Un projet de loi est devant le parlement ; son adoption est attendue dans l’année.",
        "Les organisations de victimes constatent peu de poursuites hors de la capitale.",
    ),
}
_LAWS = (
    Citation("Criminal Code", "art. 175", "2001-08-20", "https://laws.example/criminal-code"),
    Citation("Criminal Code", "art. 29", "2001-08-20"),
    Citation(
        "Act on Money-Laundering and the Financing of Terrorism", "s. 7", "2016", "https://laws.example/aml"
    ),
    Citation("Act on the Prevention of Corruption", "art. 3–6", "Act No. 14-015"),
    Citation("Code of Criminal Procedure", "art. 21"),
    Citation("Law on Extradition", "art. 2 (1)", "1998-12-12", "https://laws.example/extradition"),
    Citation("قانون مكافحة الجريمة المنظمة", "المادة 4", "2010"),
)


@dataclass(frozen=True)
class Synthetic:
    """A consultation's people and what they said."""

    consultation: Consultation
    stakeholders: tuple[Stakeholder, ...]
    assignments: tuple[Assignment, ...]
    answers: tuple[Answer, ...]


def synthetic(
    items: Sequence[Item],
    bodies: int = 14,
    *,
    seed: int = 1,
    language: str = "en",
    share: float = 0.75,
    agreement: float = 0.97,
    distinct: bool = False,
) -> Synthetic:
    """Make `bodies` stakeholders who are all asked all `items` and answer a `share` of them.

    `agreement` is how likely a body says what most say; `distinct` makes each text unlike all others.
    """
    rng = random.Random(seed)
    people = tuple(_people(bodies))
    truth = {item.id: _value(item, rng) for item in items}
    speech = _Speech(rng, language, share, agreement, distinct, truth)
    answers = tuple(speech.answers(items, people))
    assignments = tuple(
        Assignment(stakeholder=body.id, item=item.id, reason="mandate") for item in items for body in people
    )
    return Synthetic(settings(language), people, assignments, answers)


def settings(language: str = "en") -> Consultation:
    return Consultation.model_validate(
        {
            "state": "XA",
            "name": {"en": "Example State", "fr": "État d’exemple"},
            "instruments": ("untoc",),
            "clusters": (1,),
            "languages": (language,),
            "deadline": "2027-01-29 17:00",
            "zone": "Africa/Bamako",
            "focal_point": FocalPoint(
                name="Aïcha Example",
                office="Directorate of International Cooperation, Ministry of Justice",
                email="focal.point@justice.example",
                telephone="+223 20 00 00 00",
            ),
        }
    )


def _people(count: int) -> Iterator[Stakeholder]:
    for number in range(count):
        name, kind, attribution = _BODIES[number % len(_BODIES)]
        turn = number // len(_BODIES)
        yield Stakeholder(
            id=f"body-{number:03d}",
            name=f"{name} {turn + 1}" if turn else name,
            kind=kind,
            attribution=attribution,
            at_risk=attribution is Attribution.ANONYMOUS,
            contact=f"Contact-{number:03d} Person",
            email=f"contact{number:03d}@body.example",
        )


@dataclass(frozen=True)
class _Speech:
    """How answers are made up: the chances, the sentences, and what most bodies say on each item."""

    rng: random.Random
    language: str
    share: float
    agreement: float
    distinct: bool
    truth: dict[str, Value]

    def answers(self, items: Sequence[Item], people: Sequence[Stakeholder]) -> Iterator[Answer]:
        digests = {body.id: f"{self.rng.getrandbits(256):064x}" for body in people}
        for row, item in enumerate(items, 7):
            question = item.digest(self.language)
            for body in people:
                if self.rng.random() < self.share:
                    yield self._answer(item, self._provenance(body, row, digests[body.id], question))

    def _provenance(self, body: Stakeholder, row: int, sha256: str, question: str) -> Provenance:
        return Provenance(
            stakeholder=body.id,
            response=f"r-{body.id}",
            sha256=sha256,
            sheet="Questions",
            cell=f"D{row}",
            received_at=WHEN,
            language=self.language,
            question=question,
        )

    def _answer(self, item: Item, provenance: Provenance) -> Answer:
        rng = self.rng
        if rng.random() < 0.05:
            return Answer(item.id, provenance, absent=rng.choice(list(Absence)))
        value = self.truth[item.id] if rng.random() < self.agreement else _value(item, rng)
        details = self._text(provenance)
        if item.type is AnswerType.TEXT:
            value, details = details, ""
        elif rng.random() < 0.4:
            details = ""
        cited = tuple(rng.sample(_LAWS, 1)) if item.type is AnswerType.CITATION or rng.random() < 0.2 else ()
        comment = "Please check the date with us." if rng.random() < 0.02 else ""
        return Answer(item.id, provenance, value, None, details, cited, comment)

    def _text(self, provenance: Provenance) -> str:
        sentences = _SENTENCES.get(self.language, _SENTENCES["en"])
        text = " ".join(self.rng.sample(sentences, self.rng.randint(1, 3)))
        return f"{text} ({provenance.sha256[:6]}, {provenance.cell})" if self.distinct else text


def _value(item: Item, rng: random.Random) -> Value:  # noqa: PLR0911  # one per type
    match item.type:
        case AnswerType.SCALE:
            return rng.choices(("yes", "in-part", "no"), (6, 3, 1))[0]
        case AnswerType.YES_NO | AnswerType.CHOICE:
            return rng.choice(item.values)
        case AnswerType.CHOICES:
            chosen = rng.sample(item.values, rng.randint(1, min(3, len(item.values))))
            return tuple(value for value in item.values if value in chosen)
        case AnswerType.NUMBER:
            return Decimal(rng.randint(2, 9))
        case AnswerType.DATE:
            return date(2020, rng.randint(1, 12), 3)
        case AnswerType.LINE:
            return rng.choice(("Court of Cassation", "Criminal chamber"))
        case AnswerType.ROWS:
            return (
                tuple((column.id, f"{column.label['en']} {rng.randint(1, 2)}") for column in item.columns),
            )
    return None
