"""The command `holding-hands forget`: everything kept here goes, the device's reminders too."""

from __future__ import annotations

import sys
from typing import TextIO

from skill.domain.ports import StoreError
from skill.settings import Settings, SettingsError
from skill.speaker.clock import now
from skill.speaker.devices.reminders import Reminders
from skill.speaker.devices.shelf import Shelf, ShelfError
from skill.speaker.door import device_folder, sound_folder
from skill.speaker.voice.cache import Cache
from skill.stores.tinydb import TinyDBStore


def forget_all(settings: Settings, *, sure: bool, answers: TextIO = sys.stdin) -> int | None:
    """Forgets every household; asks first unless `sure`. Returns how many, or None after a no.

    Raises:
        SettingsError: when something could not be removed; trying again is safe.
    """
    if not sure and not _agreed(answers):
        return None
    try:
        forgotten = TinyDBStore(settings.data).forget_all() if settings.data else 0
        Reminders(Shelf(device_folder(settings)), now, "UTC").forget()
        sounds = sound_folder(settings)
        if sounds:
            Cache(sounds).empty()
    except (StoreError, ShelfError, OSError) as fault:
        raise SettingsError(
            "Not everything in HOLDING_HANDS_DATA could be removed; please try again."
        ) from fault
    return forgotten


def _agreed(answers: TextIO) -> bool:
    sys.stdout.write("Everything kept here will be removed for good. Type yes to go on: ")
    sys.stdout.flush()
    return answers.readline().strip().casefold() == "yes"
