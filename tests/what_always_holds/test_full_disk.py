"""A disk without room is owned up to, and changes nothing of help and leaving."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.ending import EARLY_CLOSE
from skill.domain.reply import Ask, Close
from tests.house import Full, House, spoken


def test_a_full_disk_is_said_and_the_question_is_asked_all_the_same():
    reply = House(store=Full()).take("CheckInIntent")
    assert isinstance(reply, Ask)
    assert "couldn't keep" in spoken(reply)


def test_a_full_disk_changes_neither_the_crisis_reply_nor_an_early_end():
    house = House(store=Full())
    assert house.take("DangerIntent") == replace(House().take("DangerIntent"))
    assert house.take("AMAZON.StopIntent") == Close((EARLY_CLOSE,))
