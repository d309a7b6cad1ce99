"""One turn from the door to the reply: opens the household, answers, and says when nothing was kept."""

from __future__ import annotations

import logging
from datetime import datetime
from time import perf_counter
from typing import Protocol
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from skill.conversations import answer
from skill.conversations.safety import distress
from skill.conversations.table import AT_ONCE
from skill.conversations.unkept import unkept
from skill.domain.desk import Desk, country_of
from skill.domain.ending import EARLY_CLOSE
from skill.domain.four_o_clock import sweep
from skill.domain.ports import Chance, Device, Ears, Home, Library, Store, StoreError
from skill.domain.progress import Progress
from skill.domain.quiet import InQuiet, Quiet
from skill.domain.reminder import Alarm, Reminders
from skill.domain.reply import Reply, close
from skill.domain.support import Crisis, HelpList
from skill.domain.taking_back import TakingBack
from skill.domain.today import day_of
from skill.domain.turn import Kind, Turn

log = logging.getLogger(__name__)
SPOKEN = frozenset({Kind.LAUNCH, Kind.INTENT})
"""Turns in which somebody said something."""


class Scope(Protocol):
    """What one request may call, with its own token."""

    @property
    def reminders(self) -> Reminders:
        """The reminders of the device that speaks."""

    @property
    def device(self) -> Device:
        """The settings of the device that speaks."""


class Around(Struct, frozen=True):
    """A Scope whose reminders can be taken back."""

    reminders: TakingBack
    device: Device


class Turns(Struct, frozen=True):
    """Takes turns, each with its household open and nobody else's hand in it."""

    store: Store
    spare: Store
    """Where a turn happens when the store cannot be opened: it forgets."""
    library: Library
    ears: Ears
    chance: Chance

    def take(self, turn: Turn, scope: Scope) -> tuple[Reply, Progress]:
        """Answers one turn; what it kept is durable when this returns."""
        began = perf_counter()
        reply, progress = self._safely(turn, scope)
        _note(turn, progress, perf_counter() - began)
        return reply, progress

    def night(self, now: datetime) -> None:
        """Keeps four o'clock for every household, whether or not somebody speaks: `now` has a zone."""
        for household in self.store.households():
            try:
                with self.store.visit(household) as home:
                    sweep(home, day_of(now.astimezone(ZoneInfo(home.household.night))))
            except StoreError:
                log.warning("A household could not be opened at four; it is settled at its next turn.")

    def help_list(self, household: str, locale: str) -> HelpList:
        """Who helps where a household lives, for a screen; by the locale where it cannot be opened."""
        try:
            with self.store.visit(household) as home:
                return self.library.help_list(country_of(home.household, self.library, locale))
        except StoreError:
            return self.library.help_list(locale.rpartition("-")[2])

    def _safely(self, turn: Turn, scope: Scope) -> tuple[Reply, Progress]:
        """A turn; danger, fear and whoever leaves are answered even where something of ours breaks."""
        try:
            return self._kept(turn, scope)
        except Exception as fault:
            if distress(turn, self.ears) is None and not _leaves(turn, self.ears):
                raise
            log.warning("A turn broke and was answered without its household: %s", type(fault).__name__)
            return self._in_spare(replace(turn, progress=Progress()), scope)

    def _kept(self, turn: Turn, scope: Scope) -> tuple[Reply, Progress]:
        taken: tuple[Reply, Progress] | None = None
        alarms: tuple[Alarm, ...] = ()
        quiet, begun = Quiet(), turn.progress.begun
        if not turn.household:
            return self._in_spare(turn, scope)
        around = Around(TakingBack(scope.reminders), scope.device)
        try:
            with self.store.visit(turn.household) as home:
                alarms, quiet = home.household.alone_times.alarms, home.household.quiet
                begun = home.household.begun
                taken = self._at_desk(turn, around, home)
        except StoreError as fault:
            log.warning("Nothing of this turn was kept: %s", fault)
            if turn.kind is Kind.DISABLED and not turn.persisted:
                self._mark_forgotten(turn.household)
            reply, progress = taken or self._in_spare(turn, around)
            progress = replace(progress, begun=begun)
            rings = around.reminders.take_back(alarms, quiet, turn.at)
            helped = isinstance(turn.progress.state, Crisis)
            return reply if helped else unkept(reply, rings=rings), progress
        except Exception:
            around.reminders.take_back(alarms, quiet, turn.at)
            raise
        return taken

    def _mark_forgotten(self, household: str) -> None:
        try:
            self.store.forget_later(household)
        except StoreError as fault:
            log.warning("A household that left could not be marked to be forgotten: %s", fault)

    def _in_spare(self, turn: Turn, scope: Scope) -> tuple[Reply, Progress]:
        with self.spare.visit(turn.household) as home:
            reply, progress = self._at_desk(turn, scope, home)
            home.forget()
        return reply, replace(progress, begun=turn.progress.begun)

    def _at_desk(self, turn: Turn, scope: Scope, home: Home) -> tuple[Reply, Progress]:
        turn = _found(turn, home)
        vacant = home.household.forgotten
        desk = Desk(
            home=home,
            library=self.library,
            ears=self.ears,
            device=scope.device,
            reminders=InQuiet(scope.reminders, lambda: home.household.quiet),
            chance=self.chance,
            at=turn.at,
            locale=turn.locale,
            named=turn.progress.here,
            tonights_room=turn.progress.room,
            alone=turn.progress.alone,
            grieving=turn.progress.grieving,
            by_voice=home.household.speaking(turn.person),
        )
        reply = answer(turn, desk)
        if vacant and not _begins(turn, reply):
            home.undo()
        else:
            home.keep(home.household.beginning(turn.at))
        return reply, desk.progress(reply)


def _found(turn: Turn, home: Home) -> Turn:
    """The turn as this household is told it: what was under way in one that was forgotten is over."""
    progress = turn.progress.within(home.household.begun) if home.keeps else turn.progress
    if progress is turn.progress:
        return turn
    return replace(turn, progress=progress, new=progress.state is None)


def _begins(turn: Turn, reply: Reply) -> bool:
    """Whether a household may begin with a turn: not where nobody spoke, or somebody only left."""
    return turn.kind in SPOKEN and reply != close(EARLY_CLOSE)


def _leaves(turn: Turn, ears: Ears) -> bool:
    """Whether somebody ends it at once, be it in words that came as free text."""
    words = turn.words("answer") if turn.intent == "AnswerIntent" else None
    heard = ears.whole(words, turn.locale, turn.at.date()) if words else None
    return turn.kind is Kind.INTENT and (heard.intent if heard else turn.intent) in AT_ONCE


def _note(turn: Turn, progress: Progress, seconds: float) -> None:
    """One line a turn: states and milliseconds, so that fear and any early end write the same."""
    if any(state is not None and state.UNTOLD for state in (turn.progress.state, progress.state)):
        return
    before, after = (
        type(state).__name__ if state else "closed" for state in (turn.progress.state, progress.state)
    )
    log.info("%s %s -> %s in %d ms", turn.kind, before, after, round(seconds * 1000))
