"""Files appear whole or not at all, and what a kill leaves half-written does not stay."""

import threading
from pathlib import Path

import pytest

from consultation.folder import write_whole


def test_what_a_kill_left_half_written_is_gone_after_the_next_writing(tmp_path: Path) -> None:
    (tmp_path / ".letter.eml.part").write_bytes(b"half of something longer than the whole")
    write_whole(tmp_path / "letter.eml", b"whole")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"letter.eml": b"whole"}


def test_many_who_write_one_file_at_once_leave_one_of_their_texts(tmp_path: Path) -> None:
    texts = [bytes([65 + number]) * (100_000 - number) for number in range(12)]
    writers = [threading.Thread(target=write_whole, args=(tmp_path / "one", text)) for text in texts]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
    assert (tmp_path / "one").read_bytes() in texts


def test_a_writing_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"before")
    with pytest.raises(TypeError):
        write_whole(tmp_path / "there", "not bytes")  # type: ignore[arg-type]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"there": b"before"}
