"""Hostile files of the further formats, opened by the confined children: each gets its answer, none harms."""

import os
from collections.abc import Iterator

import pytest

from tests.hostile_formats import ODD, REFUSED, damaged, good_form
from workbooks.contents import Contents
from workbooks.sandbox import Sandbox

GOOD = good_form()
FILES = 3_000 if os.environ.get("CI") else 150


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox[Contents]]:
    with Sandbox() as pool:
        yield pool


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_says_why_and_the_next_form_is_read(
    sandbox: Sandbox[Contents], name: str
) -> None:
    code, make = REFUSED[name]
    contents, problems = sandbox.open(make(), name)
    assert contents is None
    assert [(problem.code, problem.place.path) for problem in problems] == [(code, name)]
    assert sandbox.open(GOOD, "form.docx")[0] is not None


@pytest.mark.parametrize("name", ODD)
def test_what_only_looks_dangerous_is_read(sandbox: Sandbox[Contents], name: str) -> None:
    codes, make = ODD[name]
    contents, problems = sandbox.open(make(), name)
    assert contents is not None, problems
    assert tuple(problem.code for problem in problems) == codes


def test_damaged_files_are_all_answered(sandbox: Sandbox[Contents]) -> None:
    files = ((f"{seed}.docx", damaged(seed)) for seed in range(FILES))
    answered = 0
    for name, contents, problems in sandbox.open_all(files):
        answered += 1
        assert contents is not None or len(problems) == 1, name
        assert "reading-crashed" not in [problem.code for problem in problems], name
    assert answered == FILES
