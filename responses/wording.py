"""What was said, as people read it: values, absences and citations in the reader's language."""

from datetime import date
from decimal import Decimal
from functools import cache

from clusters.model import Text
from languages import say
from languages.times import dated
from questionnaires.model import SCALE, AnswerType, Item
from responses.model import Absence, Citation, Row, Value
from responses.quoting import one_line


def value_text(item: Item, value: Value, language: str) -> str:
    """Return a value as people read it; several rows stand on a line each, no value is an empty text."""
    match value:
        case None:
            return ""
        case str():
            return option_text(item, value, language)
        case Decimal():
            return number_text(value, language)
        case date():
            return date_text(value, language)
    if item.type is AnswerType.ROWS:
        return "\n".join(row_text(item, row, language) for row in value if isinstance(row, tuple))
    return separator(language).join(
        option_text(item, entry, language) for entry in value if isinstance(entry, str)
    )


def value_line(item: Item, value: Value, language: str) -> str:
    """Return a value as it is quoted on one line: several rows are kept apart by ` / `."""
    if item.type is not AnswerType.ROWS or not isinstance(value, tuple):
        return one_line(value_text(item, value, language))
    return " / ".join(one_line(row_text(item, row, language)) for row in value if isinstance(row, tuple))


def option_text(item: Item, value: str, language: str) -> str:
    """Return the printed label of an answer that may be chosen; a free text is returned as it is."""
    match item.type:
        case AnswerType.SCALE | AnswerType.YES_NO:
            return answer_label(value, language) if value in SCALE else value
        case AnswerType.CHOICE | AnswerType.CHOICES:
            return next((words(o.label, language) for o in item.options if o.value == value), value)
    return value


def absence_text(absence: Absence, language: str) -> str:
    return answer_label(absence.value, language)


def row_text(item: Item, row: Row, language: str) -> str:
    """Return one repeated row as `Name: Ministry of Justice · Telephone: 12 34`, without its empty fields."""
    labels = {column.id: words(column.label, language) for column in item.columns}
    return " · ".join(labelled(labels.get(column, column), text, language) for column, text in row if text)


def citation_text(citation: Citation) -> str:
    """Return a law or case on one line: title, provision, date, link, language, as far as they were given."""
    parts = (citation.title, citation.provision, citation.date, citation.link, citation.language)
    return ", ".join(part for part in parts if part)


def number_text(value: Decimal, language: str) -> str:
    """Return every digit of a number, grouped and pointed as the language does."""
    from babel.numbers import format_decimal  # noqa: PLC0415  # paid by those who print numbers

    return format_decimal(value, locale=language, decimal_quantization=False)


def date_text(value: date, language: str) -> str:
    """Return a day as it is answered: without the weekday, which nobody said."""
    return dated(language, value, "long")


def labelled(label: str, text: str, language: str) -> str:
    """Return `Name: text` with the language's own spaces around the colon."""
    before, between, after = _field(language)
    return f"{before}{label}{between}{text}{after}"


def words(text: Text, language: str) -> str:
    """Return a text of a definition in `language`, else in English, in which all are written."""
    return text.get(language) or text["en"]


@cache
def answer_label(value: str, language: str) -> str:
    """Return the label of `yes`, `in-part`, `no` or of an absence."""
    return say(language, "answers", value)


@cache
def separator(language: str) -> str:
    """Return what stands between the members of a list, such as `; `."""
    return say(language, "wording", "separator")


@cache
def _field(language: str) -> tuple[str, str, str]:
    """Return what stands around a label and a text: Fluent takes no text of more than 1,000 letters."""
    before, _, rest = say(language, "wording", "field", label="\0", text="\1").partition("\0")
    between, _, after = rest.partition("\1")
    return before, between, after
