"""Two yeses are two turns and two people, or they are none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from skill.domain.closeness.consent import BothIn, In, are_two
from skill.domain.partner import Partner

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
LATER = NOW + timedelta(seconds=7)


def test_two_yeses_in_two_turns_are_two():
    assert BothIn(In(NOW), In(LATER))
    assert BothIn(In(NOW, "a"), In(LATER, "b"))
    assert BothIn(In(NOW, "a"), In(LATER))
    assert BothIn(In(NOW, by=Partner.FIRST), In(LATER, by=Partner.SECOND))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (In(NOW), In(NOW)),
        (In(LATER), In(NOW)),
        (In(NOW, "a"), In(LATER, "a")),
        (In(NOW, by=Partner.FIRST), In(LATER, by=Partner.FIRST)),
    ],
    ids=["one breath", "out of order", "one voice", "one name"],
)
def test_one_yes_is_not_two(first: In, second: In):
    assert not are_two(first, second)
    with pytest.raises(ValueError, match="one yes"):
        BothIn(first, second)
