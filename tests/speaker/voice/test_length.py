from __future__ import annotations

import pytest

from skill.speaker.voice.length import lasting, quiet


@pytest.mark.parametrize(
    ("seconds", "samples"), [(0, 0), (0.001, 24), (0.333, 7992), (10, 240_000), (-0.1, 0)]
)
def test_quiet_is_exact_and_never_less_than_none(seconds: float, samples: int):
    assert quiet(seconds) == bytes(2 * samples)


def test_sounds_last_as_long_as_all_of_them():
    assert lasting([quiet(0.25), b"", quiet(1)]) == pytest.approx(1.25)
