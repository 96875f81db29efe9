"""The house keeps its own rules."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor

from languages.messages import DEFINITIONS, spoken
from problems.page import every_problem, page, sentences

ROOT = Path(__file__).parent.parent
SUBJECTS = sorted(
    path.relative_to(DEFINITIONS / "en").with_suffix("").as_posix()
    for path in (DEFINITIONS / "en").rglob("*.ftl")
)
MODULES = [
    path
    for path in ROOT.rglob("*.py")
    if not {".venv", "demo", "build", "tests"} & set(path.relative_to(ROOT).parts)
]


def test_the_wheel_holds_exactly_the_packages_on_disk() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    shipped = set(settings["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"])
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert shipped == packages | {"cli.py"}


def test_nobody_imports_the_command_line() -> None:
    importing = [
        path.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text()))
        if (isinstance(node, ast.Import) and any(name.name == "cli" for name in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == "cli")
    ]
    assert importing == []


def test_every_subject_is_said_in_every_language() -> None:
    there = {
        language: {
            path.relative_to(DEFINITIONS / language).with_suffix("").as_posix()
            for path in (DEFINITIONS / language).rglob("*.ftl")
        }
        for language in spoken()
    }
    assert there == {language: set(SUBJECTS) for language in spoken()}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802  # fluent's name
        self.names.add(node.id.name)


def _messages(language: str, subject: str) -> dict[str, set[str]]:
    body = FluentParser().parse((DEFINITIONS / language / f"{subject}.ftl").read_text(encoding="utf-8")).body
    assert [entry.content for entry in body if isinstance(entry, Junk)] == []
    found = {}
    for entry in body:
        if isinstance(entry, Message):
            variables = _Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


def test_french_signs_stay_with_their_words() -> None:
    """A no-break space stands before : ; ? ! » and after «."""
    torn = re.compile(r"(?<=[^\s=]) [:;?!»](?=[\s.,)]|$)|« ")
    assert [
        f"{path.name}: {line}"
        for path in (DEFINITIONS / "fr").rglob("*.ftl")
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#") and torn.search(line)
    ] == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_translation_has_the_same_messages_with_the_same_parameters(subject: str) -> None:
    english = _messages("en", subject)
    for language in spoken():
        assert _messages(language, subject) == english


def test_every_problem_has_its_own_code_and_its_sentence() -> None:
    kinds = every_problem()
    codes = [kind.code for kind in kinds]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)
    missing = [
        kind.code for kind in kinds if kind.code not in sentences("en", kind.__module__.replace(".", "/"))
    ]
    assert missing == []


def test_every_problem_is_provoked_by_a_test() -> None:
    tests = "\n".join(path.read_text() for path in (ROOT / "tests").glob("*.py"))
    unprovoked = [
        kind.code
        for kind in every_problem()
        if not re.search(rf"\b{kind.__name__}\b|(?<![\w-]){kind.code}(?![\w-])", tests)
    ]
    assert unprovoked == []


def test_the_page_of_problems_is_up_to_date() -> None:
    """If this fails: make docs."""
    assert (ROOT / "docs" / "problems.md").read_text() == page()


def test_the_lock_names_no_index() -> None:
    assert "http" not in re.sub(
        r"^(httpcore|httpx|httptools)\S*==", "", (ROOT / "requirements.txt").read_text(), flags=re.MULTILINE
    )
