"""The names of the facts that templates of documents may use, to check them against before anything runs."""

from exports.templating import PRODUCT_FACTS
from sources.template_check import Known


def _names(*names: str) -> dict[str, None]:
    return dict.fromkeys(names)


_CONCERN = {**_names("id", "label", "title", "instrument"), "items": [_names("id", "text")]}
_ARTICLE = _names("id", "label", "title", "items", "asked", "answered", "agreed", "open")
_FIGURES = _names("asked", "answered", "agreed", "open")
_ITEM = {
    **_names("id", "text", "type", "answered", "uncounted", "reply", "withheld"),
    "options": [{**_names("value", "label", "count", "bodies"), "concerns": [_CONCERN]}],
    "statements": [_names("who", "text", "absent")],
    "concerns": [_CONCERN],
}
_ROUND = {
    **_names("id", "title", "opened", "deadline", "asked", "returned"),
    "kinds": {"*": None},
    "items": [_ITEM],
    "parts": [{**_names("id", "title", "about"), "items": [_ITEM]}],
    "articles": [_ARTICLE],
    "figures": _FIGURES,
}
_OUTCOME = _names("subject", "name", "outcome", "label", "reason", "by", "points")
_ATTENDED = [_names("title", "day")]
_BODY = _names("id", "name", "type", "sector", "topics", "regions", "trainings")

KNOWN: Known = {
    **PRODUCT_FACTS,
    "process": _names("id", "title", "about"),
    "details": {"*": None},
    "dates": {"*": None},
    "rounds": {"*": _ROUND},
    "outcomes": {"*": [{**_OUTCOME, "concerns": [_CONCERN]}]},
    "tallies": {"*": {"*": {**_names("label", "count"), "kinds": {"*": None}}}},
    "held": {
        "*": {
            **_names("title", "day", "note", "attended", "count"),
            "kinds": {"*": None},
            "regions": {"*": None},
        }
    },
    "body": {
        **_BODY,
        **_names("contact", "hidden", "language"),
        "attended": _ATTENDED,
        "outcomes": {"*": _names("outcome", "label")},
        "said": {"*": None},
    },
    "bodies": [_BODY],
    "kinds": {"*": None},
    "unnamed": None,
    "status": [_names("body", "asked", "answered", "returned")],
    "changes": [_names("day", "kind", "body", "text", "reason")],
    "linked": {**_names("there", "state", "title"), **_FIGURES, "articles": [_ARTICLE]},
}
"""All that `workflows.facts.facts_of` gives; docs/products.md says what each is."""
