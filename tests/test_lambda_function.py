"""The door for Lambda: answers Alexa, and keeps four o'clock when a schedule asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import lambda_function
from lambda_function import lambda_handler
from skill.domain.check_in.check_ins import CheckIns, KeptAnswer
from skill.domain.partner import Partner
from skill.stores.tinydb import TinyDBStore
from tests.alexa.recorded import recorded

LONG_AGO = date(2026, 3, 1)
WORDS = "the little boat"
SCHEDULED: dict[str, Any] = {
    "version": "0",
    "detail-type": "Scheduled Event",
    "source": "aws.events",
    "detail": {},
}


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A mounted folder with a household in it that spoke last long ago."""
    monkeypatch.setenv("HOLDING_HANDS_DATA", str(tmp_path))
    lambda_function._skill.cache_clear()
    with TinyDBStore(tmp_path).visit("us") as home:
        waiting = CheckIns().asking(LONG_AGO, "us-01").keeping(LONG_AGO, KeptAnswer(Partner.FIRST, WORDS))
        home.keep(replace(home.household, check_ins=waiting))
    yield tmp_path
    lambda_function._skill.cache_clear()


def words_in(folder: Path) -> bool:
    return any(WORDS.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_it_answers_alexa_and_leaves_other_households_alone(mounted: Path):
    answered = lambda_handler(recorded("launch"), None)
    assert answered["response"]["outputSpeech"]
    assert words_in(mounted)


def test_a_schedule_keeps_four_o_clock_for_all_of_them(mounted: Path):
    assert lambda_handler(SCHEDULED, None) == {}
    assert not words_in(mounted)
