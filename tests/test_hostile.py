"""Every hostile file has one verdict, within 20 seconds and a gigabyte, and the parent stays small."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from problems import Severity
from problems.intake import DamagedFile
from tests import hostile, hostile_archives, hostile_sheets
from tests.fuzzing_child import our_mistake
from tests.hostile_archives import HARMLESS, LYING, truncated
from workbooks.child import MEMORY_LIMIT, examine
from workbooks.contents import Contents, Value
from workbooks.process import WALL_SECONDS

REFUSED = {**LYING, **hostile_sheets.REFUSED}
READ = {**HARMLESS, **hostile_sheets.ODD}
ENDS_A_PROCESS = {"reading-too-big"}
HEAVY = {"just under every limit", "a million names", "a million merged cells", "a million lists"}

IN_A_FRESH_PROCESS = """
import json, resource, sys, time
from pathlib import Path
sys.path[:] = eval(sys.argv[1])
from tests.sample_workbook import QUESTIONNAIRE
from workbooks.reader import reading
from workbooks.sandbox import Sandbox

def own_peak():  # getrusage would tell the peak of whoever started this process
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024

verdicts, seconds, started = {}, [], set()
with Sandbox(task=reading([QUESTIONNAIRE], language="en", languages={})) as pool:
    for path in sorted(Path(sys.argv[2]).iterdir()):
        started |= {child.process.pid for child in pool._idle}
        at = time.monotonic()
        findings, problems = pool.open(path, path.name)
        seconds.append(time.monotonic() - at)
        verdicts[path.name] = [findings is not None, [each.code for each in problems]]
children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(json.dumps([verdicts, max(seconds), own_peak(), children, len(started)]))
"""


def verdict(data: bytes) -> tuple[Contents | None, list[tuple[str, Severity]]]:
    """Examine a file in this process, as a child does; a mistake of ours is no damage."""
    try:
        contents, problems = examine(data)
    except BaseException as error:
        if mistake := our_mistake(error):
            raise AssertionError(mistake) from error
        contents, problems = None, [DamagedFile()]
    return contents, [(each.code, each.severity) for each in problems]


@pytest.mark.parametrize("name", [name for name, (code, _) in REFUSED.items() if code not in ENDS_A_PROCESS])
def test_what_lies_or_declares_is_refused_with_one_problem(name: str) -> None:
    code, make = REFUSED[name]
    assert verdict(make()) == (None, [(code, Severity.BLOCKER)])


@pytest.mark.parametrize("name", [name for name in READ if name not in HEAVY])
def test_what_is_only_rare_is_read(name: str) -> None:
    codes, make = READ[name]
    contents, problems = verdict(make())
    assert contents is not None
    assert problems == [(code, Severity.WARNING) for code in codes]


def test_a_file_cut_anywhere_is_refused() -> None:
    answers = [verdict(data) for data in truncated()]
    assert {contents for contents, _ in answers} == {None}
    assert {code for _, problems in answers for code, _ in problems} == {"empty-file", "damaged-file"}
    assert {len(problems) for _, problems in answers} == {1}


@pytest.mark.slow
def test_the_whole_set_is_answered_by_whole_readers_in_little_memory(tmp_path: Path) -> None:
    """The files are made here and read there, so that the parent's memory is that of reading."""
    tables = {**hostile.REFUSED, **hostile.ODD, **REFUSED, **READ}
    names = {f"{number:03}": name for number, name in enumerate(tables)}
    for number, name in names.items():
        (tmp_path / number).write_bytes(tables[name][1]())
    root = str(Path(__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", IN_A_FRESH_PROCESS, repr([root, *sys.path]), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    verdicts, slowest, parent, child, started = json.loads(done.stdout)
    said = {names[number]: tuple(verdict) for number, verdict in verdicts.items()}
    assert {name: said[name] for name in REFUSED} == {
        name: (False, [code]) for name, (code, _) in REFUSED.items()
    }
    assert [name for name in READ if not said[name][0]] == []
    assert [name for name, (read, codes) in said.items() if not read and len(codes) != 1] == []
    assert slowest < WALL_SECONDS + 5
    assert parent < 200
    assert child * 2**20 <= MEMORY_LIMIT
    assert started > 2  # some were replaced, for what they had grown to is not kept


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (b'<c r="A1" s="1"><v>-5</v></c>', "00:00:00"),
        (b'<c r="A1" s="1"><v>99999999</v></c>', 99999999.0),
        (b'<c r="A1" s="1"><v>1e300</v></c>', 1e300),
        (b'<c r="A1" t="d"><v>2026-01-30</v></c>', "2026-01-30"),
        (b'<c r="A1" t="d"><v>9999-99-99</v></c>', "9999-99-99"),
        (b'<c r="A1" t="d"><v>soon</v></c>', "soon"),
        (b'<c r="A1"><v>1<!-- x -->2</v></c>', 12.0),
        (b'<c r="A1"><v>1<?x y?>2</v></c>', 12.0),
        (b'<c r="A1"><v><![CDATA[5]]></v></c>', 5.0),
        (b'<c r="A1"><v>&#49;2</v></c>', 12.0),
        (b'<c r="A1" t="str"><v><![CDATA[a<&]]>]</v></c>', "a<&]"),
        (b'<c r="A1" t="inlineStr"><is><t>&#79;&#x75;&#105;&amp;lt;</t></is></c>', "Oui&lt;"),
        (b'<c r="A1" t="inlineStr"><is><r><t>O</t></r><rPh><t>x</t></rPh><r><t>ui</t></r></is></c>', "Oui"),
        (b'<c r="A1"><v>' + b"1" * 300 + b"</v></c>", float("1" * 300)),
        (b"<c><v>1</v></c>", 1.0),
    ],
)  # fmt: skip
def test_values_written_in_rare_ways_are_read_as_they_are_meant(cell: bytes, value: Value) -> None:
    contents, problems = examine(hostile_sheets.cells(cell)())
    assert problems == []
    assert contents is not None
    ((read,),) = contents.sheets[0].rows
    assert (read if isinstance(read, float | str) else str(read)) == value


