"""How things are between two people, as far as it bears on which exercise to offer."""

from __future__ import annotations

from enum import StrEnum


class Situation(StrEnum):
    """How things are, where it bears on what to offer: heard in a wish, never asked, never kept."""

    TOUCHED_OUT = "touched_out"
    QUARREL = "quarrel"
    LOW = "low"
    GOOD = "good"
    # what nobody can hear, and what is therefore said in words, or makes one come only when asked for
    FEAR = "fear"
    UNFAIR_LOAD = "unfair_load"
    DIZZY = "dizzy"
    DRIVING = "driving"
    EYE_CONTACT = "eye_contact"
    RECOVERING = "recovering"
    LOSS = "loss"
