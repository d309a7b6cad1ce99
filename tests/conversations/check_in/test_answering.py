"""An answer is kept: who it is from first, asked three times at most; a pass is nobody's in particular."""

from __future__ import annotations

import pytest

from skill.domain.partner import Partner
from skill.domain.reply import Ask, Close, Reply
from skill.domain.turn import Slot
from tests.test_what_always_holds import House, Keeping


def _asked_whose() -> House:
    house = House(store=Keeping())
    house.take("CheckInIntent")
    house.take("KeepIntent")
    return house


def _question(reply: Reply) -> str:
    if isinstance(reply, Ask):
        return reply.question.key
    assert isinstance(reply, Close)
    return getattr(reply.lines[0], "key", "")


@pytest.mark.parametrize("intent", ["ExerciseIntent", "KeepIntent"])
def test_both_of_us_is_asked_again_three_times_at_most(intent: str):
    house = _asked_whose()
    company = {"company": Slot("both of us", "together")} if intent == "ExerciseIntent" else {}
    said = [_question(house.take(intent, company)) for _ in range(3)]
    assert said == ["whose.help", "whose.two_choices", "misheard.close"]


def test_a_third_name_is_asked_again_three_times_at_most():
    house = House(store=Keeping())
    for name in ("sam", "alex"):
        house.take("WhoIntent", {"name": Slot(name)})
    house.progress = House().progress
    house.take("CheckInIntent")
    house.take("KeepIntent")
    said = [_question(house.take("NameIntent", {"name": Slot("robin")})) for _ in range(3)]
    assert said == ["whose.help", "whose.two_choices", "misheard.close"]
    assert "Robin" not in house.kept()


def test_a_name_after_both_of_us_goes_on_as_ever():
    house = _asked_whose()
    house.take("ExerciseIntent", {"company": Slot("both of us", "together")})
    assert _question(house.take("NameIntent", {"name": Slot("sam")})) == "answering.question"
    assert house.progress.here is Partner.FIRST


@pytest.mark.parametrize("intent", ["NameIntent", "WhoIntent", "CallMeIntent"])
def test_whoever_gives_a_name_is_here_whichever_way_it_is_said(intent: str):
    house = _asked_whose()
    house.take(intent, {"name": Slot("sam")})
    assert house.progress.here is Partner.FIRST
    assert "name='Sam'" in house.kept()


def test_the_other_takes_over_before_the_words():
    house = _asked_whose()
    house.take("NameIntent", {"name": Slot("sam")})
    house.take("WhoIntent", {"name": Slot("alex")})
    assert house.progress.here is Partner.SECOND


def test_whose_pass_it_was_is_not_recorded():
    left = []
    for name in ("sam", "alex", None):
        house = House(store=Keeping())
        for known in ("sam", "alex"):
            house.take("WhoIntent", {"name": Slot(known)})
        house.progress = House().progress
        if name:
            house.take("WhoIntent", {"name": Slot(name)})
        house.take("CheckInIntent")
        house.take("SkipIntent", person=f"voice of {name}")
        left.append(house.kept())
    assert left[0] == left[1] == left[2]
