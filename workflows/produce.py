"""Products of the process: Word documents from its templates, with the facts of the record."""

from dataclasses import dataclass

from workflows.post import Desk
from workflows.process import Action


@dataclass(frozen=True)
class Produced:
    """Documents that now lie in exports/."""

    product: str
    paths: tuple[str, ...]


def product_name(product: str, language: str, body: str = "") -> str:
    """Return the name of a product's file: of one for all, or of one stakeholder's."""
    return f"{product}/{product}-{body}.docx" if body else f"{product}-{language}.docx"


def produce(desk: Desk, action: Action) -> Produced:
    """Make the product of an action: one document, or, with an audience, one for each stakeholder."""
    raise NotImplementedError
