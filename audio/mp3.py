"""The MP3 that the platform plays: MPEG-2 layer III, 48 kbps constant, 24 kHz, one channel, no tags."""

from __future__ import annotations

import lameenc
import miniaudio

from audio.waves import RATE, Wave, from_pcm, to_pcm

KILOBITS = 48
CARE = 3
"""How hard the encoder tries, 0 to 9: 2 takes nearly twice as long and measures the same here."""
OWN_GAIN = 0.95
"""What the encoder turns everything down by; here it is turned up again."""


def encoded(wave: Wave) -> bytes:
    """The MP3 of a wave: frames of 144 bytes (24 ms), and nothing else."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_bit_rate(KILOBITS)
    encoder.set_quality(CARE)
    return bytes(encoder.encode(to_pcm(wave / OWN_GAIN)) + encoder.flush())


def decoded(mp3: bytes) -> Wave:
    """What is heard of an MP3; the codec's own delay (46 ms) stands before it."""
    heard = miniaudio.decode(mp3, nchannels=1, sample_rate=RATE)
    return from_pcm(heard.samples.tobytes())
