"""Several sentences fetched at once, all of them soon or none."""

from __future__ import annotations

import time
from collections.abc import Sequence
from queue import Empty, Queue
from threading import Event, Thread

from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.port import Engine, Sound, Style, Unreachable

LIMIT = 2.0
"""Seconds; whoever waits for a voice thinks it broken after that."""
_AT_ONCE = 6
Sentence = tuple[FixedText, Style]


def together(engine: Engine[FixedText], sentences: Sequence[Sentence], limit: float) -> list[Sound]:
    """The sound of each.

    Raises:
        Unreachable: when one of them can't be had, or not all of them in time.
    """
    waiting: Queue[Sentence] = Queue()
    for sentence in dict.fromkeys(sentences):
        waiting.put(sentence)
    come: Queue[tuple[Sentence, Sound | None]] = Queue()
    over = Event()
    for _ in range(min(_AT_ONCE, waiting.qsize())):
        Thread(target=_fetch, args=(engine, waiting, come, over), daemon=True).start()
    try:
        found = _collected(come, len(dict.fromkeys(sentences)), time.monotonic() + limit)
    finally:
        over.set()
    return [found[sentence] for sentence in sentences]


def _fetch(
    engine: Engine[FixedText],
    waiting: Queue[Sentence],
    come: Queue[tuple[Sentence, Sound | None]],
    over: Event,
) -> None:
    while not over.is_set():
        try:
            words, style = waiting.get_nowait()
        except Empty:
            return
        try:
            come.put(((words, style), b"".join(engine.speak(words, style))))
        except Unreachable:
            come.put(((words, style), None))
            return


def _collected(come: Queue[tuple[Sentence, Sound | None]], count: int, until: float) -> dict[Sentence, Sound]:
    found: dict[Sentence, Sound] = {}
    while len(found) < count:
        try:
            sentence, sound = come.get(timeout=max(0.001, until - time.monotonic()))
        except Empty:
            raise Unreachable from None
        if sound is None:
            raise Unreachable
        found[sentence] = sound
    return found
