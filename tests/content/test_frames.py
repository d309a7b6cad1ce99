"""The frames for saying something: five, quiet to try it out in, nothing kept, nobody pressed."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import msgspec
import pytest

from skill.content.files import json_files, read
from skill.domain.exercise.step import SETTLING, STANDARD, WORDS_A_MINUTE
from tests.content.wording import ENGLISH, faults
from tests.voice_rules import count

LONG_SENTENCE = "V2 "
"""What is read on a screen may be longer than a breath."""


class Step(msgspec.Struct, forbid_unknown_fields=True):
    """Some words, then seconds of quiet."""

    say: str
    rest: Annotated[int, msgspec.Meta(ge=5, le=40)]


class Frame(msgspec.Struct, forbid_unknown_fields=True):
    """A frame, as it stands in a file of its own."""

    id: str
    name: str
    heard: Annotated[list[str], msgspec.Meta(min_length=3)]
    intro: str
    steps: Annotated[list[Step], msgspec.Meta(min_length=3)]
    closing: str
    why: str
    source: str
    grade: Literal["A", "B", "C"]

    @property
    def said(self) -> list[str]:
        """All it says, in order; why and source are for a screen only."""
        return [self.intro, *(step.say for step in self.steps), self.closing]

    @property
    def seconds(self) -> float:
        """How long it lasts at the standard pace, a breath after intro and closing included."""
        words = sum(count(text) for text in self.said)
        rests = sum(step.rest for step in self.steps) + 2 * SETTLING
        return words * 60 / (WORDS_A_MINUTE * STANDARD // 100) + rests


FRAMES = {file.stem: read(file, Frame) for file in json_files(ENGLISH / "frames")}
each = pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)


def test_there_are_five_each_in_the_file_of_its_id():
    assert set(FRAMES) == {"thank_you", "ask", "not_tonight", "sorry", "hard_thing"}
    assert all(frame.id == name for name, frame in FRAMES.items())


@each
def test_it_lasts_one_to_two_minutes(frame: Frame):
    assert 60 <= frame.seconds <= 120


@each
def test_its_steps_are_short_and_leave_quiet_to_try(frame: Frame):
    assert sum(count(text) for text in frame.said) <= 120
    assert all(count(step.say) <= 25 for step in frame.steps)
    assert sum(step.rest for step in frame.steps) >= frame.seconds / 2


@each
def test_it_says_first_that_the_microphone_is_shut_and_last_that_nothing_was_kept(frame: Frame):
    assert "microphone is shut" in frame.intro
    assert "nothing you say reaches me" in frame.intro
    assert "nothing's kept" in frame.intro
    assert frame.closing.startswith("Done, and nothing was kept.")


@each
def test_it_asks_nothing_of_a_shut_microphone(frame: Frame):
    assert not any("?" in text for text in frame.said)


@each
def test_its_words_are_fit_for_everybody_in_the_room(frame: Frame):
    for text in (frame.name, *frame.said):
        assert faults(text) == [], text


@each
def test_what_a_screen_shows_of_it_is_fit_for_a_child_and_claims_nothing_too_large(frame: Frame):
    shown = [*faults(frame.why), *faults(frame.source)]
    assert [fault for fault in shown if not fault.startswith(LONG_SENTENCE)] == []
    assert re.search(r"tested|judged by readers", frame.why)


@each
def test_nobody_is_told_to_say_it_now_or_told_what_they_are_like(frame: Frame):
    words = " ".join(frame.said).casefold()
    assert not re.search(
        r"tell them now|say it now|go and|you make me|your fault|after all i|if you loved", words
    )


def test_an_ask_welcomes_a_no():
    assert "a no is welcome" in " ".join(FRAMES["ask"].said)


def test_a_not_tonight_needs_no_reason_and_owes_no_warmth_and_nothing_instead():
    said = " ".join(FRAMES["not_tonight"].said)
    assert "needs no reason" in said
    assert "If it's true" in said
    assert "Leaving that out is fine" in said


def test_a_sorry_asks_for_nothing_back():
    assert "asks for nothing back" in FRAMES["sorry"].closing
