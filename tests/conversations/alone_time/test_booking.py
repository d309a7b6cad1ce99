from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from skill.domain.alone_time.expectations import WhoseTime
from skill.domain.partner import Partner
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close
from skill.stores.memory import MemoryStore
from tests.conversations.alone_time.alone_room import House, asked, keys, words


@pytest.fixture
def house() -> House:
    return House()


def test_one_breath_is_enough(house: House):
    assert asked(house.book()) == "offer_reminder"
    (booking,) = house.booked
    assert (booking.whose, booking.day, booking.at, booking.minutes) == (
        Partner.FIRST,
        date(2026, 11, 28),
        time(10),
        60,
    )


@pytest.mark.parametrize(
    ("missing", "key"),
    [("day", "which_day"), ("time", "which_time"), ("length", "how_long"), ("name", "whose_time")],
)
def test_what_is_missing_is_asked(house: House, missing: str, key: str):
    assert asked(house.book(**{missing: ""})) == key
    assert house.booked == []


@pytest.mark.parametrize(
    "day", ["?", "2026-W49", "2026-12", "2026", "202X", "2026-WI", "2020-01-01", "2029-01-01", "x"]
)
def test_a_day_that_is_none_is_asked_again(house: House, day: str):
    reply = house.book(day=day)
    assert asked(reply) == "which_day"
    assert keys(reply)[0].startswith("alone_time.trouble.day.")


@pytest.mark.parametrize("at", ["?", "25:00", "MO", "AF", "EV", "NI"])
def test_a_time_that_is_none_is_asked_again(house: House, at: str):
    assert asked(house.book(time=at)) == "which_time"


@pytest.mark.parametrize("length", ["?", "PT14M", "PT12H1M", "P1D", "P1W", "PT0S"])
def test_a_length_that_is_none_is_asked_again(house: House, length: str):
    reply = house.book(length=length)
    assert asked(reply) == "how_long"
    assert keys(reply)[0].startswith("alone_time.trouble.length.")


@pytest.mark.parametrize("length", ["PT15M", "PT12H"])
def test_the_shortest_and_the_longest_are_booked(house: House, length: str):
    assert asked(house.book(length=length)) == "offer_reminder"


@pytest.mark.parametrize("at", ["00:00", "05:59"])
def test_an_hour_before_six_is_asked_back(house: House, at: str):
    assert asked(house.book(time=at)) == "early_hour"
    house.yes()
    assert len(house.booked) == 1


def test_six_is_not_asked_back(house: House):
    assert asked(house.book(time="06:00")) == "offer_reminder"


def test_me_without_a_name_asks_for_one_and_knows_the_speaker_then(house: House):
    assert asked(house.book(name="", whose="me")) == "whose_time"
    house.say("NameIntent", name="alex")
    assert house.progress.here is Partner.FIRST
    assert house.booked[0].whose is Partner.FIRST


def test_mine_said_as_for_me_is_no_exercise(house: House):
    house.book(name="")
    reply = house.say("ExerciseIntent", company="alone")
    assert asked(reply) == "whose_time"


def test_my_partner_is_the_other_of_whoever_speaks(house: House):
    house.say("WhoIntent", name="sam")
    house.book(name="", whose="partner")
    assert house.booked[0].whose is Partner.SECOND


def test_my_partner_of_an_unknown_voice_is_asked_by_name(house: House):
    assert asked(house.book(name="", whose="partner")) == "whose_time"


def test_without_a_name_it_is_booked_for_one_of_the_two(house: House):
    house.book(name="")
    assert asked(house.say("SkipIntent")) == "offer_reminder"
    assert house.booked[0].whose is None


def test_a_third_name_is_asked_and_not_learned(house: House):
    house.book()
    house.book(name="alex", day="2026-11-29")
    assert asked(house.book(name="robin", day="2026-11-30")) == "whose_time"
    assert house.household.called("robin") is None


def test_the_same_time_is_not_booked_twice(house: House):
    house.book()
    reply = house.book()
    assert isinstance(reply, Close)
    assert len(house.booked) == 1


