"""What is wrong in the description of a process is said at its line, all of it at once."""

from pathlib import Path

from problems import Problem
from workflows.process_read import choose_process, read_process

HEAD = """\
process: talks
version: "1"
title: Talks
about: People talk.
clears: focal-point
"""
ROUNDS = """\
rounds:
  - {id: answers, title: Answers, asks: questionnaires, of: mandates}
"""
FRENCH = "language: fr\nprocess: talks\ntitle: Entretiens\nabout: On parle.\n"


def problems_of(folder: Path, rest: str) -> list[Problem]:
    (folder / "process.yaml").write_text(HEAD + rest, encoding="utf-8")
    (folder / "process.fr.yaml").write_text(FRENCH, encoding="utf-8")
    found = read_process("talks", folder)[1]
    return [each for each in found if each.place.path == "process.yaml"]


def told(problems: list[Problem]) -> list[str]:
    return [f"{each.place.line}:{each.place.column} {each.code}" for each in problems]


def test_names_that_nothing_bears_are_said_at_their_place_with_the_one_meant(tmp_path: Path) -> None:
    problems = problems_of(
        tmp_path,
        ROUNDS
        + """\
  - {id: extra, title: Extra, asks: [missing-form], of: everybody}
phases:
  - id: collect
    title: Collect
    exit: {any: [{complete: answer}, {over: colect}, {done: nothing}]}
    actions:
      - id: reminder
        title: Reminder
        perform: remind
        round: answrs
        letter: no-such-letter
        when: {days: -3, of: answers.dedline, at: "09:00"}
      - {id: reminder, title: Again, perform: receive, standing: true}
      - id: paper
        title: Paper
        perform: produce
        product: no-such-paper
        when: {of: launch}
""",
    )
    assert sorted(told(problems)) == [  # nor has either round a letter
        "12:19 round-unknown",
        "12:39 phase-unknown",
        "12:55 action-unknown",
        "17:9 round-unknown",
        "18:9 template-missing",
        "19:26 moment-unknown",
        "20:10 name-twice",
        "24:9 template-missing",
        "7:5 template-missing",
        "8:31 form-missing",
        "8:5 template-missing",
    ]
    messages = {each.code: each.message("en") for each in problems}
    assert messages["moment-unknown"].endswith("Did you mean “answers.deadline”?")
    assert messages["phase-unknown"].endswith("Did you mean “collect”?")


def test_a_time_that_waits_for_itself_is_said(tmp_path: Path) -> None:
    problems = problems_of(
        tmp_path,
        """\
rounds:
  - id: answers
    title: Answers
    asks: questionnaires
    of: mandates
    opens: {days: 1, of: answers.deadline}
    deadline: {days: 20, of: answers.opens, at: "17:00"}
phases: [{id: a, title: A}]
""",
    )
    assert told(problems) == ["7:5 template-missing", "6:1 goes-round"]


def test_what_an_action_needs_is_said(tmp_path: Path) -> None:
    problems = problems_of(
        tmp_path,
        ROUNDS
        + """\
phases:
  - id: a
    title: A
    enter: {all: [{launched: true, over: a}], any: []}
    actions:
      - {id: b, title: B, perform: remind, when: {of: launch}}
      - {id: c, title: C, perform: receive}
      - {id: d, title: D, perform: hold, when: {of: launch, on: 2027-01-01, at: "09:00"}}
      - {id: e, title: E, perform: hold, when: {on: 2027-01-01}}
      - {id: f, title: F, perform: hold, when: {of: launch, at: "nine"}}
      - {id: g, title: G, perform: write, to: sombody, letter: x, when: {of: launch}}
""",
    )
    assert told(problems) == [
        "11:19 bad-value",
        "13:9 bad-value",
        "14:9 bad-value",
        "15:42 bad-value",
        "16:42 bad-value",
        "17:61 bad-value",
        "18:43 not-allowed",
    ]
    assert problems[-1].message("en").endswith("Did you mean “everybody”?") or "Allowed" in problems[
        -1
    ].message("en")


def test_a_process_that_does_not_exist_names_those_that_do() -> None:
    _, _, (problem,) = choose_process("consultaton")
    assert problem.code == "process-unknown"
    assert problem.message("en").endswith("Did you mean “consultation”?")


def test_the_phase_in_which_clearance_is_awaited_does_not_say_that_it_was_given(tmp_path: Path) -> None:
    process, problems = read_process("consultation", tmp_path)
    assert process is not None
    assert not problems
    title = next(each.title for each in process.written.phases if each.id == "clear")
    assert title == "The submission awaits clearance"
