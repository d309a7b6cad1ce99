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
from skill.domain.closeness.consent import FirstIn
from skill.domain.desk import Desk, country_of
from skill.domain.ending import EARLY_CLOSE
from skill.domain.four_o_clock import sweep
from skill.domain.line import Line, Spoken
from skill.domain.ports import Chance, Device, Ears, Home, Library, Store, StoreError
from skill.domain.progress import Progress
from skill.domain.quiet import InQuiet, Quiet
from skill.domain.reminder import Alarm, Reminders
from skill.domain.reply import Ask, Close, Reply
from skill.domain.support import Crisis, HelpList
from skill.domain.taking_back import TakingBack
from skill.domain.today import day_of
from skill.domain.turn import Kind, Turn

log = logging.getLogger(__name__)
NOT_KEPT = Line("store.not_kept")
MAY_STILL_RING = Line("store.may_still_ring")
GIVEN = ("small_moment.", "fact.")
"""What is given whether or not it can be remembered: nobody asked for anything to be kept."""
FORGOTTEN_LATER = Line("forgetting.later")


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
        """A turn; danger and fear are answered even where something of ours breaks."""
        try:
            return self._kept(turn, scope)
        except Exception as fault:
            if distress(turn, self.ears) is None:
                raise
            log.warning("A turn broke and was answered without its household: %s", type(fault).__name__)
            return self._in_spare(replace(turn, progress=Progress()), scope)

    def _kept(self, turn: Turn, scope: Scope) -> tuple[Reply, Progress]:
        taken: tuple[Reply, Progress] | None = None
        alarms: tuple[Alarm, ...] = ()
        quiet = Quiet()
        if not turn.household:
            return self._in_spare(turn, scope)
        around = Around(TakingBack(scope.reminders), scope.device)
        try:
            with self.store.visit(turn.household) as home:
                alarms, quiet = home.household.alone_times.alarms, home.household.quiet
                taken = self._at_desk(turn, around, home)
        except StoreError as fault:
            log.warning("Nothing of this turn was kept: %s", fault)
            if turn.kind is Kind.DISABLED and not turn.persisted:
                self._mark_forgotten(turn.household)
            taken = taken or self._in_spare(turn, around)
            rings = around.reminders.take_back(alarms, quiet, turn.at)
            helped = isinstance(turn.progress.state, Crisis)
            return taken if helped else (_unkept(taken[0], rings=rings), taken[1])
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
            taken = self._at_desk(turn, scope, home)
            home.forget()
        return taken

    def _at_desk(self, turn: Turn, scope: Scope, home: Home) -> tuple[Reply, Progress]:
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
        return reply, desk.progress(reply)


def _is_given(lines: tuple[Spoken, ...]) -> bool:
    return any(isinstance(line, Line) and line.key.startswith(GIVEN) for line in lines)


def _unkept(reply: Reply, *, rings: bool) -> Reply:
    """The same reply, honest about what could not be kept; help and an early end stay as they are.

    Touch is not begun where the mark that ends it could not be kept.

    `rings` says that a reminder of this turn could not be taken back.
    """
    not_kept = (NOT_KEPT, MAY_STILL_RING) if rings else (NOT_KEPT,)
    match reply:
        case Ask(state=Crisis()):
            return reply
        case Ask(state=FirstIn()):
            return Close(not_kept)
        case Ask():
            return replace(reply, lines=(*not_kept, *reply.lines))
        case Close((Line("forgetting.done"), *ringing)):
            return replace(reply, lines=(FORGOTTEN_LATER, *ringing))
        case Close(lines) if EARLY_CLOSE not in lines and not _is_given(lines):
            return replace(reply, lines=not_kept)
        case _:
            return reply


def _note(turn: Turn, progress: Progress, seconds: float) -> None:
    """One line a turn: states and milliseconds, so that fear and any early end write the same."""
    if any(state is not None and state.UNTOLD for state in (turn.progress.state, progress.state)):
        return
    before, after = (
        type(state).__name__ if state else "closed" for state in (turn.progress.state, progress.state)
    )
    log.info("%s %s -> %s in %d ms", turn.kind, before, after, round(seconds * 1000))