def test_a_booking_said_again_with_more_is_still_the_same_one(house: House):
    house.book(time="", length="")
    house.say("WhenIntent", time="11:00", length="PT30M")
    assert [(b.at, b.minutes) for b in house.booked] == [(time(11), 30)]


def test_every_thursday_is_weekly(house: House):
    house.book(day="", weekday="TH", time="19:30")
    assert (house.booked[0].weekly, house.booked[0].day) == (True, date(2026, 11, 26))


def test_a_weekly_one_may_begin_later(house: House):
    house.book(day="2026-12-05", weekday="TH", time="19:30")
    assert house.booked[0].day == date(2026, 12, 10)


def test_twenty_are_as_many_as_it_keeps(house: House):
    for number in range(20):
        house.book(day=f"2026-12-{number + 1:02}")
    assert isinstance(house.book(day="2026-12-30"), Close)
    assert len(house.booked) == 20


def test_the_zone_is_asked_of_the_device_when_booking(house: House):
    house.book()
    house.settings.zone = "Europe/Paris"
    house.book(day="2026-11-29")
    assert house.household.zone
    assert house.household.zone.name == "Europe/Paris"


@pytest.mark.parametrize(
    ("intent", "slots", "zone"),
    [
        ("TownIntent", {"town": "America/Denver"}, "America/Denver"),
        ("TownIntent", {"town": "Nowhere/Land"}, "Europe/London"),
        ("NameIntent", {"name": "springfield"}, "Europe/London"),
        ("SkipIntent", {}, "Europe/London"),
    ],
)
def test_an_unknown_zone_is_asked_once(house: House, intent: str, slots: dict[str, str], zone: str):
    house.settings.zone = None
    assert asked(house.book()) == "which_town"
    assert asked(house.say(intent, **slots)) == "offer_reminder"
    assert house.household.zone
    assert house.household.zone.name == zone
    house.later(days=3)
    assert asked(house.book(day="2026-11-29")) == "offer_reminder"


def test_the_one_who_goes_cannot_cover(house: House):
    house.book()
    house.say("WhoIntent", name="sam")
    assert keys(house.say("CoverIntent")) == ["cover.who_goes"]
    assert house.booked[0].cover == ""


def test_an_unknown_voice_covers_the_next_uncovered_one(house: House):
    house.book(helper="grandma")
    house.book(day="2026-11-29", helper="")
    house.say("CoverIntent")
    assert [b.cover for b in house.booked] == ["grandma", "other"]


def test_a_name_that_is_no_partner_is_a_helper_and_not_learned(house: House):
    house.book()
    house.say("CoverIntent", name="maria")
    assert house.booked[0].cover == "someone"
    assert house.household.called("maria") is None


def test_a_platform_answer_that_nobody_waits_for_is_not_answered(house: House):
    assert not isinstance(house.platform("ACCEPTED"), Ask | Close)


def test_after_midnight_days_are_named_by_their_weekday():
    house = House(now=datetime(2026, 11, 29, 0, 30, tzinfo=UTC))
    assert "Sunday" in words(house.book(day="2026-11-29"))
    assert "Monday" in words(house.book(day="2026-11-30", name="alex"))


@pytest.mark.parametrize("name", ["sam", ""])
def test_the_longest_booking_still_fits_one_breath(house: House, name: str):
    house.book(name="", time="", length="", helper="sitter", day="2026-12-26")
    house.say("WhenIntent", time="19:30", length="PT2H45M")
    said = words(house.say("NameIntent", name="sam") if name else house.say("SkipIntent"))
    assert len(said.split()) <= 40
    assert max(len(sentence.split()) for sentence in said.replace("?", ".").split(".")) <= 20


def test_where_nothing_can_be_kept_nothing_is_booked():
    house = House(store=MemoryStore())
    assert keys(house.book()) == ["alone_time.cannot_keep"]
    assert house.booked == []


@pytest.mark.parametrize("missing", ["day", "time", "length"])
def test_skip_leaves_the_booking_and_passes_no_question(house: House, missing: str):
    house.book(**{missing: ""})
    assert keys(house.say("SkipIntent")) == ["alone_time.not_now"]
    assert house.household.check_ins.passed_on is None


