"""
Deny every connection that leaves this machine, and write down who asked for it.

Python imports a module of this name by itself when the folder is on PYTHONPATH: that is how the server under
test is denied without a line in the product. The tests' own process imports it in `tests/conftest.py`.
"""

import ipaddress
import os
import socket
import sys
from typing import Any

LOG = "NEXO_TEST_DENIALS"
OWN_NAMES = ("", "localhost")

EVENTS = {  # audit events of the socket module, and where the address stands among their arguments
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}


def is_here(address: object) -> bool:
    """Tell whether an address is on this machine: loopback or none at all."""
    host = address[0] if isinstance(address, tuple) and address else address
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if not isinstance(host, str):
        return host is None
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return host.lower() in OWN_NAMES
    # as a target, the unspecified address is this machine too
    return number.is_loopback or number.is_unspecified


def deny(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: stop a connection to the outside before it is made."""
    if event not in EVENTS:
        return
    family = getattr(arguments[0], "family", None)  # names are looked up without a socket
    if family is not None and family == getattr(socket, "AF_UNIX", None):
        return
    address = arguments[EVENTS[event]]
    if is_here(address):
        return
    if log := os.environ.get(LOG):
        with open(log, "a", encoding="utf-8") as lines:
            lines.write(f"{event} {address}\n")
    raise PermissionError(f"tests run without network: {event} to {address} denied")


sys.addaudithook(deny)
