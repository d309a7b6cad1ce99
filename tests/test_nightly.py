"""Four o'clock is kept while a door is open."""

from __future__ import annotations

from threading import Event

from skill.nightly import keep_night


def test_a_round_that_fails_is_followed_by_another():
    ended, rounds = Event(), []

    def night() -> None:
        rounds.append(1)
        if len(rounds) == 3:
            ended.set()
        raise OSError("a word somebody said")

    keep_night(night, ended, every=0.001).join(timeout=10)
    assert len(rounds) == 3


def test_nothing_runs_once_the_door_is_shut():
    ended, rounds = Event(), []
    ended.set()
    keep_night(lambda: rounds.append(1), ended).join(timeout=10)
    assert rounds == []