def test_both_of_us_is_no_exercise_and_is_asked_again(house: House):
    house.book(name="")
    assert asked(house.say("ExerciseIntent", company="together")) == "whose_time"
    assert house.booked == []


def test_a_no_to_whose_time_books_nothing(house: House):
    house.book(name="")
    assert keys(house.no()) == ["alone_time.not_now"]
    assert house.booked == []


def test_a_no_to_a_first_name_or_skip_it_skips_the_name(house: House):
    house.book(name="")
    house.say("AMAZON.FallbackIntent")
    house.say("AMAZON.FallbackIntent")
    house.no()
    assert [booking.whose for booking in house.booked] == [None]


def test_after_anything_that_was_understood_a_no_books_nothing_again(house: House):
    house.book(name="")
    house.say("AMAZON.FallbackIntent")
    house.say("AMAZON.FallbackIntent")
    house.say("MoodIntent", mood="quarrel")
    assert isinstance(house.progress.state, WhoseTime)
    house.no()
    assert house.booked == []


@pytest.mark.parametrize("missing", ["day", "time", "length", "name"])
def test_hard_words_are_heard_as_such_and_the_booking_waits(house: House, missing: str):
    before = house.book(**{missing: ""})
    reply = house.say("MoodIntent", mood="quarrel")
    assert keys(reply)[0] == "mood.quarrel"
    assert asked(reply) == asked(before)
    assert isinstance(reply, Ask)
    assert isinstance(before, Ask)
    assert reply.state == before.state


@pytest.mark.parametrize(("intent", "slots"), [("SkipIntent", {}), ("TownIntent", {"town": "Nowhere/Land"})])
def test_by_which_clock_it_goes_is_said_where_no_town_tells(house: House, intent: str, slots: dict[str, str]):
    house.settings.zone = None
    house.book()
    reply = house.say(intent, **slots)
    assert keys(reply)[0] == "alone_time.clock_of"
    assert "London time" in words(reply)


@pytest.mark.parametrize(
    ("intent", "slots"), [("WhenIntent", {"time": "02:00"}), ("NumberIntent", {"number": "2"})]
)
def test_a_bare_hour_answers_how_long(house: House, intent: str, slots: dict[str, str]):
    house.book(length="")
    assert asked(house.say(intent, **slots)) == "offer_reminder"
    assert [(b.at, b.minutes) for b in house.booked] == [(time(10), 120)]


def test_another_start_said_at_how_long_with_minutes_is_a_start(house: House):
    house.book(length="")
    assert asked(house.say("WhenIntent", time="10:30")) == "how_long"
    house.say("WhenIntent", length="PT1H")
    assert [b.at for b in house.booked] == [time(10, 30)]


@pytest.mark.parametrize("wording", range(6))
def test_the_longest_booking_by_an_assumed_clock_still_fits_one_breath(house: House, wording: int):
    house.settings.zone, house.chance.turn = None, wording
    house.book(time="", length="", helper="sitter", day="2026-12-26")
    house.say("WhenIntent", time="19:30", length="PT2H45M")
    assert len(words(house.say("SkipIntent")).split()) <= 40


@pytest.mark.parametrize(
    ("said", "at", "minutes"),
    [
        ({"time": "10:00", "until": "11:00"}, time(10), 60),
        ({"time": "07:00", "until": "21:00"}, time(19), 120),
        ({"time": "22:00", "until": "13:00"}, time(22), 180),
        ({"time": "10:00", "until": "?", "length": "PT2H"}, time(10), 120),
    ],
)
def test_from_one_hour_to_another_is_a_time_and_a_length(
    house: House, said: dict[str, str], at: time, minutes: int
):
    house.book(**({"length": ""} | said))
    assert [(b.at, b.minutes) for b in house.booked] == [(at, minutes)]


def test_how_long_is_told_by_when_it_ends(house: House):
    assert asked(house.book(time="14:00", length="")) == "how_long"
    assert asked(house.say("WhenIntent", until="14:10")) == "how_long"
    house.say("WhenIntent", until="16:00")
    assert [(b.at, b.minutes) for b in house.booked] == [(time(14), 120)]


