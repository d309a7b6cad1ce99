"""What a device's player tells and what its buttons ask: answered without a word, always."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from msgspec.structs import replace

from skill.conversations.exercise.playing import device_of, keep_tracks
from skill.conversations.exercise.steering import go_on, over, walk
from skill.domain.desk import Desk
from skill.domain.history import Entry
from skill.domain.reply import Reply, hand_over, nothing
from skill.domain.track import Hush, Now, Stand
from skill.domain.turn import Turn

OVER_FOUR = timedelta(hours=1)
"""So long after it was last heard of, a track begun before four in the morning may still be sounding."""


def told(turn: Turn, desk: Desk) -> Reply:
    """Keeps what the player tells of a track that was begun here; it never begins a place itself."""
    stand = desk.household.tracks.on(device_of(turn), turn.player.exercise) if turn.player else None
    note = TOLD.get(turn.outcome)
    if stand is not None and note is not None:
        note(turn, stand, desk)
    return nothing()


def pressed(turn: Turn, desk: Desk) -> Reply:
    """What a button asks for, when it can be had."""
    pressing = PRESSED.get(turn.intent)
    return (pressing(turn, desk) if pressing else None) or nothing()


def _sounds(turn: Turn, stand: Stand, desk: Desk) -> None:
    if not _gone(stand, desk):
        _move(turn, stand, desk, Now.SOUNDS)


def _stopped(turn: Turn, stand: Stand, desk: Desk) -> None:
    if not _gone(stand, desk):
        _move(turn, stand, desk, Now.STOPPED)


def _gone(stand: Stand, desk: Desk) -> bool:
    """Whether its place went at four in the morning: what is told late does not bring it back."""
    sounds = stand.now is Now.SOUNDS and desk.at < stand.at + OVER_FOUR
    return stand.day != desk.today and not sounds


def _failed(_turn: Turn, stand: Stand, desk: Desk) -> None:
    """Its place stays where it was known to be: a player that has nothing to play tells a beginning."""
    stopped = replace(stand, now=Now.STOPPED)
    keep_tracks(desk, desk.household.tracks.moved(stopped).failing(desk.at))


def _over(turn: Turn, stand: Stand, desk: Desk) -> None:
    """Counts as done, once: a device may tell it again."""
    if stand.now is Now.OVER or desk.at < stand.at:
        return
    desk.home.record(Entry(stand.day, desk.at, "exercise", stand.exercise))
    _move(turn, stand, desk, Now.OVER)


def _move(turn: Turn, stand: Stand, desk: Desk, now: Now) -> None:
    offset = turn.player.offset if turn.player else stand.offset
    day = stand.day if _gone(stand, desk) else desk.today
    moved = replace(stand, offset=offset, at=desk.at, day=day, now=now)
    keep_tracks(desk, desk.household.tracks.moved(moved))


def _play(turn: Turn, desk: Desk) -> Reply | None:
    return go_on(turn, desk) or over(turn, desk)


def _pause(_turn: Turn, _desk: Desk) -> Reply:
    return hand_over(Hush())


TOLD: Mapping[str, Callable[[Turn, Stand, Desk], None]] = {
    "STARTED": _sounds,
    "STOPPED": _stopped,
    "FINISHED": _over,
    "FAILED": _failed,
}
"""That one is nearly over says nothing: some devices tell it at the start."""
PRESSED: Mapping[str, Callable[[Turn, Desk], Reply | None]] = {
    "AMAZON.NextIntent": walk,
    "AMAZON.PauseIntent": _pause,
    "AMAZON.PreviousIntent": walk,
    "AMAZON.ResumeIntent": _play,
}
