"""Findings on their way from child to parent: JSON, of which nothing is believed.

Every part has its type and every value is one that its item can take, or the reply is refused as a whole.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter

from problems import Problem
from questionnaires.model import AnswerType, Item
from responses.model import Absence, Citation, Value
from workbooks.answers import Entry
from workbooks.findings import Findings, Told
from workbooks.identity import Carrier
from workbooks.wire import Answer, plainly, rebuilt

_Cell = Annotated[str, Field(pattern=r"^([A-Z]{1,3}[1-9][0-9]{0,6})?$")]
_Texts = tuple[str, ...]
_Rows = tuple[tuple[tuple[str, str], ...], ...]
_Plain = str | _Texts | _Rows | None
"""A value: a number and a date are texts here, and become what their item's type says."""

_Entry = tuple[str, _Cell, _Plain, Absence | None, str, tuple[_Texts, ...], str]
_Problem = tuple[str, str, str, _Cell, dict[str, str | int | _Texts]]
_Problems = tuple[_Problem, ...]
_Told = tuple[str, str, _Cell, _Entry | None, _Problems, _Entry | None]
_Findings = tuple[tuple[tuple[str, str], ...], str, _Texts, tuple[_Told, ...], _Problems]
_Invitation = Annotated[str, Field(pattern=r"^[0-9a-f]{10}$")]
_Shares = tuple[tuple[_Invitation, _Findings], ...]

_LAW: Final = tuple(field.name for field in fields(Citation))


@cache
def _reply() -> TypeAdapter[Any]:
    return TypeAdapter(tuple[_Problems, _Findings | None, _Shares])


def encode(findings: Findings | None, problems: Iterable[Problem]) -> bytes:
    """Write what opening a file and looking it through brought; of carriers, the first one of each token."""
    plain = _findings(findings) if findings else None
    shares = [(name, _findings(share)) for name, share in findings.shares] if findings else []
    written = (plainly(problems), plain, shares)
    return json.dumps(written, ensure_ascii=False, check_circular=False, separators=(",", ":")).encode()


def _findings(findings: Findings) -> tuple[Any, ...]:
    first = {carrier.token: carrier.where for carrier in reversed(findings.carriers)}
    told = [
        (t.item, t.sheet, t.cell, _entry(t.entry), plainly(t.problems), _entry(t.rest)) for t in findings.told
    ]
    return list(first.items())[::-1], findings.language, findings.sheets, told, plainly(findings.problems)


def _entry(entry: Entry | None) -> tuple[Any, ...] | None:
    if entry is None:
        return None
    value: Any = entry.value
    if isinstance(value, Decimal):
        value = str(value)
    elif isinstance(value, date):
        value = value.isoformat()
    citations = [[getattr(law, name) for name in _LAW] for law in entry.citations]
    return entry.sheet, entry.cell, value, entry.absent, entry.details, citations, entry.comment


def decode(reply: bytes, shown: str, *, items: Mapping[str, Item]) -> Answer[Findings]:
    """Read a reply on questions `items`. Raises ValueError, TypeError or KeyError for nonsense."""
    opening, plain, plain_shares = _reply().validate_json(reply, strict=True)
    problems = [rebuilt(each, shown) for each in opening]
    if plain is None:
        return None, problems
    shares = tuple((name, _found(each, items, shown)) for name, each in plain_shares)
    return replace(_found(plain, items, shown), shares=shares), problems


def _found(plain: Any, items: Mapping[str, Item], shown: str) -> Findings:
    carriers, language, sheets, told, others = plain
    if len({each[0] for each in told}) < len(told):
        raise ValueError("told twice on one item")
    return Findings(
        carriers=tuple(Carrier(*each) for each in carriers),
        language=language,
        sheets=sheets,
        told=tuple(_told(each, items, shown) for each in told),
        problems=tuple(rebuilt(each, shown) for each in others),
    )


def _told(told: Any, items: Mapping[str, Item], shown: str) -> Told:
    name, sheet, cell, plain, problems, rest = told
    found = tuple(rebuilt(each, shown) for each in problems)
    return Told(name, sheet, cell, _read(plain, items[name]), found, _read(rest, items[name]))


def _read(plain: Any, item: Item) -> Entry | None:
    if plain is None:
        return None
    where, at, value, absent, details, citations, comment = plain
    if value is not None:
        value = _VALUES[item.type](item, value)
    laws = tuple(Citation(*law) for law in citations)
    return Entry(item.id, where, at, value, absent, details, laws, comment)


def _one(item: Item, value: Any) -> Value:
    return str(_fitting(value, value in item.values))


def _several(item: Item, value: Any) -> Value:
    """Return options chosen, each once, as the item orders them."""
    return tuple(_fitting(value, tuple(option for option in item.values if option in value) == value))


def _text(_item: Item, value: Any) -> Value:
    return str(_fitting(value, isinstance(value, str)))


def _number(_item: Item, value: Any) -> Value:
    try:
        number = Decimal(value)
    except ArithmeticError as error:
        raise ValueError("no number") from error
    _fitting(number, number.is_finite())
    return number


def _date(_item: Item, value: Any) -> Value:
    return date.fromisoformat(value)


def _table(item: Item, value: Any) -> Value:
    columns = tuple(column.id for column in item.columns)
    return tuple(_fitting(row, tuple(column for column, _ in row) == columns) for row in value)


def _nothing(_item: Item, _value: Any) -> Value:
    raise ValueError("the citations are the answer")


def _fitting(value: Any, fits: bool) -> Any:
    if not fits:
        raise ValueError("a value that this question cannot have")
    return value


_VALUES: Final[Mapping[AnswerType, Callable[[Item, Any], Value]]] = {
    AnswerType.SCALE: _one,
    AnswerType.YES_NO: _one,
    AnswerType.CHOICE: _one,
    AnswerType.CHOICES: _several,
    AnswerType.TEXT: _text,
    AnswerType.LINE: _text,
    AnswerType.NUMBER: _number,
    AnswerType.DATE: _date,
    AnswerType.CITATION: _nothing,
    AnswerType.ROWS: _table,
}


def decoder(items: Mapping[str, Item]) -> Callable[[bytes, str], Answer[Findings]]:
    return partial(decode, items=items)
