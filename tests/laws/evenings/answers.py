"""The question of the day: answered, kept or not, heard, deleted."""

from __future__ import annotations

from tests.laws.evenings.evening import NAMES, Evening
from tests.laws.rules.secrets import REFUSED, secret


def an_answer(evening: Evening) -> None:
    """The question of the day is answered, and the words are kept or not."""
    name, device = evening.somebody(), evening.device()
    evening.life.sessions.pop(device, None)
    evening.say("CheckInIntent", name, device)
    words = _words(evening)
    if evening.dice.random() < 0.2:
        evening.say("AnswerIntent", name, device, answer=words)
        return
    evening.say("KeepIntent", name, device)
    evening.say("NameIntent", name, device, name=name)
    evening.say("AnswerIntent", name, device, answer=words)


def both_answer(evening: Evening) -> None:
    """Both leave an answer, and hear both."""
    for name in NAMES:
        device = evening.device()
        evening.life.sessions.pop(device, None)
        for intent, slots in (
            ("CheckInIntent", {}),
            ("KeepIntent", {}),
            ("NameIntent", {"name": name}),
            ("AnswerIntent", {"answer": _words(evening)}),
        ):
            evening.say(intent, name, device, **slots)
    hears(evening)


def hears(evening: Evening) -> None:
    """Answers are heard, or deleted."""
    device = evening.device()
    evening.life.sessions.pop(device, None)
    intent = evening.dice.choice(
        ("HearAnswersIntent", "HearAnswersIntent", "DeleteAnswerIntent", "ForgetAnswersIntent")
    )
    evening.say(intent, evening.somebody(), device)
    evening.steps(device, ("AMAZON.YesIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "NameIntent"))


def _words(evening: Evening) -> str:
    evening.answers += 1
    said = secret(evening.answers)
    return f"{said} {evening.dice.choice(REFUSED)}" if evening.dice.random() < 0.2 else f"the {said} one"
