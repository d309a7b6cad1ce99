"""What is kept, written out in Markdown: headings, names, days in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from skill.domain.alone_time.booking import THE_OTHER, Booking
from skill.domain.check_in.check_ins import KeptAnswer
from skill.domain.forgetting import Leftover
from skill.domain.history import Entry
from skill.domain.household import Household
from skill.domain.partner import Partner
from skill.domain.track import Now
from skill.exporting.kept import Kept
from skill.exporting.readable import OwnWords
from skill.library import Library

LOCALE = "en-US"
DONE = {"check_in": "question.{which}", "exercise": "exercise.{which}.name"}
"""The phrase that says what was done, by its kind."""


def document(found: Sequence[Kept], library: Library) -> str:
    """All households in one document."""
    if not found:
        return f"{_say('title')}\n\n{_say('nothing')}\n"
    parts: list[str] = [_say("title"), *(_promise(each) for each in found if each.own or len(found) == 1)]
    for number, kept in enumerate(found, 1):
        if len(found) > 1:
            parts.append(_say("household", number=number))
        parts += Writer(kept, library).parts()
    return "\n\n".join([*parts, _say("raw")]) + "\n"


def _promise(kept: Kept) -> str:
    if kept.own is None:
        return _say("unrevealed")
    return _say("unrevealed.own", name=name_of(kept.household, kept.own))


class Writer:
    """Writes one household out."""

    def __init__(self, kept: Kept, library: Library) -> None:
        self.household = kept.household
        self.kept = kept
        self.library = library

    def parts(self) -> Iterator[str]:
        """Its sections; one that has nothing in it is left out."""
        yield _say("you") + "\n\n" + "\n".join(self._about())
        yield from self._section("pairs", self._pairs())
        if self.kept.own:
            waiting = (self._answers(a.question, (a,)) for a in self.household.check_ins.waiting)
            yield from self._section("waiting", waiting, name=name_of(self.household, self.kept.own))
        yield from self._section("alone_time", map(self._booking, self.household.alone_times.bookings))
        yield from self._section("done", map(self._done, self.kept.history))
        yield from self._section("closeness", self._closeness())
        yield from self._section("questions", self._questions())
        yield from self._section("place", self._exercises(self._places()))
        yield from self._section("aside", self._exercises(self.household.exercises.set_aside))
        yield from self._section("moments", self._listed("small_moment", self.household.small_moments))
        yield from self._section("facts", self._listed("fact", self.household.facts_heard))
        yield from self._section("leftovers", map(_leftover, self.household.leftovers))

    def _section(self, key: str, lines: Iterable[str], **values: object) -> Iterator[str]:
        if written := "\n".join(lines).rstrip():
            yield f"{_say(key, **values)}\n\n{written}"

    def _about(self) -> Iterator[str]:
        yield _names([name for name in map(self.household.name, Partner) if name])
        if self.household.zone or self.household.clock:
            yield _say("zone", zone=self.household.night)
        if self.household.country:
            yield _say("country", country=self._phrase(f"support.country.{self.household.country}"))
        quiet = self.household.quiet
        if quiet.since:
            yield _say("quiet", time=f"{quiet.since:%H:%M}", until=f"{quiet.ends:%H:%M}")
        if quiet.nap:
            yield _say("quiet.nap", time=f"{quiet.nap.since:%H:%M}", until=f"{quiet.nap.ends:%H:%M}")

    def _closeness(self) -> Iterator[str]:
        """The ladder, which both may hear of; and what one has said for themselves."""
        closeness = self.kept.closeness
        yield _say("ladder", step=self._phrase(f"ladder.step.{closeness.rung}"))
        own, name = closeness.own or OwnWords(), name_of(self.household, self.kept.own)
        if own.wanted:
            yield _say("closeness.wanted", name=name)
        if own.more:
            yield _say("closeness.more", name=name)
        if own.tonight:
            yield _say(f"closeness.tonight.{own.tonight}", name=name)

    def _pairs(self) -> Iterator[str]:
        for pair in self.kept.pairs:
            yield f"{_say('asked_on', day=in_words(pair.day))}\n"
            yield self._answers(pair.question, pair.answers) + "\n"

    def _answers(self, question: str, answers: Iterable[KeptAnswer]) -> str:
        given = (
            _say("answer", name=name_of(self.household, a.partner), words=plain(a.words)) for a in answers
        )
        return "\n".join([self._phrase(f"question.{question}"), "", *given])

    def _booking(self, booking: Booking) -> str:
        return _say(
            "booking.weekly" if booking.weekly else "booking.once",
            name=name_of(self.household, booking.whose),
            day=in_words(booking.day),
            weekday=f"{booking.day:%A}",
            time=f"{booking.at:%H:%M}",
            length=_say("length", minutes=booking.minutes),
            more="".join(self._more(booking)),
        )

    def _more(self, booking: Booking) -> Iterator[str]:
        if booking.ends:
            yield _say("booking.ends", day=in_words(booking.ends))
        for day in booking.skipped:
            yield _say("booking.skipped", day=in_words(day))
        if booking.cover:
            yield _say("booking.cover", helper=self._helper(booking))
        for lead in booking.leads:
            yield _say("booking.reminder", lead=lead) if lead else _say("booking.reminder.now")

    def _helper(self, booking: Booking) -> str:
        if booking.cover == THE_OTHER and booking.whose:
            return name_of(self.household, booking.whose.other)
        return self._phrase(f"helper.{booking.cover}")

    def _questions(self) -> Iterator[str]:
        for asked in self.household.check_ins.asked:
            yield _say("question", day=in_words(asked.day), what=self._phrase(f"question.{asked.question}"))

    def _done(self, entry: Entry) -> str:
        day = in_words(entry.day)
        if entry.what not in DONE:
            return _say("done.other", day=day, what=entry.what.replace("_", " "))
        return _say(
            f"done.{entry.what}", day=day, what=self._phrase(DONE[entry.what].format(which=entry.which))
        )

    def _places(self) -> Iterable[str]:
        """The exercises that wait halfway, in words or as tracks, each once."""
        place = self.household.exercises.place
        tracks = (each.exercise for each in self.household.tracks.stands if each.now is not Now.OVER)
        return dict.fromkeys([*([place.exercise] if place else []), *tracks])

    def _exercises(self, ids: Iterable[str]) -> Iterator[str]:
        return (_say("item", what=self._phrase(f"exercise.{each}.name")) for each in ids)

    def _listed(self, subject: str, ids: Iterable[str]) -> Iterator[str]:
        return (_say("item", what=self._phrase(f"{subject}.{each}")) for each in ids)

    def _phrase(self, key: str) -> str:
        return self.library.phrase(LOCALE, key) if self.library.variants(key) else _say("gone")


def _names(given: Sequence[str]) -> str:
    match given:
        case [first, second]:
            return _say("names", first=first, second=second)
        case [name]:
            return _say("names.one", name=name)
        case _:
            return _say("names.none")


def name_of(household: Household, partner: Partner | None) -> str:
    """A first name, or what stands for one."""
    if partner is None:
        return _say("somebody")
    return household.name(partner) or _say(partner.value)


def _leftover(left: Leftover) -> str:
    return _say("leftover", day=in_words(left.until))


def in_words(day: date) -> str:
    """A day as people write it."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def plain(words: str) -> str:
    """Somebody's words on one line: they make no heading and move no cursor."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


@cache
def _words() -> dict[str, str]:
    read: dict[str, str] = json.loads((files("skill.exporting") / "words.json").read_bytes())
    return read


def _say(key: str, **values: object) -> str:
    return _words()[key].format(**values)
