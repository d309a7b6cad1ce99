"""Everything is to go: somebody says so, or the skill is disabled in the app."""

from __future__ import annotations

from tests.laws.evenings.evening import Evening


def forgets(evening: Evening) -> None:
    """Everything is to be forgotten, or not after all."""
    if evening.dice.random() < 0.4:
        _is_disabled(evening)
        return
    device = evening.device()
    evening.life.sessions.pop(device, None)
    evening.say("ForgetUsIntent", None, device)
    evening.say(evening.dice.choice(("AMAZON.YesIntent", "AMAZON.NoIntent")), None, device)


def _is_disabled(evening: Evening) -> None:
    """The skill is disabled in the app, for good or not; on the devices whatever plays plays on."""
    stays = "PERSISTED" if evening.dice.random() < 0.4 else "NOT_PERSISTED"
    evening.life.tell("AlexaSkillEvent.SkillDisabled", {"body": {"userInformationPersistenceStatus": stays}})
    evening.life.sessions.clear()
