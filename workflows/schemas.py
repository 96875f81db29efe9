"""JSON Schemas of what people write, for editors that check while one types (json-schema.org, 2020-12)."""

from typing import Any

from pydantic import BaseModel

from consultation.model import Consultation
from questionnaires.form_written import WrittenForm
from questionnaires.written import WrittenQuestionnaire
from stakeholders.rules_file import RoutingFile
from workflows.process import Written

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: dict[str, type[BaseModel]] = {
    "consultation": Consultation,
    "form": WrittenForm,
    "process": Written,
    "questionnaire": WrittenQuestionnaire,
    "routing": RoutingFile,
}
"""What can be described, by the name that people know it by."""


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a file that people write; KeyError for a name that is none."""
    found = SCHEMAS[name].model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **found,
        "title": f"consult: {name}.yaml",
    }
