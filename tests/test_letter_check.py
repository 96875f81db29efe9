"""The letters of a process are checked before anybody waits for them, each mistake at its line."""

from pathlib import Path

import pytest

from delivery.letters import fill
from languages.messages import spoken
from problems import Place
from problems.letters import LetterFailed
from problems.stages import Refused
from tests.stage import AT, new_folder
from workflows.check import check
from workflows.letter_check import check_letters
from workflows.process_read import read_process, shipped_processes


@pytest.mark.parametrize("name", shipped_processes())
def test_the_letters_that_ship_are_right(name: str) -> None:
    process, _ = read_process(name, Path("/nonexistent"))
    assert process is not None
    assert list(check_letters(process)) == []


def test_a_letter_of_ones_own_is_checked_with_the_folder(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    letter = workspace.folder.root / "letters" / "fr" / "reminder.j2"
    letter.parent.mkdir(parents=True)
    letter.write_text(
        "Subject: {{ state }}\n\nBonjour,\n\n{{ focal_piont }}\n{{ email }}\n", encoding="utf-8"
    )
    (problem,) = (each for each in check(workspace.folder, at=AT).problems if "letters" in each.place.path)
    assert (str(problem.place).rpartition(":")[0], problem.code) == (
        "letters/fr/reminder.j2:5",
        "template-fact-unknown",
    )
    assert problem.message("en").endswith("Did you mean “focal_point”?")
    letter.write_text("Subject: {{ state }}\n\n{% if telephone %}Bonjour, {{ email }}\n", encoding="utf-8")
    (problem,) = (each for each in check(workspace.folder, at=AT).problems if "letters" in each.place.path)
    assert problem.code == "template-not-closed"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [("{{ 1 // 0 }}", ("division", "")), ("{{ nothing.more }}", ("missing", "nothing")), ("{% if %}", None)],
)
def test_a_letter_that_cannot_be_written_is_named_with_the_line(
    tmp_path: Path, wrong: str, why: tuple[str, str] | None
) -> None:
    """What only shows when a letter is written, or when nobody has checked it."""
    path = tmp_path / "letters" / "en" / "invitation.j2"
    path.parent.mkdir(parents=True)
    path.write_text(f"Subject: x\n\nDear all,\n{wrong}\n", encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        fill(path, {}, "en")
    problem = refusal.value.problem
    assert isinstance(problem, LetterFailed)
    assert problem.place == Place("letters/en/invitation.j2", line=4, column=1)
    assert (problem.why, problem.what) == (why or ("other", problem.what))
    assert all("template check" not in problem.message(language) for language in spoken())
