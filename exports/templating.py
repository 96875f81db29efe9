"""Templates of documents: a small Markdown with facts in it, which stay the letters they are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from jinja2 import BaseLoader, nodes
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from pydantic import BaseModel, ConfigDict

from exports.document import render_document
from exports.document_markdown import BOXES, OPENING
from exports.document_values import guarded, sheltered
from problems import Place, Problem, nearest
from problems.templates import BlockUnknown, TemplateNotClosed
from sources.template_check import Known, check_template
from sources.templates import Sandbox, fill
from sources.yaml import load_model, parse_yaml

_HEAD = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)


class Head(BaseModel):
    """What a template says of its document between two lines `---` at its very beginning; never a fact."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    page: Literal["portrait", "landscape"] = "portrait"
    look: Literal["plain", "certificate"] = "plain"


def environment(loader: BaseLoader | None = None) -> Sandbox:
    """Make the surroundings of documents' templates: each value that they insert is guarded."""
    made = Sandbox(loader, finalize=guarded, extensions=[_Headless])
    made.code_generator_class = _Writer
    return made


def render_product(
    surroundings: Sandbox,
    name: str,
    facts: Mapping[str, Any],
    *,
    shown: str,
    title: str,
    at: datetime,
    footer: str = "",
    author: str = "",
    draft: bool = False,
) -> tuple[bytes, list[Problem]]:
    """Fill the template `name` with facts (`language` among them) and lay it out as a Word document."""
    markdown, problems = fill(surroundings, name, sheltered(facts), shown)
    if problems:
        return b"", problems
    head, problems = _head_of(surroundings, name, shown)
    if problems:
        return b"", problems
    made = render_document(
        markdown,
        language=str(facts["language"]),
        title=title,
        footer=footer,
        draft=draft,
        page=head.page,
        look=head.look,
        author=author,
        at=at,
    )
    return made, []


def read_head(source: str, shown: str) -> tuple[Head, list[Problem]]:
    """Read what stands between the lines `---`; a template without them is a plain upright page."""
    found = _HEAD.match(source)
    if not found or not (found[1] or "").strip():
        return Head(), []
    document, problems = parse_yaml("\n" + found[1], shown)  # so that lines are counted as in the file
    if document is None:
        return Head(), problems
    head, problems = load_model(document, Head)
    return head or Head(), problems


def check_product(path: Path, shown: str, known: Known | None = None) -> list[Problem]:
    """List what is wrong with the template of a document, by place: its head, its facts, its blocks."""
    problems = check_template(path, shown, PRODUCT_FACTS if known is None else known, environment())
    if not path.is_file():
        return problems
    source = path.read_text(encoding="utf-8-sig", errors="replace")
    problems += read_head(source, shown)[1]
    return sorted([*problems, *_boxes(source, shown)], key=lambda problem: problem.place)


def _boxes(source: str, shown: str) -> Iterator[Problem]:
    """Yield the blocks `::: name` that mean nothing or never end."""
    opened: Place | None = None
    name = ""
    for number, line in enumerate(source.split("\n"), 1):
        found = OPENING.fullmatch(line)
        if not found:
            continue
        if not found[1]:
            opened = None
            continue
        if opened:
            break
        opened, name = Place(shown, line=number, column=1), found[1]
        if name not in BOXES:
            yield BlockUnknown(
                place=replace(opened, column=found.start(1) + 1),
                name=name,
                allowed=BOXES,
                near=nearest(name, BOXES),
            )
    if opened:
        yield TemplateNotClosed(place=opened, tag=f"::: {name}", closing=":::")


def _head_of(surroundings: Sandbox, name: str, shown: str) -> tuple[Head, list[Problem]]:
    if surroundings.loader is None:
        raise TypeError("templates are found by a loader")
    return read_head(surroundings.loader.get_source(surroundings, name)[0], shown)


class _Headless(Extension):
    """Leaves the lines of a template's head empty: below it, lines keep their numbers."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        source = source.removeprefix("\ufeff")
        return _HEAD.sub(lambda found: "\n" * found[0].count("\n"), source)


class _Writer(CodeGenerator):
    """Guards each value that is put out, except what the template's own macro wrote: that is Markdown."""

    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:  # noqa: N802  # jinja's name
        self._own = {"caller", "super", *(macro.name for macro in node.find_all(nodes.Macro))}
        self._imported = {each.target for each in node.find_all(nodes.Import)}
        for each in node.find_all(nodes.FromImport):
            self._own |= {name if isinstance(name, str) else name[1] for name in each.names}
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:
        super()._output_child_pre(node, frame, self._plain(node, finalize))

    def _output_child_post(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:
        super()._output_child_post(node, frame, self._plain(node, finalize))

    def _plain(self, node: nodes.Expr, finalize: Any) -> Any:
        match node:
            case nodes.Call(node=nodes.Name(name=name)):
                own = name in self._own
            case nodes.Call(node=nodes.Getattr(node=nodes.Name(name=name))):
                own = name in self._imported
            case _:
                own = False
        return finalize._replace(src=None) if own else finalize


_PERSON = dict.fromkeys(("name", "office", "email", "telephone"))
_BODY = dict.fromkeys(("id", "name", "type", "contact", "language"))
_ITEM = {
    **dict.fromkeys(("id", "text", "type", "answered")),
    "options": [dict.fromkeys(("label", "count", "bodies"))],
    "statements": [dict.fromkeys(("who", "text"))],
}
_ROUND = {
    **dict.fromkeys(("title", "opened", "deadline", "asked", "returned")),
    "items": [_ITEM],
}
PRODUCT_FACTS: Known = {
    **dict.fromkeys(("state", "language", "title", "today")),
    "focal_point": _PERSON,
    "process": dict.fromkeys(("id", "title")),
    "rounds": {"*": _ROUND},
    "outcomes": {"*": [dict.fromkeys(("subject", "name", "outcome", "label", "reason", "by"))]},
    "held": {"*": dict.fromkeys(("day", "note", "attended"))},
    "body": _BODY,
    "status": [dict.fromkeys(("body", "asked", "answered", "returned"))],
}
"""What the template of a document may use; docs/products.md says what each is."""
