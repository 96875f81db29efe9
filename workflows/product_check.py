"""Check the templates of a process's documents against the facts there are, before anybody waits for them."""

from collections.abc import Iterator

from exports.templating import check_product
from problems import Problem
from workflows.facts_known import KNOWN
from workflows.process import Process


def check_products(process: Process) -> Iterator[Problem]:
    """Yield what is wrong with the templates of the documents that a process makes."""
    made = [each for each in process.written.actions if each.product]
    for product in dict.fromkeys(each.product for each in made):
        for_one = any(each.to is not None for each in made if each.product == product)
        known = KNOWN if for_one else {name: KNOWN[name] for name in KNOWN if name != "body"}
        for root in process.roots:
            for path in sorted(root.glob(f"products/*/{product}.j2")):
                yield from check_product(path, path.relative_to(root).as_posix(), known)
