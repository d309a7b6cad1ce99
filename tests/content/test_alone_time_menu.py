"""The menu of time alone: ideas by need, small sizes, a hand-over, a welcome back, kind words for chores."""

from __future__ import annotations

import re
from typing import Literal

import msgspec
import pytest

from skill.content import read
from tests.content.test_frames import Frame
from tests.content.wording import ENGLISH, faults
from tests.voice_rules import count

Need = Literal["relax", "get_away", "master", "choose"]
Minutes = Literal[2, 15, 30, 60]
CHORES = re.compile(
    r"\b(?:tidy|clean|iron|laundry|dishes|errand|shopping|groceries|fix|repair|scroll|monitor)"
)


class Idea(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Something to do alone, and the smallest time it fits into."""

    id: str
    minutes: Minutes
    text: str


class Size(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A size to start small with, and what is said of it."""

    minutes: Minutes
    text: str


class Menu(msgspec.Struct, forbid_unknown_fields=True):
    """All of it, as it stands in its file."""

    ideas: dict[Need, list[Idea]]
    sizes: list[Size]
    hand_over: Frame
    welcome_back: list[str]
    chore_replies: list[str]


MENU = read(ENGLISH / "alone_time_menu.json", Menu)
IDEAS = [idea for rows in MENU.ideas.values() for idea in rows]
each_idea = pytest.mark.parametrize("idea", IDEAS, ids=lambda i: i.id)


def test_every_need_has_eight_ideas_of_its_own_and_one_that_fits_two_minutes():
    assert set(MENU.ideas) == {"relax", "get_away", "master", "choose"}
    for need, rows in MENU.ideas.items():
        assert len(rows) >= 8
        assert any(idea.minutes == 2 for idea in rows)
        assert sum(idea.minutes <= 15 for idea in rows) >= 3
        assert all(re.fullmatch(rf"{need}-\d\d", idea.id) for idea in rows)
    assert len({idea.id for idea in IDEAS}) == len({idea.text for idea in IDEAS}) == len(IDEAS)


@each_idea
def test_an_idea_fits_into_a_sentence_and_is_no_chore(idea: Idea):
    assert count(idea.text) <= 12
    assert idea.text[0].islower()
    assert idea.text[-1].isalpha()
    assert not CHORES.search(idea.text)
    assert faults(idea.text) == []


def test_the_sizes_start_small():
    assert [size.minutes for size in MENU.sizes] == [2, 15, 30, 60]
    assert all(faults(size.text) == [] and "?" not in size.text for size in MENU.sizes)


def test_the_hand_over_lasts_half_a_minute_to_a_minute_and_names_both():
    hand_over = MENU.hand_over
    assert 30 <= hand_over.seconds <= 60
    assert all(step.rest >= 5 and count(step.say) <= 25 for step in hand_over.steps)
    said = " ".join(hand_over.said)
    assert "Whoever stays" in said
    assert "Whoever goes" in said
    assert "?" not in said
    assert [
        fault for text in (*hand_over.said, hand_over.why, hand_over.source) for fault in faults(text)
    ] == []


def test_the_welcome_back_has_two_lines_says_so_first_and_wants_no_report():
    first, second = MENU.welcome_back
    assert first.startswith("Welcome back.")
    assert "No report" in second
    assert all(faults(line) == [] and "?" not in line for line in MENU.welcome_back)


@pytest.mark.parametrize("reply", MENU.chore_replies)
def test_a_chore_is_met_with_a_kind_word_and_then_one_question_about_you(reply: str):
    assert reply.count("?") == 1
    assert reply.endswith("?")
    assert re.search(r"\byou\b[^.]*\?$", reply)
    assert count(reply) <= 20
    assert faults(reply) == []


def test_chores_are_met_in_three_wordings_or_more():
    assert len(set(MENU.chore_replies)) >= 3
