from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest

from skill.speaker.devices.bell import Bell, Ring
from skill.speaker.devices.reminders import Reminders
from skill.speaker.devices.shelf import Shelf
from tests.speaker.devices.test_reminders import TEXT, reminder
from tests.speaker.stand_in import Hands

AT_TEN = reminder(scheduledTime="2026-11-24T10:00:00")
TEN = datetime(2026, 11, 24, 10, tzinfo=UTC)
SOFT = f'<speak><amazon:effect name="whispered">{TEXT}</amazon:effect></speak>'


class Ear:
    """Hears rings, unless nobody is there."""

    def __init__(self) -> None:
        self.there = True
        self.heard: Queue[Ring] = Queue()

    def __call__(self, ring: Ring) -> bool:
        if self.there:
            self.heard.put(ring)
        return self.there


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def bell(tmp_path: Path, ear: Ear) -> Bell:
    return Bell(Reminders(Shelf(tmp_path), Hands(), "Europe/London"), Hands(), ear)


def at(bell: Bell, moment: datetime) -> None:
    for clock in (bell.clock, bell.reminders.clock):
        assert isinstance(clock, Hands)
        clock.at = moment


def test_it_rings_with_the_devices_words_around_the_text(bell: Bell, ear: Ear):
    bell.reminders.create(AT_TEN)
    at(bell, TEN)
    bell.look()
    ring = ear.heard.get_nowait()
    assert ring.text == TEXT
    assert TEXT in ring.words
    assert not ring.missed
    bell.look()
    assert ear.heard.empty()
    assert bell.missed() == []


def test_what_was_asked_for_in_a_whisper_rings_softly_and_nothing_else(bell: Bell, ear: Ear):
    whispered = deepcopy(AT_TEN)
    whispered["alertInfo"]["spokenInfo"]["content"][0]["ssml"] = SOFT
    for sent in (AT_TEN, whispered):
        bell.reminders.create(sent)
    at(bell, TEN)
    bell.look()
    rings = [ear.heard.get_nowait() for _ in range(2)]
    assert [ring.softly for ring in rings] == [False, True]
    assert rings[1].row()["softly"] is True


def test_what_nobody_heard_is_told_once(bell: Bell, ear: Ear):
    bell.reminders.create(AT_TEN)
    ear.there = False
    at(bell, TEN)
    bell.look()
    told = bell.missed()
    assert [(ring.text, ring.missed) for ring in told] == [(TEXT, True)]
    assert "Tuesday 10:00" in told[0].words
    assert bell.missed() == []


def test_what_came_due_while_it_was_off_does_not_ring_but_is_told(bell: Bell, ear: Ear):
    bell.reminders.create(AT_TEN)
    at(bell, TEN.replace(minute=30))
    bell.look()
    assert ear.heard.empty()
    assert [ring.missed for ring in bell.missed()] == [True]


def test_running_it_rings_what_is_made_meanwhile_also_by_another_process(bell: Bell, ear: Ear):
    ended = Event()
    running = Thread(target=bell.run, args=(ended,))
    running.start()
    bell.reminders.create(AT_TEN)
    at(bell, TEN)
    bell.poked.set()
    assert ear.heard.get(timeout=20).text == TEXT
    ended.set()
    bell.poked.set()
    running.join(20)
    assert not running.is_alive()
