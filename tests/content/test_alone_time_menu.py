"""The menu of time alone: ideas by need, small sizes, a welcome back, kind words for chores."""

from __future__ import annotations

import re

import pytest

from skill.content.alone_time_menu import IdeaRow, MenuRow
from skill.content.files import read
from skill.library import Library
from tests.content.wording import ENGLISH, faults
from tests.voice_rules import LONGEST_TURN, count, sentences

CHORES = re.compile(
    r"\b(?:tidy|clean|iron|laundry|dishes|errand|shopping|groceries|fix|repair|scroll|monitor)"
)


MENU = read(ENGLISH / "alone_time_menu.json", MenuRow)
LIBRARY = Library.english()
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
def test_an_idea_fits_into_a_sentence_and_is_no_chore(idea: IdeaRow):
    assert count(idea.text) <= 12
    assert idea.text[0].islower()
    assert idea.text[-1].isalpha()
    assert not CHORES.search(idea.text)
    assert faults(idea.text) == []


def test_the_sizes_start_small():
    assert [size.minutes for size in MENU.sizes] == [2, 15, 30, 60]
    assert all(faults(size.text) == [] and "?" not in size.text for size in MENU.sizes)


def test_the_welcome_back_says_so_first_and_wants_no_report():
    for line in MENU.welcome_back:
        assert "back" in sentences(line)[0]
        assert "ello" in line
    assert all(re.search(r"report|account", line) for line in MENU.no_report)
    both = (*MENU.welcome_back, *MENU.no_report)
    assert all(faults(line) == [] and "?" not in line for line in both)
    assert max(map(count, MENU.welcome_back)) + max(map(count, MENU.no_report)) <= LONGEST_TURN


def test_there_is_one_hand_over_and_it_stands_on_the_shelf():
    shelf = [e.slug for e in LIBRARY.exercises if "hand-over" in e.slug]
    assert shelf == ["the-hand-over"]
    assert [key for key in LIBRARY.keys if key.startswith("alone_menu") and "hand" in key] == []


@pytest.mark.parametrize("reply", MENU.chore_replies)
def test_a_chore_is_met_with_a_kind_word_and_then_one_question_about_you(reply: str):
    assert reply.count("?") == 1
    assert reply.endswith("?")
    assert re.search(r"\byou\b[^.]*\?$", reply)
    assert count(reply) <= 20
    assert faults(reply) == []


def test_chores_are_met_in_three_wordings_or_more():
    assert len(set(MENU.chore_replies)) >= 3
