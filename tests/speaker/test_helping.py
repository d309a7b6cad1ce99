"""Who helps, on the page: one list for everybody, whichever of it was spoken of, and nothing after fear."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from skill import bootstrap
from skill.domain.support import HelpKind
from skill.library import Library
from skill.settings import Settings
from skill.speaker.echo import Echo
from skill.speaker.helping import rows
from skill.speaker.speaker import Place, Speaker
from tests.speaker.conftest import HOST, Kitchen
from tests.speaker.stand_in import Hands, ask, close, digits

Build = Callable[..., Kitchen]
LIBRARY = Library.english()
KINDS = ["In an emergency", "For feeling low", "For a crisis", "For feeling safe at home"]
SPOKEN_OF = [
    "say the support list",
    "i want to die",
    "the emergency number",
    "the number for feeling low",
    "the number of the crisis line",
    "what's the domestic violence number",
]


def shown(country: str) -> list[dict[str, Any]]:
    """The list of a country as the page gets it."""
    return rows(LIBRARY.help_list(country))


def hrefs(country: str) -> Iterator[str]:
    """Where its links lead."""
    return (link["href"] for row in shown(country) for line in row["lines"] for link in line["links"])


@pytest.fixture
def echo(tmp_path: Path) -> Echo:
    """A device in front of the real skill, in Britain."""
    clock = Hands()
    skill = bootstrap.build(Settings(tmp_path), clock=clock)
    return Speaker.build(skill, Place(HOST, tmp_path / "device", "Europe/London"), clock).echo


@pytest.mark.parametrize("country", sorted(LIBRARY.countries))
def test_every_kind_stands_in_every_list_and_says_who_helps(country: str):
    assert [row["label"] for row in shown(country)] == KINDS
    assert len(KINDS) == len(HelpKind)
    for row in shown(country):
        assert row["lines"]
        assert all(line["links"] or line["name"] for line in row["lines"])


def test_lines_are_called_and_texted_as_their_providers_say():
    assert list(hrefs("GB")) == [
        "tel:999", "sms:85258?body=PANDAS", "tel:116123", "tel:08082000247", "tel:08000271234",
    ]  # fmt: skip
    assert list(hrefs("US")) == [
        "tel:911", "tel:18338526262", "sms:18338526262", "tel:988", "sms:988", "tel:18007997233",
    ]  # fmt: skip


def test_a_line_says_where_and_when_it_answers_unless_that_is_everywhere_and_always():
    names = [line["name"] for country in ("GB", "AU") for row in shown(country) for line in row["lines"]]
    assert "Refuge, England" in names
    assert any(name.endswith("Melbourne time") for name in names)
    assert not [name for name in names if "24/7" in name]


def test_who_is_not_verified_is_not_shown():
    unverified = {row.number for row in LIBRARY.help_rows("GB") if not row.verified_on}
    assert unverified
    assert not unverified & {href.partition(":")[2] for href in hrefs("GB")}
    assert "0808801" not in "".join(hrefs("GB"))


def test_an_answer_with_a_number_in_it_brings_the_whole_list_and_any_other_none(kitchen: Build):
    here = kitchen({"CheckInIntent": close(f"Call {digits('988')}."), "AMAZON.StopIntent": close("Bye 988.")})
    answer = here.client.post("/say", json={"text": "check in", "locale": "en-US"}).get_json()
    assert answer["help"] == shown("US")
    assert here.client.post("/say", json={"text": "stop"}).get_json()["help"] is None


def test_a_number_asked_for_again_brings_it_again(kitchen: Build):
    here = kitchen({"CheckInIntent": ask("And?", f"Call {digits('988')}.")})
    assert here.client.post("/say", json={"text": "check in"}).get_json()["help"] is None


@pytest.mark.parametrize("words", SPOKEN_OF)
def test_whatever_was_spoken_of_the_list_is_the_same(echo: Echo, words: str):
    assert echo.say(words, locale="en-GB").help == LIBRARY.help_list("GB")


def test_it_is_the_list_of_where_they_live(echo: Echo):
    echo.say("we live in ireland")
    assert echo.say("support list", locale="en-US").help == LIBRARY.help_list("IE")


@pytest.mark.parametrize("words", ["i'm scared of my husband", "he hits me", "stop", "not tonight"])
def test_after_fear_as_after_any_early_end_there_is_nothing(echo: Echo, words: str):
    answer = echo.say(words, locale="en-GB")
    assert (answer.help, answer.card, answer.permission, answer.listening) == (None, None, "", False)
