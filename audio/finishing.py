"""The last hand on a sound: brought to its loudness, encoded, and listened to before it is let go."""

from __future__ import annotations

from audio.loudness import HIGHEST, TARGET, at_loudness, limited, loudness
from audio.mp3 import decoded, encoded
from audio.waves import Wave, peak

CEILINGS = (-5.0, -5.6, -6.2, -6.8)
"""dBFS that are tried in turn: what the codec leaves out makes peaks, a few dB over those it was given."""
EITHER_WAY = 1.0
"""LU by which a file may miss the target."""


class Unfit(ValueError):  # noqa: N818 - the name is the sentence
    """A sound that can't be made as loud as the platform asks without a peak too near the top."""


def finished(wave: Wave) -> bytes:
    """The MP3 of a wave at -16 LUFS, no decoded sample over -3 dBFS.

    Raises:
        Unfit: when its peaks stand too high over its loudness.
    """
    level = at_loudness(wave, TARGET)
    for ceiling in CEILINGS:
        mp3 = encoded(limited(level, ceiling))
        heard = decoded(mp3)
        if peak(heard) <= HIGHEST and abs(loudness(heard) - TARGET) <= EITHER_WAY:
            return mp3
    raise Unfit(f"{peak(wave) - loudness(wave):.1f} dB from loudness to peak")
