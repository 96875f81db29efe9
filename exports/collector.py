"""The memory collector kept still while very many values are made at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def still() -> Iterator[None]:
    """Keep the collector of cycles from running.

    Making a submission of 100,000 answers makes no cycles, but the collector would look through all of them
    again and again: twice the time, and more than in proportion.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
