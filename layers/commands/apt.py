"""Packages from Debian's registry, where this user may install them."""

import os
import shutil
import subprocess


def install(*packages: str) -> bool:
    """Install packages as root, or through a sudo that asks for no password; tell whether that went well."""
    rights = _rights()
    if rights is None or not succeeds([*rights, "apt-get", "update"]):
        return False
    return succeeds([*rights, "apt-get", "install", "-y", "--no-install-recommends", *packages])


def succeeds(command: list[str]) -> bool:
    """Run a command in the open and tell whether it went well."""
    return subprocess.run(command, check=False).returncode == 0


def _rights() -> list[str] | None:
    """Give the words to put before apt-get, or None where it is missing or not allowed."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and succeeds(["sudo", "-n", "true"]) else None
