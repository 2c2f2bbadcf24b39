"""The tests' own process, and every server they start, is denied the network."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.denial.sitecustomize import is_here

HERE = Path(__file__).parent


def test_this_process_reaches_itself_only():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        socket.create_connection(listening.getsockname()).close()
    with socket.socket() as leaving, pytest.raises(PermissionError, match=r"socket.connect to \('192.0.2.1'"):
        leaving.connect(("192.0.2.1", 80))
    with pytest.raises(PermissionError, match="socket.getaddrinfo to example.org"):
        socket.create_connection(("example.org", 80), timeout=1)


@pytest.mark.parametrize(("address", "here"), [
    (("127.0.0.1", 80), True),
    (("::1", 80, 0, 0), True),
    (("0.0.0.0", 80), True),
    ("localhost", True),
    (b"localhost", True),
    (None, True),
    (("128.0.0.1", 80), False),
    ("localhost.example.org", False),
    ("127.example.org", False),
])
def test_only_loopback_is_here(address, here):
    assert is_here(address) is here


def test_datagrams_are_denied_too():
    with socket.socket(type=socket.SOCK_DGRAM) as leaving, pytest.raises(PermissionError, match="sendto"):
        leaving.sendto(b"telemetry", ("192.0.2.1", 53))


def test_a_process_started_with_the_folder_is_denied_and_leaves_a_record(tmp_path):
    log = tmp_path / "denied.txt"
    program = "import urllib.request; urllib.request.urlopen('http://example.org')"
    surroundings = {**os.environ, "PYTHONPATH": str(HERE), "NEXO_TEST_DENIALS": str(log), "no_proxy": "*"}
    ended = subprocess.run([sys.executable, "-c", program], env=surroundings, capture_output=True, text=True,
                           check=False)
    assert ended.returncode != 0
    assert "tests run without network" in ended.stderr
    assert log.read_text(encoding="utf-8") == "socket.getaddrinfo example.org\n"
