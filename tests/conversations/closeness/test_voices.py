from __future__ import annotations

import pytest

from skill.domain.closeness.expectations import LinkingVoice, WhoseVoice
from skill.domain.ladder import Rung
from skill.domain.partner import Partner
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Reply
from skill.domain.turn import Slot
from tests.conversations.closeness.closeness_house import closeness, house, household, keys, says
from tests.house import House

SAMS, ALEXS = "the voice of sam", "the voice of alex"


def _link(here: House, partner: Partner, person: str, yes_by: str | None = "") -> Reply:
    says(here, partner, "LinkVoiceIntent", person=person)
    return here.take("AMAZON.YesIntent", person=person if yes_by == "" else yes_by)


def test_a_voice_is_linked_after_its_own_yes_and_then_known():
    here = house()
    asked = says(here, Partner.FIRST, "LinkVoiceIntent", person=SAMS)
    assert isinstance(asked, Ask)
    assert isinstance(asked.state, LinkingVoice)
    assert household(here).first.voice is None
    assert keys(here.take("AMAZON.YesIntent", person=SAMS)) == ("voice.linked",)
    assert says(here, None, "WantThisIntent", person=SAMS)
    assert set(closeness(here).wanted) == {Partner.FIRST}


@pytest.mark.parametrize("other", [None, ALEXS])
def test_a_yes_of_any_other_voice_links_nothing(other: str | None):
    here = house()
    assert keys(_link(here, Partner.FIRST, SAMS, yes_by=other)) == ("voice.another",)
    assert household(here).first.voice is None


def test_a_no_links_nothing():
    here = house()
    says(here, Partner.FIRST, "LinkVoiceIntent", person=SAMS)
    assert keys(here.take("AMAZON.NoIntent", person=SAMS)) == ("voice.stays",)
    assert household(here).first.voice is None


def test_a_linked_voice_wins_over_a_name_for_its_own_turns_only():
    here = house(Rung.WORDS)
    _link(here, Partner.FIRST, SAMS)
    here.progress = Progress()
    here.take("WhoIntent", {"name": Slot("alex")}, person=ALEXS)
    here.take("MoreIntent", person=SAMS)
    assert set(closeness(here).more) == {Partner.FIRST}


def test_who_was_known_by_voice_is_nobody_once_an_unknown_voice_speaks():
    here = house(Rung.WORDS)
    _link(here, Partner.FIRST, SAMS)
    here.progress = Progress()
    here.take("CheckInIntent", person=SAMS)
    here.take("MoreIntent", person=None)
    assert closeness(here).more == {}


def test_a_known_voice_that_gives_the_others_name_is_told_how_it_is_known():
    here = house(Rung.WORDS)
    _link(here, Partner.FIRST, SAMS)
    assert "who.by_voice" in keys(says(here, None, "WhoIntent", {"name": "alex"}, person=SAMS))
    here.take("MoreIntent", person=SAMS)
    assert set(closeness(here).more) == {Partner.FIRST}


def test_a_voice_is_one_persons():
    here = house()
    _link(here, Partner.FIRST, SAMS)
    with here.store.visit("us") as home:
        home.keep(home.household.linking(Partner.SECOND, home.household.first.voice))
    assert household(here).first.voice is None
    assert household(here).speaking(SAMS) is Partner.SECOND


def test_a_changed_id_is_an_unknown_voice_and_can_be_linked_anew():
    here = house()
    _link(here, Partner.FIRST, SAMS)
    assert isinstance(says(here, None, "WantThisIntent", person="another id"), Ask)
    assert closeness(here).wanted == {}
    assert keys(_link(here, Partner.FIRST, "another id")) == ("voice.linked",)
    assert household(here).speaking(SAMS) is None


def test_forgetting_leaves_nothing_of_the_link_and_asks_who_only_when_it_is_not_known():
    here = house()
    _link(here, Partner.FIRST, SAMS)
    assert keys(says(here, None, "UnlinkVoiceIntent", person=SAMS)) == ("voice.forgotten",)
    assert household(here).first.voice is None
    _link(here, Partner.FIRST, SAMS)
    asked = says(here, None, "UnlinkVoiceIntent")
    assert isinstance(asked, Ask)
    assert asked.state == WhoseVoice(forgetting=True)
    assert keys(here.take("NameIntent", {"name": Slot("robin")}))[0] == "voice.nobody"
    assert keys(here.take("NameIntent", {"name": Slot("sam")})) == ("voice.forgotten",)
    assert household(here).first.voice is None


def test_a_device_that_tells_no_voices_apart_says_so():
    here = house()
    assert keys(says(here, Partner.FIRST, "LinkVoiceIntent")) == ("voice.cannot_tell",)


def test_a_linked_voice_opens_nothing_private():
    here = house()
    _link(here, Partner.FIRST, SAMS)
    here.progress = Progress()
    here.take("CheckInIntent", person=SAMS)
    here.take("KeepIntent", person=SAMS)
    here.take("AnswerIntent", {"answer": Slot("the little boat")}, person=SAMS)
    heard = here.take("HearAnswersIntent", person=SAMS)
    assert "boat" not in repr(heard)


def test_the_id_itself_is_kept_nowhere():
    here = house()
    _link(here, Partner.FIRST, SAMS)
    says(here, None, "WantThisIntent", person=SAMS)
    assert SAMS not in here.kept()
    assert SAMS not in repr(here.progress)


def test_a_known_voice_that_answers_who_it_is_with_the_others_name_counts_as_itself():
    here = house()
    _link(here, Partner.FIRST, SAMS)
    says(here, None, "WantThisIntent")
    here.take("NameIntent", {"name": Slot("alex")}, person=SAMS)
    assert set(closeness(here).wanted) == {Partner.FIRST}
