"""The real app as a process of its own, on a free port, with everything outside this machine denied."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS, STOP_SECONDS = 120, 10
START = "import sys; from layers.cli import main; sys.exit(main(sys.argv[1:]))"


class AppServer:
    """
    One running app.

    Attributes
    ----------
    url
        Address of the start page, base path included, without a slash at the end.
    process
        The server's process: `process.pid` is what a benchmark measures.
    """

    def __init__(self, folder: Path, base_path: str = "", environment: dict[str, str] | None = None) -> None:
        """Declare an app that keeps its log and record of denied requests in `folder`; it shares the tests' cache."""
        port = free_port()
        base = base_path.strip("/")
        self.url = f"http://localhost:{port}" + (f"/{base}" if base else "")
        self.process: subprocess.Popen | None = None
        self._denials, self._log = folder / "denied.txt", folder / "server.log"
        self._command = [sys.executable, "-c", START, "run", "--no-browser", "--port", str(port)]
        self._environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT / "tests" / "denial"), str(ROOT)]),
            "NEXO_TEST_DENIALS": str(self._denials),
            "STREAMLIT_SERVER_BASE_URL_PATH": base,
            # a test that fails on an error page should show the error
            "STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full",
            **(environment or {}),
        }

    def start(self) -> "AppServer":
        """
        Start the app and wait until it answers.

        Raises
        ------
        RuntimeError
            If it ends or does not answer in time; the message holds its log.
        """
        with self._log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(self._command, cwd=ROOT, env=self._environment, stdout=log,
                                            stderr=subprocess.STDOUT)
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            if self._answers():
                return self
            time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"the app did not start (exit code {self.process.returncode}):\n{self.log()}")

    def stop(self) -> None:
        """End the app."""
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def log(self) -> str:
        """Return what the app has printed."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def denied(self) -> list[str]:
        """Return the connections to the outside that the app has tried."""
        return self._denials.read_text(encoding="utf-8").splitlines() if self._denials.exists() else []

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False


def free_port() -> int:
    """Ask the system for a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