def test_a_part_of_the_day_said_before_counts_for_both_ends(house: House):
    house.book(time="EV", length="")
    house.say("WhenIntent", time="07:00", until="09:00")
    assert [(b.at, b.minutes) for b in house.booked] == [(time(19), 120)]


def test_a_booking_never_starts_in_an_hour_that_the_clocks_leave_out(house: House):
    reply = house.book(day="2027-03-28", time="01:30")
    assert asked(reply) == "early_hour"
    reply = house.yes()
    assert keys(reply)[0] == "alone_time.clocks_change"
    assert [b.at for b in house.booked] == [time(2, 30)]


def test_a_weekly_booking_whose_first_start_is_left_out_says_its_real_hour(house: House):
    house.now = datetime(2027, 3, 25, 12, tzinfo=UTC)
    house.book(day="", weekday="SU", time="01:30")
    reply = house.yes()
    assert keys(reply)[0] == "alone_time.clocks_change_first"
    assert "first it's half past 2 in the morning" in words(reply)
    assert [b.at for b in house.booked] == [time(1, 30)]
    house.progress = Progress()
    assert "half past 2 in the morning" in words(house.say("NextAloneTimeIntent"))


def test_a_rhythm_that_cannot_be_booked_is_asked_about_and_books_nothing(house: House):
    assert asked(house.book(day="", weekday="FR", rhythm="fortnightly")) == "how_often"
    assert house.booked == []
    assert keys(house.no()) == ["alone_time.not_now"]
    assert house.booked == []


@pytest.mark.parametrize(
    ("intent", "slots", "booked"),
    [
        ("WhenIntent", {"rhythm": "weekly"}, "weekly"),
        ("WhenIntent", {"weekday": "FR"}, "weekly"),
        ("WhenIntent", {"rhythm": "once"}, "once"),
        ("WhenIntent", {"day": "2026-11-27"}, "once"),
        ("AMAZON.NextIntent", {}, "once"),
    ],
)
def test_every_week_or_the_next_one_is_booked_when_that_is_what_is_answered(
    house: House, intent: str, slots: dict[str, str], booked: str
):
    house.book(day="", weekday="FR", rhythm="fortnightly")
    assert asked(house.say(intent, **slots)) == "offer_reminder"
    assert [(b.day, b.weekly) for b in house.booked] == [(date(2026, 11, 27), booked == "weekly")]


def test_a_rhythm_the_platform_knows_no_id_of_is_asked_about_too(house: House):
    assert asked(house.book(rhythm="every blue moon")) == "how_often"


def test_anything_else_that_is_said_of_it_leaves_the_rhythm_open(house: House):
    house.book(day="", weekday="FR", rhythm="monthly")
    assert asked(house.say("WhenIntent", length="PT2H")) == "how_often"
    assert asked(house.yes()) == "how_often"
    house.say("WhenIntent", rhythm="once")
    assert [b.minutes for b in house.booked] == [120]


def test_a_booking_moves_to_no_rhythm_that_cannot_be_booked(house: House):
    house.book()
    house.no()
    assert asked(house.say("MoveAloneTimeIntent", rhythm="fortnightly", weekday="SU")) == "how_often"
    house.say("WhenIntent", rhythm="once")
    assert [(b.day, b.weekly) for b in house.booked] == [(date(2026, 11, 29), False)]


def test_no_to_the_town_is_asked_and_a_second_no_books_nothing(house: House):
    house.settings.zone = None
    house.book()
    assert asked(house.no()) == "on_clock"
    assert keys(house.no()) == ["alone_time.not_now"]
    assert house.booked == []
    assert house.household.zone is None


@pytest.mark.parametrize(
    ("intent", "slots", "zone"),
    [("AMAZON.YesIntent", {}, "Europe/London"), ("TownIntent", {"town": "America/Denver"}, "America/Denver")],
)
def test_after_no_town_a_yes_or_a_town_books_it(house: House, intent: str, slots: dict[str, str], zone: str):
    house.settings.zone = None
    house.book()
    house.no()
    assert asked(house.say(intent, **slots)) == "offer_reminder"
    assert house.household.zone
    assert house.household.zone.name == zone