@pytest.mark.parametrize("code", ["#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA", "#BLOCKED!", "#FOO!"])
def test_an_error_of_newer_programs_is_an_error_of_its_cell_and_not_of_the_file(code: str) -> None:
    broken = b'<c r="B1" t="e"><f>X()</f><v>%b</v></c>' % code.encode()
    contents, problems = examine(hostile_sheets.cells(b'<c r="A1"><v>7</v></c>', broken)())
    assert problems == []
    assert contents is not None
    assert contents.errors == (("Article 1", "B1", code),)
    assert list(contents.sheets[0].cells()) == [(1, 1, 7.0)]


def test_an_error_without_a_code_takes_none_from_its_neighbour() -> None:
    contents, _ = examine(hostile_sheets.cells(b'<c r="A1" t="e"/>', b'<c r="B1"><v>7</v></c>')())
    assert contents is not None
    assert contents.errors == (("Article 1", "A1", "#ERROR!"),)
    assert list(contents.sheets[0].cells()) == [(1, 2, 7.0)]


@pytest.mark.parametrize(
    "cells",
    [
        (b'<c r="A1" t="s"><v>+1</v></c>',),
        (b'<c r="A1" t=\'s\'><v>1x</v></c>',),
        (b'<c r="A1" t="s" s="0"><v> 1 </v></c>',),
        (b'<c r="A1" t="s"><v>-0</v></c>',),
        (b'<c r="A1" t="s"><v>0.0</v></c>',),
        (b'<c r="A1"><v>1</v></c>', b'<c r="A1"><v>2</v></c>'),
    ],
)  # fmt: skip
def test_what_calamine_would_guess_at_is_damage(cells: tuple[bytes, ...]) -> None:
    with pytest.raises(ValueError, match=r"without number|twice"):
        examine(hostile_sheets.cells(*cells)())


def test_a_number_that_is_none_is_no_day_of_1899() -> None:
    contents, _ = examine(hostile_sheets.cells(b'<c r="A1" s="1"><v>NaN</v></c>')())
    assert contents is not None
    assert contents.errors == (("Article 1", "A1", "#NUM!"),)


def test_tables_of_hostile_files_name_each_once() -> None:
    both = [*hostile_archives.LYING, *hostile_archives.HARMLESS, *hostile_sheets.REFUSED, *hostile_sheets.ODD]
    assert len(both) == len(set(both))
