"""Debian's packages are installed only by those who may, without a question asked."""

import shutil

import pytest

from layers.commands import apt

UPDATE = ["apt-get", "update"]
INSTALL = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]


@pytest.fixture
def machine(monkeypatch):
    """Be a machine on which commands are written down; those in `failing` fail."""
    ran: list[list[str]] = []
    failing: list[list[str]] = []
    programs = {"apt-get", "sudo"}

    def be(user: int) -> tuple[list[list[str]], list[list[str]], set[str]]:
        monkeypatch.setattr(apt.os, "geteuid", lambda: user, raising=False)
        monkeypatch.setattr(shutil, "which", lambda name: name if name in programs else None)
        monkeypatch.setattr(apt, "succeeds", lambda command: ran.append(command) or command not in failing)
        return ran, failing, programs
    return be


def test_root_installs_directly(machine):
    ran, _, _ = machine(user=0)
    assert apt.install("chromium")
    assert ran == [UPDATE, INSTALL]


def test_others_install_through_sudo(machine):
    ran, _, _ = machine(user=1000)
    assert apt.install("chromium")
    assert ran == [["sudo", "-n", "true"], ["sudo", "-n", *UPDATE], ["sudo", "-n", *INSTALL]]


def test_a_sudo_that_asks_for_a_password_is_left_alone(machine):
    ran, failing, _ = machine(user=1000)
    failing.append(["sudo", "-n", "true"])
    assert not apt.install("chromium")
    assert ran == failing


@pytest.mark.parametrize(("user", "missing"), [(0, "apt-get"), (1000, "sudo")])
def test_without_the_program_nothing_runs(machine, user, missing):
    ran, _, programs = machine(user)
    programs.remove(missing)
    assert not apt.install("chromium")
    assert ran == []


@pytest.mark.parametrize("failed", [UPDATE, INSTALL], ids=["update", "install"])
def test_a_failure_is_told(machine, failed):
    _, failing, _ = machine(user=0)
    failing.append(failed)
    assert not apt.install("chromium")
