"""An answer is kept: who it is from first, asked three times at most; a pass is nobody's in particular."""

from __future__ import annotations

import pytest

from skill.domain.check_in.expectations import Answering
from skill.domain.partner import Partner
from skill.domain.reply import Ask, Close, Reply
from skill.domain.turn import Slot
from skill.domain.voice import mark
from tests.house import House, Keeping


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


@pytest.mark.parametrize(
    ("intent", "slot", "said"),
    [
        ("WhoseIntent", "whose", "me"),
        ("WhoseIntent", "whose", "partner"),
        ("WhichOfUsIntent", "which", "same"),
        ("WhichOfUsIntent", "which", "both"),
    ],
)
def test_me_again_and_both_are_asked_for_a_first_name(intent: str, slot: str, said: str):
    house = _asked_whose()
    reply = house.take(intent, {slot: Slot(said, said)})
    assert _question(reply) == "whose.help"
    assert isinstance(reply, Ask)
    assert not any("misheard" in getattr(line, "key", "") for line in reply.lines), "it was heard"


@pytest.mark.parametrize("said", ["me", "same"])
def test_its_me_is_enough_of_a_voice_that_is_known(said: str):
    house = _asked_whose()
    with house.store.visit("us") as home:
        named = home.household.naming(Partner.FIRST, "sam").naming(Partner.SECOND, "alex")
        home.keep(named.linking(Partner.SECOND, mark("a voice")))
    intent, slot = ("WhoseIntent", "whose") if said == "me" else ("WhichOfUsIntent", "which")
    reply = house.take(intent, {slot: Slot(said, said)}, person="a voice")
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Answering)
    assert reply.state.partner is Partner.SECOND


def test_nobody_has_to_say_who_it_is_and_it_is_no_pass():
    house = _asked_whose()
    before = house.kept()
    assert _question(house.take("WhichOfUsIntent", {"which": Slot("neither", "nobody")})) == "whose.nobody"
    assert house.kept() == before


@pytest.mark.parametrize(
    ("intent", "said"), [("WhoseIntent", "me"), ("WhichOfUsIntent", "same"), ("WhichOfUsIntent", "both")]
)
@pytest.mark.parametrize("wish", ["DeleteAnswerIntent", "ForgetAnswersIntent"])
def test_whose_is_to_go_takes_a_first_name(intent: str, said: str, wish: str):
    house = House(store=Keeping())
    house.take("WhoIntent", {"name": Slot("sam")})
    house.progress = House().progress
    house.take(wish)
    slot = "whose" if intent == "WhoseIntent" else "which"
    assert _question(house.take(intent, {slot: Slot(said, said)})) == "whose_to_delete.help"
    assert _question(house.take("WhichOfUsIntent", {"which": Slot("nobody", "nobody")})) == (
        "whose_to_delete.stays"
    )
