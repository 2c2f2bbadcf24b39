"""A file is written whole or not at all."""

import os

import pytest

from layers import written
from layers.written import write_whole


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "a.pptx"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pptx"]
    assert path.stat().st_mode & 0o777 == 0o666 & ~_mask()


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_what_fails_on_the_way_leaves_the_old_file_and_no_half_one(tmp_path, monkeypatch):
    path = tmp_path / "a.pptx"
    path.write_bytes(b"old")

    def full(*names: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(written.os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pptx"]


def test_a_missing_folder_and_a_folder_in_place_of_a_file_are_refused(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "a.pptx", b"")
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path, b"")
    assert list(tmp_path.iterdir()) == []
