"""Who helps: verified numbers only, the list for everybody, and after a crisis nothing else."""

from __future__ import annotations

import json
import re

from skill.domain.reply import Close
from skill.domain.turn import Kind
from skill.library import Library
from tests.laws.scenes.two import Two
from tests.laws.touch_keys import ENGLISH


def only_verified_numbers_are_spoken() -> None:
    library = Library.english()
    for file in sorted((ENGLISH / "support").glob("*.json")):
        rows = json.loads(file.read_text("utf-8"))
        spoken = {row["number"] for row in rows if row["verified_on"]}
        said = [library.help_list(file.stem).all_lines(), library.support(file.stem)]
        waiting = {row["number"] for row in rows} - spoken
        heard = set(re.findall(r"number='([^']*)'", str(said))) | set(
            re.findall(r"emergency='([^']*)'", str(said))
        )
        assert not heard & waiting, file.stem
        assert heard <= spoken, file.stem


def after_a_crisis_nothing_else_begins() -> None:
    for intent in ("ExerciseIntent", "CheckInIntent", "BookAloneTimeIntent", "SmallMomentIntent"):
        two = Two()
        two.say("DangerIntent")
        assert two.say(intent).keys == {"crisis.close"}, intent


def the_crisis_reply_is_said_again() -> None:
    two = Two()
    first = two.say("DangerIntent")
    help_ = {key for key in first.keys if key.startswith("crisis.self_harm")}
    assert help_
    assert help_ <= two.say("AMAZON.RepeatIntent").keys


def the_list_is_named_once_a_month() -> None:
    two = Two()
    named = []
    for _ in range(40):
        two.sessions.clear()
        named.append("support.named" in two.say("", kind=Kind.LAUNCH).keys)
        two.wait(24 * 3600)
    assert sum(named) == 2


def one_kind_is_said_alone() -> None:
    assert isinstance(Two().say("SupportIntent", {"help": "crisis"}).reply, Close)
