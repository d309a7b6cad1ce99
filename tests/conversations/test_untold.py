"""No line of the log tells that somebody was in danger, or told of a loss."""

from __future__ import annotations

import logging

import pytest

from tests.conversations.small_room import Room

TOLD = ["DangerIntent", "EmergencyIntent", "LossIntent", "PsychosisIntent", "RageIntent", "SupportIntent"]


@pytest.mark.parametrize("said", TOLD)
@pytest.mark.parametrize("then", ["AMAZON.NoIntent", "AMAZON.RepeatIntent", "CallIntent"])
def test_what_was_told_leaves_no_line_nor_does_what_follows(
    said: str, then: str, caplog: pytest.LogCaptureFixture
):
    room = Room()
    with caplog.at_level(logging.DEBUG, "skill"):
        room.say(said, new=True)
        room.say(then)
    assert caplog.messages == []


def test_anything_else_leaves_one(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG, "skill"):
        Room().say("CheckInIntent", new=True)
    assert len(caplog.messages) == 1
