"""Mutations of good files of every format that we read; and how they fare under the laws of reading."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.fuzzing_damage import Mutator, in_bytes, in_xml, in_zip
from tests.fuzzing_laws import Mutant, Tally, offences
from tests.fuzzing_originals import originals
from tests.fuzzing_pool import Outcome, sandbox
from tests.fuzzing_text import in_mime, in_table
from workbooks.containers import Unpacked

MUTATORS: Final[dict[str, Mutator]] = {
    "bytes": in_bytes,
    "zip": in_zip,
    "xml": in_xml,
    "table": in_table,
    "mime": in_mime,
}
FAMILIES: Final = {
    "xlsx": ("bytes", "zip", "xml"),
    "ods": ("bytes", "zip", "xml"),
    "docx": ("bytes", "zip", "xml"),
    "odt": ("bytes", "zip", "xml"),
    "fods": ("bytes", "xml"),
    "csv": ("bytes", "table"),
    "tsv": ("bytes", "table"),
    "eml": ("bytes", "mime"),
    "mbox": ("bytes", "mime"),
    "zip": ("bytes", "zip"),
}
"""What may happen to a file of each kind."""


def mutants(numbers: Sequence[int], seed: int = 0) -> Iterator[Mutant]:
    """Make mutants, each from its number and the seed alone; of every original and family as many."""
    pairs = [(original, family) for original in originals() for family in FAMILIES[original.kind]]
    for number in numbers:
        dice = random.Random(f"{seed}:{number}")
        original, family = pairs[number % len(pairs)]
        others = [each.data for each in originals() if each is not original]
        data = MUTATORS[family](original.data, dice, others)
        yield Mutant(f"{seed}-{number}-{family}-{original.name}", family, original, data)


def within(mutant: Mutant, outcome: Outcome | None) -> Iterator[Mutant]:
    """Yield the files that came out of a damaged one and lay in no good one: each is read in its turn."""
    if outcome is None or not isinstance(outcome.findings, Unpacked):
        return
    good = mutant.original.parts if mutant.original else {}
    held = {part.data for part in outcome.findings.parts}
    lost = [part for part in good.values() if part.data not in held]
    for number, part in enumerate(outcome.findings.parts):
        if all(part.data != each.data for each in good.values()):
            original = good.get(part.name) or (lost[0] if len(lost) == 1 else None)
            yield Mutant(f"{mutant.name}-{number}", mutant.family, original, part.data)


def run(
    numbers: Sequence[int], seed: int = 0, shown: Callable[[int], None] = lambda _: None
) -> tuple[Tally, list[tuple[Mutant, str]]]:
    """Try mutants, then what lies in them; return how they fared and the offenders with what is wrong."""
    tally, offenders = Tally(), []
    batch: Iterator[Mutant] = mutants(numbers, seed)
    with sandbox() as pool:
        while True:
            waiting: dict[str, Mutant] = {}
            inner: list[Mutant] = []
            for name, outcome, problems in pool.open_all(_files(batch, waiting)):
                mutant = waiting.pop(name)
                offenders += [(mutant, wrong) for wrong in offences(mutant, outcome, problems, tally)]
                inner += within(mutant, outcome)
                shown(tally.answered)
            assert not waiting
            if not inner:
                return tally, offenders
            batch = iter(inner)


def _files(batch: Iterator[Mutant], waiting: dict[str, Mutant]) -> Iterator[tuple[str, bytes]]:
    for mutant in batch:
        waiting[mutant.name] = mutant
        yield mutant.name, mutant.data


def save(offenders: Sequence[tuple[Mutant, str]], folder: Path) -> None:
    """Keep offenders, each beside what is wrong with it."""
    for mutant, wrong in offenders:
        (folder / mutant.name).write_bytes(mutant.data)
        with (folder / f"{mutant.name}.txt").open("a", encoding="utf-8") as reasons:
            reasons.write(f"{wrong}\n")
