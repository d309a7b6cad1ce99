"""Plays a conversation written in plain text, end to end, with a stopped clock.

Directives, one a line:
    at 2026-11-23 19:30         the wall clock where the household lives
    zone Europe/London          where that is; `zone unknown` when the device can't say
    locale en-GB
    later 45 s | 2 min | 3 h | 6 days
    voice first | second | nobody
    device kitchen              another device of the same household
    permission granted | none   for reminders
    refuse too_many | nothing   what the reminders service answers (skill.domain.reminder.Refusal)
    store none | kept           a store that keeps nothing
    restart                     the process starts again, on what was kept
    ended                       the platform ends the session: the device lost its connection
    disabled                    the skill is disabled for good
    closeness hug               both have decided, and the ladder stands here
    rings                       shows which reminders are set
    tracks on | off             sounds can be fetched, and every device has a player
    player on | off             whether the devices have one, where sounds can be fetched
    button next | previous | play | pause    of the player
    touch                       the device's own pause button, which only the device hears of
    nearly | finished | failed  what the player tells of its track
    > words                     somebody speaks; nothing after it is silence
Everything after a turn is what is answered, then `(listening; <reprompt>)` or `(quiet)`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from skill.bootstrap import Skill, build
from skill.domain.closeness.closeness import Closeness
from skill.domain.ladder import Rung
from skill.domain.partner import Partner
from skill.domain.ports import Device as DevicePort
from skill.domain.reminder import Once, Refusal, Reminders, Ring, Trigger
from skill.library import Library
from skill.settings import Settings
from skill.speaker import envelope as alexa
from skill.speaker.answer import Answer
from skill.speaker.devices.grants import REMINDERS, Grants
from skill.speaker.devices.shelf import Shelf
from skill.speaker.echo import Echo
from skill.speaker.envelope import Device
from skill.speaker.ssml import Part, Pause, Play
from skill.speech import Speech
from skill.turns import Scope
from tests.dialogues.sounding import SOUNDS, Players

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SETTLED = 2000
"""Milliseconds of quiet that only an exercise has."""
UNITS = {"s": "seconds", "min": "minutes", "h": "hours", "days": "days", "day": "days"}


class TurnByTurn:
    """A chance that walks through the wordings, one further with every turn."""

    def __init__(self) -> None:
        self.turn = 0

    def pick(self, count: int) -> int:
        return self.turn % count


@dataclass
class Shelved:
    """The device's reminders, kept in a list; refuses what it is told to refuse."""

    speech: Speech
    granted: Callable[[], bool]
    locale: Callable[[], str]
    set: dict[str, Ring] = field(default_factory=dict)
    refusal: Refusal | None = None
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def create(self, ring: Ring) -> str | Refusal:
        refused = self._refused()
        if refused:
            return refused
        token = f"reminder-{next(self.numbers)}"
        self.set[token] = ring
        return token

    def update(self, token: str, ring: Ring) -> str | Refusal:
        refused = self._refused()
        if refused:
            return refused
        if token not in self.set:
            return Refusal.GONE
        self.set[token] = ring
        return token

    def delete(self, token: str) -> Refusal | None:
        if self.refusal:
            return self.refusal
        self.set.pop(token, None)
        return None

    def _refused(self) -> Refusal | None:
        return self.refusal or (None if self.granted() else Refusal.NO_PERMISSION)

    def shown(self) -> Iterator[str]:
        for ring in self.set.values():
            words = self.speech.words(ring.text, self.locale())
            yield f"({_when(ring.trigger)}, {ring.zone}{', whispered' * ring.softly}: {words})"


def _when(trigger: Trigger) -> str:
    if isinstance(trigger, Once):
        return f"{trigger.at:%A %d %B %H:%M}"
    until = f" until {trigger.ends:%d %B}" if getattr(trigger, "ends", None) else ""
    return f"every {DAYS[trigger.weekday]} {trigger.at:%H:%M} from {trigger.starts:%d %B}{until}"


@dataclass
class Around:
    """What one request may call, in a dialogue."""

    reminders: Reminders
    device: DevicePort


@dataclass
class Turn:
    """One turn of a played dialogue, as people would hear it."""

    said: str
    speech: str
    shown: str
    listening: bool
    reprompt: str
    rests: bool
    ssml: str
    again: str
    """The reprompt, with its marks."""


@dataclass
class Played:
    """A whole dialogue: its text as it came out, and its turns."""

    text: str = ""
    turns: list[Turn] = field(default_factory=list)


