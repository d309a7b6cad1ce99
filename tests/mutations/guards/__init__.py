"""The guards of what always holds, each with a way to take it away."""

from __future__ import annotations

from tests.mutations.guards import (
    answers,
    choosing,
    closeness,
    consent,
    danger,
    forgetting,
    helping,
    quiet,
    ringing,
    telling,
    tracks,
)

SUBJECTS = (
    closeness,
    consent,
    choosing,
    answers,
    ringing,
    quiet,
    danger,
    helping,
    forgetting,
    telling,
    tracks,
)
MUTANTS = tuple(mutant for subject in SUBJECTS for mutant in subject.GUARDS)
"""All of them."""
