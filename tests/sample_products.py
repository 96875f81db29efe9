"""Facts as the engine gives them to the templates of documents, small and whole."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from exports.templating import environment, render_product
from sources.templates import loader

TEMPLATES = Path(__file__).parent / "products"
AT = datetime(2027, 2, 1, 9, 30, tzinfo=UTC)

STATEMENTS = [
    {
        "who": "Coalition of Shelters",
        "text": "Invitations came late, and only in the capital.\n\nWe ask for three weeks at least, and"
        " for a list of the questions *before* the meeting.",
    },
    {"who": "رابطة المحامين", "text": "نطلب أن تنشر الردود بجميع اللغات، وأن يتاح وقت كاف للتعليق عليها."},
    {"who": "University of Example, Faculty of Law", "text": "See [our note](http://example.org) – # 4."},
]
OPTIONS = [
    {"label": "Yes", "count": 3, "bodies": ["Ministry of Justice", "Bar Association", "Press Union"]},
    {"label": "Yes, in part", "count": 1, "bodies": ["Coalition of Shelters"]},
    {"label": "No", "count": 0, "bodies": []},
]


def facts(language: str = "en", **changes: Any) -> dict[str, Any]:
    """Return what a template may use, as docs/products.md lists it."""
    item = {"id": "dialogue.topics.participation", "type": "text", "answered": 3, "options": []}
    return {
        "state": {"en": "Example State", "fr": "État d’exemple", "ar": "دولة المثال"}[language],
        "language": language,
        "title": "Constructive dialogue",
        "today": date(2027, 2, 1),
        "focal_point": {
            "name": "Awa Example",
            "office": "Directorate of International Cooperation, Ministry of Justice",
            "email": "focal.point@justice.example",
            "telephone": "+999 1 234",
        },
        "process": {
            "id": "dialogue",
            "title": {
                "en": "Constructive Dialogue on participation in the review",
                "fr": "Dialogue constructif sur la participation à l’examen",
                "ar": "الحوار البناء بشأن المشاركة في الاستعراض",
            }[language],
        },
        "rounds": {
            "topics": {
                "title": "Topics for the meeting",
                "opened": date(2026, 11, 2),
                "deadline": date(2026, 12, 11),
                "asked": 5,
                "returned": 4,
                "items": [
                    {
                        **item,
                        "text": "How can the review hear more of those it concerns?",
                        "statements": STATEMENTS,
                    },
                    {
                        **item,
                        "id": "dialogue.topics.open",
                        "text": "Should the meeting be open to the press?",
                        "type": "choice",
                        "answered": 4,
                        "options": OPTIONS,
                        "statements": [],
                    },
                    {
                        **item,
                        "id": "dialogue.topics.other",
                        "text": "Anything else?",
                        "answered": 0,
                        "statements": [],
                    },
                ],
            }
        },
        "outcomes": {
            "priorities": [
                {
                    "subject": "p1",
                    "name": "Earlier invitations",
                    "outcome": "joint",
                    "label": "joint priority",
                    "reason": "Named by four of five bodies.",
                    "by": "Kofi Sample, spokesperson of the coalition",
                },
                {
                    "subject": "p2",
                    "name": "Replies published in all languages",
                    "outcome": "joint",
                    "label": "joint priority",
                    "reason": "",
                    "by": "Kofi Sample, spokesperson of the coalition",
                },
            ]
        },
        "held": {"meeting": {"day": date(2027, 1, 20), "note": "", "attended": ["shelters"]}},
        "body": {
            "id": "shelters",
            "name": "Coalition of Shelters for Victims of Trafficking",
            "type": "Civil society",
            "contact": "Nia Example",
            "language": "en",
        },
        "status": [
            {"body": "Ministry of Justice", "asked": 3, "answered": 2, "returned": date(2026, 11, 30)},
            {"body": "Coalition of Shelters", "asked": 3, "answered": 2, "returned": date(2026, 12, 10)},
            {"body": "رابطة المحامين", "asked": 3, "answered": 1, "returned": date(2026, 12, 11)},
            {"body": "Press Union", "asked": 3, "answered": 0, "returned": None},
        ],
        **changes,
    }


def product(name: str, language: str = "en", *, draft: bool = False, **changes: Any) -> bytes:
    given = facts(language, **changes)
    made, problems = render_product(
        environment(loader([TEMPLATES])),
        f"{name}.{language}.j2",
        given,
        shown=f"products/{name}.{language}.j2",
        title=f"{given['process']['title']}",
        footer=given["state"],
        author=given["focal_point"]["office"],
        draft=draft,
        at=AT,
    )
    assert problems == []
    return made
