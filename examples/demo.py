"""A whole consultation of an example State, told as it happens: examples/demo.py [FOLDER], else ./demo.

Every command is the real one, run as a person would run it, but for the launch: it draws fixed codes instead
of random ones, so that the returned workbooks, which were once filled in with LibreOffice, belong to it.
"""

import os
import shutil
import subprocess
import sys
import textwrap
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from examples.example_state import (
    EMAIL,
    FILES,
    FOCAL_POINT,
    LANGUAGE,
    NAMES,
    OFFICE,
    RETURNS,
    STATE,
    TELEPHONE,
    ZONE,
    copy_settings,
    launch_example,
    name_in_english,
    read_yaml,
)
from questionnaires.load import load_questionnaire
from responses.wording import value_text
from terminal.console import Terminal
from terminal.outcomes import show_launch
from workbooks.decision_layout import DECIDED_BY, MARKS

FINE, PROBLEMS, REFUSED = 0, 1, 3
WIDTH = 110
COMMAND = Path(sys.executable).with_name("consult")
SATURDAY = 5
SINCE, LEFT, REMINDER = 30, 20, 3
"""Days, on the day of the demo, since the launch and until the deadline; and from the last reminder to it."""


class DemoFailed(Exception):  # noqa: N818  # says what it is
    """A command ended otherwise than the demo expects."""


