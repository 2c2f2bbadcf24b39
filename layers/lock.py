"""One at a time: a lock between all threads and programs of this machine, which the system lifts from a killed one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(number: int) -> None:
        while True:
            try:
                msvcrt.locking(number, msvcrt.LK_LOCK, 1)
                return
            except OSError:  # after ten seconds
                continue

    def _leave(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX)

    def _leave(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_UN)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """
    Wait until nobody else holds the lock of this name, and hold it.

    Parameters
    ----------
    path
        An empty file of its own, made if it is not there, that stays.

    Raises
    ------
    OSError
        If the file cannot be made.
    """
    with path.open("ab") as file:
        _take(file.fileno())
        try:
            yield
        finally:
            _leave(file.fileno())
