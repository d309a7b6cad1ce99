"""Rooms of conversations that open when somebody first goes in: a cold start needs one or two of them.

Types are checked against the real modules; what runs is a `Room` in the place of each.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from skill.domain.desk import Desk
from skill.domain.reply import Reply
from skill.domain.turn import Turn

Conversation = Callable[[Turn, Desk], Reply | None]
"""What answers an intent; None says that it made no sense here."""


class Room(Struct, frozen=True):
    """Stands for a module until something in it is called."""

    module: str

    def __getattr__(self, name: str) -> Conversation:
        """What the module has by a name; it is imported at the first call."""

        def conversation(turn: Turn, desk: Desk) -> Reply | None:
            found: Conversation = getattr(import_module(self.module), name)
            return found(turn, desk)

        return conversation


def on_demand(room: str) -> Room:
    """The room of a subject, below skill/conversations."""
    return Room(f"skill.conversations.{room}")


if TYPE_CHECKING:
    from skill.conversations import (
        did_you_know,
        hard_evenings,
        looking_back,
        manners,
        mood,
        quiet,
        rehearsing,
        small_moments,
        support,
        who,
    )
    from skill.conversations.alone_time import agenda, booking, changes, cover, nourishing, reminder, swapping
    from skill.conversations.check_in import answering, deleting, hearing
    from skill.conversations.closeness import deciding, ladder, tonight, voices, who_says
    from skill.conversations.exercise import beginning, midway, playing, steering, touching
else:
    did_you_know = on_demand("did_you_know")
    hard_evenings = on_demand("hard_evenings")
    looking_back = on_demand("looking_back")
    manners = on_demand("manners")
    mood = on_demand("mood")
    quiet = on_demand("quiet")
    rehearsing = on_demand("rehearsing")
    small_moments = on_demand("small_moments")
    support = on_demand("support")
    who = on_demand("who")
    agenda = on_demand("alone_time.agenda")
    booking = on_demand("alone_time.booking")
    changes = on_demand("alone_time.changes")
    cover = on_demand("alone_time.cover")
    nourishing = on_demand("alone_time.nourishing")
    reminder = on_demand("alone_time.reminder")
    swapping = on_demand("alone_time.swapping")
    answering = on_demand("check_in.answering")
    deleting = on_demand("check_in.deleting")
    hearing = on_demand("check_in.hearing")
    deciding = on_demand("closeness.deciding")
    ladder = on_demand("closeness.ladder")
    tonight = on_demand("closeness.tonight")
    voices = on_demand("closeness.voices")
    who_says = on_demand("closeness.who_says")
    beginning = on_demand("exercise.beginning")
    midway = on_demand("exercise.midway")
    playing = on_demand("exercise.playing")
    steering = on_demand("exercise.steering")
    touching = on_demand("exercise.touching")
