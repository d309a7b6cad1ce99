"""What the conversations need from the world, as they need it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

from skill.domain.alone_time.nourishing import Idea
from skill.domain.check_in.check_ins import Pair
from skill.domain.check_in.question import Question
from skill.domain.distress import Distress
from skill.domain.exercise.exercise import Exercise
from skill.domain.fact import Fact
from skill.domain.forgetting import Leftover
from skill.domain.frame import Frame
from skill.domain.history import Entry
from skill.domain.household import Household
from skill.domain.small_moment import SmallMoment
from skill.domain.support import HelpList, Support
from skill.domain.turn import Heard


class StoreError(Exception):
    """Something could not be kept; the message names no household and no words."""


class Home(Protocol):
    """One household for the length of one turn; nobody else can change it meanwhile."""

    @property
    def household(self) -> Household:
        """The household as this turn has it now; a new one when it was not known."""

    @property
    def keeps(self) -> bool:
        """Whether what is kept here outlasts the process."""

    def keep(self, household: Household, *, scrub: bool = False) -> None:
        """Keeps the household when the turn ends; `scrub` leaves no older copy anywhere."""

    def record(self, entry: Entry) -> None:
        """Adds a line to the history when the turn ends."""

    def entries(self, since: date, until: date) -> Sequence[Entry]:
        """The history from `since` to `until`, both included, oldest first."""

    def keep_pair(self, pair: Pair) -> None:
        """Keeps two answers that have met; for a year."""

    def pairs(self) -> Iterator[Pair]:
        """The kept pairs, newest first."""

    def drop_pairs(self, before: date) -> None:
        """Deletes the pairs of days before a date."""

    def undo(self) -> None:
        """Lets go of all that this turn would keep, but for a forgetting."""

    def forget(self, leaving: tuple[Leftover, ...] = ()) -> None:
        """Deletes everything of the household when the turn ends: copies and set-aside files too.

        `leaving` is all that a new household under the same id begins with.
        """


class Store(Protocol):
    """All households; each is visited alone."""

    @property
    def keeps(self) -> bool:
        """Whether what is kept here outlasts the process."""

    def visit(self, household: str) -> AbstractContextManager[Home]:
        """Opens one household for a turn; what it kept is durable when the block ends.

        Raises:
            StoreError: at the end of the block, when it could not be kept (nothing of it is then kept).
        """

    def households(self) -> Iterable[str]:
        """The ids of all households."""

    def forget_later(self, household: str) -> None:
        """Marks a household that could not be opened now: it is deleted before it is ever read again.

        Raises:
            StoreError: when not even the mark could be kept.
        """


class Library(Protocol):
    """Words and content, read once."""

    def variants(self, key: str) -> int:
        """How many wordings a phrase has; 0 when there is no such phrase."""

    def phrase(self, locale: str, key: str) -> str:
        """The first wording of a phrase, as it is written: how long it lasts can be told from it."""

    @property
    def questions(self) -> Sequence[Question]:
        """All check-in questions."""

    @property
    def exercises(self) -> Sequence[Exercise]:
        """All exercises."""

    @property
    def small_moments(self) -> Sequence[SmallMoment]:
        """All small moments."""

    @property
    def frames(self) -> Sequence[Frame]:
        """All frames for saying something."""

    @property
    def facts(self) -> Sequence[Fact]:
        """All small true things."""

    @property
    def alone_ideas(self) -> Sequence[Idea]:
        """All ideas for time alone."""

    @property
    def alone_sizes(self) -> Sequence[int]:
        """The sizes of time alone that something is said of, in minutes."""

    def support(self, country: str) -> Support:
        """The verified help of a country; empty rows for one that is not known."""

    def help_list(self, country: str) -> HelpList:
        """The whole list of a country, as far as it is verified."""

    def word_list(self, name: str) -> frozenset[str]:
        """A list of words by its name, lower case."""

    @property
    def zones(self) -> Mapping[str, str]:
        """IANA zone names and their countries."""


class Ears(Protocol):
    """Reads words again that came in as free text."""

    def distress(self, words: str) -> Distress | None:
        """Danger or fear anywhere in the words; needs no library and no network."""

    def whole(self, words: str, locale: str, today: date) -> Heard | None:
        """The intent that the words are, fillers aside; None when they are anything more."""


class Device(Protocol):
    """What the device or its cloud answers, for this request only."""

    def time_zone(self) -> str | None:
        """The IANA zone of the device, or None when it cannot be had now."""


class Chance(Protocol):
    """Picks among wordings."""

    def pick(self, count: int) -> int:
        """A number from 0 to count - 1."""
