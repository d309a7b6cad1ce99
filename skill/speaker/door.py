"""Opens the speaker: `holding-hands speaker`."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

import skill
from skill import bootstrap
from skill.settings import Settings, SettingsError
from skill.speaker.application import build_app
from skill.speaker.clock import machine_zone, now
from skill.speaker.devices.player import PLACE
from skill.speaker.envelope import ACCOUNT, LOCAL_SKILL
from skill.speaker.guard import Guard
from skill.speaker.server import server_for
from skill.speaker.speaker import Place, Speaker
from skill.speaker.standing import Alone, address, bound
from skill.speaker.voice.opening import open_voice
from skill.speaker.words import examples, say

SOUNDS = Path(skill.__file__).parent.parent / "audio" / "built"
"""Where `make audio` puts what it makes."""


def serve(settings: Settings) -> None:
    """Runs the speaker until it is ended.

    Raises:
        SettingsError: when it cannot stand where the settings say.
    """
    taken = bound(settings.host, settings.port)
    folder = device_folder(settings)
    alone = Alone(folder)
    try:
        if not alone.first:
            raise SettingsError(say("start.folder", folder=settings.data))
        here = address(settings.host, settings.port)
        built = bootstrap.build(at_home(settings, here))
        voice = open_voice(settings, sound_folder(settings), SOUNDS, now)
        speaker = settle(Speaker.build(built, place(settings, here), now, voice), built)
        server = server_for(build_app(speaker, Guard(settings.host, settings.port)), taken)
        speaker.start()
        _greet(here)
        server.run()
        speaker.end()
    finally:
        taken.close()
        alone.let_go()


def at_home(settings: Settings, here: str) -> Settings:
    """The same with chimes and tracks of this very speaker: what an Echo fetches has to come over https."""
    return replace(settings, sounds=here + PLACE)


def device_folder(settings: Settings) -> Path | None:
    """Where the device keeps its own things."""
    return settings.data / "device" if settings.data else None


def settle(speaker: Speaker, built: bootstrap.Skill) -> Speaker:
    """A speaker that knows whether its household is still kept."""
    speaker.lives_here = lambda: ACCOUNT in built.turns.store.households()
    return speaker


def sound_folder(settings: Settings) -> Path | None:
    """Where the voice keeps the sentences it made."""
    folder = device_folder(settings)
    return folder / "voice" if folder else None


def place(settings: Settings, endpoint: str) -> Place:
    """Where a speaker with these settings stands."""
    return Place(endpoint, device_folder(settings), machine_zone(), settings.skill_id or LOCAL_SKILL, SOUNDS)


def _greet(here: str) -> None:
    lines = [say("start.here", address=here), *(f"  {words}" for words in examples()), say("start.leave")]
    print("\n".join(lines), flush=True)  # noqa: T201 - a command's own words
