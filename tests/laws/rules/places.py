"""Where tracks stand by what players told: kept until four, gone afterwards, and gone with a forgetting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from msgspec import Struct

from skill.domain.track import Tracks
from skill.domain.turn import Kind
from skill.domain.voice import mark
from tests.laws.evenings.evening import DEVICES
from tests.laws.house.life import Life
from tests.laws.house.player import SOUNDS
from tests.laws.house.taken import LIBRARY, Taken
from tests.laws.rules.begun import AN_HOUR, Begun
from tests.laws.rules.players import ASK_FOR_A_TRACK, played

LONGEST = 60 * 60 * 1000
"""Milliseconds; no track is as long, and what says so is not believed."""


class Stopped(Struct, frozen=True):
    """Where a track that was begun today stopped."""

    device: str
    exercise: str
    offset: int
    at: datetime


@dataclass
class Places:
    """All places that a track may be taken up from now, by what was told."""

    day: date = date.min
    begun: dict[str, Begun] = field(default_factory=dict)
    """By device, since somebody last forgot everything."""
    today: dict[str, set[int]] = field(default_factory=dict)
    """By exercise: every offset that a player was told or told today."""
    stopped: Stopped | None = None
    """The track that stopped last, while nothing has come in between."""
    nothing: bool = True
    """Whether no track was begun since everything was forgotten."""
    forgotten: int = 0
    """How often a household was forgotten that had a track."""
    told: int = 0
    """How much players told."""
    played: int = 0
    taken_up: int = 0
    exactly: int = 0
    """How often a track went on from where it had just stopped."""

    def hear(self, life: Life, taken: Taken) -> None:
        """Holds one turn against what was told until then, and takes in what it tells."""
        self._settle(life.day)
        self.told += taken.turn.kind is Kind.PLAYBACK
        self._is_told(taken)
        self._comes_from_a_place(taken)
        self._is_where_it_stopped(taken)
        self._begins(taken)
        self._is_forgotten(life, taken)
        self._stops(taken)

    def _settle(self, day: date) -> None:
        """At four every place of the day before is gone."""
        if day != self.day:
            self.day, self.today, self.stopped = day, {}, None

    def _is_told(self, taken: Taken) -> None:
        """What a device says of the track that was begun on it: by itself, or in passing."""
        begun = self.begun.get(taken.device)
        offset = begun.tells(taken, self.day) if begun else None
        if begun and offset is not None:
            self._stands(begun, offset, taken)

    def _stands(self, begun: Begun, offset: int, taken: Taken) -> None:
        begun.day, begun.at = self.day, taken.turn.at
        self.today.setdefault(begun.exercise, set()).add(max(offset, 0))

    def _comes_from_a_place(self, taken: Taken) -> None:
        """A track begins at its beginning, at the step of its words, or where it stood today."""
        order = played(taken)
        if order is None or order[1] == 0:
            return
        exercise, offset = order
        if taken.turn.intent == "AsTrackIntent":
            assert offset in _steps(exercise), "a track takes up words where no step begins"
            return
        known = self.today.get(exercise, set()) | self._unheard_of(taken)
        assert offset in known, f"a track is taken up from {offset}, where it did not stand today"
        self.taken_up += 1

    def _unheard_of(self, taken: Taken) -> set[int]:
        """Where a track of ours plays that nobody begun here knows of: it can be heard, after all."""
        state = taken.envelope["context"].get("AudioPlayer", {})
        return {max(state["offsetInMilliseconds"], 0)} if state.get("playerActivity") == SOUNDS else set()

    def _is_where_it_stopped(self, taken: Taken) -> None:
        """Whoever goes on where a track just stopped hears it from there, to the millisecond."""
        stopped = self.stopped
        if stopped and taken.device == stopped.device and self._goes_on(stopped, taken):
            want = (stopped.exercise, stopped.offset)
            assert played(taken) == want, f"a track stood at {want}, and what plays is {played(taken)}"
            self.exactly += 1

    def _goes_on(self, stopped: Stopped, taken: Taken) -> bool:
        """Whether somebody only wants to go on, where nothing keeps tracks from being played."""
        before = taken.before
        words, failed = before.exercises.kept(self.day), before.tracks.failed_at
        resting = failed is not None and failed + AN_HOUR > taken.turn.at
        elsewhere = words is not None and words.given_at > stopped.at
        free = taken.turn.progress.state is None and not taken.turn.progress.grieving
        wanted = taken.turn.intent == "AMAZON.ResumeIntent" and not taken.turn.slots
        return wanted and free and not (resting or elsewhere or before.is_quiet(taken.turn.at))

    def _begins(self, taken: Taken) -> None:
        order = played(taken)
        if order is None:
            return
        self.played += 1
        if taken.turn.kind is Kind.BUTTON and taken.before.forgotten:
            return  # a button begins no household: it plays, and no place is kept
        self.nothing = False
        for device, begun in self.begun.items():
            if begun.exercise == order[0] and device != taken.device:
                begun.played = date.min
        self.begun[taken.device] = Begun(order[0], taken.turn.at, self.day, self.day)
        self._stands(self.begun[taken.device], order[1], taken)

    def _stops(self, taken: Taken) -> None:
        """Remembers exactly where a track stopped, until anything else happens to tracks or exercises."""
        begun = self.begun.get(taken.device)
        request = taken.envelope["request"]
        if taken.kind == "AudioPlayer.PlaybackStopped" and begun and request["token"] == begun.token:
            offset = request["offsetInMilliseconds"]
            counts = begun.played == self.day and 0 <= offset <= LONGEST
            stopped = Stopped(taken.device, begun.exercise, offset, taken.turn.at)
            self.stopped = stopped if counts else None
        elif taken.turn.kind is Kind.PLAYBACK or played(taken) or _steers(taken):
            self.stopped = None
        if taken.turn.intent in ASK_FOR_A_TRACK and not played(taken):
            for each in self.begun.values():
                each.played = date.min

    def _is_forgotten(self, life: Life, taken: Taken) -> None:
        """After a forgetting nothing of a player is left, and nothing that it tells brings anything back."""
        if taken.forgets:
            self.forgotten += not self.nothing
            self.begun, self.today, self.stopped, self.nothing = {}, {}, None, True
        if self.nothing:
            assert taken.after.tracks == Tracks(), f"rule 12: {taken.kind} keeps something of a track"
        if self.nothing and (taken.forgets or taken.turn.kind is Kind.PLAYBACK):
            stored = life.stored()
            assert not any(_marked(device) in stored for device in DEVICES), "rule 12: a device is known"


def _steers(taken: Taken) -> bool:
    """Whether what was said had to do with a track, or with an exercise in words."""
    meant = taken.turn.intent in ASK_FOR_A_TRACK | {"AnswerIntent"}
    return meant or taken.before.exercises != taken.after.exercises


def _marked(device: str) -> bytes:
    return (mark(device) or device).encode()


def _steps(exercise: str) -> set[int]:
    """Where the steps of a track begin."""
    found = next(each for each in LIBRARY.exercises if each.id == exercise)
    return {found.begins(step) for step in range(found.end)}
