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
)

SUBJECTS = (closeness, consent, choosing, answers, ringing, quiet, danger, helping, forgetting, telling)
MUTANTS = tuple(mutant for subject in SUBJECTS for mutant in subject.GUARDS)
"""All of them."""
