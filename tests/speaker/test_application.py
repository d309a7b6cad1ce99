from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any

import pytest

from skill.speaker.devices.bell import Ring
from skill.speaker.pages import News
from skill.speaker.speaker import ring_news
from tests.speaker.conftest import HOST, Kitchen
from tests.speaker.stand_in import Json, ask, close, hand_over, nothing

Build = Callable[..., Kitchen]
SECRET = "nobody may repeat this"


def test_a_sentence_gets_an_answer_in_the_agreed_shape(kitchen: Build):
    here = kitchen({"CheckInIntent": ask('What was good? <break time="2s"/>Tell me.', "Still there?")})
    answer = here.client.post("/say", json={"text": "check in"}).get_json()
    assert answer["speech"] == "What was good? Tell me."
    assert answer["ssml"].startswith("<speak>What was good?")
    assert answer["reprompt"] == "Still there?"
    assert answer["listening"] is True
    assert answer["parts"] == [
        {"say": "What was good?", "rate": 1.0},
        {"rest": 2000},
        {"say": "Tell me.", "rate": 1.0},
    ]
    assert answer["session"]


def test_where_something_comes_from_stands_beside_the_answer(kitchen: Build):
    card = {"type": "Simple", "title": "Kind minute", "content": "Drawn from a break.\n\nSource: two."}
    here = kitchen({"ExerciseIntent": ask("Sit. And now?", card=card), "CheckInIntent": ask("And?")})
    answer = here.client.post("/say", json={"text": "start a two-minute exercise"}).get_json()
    assert answer["card"] == {"title": "Kind minute", "text": "Drawn from a break.\n\nSource: two."}
    assert answer["permission"] == ""
    assert here.client.post("/say", json={"text": "check in"}).get_json()["card"] is None


def test_the_session_goes_on_by_its_id_and_ends_with_silence(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("And?"), "AMAZON.YesIntent": ask("More?")})
    session = here.client.post("/say", json={"text": "check in"}).get_json()["session"]
    answer = here.client.post("/say", json={"text": "yes", "session": session}).get_json()
    assert answer["session"] == session
    silent = here.client.post("/say", json={"text": "", "session": session}).get_json()
    assert (silent["speech"], silent["listening"]) == ("", False)
    assert here.skill.last["request"]["type"] == "SessionEndedRequest"


def test_a_reprompt_is_told_only_when_the_microphone_is_open(kitchen: Build):
    closed = close("Good night.") | {}
    closed["response"]["reprompt"] = ask("x")["response"]["reprompt"]
    here = kitchen({"CheckInIntent": closed})
    assert here.client.post("/say", json={"text": "check in"}).get_json()["reprompt"] == ""


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"text": None},
        {"text": 7},
        {"text": [SECRET]},
        {"text": SECRET, "session": 7},
        {"text": SECRET, "session": "s" * 201},
        {"text": SECRET, "locale": "de-DE"},
        [SECRET],
        SECRET,
    ],
)
def test_what_cannot_be_understood_gets_a_clear_no_that_repeats_nothing(home: Kitchen, sent: object):
    answer = home.client.post("/say", json=sent)
    assert answer.status_code == 400
    assert answer.get_json().keys() == {"error"}
    assert SECRET not in answer.text
    assert home.skill.heard == []


@pytest.mark.parametrize("length", [1000, 2000, 15_000])
def test_however_long_a_sentence_is_it_is_heard(home: Kitchen, length: int):
    assert home.client.post("/say", json={"text": "a" * length}).status_code == 200


@pytest.mark.parametrize(("before", "after"), [(0, 12_000), (12_000, 0), (980, 500)])
def test_danger_at_either_end_of_a_flood_is_heard(kitchen: Build, before: int, after: int):
    here = kitchen({"RemindMeIntent": hand_over(), "AMAZON.FallbackIntent": close("I'm with you.")})
    prompt = here.client.post("/say", json={"text": "remind me"}).get_json()
    flood = "a" * before + " i want to die " + "a" * after
    answer = here.client.post("/say", json={"text": flood, "session": prompt["session"]}).get_json()
    assert answer["speech"] == "I'm with you."


@pytest.mark.parametrize(
    "text", ["\ud800 check in", "check in \U0001f44d", "¿\u0000?", "?", "' OR 1=1 --", "<b>"]
)
def test_strange_signs_are_heard_as_well_as_they_can_be(home: Kitchen, text: str):
    assert home.client.post("/say", json={"text": text}).status_code == 200
    assert home.skill.last["request"]["type"] == "IntentRequest"


