"""What a device's player is told."""

from __future__ import annotations

from ask_sdk_model.interfaces.audioplayer.audio_item import AudioItem
from ask_sdk_model.interfaces.audioplayer.audio_item_metadata import AudioItemMetadata
from ask_sdk_model.interfaces.audioplayer.play_behavior import PlayBehavior
from ask_sdk_model.interfaces.audioplayer.play_directive import PlayDirective
from ask_sdk_model.interfaces.audioplayer.stop_directive import StopDirective
from ask_sdk_model.interfaces.audioplayer.stream import Stream

from skill.alexa.tracks import token_of_track
from skill.alexa.voice import Voice
from skill.domain.track import Hush, Play, file_of

LOCALES = frozenset({"en-au", "en-ca", "en-gb", "en-in", "en-us"})
"""Those in which tracks are narrated."""


class NoSoundsError(Exception):
    """A track was to be played, and nobody said where tracks are."""


def told(order: Play | Hush, locale: str, voice: Voice) -> PlayDirective | StopDirective:
    """The one directive that the player gets.

    Raises:
        NoSoundsError: there is no such address.
    """
    if isinstance(order, Hush):
        return StopDirective()
    if voice.sounds is None:
        raise NoSoundsError
    stream = Stream(
        token=token_of_track(order.exercise),
        url=f"{voice.sounds}/{track_file(order.exercise, locale)}",
        offset_in_milliseconds=order.offset,
    )
    shown = AudioItemMetadata(
        title=voice.shown(order.title, locale), subtitle=voice.shown("track.subtitle", locale)
    )
    return PlayDirective(PlayBehavior.REPLACE_ALL, AudioItem(stream, shown))


def track_file(exercise: str, locale: str) -> str:
    """The file of an exercise in a locale; the American one where nothing is narrated in that."""
    return file_of(exercise, locale if locale.lower() in LOCALES else "en-US")
