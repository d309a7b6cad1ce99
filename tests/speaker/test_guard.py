from __future__ import annotations

import socket

import pytest

from skill.speaker.guard import Guard


@pytest.mark.parametrize("host", ["127.0.0.1:8484", "localhost:8484", "LOCALHOST:8484", "[::1]:8484"])
def test_this_machines_own_names_are_ours(host: str):
    assert Guard("127.0.0.1", 8484).lets_in({"Host": host})


@pytest.mark.parametrize(
    "host",
    ["", "evil.example:8484", "192.168.1.20:8484", "127.0.0.1", "127.0.0.1:8484@evil.example", "[::1]"],
)
def test_every_other_name_is_not(host: str):
    assert not Guard("127.0.0.1", 8484).lets_in({"Host": host})


def test_on_the_home_network_a_number_and_the_machines_name_are_ours_and_borrowed_names_are_not():
    guard = Guard("0.0.0.0", 8484)
    assert guard.lets_in({"Host": "192.168.1.20:8484", "Origin": "http://192.168.1.20:8484"})
    assert guard.lets_in({"Host": f"{socket.gethostname()}.local:8484"})
    assert not guard.lets_in({"Host": "evil.example:8484"})
    assert not guard.lets_in({"Host": "192.168.1.20:8484", "Origin": "http://192.168.1.21:8484"})


def test_on_port_80_the_port_goes_without_saying():
    assert Guard("127.0.0.1", 80).lets_in({"Host": "localhost", "Origin": "http://localhost"})
