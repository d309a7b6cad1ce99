"""What is kept can be read by the people it is about, and nobody reads what the other has not revealed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from skill.bootstrap import open_store
from skill.commands import main
from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.alone_time.booking import THE_OTHER, Booking
from skill.domain.check_in.check_ins import CheckIns, KeptAnswer, Pair
from skill.domain.exercise.exercises import Exercises
from skill.domain.exercise.place import Place
from skill.domain.history import Entry
from skill.domain.household import Zone
from skill.domain.partner import Partner
from skill.domain.ports import Home
from skill.domain.track import Now, Stand, Tracks
from skill.exporting.export import export_all
from skill.library import Library
from skill.settings import Settings, SettingsError

MONDAY, NOON = date(2026, 11, 23), datetime(2026, 11, 23, 12, tzinfo=UTC)
LIBRARY = Library.english()
ASKED, ANSWERED = (question.id for question in LIBRARY.questions[:2])
EXERCISE = LIBRARY.exercises[0].id
SAMS, ALEXS, REVEALED = "the little boat", "the tall tree", "the warm bread"
BOTH = (KeptAnswer(Partner.FIRST, REVEALED), KeptAnswer(Partner.SECOND, "the old song"))
SATURDAY = (
    "- Sam: Saturday 28 November 2026 at 10:00, 60 minutes; the children are with Alex;"
    " a reminder 15 minutes before"
)
THURSDAYS = (
    "- one of the two of you: every Thursday at 19:30 from Thursday 26 November 2026 on, 90 minutes;"
    " not on Thursday 3 December 2026; the children are with grandma; a reminder when it starts"
)


def words(key: str) -> str:
    return LIBRARY.phrase("en-US", key)


def lived(home: Home, waiting: tuple[KeptAnswer, ...]) -> None:
    """A household that has used everything there is."""
    stand_over = Stand("another", "P21", 1000, NOON, MONDAY, Now.OVER)
    named = home.household.naming(Partner.FIRST, "sam").naming(Partner.SECOND, "alex")
    asked = CheckIns().asking(MONDAY, ASKED)
    saturday = Booking(1, Partner.FIRST, date(2026, 11, 28), time(10), 60, NOON, cover=THE_OTHER, leads=(15,))
    weekly = Booking(
        2, None, date(2026, 11, 26), time(19, 30), 90, NOON, weekly=True, cover="grandma", leads=(0,)
    )
    home.keep(
        replace(
            named,
            zone=Zone("Europe/London", NOON),
            check_ins=replace(asked, waiting=waiting, waiting_day=MONDAY),
            alone_times=AloneTimes((saturday, replace(weekly, skipped=(date(2026, 12, 3),)))),
            exercises=Exercises(Place(EXERCISE, 1, NOON, MONDAY, running=False), (), (EXERCISE,)),
            tracks=Tracks((Stand("a mark", EXERCISE, 1000, NOON, MONDAY), stand_over)),
        )
    )
    home.record(Entry(MONDAY, NOON, "check_in", ASKED))
    home.record(Entry(MONDAY, NOON, "exercise", EXERCISE))
    home.keep_pair(Pair(date(2026, 11, 20), ANSWERED, BOTH))


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    """Sam and Alex have each given an answer that nobody may hear yet."""
    sams, alexs = (
        KeptAnswer(Partner.FIRST, SAMS, ASKED, "one voice"),
        KeptAnswer(Partner.SECOND, ALEXS, ASKED, "one voice"),
    )
    with open_store(tmp_path).visit("us") as home:
        lived(home, (sams, alexs))
    return Settings(tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "# What Holding Hands keeps of you",
        "Your names: Sam and Alex.",
        "Your clocks are those of Europe/London.",
        "### Friday 20 November 2026",
        words(f"question.{ANSWERED}"),
        f"- Sam: “{REVEALED}”",
        "- Alex: “the old song”",
        SATURDAY,
        THURSDAYS,
        f"- Monday 23 November 2026: {words(f'question.{ASKED}')}",
        f"- Monday 23 November 2026: a check-in, {words(f'question.{ASKED}')}",
        f"- Monday 23 November 2026: an exercise, {words(f'exercise.{EXERCISE}.name')}",
        f"- {words(f'exercise.{EXERCISE}.name')}",
        "Not in here: an answer that only one of you has given, and what either of you said about closeness.",
    ],
)
def test_the_document_says_it_in_words(kept: Settings, line: str):
    assert line in export_all(kept, NOON).splitlines()


@pytest.mark.parametrize("raw", [True, False])
@pytest.mark.parametrize(
    ("speaker", "own", "others"),
    [
        ("", [], [SAMS, ALEXS]),
        ("sam", [SAMS], [ALEXS]),
        ("first", [SAMS], [ALEXS]),
        ("Alex", [ALEXS], [SAMS]),
        ("second", [ALEXS], [SAMS]),
    ],
)
def test_an_unrevealed_answer_is_nobody_elses_to_read(
    kept: Settings,
    speaker: str,
    own: list[str],
    others: list[str],
    raw: bool,  # noqa: FBT001 - the case
):
    exported = export_all(kept, NOON, speaker=speaker, raw=raw)
    assert REVEALED in exported
    assert all(answer in exported for answer in own)
    assert not any(answer in exported for answer in others)


@pytest.mark.parametrize("raw", [True, False])
@pytest.mark.parametrize("days", [0, 1])
def test_answers_that_have_met_are_in_it_once_on_their_own_day_too(
    tmp_path: Path,
    days: int,
    raw: bool,  # noqa: FBT001 - the case
):
    with open_store(tmp_path).visit("us") as home:
        met = CheckIns().asking(MONDAY, ASKED)
        for partner, said in ((Partner.FIRST, SAMS), (Partner.SECOND, ALEXS)):
            met = met.keeping(MONDAY, KeptAnswer(partner, said, ASKED))
        home.keep(replace(home.household, check_ins=met))
    exported = export_all(Settings(tmp_path), NOON + timedelta(days=days), raw=raw)
    assert [exported.count(said) for said in (SAMS, ALEXS)] == [1, 1]


@pytest.mark.parametrize("raw", [True, False])
def test_what_was_kept_until_four_is_not_in_it_after_four(kept: Settings, raw: bool):  # noqa: FBT001 - the case
    exported = export_all(kept, NOON + timedelta(days=1), speaker="sam", raw=raw)
    assert SAMS not in exported
    assert "until four in the morning" not in exported
    assert REVEALED in exported
    assert REVEALED not in export_all(kept, NOON + timedelta(days=364), raw=raw)


def test_the_raw_form_has_all_of_it_for_a_program(kept: Settings):
    (row,) = json.loads(export_all(kept, NOON, raw=True))
    assert row["household"]["first"]["name"] == "Sam"
    assert row["household"]["check_ins"]["depth"] == 0
    assert row["answers"][0]["answers"][0]["words"] == REVEALED
    assert row["history"][0]["which"] == ASKED


def test_an_answer_makes_no_heading_and_moves_no_cursor(tmp_path: Path):
    forged = KeptAnswer(Partner.FIRST, "bread\n# Sam said\x1b[2J")
    with open_store(tmp_path).visit("us") as home:
        home.keep_pair(Pair(MONDAY, "one that went", (forged, BOTH[1])))
    exported = export_all(Settings(tmp_path), NOON)
    assert "- one of you: “bread # Sam said [2J”" in exported.splitlines()
    assert "\x1b" not in exported
    assert "You gave no names." in exported


def test_where_nothing_is_kept_it_says_so(tmp_path: Path):
    assert "Nothing is kept here." in export_all(Settings(tmp_path), NOON)
    assert json.loads(export_all(Settings(tmp_path), NOON, raw=True)) == []


def test_two_households_are_told_apart(kept: Settings):
    with open_store(kept.data).visit("others") as home:
        home.keep(home.household.naming(Partner.FIRST, "kim"))
    exported = export_all(kept, NOON, speaker="sam")
    assert [line for line in exported.splitlines() if line.startswith("# Household")] == [
        "# Household 1",
        "# Household 2",
    ]
    assert ("One of you is Kim." in exported, SAMS in exported, ALEXS in exported) == (True, True, False)


def test_a_name_nobody_goes_by_is_one_sentence(kept: Settings):
    with pytest.raises(SettingsError, match="--speaker: nobody here"):
        export_all(kept, NOON, speaker="kim")


def test_the_command_takes_both_options(
    kept: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("HOLDING_HANDS_DATA", str(kept.data))
    assert main(["export"]) == 0
    assert capsys.readouterr().out.startswith("# What Holding Hands keeps of you\n")
    assert main(["export", "--json", "--speaker", "Sam"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["household"]["id"] == "us"
    assert main(["export", "--speaker", "kim"]) == 2
