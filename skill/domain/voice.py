"""Whose voice it was, as a mark that says no more."""

from __future__ import annotations


def mark(person: str | None) -> str | None:
    """A voice's id as a short mark: enough to see that two things were said by one voice."""
    if person is None:
        return None
    from hashlib import sha256  # OpenSSL is loaded with it, and few turns need it

    return sha256(person.encode()).hexdigest()[:16]
