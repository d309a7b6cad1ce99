"""An MP3 taken apart frame by frame: whatever is no frame is a fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

BITRATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""Kilobits a second of MPEG-2 layer III."""
RATES = (22_050, 24_000, 16_000)
HEAD, SIDE = 4, 9
"""Bytes of a header, and of one channel's side information."""


class NoFrame(ValueError):  # noqa: N818 - the name is the sentence
    """These bytes are no frame of MPEG-2 layer III with one channel."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: 576 samples."""

    kilobits: int
    rate: int
    size: int
    reaches_back: int
    """Bytes of earlier frames in which its sound begins."""
    sound: int
    """Bytes of sound it has, wherever they lie."""
    tagged: bool
    """Whether it holds the words of an encoder's own notes instead of sound."""


def frames(mp3: bytes) -> list[Frame]:
    """All frames; nothing stands before, between or after them.

    Raises:
        NoFrame: at the first byte that is no frame's.
    """
    return list(_walk(mp3))


def _walk(mp3: bytes) -> Iterator[Frame]:
    at = 0
    while at < len(mp3):
        frame = _frame(mp3, at)
        yield frame
        at += frame.size


def _frame(mp3: bytes, at: int) -> Frame:
    head = int.from_bytes(mp3[at : at + HEAD])
    mpeg_2, layer_iii, unprotected, mono = (
        head >> 19 & 3 == 2,
        head >> 17 & 3 == 1,
        head >> 16 & 1,
        head >> 6 & 3 == 3,
    )
    bitrate, rate = head >> 12 & 15, head >> 10 & 3
    known = 0 < bitrate < len(BITRATES) and rate < len(RATES)
    if head >> 21 != 0x7FF or not (mpeg_2 and layer_iii and unprotected and mono and known):
        raise NoFrame(f"byte {at}: {head:08x}")
    size = 72_000 * BITRATES[bitrate] // RATES[rate] + (head >> 9 & 1)
    if at + size > len(mp3):
        raise NoFrame(f"byte {at}: cut short")
    side = int.from_bytes(mp3[at + HEAD : at + HEAD + SIDE])
    sound = -(-(side >> 8 * SIDE - 21 & 0xFFF) // 8)
    words = mp3[at : at + size]
    tagged = any(word in words for word in (b"Xing", b"Info", b"VBRI"))
    return Frame(BITRATES[bitrate], RATES[rate], size, side >> 8 * SIDE - 8, sound, tagged)


def whole(found: list[Frame]) -> bool:
    """Whether each frame's sound is there: begun no further back than there are bytes, ended in its own."""
    before = 0
    for frame in found:
        own = frame.size - HEAD - SIDE
        if frame.reaches_back > before or frame.sound > frame.reaches_back + own:
            return False
        before = before + own
    return True
