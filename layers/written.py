"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """
    Write a file under a temporary name beside it and rename it: nobody meets half of it, an old one stays till then.

    Raises
    ------
    OSError
        If the folder is missing or cannot be written.
    """
    path = path.expanduser()
    if path.is_dir():
        raise IsADirectoryError(21, "Is a directory", str(path))
    number, half = tempfile.mkstemp(prefix=".half-", suffix=path.suffix, dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(half, 0o666 & ~mask)  # a temporary file is its owner's alone
        os.replace(half, path)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise
