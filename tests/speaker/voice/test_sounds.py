from __future__ import annotations

import io
import logging
import wave
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from skill.speaker.devices.bell import Ring
from skill.speaker.speaker import ring_news
from skill.speaker.ssml import Say
from skill.speaker.voice.cache import Cache
from skill.speaker.voice.port import RATE, Sound, Style, Words
from skill.speaker.voice.rendering import Voice
from skill.speaker.voice.sounds import LASTS, MOST, Sounds
from tests.speaker.conftest import Kitchen
from tests.speaker.stand_in import Hands, ask, close
from tests.speaker.voice.test_rendering import Teller

Build = Callable[..., Kitchen]
QUESTION = {"CheckInIntent": ask('One.<break time="2s"/>Two.', "Still there?")}


def asked(here: Kitchen) -> dict[str, str]:
    answer: dict[str, str] = here.client.post("/say", json={"text": "check in"}).get_json()
    return answer


def test_an_answer_and_its_reprompt_can_be_fetched_as_sound(kitchen: Build):
    here = kitchen(QUESTION, voice=Voice(Teller()))
    answer = asked(here)
    fetched = here.client.get(f"/sound/{answer['sound']}")
    assert fetched.status_code == 200
    assert fetched.headers["Content-Type"] == "audio/wav"
    assert fetched.data[44:] == b"[teller:One.]" + bytes(2 * 2 * RATE) + b"[teller:Two.]"
    assert here.client.get(f"/sound/{answer['reprompt_sound']}").data[44:] == b"[teller:Still there?]"


def test_it_is_a_wav_that_any_player_reads(kitchen: Build):
    here = kitchen(QUESTION, voice=Voice(Teller()))
    fetched = here.client.get(f"/sound/{asked(here)['sound']}").data
    with wave.open(io.BytesIO(fetched)) as read:
        assert (read.getnchannels(), read.getsampwidth(), read.getframerate()) == (1, 2, RATE)


def test_a_sound_may_be_fetched_again_for_a_while(kitchen: Build, clock: Hands):
    here = kitchen(QUESTION, voice=Voice(Teller()))
    path = f"/sound/{asked(here)['sound']}"
    clock.at += LASTS
    assert here.client.get(path).data == here.client.get(path).data
    clock.at += timedelta(seconds=1)
    assert here.client.get(path).status_code == 404


def test_a_reprompt_stays_here_where_its_speech_has_to(kitchen: Build):
    offline, online = Teller(), Teller("online")
    said = {"CheckInIntent": ask("Hello, Sam.", "Here's today's question.")}
    here = kitchen(said, voice=Voice(offline, online))
    assert here.client.get(f"/sound/{asked(here)['reprompt_sound']}").data[44:].startswith(b"[teller:")
    assert online.heard == []


def test_what_was_said_before_everything_was_forgotten_can_not_be_fetched(kitchen: Build, clock: Hands):
    here = kitchen(QUESTION, voice=Voice(Teller()))
    before = asked(here)["sound"]
    clock.at += timedelta(minutes=4)
    goodbye = asked(here)["sound"]
    here.speaker.lives_here = lambda: False
    here.speaker.do_chores()
    assert here.client.get(f"/sound/{before}").status_code == 404
    assert here.client.get(f"/sound/{goodbye}").status_code == 200


def test_ids_tell_nothing_and_never_come_twice(kitchen: Build):
    here = kitchen(QUESTION, voice=Voice(Teller()))
    ids = {asked(here)[which] for which in ("sound", "reprompt_sound") for _ in range(10)}
    assert len(ids) == 20
    assert all(len(each) == 32 for each in ids)


def test_only_so_many_wait_to_be_fetched():
    sounds = Sounds(Voice(Teller()), Hands())
    ids = [sounds.offer([Say(f"Number {number}.")], "en-GB") for number in range(MOST + 5)]
    assert [sounds.stream(each) is None for each in ids].count(True) == 5
    assert sounds.stream(ids[-1])


@pytest.mark.parametrize("path", ["/sound/", "/sound/x", "/sound/..%2fsecret", "/sound/" + "a" * 5000])
def test_any_other_id_is_unknown(kitchen: Build, path: str):
    assert kitchen(voice=Voice(Teller())).client.get(path).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "http://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_no_other_page_may_fetch_it(kitchen: Build, headers: dict[str, str]):
    here = kitchen(QUESTION, voice=Voice(Teller()))
    assert here.client.get(f"/sound/{asked(here)['sound']}", headers=headers).status_code == 403


def test_without_a_voice_the_page_is_told_so_and_gets_no_ids(home: Kitchen, kitchen: Build):
    silent = kitchen(QUESTION)
    assert (asked(silent)["sound"], asked(silent)["reprompt_sound"]) == ("", "")
    assert silent.speaker.welcome().waiting.get_nowait().row["voice"] is False
    assert kitchen(voice=Voice(Teller())).speaker.welcome().waiting.get_nowait().row["voice"] is True
    assert home.client.get("/sound/x").status_code == 404


def test_the_voice_is_warm_once_a_page_is_open(kitchen: Build):
    spoke = Event()

    class Heard(Teller):
        def speak(self, words: Words, style: Style) -> Iterator[Sound]:
            spoke.set()
            return super().speak(words, style)

    here = kitchen(voice=Voice(Heard()))
    assert not spoke.is_set()
    here.speaker.welcome()
    assert spoke.wait(20)


def test_nothing_to_say_is_nothing_to_fetch(kitchen: Build):
    here = kitchen({"CheckInIntent": close("Good night.")}, voice=Voice(Teller()))
    assert asked(here)["reprompt_sound"] == ""


def test_a_voice_that_fails_sends_the_page_to_its_own(kitchen: Build):
    here = kitchen(QUESTION, voice=Voice(Teller(fails_at=0)))
    assert here.client.get(f"/sound/{asked(here)['sound']}").status_code == 404


def test_a_voice_that_fails_in_the_middle_ends_there(kitchen: Build):
    here = kitchen(QUESTION, voice=Voice(Teller(fails_at=1)))
    fetched = here.client.get(f"/sound/{asked(here)['sound']}")
    assert fetched.data[44:] == b"[teller:One.]" + bytes(2 * 2 * RATE)


def test_a_reminder_brings_its_sound_softly_in_quiet_hours(kitchen: Build):
    teller = Teller()
    here = kitchen(voice=Voice(teller))
    row = ring_news(Ring("t", "Your time", "Here's your time.", softly=True), here.speaker.sounds).row
    assert here.client.get(f"/sound/{row['sound']}").data[44:] == b"[teller:Here's your time.]"
    assert teller.heard[0][1].whisper


def test_a_reminder_is_spoken_as_what_was_spoken_last(kitchen: Build):
    teller = Teller()
    here = kitchen(QUESTION, voice=Voice(teller))
    here.client.post("/say", json={"text": "check in", "locale": "en-AU"})
    row = ring_news(Ring("t", "Your time", "Here's your time."), here.speaker.sounds).row
    assert here.client.get(f"/sound/{row['sound']}")
    assert teller.heard[0][1].locale == "en-AU"


def test_once_nobody_lives_here_no_sound_tells_what_was_heard(kitchen: Build, tmp_path: Path):
    cache = Cache(tmp_path / "sounds")
    cache.keep("a", b"sound")
    here = kitchen(voice=Voice(Teller(), cache=cache))
    here.speaker.do_chores()
    assert cache.find("a") == b"sound"
    here.speaker.lives_here = lambda: False
    here.speaker.do_chores()
    assert cache.find("a") is None


def test_no_word_reaches_a_log_or_an_address(kitchen: Build, caplog: pytest.LogCaptureFixture):
    here = kitchen({"CheckInIntent": close("Hello, Wilhelmina.")}, voice=Voice(Teller()))
    with caplog.at_level(logging.DEBUG):
        answer = asked(here)
        assert b"Wilhelmina" in here.client.get(f"/sound/{answer['sound']}").data
    assert "Wilhelmina" not in caplog.text