class Player:
    """Plays one file."""

    def __init__(self, folder: Path, locale: str = "en-GB", sounds: str | None = None) -> None:
        self.folder = folder
        self.now = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
        self.zone: str | None = "Europe/London"
        self.locale = locale
        self.voice = ""
        self.keeps = True
        self.chance = TurnByTurn()
        self.grants = Grants(Shelf(None))
        self.reminders = Shelved(
            Speech(Library.english()), lambda: self.grants.granted(REMINDERS), lambda: self.locale
        )
        self.sessions: dict[str, str | None] = {}
        self.device = "kitchen"
        self.sounds = sounds
        self.players = Players(lambda: self.now, locale=locale)
        self.played = Played()
        self.start()

    def start(self) -> None:
        settings = Settings(self.folder if self.keeps else None, sounds=self.sounds)
        self.skill: Skill = build(settings, clock=lambda: self.now, chance=self.chance, scope=self._around)
        self.players.skill = self.skill
        self.echo = Echo(
            self.players,
            Device("http://127.0.0.1:1", token="t"),
            self.grants,
            lambda: self.now,
            self.zone or "UTC",
        )
        self.sessions = {}

    def _around(self, _scope: Scope) -> Scope:
        return Around(self.reminders, self)

    def time_zone(self) -> str | None:
        return self.zone

    def play(self, text: str) -> Played:
        lines: list[str] = []
        skipping = False
        for line in text.splitlines():
            if line.startswith(">"):
                lines += [line, *self._say(line[1:].strip())]
                skipping = True
            elif line.strip() == "rings":
                lines += [line, *self.reminders.shown()]
                skipping = True
            elif line.startswith("button "):
                self._direct(*line.split())
                lines += [line, *self.players.told()]
                skipping = True
            elif not line.strip():
                lines.append("")
                skipping = False
            elif not skipping:
                lines.append(line)
                if not line.startswith("#"):
                    self._direct(*line.split())
        self.played.text = "\n".join(lines).rstrip() + "\n"
        return self.played

    def _direct(self, word: str, *rest: str) -> None:
        getattr(self, f"_{word}")(*rest)

    def _at(self, day: str, time: str) -> None:
        local = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(self.zone or "Europe/London"))
        self.now = local.astimezone(UTC)

    def _zone(self, name: str) -> None:
        self.zone = None if name == "unknown" else name
        self.echo.zone = self.zone or "UTC"

    def _locale(self, name: str) -> None:
        self.locale = self.players.locale = name

    def _later(self, much: str, unit: str) -> None:
        self.now += timedelta(**{UNITS[unit]: float(much)})

    def _voice(self, whose: str) -> None:
        self.voice = "" if whose == "nobody" else whose

    def _device(self, name: str) -> None:
        self.device = self.players.device = name

    def _permission(self, what: str) -> None:
        self.grants = Grants(Shelf(None))
        self.echo.grants = self.grants
        if what == "granted":
            self.grants.set(REMINDERS, granted=True)

    def _refuse(self, what: str) -> None:
        self.reminders.refusal = None if what == "nothing" else Refusal(what)

    def _store(self, what: str) -> None:
        self.keeps = what == "kept"
        self.start()

    def _closeness(self, rung: str) -> None:
        both = Closeness().wanting(Partner.FIRST, None).wanting(Partner.SECOND, None)
        with self.skill.turns.store.visit(alexa.ACCOUNT) as home:
            home.keep(replace(home.household, closeness=replace(both, rung=Rung(rung))))

    def _restart(self) -> None:
        self.start()

    def _ended(self) -> None:
        session = self.echo.sessions.find(self.sessions.get(self.device), self.now)
        assert session is not None, "no session is open"
        self.echo._end(session, "ERROR")

    def _disabled(self) -> None:
        body = {"userInformationPersistenceStatus": "NOT_PERSISTED"}
        self._event({"type": "AlexaSkillEvent.SkillDisabled", "body": body})
        self.players.forget()

    def _tracks(self, what: str) -> None:
        self.sounds = SOUNDS if what == "on" else None
        self.players.there = what == "on"
        self.start()

    def _player(self, what: str) -> None:
        self.players.there = what == "on"

    def _button(self, which: str) -> None:
        self.players.press(which)

    def _touch(self) -> None:
        self.players.touch()

    def _nearly(self) -> None:
        self.players.nearly()

    def _finished(self) -> None:
        self.players.finish()

    def _failed(self) -> None:
        self.players.fail()

    def _event(self, request: dict[str, Any]) -> None:
        around = alexa.Surroundings(self.now, self.locale)
        sent = alexa.envelope(request, {"new": False}, self.echo.device, around)
        del sent["session"]
        answered = self.skill.respond(sent)
        assert not answered["response"].get("outputSpeech"), "an event was answered with words"

    def _say(self, words: str) -> Iterator[str]:
        answer = self.echo.say(words, self.voice, self.sessions.get(self.device), self.locale)
        self.chance.turn += 1
        self.sessions[self.device] = answer.session
        turn = _turn(words, answer)
        self.played.turns.append(turn)
        yield from ([turn.shown] if turn.shown else [])
        yield from self.players.told()
        yield f"(listening; {turn.reprompt})" if turn.listening else "(quiet)"


def _turn(said: str, answer: Answer) -> Turn:
    parts = answer.speech.parts
    shown = " ".join(_mark(part) for part in parts).strip().replace(") (whispered:", "")
    rests = any(isinstance(part, Pause) and part.milliseconds >= SETTLED for part in parts)
    return Turn(
        said,
        answer.speech.words,
        re.sub(r" (?=[.,?](?:[ )]|$))", "", " ".join(shown.split())),
        answer.listening,
        answer.reprompt.words,
        rests,
        answer.speech.ssml,
        answer.reprompt.ssml,
    )


def _mark(part: Part) -> str:
    if isinstance(part, Play):
        return "(a chime)"
    if isinstance(part, Pause):
        return f"({part.milliseconds / 1000:g} s)"
    if part.soft:
        return f"(whispered: {part.words})"
    return f"(softly: {part.words})" if part.whisper else part.words
