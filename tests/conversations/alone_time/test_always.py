from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.alone_time.wanted import MOST_ALARMS, planned
from skill.domain.reminder import Refusal
from skill.domain.reply import Ask, Close
from tests.conversations.alone_time.alone_room import House, words

VALUES = {
    "name": ["sam", "alex", "robin"],
    "whose": ["me", "partner"],
    "day": [
        "2026-11-24",
        "2026-11-26",
        "2026-11-28",
        "2026-W48-WE",
        "2026-W49",
        "2020-01-01",
        "PRESENT_REF",
        "?",
    ],
    "time": ["10:00", "10:30", "19:30", "00:05", "EV", "MO", "99"],
    "length": ["PT1H", "PT2H", "PT5M", "P3D", "x"],
    "lead": ["PT1H", "PT23H", "P3D", "x"],
    "until": ["11:00", "21:00", "?"],
    "rhythm": ["weekly", "once", "monthly"],
    "weekday": ["TH", "SU", "XX"],
    "helper": ["grandma", "stranger"],
    "town": ["Europe/Paris", "Nowhere/Land"],
    "moment": ["start"],
    "number": ["7", "19", "45", "?"],
    "company": ["alone"],
}
INTENTS = {
    "BookAloneTimeIntent": ["whose", "name", "day", "weekday", "rhythm", "time", "until", "length", "helper"],
    "WhenIntent": ["day", "weekday", "rhythm", "time", "until", "length"],
    "WhoseIntent": ["whose"],
    "NameIntent": ["name"],
    "WhoIntent": ["name"],
    "NumberIntent": ["number"],
    "NextAloneTimeIntent": ["whose", "name"],
    "WhoseTurnIntent": [],
    "MoveAloneTimeIntent": ["day", "time", "until", "weekday", "rhythm", "length"],
    "SkipAloneTimeIntent": ["day"],
    "CancelAloneTimeIntent": ["day"],
    "SwapIntent": ["name", "day"],
    "GiveIntent": ["name", "whose"],
    "ChoreIntent": [],
    "IdeaIntent": [],
    "StartSmallIntent": [],
    "UndoIntent": [],
    "CoverIntent": ["helper", "name"],
    "RemindMeIntent": ["lead", "moment"],
    "DontRemindIntent": [],
    "TownIntent": ["town"],
    "SkipIntent": [],
    "ExerciseIntent": ["company"],
    "AMAZON.YesIntent": [],
    "AMAZON.NoIntent": [],
    "AMAZON.HelpIntent": [],
    "AMAZON.RepeatIntent": [],
    "AMAZON.FallbackIntent": [],
    "AMAZON.StopIntent": [],
}
LIKELY = ["BookAloneTimeIntent", "AMAZON.YesIntent", "WhenIntent", "NameIntent", *INTENTS]
FULL = {"name": "sam", "day": "2026-11-28", "time": "10:00", "length": "PT1H"}


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    intent = draw(st.sampled_from(LIKELY))
    chosen = draw(st.lists(st.sampled_from(INTENTS[intent]), unique=True)) if INTENTS[intent] else []
    said = {slot: draw(st.sampled_from(VALUES[slot])) for slot in chosen}
    return intent, FULL | said if intent == "BookAloneTimeIntent" and draw(st.booleans()) else said


def _leads(house: House) -> set[int]:
    before = house.times.before
    return {lead for b in (*house.times.bookings, *(before.bookings if before else ())) for lead in b.leads}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(sentences(), st.booleans(), st.integers(0, 40)), min_size=4, max_size=25))
def test_whatever_is_said_nothing_rings_without_its_own_yes(
    said: list[tuple[tuple[str, dict[str, str]], bool, int]],
):
    house = House()
    for (intent, slots), granted, hours in said:
        house.granted = granted
        offered = isinstance(house.progress.state, OfferReminder)
        known = _leads(house)
        reply = house.say(intent, **slots)
        if isinstance(house.progress.state, OfferReminder) and not isinstance(reply, Ask):
            house.platform("ACCEPTED")
            offered = True
        assert _leads(house) <= known or (offered and intent == "AMAZON.YesIntent")
        _in_order(house)
        house.later(hours=hours if not house.progress.state else 0)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(sentences(), min_size=4, max_size=20),
    st.lists(st.sampled_from([None, *Refusal]), max_size=30),
)
def test_whatever_the_device_answers_nothing_breaks_and_bookings_stand(
    said: list[tuple[str, dict[str, str]]], refusals: list[Refusal | None]
):
    house = House()
    house.device.refusals = list(refusals)
    for intent, slots in said:
        booked = {b.id for b in house.booked}
        reply = house.say(intent, **slots)
        if isinstance(reply, Ask | Close):
            assert words(reply)
        if intent in ("AMAZON.HelpIntent", "RemindMeIntent", "DontRemindIntent", "NextAloneTimeIntent"):
            assert {b.id for b in house.booked} == booked
        assert len(house.times.alarms) <= MOST_ALARMS + len(refusals)


def _in_order(house: House) -> None:
    """The device has exactly what the bookings want from now on."""
    wall = house.now.replace(tzinfo=None)
    if house.household.zone and house.household.zone.name != "Europe/London":
        return
    wants = {(w.lead, w.at) for w in planned(house.times.bookings, wall).now}
    there = {(a.lead, a.next_ring(wall)) for a in house.times.alarms if a.next_ring(wall)}
    assert wants == there
    year = wall + timedelta(days=8)
    assert {at for _, at in wants if at <= year} <= set(house.device.rings(wall, year))
