"""No export tells what one of the two said about closeness, but to the one who said it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import fields, replace

from skill.bootstrap import open_store
from skill.domain.check_in.check_ins import CheckIns, KeptAnswer, Pair
from skill.domain.closeness.closeness import Closeness, Preference, Said
from skill.domain.exercise.exercises import Exercises
from skill.domain.forgetting import Leftover
from skill.domain.household import Household
from skill.domain.ladder import Rung, Touch
from skill.domain.partner import Partner, Person
from skill.domain.quiet import Nap, Quiet
from skill.exporting.export import export_all
from skill.exporting.readable import HIDDEN, IN_WORDS, RAW, Nearness, OwnWords
from skill.library import Library
from skill.settings import Settings

LIBRARY = Library.english()
MONDAY, NOON = date(2026, 11, 23), datetime(2026, 11, 23, 12, tzinfo=UTC)
FIRST, SECOND = Partner.FIRST, Partner.SECOND
VOICE = "0badcafe"
TOUCH = next(each for each in LIBRARY.exercises if each.touch is Touch.HUG)
HARMLESS = next(each for each in LIBRARY.exercises if each.touch is Touch.NONE)
MOMENT, FACT = LIBRARY.small_moments[0].id, LIBRARY.facts[0].id
OF_CLOSENESS = {
    "shown": {"rung"},
    "own": {"wanted", "more", "tonight"},
    "hidden": {"by_anyone", "rested_on", "paused_on", "paused_until", "asked_on"},
}
"""What becomes of each field of closeness."""
TOLD_OF_TOUCH = ("rested", "paused", "by_anyone", "asked_on", VOICE, TOUCH.id)


@dataclass
class Exports:
    """A folder with one household in it, and what is exported of it."""

    folder: Path

    def keep(self, household: Household, *pairs: Pair) -> None:
        with open_store(self.folder).visit(household.id) as home:
            home.keep(household)
            for pair in pairs:
                home.keep_pair(pair)

    def text(self, speaker: str = "", now: datetime = NOON) -> str:
        return export_all(Settings(self.folder), now, speaker=speaker)

    def json(self, speaker: str = "", now: datetime = NOON) -> str:
        return export_all(Settings(self.folder), now, speaker=speaker, raw=True)

    def household(self, speaker: str = "") -> dict[str, Any]:
        ((row),) = json.loads(self.json(speaker))
        found: dict[str, Any] = row["household"]
        return found


@pytest.fixture
def exports(tmp_path: Path) -> Exports:
    return Exports(tmp_path)


def words(key: str) -> str:
    return LIBRARY.shown("en-US", key)


def household(closeness: Closeness) -> Household:
    return Household("us", first=Person("Sam", VOICE), second=Person("Alex", "5ca1ab1e"), closeness=closeness)


def lived() -> Closeness:
    """Both want this; each has said something for today, and something they would rather say themselves."""
    both = Closeness(wanted={FIRST: Said(VOICE), SECOND: Said()}, rung=Rung.HAND, rested_on=MONDAY)
    tonight = {FIRST: Preference(MONDAY, Rung.HUG), SECOND: Preference(MONDAY, Rung.NEAR)}
    return replace(both, more={FIRST: Said(VOICE)}, tonight=tonight, by_anyone=Preference(MONDAY, Rung.WORDS))


def test_every_field_of_a_household_is_shown_or_hidden_and_somebody_decided_which():
    assert {field.name for field in fields(Household)} == RAW | HIDDEN
    assert not RAW & HIDDEN
    assert IN_WORDS <= RAW
    assert {field.name for field in fields(Person)} == {"name", "voice"}, (
        "the name is shown, the voice is not"
    )


def test_every_field_of_closeness_is_shown_to_its_own_or_hidden_and_somebody_decided_which():
    decided = [name for names in OF_CLOSENESS.values() for name in names]
    assert sorted(decided) == sorted(field.name for field in fields(Closeness))
    assert {field.name for field in fields(OwnWords)} == OF_CLOSENESS["own"]
    assert {field.name for field in fields(Nearness)} == OF_CLOSENESS["shown"] | {"own"}


def test_of_closeness_both_read_the_ladder_and_nothing_else(exports: Exports):
    exports.keep(household(lived()))
    assert exports.household()["closeness"] == {"rung": "hand"}
    section = exports.text().split("## Closeness\n\n")[1].split("\n\n")[0]
    assert section == "- For now the ladder stands at a hand."


@pytest.mark.parametrize(
    ("speaker", "own", "told", "untold"),
    [
        (
            "sam",
            {"wanted": True, "more": True, "tonight": "hug"},
            [
                "- Sam has said that they want this.",
                "- Sam has asked for one step more.",
                "- For Sam, a hug is fine today.",
            ],
            "Alex has",
        ),
        (
            "second",
            {"wanted": True, "tonight": "near"},
            ["- Alex has said that they want this.", "- For Alex, being near is fine today."],
            "Sam has",
        ),
    ],
)
def test_whoever_asks_for_their_own_words_reads_theirs_and_never_the_others(
    exports: Exports, speaker: str, own: dict[str, object], told: list[str], untold: str
):
    exports.keep(household(lived()))
    assert exports.household(speaker)["closeness"] == {"rung": "hand", "own": own}
    text = exports.text(speaker)
    assert [line for line in text.splitlines() if line in told] == told
    assert untold not in text
    assert text.count(" today.") == 1


@pytest.mark.parametrize("speaker", ["", "sam", "alex"])
def test_what_the_other_said_changes_no_letter_of_it(exports: Exports, speaker: str):
    exported = []
    other = {"sam": SECOND, "alex": FIRST}.get(speaker)
    for closeness in (lived(), _without(lived(), other)):
        exports.keep(household(closeness))
        exported.append((exports.text(speaker), exports.json(speaker)))
    assert exported[0] == exported[1]


def _without(closeness: Closeness, partner: Partner | None) -> Closeness:
    """The same as if a partner, or both where none is named, had said nothing, and nothing had been done."""
    gone = {partner} if partner else set(Partner)
    return Closeness(
        wanted={who: said for who, said in closeness.wanted.items() if who not in gone},
        more={who: said for who, said in closeness.more.items() if who not in gone},
        rung=closeness.rung,
        tonight={who: said for who, said in closeness.tonight.items() if who not in gone},
    )


@pytest.mark.parametrize("speaker", ["", "sam", "alex"])
def test_no_mark_of_touch_of_a_pause_or_of_a_voice_is_in_it(exports: Exports, speaker: str):
    answers = (KeptAnswer(FIRST, "bread", "us-01", VOICE), KeptAnswer(SECOND, "songs", "us-01"))
    kept = replace(
        household(replace(lived(), paused_on=MONDAY, asked_on=MONDAY)),
        all_paused_on=MONDAY,
        exercises=Exercises(set_aside=(TOUCH.id, HARMLESS.id)),
        check_ins=CheckIns(waiting=(answers[0],), waiting_day=MONDAY),
    )
    exports.keep(kept, Pair(MONDAY, "us-01", answers))
    for exported in (exports.text(speaker), exports.json(speaker)):
        assert [each for each in TOLD_OF_TOUCH if each in exported] == []
    assert exports.household(speaker)["exercises"]["set_aside"] == [HARMLESS.id]


def test_what_was_said_for_yesterday_is_gone_by_the_clock_that_turns_go_by(exports: Exports):
    exports.keep(replace(household(lived()), clock="America/New_York"))
    before_four = datetime(2026, 11, 24, 8, 59, tzinfo=UTC)
    assert '"tonight": "hug"' in exports.json("sam", before_four)
    assert '"tonight"' not in exports.json("sam", before_four.replace(hour=9, minute=0))


def test_where_all_is_forgotten_but_a_reminder_there_is_nothing_to_read(exports: Exports):
    exports.keep(Household("us", settled_on=MONDAY, leftovers=(Leftover("token", MONDAY),)))
    assert "Nothing is kept here." in exports.text()
    assert json.loads(exports.json()) == []


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({"clock": "Europe/Dublin"}, ["Your clocks are those of Europe/Dublin."]),
        ({"country": "IE"}, ["Your support list is the one for Ireland."]),
        ({"quiet": Quiet(time(19))}, ["You are whispered to from 19:00 until 06:00."]),
        (
            {"quiet": Quiet(nap=Nap(time(13), time(15)))},
            ["You are whispered to at nap time, from 13:00 until 15:00."],
        ),
        (
            {"small_moments": (MOMENT,)},
            [
                "## The last small moments you were given",
                f"- {words(f'small_moment.{MOMENT}')}",
            ],
        ),
        (
            {"facts_heard": (FACT,)},
            ["## Small true things you were told", f"- {words(f'fact.{FACT}')}"],
        ),
        (
            {"leftovers": (Leftover("token", date(2026, 12, 1)),)},
            ["- a reminder from before everything was forgotten; its id goes by Tuesday 1 December 2026"],
        ),
    ],
    ids=lambda change: next(iter(change)) if isinstance(change, dict) else None,
)
def test_the_document_tells_of_it(exports: Exports, change: dict[str, Any], lines: list[str]):
    exports.keep(replace(household(Closeness()), **change))
    assert [line for line in exports.text().splitlines() if line in lines] == lines
