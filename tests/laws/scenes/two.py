"""Sam and Alex in a kitchen, and a witness who hears everything."""

from __future__ import annotations

from skill.domain.reply import Ask
from tests.laws.house.life import Life
from tests.laws.house.taken import OF_CONSENT, Taken, seconds
from tests.laws.rules.court import Court

HUG, HAND = "P03", "P01"
OPENED = {HUG: "exercise.P03.opening", HAND: "exercise.P01.opening"}
FOR_WORDS = "closeness.for_words"


class Two(Life):
    """Sam and Alex in a kitchen, with a witness."""

    def __init__(self) -> None:
        super().__init__()
        self.watchers.append(Court())

    def by(self, name: str, intent: str, person: str | None = None, **slots: str) -> Taken:
        """One of them begins a conversation, says who they are, and says one thing."""
        self.sessions.pop("kitchen", None)
        self.wait(30)
        self.say("WhoIntent", {"name": name}, person=person)
        said = self.say(intent, slots, person=person)
        self.sessions.pop("kitchen", None)
        return said

    def both(self, intent: str, times: int = 1, **slots: str) -> None:
        for _ in range(times):
            self.by("sam", intent, **slots)
            self.by("alex", intent, **slots)

    def asks(self, exercise: str = HUG, device: str = "kitchen") -> Taken:
        self.sessions.pop(device, None)
        self.wait(30)
        return self.say("ExerciseIntent", {"exercise": exercise}, device=device)

    def opens(self, exercise: str = HUG) -> bool:
        """Whether one with touch is opened when it is asked for."""
        return OPENED[exercise] in self.asks(exercise).keys

    def on_a_day_for_touch(self) -> Two:
        """Moves on to a day that is not drawn for words."""
        for _ in range(60):
            trial = self.fork()
            trial.sessions.clear()
            if OPENED[HAND] in trial.say("ExerciseIntent", {"exercise": HAND}).keys:
                return self
            self.wait(24 * 3600)
        raise AssertionError("sixty days without one for touch")

    def in_(
        self,
        taken: Taken,
        person: str | None = None,
        words: str = "i'm in",
        late: float = 1,
        name: str | None = None,
    ) -> Taken:
        """Somebody answers so many seconds after the prompt, and may say who they are in the same breath."""
        self.wait(seconds(taken.reply) + late)
        named = {"name": name} if name else {}
        return self.say("ConsentIntent", {"consent": words, **named}, person=person)


def close_two(most: int = 4) -> Two:
    """Both have decided, and came some steps closer; today is a day for touch."""
    two = Two()
    two.both("WantThisIntent")
    two.both("MoreIntent", most)
    return two.on_a_day_for_touch()


def is_asked(taken: Taken) -> bool:
    return isinstance(taken.reply, Ask) and type(taken.reply.state).__name__ in OF_CONSENT
