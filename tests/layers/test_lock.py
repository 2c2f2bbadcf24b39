"""A lock lets one in at a time, and lets the next in whatever happened to the one before."""

import subprocess
import sys
import threading
import time

import pytest

from layers.lock import alone
from tests.app_server import ROOT


def test_nobody_is_in_while_another_is(tmp_path):
    inside, most = [], []

    def work():
        for _ in range(20):
            with alone(tmp_path / "lock"):
                inside.append(1)
                time.sleep(0.001)  # long enough for another to come in, if it could
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=work) for _ in range(5)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert most == [1] * 100


def test_a_fault_inside_lets_the_next_in(tmp_path):
    with pytest.raises(ValueError, match="broken"), alone(tmp_path / "lock"):
        raise ValueError("broken")
    with alone(tmp_path / "lock"):
        assert (tmp_path / "lock").read_bytes() == b""


def test_a_killed_program_lets_the_next_in(tmp_path):
    program = (
        "import os, sys; from pathlib import Path; from layers.lock import alone\n"
        "with alone(Path(sys.argv[1])): os._exit(9)"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(tmp_path / "lock")], cwd=ROOT, check=False)
    assert ended.returncode == 9
    with alone(tmp_path / "lock"):
        assert list(tmp_path.iterdir()) == [tmp_path / "lock"]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileNotFoundError), alone(tmp_path / "nowhere" / "lock"):
        pass
