"""
Where baskets are kept: a small file each in the user's cache folder, named by a secret of the reader's browser.

Why a file and not the address: a link is passed on, and must not hand over the sender's basket with it. Why not the
browser alone: its store is out of the server's reach when a page is first drawn, and the deck is made here. So the
browser keeps nothing but a random token (a cookie of our own, see `pages.shared.basket`), and the file's name is a
hash of it: who can list the folder cannot take a basket over.

A change reads what stands there now, makes the new basket of it and writes it whole, one window at a time; it says what
to do with a slide ("move this one up"), not what the deck is, so that no window undoes what another did.
"""

import json
import os
import re
import secrets
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from layers.basket import Basket, as_plain, from_plain
from layers.build import KEPT_DAYS, cache_root
from layers.lock import alone
from layers.written import write_whole

FOLDER = "decks"
TOKEN = re.compile(r"[0-9a-f]{32}")
LARGEST = 1_000_000
LOCK = ".lock"


class BasketError(Exception):
    """A basket's file cannot be read or written; says which, what was wrong, what to do."""


def new_token() -> str:
    """Give a token that nobody guesses."""
    return secrets.token_hex(16)


def is_token(text: object) -> bool:
    """Tell whether a text has the form of a token."""
    return isinstance(text, str) and TOKEN.fullmatch(text) is not None


def read_basket(token: str) -> Basket:
    """
    Give the basket of a token; an empty one if nothing was put aside yet.

    Raises
    ------
    BasketError
        If its file is damaged.
    """
    path = _path(token)
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError(f"it has {path.stat().st_size:,} bytes, expected at most {LARGEST:,}")
        basket = from_plain(json.loads(path.read_text(encoding="utf-8")))
        # a basket that is looked at is not old, and nor is the folder (layers.build forgets old ones whole)
        os.utime(path)
        os.utime(path.parent)
    except FileNotFoundError:
        return Basket()
    except (OSError, ValueError, RecursionError) as error:  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        raise BasketError(
            f"{path} cannot be read:\n{error}\nThe file is kept. Correct it, or set it aside and begin a new deck."
        ) from error
    return basket


def change_basket(token: str, change: Callable[[Basket], Basket]) -> Basket:
    """
    Change the basket of a token: what stands there now, whichever window wrote it.

    Parameters
    ----------
    change
        Makes the new basket from the one that stands there. What it raises is passed on, and nothing is written.

    Raises
    ------
    ValueError
        If the basket would be too large.
    BasketError
        If the file is damaged (it stays as it is) or the folder cannot be written.
    """
    path = _path(token)
    try:
        with alone(path.parent / LOCK):
            old = read_basket(token)
            new = change(old)
            if new == old:
                return old
            new = new.told(version=old.version + 1)
            data = json.dumps(as_plain(new), ensure_ascii=False, indent=1).encode()
            if len(data) > LARGEST:
                raise ValueError(
                    f"the deck would have {len(data):,} bytes, expected at most {LARGEST:,}"
                )
            write_whole(path, data)
            _forget_old(path.parent)
            return new
    except OSError as error:
        raise BasketError(
            f"the deck was not saved in {path.parent} ({error.strerror}); free some room there or make it writable"
        ) from error


def set_aside(token: str) -> Path | None:
    """Rename the file of a damaged basket, so that a new one can begin; gives its new path, None if there is none."""
    path = _path(token)
    kept = path.with_suffix(f".damaged-{secrets.token_hex(2)}")
    try:
        path.rename(kept)
    except FileNotFoundError:
        return None
    return kept


def _path(token: str) -> Path:
    if not is_token(token):
        raise ValueError(f"token is {str(token)[:40]!r}, expected 32 hexadecimal digits")
    folder = cache_root() / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{sha256(token.encode()).hexdigest()[:32]}.json"


def _forget_old(folder: Path) -> None:
    """Delete what nobody has looked at for as long as old builds are kept."""
    limit = time.time() - KEPT_DAYS * 86_400
    for path in folder.iterdir():
        try:
            if path.is_file() and path.name != LOCK and path.stat().st_mtime < limit:
                path.unlink()
        except FileNotFoundError:
            continue
