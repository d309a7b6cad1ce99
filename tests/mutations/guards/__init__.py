"""The guards of what always holds, each with a way to take it away."""

from __future__ import annotations

from tests.mutations.guards import answers, closeness, consent, danger, forgetting, ringing, telling

SUBJECTS = (closeness, consent, answers, ringing, danger, forgetting, telling)
MUTANTS = tuple(mutant for subject in SUBJECTS for mutant in subject.GUARDS)
"""All of them."""
