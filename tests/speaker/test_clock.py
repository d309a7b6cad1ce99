from __future__ import annotations

from pathlib import Path

import pytest

from skill.speaker.clock import machine_zone, now


@pytest.mark.parametrize("named", ["Europe/London", ":Europe/London", " Europe/London "])
def test_the_environment_names_the_zone_first(tmp_path: Path, named: str):
    assert machine_zone({"TZ": named}, tmp_path / "none") == "Europe/London"


@pytest.mark.parametrize("named", ["", "Mars/One", "EST5EDT,M3.2.0,M11.1.0", "../../etc/passwd"])
def test_else_the_machines_own_clock_does(tmp_path: Path, named: str):
    place = tmp_path / "zoneinfo" / "posix" / "America"
    place.mkdir(parents=True)
    (place / "New_York").write_bytes(b"")
    link = tmp_path / "localtime"
    link.symlink_to(place / "New_York")
    assert machine_zone({"TZ": named}, link) == "America/New_York"


def test_else_nobody_knows(tmp_path: Path):
    assert machine_zone({}, tmp_path / "localtime") is None


def test_now_is_an_instant():
    assert now().tzinfo is not None