class Demo:
    """One run in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = datetime.now(ZoneInfo(ZONE)).replace(microsecond=0)

    def in_days(self, days: int) -> date:
        return (self.now + timedelta(days=days)).date()

    @property
    def deadline(self) -> date:
        """The day of the deadline: no Saturday and no Sunday."""
        day = self.in_days(LEFT)
        return day + timedelta(days=7 - day.weekday() if day.weekday() >= SATURDAY else 0)

    def run(self) -> None:
        for step in (self.begin, self.launch, self.first_returns, self.remind, self.settle, self.submit):
            step()

    def begin(self) -> None:
        tell(
            f"{NAMES['en']} is up for review. {FOCAL_POINT} of the Ministry of Justice is its focal "
            "point; her working language is French. She begins with a folder."
        )
        deadline = f"{self.deadline} 17:00"
        said = {"state": STATE, "language": LANGUAGE, "name": NAMES[LANGUAGE], "deadline": deadline}
        said |= {"zone": ZONE, "focal-point": FOCAL_POINT, "office": OFFICE, "email": EMAIL}
        options = [word for name, value in said.items() for word in (f"--{name}", value)]
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        options += ["--telephone", TELEPHONE]
        self.consult("new", self.folder.name, *options, at=self.folder.parent)
        copy_settings(self.folder)
        tell(
            "She lists 18 bodies in the registry (here a CSV file in place of the empty workbook) and "
            "writes down some exceptions in routing.yaml. Is everything in order?"
        )
        self.consult("check")
        name_in_english(self.folder)
        tell("She adds the name of the State in English. Who will be asked what, and is anything left out?")
        self.consult("route")

    def launch(self) -> None:
        tell(
            "Everything is covered, so she launches. (The demo dates the launch 30 days back, and draws "
            "fixed codes where a real launch draws random ones.)"
        )
        show("launch")
        at = (self.now - timedelta(days=SINCE)).astimezone(UTC)
        workspace, launched = launch_example(self.folder, at=at)
        show_launch(Terminal(LANGUAGE), workspace, launched)
        print(flush=True)
        if launched.at is None:
            raise DemoFailed("consult launch issued nothing")
        tell("Launching again, by mistake, issues nothing twice.")
        self.consult("launch")

    def first_returns(self) -> None:
        tell(
            "Weeks later. Nine files have come by mail and lie in inbox/: renamed, re-sorted, typed by "
            "hand, saved as xlsx and ods, one damaged on its way, one that has nothing to do with it."
        )
        self.drop("first")
        self.consult("receive", expected=PROBLEMS)
        tell("Each file has its verdict, and its bytes are kept. Who has answered, and who has not?")
        self.consult("status")

    def remind(self) -> None:
        tell(
            "She puts the budget where it belongs. Meanwhile the customs authority has sent its damaged "
            "file again, the police have corrected theirs, Université du Sud has answered the question "
            "that went back to it, Northern University has sent the same file twice, and eight more "
            "bodies have answered."
        )
        (self.folder / "inbox" / "budget atelier.ods").unlink()
        self.drop("second")
        self.consult("receive")
        tell(
            "Two bodies have stayed silent, and Université du Sud has left a question open. What will be "
            f"due {REMINDER} days before the deadline, at nine? A reminder to each of the three, with "
            "its workbook attached again."
        )
        self.consult("advance", "--at", f"{self.deadline - timedelta(days=REMINDER)}T09:00")
        self.consult("status")

    def settle(self) -> None:
        tell(
            "Now the answers are settled: equal ones merge, complementary ones are joined, "
            "contradictions are laid open."
        )
        self.consult("reconcile")
        tell("A final submission is refused as long as contradictions are undecided; a draft shows them.")
        self.consult("compile", expected=REFUSED)
        self.consult("compile", "--draft", "--edition", "external")
        path = self.decide()
        tell("After a workshop she fills in the decision workbook: what holds, in which words, and why.")
        self.consult("reconcile", "--decisions", path)

    def submit(self) -> None:
        tell("The submission, first in English, then in French, the language in which it will be cleared.")
        self.consult("compile", "--language", "en", "--edition", "external")
        self.consult("compile")
        tell("The focal point has read it and clears it. From here on nothing changes any more.")
        self.consult("clear", "--by", FOCAL_POINT)

    def drop(self, wave: str) -> None:
        for path in sorted((RETURNS / wave).iterdir()):
            shutil.copy(path, self.folder / "inbox" / path.name)

    def decide(self) -> str:
        """Fill in the decision workbook where a person would; return its path in the folder."""
        (path,) = (self.folder / "exports").glob("decisions-*.xlsx")
        written = read_yaml(FILES / "decisions.yaml")
        items = {item.id: item for item in load_questionnaire("untoc.1").items}
        book = load_workbook(path)
        for sheet in book.worksheets:
            columns: dict[str, int] = {}
            for row in sheet.iter_rows():
                marks = [cell for cell in row if cell.value in MARKS]
                columns |= {str(cell.value).removeprefix("consult:"): cell.column for cell in marks}
                item = str(row[columns["item"] - 1].value) if columns else ""
                if item == DECIDED_BY:
                    row[columns["decided-by"] - 1].value = written["decided_by"]
                elif item in written["decisions"]:
                    said = written["decisions"][item]
                    label = value_text(items[item], said["decision"], LANGUAGE)
                    for column, text in {**said, "decision": label}.items():
                        row[columns[column] - 1].value = text
        book.save(path)
        return path.relative_to(self.folder).as_posix()

    def consult(self, *arguments: str, expected: int = FINE, at: Path | None = None) -> None:
        """Run one command and show it with what it says."""
        show(*arguments)
        done = subprocess.run(
            [COMMAND, *arguments],
            cwd=at or self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        print("\n".join(line.rstrip() for line in done.stdout.splitlines()), end="\n\n", flush=True)
        if expected is not None and done.returncode != expected:
            raise DemoFailed(
                f"consult {' '.join(arguments)} ended with {done.returncode}, not with {expected}"
            )


def tell(text: str) -> None:
    print(textwrap.fill(text, WIDTH), end="\n\n", flush=True)


def show(*arguments: str) -> None:
    words = (f'"{word}"' if " " in word or "’" in word else word for word in arguments)
    print(textwrap.fill(" ".join(("$ consult", *words)), WIDTH, subsequent_indent="    "), flush=True)


def clear_away(folder: Path) -> None:
    """Take an earlier demo away; anything else that lies there is left alone."""
    settings = folder / "consultation.yaml"
    earlier = settings.is_file() and f'state: "{STATE}"' in settings.read_text(encoding="utf-8")
    if folder.is_dir() and any(folder.iterdir()) and not earlier:
        raise DemoFailed(f"{folder} is not empty and holds no earlier demo; it is left as it is")
    if earlier:
        shutil.rmtree(folder)


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "demo").resolve()
    os.environ["COLUMNS"] = str(WIDTH)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the commands share what is compiled
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        os.environ["FORCE_COLOR"] = "1"
    began = time.monotonic()
    try:
        clear_away(folder)
        Demo(folder).run()
    except (DemoFailed, OSError) as failure:
        print(f"The demo failed: {failure}", file=sys.stderr)
        return PROBLEMS
    tell(f"Done in {time.monotonic() - began:.0f} s. The submission lies in {folder / 'exports'}:")
    for path in sorted((folder / "exports").iterdir()):
        print(f"  {path.name}  ({path.stat().st_size / 1024:.0f} KB)")
    return FINE


if __name__ == "__main__":
    sys.exit(main())