@pytest.mark.parametrize("content", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_only_json_is_taken(home: Kitchen, content: str):
    for path in ("/say", "/stop", "/permission", "/v1/alerts/reminders"):
        assert home.client.post(path, data=b'{"text":"x"}', content_type=content).status_code == 415


def test_too_much_is_refused_and_broken_json_too(home: Kitchen):
    huge = home.client.post("/say", json={"text": "a" * 20_000})
    assert huge.status_code == 413
    broken = home.client.post("/say", data=b'{"text": "', content_type="application/json")
    assert (broken.status_code, broken.get_json().keys()) == (400, {"error"})


@pytest.mark.parametrize("host", ["evil.example:8484", "127.0.0.1:80", "127.0.0.1.evil.example:8484", "x"])
def test_a_borrowed_name_gets_nothing_from_any_path(home: Kitchen, host: str):
    for path in ("/", "/events", "/page/main.js", "/nowhere"):
        assert home.client.get(path, headers={"Host": host}).status_code == 403
    assert home.client.post("/say", json={"text": "check in"}, headers={"Host": host}).status_code == 403
    assert home.skill.heard == []


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "https://127.0.0.1:8484", "http://127.0.0.1:9", "http://localhost"],
)
def test_another_page_gets_nothing(home: Kitchen, origin: str):
    assert home.client.post("/say", json={"text": "x"}, headers={"Origin": origin}).status_code == 403
    assert home.client.get("/events", headers={"Origin": origin}).status_code == 403


def test_our_own_page_and_programs_on_this_machine_are_let_in(home: Kitchen):
    for headers in ({}, {"Origin": HOST}, {"Sec-Fetch-Site": "same-origin"}):
        assert home.client.post("/say", json={"text": "x"}, headers=headers).status_code == 200


def test_a_picture_on_another_page_cannot_take_a_place(home: Kitchen):
    assert home.client.get("/events", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_every_answer_carries_the_headers_that_shut_others_out(home: Kitchen):
    for answer in (home.client.get("/"), home.client.get("/nowhere"), home.client.post("/say", json={})):
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_the_page_and_all_it_names_are_served_from_here(home: Kitchen):
    page = home.client.get("/")
    assert (page.status_code, page.mimetype) == (200, "text/html")
    named = re.findall(r'(?:href|src)="(/[^"]*)"', page.text)
    assert len(named) >= 3
    for path in named:
        assert home.client.get(path).status_code == 200
    assert not re.search(r"(https?:)?//(?!www\.w3\.org/2000/svg)[a-z]", page.text)


def test_the_page_has_no_script_or_style_in_its_lines(home: Kitchen):
    text = home.client.get("/").text
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*src=)", text)


def test_no_path_leads_out_of_the_pages_folder(home: Kitchen):
    for path in ("/page/../door.py", "/page/%2e%2e/door.py", "/page//etc/passwd", "/page/..%2fdoor.py"):
        assert home.client.get(path).status_code == 404


def test_what_was_said_is_never_logged(kitchen: Build, caplog: pytest.LogCaptureFixture):
    def fails(_: Json) -> Json:
        raise RuntimeError(SECRET)

    here = kitchen({"AMAZON.FallbackIntent": fails})
    with caplog.at_level(logging.DEBUG):
        answer = here.client.post("/say", json={"text": SECRET})
    assert (answer.status_code, answer.get_json().keys()) == (500, {"error"})
    assert SECRET not in caplog.text + answer.text
    assert "RuntimeError" in caplog.text


def test_when_too_many_speak_at_once_one_is_asked_to_wait(kitchen: Build):
    inner: list[Any] = []

    def nested(_: Json) -> Json:
        inner.append(here.client.post("/say", json={"text": "check in"}).status_code)
        return nothing()

    here = kitchen({"CheckInIntent": nested})
    here.client.post("/say", json={"text": "check in"})
    assert inner[0] == 503
    assert here.client.post("/say", json={"text": "help"}).status_code == 200


def test_allowing_reminders_by_hand_is_shown_on_every_page(home: Kitchen):
    page = home.speaker.welcome()
    assert page.waiting.get_nowait() == News("device", {"reminders": "", "voice": False, "chime": ""})
    home.client.post("/permission", json={"granted": True})
    assert page.waiting.get_nowait() == News("device", {"reminders": "GRANTED", "voice": False, "chime": ""})
    assert home.client.post("/permission", json={"granted": "yes"}).status_code == 400


def test_stop_on_one_page_stops_it_on_all(home: Kitchen):
    page = home.speaker.pages.join()
    home.client.post("/stop", json={})
    assert page.waiting.get_nowait() == News("stop")


def test_events_begin_with_how_the_device_stands_and_what_was_missed(home: Kitchen):
    with home.speaker.bell.reminders.shelf.change() as kept:
        kept["missed"] = [{"token": "t", "at": "2026-11-23T10:00:00+00:00", "text": "Your time starts now"}]
    stream = iter(home.client.open("/events", buffered=False).iter_encoded())
    frames = [next(stream) for _ in range(3)]
    assert frames[0].startswith(b"retry:")
    assert frames[1].startswith(b"event: device")
    assert b'"missed": true' in frames[2]
    home.speaker.end()


def test_a_ring_reaches_every_page(home: Kitchen):
    pages = [home.speaker.pages.join() for _ in range(3)]
    ring = Ring("t", "Your time starts now", "Here it is.")
    assert home.speaker.pages.tell(ring_news(ring)) == 3
    assert all(page.waiting.get_nowait().name == "ring" for page in pages)


@pytest.mark.parametrize("speaker", ["sam", "third", "", None, 7, ["first"]])
def test_a_voice_this_device_does_not_know_is_nobody_in_particular(home: Kitchen, speaker: object):
    answer = home.client.post("/say", json={"text": "check in", "speaker": speaker})
    assert answer.status_code == 200
    assert "person" not in home.skill.last["context"]["System"]
