"""Conversations as people have them: each is done by somebody on an evening, and may go anywhere."""

from __future__ import annotations

from tests.laws.evenings import (
    alone_time,
    answers,
    closeness,
    forgetting,
    nights,
    talking,
    touching,
    tracks,
)
from tests.laws.evenings.evening import Doing

DOINGS: tuple[Doing, ...] = (
    talking.anything,
    talking.sentences,
    talking.opens,
    talking.leaves,
    talking.a_permission_is_answered,
    closeness.both_decide,
    closeness.one_step_up,
    closeness.unknown_voice,
    closeness.less,
    closeness.tonight,
    closeness.links,
    closeness.settled_in,
    *[touching.touch] * 7,
    *[touching.offers] * 2,
    answers.an_answer,
    *[answers.both_answer] * 2,
    answers.hears,
    *[alone_time.books] * 3,
    alone_time.the_device_refuses,
    *[tracks.a_track] * 3,
    tracks.players_tell,
    tracks.somebody_steers,
    tracks.what_is_stale,
    tracks.an_answer_was_not_taken,
    tracks.over_four,
    forgetting.forgets,
    nights.whispers,
    *[nights.time_passes] * 4,
)
"""All that people do; what matters more, and what is over soon, more often."""
