"""Puts one speaker together: the device, its services, its bell and its open pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread

from skill.nightly import EVERY, keep_night
from skill.speaker.clock import Clock
from skill.speaker.devices.bell import Bell, Ring
from skill.speaker.devices.grants import REMINDERS, Grants
from skill.speaker.devices.player import PLACE, Order, Player
from skill.speaker.devices.reminders import Reminders
from skill.speaker.devices.services import Services
from skill.speaker.devices.shelf import Shelf
from skill.speaker.echo import Echo, Skill
from skill.speaker.envelope import DEVICE, LOCAL_SKILL, Device, pressed
from skill.speaker.pages import News, Page, Pages
from skill.speaker.recordings import Recordings
from skill.speaker.report import Press, Report
from skill.speaker.ssml import Say
from skill.speaker.voice.rendering import Voice
from skill.speaker.voice.sounds import Sounds

CHIME = "chime-start.mp3"
"""What sounds before a reminder."""
_CHORES = 20.0
"""Seconds between two rounds."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a speaker stands."""

    endpoint: str
    """Where its device services answer."""
    folder: Path | None
    """Where the device keeps its own things; None keeps them in memory."""
    zone: str | None
    """IANA; None when the machine cannot tell."""
    skill: str = LOCAL_SKILL
    audio: Path | None = None
    """Where `make audio` has put sounds and tracks."""


@dataclass
class Speaker:
    """A device that is switched on."""

    echo: Echo
    services: Services
    bell: Bell
    pages: Pages
    sounds: Sounds
    recordings: Recordings
    ended: Event = field(default_factory=Event)
    looked: datetime | None = None
    """When it was last seen whether some household's night has come."""
    lives_here: Callable[[], bool] = lambda: True
    """Whether anything is kept of the household at this device."""

    @classmethod
    def build(cls, skill: Skill, place: Place, clock: Clock, voice: Voice | None = None) -> Speaker:
        """Everything in its place; nothing runs yet."""
        shelf, pages, sounds = Shelf(place.folder), Pages(), Sounds(voice, clock)
        recordings = Recordings(place.audio)
        grants = Grants(shelf, lambda answered: pages.tell(device_news(answered, sounds, recordings)))
        zone = place.zone or "UTC"
        reminders = Reminders(shelf, clock, zone)
        device = Device(place.endpoint, place.skill)
        bell = Bell(reminders, clock, lambda ring: pages.tell(ring_news(ring, sounds)) > 0)
        services = Services(DEVICE, place.zone, device.token, grants, reminders, bell.poked.set)
        player = Player(place.endpoint + PLACE, clock) if recordings.has_tracks else None
        echo = Echo(skill, device, grants, clock, zone, player)
        return cls(echo, services, bell, pages, sounds, recordings)

    def start(self, *, rings: bool = True) -> None:
        """Lets the bell and the chores run; `rings` is False when another speaker rings here."""
        keep_night(self.do_chores, self.ended, _CHORES)
        if rings:
            Thread(target=self.bell.run, args=(self.ended,), daemon=True).start()

    def end(self) -> None:
        """Switches the device off."""
        self.ended.set()
        self.pages.ended.set()
        self.bell.poked.set()

    def welcome(self) -> Page:
        """A page opens: it learns how the device stands and what was missed."""
        page = self.pages.join()
        self.sounds.warm()
        page.tell(device_news(self.echo.grants, self.sounds, self.recordings))
        for ring in self.bell.missed():
            page.tell(ring_news(ring, self.sounds))
        return page

    def grant(self, *, granted: bool) -> None:
        """The household allows reminders, or not, by hand."""
        self.echo.grants.set(REMINDERS, granted=granted)

    def hear(self, told: Report | Press) -> Order | None:
        """A page tells of its player; what it is to do then."""
        player = self.echo.player
        if player is None:
            return None
        if isinstance(told, Press):
            return self.passed_on(self.echo.tell(pressed(told.button), told.locale))
        request = player.hear(told.play, told.event, told.offset)
        order = self.echo.tell(request, told.locale) if request else None
        return self.passed_on(order or (player.follow() if request else None))

    def passed_on(self, order: Order | None) -> Order | None:
        """Lets the pages know which track goes on, so that any other one ends."""
        if order:
            self.pages.tell(News("track", {"play": order.play}))
        return order

    def do_chores(self) -> None:
        """Ends what nobody is having any more; now and then, what is done at four in each one's zone."""
        self.echo.tidy()
        self.sounds.tidy()
        if not self.lives_here():
            self.sounds.forget()
        now = self.echo.clock()
        if self.looked is None or abs(now - self.looked) >= timedelta(seconds=EVERY):
            self.looked = now
            self.echo.skill.night()


def device_news(grants: Grants, sounds: Sounds, recordings: Recordings) -> News:
    """How the device stands, for the pages; without a voice or a chime of its own the browser has to do."""
    chime = f"/audio/{CHIME}" if recordings.find(CHIME) else ""
    voice = sounds.voice is not None
    return News("device", {"reminders": grants.all().get(REMINDERS, ""), "voice": voice, "chime": chime})


def ring_news(ring: Ring, sounds: Sounds | None = None) -> News:
    """A reminder, for the pages, and where its sound is."""
    sound = sounds.offer([Say(ring.words, soft=ring.softly)], sounds.locale) if sounds else ""
    return News("ring", ring.row() | {"sound": sound})
