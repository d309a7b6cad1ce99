from __future__ import annotations

from pathlib import Path

from skill import bootstrap
from skill.forgetting import forget_all
from skill.settings import Settings
from skill.speaker.clock import now
from skill.speaker.door import place, settle, sound_folder
from skill.speaker.speaker import Speaker
from skill.speaker.voice.cache import Cache
from skill.speaker.voice.rendering import Voice
from tests.speaker.voice.test_rendering import Teller


def test_forgetting_by_command_takes_the_kept_sounds_along(tmp_path: Path):
    settings = Settings(tmp_path)
    sounds = Cache(sound_folder(settings) or tmp_path)
    sounds.keep("a", b"sound")
    forget_all(settings, sure=True)
    assert sounds.find("a") is None


def test_forgetting_by_voice_takes_the_kept_sounds_along(tmp_path: Path):
    settings = Settings(tmp_path)
    sounds = Cache(sound_folder(settings) or tmp_path)
    skill = bootstrap.build(settings)
    voice = Voice(Teller(), cache=sounds)
    speaker = settle(Speaker.build(skill, place(settings, "http://127.0.0.1:1"), now, voice), skill)
    speaker.echo.say("call me sam")
    sounds.keep("a", b"sound")
    speaker.do_chores()
    assert sounds.find("a") == b"sound"
    asked = speaker.echo.say("ask holding hands to forget us")
    speaker.echo.say("yes", session=asked.session)
    speaker.do_chores()
    assert sounds.find("a") is None
